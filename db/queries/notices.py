"""The register of supervision notices, its counts and the register book (domain.md §3.3 F)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from db.model.account import account, person
from db.model.case import cases
from db.model.meeting import decision
from db.model.organisation import unit
from db.model.supervision import notice
from db.queries.door import Reader
from db.queries.scope import WHOLE_STREET, within_reach
from db.rules.notice_states import (
    ASKING_STATES,
    ENDED_STATES,
    RUNNING_STATES,
    STANDING_STATES,
    UNNUMBERED_STATES,
    NoticeState,
    NoticeTab,
)
from db.rules.terms import UNIT_ROLES, SupervisionLevel

MOST_ROWS = 2000
"""Rows of one answer; a street issues some hundred notices a year."""


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """What the register is narrowed to; what is left out narrows nothing.

    ``year`` is the year of issue; what is not issued yet is in every year. ``text`` looks at
    number, subject, unit (also by pinyin initials) and case number.
    """

    tab: NoticeTab = NoticeTab.ALL
    levels: tuple[SupervisionLevel, ...] = ()
    unit_ids: tuple[int, ...] = ()
    triggers: tuple[str, ...] = ()
    case_id: int | None = None
    decision_id: int | None = None
    year: int | None = None
    text: str = ""

    def replace(self, **changes: Any) -> NoticeFilter:
        """Return the filter with some of its fields changed."""
        return dataclasses.replace(self, **changes)


EVERY_NOTICE = NoticeFilter()


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A line of the register.

    ``in_time`` is None while it is not struck off; ``is_late`` tells that the unit is at work
    past the limit, ``is_reply_late`` that its reply is due and none came.
    """

    id: int
    version: int
    state: NoticeState
    level: SupervisionLevel
    trigger: str
    number: str
    unit_id: int
    unit_name: str
    unit_short_name: str
    subject: str
    case_id: int | None
    case_number: str
    decision_id: int | None
    decision_code: str
    drafter: str
    drafted_at: datetime
    checker: str
    issuer: str
    issued_at: datetime | None
    finish_by: datetime | None
    report_by: datetime | None
    delivered_at: datetime | None
    replied_at: datetime | None
    reply_outcome: str
    strike_off_asked_at: datetime | None
    struck_off_at: datetime | None
    in_time: bool | None
    points: float
    withdrawn_reason: str
    is_late: bool
    is_reply_late: bool


