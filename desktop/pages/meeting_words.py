"""How meetings, agenda rows and decisions are told on the screen: chips, tones, short words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from db.queries.agenda import AgendaFacts, AgendaRow
from db.queries.decisions import DecisionRow, ProgressRow
from db.queries.meetings import MeetingRow
from db.rules.agenda import (
    AgendaState,
    AttendanceStatus,
    DecisionKind,
    DecisionMove,
    DecisionState,
    MeetingState,
    Section,
)
from db.rules.terms import Light, SupervisionLevel
from desktop import texts
from desktop.widgets.chips import ChipSpec, state_chip
from desktop.widgets.deadline import DeadlineLook
from desktop.widgets.timeline import TimelineStep

KINDS = (
    DecisionKind.CONTINUE,
    DecisionKind.REASSIGN,
    DecisionKind.SUPERVISE,
    DecisionKind.EXTEND,
    DecisionKind.CLOSE,
)
"""What can be decided on a case, in the order of Alt+1 to Alt+5."""

KIND_TONES = {
    DecisionKind.CONTINUE: "grey",
    DecisionKind.REASSIGN: "purple",
    DecisionKind.SUPERVISE: "red",
    DecisionKind.EXTEND: "amber",
    DecisionKind.CLOSE: "green",
    DecisionKind.OTHER: "grey",
}
TASK_TONES = {
    DecisionState.WAITING: "grey",
    DecisionState.UNDER_WAY: "blue",
    DecisionState.TO_CONFIRM: "purple",
    DecisionState.DONE: "green",
    DecisionState.OVERDUE: "red",
    DecisionState.CANCELLED: "grey",
    DecisionState.SUPERVISED: "amber",
    DecisionState.WITHDRAWN: "grey",
}
MEETING_TONES = {
    MeetingState.PLANNED: "amber",
    MeetingState.OPEN: "green",
    MeetingState.CLOSED: "grey",
}
ATTENDANCE_LOOKS = {
    AttendanceStatus.PRESENT: ("circle-check", "ok", "green"),
    AttendanceStatus.LEAVE: ("clock", "warn", "amber"),
    AttendanceStatus.ABSENT: ("circle-x", "danger", "red"),
    AttendanceStatus.OBSERVER: ("user", "text2", "grey"),
}
"""Icon, ink and tone of the chip."""

_LEVEL_TONES = {
    SupervisionLevel.ORDINARY: "blue",
    SupervisionLevel.YELLOW: "amber",
    SupervisionLevel.RED: "red",
}
_MOVE_TONES = {
    DecisionMove.CONFIRMED: "ok",
    DecisionMove.REJECTED: "danger",
    DecisionMove.MISSED: "danger",
    DecisionMove.SUPERVISED: "warn",
    DecisionMove.FINISHED: "brand",
}


def tr(source: str) -> str:
    """Return a text of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def meeting_title(row: MeetingRow) -> str:
    """Return what a meeting is called: its own title, else 周例会 · 第 47 周."""
    if row.title:
        return row.title
    words = tr("{kind} · 第 {week} 周")
    return words.format(kind=texts.label(row.kind), week=row.week)


def meeting_chip(row: MeetingRow) -> ChipSpec:
    """Return the chip of a meeting's state."""
    done = row.state is MeetingState.CLOSED
    return state_chip(texts.label(row.state), MEETING_TONES[row.state], done=done)


def section_name(section: Section) -> str:
    """Return a section as the agenda names it."""
    names = {
        Section.ATTENDANCE: tr("签到、通报缺席"),
        Section.LAST_DECISIONS: tr("上次议定事项落实"),
        Section.OVERVIEW: tr("本周概况"),
        Section.RANKING: tr("排名与短板通报"),
        Section.OVERDUE: tr("超期件"),
        Section.SUPERVISION: tr("督办情况"),
        Section.DIFFICULT: tr("重大疑难会商"),
        Section.OUTLOOK: tr("下周研判与重点"),
        Section.SPEECH: tr("领导部署"),
        Section.CONFIRMATION: tr("议定事项宣读确认"),
    }
    return names[section]


def kept_chip(row: DecisionRow, kept: bool | None = None) -> ChipSpec:
    """Return whether a promise was kept; ``kept`` is how it stood when the meeting opened."""
    held = row.kept if kept is None else kept
    if row.stored_state is DecisionState.CANCELLED:
        return ChipSpec(texts.label(row.stored_state), "grey")
    if held is True:
        return ChipSpec(tr("已兑现"), "green", mark="check")
    if held is False:
        return ChipSpec(tr("未兑现"), "red", "pill", "dot")
    return ChipSpec(tr("未到期"), "grey")


def task_chip(row: DecisionRow) -> ChipSpec:
    """Return where a decision stands as a task."""
    return state_chip(
        texts.label(row.state), TASK_TONES[row.state], done=row.state is DecisionState.DONE
    )


