"""Cases come in by the hundred from another system's list, each with the state told there.

One step ``IMPORT`` takes each case from nothing to where the list says it stands; its life then
goes on as that of any other. What the list does not tell is left empty, never invented:

* **Deadlines** run from the entry: of a case that stayed in its grid as on the spot, of a
  transferred one as if it had been assigned with its entry, the earliest that it can have been.
* **self_handled** is what is closed and never left its grid, whatever the source: a call to the
  hotline that its own grid settled was settled there (domain.md §1.2 流转, and the seed's
  自办 = 未流转).
* **An open case** is held by the unit named; where none of ours is named, it waits in the room
  for acceptance, so that somebody has it.
* **A closed case without a closing time** closes with its signature or its entry, or it would
  count as open for ever.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import bindparam, insert, select, update

from db.audit import plain
from db.commands.door import Command, Result, handles
from db.commands.import_places import Places
from db.errors import RuleError
from db.model.case import case_step, case_unit, cases
from db.model.item import item
from db.model.setting import counter
from db.rules import steps
from db.rules.grams import normalise
from db.rules.numbering import case_number, case_number_prefix
from db.rules.permissions import Permission
from db.rules.steps import Standing, StepKind
from db.rules.terms import (
    CaseState,
    ItemStatus,
    Level,
    Satisfaction,
    Source,
    UnitKind,
    UnitPart,
    Urgency,
)
from db.work import Work

MOST_ROWS = 500
"""Rows in one command: one transaction that a person can wait for, one audit entry."""

_LEVELS = {UnitKind.GRID.value: Level.GRID, UnitKind.COMMUNITY.value: Level.COMMUNITY}
_ASSIGNED_STATES = frozenset(
    {CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS, CaseState.WAITING_VERIFICATION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One case as the other system tells it, its texts already cleaned by the reader."""

    ref: int
    """What the answer calls the row by; it means nothing else here."""
    source_number: str
    """The number there; empty when the list has none."""
    title: str
    content: str
    source: Source
    item_code: str
    state: CaseState
    registered_at: datetime
    community_name: str = ""
    grid_name: str = ""
    unit_name: str = ""
    address: str = ""
    reporter_name: str = ""
    reporter_phone: str = ""
    urgency: Urgency | None = None
    """None leaves it to the item."""
    transferred: bool = False
    happened_at: datetime | None = None
    signed_at: datetime | None = None
    closed_at: datetime | None = None
    result: str = ""
    satisfaction: Satisfaction | None = None


@dataclass(frozen=True, kw_only=True)
class ImportCases(Command):
    """Take up to 500 cases of a list over; a case that is here already is refused by its ``ref``.

    ``batch`` counts the commands of one file from 1; ``file_digest`` is the SHA-256 of the file.
    The answer tells ``imported``, ``refused`` as pairs of ref and code, and the ``grids`` made as
    pairs of community and name.
    """

    permission: ClassVar = Permission.CASE_IMPORT
    rows: tuple[ImportRow, ...]
    file_name: str
    file_digest: str
    batch: int = 1


@handles(ImportCases)
def import_cases(work: Work, command: ImportCases) -> Result:
    if len(command.rows) > MOST_ROWS:
        raise RuleError("too_many_rows", limit=MOST_ROWS)
    if not command.rows:
        raise RuleError("nothing_to_import")
    _refuse_unless_room(work, command.rows)
    batch_id = work.new_id()
    made = _Batch(work)
    for row in command.rows:
        made.take(row)
    made.write()
    work.record(
        "import",
        batch_id,
        {
            "file": (None, command.file_name),
            "digest": (None, command.file_digest),
            "batch": (None, command.batch),
            "imported": (None, len(made.cases)),
            "refused": (None, dict(Counter(code for _, code in made.refused))),
            "numbers": (None, made.numbers_digest()),
        },
    )
    return {
        "import_id": batch_id,
        "imported": len(made.cases),
        "refused": [list(pair) for pair in made.refused],
        "closed": made.closed,
        "transferred": made.transferred,
        "transferred_closed": made.transferred_closed,
        "grids": [list(one) for one in made.places.made],
    }


