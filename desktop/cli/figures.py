"""``indicators``: the figures of a period, as a whole and by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.cli.cases import DAY
from desktop.cli.desk import opened
from desktop.cli.names import member
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer

if TYPE_CHECKING:
    from db.rules.counters import Counters

_BASES = {"entered": "registered", "录入": "registered", "办结": "closed"}
_SHOWN = (
    "registered", "closed", "close_rate", "transferred", "transfer_rate", "not_transferred",
    "due", "on_time_rate", "overdue_open", "satisfaction_rate",
)  # fmt: skip


def indicators(
    context: typer.Context,
    start: Annotated[datetime, typer.Option("--from", formats=DAY, help="起，含当天")],
    end: Annotated[datetime, typer.Option("--to", formats=DAY, help="止，含当天")],
    by: Annotated[
        str,
        typer.Option(
            "--by", help="platform、station、community、grid、item、day、week、month 之一"
        ),
    ] = "",
    basis: Annotated[
        str, typer.Option("--basis", help="entered 录入口径，closed 办结口径")
    ] = "entered",
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """算出一段时间的指标。"""
    from db.queries.statistics import FigureScope, GroupBy
    from db.queries.statistics import indicators as query
    from db.rules.counters import Basis
    from desktop import texts

    options = chosen(context, database, person, json)
    scope = FigureScope(start.date(), end.date(), basis=member(Basis, _BASES.get(basis, basis)))
    group = member(GroupBy, by) if by else None
    if start > end:
        raise typer.BadParameter("--from 不能晚于 --to。")
    with opened(options) as desk:
        found = desk.ask(query, scope, group)
    values = {
        "from": scope.start,
        "to": scope.end,
        "basis": "entered" if scope.basis is Basis.REGISTERED else "closed",
        "by": by or None,
        "cutoff": found.scope.cutoff,
        "total": figures_of(found.total),
        "groups": [
            {"key": one.key, "name": one.name, **figures_of(one.counters)} for one in found.groups
        ],
    }
    head = (
        f"{texts.day(scope.start)}—{texts.day(scope.end)}，{texts.label(scope.basis)}，"
        f"截止 {texts.moment(found.scope.cutoff)}"
    )
    lines = [head, *_lines("合计", values["total"])]
    for one in values["groups"]:
        lines += _lines(one["name"] or "未填", one)
    answer(options.json, values, lines)


def figures_of(counters: Counters) -> dict[str, Any]:
    """Return all counts and rates; a rate is a text with two decimals, or None."""
    from db.rules.indicators import INDICATORS

    values: dict[str, Any] = {one.name: getattr(counters, one.name) for one in fields(counters)}
    for code, indicator in INDICATORS.items():
        value = indicator.value(counters)
        is_count = indicator.denominator is None and value is not None
        values[code] = int(str(value)) if is_count else value
    return values


def _lines(name: str, values: dict[str, Any]) -> Iterator[str]:
    from desktop import texts

    told: list[str] = []
    for code in _SHOWN:
        value = values[code]
        shown = texts.rate(value) if code.endswith("_rate") else str(value)
        told.append(f"{texts.indicator_name(code)} {shown}")
    yield f"{name}：{'，'.join(told)}"
