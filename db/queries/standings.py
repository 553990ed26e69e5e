"""How cases stand to the reader: which steps each of them allows, asked for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import select

from db.model.case import case_unit, cases
from db.queries.door import Reader
from db.queries.page import CHUNK
from db.queries.scope import visible
from db.rules.masking import mask_text
from db.rules.steps import Standing, StepKind, possible
from db.rules.terms import CaseState, Role, UnitPart

_COLUMNS = (
    "id",
    "version",
    "number",
    "title",
    "state",
    "item_id",
    "is_urged",
    "holder_id",
    "return_count",
    "extension_count",
    "supervision_level",
    "suspended_from",
    "duplicate_of",
)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A case with the steps that the reader may take on it now."""

    id: int
    version: int
    number: str
    title: str
    item_id: int | None
    is_urged: bool
    standing: Standing
    possible: frozenset[StepKind]

    @property
    def state(self) -> CaseState:
        """The state of the case."""
        return self.standing.state


def standings(reader: Reader, ids: Sequence[int]) -> tuple[StandingRow, ...]:
    """Return how cases stand, in the order of their ids; what may not be seen is left out."""
    found: dict[int, StandingRow] = {}
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        units = _units(reader, chunk)
        query = select(*(cases.c[name] for name in _COLUMNS)).where(
            visible(reader), cases.c.id.in_(chunk)
        )
        for row in reader.connection.execute(query):
            found[row.id] = _standing_row(reader, row, units.get(row.id, ()))
    return tuple(found[id_] for id_ in ids if id_ in found)


def standing_of(
    reader: Reader, row: Any, units: Sequence[Any], suspended_from: int | None
) -> Standing:
    """Return how one case stands: by its columns and the units that take part in it."""
    own = next((one.part for one in units if one.unit_id == reader.actor.unit_id), None)
    return Standing(
        state=CaseState(row.state),
        holder_is_actor=row.holder_id == reader.actor.unit_id,
        actor_assists=own == UnitPart.ASSIST,
        actor_informed=own == UnitPart.INFORM,
        assistants_pending=sum(
            one.part == UnitPart.ASSIST and one.replied_at is None for one in units
        ),
        return_count=row.return_count,
        extension_count=row.extension_count,
        supervision_level=row.supervision_level,
        suspended_from=None if suspended_from is None else CaseState(suspended_from),
        is_linked=row.duplicate_of is not None,
    )


@cache
def possible_steps(role: Role, standing: Standing) -> frozenset[StepKind]:
    """Return the steps that a role may take on a case that stands so; many stand alike."""
    return frozenset(possible(role, standing))


def _standing_row(reader: Reader, row: Any, units: Sequence[Any]) -> StandingRow:
    standing = standing_of(reader, row, units, row.suspended_from)
    return StandingRow(
        id=row.id,
        version=row.version,
        number=row.number,
        title=row.title if reader.sees_private else mask_text(row.title),
        item_id=row.item_id,
        is_urged=row.is_urged,
        standing=standing,
        possible=possible_steps(reader.actor.role, standing),
    )


def _units(reader: Reader, ids: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    query = select(
        case_unit.c.case_id, case_unit.c.unit_id, case_unit.c.part, case_unit.c.replied_at
    ).where(case_unit.c.case_id.in_(ids))
    for row in reader.connection.execute(query):
        found.setdefault(row.case_id, []).append(row)
    return found