def _refuse_unless_room(work: Work, rows: Iterable[ImportRow]) -> None:
    """Refuse what the rules of the step would refuse later, row by row."""
    for state in {row.state for row in rows}:
        code = steps.refusal(StepKind.IMPORT, state, work.actor.role, Standing(state=CaseState.NEW))
        if code is not None:
            raise RuleError(code, step=StepKind.IMPORT.value, state=int(state))


class _Batch:
    """The rows of one command on their way into the tables."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.places = Places(work)
        self._items = _items(work)
        self._item_names = {one["id"]: one["name"] for one in self._items.values()}
        self._due: dict[tuple[Urgency, datetime, int], datetime] = {}
        self.cases: list[dict[str, Any]] = []
        self._changes: list[dict[str, Any]] = []
        self._states: list[CaseState] = []
        self._sources: list[Source] = []
        self._waiting: list[ImportRow] = []
        self.refused: list[tuple[int, str]] = []
        self.closed = self.transferred = self.transferred_closed = 0

    def take(self, row: ImportRow) -> None:
        """Keep a row for writing."""
        self._waiting.append(row)

    def write(self) -> None:
        """Write all rows that are new and sound; note the others."""
        known = _Known(self._work, self._waiting)
        for row in self._waiting:
            code = self._fault(row, known)
            if code is None:
                self._accept(row)
                known.add(row)
            else:
                self.refused.append((row.ref, code))
        if self.cases:
            self._number()
            self._insert()

    def numbers_digest(self) -> str:
        """Return a fingerprint of the numbers given, which ties the audit entry to its cases."""
        numbers = "\n".join(sorted(case["number"] for case in self.cases))
        return hashlib.sha256(numbers.encode()).hexdigest()

    def _fault(self, row: ImportRow, known: _Known) -> str | None:
        if known.has(row):
            return "duplicate"
        listed = self._items.get(row.item_code)
        if listed is None:
            return "not_on_list"
        if not _valid_on(listed, row.registered_at.date()):
            return "item_not_valid"
        if row.community_name and self.places.community(row.community_name) is None:
            return "place_unknown"
        return None

    def _accept(self, row: ImportRow) -> None:
        listed = self._items[row.item_code]
        place = self.places.of(row.community_name, row.grid_name)
        named = self.places.handling_unit(row.unit_name)
        urgency = row.urgency or Urgency(listed["urgency"])
        changes: dict[str, Any] = {
            "title": row.title,
            "content": row.content,
            "urgency": int(urgency),
            "item_id": listed["id"],
            "platform": listed["platform"],
            "class_name": listed["class_name"],
            "limit_hours": listed["limit_hours"],
            "community_id": place.community_id,
            "grid_id": place.grid_id,
            "address": row.address,
            "reporter_name": row.reporter_name,
            "reporter_phone": row.reporter_phone,
            "happened_at": row.happened_at,
            "is_transferred": row.transferred,
            "result": row.result,
            "satisfaction": row.satisfaction.value if row.satisfaction else "",
        }
        own = place.grid_id or place.community_id or self.places.room_id
        holder = named or (None if row.transferred else own)
        state = _sound_state(row, holder, self.places.room_id)
        changes |= self._course(row, state, urgency, listed["limit_hours"], holder or own)
        self._changes.append(changes)
        self._states.append(state)
        self._sources.append(row.source)
        self.cases.append(
            {
                "id": self._work.new_id(row.registered_at),
                "street_id": self._work.actor.street_id,
                "source": row.source.value,
                "source_number": row.source_number or None,
                "registered_at": row.registered_at,
                "created_by": self._work.actor.account_id,
            }
        )
        self._count(row, state)

    def _count(self, row: ImportRow, state: CaseState) -> None:
        closed = state is CaseState.CLOSED
        self.closed += closed
        self.transferred += row.transferred
        self.transferred_closed += closed and row.transferred

    def _course(
        self, row: ImportRow, state: CaseState, urgency: Urgency, hours: int, holder: int
    ) -> dict[str, Any]:
        """Return the columns that tell how far the case has come."""
        if state is CaseState.WAITING_ACCEPTANCE:
            due = self._work.office.accept_due(urgency, row.registered_at)
            return {"holder_id": self.places.room_id, "accept_due_at": due}
        due = self._handle_due(urgency, row.registered_at, hours)
        changes: dict[str, Any] = {
            "holder_id": holder,
            "due_at": due,
            "original_due_at": due,
            "level": int(_LEVELS.get(self.places.kind(holder), Level.STREET)),
        }
        if row.transferred or state in _ASSIGNED_STATES:
            changes |= self._assignment(row, state, urgency, holder)
        if state is CaseState.CLOSED:
            closed_at = row.closed_at or row.signed_at or row.registered_at
            changes |= {
                "closed_at": closed_at,
                "reported_at": closed_at,
                "self_handled": not row.transferred,
            }
        elif state is CaseState.WAITING_VERIFICATION:
            changes["reported_at"] = row.closed_at or self._work.now
            changes["holder_id"] = self.places.room_id
        return changes

    def _assignment(
        self, row: ImportRow, state: CaseState, urgency: Urgency, lead: int
    ) -> dict[str, Any]:
        sign_due = self._work.office.sign_due(urgency, row.registered_at)
        waits = state is CaseState.WAITING_SIGNATURE
        signed_at = None if waits else row.signed_at
        # Nobody told when it was assigned. An open case needs a start for its clock; of a closed
        # one the moment would only make figures of timely assigning out of nothing.
        assigned_at = None if state is CaseState.CLOSED else row.registered_at
        return {
            "lead_id": lead,
            "assign_count": 1,
            "assigned_at": assigned_at,
            "first_assigned_at": assigned_at,
            "sign_due_at": sign_due,
            "first_sign_due_at": sign_due,
            "signed_at": signed_at,
            "first_signed_at": signed_at,
        }

    def _handle_due(self, urgency: Urgency, start: datetime, hours: int) -> datetime:
        key = (urgency, start, hours)
        if key not in self._due:
            self._due[key] = self._work.office.handle_due(urgency, start, hours)
        return self._due[key]

    def _number(self) -> None:
        """Give every case its number, one look at each counter."""
        letters = self._work.street_row["letters"]
        prefixes = [
            case_number_prefix(letters, source, case["registered_at"].date())
            for source, case in zip(self._sources, self.cases, strict=True)
        ]
        following = _allocated(self._work, Counter(prefixes))
        for prefix, case in zip(prefixes, self.cases, strict=True):
            case["number"] = case_number(prefix, following[prefix])
            following[prefix] += 1

    def _insert(self) -> None:
        """Write cases and steps in two strokes; the triggers watch each row of them."""
        connection = self._work.connection
        connection.execute(insert(cases), self.cases)
        rows = list(zip(self.cases, self._changes, self._states, strict=True))
        connection.execute(insert(case_step), [self._step(*row) for row in rows])
        leads = [
            {
                "case_id": case["id"],
                "unit_id": changes["lead_id"],
                "part": UnitPart.LEAD.value,
                "since": case["registered_at"],
                "reply": "",
            }
            for case, changes, _ in rows
            if changes.get("lead_id")
        ]
        if leads:
            connection.execute(insert(case_unit), leads)

    def _step(
        self, case: dict[str, Any], changes: dict[str, Any], state: CaseState
    ) -> dict[str, Any]:
        work = self._work
        changes = {name: value for name, value in changes.items() if not _is_default(value)}
        changes["search_text"] = _search_text(case, changes, self._item_names)
        return {
            "id": work.new_id(),
            "case_id": case["id"],
            "version": 1,
            "kind": StepKind.IMPORT.value,
            "from_state": int(CaseState.NEW),
            "to_state": int(state),
            "actor_id": work.actor.account_id,
            "role": work.actor.role.value,
            "unit_id": work.actor.unit_id,
            "at": work.now,
            "target_id": changes.get("lead_id"),
            "changes": plain(changes),
        }


def _allocated(work: Work, wanted: Mapping[str, int]) -> dict[str, int]:
    """Take numbers from many counters in three statements; return the first number of each.

    A list of half a year touches a thousand counters, one a day and source.
    """
    mine = counter.c.kind == "case"
    found = work.connection.execute(
        select(counter.c.name, counter.c.last).where(mine, counter.c.name.in_(sorted(wanted)))
    )
    last = {row.name: int(row.last) for row in found}
    new = [
        {"kind": "case", "name": name, "last": count}
        for name, count in wanted.items()
        if name not in last
    ]
    more = [
        {"key": name, "taken": last[name] + count} for name, count in wanted.items() if name in last
    ]
    if more:
        moved = update(counter).where(mine, counter.c.name == bindparam("key"))
        work.connection.execute(moved.values(last=bindparam("taken")), more)
    if new:
        work.connection.execute(insert(counter), new)
    return {name: last.get(name, 0) + 1 for name in wanted}


class _Known:
    """The cases of a batch that are in the record already, by number or by what they tell."""

    def __init__(self, work: Work, rows: Sequence[ImportRow]) -> None:
        numbers = [row.source_number for row in rows if row.source_number]
        times = {row.registered_at for row in rows if not row.source_number}
        street = cases.c.street_id == work.actor.street_id
        self._numbers: set[str] = set()
        self._told: set[tuple[datetime, str, str]] = set()
        if numbers:
            found = select(cases.c.source_number).where(street, cases.c.source_number.in_(numbers))
            self._numbers.update(work.connection.execute(found).scalars())
        if times:
            told = select(cases.c.registered_at, cases.c.address, cases.c.content).where(
                street, cases.c.registered_at.in_(sorted(times))
            )
            self._told.update(tuple(row) for row in work.connection.execute(told))

    def has(self, row: ImportRow) -> bool:
        """Tell whether the case of a row is here."""
        if row.source_number:
            return row.source_number in self._numbers
        return (row.registered_at, row.address, row.content) in self._told

    def add(self, row: ImportRow) -> None:
        """Remember a row that was let in."""
        if row.source_number:
            self._numbers.add(row.source_number)
        else:
            self._told.add((row.registered_at, row.address, row.content))


def _sound_state(row: ImportRow, holder: int | None, room_id: int) -> CaseState:
    """Return the state told, or waiting for acceptance where nobody of ours would hold it."""
    if row.state in _ASSIGNED_STATES and holder in (None, room_id):
        return CaseState.WAITING_ACCEPTANCE
    return row.state


def _items(work: Work) -> dict[str, dict[str, Any]]:
    query = select(
        item.c.id,
        item.c.code,
        item.c.name,
        item.c.class_name,
        item.c.platform,
        item.c.limit_hours,
        item.c.urgency,
        item.c.status,
        item.c.valid_from,
        item.c.valid_to,
    ).where(item.c.street_id == work.actor.street_id)
    return {row["code"]: dict(row) for row in work.connection.execute(query).mappings()}


def _valid_on(listed: dict[str, Any], day: date) -> bool:
    """Tell whether an item could be used on the day of entry; a retired one could before."""
    start, end = listed["valid_from"], listed["valid_to"]
    if listed["status"] == ItemStatus.RETIRED and end is None:
        return False
    return not ((start is not None and day < start) or (end is not None and day > end))


def _is_default(value: Any) -> bool:
    """Tell whether a column has this value anyway; a step carries only what it changes."""
    return value is None or value is False or value == ""


def _search_text(
    case: dict[str, Any], changes: dict[str, Any], item_names: Mapping[int, str]
) -> str:
    """Return what the search looks through, put together as every other step does it."""
    parts = (
        case["number"],
        case["source_number"],
        changes["title"],
        changes["content"],
        changes.get("address"),
        changes.get("reporter_name"),
        changes.get("reporter_phone"),
        item_names[changes["item_id"]],
    )
    return normalise(" ".join(part for part in parts if part))
