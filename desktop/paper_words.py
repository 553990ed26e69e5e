"""What stands on the printed pages: from the rows of the record to the contents of a document.

The pages are Chinese in every language. Nothing here reads or draws; the window and the command
line give the rows and take the contents to ``desktop/documents``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop import texts
from desktop.documents.contents import (
    AgreedItem,
    CaseListContents,
    Column,
    MinutesContents,
    NoticeContents,
    Paragraph,
    Table,
)
from desktop.notice_templates import LEVEL_CODES
from desktop.notice_texts import MEANS

if TYPE_CHECKING:
    from db.queries.agenda import AgendaRow
    from db.queries.cases import CaseRow
    from db.queries.decisions import DecisionRow
    from db.queries.lookup import StreetRow
    from db.queries.meetings import Attendant, MinutesFacts
    from db.queries.notice_detail import NoticeDetail


@texts.official
def notice_contents(detail: NoticeDetail, street: StreetRow) -> NoticeContents:
    """Return what stands on a supervision notice; a draft has no number and no date."""
    case, agreed = detail.case, detail.agreed
    return NoticeContents(
        organ=street.room_name,
        number=detail.number,
        issue_date=detail.issued_at.date() if detail.issued_at else None,
        addressee=detail.unit.name,
        subject=detail.subject,
        demands=detail.demands,
        finish_by=detail.finish_by,
        report_by=detail.report_by,
        level=LEVEL_CODES[detail.level],
        head=detail.unit.head_name,
        phone=detail.unit.phone,
        means=MEANS.get(detail.means, detail.means),
        urgency=texts.label(detail.urgency),
        case_numbers=(case.number,) if case else (),
        item_code=case.item_code if case else (agreed.code if agreed else ""),
        background=detail.background,
        assigned_at=case.assigned_at if case else None,
        due=case.due_at if case else (agreed.due_at if agreed else None),
        overdue_working_days=detail.overdue_days,
        reminders=detail.reminder_count,
        previous_note=detail.handling,
        problem=detail.problem,
        basis=detail.basis,
        lead_unit=case.lead_name if case else detail.unit.name,
        assist_units=case.assist_names if case else (),
        report_means="书面回执",
        consequence=detail.consequence,
        drafter=detail.drafter,
        checker=detail.checker,
        signer=detail.issuer,
        contact=detail.contact_name,
        contact_phone=detail.contact_phone,
        copy_to=detail.copy_to,
    )


@texts.official
def minutes_contents(facts: MinutesFacts, street: StreetRow) -> MinutesContents:
    """Return what stands on the minutes of a meeting."""
    held = facts.meeting
    paragraphs: list[Paragraph] = []
    for title, rows in (("会议听取情况", facts.heard), ("会议研究情况", facts.studied)):
        said = [_agenda_sentence(row) for row in rows]
        said = [one for one in said if one]
        if said:
            paragraphs.append(Paragraph(level=1, heading=_numbered(title, paragraphs)))
            paragraphs += [Paragraph(one) for one in said]
    for title, text in (
        ("会议意见", facts.opinion),
        ("下周工作重点", facts.next_focus),
        ("领导讲话", facts.speech),
    ):
        if text:
            paragraphs.append(Paragraph(level=1, heading=_numbered(title, paragraphs)))
            paragraphs += [Paragraph(line) for line in text.splitlines() if line.strip()]
    return MinutesContents(
        organ=street.room_name,
        number=held.issue_number,
        title=held.title or f"{held.year}年第{held.week}周{texts.label(held.kind)}会议纪要",
        held_at=held.opened_at or held.starts_at,
        place=held.place,
        chair=held.chair_name,
        recorder=held.recorder_name,
        paragraphs=tuple(paragraphs),
        agreed=tuple(_agreed(row) for row in facts.agreed),
        present=tuple(_attendant(one) for one in facts.present),
        on_leave=tuple(_attendant(one) for one in facts.on_leave),
        sitting_in=tuple(_attendant(one) for one in facts.observers),
        printed_by=street.room_name,
        printed_on=held.closed_at.date() if held.closed_at else None,
    )


@texts.official
def case_list_contents(
    title: str,
    street: StreetRow,
    rows: Sequence[CaseRow],
    subtitle: str = "",
    *,
    has_more: bool = False,
) -> CaseListContents:
    """Return a printed list of cases; one that was cut short says so."""
    table = _case_table(rows)
    return CaseListContents(
        title=title,
        columns=table.columns,
        rows=table.rows,
        organ=street.room_name,
        subtitle=subtitle,
        notes=(f"只列前{len(rows)}件，其余未列。" if has_more else f"共{len(rows)}件。",),
    )


def _agenda_sentence(row: AgendaRow) -> str:
    if row.case is None:
        return row.discussion
    said = row.discussion.rstrip("。；")
    return f"关于“{row.case.title}”（{row.case.number}）{'：' + said if said else ''}。"


def _numbered(title: str, paragraphs: Sequence[Paragraph]) -> str:
    nth = sum(one.level == 1 for one in paragraphs)
    return f"{'一二三四五六七八九十'[nth]}、{title}"


def _agreed(row: DecisionRow) -> AgreedItem:
    return AgreedItem(
        matter=row.text,
        lead_unit=row.lead_name,
        assist_units=row.assist_names,
        person=row.responsible,
        due=row.due_at.date(),
        result=row.outcome_form,
        report_to=row.report_to,
        code=row.code,
    )


def _attendant(one: Attendant) -> str:
    return f"{one.unit_name}{one.name}" if one.name else one.unit_name


def _case_table(rows: Sequence[CaseRow]) -> Table:
    columns = (
        Column("序号", 0.5, "centre"),
        Column("事件编号", 2.0),
        Column("事件名称", 2.2),
        Column("所属村社", 1.2),
        Column("当前单位", 1.4),
        Column("当前状态", 1.0, "centre"),
        Column("登记时间", 1.5, "centre"),
        Column("办理期限", 1.5, "centre"),
        Column("超期工作日", 0.8, "right"),
    )
    return Table(
        columns,
        tuple(
            (
                str(nth),
                row.number,
                row.title,
                row.community,
                row.holder,
                texts.label(row.state),
                f"{row.registered_at:%Y-%m-%d %H:%M}",
                f"{row.due_at:%Y-%m-%d %H:%M}" if row.due_at else "",
                str(row.overdue_workdays) if row.overdue_workdays else "",
            )
            for nth, row in enumerate(rows, start=1)
        ),
    )
