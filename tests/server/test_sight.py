"""What the server shows a person is what the queries show: one scope, told twice, compared here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import psycopg
from sqlalchemy import ColumnElement, Table, and_, func, or_, select

from db.errors import NotAllowed
from db.model import METADATA
from db.model.attachment import attachment
from db.model.case import cases
from db.model.handover import handover
from db.model.meeting import agenda_case, decision, meeting
from db.model.supervision import listed_supervision, notice
from db.queries.breakdowns import item_ranking, station_ranking
from db.queries.decisions import seen_decisions
from db.queries.door import Reader
from db.queries.listed import seen_listed
from db.queries.notices import notices, seen_notices
from db.queries.page import case_ids
from db.queries.papers import papers, seen_papers
from db.queries.scope import WHOLE_STREET, visible
from db.queries.statistics import FigureScope, GroupBy, indicators
from db.rules.grams import grams, normalise
from db.rules.terms import ROOM_ROLES, UNIT_ROLES, Role
from db.server.policies import OPEN, SIGHTS
from db.work import load_actor
from tests.server.cluster import Cluster
from tests.server.two_streets import NEIGHBOUR, SUFFIX, TwoStreets
from tests.story import MONDAY, Story

TABLES: Mapping[str, Table] = METADATA.tables
Condition = Callable[[Reader], ColumnElement[bool]]


def _nothing(table: Table) -> ColumnElement[bool]:
    return next(iter(table.primary_key)).is_(None)


def _through(table: str, column: str, seen: Condition, parent: Table = cases) -> Condition:
    """Return the condition for what hangs on a row that the reader may see."""
    return lambda reader: TABLES[table].c[column].in_(select(parent.c.id).where(seen(reader)))


def _for(roles: frozenset[Role], table: str) -> Condition:
    """Return the condition for tables that some roles see as far as their street goes."""

    def condition(reader: Reader) -> ColumnElement[bool]:
        if reader.actor.role not in roles:
            return _nothing(TABLES[table])
        return TABLES[table].c.street_id == reader.actor.street_id

    return condition


def _attachments(reader: Reader) -> ColumnElement[bool]:
    return attachment.c.case_id.in_(select(cases.c.id).where(visible(reader)))


def _meetings(reader: Reader) -> ColumnElement[bool]:
    return _for(WHOLE_STREET | UNIT_ROLES, "meeting")(reader)


def _agenda(reader: Reader) -> ColumnElement[bool]:
    held = agenda_case.c.meeting_id.in_(select(meeting.c.id).where(_meetings(reader)))
    if reader.actor.role in WHOLE_STREET:
        return held
    return and_(
        held,
        or_(
            agenda_case.c.case_id.in_(select(cases.c.id).where(visible(reader))),
            agenda_case.c.decision_id.in_(select(decision.c.id).where(seen_decisions(reader))),
        ),
    )


SHOWN: Mapping[str, Condition] = {
    "cases": visible,
    **{
        name: _through(name, "case_id", visible)
        for name in (
            "attachment",
            "case_party",
            "case_step",
            "case_unit",
            "extension_request",
            "reminder",
        )
    },
    "attachment_chunk": _through("attachment_chunk", "attachment_id", _attachments, attachment),
    "notice": seen_notices,
    "notice_step": _through("notice_step", "notice_id", seen_notices, notice),
    "listed_supervision": seen_listed,
    "listed_report": _through("listed_report", "listed_id", seen_listed, listed_supervision),
    "paper": seen_papers,
    "paper_print": _through("paper_print", "paper_id", seen_papers, TABLES["paper"]),
    "decision": seen_decisions,
    "decision_progress": _through("decision_progress", "decision_id", seen_decisions, decision),
    "meeting": _meetings,
    "attendance": _through("attendance", "meeting_id", _meetings, meeting),
    "agenda_case": _agenda,
    "handover": _for(ROOM_ROLES, "handover"),
    "handover_item": _through(
        "handover_item", "handover_id", _for(ROOM_ROLES, "handover"), handover
    ),
    "suggestion_answer": _for(WHOLE_STREET, "suggestion_answer"),
}
"""Table → what the queries show a reader of it."""

HOME = "永中街道"
STREET_BY_STREET = {"meeting", "attendance", "agenda_case", "suggestion_answer"}
"""Of these the district is told street by street; its right goes over all of them."""


def test_every_table_of_a_street_has_its_policies(streets: TwoStreets) -> None:
    assert SIGHTS.keys() | OPEN == TABLES.keys()
    assert not SIGHTS.keys() & OPEN
    with psycopg.connect(streets.first.address) as raw:
        open_tables = raw.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace"
            " AND relkind IN ('r', 'p') AND NOT relrowsecurity"
        ).fetchall()
    assert {name for (name,) in open_tables} == OPEN | {"alembic_version"}


def test_a_person_sees_the_rows_that_the_queries_show(streets: TwoStreets) -> None:
    differing, everything = [], set()
    with psycopg.connect(streets.first.address) as raw:
        for login in [*streets.logins(), *(name + SUFFIX for name in streets.logins())]:
            told = _shown(streets, login)
            raw.execute(f"SET SESSION AUTHORIZATION cr_{login}".encode())
            for table, shown in told.items():
                seen = _seen(raw, table)
                everything |= {(table, key) for key in seen}
                by_street = login.startswith("district") and table in STREET_BY_STREET
                if not (shown <= seen if by_street else shown == seen):
                    differing.append((login, table, sorted(shown ^ seen)))
            raw.execute("RESET SESSION AUTHORIZATION")
    assert differing == []
    # Nobody enters parties yet; of all else there was something to be seen.
    assert {table for table, _ in everything} == SHOWN.keys() - {"case_party"}


def test_a_search_finds_what_the_policies_show(streets: TwoStreets, cluster: Cluster) -> None:
    found: dict[str, int] = {}
    terms = sorted(set(grams(normalise("夜间装修"))))
    for login in [*streets.logins(), *(name + SUFFIX for name in streets.logins())]:
        with psycopg.connect(cluster.url("streets", f"cr_{login}")) as raw:
            rows = raw.execute("SELECT app.cmd_search(%s::text[])", (terms,)).fetchall()
            told = raw.execute(
                "SELECT id FROM app.cases WHERE search_text LIKE '%夜间装修%'"
            ).fetchall()
        assert sorted(rows) == sorted(told), login
        found[login] = len(rows)
    assert found["operator"] > found["sfs"] > 0 == found["auditor"]


def test_the_district_is_told_of_all_its_streets_and_a_street_of_itself(
    streets: TwoStreets,
) -> None:
    """The ledger, the register of notices, papers and figures add up over the streets."""
    story, there = streets.first, streets.second
    scope = FigureScope(MONDAY.date(), (MONDAY + timedelta(60)).date())
    lists: Mapping[str, Callable[[str, Story], set[int]]] = {
        "ledger": lambda who, home: set(home.ask(case_ids, by=who)),
        "notices": lambda who, home: {row.id for row in home.ask(notices, by=who)},
        "papers": lambda who, home: {
            paper.id
            for left in (streets.left, streets.left_there)
            for paper in home.ask(papers, "notice", left.notice, by=who)
        },
    }
    for name, told in lists.items():
        here, other = told("director", story), told("director", there)
        assert here and other and not here & other, name
        assert told("district", story) == told("district", there) == here | other, name

    here, other = (
        home.ask(indicators, scope, GroupBy.STATION, by="director") for home in (story, there)
    )
    both = story.ask(indicators, scope, GroupBy.STATION, by="district")
    assert both.total == here.total + other.total
    assert both.total.registered > here.total.registered > 0
    expected = {group.key: f"{HOME} {group.name}" for group in here.groups if group.key}
    expected |= {group.key: f"{NEIGHBOUR} {group.name}" for group in other.groups if group.key}
    assert {group.key: group.name for group in both.groups if group.key} == expected
    for ranking in (item_ranking, station_ranking):
        told = {row.name for row in story.ask(ranking, scope, by="district")}
        assert told == {
            f"{street} {row.name}"
            for home, street in ((story, HOME), (there, NEIGHBOUR))
            for row in home.ask(ranking, scope, by="director")
        }


def _shown(streets: TwoStreets, login: str) -> dict[str, set[str]]:
    """Return the keys that the queries' own conditions give, asked by one who sees everything."""
    database, account = streets.first.database, TABLES["account"]
    found = {}
    with database.reading() as connection:
        query = select(account.c.id).where(account.c.login == login)
        actor = load_actor(connection, connection.execute(query).scalar_one(), MONDAY)
        reader = Reader(connection, actor, MONDAY, database)
        for name, shown in SHOWN.items():
            key = func.concat_ws("/", *TABLES[name].primary_key.columns)
            try:
                rows = connection.execute(select(key).where(shown(reader))).scalars()
            except NotAllowed:
                rows = ()
            found[name] = set(rows)
    return found


def _seen(raw: psycopg.Connection[Any], table: str) -> set[str]:
    """Return the keys that the role sees for which the connection speaks."""
    columns = ", ".join(column.name for column in TABLES[table].primary_key.columns)
    rows = raw.execute(f"SELECT concat_ws('/', {columns}) FROM app.{table}".encode())
    return {key for (key,) in rows}
