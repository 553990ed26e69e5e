"""Cases that have to do with one: linked, of the same caller, place or decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from db.errors import NotFound
from db.model.case import cases
from db.model.meeting import decision
from db.queries.door import Reader
from db.queries.scope import visible
from db.rules.masking import mask_text
from db.rules.terms import CaseState

MOST = 5
"""Newest cases told for each way of being related."""
_FEWEST_DIGITS = 7
_SHORTEST_ADDRESS = 4
_LEFT_OUT = (int(CaseState.DRAFT), int(CaseState.VOID))


class Relation(StrEnum):
    """In what a case is related to another."""

    MAIN = "main"
    DUPLICATE = "duplicate"
    PHONE = "phone"
    PLACE = "place"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """A related case, with every way in which it is."""

    id: int
    number: str
    title: str
    state: CaseState
    registered_at: datetime
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class RelatedCases:
    """What is related, links first and then the newest; ``has_more`` tells of a way cut short."""

    cases: tuple[RelatedCase, ...]
    has_more: bool


def related_cases(reader: Reader, case_id: int) -> RelatedCases:
    """Return the cases related to one, by one indexed look-up for each way.

    Who may not see phones is not told who called twice either.

    :raises NotFound: ``case_unknown``: there is none, or the reader may not see it.
    """
    c = cases.c
    own = reader.connection.execute(
        select(c.reporter_phone, c.address, c.duplicate_of).where(c.id == case_id, visible(reader))
    ).one_or_none()
    if own is None:
        raise NotFound("case_unknown", id=case_id)
    found: dict[int, tuple[Any, list[Relation]]] = {}
    has_more = False
    for relation, condition in _ways(reader, case_id, own):
        rows = reader.connection.execute(
            select(c.id, c.number, c.title, c.state, c.registered_at)
            .where(visible(reader), condition, c.id != case_id, c.state.not_in(_LEFT_OUT))
            .order_by(c.id.desc())
            .limit(MOST + 1)
        ).all()
        has_more = has_more or len(rows) > MOST
        for row in rows[:MOST]:
            way = Relation.MAIN if row.id == own.duplicate_of else relation
            found.setdefault(row.id, (row, []))[1].append(way)
    related = [_related(reader, row, ways) for row, ways in found.values()]
    related.sort(key=lambda one: (not _is_linked(one), -one.id))
    return RelatedCases(tuple(related), has_more)


def _ways(reader: Reader, case_id: int, own: Any) -> list[tuple[Relation, ColumnElement[bool]]]:
    """Return for each way that this case has the condition that an index answers."""
    c = cases.c
    linked: ColumnElement[bool] = c.duplicate_of == case_id
    if own.duplicate_of is not None:
        linked = or_(c.id == own.duplicate_of, c.duplicate_of == own.duplicate_of)
    ways = [(Relation.DUPLICATE, linked)]
    if reader.sees_private and len(own.reporter_phone) >= _FEWEST_DIGITS:
        # Found first: where few called, the engine would walk through the whole street in the
        # order of the list to look for them.
        called = select(c.id).where(c.reporter_phone == own.reporter_phone)
        ways.append((Relation.PHONE, c.id.in_(called)))
    if len(own.address) >= _SHORTEST_ADDRESS:
        narrowed = reader.search_condition(own.address)
        if narrowed is not None:
            ways.append((Relation.PLACE, narrowed & (c.address == own.address)))
    ways.append((Relation.DECISION, c.id.in_(_decided_together(case_id))))
    return ways


def _decided_together(case_id: int) -> Any:
    """Select the cases that a meeting which decided on this one gave to the same unit."""
    other = decision.alias("other")
    return (
        select(other.c.case_id)
        .join(
            decision,
            (decision.c.meeting_id == other.c.meeting_id) & (decision.c.lead_id == other.c.lead_id),
        )
        .where(decision.c.case_id == case_id, other.c.case_id.is_not(None))
    )


def _related(reader: Reader, row: Any, ways: list[Relation]) -> RelatedCase:
    return RelatedCase(
        row.id,
        row.number,
        row.title if reader.sees_private else mask_text(row.title),
        CaseState(row.state),
        row.registered_at,
        tuple(ways),
    )


def _is_linked(one: RelatedCase) -> bool:
    return bool({Relation.MAIN, Relation.DUPLICATE} & set(one.relations))
