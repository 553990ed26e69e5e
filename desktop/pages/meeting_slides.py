"""A row of the agenda as the projected page that everybody in the room reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.queries.agenda import AgendaFacts, AgendaRow
from db.queries.decisions import DecisionRow
from db.queries.meetings import MeetingDetail
from db.rules.agenda import AttendanceStatus, DecisionKind, Section
from db.rules.indicators import INDICATORS
from db.rules.rates import growth, points
from desktop import texts
from desktop.pages.meeting_facts import is_valid
from desktop.pages.meeting_words import (
    ATTENDANCE_LOOKS,
    KINDS,
    case_look,
    day_and_time,
    is_settled,
    kept_chip,
    late_words,
    section_name,
    tr,
)
from desktop.screen.board import Bar, Late, Tile
from desktop.screen.slides import (
    DONE,
    HERE,
    WAITS,
    BarsSlide,
    CaseSlide,
    Heading,
    ListSlide,
    Offered,
    OutlineSlide,
    Said,
    Slide,
    Step,
    TilesSlide,
)

TOLD_FIGURES = (
    "registered", "closed", "close_rate", "transferred", "on_time_rate", "sign_on_time_rate",
    "satisfaction_rate", "overdue_open",
)  # fmt: skip
_TONES = {
    Section.OVERDUE: "red",
    Section.SUPERVISION: "amber",
    Section.DIFFICULT: "purple",
    Section.LAST_DECISIONS: "blue",
}
_PERFECT, _FAIR = 100, 80


@dataclass(frozen=True)
class Draft:
    """What is being agreed at the moment, as the form has it."""

    kind: DecisionKind | None = None
    lead: str = ""
    due_at: datetime | None = None
    mark: str = ""


@dataclass(frozen=True)
class Scene:
    """Everything a slide is made of: the masked meeting, where it stands, what is being agreed."""

    detail: MeetingDetail
    row: AgendaRow
    street: str
    draft: Draft
    lists: bool
    """The overdue cases are shown as a list, before the first of them."""


def slide_of(scene: Scene) -> Slide:
    """Return the projected page of a row."""
    row, detail = scene.row, scene.detail
    heading = _heading(scene)
    if scene.lists:
        return _overdue_list(heading, detail)
    if row.decision is not None:
        return _promise(heading, row, row.decision)
    if row.case is not None:
        return _case(heading, row.case, scene)
    section = row.section
    if section is Section.ATTENDANCE and detail.attendance:
        return _attendance(heading, detail)
    if section is Section.OVERVIEW and detail.figures:
        return _figures(heading, detail.figures)
    if section is Section.RANKING and detail.figures:
        return _ranking(heading, detail.figures.get("stations", ()))
    if section is Section.CONFIRMATION:
        return _agreed(heading, detail.decisions)
    return _outline(heading, scene)


def _heading(scene: Scene) -> Heading:
    row, meeting = scene.row, scene.detail.row
    own = [one for one in scene.detail.of(row.section) if one.case or one.decision]
    here = next((place for place, one in enumerate(own) if one.id == row.id), None)
    title = meeting.title
    if not title:
        words = tr("{street}{kind}")
        title = words.format(street=scene.street, kind=texts.label(meeting.kind))
    week = tr("第 {week} 周").format(week=meeting.week)
    way = tuple(
        HERE if place == here and not scene.lists else DONE if is_settled(one) else WAITS
        for place, one in enumerate(own)
    )
    shows_place = here is not None and not scene.lists
    return Heading(
        title=title,
        week=week,
        section=section_name(row.section),
        tone=_TONES.get(row.section, "blue"),
        place=here + 1 if here is not None and shows_place else 0,
        count=len(own) if shows_place else 0,
        way=way,
    )


# Cases ------------------------------------------------------------------------------------


def _case(heading: Heading, case: AgendaFacts, scene: Scene) -> CaseSlide:
    where = case.grid_name or case.community_name
    source = tr("{source} {day}").format(
        source=texts.label(case.source), day=f"{case.registered_at:%m-%d}"
    )
    urged = ""
    if case.reminder_count:
        words = tr("已催办 {n} 次")
        urged = words.format(n=case.reminder_count)
    due = due_short = ""
    if case.due_at is not None:
        words = tr("应于 {date} 办结")
        due = words.format(date=day_and_time(case.due_at))
        due_short = words.format(date=f"{case.due_at:%m-%d}")
    look = case_look(case)
    is_late = look.tone == "bad"
    return CaseSlide(
        heading=heading,
        title=case.title,
        facts=" · ".join(part for part in (where, source, case.item_name) if part),
        late=late_words(case) or texts.label(case.state_now),
        late_tone=look.tone,
        due=due if is_late else "",
        due_short=due_short if is_late else "",
        urged=urged,
        lead=case.lead_name,
        assist="、".join(case.assist_names),
        said=_said(case),
        offered=_offered(case, scene),
        case_id=case.case_id,
    )


def _said(case: AgendaFacts) -> tuple[Said, ...]:
    promise = case.promise
    at, words = case.last_step_at, case.last_step_text
    told_at = promise.last_progress_at if promise is not None else None
    if promise is not None and told_at is not None and (at is None or told_at > at):
        at, words = told_at, promise.last_progress
    today = Said(
        tr("今日状态"),
        words or tr("还没有办理反馈"),
        f"{at:%m-%d %H:%M}" if at is not None else "",
        "warn",
        *_mark(promise),
    )
    if promise is None:
        return (today,)
    return (_promised(promise), today)


def _promised(promise: DecisionRow) -> Said:
    words = tr("第 {week} 周例会 · {date} 前")
    note = words.format(week=promise.week, date=f"{promise.due_at:%m-%d}")
    return Said(tr("上周承诺"), promise.text, note, "focus")


def _mark(promise: DecisionRow | None, kept: bool | None = None) -> tuple[str, str]:
    if promise is None:
        return "", "grey"
    chip = kept_chip(promise, kept)
    return chip.text, chip.tone


def _offered(case: AgendaFacts, scene: Scene) -> tuple[Offered, ...]:
    draft = scene.draft
    if draft.kind is None:
        agreed = [
            row for row in scene.detail.decisions if row.case_id == case.case_id and is_valid(row)
        ]
        if agreed:
            last = agreed[-1]
            draft = Draft(last.kind, last.lead_name, last.due_at, tr("已议定"))
    lines = []
    if draft.lead:
        lines.append(draft.lead)
    if draft.due_at is not None:
        words = tr("{date} 前")
        lines.append(words.format(date=day_and_time(draft.due_at)))
    return tuple(
        Offered(
            str(place + 1),
            texts.label(kind),
            kind is draft.kind,
            draft.mark if kind is draft.kind else "",
            tuple(lines) if kind is draft.kind else (),
        )
        for place, kind in enumerate(KINDS)
    )


def _promise(heading: Heading, row: AgendaRow, decision: DecisionRow) -> CaseSlide:
    chip = kept_chip(decision, row.kept)
    words = tr("{code} · 第 {week} 周例会议定")
    urged = ""
    if decision.missed_meetings:
        missed = tr("连续 {n} 次例会逾期")
        urged = missed.format(n=decision.missed_meetings)
    due = tr("时限 {date}")
    at = decision.last_progress_at
    today = Said(
        tr("今日状态"),
        decision.last_progress or tr("责任单位还没有反馈"),
        f"{at:%m-%d %H:%M}" if at is not None else "",
        "warn",
        texts.label(decision.state),
        "grey",
    )
    return CaseSlide(
        heading=heading,
        title=decision.case_title or decision.text,
        facts=words.format(code=decision.code, week=decision.week),
        late=chip.text,
        late_tone={"red": "bad", "green": "ok"}.get(chip.tone, ""),
        due=due.format(date=day_and_time(decision.due_at)),
        due_short=due.format(date=f"{decision.due_at:%m-%d}"),
        urged=urged,
        lead=decision.lead_name,
        assist="、".join(decision.assist_names),
        said=(Said(tr("上周承诺"), decision.text, "", "focus"), today),
        offered=(),
        case_id=decision.case_id,
    )


# Lists ------------------------------------------------------------------------------------


def _overdue_list(heading: Heading, detail: MeetingDetail) -> ListSlide:
    found = [row.case for row in detail.of(Section.OVERDUE) if row.case is not None]
    rows = tuple(
        Late(
            case.title,
            " · ".join(part for part in (case.lead_name, case.community_name) if part),
            late_words(case),
        )
        for case in found
    )
    note = tr("共 {n} 件").format(n=len(found))
    return ListSlide(heading, tr("超期清单"), note, rows, tr("没有超期件"))


def _attendance(heading: Heading, detail: MeetingDetail) -> ListSlide:
    """Show who is missing first; units, not people."""
    order = (
        AttendanceStatus.ABSENT,
        AttendanceStatus.LEAVE,
        AttendanceStatus.PRESENT,
        AttendanceStatus.OBSERVER,
    )
    people = sorted(detail.attendance, key=lambda one: order.index(one.status))
    rows = tuple(
        Late(one.unit_name, one.post or " ", texts.label(one.status), _ink(one.status))
        for one in people
    )
    counts = (
        tr("{status} {n}").format(
            status=texts.label(status), n=sum(one.status is status for one in people)
        )
        for status in reversed(order)
        if any(one.status is status for one in people)
    )
    note = " · ".join(counts)
    return ListSlide(heading, tr("签到"), note, rows, tr("还没有点名"), columns=2)


def _ink(status: AttendanceStatus) -> str:
    return ATTENDANCE_LOOKS[status][1]


def _agreed(heading: Heading, decisions: Sequence[DecisionRow]) -> ListSlide:
    """Show what is read back, in the order of the numbers."""
    valid = [row for row in decisions if is_valid(row)]
    words = tr("{code} · {unit} · {date} 前")
    rows = tuple(
        Late(
            row.text,
            words.format(code=row.code, unit=row.lead_name, date=day_and_time(row.due_at)),
            texts.label(row.kind),
            "warn" if row.kind is DecisionKind.SUPERVISE else "focus",
        )
        for row in valid
    )
    note = tr("共 {n} 项").format(n=len(valid))
    empty = tr("这次例会还没有议定事项")
    return ListSlide(heading, tr("议定事项宣读确认"), note, rows, empty, lines=2)


# Figures ----------------------------------------------------------------------------------


def _figures(heading: Heading, figures: Mapping[str, Any]) -> TilesSlide:
    current, previous = figures.get("current", {}), figures.get("previous", {})
    tiles = tuple(_tile(code, current.get(code), previous.get(code)) for code in TOLD_FIGURES)
    return TilesSlide(heading, section_name(Section.OVERVIEW), tiles)


def _tile(code: str, value: str | None, before: str | None) -> Tile:
    indicator = INDICATORS[code]
    name = texts.indicator_name(code)
    if value is None:
        return Tile(name, texts.NOTHING, change=tr("没有可算的事件"))
    is_rate = indicator.denominator is not None
    moved = points(value, before) if is_rate else growth(int(value), int(before or 0))
    unit = "%" if is_rate else tr("件")
    if moved is None:
        return Tile(name, value, unit, tr("上周没有可比的数"))
    by = float(moved)
    if not by:
        return Tile(name, value, unit, tr("与上周持平"))
    size = tr("{n} 个点") if is_rate else "{n}%"
    amount = size.format(n=f"{abs(by):.1f}".removesuffix(".0"))
    words = tr("比上周高 {n}") if by > 0 else tr("比上周低 {n}")
    is_neutral = not is_rate and not indicator.lower_is_better
    is_good = (by > 0) is not indicator.lower_is_better
    ink = "text2" if is_neutral else "ok" if is_good else "warn"
    return Tile(name, value, unit, words.format(n=amount), "", "focus", ink)


def _ranking(heading: Heading, stations: Sequence[Mapping[str, Any]]) -> BarsSlide:
    rated = [one for one in stations if one.get("on_time_rate") is not None]
    bars = tuple(
        Bar(
            str(place),
            str(one["name"]),
            texts.rate(one["on_time_rate"]),
            float(one["on_time_rate"]) / _PERFECT,
            _rate_tone(float(one["on_time_rate"])),
        )
        for place, one in enumerate(rated, start=1)
    )
    title = section_name(Section.RANKING)
    return BarsSlide(heading, title, tr("本周按时办结率"), bars, tr("本周没有应办结的事件"))


def _rate_tone(rate: float) -> str:
    return "ok" if rate >= _PERFECT else "focus" if rate >= _FAIR else "warn"


def _outline(heading: Heading, scene: Scene) -> OutlineSlide:
    sections = list(Section)
    here = sections.index(scene.row.section)
    steps = []
    for place, section in enumerate(sections):
        rows = [one for one in scene.detail.of(section) if one.case or one.decision]
        note = ""
        if rows:
            done = sum(is_settled(one) for one in rows)
            words = tr("{done} / {n} 件")
            note = words.format(done=done, n=len(rows))
        state = HERE if place == here else DONE if place < here else WAITS
        steps.append(Step(section_name(section), note, state))
    return OutlineSlide(heading, section_name(scene.row.section), tuple(steps))
