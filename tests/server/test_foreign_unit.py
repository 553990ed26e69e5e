"""Every query tells a foreign street and a foreign unit nothing of what is not theirs."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from array import array
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

import db.queries
from db.errors import RecordError
from db.model import METADATA
from db.model.case import cases
from db.queries.counted import GroupBy
from db.queries.door import ask
from db.queries.page import EVERYTHING, Order
from db.queries.statistics import FigureScope
from db.rules.agenda import DecisionKind
from db.rules.numbering import Numbered
from db.rules.outlines import CoordinateSystem
from db.rules.setting_fields import BY_KEY, SettingTopic
from db.rules.terms import SupervisionLevel
from tests.server.two_streets import SUFFIX, Lived, TwoStreets

BUILDING = frozenset(
    {
        "conditions",
        "ids_where",
        "scope_conditions",
        "search_condition",
        "seen_decisions",
        "seen_listed",
        "seen_notices",
        "seen_papers",
        "told_apart",
        "visible",
        "within_reach",
    }
)
"""What makes conditions for other queries."""
GIVEN = frozenset({"effects_of", "further", "reading", "standing_of", "file_health"})
"""What works on rows that another query gave, or on the embedded file."""
OF_TYPE = {"Order": Order.STATE, "Numbered": Numbered.NOTICE}
"""What is told by its type, where one name stands for several things."""
TABLES = METADATA.tables


def queries() -> Iterator[Callable[..., Any]]:
    """Yield every function that is asked through the door of reading."""
    for module in pkgutil.iter_modules(db.queries.__path__):
        found = importlib.import_module(f"db.queries.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            is_own = function.__module__ == found.__name__ and not name.startswith("_")
            if is_own and next(iter(inspect.signature(function).parameters), "") == "reader":
                yield function


ASKED = {one.__name__: one for one in queries() if one.__name__ not in BUILDING | GIVEN}


@pytest.mark.parametrize("login", ["operator", "sfs", "director", "leader", "auditor", "grid"])
def test_a_foreign_street_is_told_nothing(streets: TwoStreets, login: str) -> None:
    theirs = _ids_of_street(streets)
    told = _told(streets, login, _arguments(streets, streets.left_there), theirs)
    assert told == {}


def test_a_foreign_unit_is_told_nothing(streets: TwoStreets) -> None:
    """SFS has no part in the case of ZZD, nor in the one that nobody has yet."""
    left = streets.left
    hidden = {left.elsewhere, left.waiting, left.draft}
    theirs = hidden | _ids_through(streets, {left.elsewhere, left.waiting})
    theirs |= _ids_through(streets, {left.draft}, "notice_id")
    given = _arguments(streets, dataclasses.replace(left, held=left.elsewhere, notice=left.draft))
    for login in ("sfs", "sfs_head"):
        assert _told(streets, login, given, theirs) == {}


def test_their_own_people_are_told(streets: TwoStreets) -> None:
    """The search for what is told finds it where it may be told."""
    theirs = _ids_of_street(streets)
    given = _arguments(streets, streets.left_there)
    assert len(_told(streets, "director" + SUFFIX, given, theirs)) > 40
    left = streets.left
    assert len(_told(streets, "zzd", _arguments(streets, left), {left.elsewhere})) > 5


def _told(
    streets: TwoStreets, login: str, given: Mapping[str, Any], theirs: set[int]
) -> dict[str, set[int]]:
    """Return the ids that are not the person's and that the queries tell, by query."""
    account = TABLES["account"]
    database = streets.first.database
    with database.reading() as connection:
        query = select(account.c.id).where(account.c.login == login)
        by = int(connection.execute(query).scalar_one())
    found = {}
    for name, query_function in ASKED.items():
        needed = {
            one.name: OF_TYPE.get(str(one.annotation)) or given[one.name]
            for one in list(inspect.signature(query_function).parameters.values())[1:]
            if one.default is one.empty
        }
        try:
            answer = ask(database, partial(query_function, **needed), by)
        except (RecordError, NoResultFound):
            continue
        told = set(_numbers(answer)) & theirs
        if told:
            found[name] = told
    return found


def _numbers(value: Any) -> Iterator[int]:
    """Yield every number in an answer, however deep."""
    if isinstance(value, int):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from _numbers(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _numbers(key)
            yield from _numbers(one)
    elif isinstance(value, (list, tuple, set, frozenset, array)):
        for one in value:
            yield from _numbers(one)


def _ids_of_street(streets: TwoStreets) -> set[int]:
    """Return every id of the second street."""
    street_id = streets.second.street_id
    own = {street_id}
    with streets.first.database.reading() as connection:
        for table in TABLES.values():
            if "street_id" in table.c and "id" in table.c:
                rows = select(table.c.id).where(table.c.street_id == street_id)
                own |= set(connection.execute(rows).scalars())
    # Accounts and people of the stories have small numbers, which also count other things.
    return {one for one in own if one > 10**9} | _ids_through(streets, own)


def _ids_through(streets: TwoStreets, ids: set[int], column: str = "case_id") -> set[int]:
    """Return the ids of the rows that hang on some others."""
    found: set[int] = set()
    with streets.first.database.reading() as connection:
        for table in TABLES.values():
            if column in table.c and "id" in table.c:
                rows = select(table.c.id).where(table.c[column].in_(ids))
                found |= set(connection.execute(rows).scalars())
    return found


def _arguments(streets: TwoStreets, left: Lived) -> dict[str, Any]:
    """Return what a query is given that needs to be told something: what is not the reader's."""
    with streets.first.database.reading() as connection:
        number = connection.execute(
            select(cases.c.number).where(cases.c.id == left.held)
        ).scalar_one()
    start, end = datetime(2026, 11, 1), datetime(2026, 12, 1)
    return {
        "case_id": left.held,
        "attachment_id": left.attachment,
        "decision_id": left.decision,
        "notice_id": left.notice,
        "meeting_id": left.meeting,
        "listed_id": left.listed,
        "paper_id": left.paper,
        "handover_id": left.handover,
        "object_kind": "notice",
        "object_id": left.notice,
        "unit_id": 1,
        "lead_id": 1,
        "item_id": 1,
        "assist_ids": (),
        "ids": [left.held, left.elsewhere, left.waiting, left.decision],
        "account_ids": [101],
        "number": number,
        "occasion": "1",
        "phone": "13805770001",
        "text": "夜间装修噪声",
        "scope": FigureScope(date(2026, 11, 1), date(2026, 11, 30), cutoff=end),
        "filter": EVERYTHING,
        "order": Order.NEWEST,
        "opened": None,
        "by": GroupBy.ITEM,
        "topic": next(iter(SettingTopic)),
        "start": start,
        "end": end,
        "seq": 0,
        "since": 0,
        "limit": 50,
        "most": 50,
        "year": 2026,
        "week": 47,
        "frozen_at": None,
        "hides": False,
        "in_clear": False,
        "masked": False,
        "level": SupervisionLevel.ORDINARY,
        "kind": DecisionKind.OTHER,
        "due_at": end,
        "days": {},
        "features": (),
        "system": CoordinateSystem.WGS84,
        "key": next(key for key, one in BY_KEY.items() if one.topic is SettingTopic.SUPERVISION),
        "value": 1,
    }
