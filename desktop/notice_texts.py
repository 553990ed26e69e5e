"""What a supervision notice says before a person edits it, and the papers beside it.

Sentences are made from facts of the record only; what is not known is not said. Like the pages
they go on, they are Chinese in every language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, cast

from db.commands.notices import NoticeTexts
from db.rules.supervision import Consequence, Suggestion, Trigger
from db.rules.terms import Source, SupervisionLevel
from desktop import texts
from desktop.documents.contents import CaseListContents, Column, ReceiptContents

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

MEANS: dict[str, str] = {
    "written": "书面督办",
    "on_site": "现场督办",
    "talk": "约谈",
    "bulletin": "通报",
}
"""Code of how it is supervised → its words on the paper (domain.md §3.1)."""

_DEMANDS: dict[SupervisionLevel, tuple[str, ...]] = {
    SupervisionLevel.ORDINARY: (
        "立即组织力量办理，明确责任人员和完成时间。",
        "在办结时限内办理到位，上传办理过程和办理结果的佐证材料。",
        "在反馈时限内送交回执；到期不能办结的，写明进展、原因和预计完成时间。",
    ),
    SupervisionLevel.YELLOW: (
        "单位负责人牵头，立即组织力量办理，逐项明确责任人员和完成时间。",
        "在办结时限内办理到位，上传办理过程和办理结果的佐证材料。",
        "在反馈时限内送交回执；到期不能办结的，写明进展、原因和预计完成时间。",
        "单位负责人在下一次例会上说明未按期办理的原因和整改情况。",
    ),
    SupervisionLevel.RED: (
        "单位主要负责人直接办理，即日制定整改措施，逐项明确责任人员和完成时间。",
        "在办结时限内办理到位，上传办理过程和办理结果的佐证材料。",
        "在反馈时限内送交回执，并附书面整改报告。",
        "单位主要负责人向街道分管领导当面说明情况。",
    ),
}


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
    return NoticeTexts(
        subject=title,
        background=_background(draft),
        handling=_handling(draft, now),
        problem=_problem(draft, reasons),
        basis=_basis(draft, draft.agreed.code if draft.agreed else code),
        demands=_DEMANDS.get(draft.level, ()),
        consequence=consequence(draft.level, draft.consequences, draft.points),
        copy_to=department,
        contact_name=draft.contact_name,
        contact_phone=draft.contact_phone,
    )


@texts.official
def consequence(level: SupervisionLevel, found: Iterable[Consequence], points: float) -> str:
    """Return what follows from a notice of a level, in one sentence."""
    parts: list[str] = []
    for one in found:
        if one is Consequence.POINTS:
            if points:
                parts.append(f"本次{texts.label(level)}计扣{abs(points):g}分")
        elif one is Consequence.REPORT_AT_MEETING:
            parts.append("单位负责人在下一次例会上说明情况")
        elif one is Consequence.COPY_TO_DEPARTMENT:
            parts.append("本通知单抄送主管部门")
        else:
            parts.append(f"逾期未办结的，{texts.label(one)}")
    return "；".join(parts) + "。" if parts else ""


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


def _background(draft: NoticeDraft) -> str:
    case, agreed = draft.case, draft.agreed
    said: list[str] = []
    if agreed is not None:
        said.append(
            f"例会议定事项（{agreed.code}）：{_closed(agreed.text)}"
            f"议定完成时限为{texts.moment(agreed.due_at)}。"
        )
    if case is not None:
        source = texts.label(Source(case.source))
        place = case.address or case.community_name
        said.append(
            f"{texts.day(case.registered_at)}，街道综合信息指挥室登记“{case.title}”"
            f"（来源：{source}{'；地点：' + place if place else ''}）。"
        )
        if case.content and case.content.strip() != case.title:
            said.append(_closed(case.content))
    return "".join(said)


def _handling(draft: NoticeDraft, now: datetime) -> str:
    """Tell what was done and how late it is, with the arithmetic of the days.

    When it was assigned and how often reminded stand on the form by themselves.
    """
    case, agreed = draft.case, draft.agreed
    said: list[str] = []
    if case is not None:
        said += _case_handling(case, now)
        if draft.overdue_days and case.due_at:
            said.append(
                f"办结期限为{texts.moment(case.due_at)}，至{texts.day(now)}"
                f"已超期{draft.overdue_days}个工作日。"
            )
        elif case.due_at and now > case.due_at:
            minutes = int((now - case.due_at).total_seconds() // 60)
            said.append(f"办结期限为{texts.moment(case.due_at)}，已超期{_span(minutes)}。")
    if agreed is not None and agreed.missed_meetings:
        said.append(f"连续{agreed.missed_meetings}次例会检查均未落实。")
    for standing in draft.standing:
        said.append(
            f"{texts.day(standing.issued_at)}已发{texts.label(standing.level)}通知单"
            f"（{standing.number}），时限{texts.moment(standing.finish_by)}。"
        )
    for fact in draft.progress[-MOST_PROGRESS:]:
        words = texts.label(fact.kind)
        said.append(
            f"{fact.at.month}月{fact.at.day}日{fact.unit_name}{words}：{_closed(fact.text)}"
            if fact.text
            else f"{fact.at.month}月{fact.at.day}日{fact.unit_name}{words}。"
        )
    return "".join(said)


def _case_handling(case: CaseOfNotice, now: datetime) -> list[str]:
    said: list[str] = []
    if case.assigned_at and case.lead_name:
        assist = f"，{'、'.join(case.assist_names)}协办" if case.assist_names else ""
        said.append(f"由{case.lead_name}牵头办理{assist}。")
    if case.signed_at:
        late = "，超过签收时限" if case.sign_due_at and case.signed_at > case.sign_due_at else ""
        said.append(f"{texts.moment(case.signed_at)}签收{late}。")
    elif case.sign_due_at and now > case.sign_due_at:
        said.append(f"应于{texts.moment(case.sign_due_at)}前签收，至今未签收。")
    if case.extension_count:
        said.append(
            f"已延期{case.extension_count}次，原定期限{texts.moment(case.original_due_at)}。"
        )
    if case.return_count:
        said.append(f"退回{case.return_count}次。")
    if case.rework_count:
        said.append(f"核查不通过返工{case.rework_count}次。")
    return said


def _problem(draft: NoticeDraft, reasons: Sequence[Suggestion]) -> str:
    said = [_reason_sentence(one) for one in reasons]
    case = draft.case
    if not any(said) and case is not None:
        if draft.overdue_days:
            said.append("未在规定期限内办结，也未说明原因。")
        if case.rework_count:
            said.append(f"办理质量不高，核查不通过返工{case.rework_count}次。")
    if not any(said):
        said.append("办理进展缓慢，问题尚未解决。")
    return "".join(dict.fromkeys(one for one in said if one))


def _reason_sentence(reason: Suggestion) -> str:
    count = reason.count or 0
    sentences = {
        Trigger.OVERDUE: "未在规定期限内办结，也未说明原因。",
        Trigger.SIGNATURE_OVERDUE: "交办后未在规定时限内签收。",
        Trigger.NOTICE_PAST_LIMIT: "前次督办到期仍未办结。",
        Trigger.REWORK: f"办理质量不高，核查不通过返工{count}次。",
        Trigger.NO_FEEDBACK: "交办后长时间没有反馈办理进展。",
        Trigger.AGREED_ITEM_MISSED: f"例会议定事项连续{count}次未按时限落实。",
        Trigger.DUE_TODAY: "办结期限当日尚未办结。",
        Trigger.NEARLY_DUE: "办结期限临近，尚未办结。",
    }
    return sentences[reason.trigger]


def _basis(draft: NoticeDraft, code: str) -> str:
    said: list[str] = []
    if draft.case is not None and draft.case.instruction:
        said.append(f"领导批示：{_closed(draft.case.instruction)}")
    if code:
        said.append(f"例会议定事项{code}。")
    said.append(f"街道事件处置时限和督办规定（{texts.label(draft.level)}）。")
    return "".join(said)


def _closed(text: str) -> str:
    """Return a text that ends like a sentence."""
    words = " ".join(text.split())
    return words if words.endswith(("。", "！", "？", "；")) else words + "。"


def _span(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}小时{rest}分钟" if hours else f"{rest}分钟"
