"""What a supervision notice says before a person edits it, and the papers beside it.

Sentences are made from facts of the record only; what is not known is not said. Like the pages
they go on, they are Chinese in every language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast

from db.commands.notices import NoticeTexts
from db.rules.supervision import Suggestion, Trigger
from db.rules.terms import Source, SupervisionLevel
from desktop import texts
from desktop.documents.contents import CaseListContents, Column, ReceiptContents
from desktop.notice_templates import LEVEL_CODES, said

if TYPE_CHECKING:
    from db.queries.lookup import StreetRow
    from db.queries.notice_detail import NoticeDetail
    from db.queries.notice_draft import NoticeDraft
    from db.queries.notice_facts import CaseOfNotice
    from db.queries.notices import BookRow

MOST_PROGRESS = 4
"""Entries of the case's history that are told; the last ones say most."""

_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that is mistaken for something else when it is read aloud."""

BOOK_TITLE = "督办台账"
BOOK_FIGURES = frozenset({"序号", "扣分"})
BOOK_WIDTHS = {"编号": 22, "督办事项": 40, "事件编号": 22, "被督办单位": 18, "备注": 30}
"""Columns of the register book: those that hold figures, and those wider than others."""

FILE_NAMES = {"notice": "督办通知单", "receipt": "回执"}
"""Kind of a paper → what its file is called after the number."""

ARCHIVED = "归档副本"
"""What the archive copy of a paper is called after its kind."""

MEANS: dict[str, str] = {
    "written": "书面督办",
    "on_site": "现场督办",
    "talk": "约谈",
    "bulletin": "通报",
}
"""Code of how it is supervised → its words on the paper (domain.md §3.1)."""


@texts.official
def draft_texts(
    draft: NoticeDraft, now: datetime, reasons: Sequence[Suggestion] = (), code: str = ""
) -> NoticeTexts:
    """Return the texts of form A as they are proposed.

    :param reasons: why the rules suggest it; without them the facts of the case speak.
    :param code: the number of the decision on which it is based, when that is just being made.
    """
    case, agreed = draft.case, draft.agreed
    title = case.title if case else agreed.text if agreed else ""
    is_red = draft.level is SupervisionLevel.RED
    department = draft.unit.department if draft.unit and is_red else ""
    own, level = draft.own_texts, LEVEL_CODES.get(draft.level)
    facts = template_facts(draft, code)
    return NoticeTexts(
        subject=title,
        background=_background(draft, facts),
        handling=_handling(draft, now),
        problem=_problem(draft, reasons, facts),
        basis=said(own, "basis", facts),
        demands=_lines(said(own, f"demands_{level}", facts)) if level else (),
        consequence=said(own, f"consequence_{level}", facts) if level else "",
        copy_to=department,
        contact_name=draft.contact_name,
        contact_phone=draft.contact_phone,
        wording=draft.wording,
    )


@texts.official
def template_facts(draft: NoticeDraft, code: str = "") -> dict[str, str]:
    """Return the facts for the places of the templates (db/rules/notice_templates.py)."""
    case, agreed, unit = draft.case, draft.agreed, draft.unit
    facts = {
        "指挥室": draft.room_name,
        "督办级别": texts.label(draft.level),
        "办结时限": texts.moment(draft.finish_by),
        "反馈时限": texts.moment(draft.report_by),
        "超期天数": str(draft.overdue_days or ""),
        "扣分": f"{abs(draft.points):g}" if draft.points else "",
        "议定编号": agreed.code if agreed else code,
    }
    if unit is not None:
        facts |= {
            "被督办单位": unit.name,
            "单位负责人": unit.head_name,
            "主管部门": unit.department,
        }
    if agreed is not None:
        facts |= {"议定内容": _closed(agreed.text), "议定时限": texts.moment(agreed.due_at)}
    if case is not None:
        facts |= {
            "事件编号": case.number,
            "事件名称": case.title,
            "登记日期": texts.day(case.registered_at),
            "来源": texts.label(Source(case.source)),
            "地点": case.address or case.community_name,
            "事项": case.item_name,
            "紧急程度": texts.label(case.urgency),
            "原定期限": texts.moment(case.due_at),
            "领导批示": _closed(case.instruction) if case.instruction else "",
        }
    return facts


@texts.official
def receipt_contents(detail: NoticeDetail, street: StreetRow) -> ReceiptContents:
    """Return the reply slip of a notice: blank to be filled by hand, or as it was replied."""
    replied = detail.replied_at is not None
    struck = detail.struck_off_at is not None
    return ReceiptContents(
        organ=street.room_name,
        notice_number=detail.number,
        check_code=check_code(detail.number, detail.id),
        addressee=detail.unit.name,
        subject=detail.subject,
        report_by=detail.report_by,
        received_at=detail.delivered_at,
        handler=detail.received_by,
        head=detail.unit.head_name,
        phone=detail.unit.phone,
        process=detail.reply_text,
        outcome=cast(
            Literal["", "closed", "handling", "extension", "coordination"], detail.reply_outcome
        ),
        unit_head=detail.reply_signer,
        signed_on=detail.replied_at.date() if detail.replied_at else None,
        verification=detail.check_opinion if replied else "",
        verifier=detail.struck_off_by if struck else "",
        verified_on=detail.struck_off_at.date() if detail.struck_off_at else None,
        struck_off=True if struck else None,
    )


def check_code(number: str, notice_id: int) -> str:
    """Return the six signs by which a returned slip is told from a copied number."""
    if not number:
        return ""
    digest = hashlib.sha256(f"{number} {notice_id}".encode()).digest()
    return "".join(_CODE_LETTERS[byte % len(_CODE_LETTERS)] for byte in digest[:6])


@texts.official
def book_contents(rows: Sequence[BookRow], street: StreetRow, period: str) -> CaseListContents:
    """Return the register book (form F) as a landscape list."""
    columns = (
        Column("序号", 0.5, "centre"),
        Column("编号", 1.7),
        Column("级别", 0.7, "centre"),
        Column("被督办单位", 1.3),
        Column("督办事项", 2.4),
        Column("事件编号", 1.4),
        Column("签发人", 0.8),
        Column("签发日期", 1.0, "centre"),
        Column("时限", 1.0, "centre"),
        Column("反馈日期", 1.0, "centre"),
        Column("结果", 0.9, "centre"),
        Column("销号日期", 1.0, "centre"),
        Column("是否按期", 0.7, "centre"),
        Column("扣分", 0.6, "right"),
        Column("备注", 1.2),
    )
    struck = [row for row in rows if row.struck_off_at is not None]
    in_time = sum(row.in_time is True for row in struck)
    points = sum(row.points for row in rows)
    rate = f"{in_time / len(struck):.1%}" if struck else texts.NOTHING
    return CaseListContents(
        title=BOOK_TITLE,
        columns=columns,
        rows=tuple(book_cells(row) for row in rows),
        organ=street.room_name,
        subtitle=period,
        notes=(
            f"共{len(rows)}件，已销号{len(struck)}件，按期销号率{rate}，计分{points:g}分。"
            "撤销的督办单保留文号，不再使用。",
        ),
    )


def book_cells(row: BookRow) -> tuple[str, ...]:
    """Return the cells of a line of the register book."""
    in_time = "" if row.in_time is None else texts.word("yes" if row.in_time else "no")
    remark = f"已撤销：{row.remark}" if row.is_withdrawn else row.remark
    return (
        str(row.position),
        row.number,
        level_name(row.level),
        row.unit_name,
        row.subject,
        row.case_number,
        row.issuer,
        f"{row.issued_at:%Y-%m-%d}",
        f"{row.finish_by:%Y-%m-%d}",
        f"{row.replied_at:%Y-%m-%d}" if row.replied_at else "",
        outcome_name(row.reply_outcome),
        f"{row.struck_off_at:%Y-%m-%d}" if row.struck_off_at else "",
        in_time,
        f"{row.points:g}" if row.points else "0",
        remark,
    )


def period_name(year: int | None) -> str:
    """Return the period of a register book."""
    return "全部年度" if year is None else f"{year}年度"


def level_name(level: SupervisionLevel) -> str:
    """Return the short name of a level, as on a chip: 普通, 黄牌, 红牌."""
    return texts.label(level).removesuffix("督办")


def means_name(stored: str) -> str:
    """Return what a stored means is called; words that a person wrote stay."""
    return MEANS.get(stored, stored)


def outcome_name(stored: str) -> str:
    """Return what a stored outcome of a reply is called."""
    from db.rules.notice_states import ReplyOutcome

    return texts.label(ReplyOutcome(stored)) if stored else ""


def _background(draft: NoticeDraft, facts: Mapping[str, str]) -> str:
    case, told = draft.case, []
    if draft.agreed is not None:
        told.append(said(draft.own_texts, "opening_agreed", facts))
    if case is not None:
        told.append(said(draft.own_texts, "opening_case", facts))
        if case.content and case.content.strip() != case.title:
            told.append(_closed(case.content))
    return "".join(told)


def _handling(draft: NoticeDraft, now: datetime) -> str:
    """Tell what was done and how late it is, with the arithmetic of the days.

    When it was assigned and how often reminded stand on the form by themselves.
    """
    case, agreed = draft.case, draft.agreed
    told: list[str] = []
    if case is not None:
        told += _case_handling(case, now)
        if draft.overdue_days and case.due_at:
            told.append(
                f"办结期限为{texts.moment(case.due_at)}，至{texts.day(now)}"
                f"已超期{draft.overdue_days}个工作日。"
            )
        elif case.due_at and now > case.due_at:
            minutes = int((now - case.due_at).total_seconds() // 60)
            told.append(f"办结期限为{texts.moment(case.due_at)}，已超期{_span(minutes)}。")
    if agreed is not None and agreed.missed_meetings:
        told.append(f"连续{agreed.missed_meetings}次例会检查均未落实。")
    for standing in draft.standing:
        told.append(
            f"{texts.day(standing.issued_at)}已发{texts.label(standing.level)}通知单"
            f"（{standing.number}），时限{texts.moment(standing.finish_by)}。"
        )
    for fact in draft.progress[-MOST_PROGRESS:]:
        words = texts.label(fact.kind)
        told.append(
            f"{fact.at.month}月{fact.at.day}日{fact.unit_name}{words}：{_closed(fact.text)}"
            if fact.text
            else f"{fact.at.month}月{fact.at.day}日{fact.unit_name}{words}。"
        )
    return "".join(told)


def _case_handling(case: CaseOfNotice, now: datetime) -> list[str]:
    told: list[str] = []
    if case.assigned_at and case.lead_name:
        assist = f"，{'、'.join(case.assist_names)}协办" if case.assist_names else ""
        told.append(f"由{case.lead_name}牵头办理{assist}。")
    if case.signed_at:
        late = "，超过签收时限" if case.sign_due_at and case.signed_at > case.sign_due_at else ""
        told.append(f"{texts.moment(case.signed_at)}签收{late}。")
    elif case.sign_due_at and now > case.sign_due_at:
        told.append(f"应于{texts.moment(case.sign_due_at)}前签收，至今未签收。")
    if case.extension_count:
        told.append(
            f"已延期{case.extension_count}次，原定期限{texts.moment(case.original_due_at)}。"
        )
    if case.return_count:
        told.append(f"退回{case.return_count}次。")
    if case.rework_count:
        told.append(f"核查不通过返工{case.rework_count}次。")
    return told


def _problem(draft: NoticeDraft, reasons: Sequence[Suggestion], facts: Mapping[str, str]) -> str:
    """Say what is wrong; without a reason of the rules the facts of the case speak."""
    case, own = draft.case, draft.own_texts
    found = [(one.trigger, one.count or 0) for one in reasons]
    if not found and case is not None:
        if draft.overdue_days:
            found.append((Trigger.OVERDUE, 0))
        if case.rework_count:
            found.append((Trigger.REWORK, case.rework_count))
    told = [
        said(own, f"problem_{trigger.value}", {**facts, "次数": str(count or "")})
        for trigger, count in found
    ]
    told = [one for one in told if one] or [said(own, "problem_none", facts)]
    return "".join(dict.fromkeys(told))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _closed(text: str) -> str:
    """Return a text that ends like a sentence."""
    words = " ".join(text.split())
    return words if words.endswith(("。", "！", "？", "；")) else words + "。"


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}小时{rest}分钟" if hours else f"{rest}分钟"
