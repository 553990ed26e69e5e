"""From a filter to the ids of its cases, in an order that an index gives (database.md §2).

Lists take ids first and rows when they come into view; no page is reached by counting rows off.
"""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, ScalarResult, Select, func, or_, select

from db.model.case import case_unit, cases
from db.queries.counted import Counted, counted_condition
from db.queries.days import moment_between, registered_between
from db.queries.deadlines import deadline_at, nearly_due_ids, overdue, own_work
from db.queries.door import Reader
from db.queries.scope import visible
from db.queries.search import search_condition
from db.rules.terms import CLOSED_STATES, OPEN_STATES, CaseState, Level, Source, Urgency

CHUNK = 500
"""Rows fetched at a time: a longer fetch would hold up the window's own thread."""

MOST_IDS = 2_000_000
"""Ids of one list: sixteen megabytes, read in chunks beside the window."""
BOUND = 10_001


class Order(StrEnum):
    """The order of a list.

    The first three follow an index that ends in the id. The others sort by a column with few
    values: the cases are read newest first, along the same index, and dealt out by value.
    """

    NEWEST = "newest"
    OLDEST = "oldest"
    DEADLINE = "deadline"
    STATE = "state"
    ITEM = "item"
    UNIT = "unit"
    COMMUNITY = "community"
    GRID = "grid"
    PLATFORM = "platform"


class Tab(StrEnum):
    """The tabs of the ledger."""

    ALL = "all"
    WAITING_ACCEPTANCE = "waiting_acceptance"
    TO_ASSIGN = "to_assign"
    IN_PROGRESS = "in_progress"
    TO_VERIFY = "to_verify"
    TO_CALL_BACK = "to_call_back"
    OVERDUE = "overdue"
    CLOSED_TODAY = "closed_today"
    CLOSED = "closed"
    DRAFTS = "drafts"
    VOID = "void"


S = CaseState
TAB_STATES: dict[Tab, tuple[CaseState, ...]] = {
    Tab.WAITING_ACCEPTANCE: (S.WAITING_ACCEPTANCE,),
    Tab.TO_ASSIGN: (S.WAITING_ASSIGNMENT, S.RETURNED),
    Tab.IN_PROGRESS: (S.WAITING_SIGNATURE, S.IN_PROGRESS, S.SUSPENDED, S.ESCALATED),
    Tab.TO_VERIFY: (S.WAITING_VERIFICATION,),
    Tab.TO_CALL_BACK: (S.WAITING_CALL_BACK,),
    Tab.CLOSED: tuple(sorted(CLOSED_STATES)),
    Tab.DRAFTS: (S.DRAFT,),
    Tab.VOID: (S.VOID,),
}
"""The tabs that are told by the state alone."""

