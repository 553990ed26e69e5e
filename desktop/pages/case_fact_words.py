"""The facts of a case as its panel shows them: name, value, whether it takes a whole line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import texts
from desktop.case_words import follow_up_look

if TYPE_CHECKING:
    from db.queries.case_detail import CaseDetail
    from db.queries.cases import CaseRow

FactRow = tuple[str, str] | tuple[str, str, bool]


def fact_rows(detail: CaseDetail) -> list[FactRow]:
    """Return what is told of every case, and then what is told of this one."""
    row = detail.row
    facts: list[FactRow] = [
        (tr("来源"), texts.label(row.source)),
        (tr("事项"), row.item),
        (tr("反映人"), row.reporter_name or "—"),
        (tr("电话"), row.reporter_phone or "—"),
        (tr("村社网格"), row.grid or row.community or "—"),
        (tr("承办单位"), row.lead or row.holder or "—"),
        (tr("地点"), row.address or "—", True),
    ]
    own = (
        (tr("下次续报"), _next_word(row)),
        (tr("延期申请"), _last_request(detail)),
        (tr("参与单位"), _units(detail)),
        (tr("处置结果"), detail.result),
        (tr("领导批示"), detail.instruction),
        (tr("作废原因"), detail.void_reason),
    )
    return [*facts, *((name, value, True) for name, value in own if value)]


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _next_word(row: CaseRow) -> str:
    """Return by when the next word on a major case is owed, and how long that still is."""
    if row.follow_up_due_at is None:
        return ""
    return tr("{moment} 前，{span}").format(
        moment=texts.moment(row.follow_up_due_at), span=follow_up_look(row).words
    )


def _last_request(detail: CaseDetail) -> str:
    """Return how long the last request for more time was, and what became of it."""
    if not detail.extensions:
        return ""
    last = detail.extensions[-1]
    return tr("{n} 天，{state}").format(n=last.days, state=texts.label(last.state))


def _units(detail: CaseDetail) -> str:
    if len(detail.units) < 2:
        return ""
    return tr("、").join(
        tr("{part}：{unit}").format(part=texts.label(unit.part), unit=unit.unit)
        for unit in detail.units
    )
