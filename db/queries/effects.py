"""What decisions did to their cases, with what has become of it since (domain.md §4.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from db.model.case import cases
from db.model.organisation import unit
from db.model.supervision import notice
from db.queries.door import Reader
from db.rules.decided import EffectKind
from db.rules.notice_states import NoticeState
from db.rules.steps import StepKind
from db.rules.terms import SupervisionLevel


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that was done to the case; which facts are there depends on the kind.

    ``signed_at`` is when the new unit signed for the case, while it still leads it;
    ``notice_number`` and ``notice_state`` are those of the drafted notice now.
    """

    kind: EffectKind
    at: datetime
    step: StepKind | None = None
    unit_id: int | None = None
    unit_name: str = ""
    assist_ids: tuple[int, ...] = ()
    sign_due_at: datetime | None = None
    signed_at: datetime | None = None
    days: int = 0
    old_due_at: datetime | None = None
    new_due_at: datetime | None = None
    level: SupervisionLevel = SupervisionLevel.NONE
    notice_id: int | None = None
    notice_number: str = ""
    notice_state: NoticeState | None = None


def effects_of(reader: Reader, rows: Iterable[Mapping[str, Any]]) -> dict[int, tuple[Effect, ...]]:
    """Return the effects of stored decisions by their ids; no statement where there is none."""
    acted = [row for row in rows if row["effects"]]
    if not acted:
        return {}
    told = [effect for row in acted for effect in row["effects"]]
    names = _unit_names(reader, {one["unit_id"] for one in told if "unit_id" in one})
    notices = _notices(reader, {one["notice_id"] for one in told if "notice_id" in one})
    signed = _signed(reader, {row["case_id"] for row in acted})
    return {
        row["id"]: tuple(
            _effect(one, names, notices, signed.get(row["case_id"])) for one in row["effects"]
        )
        for row in acted
    }


def _effect(
    stored: Mapping[str, Any], names: Mapping[int, str], notices: Mapping[int, Any], case: Any
) -> Effect:
    unit_id, found = stored.get("unit_id"), notices.get(stored.get("notice_id", 0))
    leads = case is not None and case.lead_id == unit_id
    return Effect(
        kind=EffectKind(stored["kind"]),
        at=datetime.fromisoformat(stored["at"]),
        step=StepKind(stored["step"]) if "step" in stored else None,
        unit_id=unit_id,
        unit_name=names.get(unit_id or 0, ""),
        assist_ids=tuple(stored.get("assist_ids", ())),
        sign_due_at=_moment(stored, "sign_due_at"),
        signed_at=case.signed_at if leads and "sign_due_at" in stored else None,
        days=stored.get("days", 0),
        old_due_at=_moment(stored, "old_due_at"),
        new_due_at=_moment(stored, "new_due_at"),
        level=SupervisionLevel(stored.get("level", SupervisionLevel.NONE)),
        notice_id=stored.get("notice_id"),
        notice_number="" if found is None else found.number or "",
        notice_state=None if found is None else NoticeState(found.state),
    )


def _moment(stored: Mapping[str, Any], name: str) -> datetime | None:
    return datetime.fromisoformat(stored[name]) if stored.get(name) else None


def _unit_names(reader: Reader, ids: set[int]) -> dict[int, str]:
    query = select(unit.c.id, unit.c.name).where(unit.c.id.in_(ids))
    return {row.id: row.name for row in reader.connection.execute(query)}


def _notices(reader: Reader, ids: set[int]) -> dict[int, Any]:
    query = select(notice.c.id, notice.c.number, notice.c.state).where(notice.c.id.in_(ids))
    return {row.id: row for row in reader.connection.execute(query)}


def _signed(reader: Reader, ids: set[int]) -> dict[int, Any]:
    query = select(cases.c.id, cases.c.lead_id, cases.c.signed_at).where(cases.c.id.in_(ids))
    return {row.id: row for row in reader.connection.execute(query)}