COUNTED_ONCE = frozenset(Tab) - {Tab.ALL, Tab.DRAFTS, Tab.VOID}
"""The tabs in which a linked duplicate is told by its main case alone (domain.md §1.7, §1.8)."""


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a list of cases is narrowed to; what is left out narrows nothing.

    Days are inclusive on both ends. ``mine`` asks for what the reader's unit has a part in. A list
    of work leaves linked duplicates out unless ``is_duplicate`` or ``duplicate_of`` asks for them.
    """

    tab: Tab = Tab.ALL
    states: tuple[CaseState, ...] = ()
    open_only: bool = False
    urgencies: tuple[Urgency, ...] = ()
    levels: tuple[Level, ...] = ()
    platforms: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()
    item_ids: tuple[int, ...] = ()
    community_ids: tuple[int, ...] = ()
    grid_ids: tuple[int, ...] = ()
    unit_ids: tuple[int, ...] = ()
    holder_ids: tuple[int, ...] = ()
    lead_ids: tuple[int, ...] = ()
    sources: tuple[Source, ...] = ()
    registered_from: date | None = None
    registered_to: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    closed_from: date | None = None
    closed_to: date | None = None
    overdue: bool | None = None
    nearly_due: bool = False
    supervised: bool | None = None
    supervision_levels: tuple[int, ...] = ()
    urged: bool | None = None
    transferred: bool | None = None
    self_handled: bool | None = None
    legacy: bool | None = None
    public: bool | None = None
    is_duplicate: bool | None = None
    duplicate_of: int | None = None
    reporter_phone: str = ""
    search: str = ""
    mine: bool = False
    held_by_me: bool = False
    ids: tuple[int, ...] | None = None
    counted: Counted | None = None

    def replace(self, **changes: Any) -> CaseFilter:
        """Return the filter with some of its fields changed."""
        return dataclasses.replace(self, **changes)


EVERYTHING = CaseFilter()


def asks_for_duplicates(filter: CaseFilter) -> bool:
    """Tell whether a filter says by itself what it wants of the linked duplicates."""
    return filter.is_duplicate is not None or filter.duplicate_of is not None


def case_ids(
    reader: Reader,
    filter: CaseFilter = EVERYTHING,
    order: Order = Order.NEWEST,
    limit: int = MOST_IDS,
    after: int | None = None,
) -> array[int]:
    """Return the ids of a filter's cases in order, at most ``limit`` of them.

    :param order: one of the orders that follow an index; ``listed_ids`` knows all of them.
    :param after: go on behind this id; for the orders by time of registration only.
    """
    where = conditions(reader, filter)
    return ids_where(reader, where, order, after, is_only_open(filter), limit)


def ids_where(
    reader: Reader,
    where: Sequence[ColumnElement[bool]],
    order: Order,
    after: int | None = None,
    only_open: bool = False,
    limit: int = MOST_IDS,
) -> array[int]:
    """Return the ids of the cases that fulfil conditions, in an order that follows an index."""
    found = array("q")
    for query in _ordered(where, order, after, only_open):
        if len(found) >= limit:
            break
        for chunk in _chunks(reader, query, limit - len(found)):
            found.extend(chunk)
    return found


def case_count(reader: Reader, filter: CaseFilter = EVERYTHING, bound: int | None = BOUND) -> int:
    """Return how many cases a filter has; counting stops at ``bound`` unless it is None."""
    where = conditions(reader, filter)
    if bound is None:
        counting = select(func.count()).select_from(cases).where(*where)
    else:
        some = select(cases.c.id).where(*where).limit(bound).subquery()
        counting = select(func.count()).select_from(some)
    return int(reader.connection.execute(counting).scalar_one())


def conditions(
    reader: Reader, filter: CaseFilter, *, any_tab: bool = False
) -> list[ColumnElement[bool]]:
    """Return what the cases of a filter fulfil, beginning with what the reader may see."""
    found = [visible(reader)]
    if not any_tab:
        found += _tab(reader, filter.tab)
    is_work = filter.open_only or filter.nearly_due or filter.held_by_me
    is_work = is_work or (filter.tab in COUNTED_ONCE and not any_tab)
    if is_work and not asks_for_duplicates(filter):
        found.append(own_work())
    found += _lists(filter)
    found += _marks(filter)
    found += _days(filter)
    if filter.open_only:
        found += [cases.c.closed_at.is_(None), cases.c.state.in_(sorted(map(int, OPEN_STATES)))]
    if filter.overdue is not None:
        late = overdue(reader.now)
        found.append(late if filter.overdue else ~late)
    if filter.nearly_due:
        found.append(cases.c.id.in_(nearly_due_ids(reader)))
    if filter.mine:
        found.append(_taking_part(reader))
    if filter.held_by_me:
        found.append(cases.c.holder_id == reader.actor.unit_id)
    searched = search_condition(reader, filter.search)
    if searched is not None:
        found.append(searched)
    if filter.counted is not None:
        found += counted_condition(filter.counted)
    return found


def _ordered(
    where: Sequence[ColumnElement[bool]], order: Order, after: int | None, only_open: bool
) -> Iterator[Select[tuple[int]]]:
    """Yield the queries that give the ids one after the other, each along an index."""
    base = select(cases.c.id).where(*where)
    if order is Order.NEWEST:
        yield (base if after is None else base.where(cases.c.id < after)).order_by(
            cases.c.id.desc()
        )
    elif order is Order.OLDEST:
        yield (base if after is None else base.where(cases.c.id > after)).order_by(cases.c.id)
    else:
        # Open cases are few, so sorting them is nothing. Who waits for acceptance has no handling
        # deadline yet, and the shortest clock; on a linked duplicate none runs.
        unfinished = sorted(map(int, (*OPEN_STATES, S.DRAFT)))
        yield base.where(cases.c.closed_at.is_(None), cases.c.state.in_(unfinished)).order_by(
            ~own_work(), cases.c.due_at.asc().nulls_first(), cases.c.id
        )
        if not only_open:
            yield base.where(cases.c.state.not_in(unfinished)).order_by(cases.c.id.desc())


def is_only_open(filter: CaseFilter) -> bool:
    """Tell whether a filter can hold no closed case, so that they need not be looked through."""
    tab_states = TAB_STATES.get(filter.tab, ())
    states = filter.states or tab_states
    return (
        filter.open_only
        or filter.overdue is True
        or filter.nearly_due
        or filter.tab is Tab.OVERDUE
        or (bool(states) and OPEN_STATES.issuperset(states))
    )


def _chunks(reader: Reader, query: Select[tuple[int]], most: int) -> Iterator[list[int]]:
    # Said of this statement alone, and not of a page: a cursor of the server's is asked four times.
    streamed = query.limit(most).execution_options(stream_results=most > CHUNK)
    found: ScalarResult[Any] = reader.connection.execute(streamed).scalars()
    for ids in found.partitions(CHUNK):
        yield list(ids)


def _tab(reader: Reader, tab: Tab) -> list[ColumnElement[bool]]:
    if tab is Tab.ALL:
        return [cases.c.state != int(S.DRAFT)]
    if tab is Tab.OVERDUE:
        return [overdue(reader.now)]
    if tab is Tab.CLOSED_TODAY:
        today = reader.now.date()
        return [
            cases.c.state.in_(sorted(map(int, CLOSED_STATES))),
            *moment_between(cases.c.closed_at, today, today),
        ]
    return [cases.c.state.in_([int(state) for state in TAB_STATES[tab]])]


def _lists(filter: CaseFilter) -> list[ColumnElement[bool]]:
    wanted: tuple[tuple[ColumnElement[Any], tuple[Any, ...] | None], ...] = (
        (cases.c.state, tuple(int(state) for state in filter.states)),
        (cases.c.urgency, tuple(int(urgency) for urgency in filter.urgencies)),
        (cases.c.level, tuple(int(level) for level in filter.levels)),
        (cases.c.platform, filter.platforms),
        (cases.c.class_name, filter.class_names),
        (cases.c.item_id, filter.item_ids),
        (cases.c.community_id, filter.community_ids),
        (cases.c.grid_id, filter.grid_ids),
        (cases.c.holder_id, filter.holder_ids),
        (cases.c.lead_id, filter.lead_ids),
        (cases.c.source, tuple(source.value for source in filter.sources)),
        (cases.c.supervision_level, filter.supervision_levels),
    )
    found: list[ColumnElement[bool]] = [column.in_(values) for column, values in wanted if values]
    if filter.unit_ids:
        found.append(
            or_(cases.c.holder_id.in_(filter.unit_ids), cases.c.lead_id.in_(filter.unit_ids))
        )
    if filter.ids is not None:
        found.append(cases.c.id.in_(filter.ids))
    return found


def _marks(filter: CaseFilter) -> list[ColumnElement[bool]]:
    wanted: tuple[tuple[ColumnElement[bool], bool | None], ...] = (
        (cases.c.supervision_level > -1, filter.supervised),
        (cases.c.is_urged, filter.urged),
        (cases.c.is_transferred, filter.transferred),
        (cases.c.self_handled, filter.self_handled),
        (cases.c.is_legacy, filter.legacy),
        (cases.c.is_public, filter.public),
        (cases.c.duplicate_of.is_not(None), filter.is_duplicate),
    )
    found = [mark if wish else ~mark for mark, wish in wanted if wish is not None]
    if filter.duplicate_of is not None:
        found.append(cases.c.duplicate_of == filter.duplicate_of)
    if filter.reporter_phone:
        found.append(cases.c.reporter_phone == filter.reporter_phone)
    return found


def _days(filter: CaseFilter) -> list[ColumnElement[bool]]:
    found = registered_between(filter.registered_from, filter.registered_to)
    if filter.due_from or filter.due_to:
        found += moment_between(deadline_at(), filter.due_from, filter.due_to)
    return found + moment_between(cases.c.closed_at, filter.closed_from, filter.closed_to)


def _taking_part(reader: Reader) -> ColumnElement[bool]:
    actor = reader.actor
    taking_part = select(case_unit.c.case_id).where(case_unit.c.unit_id == actor.unit_id)
    return or_(
        cases.c.holder_id == actor.unit_id,
        cases.c.lead_id == actor.unit_id,
        cases.c.created_by == actor.account_id,
        cases.c.id.in_(taking_part),
    )
