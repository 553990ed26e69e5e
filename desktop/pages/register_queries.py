"""What the registration asks of the record, each as one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.commands.intake import CaseFacts
from db.queries.cases import CaseRow, case_rows
from db.queries.desk import registered_today
from db.queries.door import Reader
from db.queries.duplicates import CallerHistory, SimilarCase, calls_from, similar_cases
from db.queries.lookup import ItemRow, PlaceRow, UnitRow, handling_units, items, places
from db.queries.suggestions import suggestion_rules
from db.rules.clock import Fact
from db.rules.suggestions import SuggestionRule
from db.rules.terms import Urgency

RECENT = 6
MOST_OF_A_DAY = 10_000


def short_moment(moment: datetime, now: datetime) -> str:
    """Return a deadline as briefly as the day allows."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    return f"{moment:%m-%d %H:%M}"


@dataclass(frozen=True)
class FormChoices:
    """Everything that is picked from lists, and the words that suggest an item."""

    items: tuple[ItemRow, ...]
    places: tuple[PlaceRow, ...]
    units: tuple[UnitRow, ...]
    rules: tuple[SuggestionRule, ...]


def form_choices(reader: Reader) -> FormChoices:
    """Return what the form offers today."""
    return FormChoices(
        items(reader, reader.now.date()),
        places(reader),
        handling_units(reader),
        suggestion_rules(reader),
    )


def due_of(
    reader: Reader, urgency: Urgency, hours: int
) -> tuple[datetime, tuple[Fact, ...], datetime]:
    """Return by when a case assigned now has to be done, and how that is reckoned."""
    limit = reader.office.limits.handling(urgency, hours)
    clock = reader.office.clock
    return clock.deadline(limit, reader.now), clock.explain(limit, reader.now), reader.now


def cases_like(reader: Reader, facts: CaseFacts) -> tuple[tuple[SimilarCase, ...], datetime]:
    """Return what looks like the facts typed so far."""
    found = similar_cases(
        reader,
        content=facts.content,
        address=facts.address,
        phone=facts.reporter_phone,
        item_id=facts.item_id,
        community_id=facts.community_id,
        grid_id=facts.grid_id,
    )
    return found, reader.now


def caller_of(reader: Reader, phone: str) -> tuple[str, CallerHistory, datetime]:
    """Return what came from a phone before, with the phone asked about."""
    return phone, calls_from(reader, phone), reader.now


def recent_cases(reader: Reader) -> tuple[tuple[CaseRow, ...], int]:
    """Return the newest cases of the day and how many there are."""
    ids = registered_today(reader, MOST_OF_A_DAY)
    rows = case_rows(reader, ids[:RECENT])
    return tuple(rows[id_] for id_ in ids[:RECENT] if id_ in rows), len(ids)
