"""What stands around a case: its units' parts, an open request, duplicates that hang on it.

Handlers ask for it at almost every step, so it is read together with the case itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, select

from db.model.case import case_unit, cases, extension_request
from db.rules.terms import CLOSED_STATES, CaseState, ExtensionState, UnitPart
from db.ways import IS_PREPARED


@dataclass(frozen=True)
class Circumstances:
    """What a handler asks beside the columns of the case; a new case has none of it."""

    pending_assistants: int = 0
    """How many assisting units still owe their reply."""
    own_part: str | None = None
    """The part that the actor's unit plays."""
    has_units: bool = False
    """Whether it was ever assigned."""
    has_request: bool = False
    """Whether a request for more time waits for its answer."""
    has_duplicates: bool = False
    """Whether others were linked to it."""
    has_open_duplicates: bool = False
    """Whether some of these are still to be closed with it."""


_linked = cases.alias("linked")
_itself = cases.alias("itself")
_FINISHED = sorted(map(int, (*CLOSED_STATES, CaseState.VOID)))

COLUMNS = (
    select(func.count())
    .select_from(case_unit)
    .where(
        case_unit.c.case_id == cases.c.id,
        case_unit.c.part == UnitPart.ASSIST.value,
        case_unit.c.replied_at.is_(None),
    )
    .scalar_subquery()
    .label("pending_assistants"),
    select(case_unit.c.part)
    .where(case_unit.c.case_id == cases.c.id, case_unit.c.unit_id == bindparam("own_unit"))
    .scalar_subquery()
    .label("own_part"),
    exists().where(case_unit.c.case_id == cases.c.id).label("has_units"),
    exists()
    .where(
        extension_request.c.case_id == cases.c.id,
        extension_request.c.state == ExtensionState.APPLIED.value,
    )
    .label("has_request"),
    exists().where(_linked.c.duplicate_of == cases.c.id).label("has_duplicates"),
    exists()
    .where(_linked.c.duplicate_of == cases.c.id, _linked.c.state.not_in(_FINISHED))
    .label("has_open_duplicates"),
    # Who waits for the lock of a case gets its newest row, but all the rest as it was before.
    select(_itself.c.version)
    .where(_itself.c.id == cases.c.id)
    .scalar_subquery()
    .label("version_around"),
)
"""What a query on ``cases`` adds in order to know the circumstances, by the parameter
``own_unit``."""

_ALONE = (
    select(*COLUMNS).where(cases.c.id == bindparam("case")).execution_options(**{IS_PREPARED: True})
)
_NAMES = tuple(field.name for field in fields(Circumstances))


def taken_from(row: dict[str, Any]) -> Circumstances | None:
    """Take the circumstances out of a row that was read with :data:`COLUMNS`.

    None where they are older than the row: they are to be read anew.
    """
    found = {name: row.pop(name) for name in _NAMES}
    return Circumstances(**found) if row.pop("version_around") == row["version"] else None


def read(connection: Connection, case_id: int, unit_id: int) -> Circumstances:
    """Return the circumstances of a case as they are now."""
    which: Mapping[str, int] = {"case": case_id, "own_unit": unit_id}
    row = connection.execute(_ALONE, which).mappings().one()
    return Circumstances(**{name: row[name] for name in _NAMES})
