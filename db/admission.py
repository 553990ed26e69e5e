"""The gate of the admission list: only listed, valid items become cases (domain.md §2.1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import bindparam, select

from db.errors import NotFound, RuleError
from db.model.item import item
from db.rules.terms import ItemStatus, Urgency
from db.work import Work

NEAREST = 3

_LIST = select(item).where(item.c.street_id == bindparam("street")).order_by(item.c.code)


@dataclass(frozen=True)
class AdmittedItem:
    """An item that may be used on the day asked about."""

    id: int
    code: str
    name: str
    class_name: str
    platform: str
    limit_hours: int
    urgency: Urgency
    lead_code: str
    assist_codes: str


def admitted_item(work: Work, item_id: int | None, text: str) -> AdmittedItem:
    """Return the item named by id, code or name, if it may be used today.

    :raises RuleError: ``not_on_list`` with ``text`` and ``nearest`` (codes and names), or
        ``item_retired`` / ``item_expired`` / ``item_not_yet`` with the item's name.
    """
    found = _by_words(work, text) if item_id is None else _by_id(work, item_id)
    if found is None:
        usable = [row for row in _listed(work) if row["status"] != ItemStatus.RETIRED]
        raise RuleError("not_on_list", text=text, nearest=nearest(text, usable))
    _refuse_invalid(found, work.now.date())
    return AdmittedItem(
        found["id"],
        found["code"],
        found["name"],
        found["class_name"],
        found["platform"],
        found["limit_hours"],
        Urgency(found["urgency"]),
        found["lead_code"],
        found["assist_codes"],
    )


def _by_id(work: Work, item_id: int) -> dict[str, Any] | None:
    try:
        return work.item_row(item_id)
    except NotFound:
        return None  # A stale form names it; the caller tells which items come nearest.


def _by_words(work: Work, text: str) -> dict[str, Any] | None:
    wanted = _folded(text)
    for row in _listed(work):
        if wanted in (_folded(row["code"]), _folded(row["name"])):
            return row
    return None


def _listed(work: Work) -> list[dict[str, Any]]:
    rows = work.connection.execute(_LIST, {"street": work.actor.street_id}).mappings()
    return [dict(row) for row in rows]


def nearest(text: str, rows: list[dict[str, Any]]) -> list[str]:
    """Return the names of the items most like a text, best first."""
    wanted = _folded(text)

    def likeness(row: dict[str, Any]) -> float:
        return SequenceMatcher(None, wanted, _folded(row["name"])).ratio()

    best = sorted(rows, key=likeness, reverse=True)[:NEAREST]
    return [f"{row['code']} {row['name']}" for row in best if likeness(row) > 0]


def _refuse_invalid(row: Mapping[str, Any], day: date) -> None:
    facts = {"name": row["name"], "code": row["code"]}
    if row["status"] == ItemStatus.RETIRED:
        raise RuleError("item_retired", **facts)
    start, end = row["valid_from"], row["valid_to"]
    if isinstance(start, date) and day < start:
        raise RuleError("item_not_yet", day=start, **facts)
    if isinstance(end, date) and day > end:
        raise RuleError("item_expired", day=end, **facts)


def _folded(text: str) -> str:
    """Return a name without the differences that do not matter: width, case, blanks, brackets."""
    kept = unicodedata.normalize("NFKC", text).casefold()
    return "".join(mark for mark in kept if not mark.isspace() and mark not in "()（）")
