"""What is written down of a meeting: proposed agreements, notes of its topics, the minutes.

The record is Chinese in every language. Pages and the command line give rows and take texts; the
contents of the printed pages themselves are made in ``paper_words``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from db.rules.agenda import AttendanceStatus, DecisionKind, DecisionState, Section
from db.rules.decided import EffectKind
from db.rules.terms import SupervisionLevel
from desktop import texts
from desktop.paper_words import minutes_contents

if TYPE_CHECKING:
    from db.queries.agenda import AgendaRow
    from db.queries.decisions import DecisionRow
    from db.queries.effects import Effect
    from db.queries.lookup import StreetRow
    from db.queries.meetings import Attendant, MinutesFacts
    from desktop.documents.contents import MinutesContents

WITH_OWN_HEADING = frozenset({Section.OUTLOOK, Section.SPEECH, Section.CONFIRMATION})
"""Topics whose words stand under a heading of their own, or not at all, on the minutes."""

_DEMANDS: dict[DecisionKind, str] = {
    DecisionKind.CONTINUE: "由{lead}牵头{assist}，{due}前办结“{title}”，并书面反馈办理结果。",
    DecisionKind.REASSIGN: "“{title}”改由{lead}牵头办理{assist}，{old}做好移交，{due}前办结。",
    DecisionKind.SUPERVISE: "对“{title}”实行{level}，由{lead}牵头{assist}，{due}前办结；"
    "逾期未办结的，升级督办。",
    DecisionKind.EXTEND: "同意“{title}”延期，由{lead}倒排时间{assist}，{due}前办结。",
    DecisionKind.CLOSE: "“{title}”已处置到位，由{lead}补齐材料{assist}，{due}前按程序办结。",
}
_PROMISE_ENDS: dict[bool | None, str] = {True: "已按期完成", False: "未按期完成", None: "正在落实"}
_TOLD_FIGURES = ("registered", "closed", "close_rate", "on_time_rate", "overdue_open")
_WEAKEST = 3


@dataclass(frozen=True)
class Agreement:
    """What the words of an agreement are made from."""

    kind: DecisionKind
    title: str
    lead: str
    assist: tuple[str, ...] = ()
    old_lead: str = ""
    due_at: datetime | None = None
    level: SupervisionLevel = SupervisionLevel.NONE
    """How hard a supervision will be, as far as it is known."""


@texts.official
def proposed_text(agreement: Agreement) -> str:
    """Return the words of an agreement as they are proposed; empty while its lead is unknown."""
    if not agreement.lead or agreement.kind not in _DEMANDS:
        return ""
    old = "" if agreement.old_lead == agreement.lead else agreement.old_lead
    assist = f"，{'、'.join(agreement.assist)}协办" if agreement.assist else ""
    due = agreement.due_at
    return _DEMANDS[agreement.kind].format(
        title=_quoted(agreement.title.rstrip("。")),
        lead=agreement.lead,
        assist=assist,
        old=old or "原承办单位",
        level=texts.label(agreement.level) if agreement.level > SupervisionLevel.NONE else "督办",
        due=f"{due.month}月{due.day}日{due:%H:%M}" if due else "按期",
    )


@texts.official
def promise_note(row: DecisionRow) -> str:
    """Return what is noted of an earlier decision when the meeting goes through it."""
    if row.stored_state is DecisionState.DONE:
        end = "已按期完成，予以销号" if row.in_time else "已逾期完成，予以销号"
    elif row.stored_state is DecisionState.CANCELLED:
        end = "已取消"
    elif row.stored_state is DecisionState.SUPERVISED:
        end = "已转督办"
    else:
        end = _PROMISE_ENDS[row.kept]
    matter = _quoted(row.text.rstrip("。；"))
    done = "".join(f"{_effect_told(one)}，" for one in row.effects)
    return f"{row.code}“{matter}”，责任单位{row.lead_name}，{done}{end}。"


def _effect_told(effect: Effect) -> str:
    """Return what the meeting did to the case, and what became of it, for the minutes."""
    if effect.kind is EffectKind.REASSIGNED:
        signed = "并签收" if effect.signed_at else ""
        return f"事件已改派{effect.unit_name}{signed}"
    if effect.kind is EffectKind.EXTENDED and effect.new_due_at is not None:
        return f"办结期限已延至{texts.moment(effect.new_due_at)}"
    if effect.notice_number:
        return f"已发{texts.label(effect.level)}通知单（{effect.notice_number}）"
    return f"{texts.label(effect.level)}通知单已起草"


@texts.official
def topic_note(
    section: Section,
    figures: Mapping[str, Any],
    attendance: Sequence[Attendant],
    decisions: Iterable[DecisionRow],
) -> str:
    """Return what is proposed as the note of a topic; empty where only people can know it."""
    if section is Section.ATTENDANCE:
        return _roll_note(attendance)
    if section is Section.OVERVIEW:
        return _figures_note(figures)
    if section is Section.RANKING:
        return _ranking_note(figures)
    if section is Section.CONFIRMATION:
        count = sum(row.stored_state is not DecisionState.WITHDRAWN for row in decisions)
        return f"宣读本次议定事项{count}项，与会单位无异议。" if count else ""
    return ""


@texts.official
def minutes_of(facts: MinutesFacts, street: StreetRow) -> MinutesContents:
    """Return what stands on the minutes; no topic is told twice."""
    heard = tuple(_promise_told(row) for row in facts.heard if row.section not in WITH_OWN_HEADING)
    said = {row.section: row.discussion for row in facts.heard}
    # While the meeting is open its outlook and speech stand only in the notes.
    outlook = facts.next_focus or said.get(Section.OUTLOOK, "")
    speech = facts.speech or said.get(Section.SPEECH, "")
    held = facts.meeting
    kind = texts.label(held.kind).removeprefix("周")
    title = held.title or f"{held.year}年第{held.week}周{kind}纪要"
    told = replace(
        facts,
        meeting=replace(held, title=title),
        heard=heard,
        next_focus=outlook,
        speech=speech,
    )
    return minutes_contents(told, street)


def _promise_told(row: AgendaRow) -> AgendaRow:
    """Return an earlier decision with its note, or with what the record says of it."""
    if row.decision is None:
        return row
    return replace(row, case=None, discussion=row.discussion or promise_note(row.decision))


def _quoted(words: str) -> str:
    """Return words as they stand inside quotation marks: their own marks become single ones."""
    return words.translate(str.maketrans("“”", "‘’"))


def _roll_note(attendance: Sequence[Attendant]) -> str:
    if not attendance:
        return ""
    counts = {
        status: sum(one.status is status for one in attendance) for status in AttendanceStatus
    }
    owed = len(attendance) - counts[AttendanceStatus.OBSERVER]
    parts = [f"应到{owed}人，实到{counts[AttendanceStatus.PRESENT]}人"]
    for status in (AttendanceStatus.LEAVE, AttendanceStatus.ABSENT):
        names = "、".join(
            f"{one.unit_name}{one.name}" for one in attendance if one.status is status
        )
        if names:
            parts.append(f"{texts.label(status)}{counts[status]}人（{names}）")
    return "，".join(parts) + "。"


def _figures_note(figures: Mapping[str, Any]) -> str:
    current = figures.get("current", {})
    told = [
        f"{texts.indicator_name(code)}{current[code]}{'%' if code.endswith('_rate') else '件'}"
        for code in _TOLD_FIGURES
        if current.get(code) is not None
    ]
    return "，".join(told) + "。" if told else ""


def _ranking_note(figures: Mapping[str, Any]) -> str:
    rated = [one for one in figures.get("stations", ()) if one.get("on_time_rate") is not None]
    weakest = [one for one in rated if float(one["on_time_rate"]) < 100][-_WEAKEST:]
    if not rated:
        return ""
    if not weakest:
        return "各单位应办结事件均按时办结。"
    told = "、".join(f"{one['name']}（{one['on_time_rate']}%）" for one in reversed(weakest))
    return f"按时办结率靠后的单位：{told}，会上作出说明。"
