"""What may stand on the wall: overdue cases and a meeting, with nobody's name or number in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from db.model.case import cases
from db.queries.agenda import AgendaFacts, AgendaRow
from db.queries.cases import case_rows
from db.queries.decisions import DecisionRow
from db.queries.door import Reader
from db.queries.meetings import MeetingDetail, projection
from db.queries.page import CaseFilter, Order, Tab, case_count, case_ids
from db.rules.clock import Remaining
from db.rules.masking import mask_name, mask_text

SHORTEST_NAME = 2
"""A single character stands in too many words to be taken for a person."""


@dataclass(frozen=True, slots=True)
class LateCase:
    """An overdue case as everybody may read it."""

    case_id: int
    title: str
    unit: str
    due_at: datetime | None
    overdue_workdays: int
    remaining: Remaining | None


def late_cases(reader: Reader, limit: int) -> tuple[int, tuple[LateCase, ...]]:
    """Return how many cases are overdue, and the first of them: those late the longest."""
    overdue = CaseFilter(tab=Tab.OVERDUE)
    ids = case_ids(reader, overdue, Order.DEADLINE, limit)
    rows = case_rows(reader, ids)
    names = _names(reader, rows)
    found = [
        LateCase(
            row.id,
            _nameless(mask_text(row.title), names),
            row.lead or row.holder,
            row.due_at,
            row.overdue_workdays,
            row.remaining,
        )
        for row in (rows[one] for one in ids if one in rows)
    ]
    found.sort(key=lambda case: -case.overdue_workdays)
    return case_count(reader, overdue, bound=None), tuple(found)


def meeting_on_wall(reader: Reader, meeting_id: int) -> MeetingDetail:
    """Return a meeting for the wall; who reported is masked in every text, too.

    :raises NotFound: ``meeting_unknown``.
    """
    detail = projection(reader, meeting_id)
    about = {row.case.case_id for row in detail.agenda if row.case}
    agreed = [*detail.decisions, *(row.decision for row in detail.agenda if row.decision)]
    about |= {row.case_id for row in agreed if row.case_id is not None}
    names = _names(reader, about)
    return replace(
        detail,
        agenda=tuple(_row(row, names) for row in detail.agenda),
        decisions=tuple(_decision(row, names) for row in detail.decisions),
    )


def _names(reader: Reader, ids: Collection[int]) -> tuple[str, ...]:
    """Return the names of those who reported these cases, the longest first."""
    query = select(cases.c.reporter_name).where(cases.c.id.in_(list(ids))).distinct()
    found = (name.strip() for name in reader.connection.execute(query).scalars())
    names = {name for name in found if len(name) >= SHORTEST_NAME}
    return tuple(sorted(names, key=len, reverse=True))


def _nameless(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, mask_name(name))
    return text


def _row(row: AgendaRow, names: tuple[str, ...]) -> AgendaRow:
    return replace(
        row,
        discussion=_nameless(row.discussion, names),
        case=_facts(row.case, names) if row.case else None,
        decision=_decision(row.decision, names) if row.decision else None,
    )


def _facts(facts: AgendaFacts, names: tuple[str, ...]) -> AgendaFacts:
    return replace(
        facts,
        title=_nameless(facts.title, names),
        last_step_text=_nameless(facts.last_step_text, names),
        promise=_decision(facts.promise, names) if facts.promise else None,
    )


def _decision(row: DecisionRow, names: tuple[str, ...]) -> DecisionRow:
    return replace(
        row,
        text=_nameless(row.text, names),
        case_title=_nameless(row.case_title, names),
        last_progress=_nameless(row.last_progress, names),
        cancel_reason=_nameless(row.cancel_reason, names),
    )