def kind_chip(kind: DecisionKind) -> ChipSpec:
    """Return the chip of what was decided."""
    return ChipSpec(texts.label(kind), KIND_TONES[kind])


def row_title(row: AgendaRow) -> str:
    """Return the first line of a row of the agenda."""
    if row.decision is not None:
        return row.decision.text
    return row.case.title if row.case is not None else section_name(row.section)


def late_words(case: AgendaFacts) -> str:
    """Return how late a case is, or how much time it has: 超期 3 个工作日."""
    if case.suspended_at is not None:
        return tr("已挂起")
    if case.overdue_workdays:
        words = tr("超期 {n} 个工作日")
        return words.format(n=case.overdue_workdays)
    if case.light is Light.RED:
        return tr("已超期")
    return due_words(case.due_at)


def short_late_words(case: AgendaFacts) -> str:
    """Return how late a case is as briefly as a list allows: 超 3 日."""
    if case.suspended_at is None and case.overdue_workdays:
        words = tr("超 {n} 日")
        return words.format(n=case.overdue_workdays)
    if case.suspended_at is None and case.light is not Light.RED and case.due_at is not None:
        return f"{case.due_at:%m-%d %H:%M}"
    return late_words(case)


def due_words(due: datetime | None) -> str:
    """Return a due date as 11-27 周五 17:30 到期."""
    if due is None:
        return ""
    words = tr("{date} 到期")
    return words.format(date=day_and_time(due))


def day_and_time(moment: datetime) -> str:
    """Return a moment as 11-27 周五 17:30."""
    weekday = texts.weekday(moment.weekday())
    words = tr("{day} 周{weekday} {time}")
    return words.format(day=f"{moment:%m-%d}", weekday=weekday, time=f"{moment:%H:%M}")


def case_look(case: AgendaFacts) -> DeadlineLook:
    """Return the deadline of a case in a word and a tone."""
    tones = {Light.GREEN: "ok", Light.YELLOW: "warn", Light.RED: "bad", Light.GREY: ""}
    return DeadlineLook(late_words(case), tones[case.light])


def case_explanation(case: AgendaFacts) -> str:
    """Return why a case is where it is: due, reminders, returns, extensions."""
    parts = []
    if case.due_at is not None:
        words = tr("应于 {date} 前办结")
        parts.append(words.format(date=day_and_time(case.due_at)))
    counted = (
        (case.reminder_count, tr("已催办 {n} 次")),
        (case.return_count, tr("退回 {n} 次")),
        (case.rework_count, tr("返工 {n} 次")),
        (case.extension_count, tr("延期 {n} 次")),
    )
    parts += [words.format(n=number) for number, words in counted if number]
    promise = case.promise
    if promise is not None and promise.missed_meetings:
        words = tr("{n} 次例会未完成")
        if promise.missed_meetings > 1:
            words = tr("{n} 次例会未完成，可建议普通督办")
        parts.append(words.format(n=promise.missed_meetings))
    return tr("；").join(parts)


def case_chips(case: AgendaFacts) -> list[ChipSpec]:
    """Return the marks of a case at the right of its number."""
    chips = []
    if case.light is Light.RED:
        chips.append(ChipSpec(tr("超期"), "red", "pill", "dot"))
    if case.rework_count:
        words = tr("返工 {n} 次")
        chips.append(ChipSpec(words.format(n=case.rework_count), "amber"))
    if case.return_count:
        words = tr("退回 {n} 次")
        chips.append(ChipSpec(words.format(n=case.return_count), "rose"))
    level = SupervisionLevel(case.supervision_level)
    if level in _LEVEL_TONES:
        chips.append(ChipSpec(texts.label(level), _LEVEL_TONES[level]))
    return chips


def agenda_chip(row: AgendaRow, agreed: DecisionRow | None, current: bool) -> ChipSpec | None:
    """Return the chip of a row of the agenda; the one that is discussed says so."""
    if agreed is not None:
        return kind_chip(agreed.kind)
    if row.state is AgendaState.DEFERRED:
        return ChipSpec(texts.label(row.state), "teal")
    if row.decision is not None:
        return kept_chip(row.decision, row.kept)
    return ChipSpec(tr("讨论中"), "blue") if current else None


def is_settled(row: AgendaRow) -> bool:
    """Tell whether the meeting has gone through a row."""
    if row.decision is not None and row.decision.stored_state is DecisionState.DONE:
        return True
    return row.state is not AgendaState.WAITING


def progress_step(row: ProgressRow) -> TimelineStep:
    """Return one entry of what happened to a decision."""
    return TimelineStep(
        time=f"{row.at:%H:%M}",
        title=texts.label(row.kind),
        who=row.actor_name,
        note=row.text,
        tone=_MOVE_TONES.get(row.kind, ""),
        day=f"{row.at:%m-%d}",
    )


def span_words(seconds: int) -> str:
    """Return a span of time as 01:42 or 1:26:14."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
