"""The outlines of communities and grids come from a map file and replace those before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import delete, insert, select, update

from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.errors import RuleError
from db.model.organisation import unit
from db.model.outline import unit_outline
from db.rules.checks import clean_name
from db.rules.coordinates import CoordinateSystem
from db.rules.outlines import (
    MOST_FEATURES,
    KnownPlace,
    OutlineFeature,
    TakenOutline,
    digest_of,
    judge,
)
from db.rules.permissions import Permission
from db.rules.terms import UnitKind
from db.work import Work

SOURCE_MOST = 100
_TOLD = ("points", "sha256", "system", "source", "is_invented")
"""What the audit keeps of an outline; its points are told by their number and their digest."""


@dataclass(frozen=True, kw_only=True)
class ImportOutlines(Command):
    """Take the outlines of a map file; units that the file does not name keep theirs.

    ``replaces_all`` takes away the outlines of all other units first, as when a whole street is
    drawn anew. ``is_invented`` says that the outlines show nothing real. Features that cannot be
    drawn are left out and told with their reason; without a single good one nothing changes.
    """

    permission: ClassVar = Permission.SETTINGS
    features: tuple[OutlineFeature, ...]
    source: str
    system: CoordinateSystem = CoordinateSystem.WGS84
    is_invented: bool = False
    replaces_all: bool = False


@handles(ImportOutlines)
def import_outlines(work: Work, command: ImportOutlines) -> Result:
    if len(command.features) > MOST_FEATURES:
        raise RuleError("outlines_too_many", count=len(command.features), most=MOST_FEATURES)
    source = clean_name(needed(command.source, "source"), field="source", limit=SOURCE_MOST)
    judged = judge(command.features, _places(work), command.system)
    if not judged.taken:
        raise RuleError("outlines_none_good", count=len(command.features))
    before = _outlines_before(work)
    for taken in judged.taken:
        _keep(work, command, source, taken, before.pop(taken.unit.id, None))
    removed = _remove(work, before) if command.replaces_all else 0
    work.changed("outline", work.actor.street_id)
    return {
        "taken": len(judged.taken),
        "removed": removed,
        "crossing": [one.unit.name for one in judged.taken if one.crosses],
        "refused": [
            {"nth": one.nth, "said": one.said, "fault": one.fault.value} for one in judged.refused
        ],
    }


def _places(work: Work) -> list[KnownPlace]:
    rows = work.connection.execute(
        select(unit.c.id, unit.c.kind, unit.c.code, unit.c.name, unit.c.short_name).where(
            unit.c.street_id == work.actor.street_id, unit.c.active
        )
    )
    return [KnownPlace(id_, UnitKind(kind), *names) for id_, kind, *names in rows]


def _outlines_before(work: Work) -> dict[int, dict[str, Any]]:
    columns = [unit_outline.c[name] for name in _TOLD]
    rows = work.connection.execute(
        select(unit_outline.c.unit_id, *columns).where(
            unit_outline.c.street_id == work.actor.street_id
        )
    )
    return {row.unit_id: {name: getattr(row, name) for name in _TOLD} for row in rows}


def _keep(
    work: Work,
    command: ImportOutlines,
    source: str,
    taken: TakenOutline,
    before: dict[str, Any] | None,
) -> None:
    values: dict[str, Any] = {
        "points": taken.points,
        "sha256": digest_of(taken.parts),
        "system": command.system.value,
        "source": source,
        "is_invented": command.is_invented,
    }
    told = {name: ((before or {}).get(name), value) for name, value in values.items()}
    work.record("unit_outline", taken.unit.id, told)
    values |= {
        "parts": taken.parts,
        "imported_at": work.now,
        "imported_by": work.actor.account_id,
    }
    if before is None:
        row = {"unit_id": taken.unit.id, "street_id": work.actor.street_id, **values}
        work.connection.execute(insert(unit_outline).values(**row))
    else:
        where = unit_outline.c.unit_id == taken.unit.id
        work.connection.execute(update(unit_outline).where(where).values(**values))


def _remove(work: Work, outlines: dict[int, dict[str, Any]]) -> int:
    for unit_id, before in outlines.items():
        work.connection.execute(delete(unit_outline).where(unit_outline.c.unit_id == unit_id))
        work.record("unit_outline", unit_id, {name: (old, None) for name, old in before.items()})
    return len(outlines)
