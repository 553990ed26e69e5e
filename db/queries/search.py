"""Search the cases by fragments of text, numbers, phone parts and pinyin initials.

The engine's index narrows, LIKE on the normalised text decides: exact substring search, the same
rows on every engine (database.md §1). Every word of the query must be found.
"""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, and_, func, or_, select

from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.queries.door import Reader
from db.rules.grams import like_patterns, words
from db.rules.terms import UnitKind

_INITIALS = re.compile("[a-z]{2,}")
_LATIN = re.compile("[a-z]")
_SHORT_NUMBER = re.compile(r"(\d{4})-(\d{3,6})")
_WHOLE_INITIALS = 2
"""Initials as short as this must be all of a name's; longer ones may be its beginning."""


def search_condition(reader: Reader, query: str) -> ColumnElement[bool] | None:
    """Return the condition for the cases that a search finds, or None when nothing was typed.

    A word of Latin letters also finds the cases of an item, community, grid or unit whose pinyin
    initials it is; ``1122-0086`` finds the number in which these digits stand together.
    """
    conditions: list[ColumnElement[bool]] = []
    plain: list[str] = []
    for word in words(query):
        named = _named(reader, word) if _INITIALS.fullmatch(word) else []
        if _SHORT_NUMBER.fullmatch(word):
            conditions.append(_numbered(reader, word))
        elif named:
            conditions.append(or_(_holding(reader, word), *named))
        else:
            plain.append(word)
    if plain:
        conditions.append(_holding(reader, " ".join(plain)))
    return and_(*conditions) if conditions else None


def _holding(reader: Reader, query: str) -> ColumnElement[bool]:
    """Return the condition for the cases whose text holds every word of the query."""
    narrowed = reader.search_condition(query)
    found = _likes(reader, query)
    return found if narrowed is None else and_(narrowed, found)


def _likes(reader: Reader, query: str) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = []
    for pattern in like_patterns(query):
        conditions.append(cases.c.search_text.like(pattern, escape="\\"))
        if not reader.sees_private:
            conditions.append(_without_private(pattern))
    return and_(*conditions)


def _numbered(reader: Reader, word: str) -> ColumnElement[bool]:
    """Return the condition for cases with two groups of digits, joined by a dash or standing so.

    All grams of the word are in the joined digits too, so the index is asked once.
    """
    joined = cases.c.number.like(f"%{word.replace('-', '')}%")
    found = or_(joined, _likes(reader, word))
    narrowed = reader.search_condition(word)
    return found if narrowed is None else and_(narrowed, found)


def _without_private(pattern: str) -> ColumnElement[bool]:
    """Return the condition that a word was not found in the reporter's name or phone alone.

    Who may not read a phone may not find out by searching for it either.
    """
    c = cases.c
    private: ColumnElement[str] = c.reporter_name + " " + c.reporter_phone
    told: ColumnElement[str] = c.number + " " + c.title + " " + c.content + " " + c.address
    if _LATIN.search(pattern):
        private, told = func.lower(private), func.lower(told)
    return or_(private.not_like(pattern, escape="\\"), told.like(pattern, escape="\\"))


def _named(reader: Reader, initials: str) -> list[ColumnElement[bool]]:
    """Return a condition for each kind of thing that has a name with these initials."""
    street_id = reader.actor.street_id
    found_items = reader.connection.execute(
        select(item.c.id).where(
            item.c.street_id == street_id, _initials_are(item.c.initials, initials)
        )
    ).scalars()
    found_units = reader.connection.execute(
        select(unit.c.id, unit.c.kind).where(
            unit.c.street_id == street_id, _initials_are(unit.c.initials, initials)
        )
    ).all()
    communities = [row.id for row in found_units if row.kind == UnitKind.COMMUNITY]
    grids = [row.id for row in found_units if row.kind == UnitKind.GRID]
    others = [row.id for row in found_units if row.id not in communities and row.id not in grids]
    columns = (
        (cases.c.item_id, list(found_items)),
        (cases.c.community_id, communities),
        (cases.c.grid_id, grids),
        (cases.c.lead_id, others),
    )
    return [column.in_(ids) for column, ids in columns if ids]


def _initials_are(column: ColumnElement[str], initials: str) -> ColumnElement[bool]:
    if len(initials) <= _WHOLE_INITIALS:
        return column == initials
    return column.startswith(initials, autoescape=True)