@dataclass(frozen=True, slots=True)
class NoticeCounts:
    """How many notices stand in each tab and level, and the figures at the foot of the register."""

    tabs: Mapping[NoticeTab, int]
    levels: Mapping[SupervisionLevel, int]
    struck_off: int
    in_time: int
    points: float


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line of the register book; a withdrawn notice keeps its line with the reason."""

    position: int
    number: str
    level: SupervisionLevel
    unit_name: str
    subject: str
    case_number: str
    issuer: str
    issued_at: datetime
    finish_by: datetime
    replied_at: datetime | None
    reply_outcome: str
    struck_off_at: datetime | None
    in_time: bool | None
    points: float
    is_withdrawn: bool
    remark: str


def seen_notices(reader: Reader) -> ColumnElement[bool]:
    """Return the condition for the notices that the reader may see.

    A unit sees its own once they are issued; administrators see none.
    """
    street = within_reach(reader, notice.c.street_id)
    if reader.actor.role in WHOLE_STREET:
        return street
    if reader.actor.role not in UNIT_ROLES:
        return and_(street, notice.c.id == 0)
    return and_(street, notice.c.unit_id == reader.actor.unit_id, notice.c.number.is_not(None))


def notices(reader: Reader, filter: NoticeFilter = EVERY_NOTICE) -> tuple[NoticeRow, ...]:
    """Return the lines of the register, what is still to be done first, then the newest first."""
    is_ended = case((notice.c.state.in_(_values(ENDED_STATES)), 1), else_=0)
    rows = reader.connection.execute(
        _select()
        .where(*_conditions(reader, filter))
        .order_by(is_ended, notice.c.id.desc())
        .limit(MOST_ROWS)
    ).all()
    names = names_of(reader, (getattr(row, column) for row in rows for column in _PEOPLE))
    return tuple(_notice_row(reader, row, names) for row in rows)


def notice_counts(reader: Reader, filter: NoticeFilter = EVERY_NOTICE) -> NoticeCounts:
    """Return the counts of the tabs and levels for a filter, whose own tab is left aside."""
    conditions = _conditions(reader, filter.replace(tab=NoticeTab.ALL))
    late = _is_reply_late(reader).label("late")
    rows = reader.connection.execute(
        select(
            notice.c.state,
            notice.c.level,
            late,
            func.count().label("how_many"),
            func.sum(case((notice.c.struck_off_in_time.is_(True), 1), else_=0)).label("in_time"),
            func.sum(notice.c.points).label("points"),
        )
        .select_from(_joined())
        .where(*conditions)
        .group_by(notice.c.state, notice.c.level, late)
    ).all()
    tabs = dict.fromkeys(NoticeTab, 0)
    levels: dict[SupervisionLevel, int] = {}
    for row in rows:
        tabs[NoticeTab.ALL] += row.how_many
        tabs[tab_of(NoticeState(row.state), is_reply_late=bool(row.late))] += row.how_many
        level = SupervisionLevel(row.level)
        levels[level] = levels.get(level, 0) + row.how_many
    return NoticeCounts(
        tabs,
        levels,
        tabs[NoticeTab.STRUCK_OFF],
        sum(int(row.in_time) for row in rows),
        sum(float(row.points) for row in rows),
    )


def tab_of(state: NoticeState, *, is_reply_late: bool) -> NoticeTab:
    """Return the one tab, beside that of all, in which a notice stands."""
    if state in UNNUMBERED_STATES:
        return NoticeTab.TO_ISSUE
    if state in ASKING_STATES:
        return NoticeTab.TO_STRIKE_OFF
    if state is NoticeState.STRUCK_OFF:
        return NoticeTab.STRUCK_OFF
    if state is NoticeState.WITHDRAWN:
        return NoticeTab.WITHDRAWN
    return NoticeTab.LATE if is_reply_late else NoticeTab.RUNNING


def notice_book(reader: Reader, start: datetime, end: datetime) -> tuple[BookRow, ...]:
    """Return every numbered notice issued from ``start`` until before ``end``, in number order."""
    rows = reader.connection.execute(
        _select()
        .where(
            seen_notices(reader),
            notice.c.number.is_not(None),
            notice.c.issued_at >= start,
            notice.c.issued_at < end,
        )
        .order_by(notice.c.year, notice.c.serial)
    ).all()
    names = names_of(reader, (row.issued_by for row in rows))
    return tuple(
        BookRow(
            position,
            row.number,
            SupervisionLevel(row.level),
            row.unit_name,
            row.subject,
            row.case_number or "",
            names.get(row.issued_by, ""),
            row.issued_at,
            row.finish_by,
            row.replied_at,
            row.reply_outcome,
            row.struck_off_at,
            row.struck_off_in_time,
            float(row.points),
            row.state == NoticeState.WITHDRAWN,
            row.withdrawn_reason,
        )
        for position, row in enumerate(rows, start=1)
    )


def names_of(reader: Reader, account_ids: Iterable[int | None]) -> dict[int, str]:
    """Return the name of the person behind each account."""
    ids = {id_ for id_ in account_ids if id_ is not None}
    rows = reader.connection.execute(
        select(account.c.id, person.c.name)
        .join(person, person.c.id == account.c.person_id)
        .where(account.c.id.in_(ids))
    )
    return {row.id: row.name for row in rows}


_PEOPLE = ("drafted_by", "checked_by", "issued_by")


def _joined() -> Any:
    return (
        notice.join(unit, unit.c.id == notice.c.unit_id)
        .outerjoin(cases, cases.c.id == notice.c.case_id)
        .outerjoin(decision, decision.c.id == notice.c.decision_id)
    )


def _select() -> Select[Any]:
    n = notice.c
    return select(
        n.id,
        n.version,
        n.state,
        n.level,
        n.trigger,
        n.number,
        n.unit_id,
        n.subject,
        n.case_id,
        n.decision_id,
        n.drafted_by,
        n.drafted_at,
        n.checked_by,
        n.issued_by,
        n.issued_at,
        n.finish_by,
        n.report_by,
        n.delivered_at,
        n.replied_at,
        n.reply_outcome,
        n.strike_off_asked_at,
        n.struck_off_at,
        n.struck_off_in_time,
        n.points,
        n.withdrawn_reason,
        unit.c.name.label("unit_name"),
        unit.c.short_name.label("unit_short_name"),
        cases.c.number.label("case_number"),
        decision.c.code.label("decision_code"),
    ).select_from(_joined())


def _values(states: Iterable[NoticeState]) -> list[str]:
    return sorted(state.value for state in states)


def _is_reply_late(reader: Reader) -> ColumnElement[bool]:
    return and_(
        notice.c.state.in_(_values(RUNNING_STATES)),
        notice.c.replied_at.is_(None),
        notice.c.report_by < reader.now,
    )


def _conditions(reader: Reader, filter: NoticeFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [seen_notices(reader), *_tab_conditions(reader, filter.tab)]
    if filter.levels:
        found.append(notice.c.level.in_(sorted(map(int, filter.levels))))
    if filter.unit_ids:
        found.append(notice.c.unit_id.in_(filter.unit_ids))
    if filter.triggers:
        found.append(notice.c.trigger.in_(filter.triggers))
    if filter.case_id is not None:
        found.append(notice.c.case_id == filter.case_id)
    if filter.decision_id is not None:
        found.append(notice.c.decision_id == filter.decision_id)
    if filter.year is not None:
        found.append(or_(notice.c.year == filter.year, notice.c.year.is_(None)))
    return [*found, *(_holds(word) for word in filter.text.split())]


def _tab_conditions(reader: Reader, tab: NoticeTab) -> list[ColumnElement[bool]]:
    states = {
        NoticeTab.TO_ISSUE: UNNUMBERED_STATES,
        NoticeTab.RUNNING: RUNNING_STATES,
        NoticeTab.LATE: RUNNING_STATES,
        NoticeTab.TO_STRIKE_OFF: ASKING_STATES,
        NoticeTab.STRUCK_OFF: {NoticeState.STRUCK_OFF},
        NoticeTab.WITHDRAWN: {NoticeState.WITHDRAWN},
    }
    if tab is NoticeTab.ALL:
        return []
    found: list[ColumnElement[bool]] = [notice.c.state.in_(_values(states[tab]))]
    if tab is NoticeTab.LATE:
        found.append(_is_reply_late(reader))
    if tab is NoticeTab.RUNNING:
        found.append(or_(notice.c.replied_at.is_not(None), notice.c.report_by >= reader.now))
    return found


def _holds(word: str) -> ColumnElement[bool]:
    return or_(
        notice.c.number.contains(word, autoescape=True),
        notice.c.subject.contains(word, autoescape=True),
        unit.c.name.contains(word, autoescape=True),
        unit.c.initials.contains(word.lower(), autoescape=True),
        cases.c.number.contains(word.upper(), autoescape=True),
        decision.c.code.contains(word, autoescape=True),
    )


def _notice_row(reader: Reader, row: Any, names: Mapping[int, str]) -> NoticeRow:
    state = NoticeState(row.state)
    is_working = state in STANDING_STATES and row.strike_off_asked_at is None
    return NoticeRow(
        id=row.id,
        version=row.version,
        state=state,
        level=SupervisionLevel(row.level),
        trigger=row.trigger,
        number=row.number or "",
        unit_id=row.unit_id,
        unit_name=row.unit_name,
        unit_short_name=row.unit_short_name,
        subject=row.subject,
        case_id=row.case_id,
        case_number=row.case_number or "",
        decision_id=row.decision_id,
        decision_code=row.decision_code or "",
        drafter=names.get(row.drafted_by, ""),
        drafted_at=row.drafted_at,
        checker=names.get(row.checked_by, ""),
        issuer=names.get(row.issued_by, ""),
        issued_at=row.issued_at,
        finish_by=row.finish_by,
        report_by=row.report_by,
        delivered_at=row.delivered_at,
        replied_at=row.replied_at,
        reply_outcome=row.reply_outcome,
        strike_off_asked_at=row.strike_off_asked_at,
        struck_off_at=row.struck_off_at,
        in_time=row.struck_off_in_time,
        points=float(row.points),
        withdrawn_reason=row.withdrawn_reason,
        is_late=is_working and reader.now > row.finish_by,
        is_reply_late=(
            state in RUNNING_STATES and row.replied_at is None and reader.now > row.report_by
        ),
    )
