"""The rows of the ledger and the numbers on its tabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, select

from db.errors import NotFound
from db.model.case import cases
from db.model.item import item
from db.model.organisation import platform, unit
from db.queries.days import moment_between
from db.queries.deadlines import LIGHT_COLUMNS, overdue, own_work, reading, running
from db.queries.door import Reader
from db.queries.page import (
    CHUNK,
    COUNTED_ONCE,
    EVERYTHING,
    TAB_STATES,
    CaseFilter,
    Tab,
    asks_for_duplicates,
    conditions,
)
from db.queries.scope import visible
from db.rules.clock import Remaining
from db.rules.follow_up import is_followed, word_light
from db.rules.masking import mask_name, mask_phone, mask_text
from db.rules.terms import (
    CLOSED_STATES,
    OPEN_STATES,
    CaseState,
    Level,
    Light,
    Source,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as a list shows it; private facts are masked for who may not see them.

    ``deadline_at`` is the deadline that runs now, ``deadline_from`` its start: the room's own while
    the case waits for verification or an answer to a return, else that of handling, and before
    there is one that of acceptance. ``remaining`` is None where no clock runs, as on a linked
    duplicate. ``follow_up_due_at`` is by when the next word is owed on a major case.
    """

    id: int
    version: int
    number: str
    community_id: int | None
    grid_id: int | None
    item_id: int | None
    class_name: str
    platform: str
    is_urged: bool
    is_legacy: bool
    is_transferred: bool
    self_handled: bool
    concerns_stability: bool
    holder_id: int | None
    lead_id: int | None
    original_due_at: datetime | None
    sign_due_at: datetime | None
    supervision_level: int
    return_count: int
    rework_count: int
    extension_count: int
    duplicate_of: int | None
    wants_call_back: bool | None
    satisfaction: str
    title: str
    address: str
    community: str
    grid: str
    item: str
    platform_name: str
    source: Source
    state: CaseState
    urgency: Urgency
    level: Level
    holder: str
    lead: str
    registered_at: datetime
    due_at: datetime | None
    deadline_at: datetime | None
    deadline_from: datetime
    closed_at: datetime | None
    reported_at: datetime | None
    suspended_at: datetime | None
    light: Light
    was_late: bool
    remaining: Remaining | None
    overdue_workdays: int
    follow_up_due_at: datetime | None
    follow_up_left: Remaining | None
    follow_up_light: Light
    reporter_name: str
    reporter_phone: str


_community = unit.alias("community")
_grid = unit.alias("grid")
_holder = unit.alias("holder")
_lead = unit.alias("lead_unit")

_TAKEN = (
    "id",
    "version",
    "number",
    "community_id",
    "grid_id",
    "item_id",
    "class_name",
    "platform",
    "is_urged",
    "is_legacy",
    "is_transferred",
    "self_handled",
    "concerns_stability",
    "holder_id",
    "lead_id",
    "original_due_at",
    "sign_due_at",
    "supervision_level",
    "return_count",
    "rework_count",
    "extension_count",
    "wants_call_back",
    "satisfaction",
)
"""Columns shown as they are stored: the first columns of the statement."""
_MADE = (
    "title",
    "address",
    "source",
    "level",
    "follow_up_due_at",
    "reporter_name",
    "reporter_phone",
)


def case_rows(reader: Reader, ids: Iterable[int]) -> dict[int, CaseRow]:
    """Return the rows of some cases by id; what the reader may not see is left out."""
    found: dict[int, CaseRow] = {}
    for chunk in _chunks(ids):
        query = _statement().where(visible(reader), cases.c.id.in_(chunk))
        for row in reader.connection.execute(query).all():
            found[row.id] = _case_row(reader, row)
    return found


def tab_counts(reader: Reader, filter: CaseFilter = EVERYTHING) -> dict[Tab, int]:
    """Return how many cases of a filter stand on each tab, whatever its own tab."""
    is_overdue = overdue(reader.now)
    today = reader.now.date()
    hides_linked = not asks_for_duplicates(filter)
    is_closed_today = and_(
        cases.c.state.in_(sorted(map(int, CLOSED_STATES))),
        *moment_between(cases.c.closed_at, today, today),
        *([own_work()] if hides_linked else []),
    )
    where = conditions(reader, filter, any_tab=True)
    found = dict.fromkeys(Tab, 0)
    linked: dict[int, int] = {}
    if filter.replace(tab=Tab.ALL) == EVERYTHING:
        # Without a filter each number stands in an index of its own.
        rows = _by_state(reader, where, cases.c.state)
        for tab, condition in ((Tab.OVERDUE, is_overdue), (Tab.CLOSED_TODAY, is_closed_today)):
            counting = select(func.count()).select_from(cases).where(condition, *where)
            found[tab] = int(reader.connection.execute(counting).scalar_one())
        # Found first, then grouped: they are few, and in one step the engine would read every
        # case along the index of the states to look whether it is linked.
        are_linked = cases.c.id.in_(select(cases.c.id).where(cases.c.duplicate_of > 0))
        for row in _by_state(reader, [*where, are_linked], cases.c.state + literal_column("0")):
            linked[row[0]] = row[1]
    else:
        rows = _by_state(
            reader,
            where,
            # An expression: with the column the engine would go by the index of the states
            # instead of by that of the filter.
            cases.c.state + literal_column("0"),
            func.sum(case((is_overdue, 1), else_=0)),
            func.sum(case((is_closed_today, 1), else_=0)),
            func.sum(case((own_work(), 0), else_=1)),
        )
        for row in rows:
            found[Tab.OVERDUE] += row[2]
            found[Tab.CLOSED_TODAY] += row[3]
            linked[row[0]] = row[4]
    for row in rows:
        state, number = row[0], row[1]
        if state != CaseState.DRAFT:
            found[Tab.ALL] += number
        for tab, tab_states in TAB_STATES.items():
            if state in tab_states:
                hidden = linked.get(state, 0) if hides_linked and tab in COUNTED_ONCE else 0
                found[tab] += number - hidden
    return found


