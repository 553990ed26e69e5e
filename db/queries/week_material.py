"""All that the review material of a week is made from, in one look (domain.md §4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from db.model.case import cases
from db.model.meeting import meeting
from db.model.organisation import unit
from db.model.supervision import notice
from db.queries.breakdowns import (
    RankedItem,
    RankedStation,
    item_ranking,
    station_ranking,
    weekday_hours,
)
from db.queries.cases import CaseRow, case_rows
from db.queries.counted import counts
from db.queries.decisions import DecisionRow, unfinished_decisions
from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.notices import BookRow, notice_book, seen_notices
from db.queries.page import CaseFilter, Order, case_ids
from db.queries.statistics import (
    Compared,
    FigureScope,
    FiguresResult,
    GroupBy,
    TrendPoint,
    compared,
    indicators,
    scope_conditions,
    trend,
)
from db.rules.counters import Counters
from db.rules.notice_states import STANDING_STATES
from db.rules.numbering import IsoWeek
from db.rules.terms import Satisfaction, Source, Urgency

MOST_LISTED = 200
"""Cases of one list; more are counted and not shown."""
MOST_PLACES = 10

HOTLINES = (Source.HOTLINE_12345, Source.POLICE_110)
JOINT_WORK = (Source.JOINT_ENFORCEMENT, Source.RANDOM_INSPECTION, Source.PARTY_ERRAND)


@dataclass(frozen=True, slots=True)
class CaseList:
    """Cases of a list, the first ones; ``total`` counts all."""

    rows: tuple[CaseRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HotPlace:
    """An address from which more than one case came in the week."""

    address: str
    community: str
    count: int


@dataclass(frozen=True, slots=True)
class SupervisionCounts:
    """Notices struck off in the week, and those that stand or stand too long now."""

    struck_off: int
    standing: int
    late: int


@dataclass(frozen=True, slots=True)
class WeekMaterial:
    """The facts of a week; lists are as they stand now."""

    week: IsoWeek
    street: StreetRow
    compared: Compared
    trend: tuple[TrendPoint, ...]
    hours: tuple[tuple[int, ...], ...]
    by_platform: FiguresResult
    by_community: FiguresResult
    by_grid: FiguresResult
    by_item: FiguresResult
    by_item_before: FiguresResult
    items: tuple[RankedItem, ...]
    stations: tuple[RankedStation, ...]
    places: tuple[HotPlace, ...]
    overdue: CaseList
    nearly_due: CaseList
    troubled: CaseList
    """Given back, sent back or found wanting by the reporter."""
    major: CaseList
    notices: tuple[BookRow, ...]
    supervision: SupervisionCounts
    decisions: tuple[DecisionRow, ...]
    sources: tuple[tuple[Source, Counters], ...]
    opinion: str
    next_focus: str
    now: datetime


def week_material(reader: Reader, year: int, week: int) -> WeekMaterial:
    """Return what the material of a week tells."""
    asked = IsoWeek(year, week)
    scope = FigureScope(asked.monday, asked.sunday).at(reader.now)
    opinion, next_focus = _said(reader, asked)
    return WeekMaterial(
        week=asked,
        street=street(reader),
        compared=compared(reader, scope),
        trend=trend(reader, scope, GroupBy.DAY),
        hours=weekday_hours(reader, scope),
        by_platform=indicators(reader, scope, GroupBy.PLATFORM),
        by_community=indicators(reader, scope, GroupBy.COMMUNITY),
        by_grid=indicators(reader, scope, GroupBy.GRID),
        by_item=indicators(reader, scope, GroupBy.ITEM),
        by_item_before=indicators(reader, scope.previous(), GroupBy.ITEM),
        items=item_ranking(reader, scope),
        stations=station_ranking(reader, scope),
        places=_hot_places(reader, scope),
        overdue=_listed(reader, CaseFilter(open_only=True, overdue=True)),
        nearly_due=_listed(reader, CaseFilter(open_only=True, nearly_due=True)),
        troubled=_troubled(reader, scope),
        major=_major(reader),
        notices=notice_book(reader, asked.start, asked.end),
        supervision=_supervision(reader, asked),
        decisions=unfinished_decisions(reader),
        sources=tuple(
            (source, indicators(reader, _of_source(scope, source)).total)
            for source in (*HOTLINES, *JOINT_WORK)
        ),
        opinion=opinion,
        next_focus=next_focus,
        now=reader.now,
    )


def _of_source(scope: FigureScope, source: Source) -> FigureScope:
    return FigureScope(
        scope.start, scope.end, scope.basis, scope.cutoff, CaseFilter(sources=(source,))
    )


def _listed(reader: Reader, filter: CaseFilter) -> CaseList:
    return _rows(reader, case_ids(reader, filter, Order.DEADLINE))


def _rows(reader: Reader, ids: Iterable[int]) -> CaseList:
    wanted = list(ids)
    found = case_rows(reader, wanted[:MOST_LISTED])
    rows = tuple(found[id_] for id_ in wanted[:MOST_LISTED] if id_ in found)
    return CaseList(rows, len(wanted))


def _major(reader: Reader) -> CaseList:
    """Return the open cases that are major or urged by a leader, once each."""
    major = case_ids(reader, CaseFilter(open_only=True, urgencies=(Urgency.MAJOR,)), Order.DEADLINE)
    urged = case_ids(reader, CaseFilter(open_only=True, urged=True), Order.DEADLINE)
    return _rows(reader, dict.fromkeys([*major, *urged]))


def _troubled(reader: Reader, scope: FigureScope) -> CaseList:
    assert scope.cutoff is not None  # said by the caller
    ids = reader.connection.execute(
        select(cases.c.id)
        .where(
            *scope_conditions(reader, scope),
            counts(scope.cutoff)["registered"].condition,
            or_(
                cases.c.return_count > 0,
                cases.c.rework_count > 0,
                cases.c.satisfaction == Satisfaction.DISSATISFIED.value,
            ),
        )
        .order_by(cases.c.id)
    ).scalars()
    return _rows(reader, ids)


def _hot_places(reader: Reader, scope: FigureScope) -> tuple[HotPlace, ...]:
    assert scope.cutoff is not None  # said by the caller
    count = func.count().label("count")
    rows = reader.connection.execute(
        select(cases.c.address, unit.c.name, count)
        .outerjoin(unit, unit.c.id == cases.c.community_id)
        .where(
            *scope_conditions(reader, scope),
            counts(scope.cutoff)["registered"].condition,
            cases.c.address != "",
        )
        .group_by(cases.c.address, unit.c.name)
        .having(count > 1)
        .order_by(count.desc(), cases.c.address)
        .limit(MOST_PLACES)
    )
    return tuple(HotPlace(address, community or "", number) for address, community, number in rows)


def _supervision(reader: Reader, week: IsoWeek) -> SupervisionCounts:
    def number(*conditions: object) -> int:
        found = reader.connection.execute(
            select(func.count()).select_from(notice).where(seen_notices(reader), *conditions)  # type: ignore[arg-type]
        )
        return int(found.scalar_one())

    standing = notice.c.state.in_([state.value for state in STANDING_STATES])
    return SupervisionCounts(
        struck_off=number(notice.c.struck_off_at >= week.start, notice.c.struck_off_at < week.end),
        standing=number(standing),
        late=number(standing, notice.c.finish_by < reader.now),
    )


def _said(reader: Reader, week: IsoWeek) -> tuple[str, str]:
    """Return what the last meeting of the week concluded and what it set for the next one."""
    row = reader.connection.execute(
        select(meeting.c.opinion, meeting.c.next_focus)
        .where(
            meeting.c.street_id == reader.actor.street_id,
            meeting.c.year == week.year,
            meeting.c.week == week.week,
        )
        .order_by(meeting.c.id.desc())
        .limit(1)
    ).one_or_none()
    return (row.opinion, row.next_focus) if row is not None else ("", "")
