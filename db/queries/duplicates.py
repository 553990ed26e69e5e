"""Find registered cases that look like the one being typed, and what a caller said before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select

from db.model.case import cases
from db.model.organisation import unit
from db.queries.days import registered_between
from db.queries.door import Reader
from db.queries.scope import visible
from db.queries.search import search_condition
from db.rules.grams import normalise
from db.rules.masking import mask_text
from db.rules.terms import CaseState

_DRAFT = int(CaseState.DRAFT)
_LEFT_OUT = (_DRAFT, int(CaseState.VOID))
_CANDIDATES = 100
"""Newest cases looked at for each way of being alike."""
_FEWEST_DIGITS = 7
_LEAST_SCORE = 35
_WEIGHTS_FULL = 100
_NUMBERED = re.compile(
    r"[\u4e00-\u9fff]{1,4}(?:路|街|巷|弄|道|村|区|里|桥|园|苑|城)\s*\d+\s*(?:号|幢|栋|弄)?"
)
_JUST_NOW = timedelta(hours=24)
"""Within this time two calls most often mean the same happening (interface.md §4)."""
_PLACE_LIKE = 0.6
_TEXT_LIKE = 0.35


class Likeness(StrEnum):
    """In what a case is like the one being typed."""

    PHONE = "phone"
    PLACE = "place"
    TEXT = "text"
    ITEM = "item"
    GRID = "grid"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case that may be the same; ``score`` from 0 to 100."""

    id: int
    number: str
    title: str
    address: str
    state: CaseState
    registered_at: datetime
    holder: str
    score: int
    reasons: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class CallerHistory:
    """What came from a phone before; without a case ``last_id`` is None."""

    count: int
    last_id: int | None = None
    last_number: str = ""
    last_title: str = ""
    last_at: datetime | None = None
    last_state: CaseState | None = None


@dataclass(frozen=True)
class _Draft:
    """What was typed so far, ready to be compared."""

    text: frozenset[str]
    place: frozenset[str]
    phone: str
    item_id: int | None
    community_id: int | None
    grid_id: int | None


def similar_cases(
    reader: Reader,
    *,
    content: str = "",
    address: str = "",
    phone: str = "",
    item_id: int | None = None,
    community_id: int | None = None,
    grid_id: int | None = None,
    within_days: int = 30,
    limit: int = 5,
    except_id: int | None = None,
) -> tuple[SimilarCase, ...]:
    """Return the registered cases most like what was typed, best first, with the reasons.

    Main cases only: a duplicate is told by the case that it is linked to.
    """
    draft = _Draft(
        _pairs(content),
        _pairs(address),
        normalise(phone),
        item_id,
        community_id,
        grid_id,
    )
    found = [
        similar
        for row in _candidates(reader, draft, content, address, within_days)
        if row.id != except_id and (similar := _compared(reader, draft, row)).score >= _LEAST_SCORE
    ]
    found.sort(key=lambda one: (-one.score, -one.id))
    return tuple(found[:limit])


def calls_from(reader: Reader, phone: str, within_days: int = 30) -> CallerHistory:
    """Return how often a phone reported something lately, and the last case."""
    if len(normalise(phone)) < _FEWEST_DIGITS:
        return CallerHistory(0)
    since = reader.now.date() - timedelta(days=within_days)
    c = cases.c
    rows = reader.connection.execute(
        select(c.id, c.number, c.title, c.registered_at, c.state)
        .where(visible(reader), c.reporter_phone == normalise(phone), c.state != _DRAFT)
        .where(*registered_between(since, None))
        .order_by(c.id.desc())
    ).all()
    if not rows:
        return CallerHistory(0)
    last = rows[0]
    return CallerHistory(
        len(rows), last.id, last.number, last.title, last.registered_at, CaseState(last.state)
    )


