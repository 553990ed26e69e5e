"""How supervision is told on its page: lines of the register, steps, levels, reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from db.queries.listed import ListedRow, ListedState
from db.queries.notice_detail import NoticeDetail
from db.queries.notices import NoticeRow, tab_of
from db.queries.supervision import SuggestionRow
from db.rules.notice_states import SIGNERS, NoticeState, NoticeTab, ReplyOutcome
from db.rules.supervision import Measure, Suggestion, Trigger
from db.rules.terms import Role, SupervisionLevel
from desktop import texts
from desktop.notice_texts import level_name
from desktop.widgets.chips import ChipSpec, card_chip, state_chip

CARDS: dict[SupervisionLevel, str] = {
    SupervisionLevel.ORDINARY: "ordinary",
    SupervisionLevel.YELLOW: "yellow",
    SupervisionLevel.RED: "red",
}
LISTED = "listed"
DONE = frozenset({NoticeState.STRUCK_OFF, NoticeState.WITHDRAWN})

MEASURE_CARDS: dict[Measure, str] = {
    Measure.ORDINARY: "ordinary",
    Measure.YELLOW: "yellow",
    Measure.RED: "red",
    Measure.LIST_AT_DISTRICT: LISTED,
}
ICONS: dict[Trigger, str] = {
    Trigger.NEARLY_DUE: "bell",
    Trigger.DUE_TODAY: "phone",
    Trigger.OVERDUE: "alarm-clock",
    Trigger.SIGNATURE_OVERDUE: "inbox",
    Trigger.NOTICE_PAST_LIMIT: "timer",
    Trigger.REWORK: "undo-2",
    Trigger.NO_FEEDBACK: "clock",
    Trigger.AGREED_ITEM_MISSED: "users",
}


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, a fainter second line and the tones of both."""

    text: str = ""
    detail: str = ""
    tone: str = "text"
    detail_tone: str = "text2"
    chip: ChipSpec | None = None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of the register: a notice of the street, or a matter that the district listed."""

    id: int
    version: int
    is_listed: bool
    tab: NoticeTab
    card: str
    unit_id: int
    unit: str
    number: Cell
    subject: Cell
    issue: Cell
    limit: Cell
    reply: Cell
    end: Cell
    points: Cell
    strong: bool
    faint: bool
    to_print: bool = False


def notice_line(row: NoticeRow, now: datetime) -> RegisterLine:
    """Return a notice as a line of the register."""
    ended = row.state in DONE
    return RegisterLine(
        id=row.id,
        version=row.version,
        is_listed=False,
        tab=tab_of(row.state, is_reply_late=row.is_reply_late),
        card=CARDS[row.level],
        unit_id=row.unit_id,
        unit=row.unit_short_name or row.unit_name,
        number=Cell(
            row.number or tr("未编号（签发时取号）"),
            tone="text2" if ended or not row.number else "text",
            chip=card_chip(level_name(row.level), CARDS[row.level]),
        ),
        subject=Cell(row.subject, _source(row), "text2" if ended else "text"),
        issue=_issue(row),
        limit=_limit(row, now),
        reply=_reply(row, now),
        end=_end(row),
        points=_points(row.points),
        strong=row.is_late or row.is_reply_late,
        faint=ended,
        to_print=row.state is NoticeState.ISSUED,
    )


def listed_line(row: ListedRow, now: datetime) -> RegisterLine:
    """Return a matter that the district listed as a line of the register."""
    done = row.state is ListedState.DELISTED
    tabs = {
        ListedState.LISTED: NoticeTab.LATE if row.is_late else NoticeTab.RUNNING,
        ListedState.RECTIFIED: NoticeTab.TO_STRIKE_OFF,
        ListedState.DELISTED: NoticeTab.STRUCK_OFF,
    }
    ends = {
        ListedState.LISTED: Cell("—", tone="text3"),
        ListedState.RECTIFIED: Cell(tr("区核查"), tone="purple"),
        ListedState.DELISTED: Cell(tr("已摘牌"), short_day(row.delisted_on), "ok"),
    }
    if row.rectified_at is not None:
        limit = _limit_cell(row.finish_by, None, in_time=bool(row.in_time))
    else:
        limit = _limit_cell(row.finish_by, now, in_time=True)
    return RegisterLine(
        id=row.id,
        version=0,
        is_listed=True,
        tab=tabs[row.state],
        card=LISTED,
        unit_id=row.unit_id,
        unit=row.unit_name,
        number=Cell(
            row.number,
            tone="text2" if done else "text",
            chip=card_chip(tr("挂牌"), LISTED),
        ),
        subject=Cell(row.subject, row.case_number or row.authority, "text2" if done else "text"),
        issue=Cell(row.leader_name or "—", short_day(row.listed_on)),
        limit=limit,
        reply=Cell(
            tr("已整改") if row.rectified_at else tr("整改中"),
            short_day(row.rectified_at),
            "text2" if row.rectified_at else "text",
        ),
        end=ends[row.state],
        points=Cell("—", tone="text3"),
        strong=row.is_late and not done,
        faint=done,
    )


def short_day(moment: datetime | date | None) -> str:
    """Return a day as 11-20."""
    return f"{moment:%m-%d}" if moment else ""


def days_words(limit: datetime, now: datetime) -> tuple[str, str]:
    """Return how far a limit is, in words and their tone."""
    days = (limit.date() - now.date()).days
    if now > limit:
        return (tr("超 {n} 日").format(n=-days) if days else tr("今天已超时")), "danger"
    if not days:
        return tr("今天到期"), "warn"
    return tr("剩 {n} 日").format(n=days), "warn" if days == 1 else "text2"


def chip_of_notice(detail: NoticeDetail) -> ChipSpec:
    """Return the chip of where a notice stands: what has to be done next."""
    state = detail.state
    words, tone = {
        NoticeState.DRAFT: (tr("待审核"), "amber"),
        NoticeState.CHECKED: (tr("待签发"), "amber"),
        NoticeState.ISSUED: (tr("待送达"), "amber"),
        NoticeState.DELIVERED: (tr("待回执"), "blue"),
        NoticeState.REPLIED: (tr("已回执"), "blue"),
        NoticeState.SENT_BACK: (tr("退回重办"), "rose"),
        NoticeState.ASKED: (tr("待核查"), "purple"),
        NoticeState.VERIFIED: (tr("待批准"), "purple"),
        NoticeState.STRUCK_OFF: (tr("已销号"), "green"),
        NoticeState.WITHDRAWN: (tr("已撤销"), "grey"),
    }[state]
    return state_chip(words, tone, done=state is NoticeState.STRUCK_OFF)


def steps_of_notice() -> tuple[str, ...]:
    """Return the stations in the life of a notice."""
    return (
        tr("拟稿"), tr("审核"), tr("签发编号"), tr("打印送达"), tr("回执"), tr("销号"),
    )  # fmt: skip


def place_of_notice(detail: NoticeDetail) -> int:
    """Return at which station a notice is; 6 when all are done."""
    if detail.state is NoticeState.WITHDRAWN:
        return 3 if detail.number else 1
    if detail.state is NoticeState.REPLIED:
        return 5 if detail.reply_outcome == ReplyOutcome.CLOSED else 4
    return {
        NoticeState.DRAFT: 1,
        NoticeState.CHECKED: 2,
        NoticeState.ISSUED: 3,
        NoticeState.DELIVERED: 4,
        NoticeState.SENT_BACK: 4,
        NoticeState.ASKED: 5,
        NoticeState.VERIFIED: 5,
        NoticeState.STRUCK_OFF: 6,
    }[detail.state]


def story_of_notice(detail: NoticeDetail) -> str:
    """Return in one line who did the last thing and who has to do the next one."""
    last = detail.steps[-1] if detail.steps else None
    said = []
    if last is not None:
        said.append(
            tr("{name} {at} {action}").format(
                name=last.actor_name, at=f"{last.at:%m-%d %H:%M}", action=texts.label(last.kind)
            )
        )
    if detail.state is NoticeState.WITHDRAWN:
        said.append(tr("撤销理由：{reason}").format(reason=detail.withdrawn_reason))
    awaited = awaited_of_notice(detail)
    if awaited:
        said.append(awaited)
    return " · ".join(said)


def awaited_of_notice(detail: NoticeDetail) -> str:
    """Return who has to move a notice on."""
    state = detail.state
    if state is NoticeState.DRAFT:
        return tr("等{who}审核").format(who=_roles((Role.SHIFT_LEAD, Role.DIRECTOR)))
    if state in (NoticeState.CHECKED, NoticeState.VERIFIED):
        who = _roles(SIGNERS[detail.level])
        action = tr("签发") if state is NoticeState.CHECKED else tr("批准销号")
        return tr("等{who}{action}").format(who=who, action=action)
    if state in (NoticeState.DELIVERED, NoticeState.SENT_BACK):
        return tr("等{who}回执").format(who=detail.unit.name)
    if state is NoticeState.ASKED:
        return tr("等指挥室核查")
    return ""


def head_of_suggestion(row: SuggestionRow) -> tuple[str, str, str]:
    """Return icon, words and tone of the first reason."""
    reason = row.reasons[0]
    icon = "flag" if row.measure is Measure.LIST_AT_DISTRICT else ICONS[reason.trigger]
    tone = {
        Measure.LIST_AT_DISTRICT: "danger",
        Measure.RED: "danger",
        Measure.YELLOW: "danger",
        Measure.ORDINARY: "warn",
    }.get(row.measure, "brand")
    if reason.trigger is Trigger.AGREED_ITEM_MISSED:
        tone = "brand"
    return icon, reason_words(reason, row), tone


def reason_words(reason: Suggestion, row: SuggestionRow) -> str:
    """Return why a measure is suggested, with its figure."""
    trigger = reason.trigger
    late = _late(reason)
    if trigger is Trigger.OVERDUE:
        return tr("逾期 {late}").format(late=late)
    if trigger is Trigger.SIGNATURE_OVERDUE:
        return tr("签收逾期 {late}").format(late=late)
    if trigger is Trigger.NOTICE_PAST_LIMIT:
        return tr("{level}过时限 {late}").format(level=texts.label(row.level), late=late).strip()
    if trigger is Trigger.REWORK:
        return tr("返工 {n} 次").format(n=reason.count)
    if trigger is Trigger.NO_FEEDBACK:
        return tr("{late}没有反馈").format(late=late)
    if trigger is Trigger.AGREED_ITEM_MISSED:
        return tr("例会 {n} 次未落实").format(n=reason.count)
    return texts.label(trigger)


def chip_of_measure(measure: Measure) -> ChipSpec:
    """Return the chip of a suggested measure."""
    card = MEASURE_CARDS.get(measure)
    if card is None:
        return ChipSpec(texts.label(measure), "grey", "tag")
    words = texts.label(measure).removesuffix("督办").removeprefix("提请区")
    return card_chip(words, card)


def facts_of_suggestion(row: SuggestionRow) -> str:
    """Return the line below the unit: number and the moment that passed."""
    said = [row.number]
    if row.notice_number:
        said.append(row.notice_number)
    first = row.reasons[0].trigger
    if first is Trigger.SIGNATURE_OVERDUE and row.assigned_at:
        said.append(tr("{at} 交办，未签收").format(at=f"{row.assigned_at:%m-%d %H:%M}"))
    elif row.due_at is not None:
        said.append(tr("应于 {day} 办结").format(day=short_day(row.due_at)))
    if len(row.reasons) > 1:
        said.append("、".join(reason_words(one, row) for one in row.reasons[1:]))
    return " · ".join(said)


def _roles(roles: tuple[Role, ...]) -> str:
    return tr("或").join(texts.label(role) for role in roles)


def _late(reason: Suggestion) -> str:
    if reason.overdue_days is not None:
        return tr("{n} 工作日").format(n=reason.overdue_days)
    if reason.overdue_minutes is not None:
        hours, minutes = divmod(reason.overdue_minutes, 60)
        if hours:
            return tr("{h} 小时 {m} 分").format(h=hours, m=minutes)
        return tr("{m} 分钟").format(m=minutes)
    return ""


def _source(row: NoticeRow) -> str:
    """Return where a notice comes from: the trigger, and the case or agreed item."""
    known = {trigger.value: trigger for trigger in Trigger}
    said = [texts.label(known[row.trigger])] if row.trigger in known else []
    said += [one for one in (row.case_number, row.decision_code) if one]
    return " · ".join(said)


def _issue(row: NoticeRow) -> Cell:
    if row.issued_at is not None:
        return Cell(row.issuer, short_day(row.issued_at), "text2" if row.state in DONE else "text")
    if row.state is NoticeState.WITHDRAWN:
        return Cell("—", tone="text3")
    words = tr("待审核") if row.state is NoticeState.DRAFT else tr("待签发")
    return Cell(chip=ChipSpec(words, "amber"))


def _limit(row: NoticeRow, now: datetime) -> Cell:
    if row.finish_by is None:
        if row.state is NoticeState.WITHDRAWN:
            return Cell("—", tone="text3")
        return Cell(tr("签发起算"), tone="text2")
    if row.state is NoticeState.WITHDRAWN:
        return Cell(short_day(row.finish_by), tone="text2")
    if row.strike_off_asked_at is not None:
        in_time = (
            row.in_time if row.in_time is not None else row.strike_off_asked_at <= row.finish_by
        )
        return _limit_cell(row.finish_by, None, in_time=in_time)
    return _limit_cell(row.finish_by, now, in_time=True)


def _limit_cell(limit: datetime, now: datetime | None, *, in_time: bool) -> Cell:
    """Return a limit: how far it is while ``now`` is told, else whether it was kept."""
    if now is None:
        words, tone = (tr("按期"), "ok") if in_time else (tr("逾期"), "danger")
    else:
        words, tone = days_words(limit, now)
    return Cell(short_day(limit), words, "text", tone)


def _reply(row: NoticeRow, now: datetime) -> Cell:
    if row.replied_at is not None:
        words = texts.label(ReplyOutcome(row.reply_outcome)) if row.reply_outcome else tr("已反馈")
        return Cell(words, short_day(row.replied_at), "text2" if row.state in DONE else "text")
    if row.issued_at is None or row.state is NoticeState.WITHDRAWN:
        return Cell("—", tone="text3")
    if row.report_by is None:
        return Cell(tr("未反馈"))
    if row.is_reply_late:
        return Cell(tr("未反馈"), days_words(row.report_by, now)[0], "danger", "danger")
    words, tone = days_words(row.report_by, now)
    if row.delivered_at is not None:
        return Cell(tr("已签收"), short_day(row.delivered_at))
    return Cell(tr("未送达"), words, "warn", tone)


def _end(row: NoticeRow) -> Cell:
    cells = {
        NoticeState.SENT_BACK: Cell(tr("已退回"), tone="rose"),
        NoticeState.ASKED: Cell(tr("待核查"), tone="purple"),
        NoticeState.VERIFIED: Cell(tr("待批准"), tone="purple"),
        NoticeState.STRUCK_OFF: Cell(tr("已销号"), short_day(row.struck_off_at), "ok"),
        NoticeState.WITHDRAWN: Cell(tr("已撤销"), tone="text3"),
    }
    return cells.get(row.state, Cell("—", tone="text3"))


def _points(points: float) -> Cell:
    if not points:
        return Cell("0", tone="text3")
    return Cell(f"−{abs(points):g}" if points < 0 else f"{points:g}", tone="danger")
