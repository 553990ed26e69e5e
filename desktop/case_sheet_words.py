"""What stands on the sheet of a case; the page is Chinese in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rules.terms import UnitPart
from desktop import texts
from desktop.case_words import reason_words
from desktop.documents.contents import CaseSheetContents, Field, TimelineEntry

if TYPE_CHECKING:
    from db.queries.case_detail import CaseDetail
    from db.queries.case_parts import StepRow
    from db.queries.printed import PrintedCase

_PURPOSES = {"before": "处置前", "after": "处置后", "scene": "现场", "paper": "文书"}


@texts.official
def case_sheet_contents(printed: PrintedCase) -> CaseSheetContents:
    """Return what stands on the sheet: facts, deadlines, result, all steps and the files."""
    detail = printed.detail
    return CaseSheetContents(
        organ=printed.street.room_name,
        number=detail.number,
        title=detail.row.title,
        fields=(*_facts(detail), *_deadlines(detail), *_result(detail)),
        description=detail.content,
        timeline=tuple(_entry(step) for step in detail.steps),
        files=tuple(
            (
                file.name,
                _PURPOSES.get(file.purpose, ""),
                texts.size(file.size),
                f"{file.added_at:%Y-%m-%d %H:%M}",
                file.added_by,
            )
            for file in detail.attachments
        ),
        printed_at=printed.now,
        printed_by=printed.printed_by,
        note="本单含个人信息，仅限办理本事件使用。" if printed.in_clear else "个人信息已脱敏。",
    )


def _facts(detail: CaseDetail) -> tuple[Field, ...]:
    row = detail.row
    place = " ".join(part for part in (row.community, row.grid) if part)
    return (
        Field("事件来源", texts.label(row.source)),
        Field("当前状态", texts.label(row.state)),
        Field("所属平台", row.platform_name),
        Field("事项类别", row.item),
        Field("紧急程度", texts.label(row.urgency)),
        Field("登记时间", texts.moment(row.registered_at)),
        Field("反映人", row.reporter_name),
        Field("联系电话", row.reporter_phone),
        Field("村社网格", place),
        Field("主办单位", row.lead or row.holder),
        *_assisting(detail),
        Field("事发地点", row.address, wide=True),
    )


def _assisting(detail: CaseDetail) -> tuple[Field, ...]:
    names = [one.unit for one in detail.units if one.part is UnitPart.ASSIST]
    return (Field("协办单位", "、".join(names), wide=True),) if names else ()


def _deadlines(detail: CaseDetail) -> tuple[Field, ...]:
    row = detail.row
    # The screen's own words for it would be those of the screen's language.
    why = "；".join(texts.fact(fact) for fact in detail.deadline_facts)
    if why and detail.deadline_stage is not None:
        why = f"{texts.label(detail.deadline_stage)}：{why}"
    extended = f"已延期{detail.extended_days}个工作日" if detail.extended_days else ""
    return (
        Field("受理时间", texts.moment(detail.accepted_at)),
        Field("交办时间", texts.moment(detail.assigned_at)),
        Field("签收时间", texts.moment(detail.signed_at)),
        Field("办理期限", texts.moment(row.due_at)),
        Field("反馈时间", texts.moment(row.reported_at)),
        Field("办结时间", texts.moment(row.closed_at)),
        *(
            Field("期限说明", text, wide=True)
            for text in ("；".join(part for part in (why, extended) if part),)
            if text
        ),
    )


def _result(detail: CaseDetail) -> tuple[Field, ...]:
    stars = f"{detail.stars}星" if detail.stars else ""
    told = (
        ("处置结果", detail.result),
        ("核查意见", detail.verification),
        ("群众评价", stars),
        ("领导批示", detail.instruction),
        ("作废原因", detail.void_reason),
    )
    # The result has its row even while it is blank: it is written by hand on site.
    return tuple(Field(name, text, wide=True) for name, text in told if text or name == "处置结果")


def _entry(step: StepRow) -> TimelineEntry:
    name = texts.label(step.kind)
    return TimelineEntry(
        at=step.at,
        step=f"{name}至{step.target}" if step.target else name,
        unit=step.unit,
        person=step.actor,
        remark=" ".join(part for part in (reason_words(step.reason), step.note) if part),
    )