def _candidates(
    reader: Reader, draft: _Draft, content: str, address: str, within_days: int
) -> list[Any]:
    """Return the newest cases that share a phone, a place, an item or a grid with the draft."""
    ways: list[ColumnElement[bool]] = []
    if len(draft.phone) >= _FEWEST_DIGITS:
        ways.append(cases.c.reporter_phone == draft.phone)
    for place in _places(f"{address} {content}"):
        searched = search_condition(reader, place)
        if searched is not None:
            ways.append(searched)
    if draft.item_id is not None:
        ways.append(cases.c.item_id == draft.item_id)
    if draft.grid_id is not None:
        ways.append(cases.c.grid_id == draft.grid_id)
    elif draft.community_id is not None:
        ways.append(cases.c.community_id == draft.community_id)
    since = registered_between(reader.now.date() - timedelta(days=within_days), None)
    found: dict[int, Any] = {}
    for way in ways:
        rows = reader.connection.execute(
            _columns()
            .where(visible(reader), *since, way)
            .where(cases.c.state.not_in(_LEFT_OUT), cases.c.duplicate_of.is_(None))
            .order_by(cases.c.id.desc())
            .limit(_CANDIDATES)
        )
        found.update((row.id, row) for row in rows)
    return list(found.values())


def _columns() -> Any:
    c = cases.c
    columns = (
        c.id,
        c.number,
        c.title,
        c.address,
        c.content,
        c.state,
        c.registered_at,
        c.reporter_phone,
        c.item_id,
        c.community_id,
        c.grid_id,
    )
    return select(*columns, unit.c.name.label("holder")).outerjoin(
        unit, unit.c.id == cases.c.holder_id
    )


def _places(text: str) -> list[str]:
    """Return the house numbers with their street that a text names, at most two."""
    found = (part.group().replace(" ", "") for part in _NUMBERED.finditer(normalise(text)))
    return list(dict.fromkeys(found))[:2]


def _compared(reader: Reader, draft: _Draft, row: Any) -> SimilarCase:
    text = _overlap(draft.text, _pairs(f"{row.title} {row.content}"))
    place = _overlap(draft.place, _pairs(f"{row.address} {row.content}"))
    same_phone = len(draft.phone) >= _FEWEST_DIGITS and draft.phone == row.reporter_phone
    same_item = draft.item_id is not None and draft.item_id == row.item_id
    same_grid = (draft.grid_id is not None and draft.grid_id == row.grid_id) or (
        draft.grid_id is None
        and draft.community_id is not None
        and draft.community_id == row.community_id
    )
    parts = (
        (Likeness.TEXT, 40.0, text, text >= _TEXT_LIKE, bool(draft.text)),
        (Likeness.PLACE, 35.0, place, place >= _PLACE_LIKE, bool(draft.place)),
        (Likeness.ITEM, 15.0, float(same_item), same_item, draft.item_id is not None),
        (
            Likeness.GRID,
            10.0,
            float(same_grid),
            same_grid,
            draft.grid_id is not None or draft.community_id is not None,
        ),
    )
    # What was not typed yet neither speaks for nor against.
    asked = sum(weight for _, weight, _, _, is_asked in parts if is_asked)
    reached = sum(weight * share for _, weight, share, _, is_asked in parts if is_asked)
    score = _WEIGHTS_FULL * reached / asked if asked else 0.0
    reasons = [likeness for likeness, _, _, is_reason, _ in parts if is_reason]
    if same_phone:
        # The same caller within the time most often means the same thing.
        score += (_WEIGHTS_FULL - score) / 2
        reasons.insert(0, Likeness.PHONE)
    if reasons and reader.now - row.registered_at <= _JUST_NOW:
        score += (_WEIGHTS_FULL - score) / 4
        reasons.append(Likeness.TIME)
    clear = reader.sees_private
    return SimilarCase(
        row.id,
        row.number,
        row.title if clear else mask_text(row.title),
        row.address,
        CaseState(row.state),
        row.registered_at,
        row.holder or "",
        round(score),
        tuple(reasons),
    )


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, without the marks between words."""
    run = "".join(character for character in normalise(text) if character.isalnum())
    return frozenset(run[i : i + 2] for i in range(len(run) - 1))


def _overlap(wanted: frozenset[str], found: frozenset[str]) -> float:
    """Return how much of the shorter text is in the other one."""
    smaller = min(len(wanted), len(found))
    return len(wanted & found) / smaller if smaller else 0.0