def _by_state(
    reader: Reader,
    where: Sequence[ColumnElement[bool]],
    state: ColumnElement[int],
    *sums: ColumnElement[int],
) -> Sequence[Any]:
    query = select(state.label("state"), func.count(), *sums).where(*where)
    return reader.connection.execute(query.group_by(state)).all()


def case_id_of(reader: Reader, number: str) -> int:
    """Return the id of a case by its number.

    :raises NotFound: ``case_unknown``: there is none, or the reader may not see it.
    """
    found = reader.connection.execute(
        select(cases.c.id).where(visible(reader), cases.c.number == number.strip().upper())
    ).scalar()
    if found is None:
        raise NotFound("case_unknown", number=number)
    return int(found)


@cache
def _statement() -> Any:
    names = (
        _community.c.name.label("community"),
        _grid.c.name.label("grid"),
        _holder.c.name.label("holder"),
        _lead.c.name.label("lead"),
        item.c.name.label("item"),
        platform.c.name.label("platform_name"),
    )
    columns = [cases.c[name] for name in (*_TAKEN, *_MADE)]
    return (
        select(*columns, *LIGHT_COLUMNS, *names)
        .outerjoin(_community, _community.c.id == cases.c.community_id)
        .outerjoin(_grid, _grid.c.id == cases.c.grid_id)
        .outerjoin(_holder, _holder.c.id == cases.c.holder_id)
        .outerjoin(_lead, _lead.c.id == cases.c.lead_id)
        .outerjoin(item, item.c.id == cases.c.item_id)
        .outerjoin(
            platform,
            and_(platform.c.street_id == cases.c.street_id, platform.c.code == cases.c.platform),
        )
    )


def _case_row(reader: Reader, row: Any) -> CaseRow:
    due, start = running(row)
    state, urgency = CaseState(row.state), Urgency(row.urgency)
    shown = reading(reader, row)
    runs = due is not None and state in OPEN_STATES and state is not CaseState.SUSPENDED
    clock = reader.office.clock
    follows = row.duplicate_of is None and is_followed(urgency, state)
    word = row.follow_up_due_at if follows else None
    clear = reader.sees_private
    taken: dict[str, Any] = dict(zip(_TAKEN, row, strict=False))
    return CaseRow(
        **taken,
        duplicate_of=row.duplicate_of,
        title=row.title if clear else mask_text(row.title),
        address=row.address,
        community=row.community or "",
        grid=row.grid or "",
        item=row.item or "",
        platform_name=row.platform_name or "",
        source=Source(row.source),
        state=state,
        urgency=urgency,
        level=Level(row.level),
        holder=row.holder or "",
        lead=row.lead or "",
        registered_at=row.registered_at,
        due_at=row.due_at,
        deadline_at=due,
        deadline_from=start,
        closed_at=row.closed_at,
        reported_at=row.reported_at,
        suspended_at=row.suspended_at if state is CaseState.SUSPENDED else None,
        light=shown.light,
        was_late=_was_late(row, shown.was_late),
        remaining=clock.remaining(due, reader.now, urgency) if runs and due else None,
        overdue_workdays=(
            clock.overdue_workdays(due, reader.now)
            if runs and due and shown.light is Light.RED
            else 0
        ),
        follow_up_due_at=word,
        follow_up_left=clock.remaining(word, reader.now, urgency) if word else None,
        follow_up_light=(
            word_light(reader.office.limits, word, reader.now) if word else Light.NONE
        ),
        reporter_name=row.reporter_name if clear else mask_name(row.reporter_name),
        reporter_phone=row.reporter_phone if clear else mask_phone(row.reporter_phone),
    )


def _was_late(row: Any, by_light: bool) -> bool:
    """Tell whether the work missed its deadline: by the report if there is one that stands."""
    reported = row.state in (*CLOSED_STATES, CaseState.WAITING_VERIFICATION)
    if reported and row.reported_at is not None and row.due_at is not None:
        return bool(row.reported_at > row.due_at)
    return by_light


def _chunks(ids: Iterable[int]) -> Iterator[Sequence[int]]:
    source = iter(ids)
    while chunk := list(islice(source, CHUNK)):
        yield chunk
