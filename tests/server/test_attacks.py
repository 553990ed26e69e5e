"""Every attack of the list, by every role, over a raw connection with its own password."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from string import Template

import psycopg
import pytest

from db.engine import open_database
from db.model import METADATA
from db.rules.terms import Role
from db.verify import verify
from tests.server.attacks import ACCEPTED, ATTACKS, CONTROL, WHOLE, Attack
from tests.server.cluster import Cluster
from tests.server.two_streets import TwoStreets, found_neighbour, live, settle_administrators
from tests.story import MONDAY, Story

ATTACKERS: Mapping[Role, str] = {
    Role.OPERATOR: "operator",
    Role.SHIFT_LEAD: "shift_lead",
    Role.DIRECTOR: "director",
    Role.HANDLER: "sfs",
    Role.STATION_HEAD: "pcs_head",
    Role.GRID: "grid",
    Role.LEADER: "leader",
    Role.CLERK: "clerk",
    Role.DISTRICT: "district",
    Role.SYSTEM_ADMIN: "system",
    Role.SECURITY_ADMIN: "security",
    Role.AUDITOR: "auditor",
}
MISSPELT = frozenset({"42601", "42703", "42P01", "42883", "42804", "42704", "42P10", "22P02"})
"""What the server says of an attack that is refused for a slip of its own: it shows nothing."""
NOT_GRANTED = "01007"
"""The server's warning that a GRANT gave nothing."""


@dataclass(frozen=True)
class Guarded:
    """Two streets behind passwords, and the ids that the attacks name."""

    streets: TwoStreets
    passwords: Mapping[str, str]
    ids: Mapping[str, int]


@pytest.fixture(scope="module")
def guarded(cluster: Cluster) -> Iterator[Guarded]:
    """Two streets in a database that lets nobody in without a password."""
    cluster.run("CREATE DATABASE guarded TEMPLATE founded STRATEGY FILE_COPY")
    database = open_database(cluster.url("guarded"), clock=lambda: MONDAY)
    first = Story(database, cluster.url("guarded"))
    settle_administrators(first)
    second = found_neighbour(first)
    streets = TwoStreets(first, second, live(first), live(second))
    passwords = {login: secrets.token_urlsafe(12) for login in ATTACKERS.values()}
    with psycopg.connect(first.address, autocommit=True) as raw:
        for login, password in passwords.items():
            raw.execute(f"ALTER ROLE cr_{login} PASSWORD '{password}'".encode())
        # From here on the server's own clock counts, as in an office.
        raw.execute("UPDATE app.app_meta SET is_practice = false")
        # The copy of a database has the rights of a new one.
        raw.execute("REVOKE ALL ON DATABASE guarded FROM PUBLIC")
        raw.execute("GRANT CONNECT ON DATABASE guarded TO cr_person")
    places = cluster.folder / "data" / "pg_hba.conf"
    before = places.read_text(encoding="utf-8")
    lines = "local guarded postgres trust\nlocal guarded all scram-sha-256\n"
    places.write_text(lines + before, encoding="utf-8")
    cluster.run("SELECT pg_reload_conf()")
    with psycopg.connect(first.address) as raw:
        street = "SELECT street_id FROM app.cases WHERE id = %s"
        here, there = (
            raw.execute(street, (one.held,)).fetchone()
            for one in (streets.left, streets.left_there)
        )
    assert here is not None and there is not None
    ids = {
        **asdict(streets.left),
        "street": here[0],
        "there_street": there[0],
        "there": streets.left_there.held,
        "other_unit": first.unit("ZZD"),
    }
    yield Guarded(streets, passwords, ids)
    places.write_text(before, encoding="utf-8")
    cluster.run("SELECT pg_reload_conf()")
    database.close()
    cluster.run("DROP DATABASE guarded WITH (FORCE)")


def test_nobody_comes_in_without_the_own_password(guarded: Guarded, cluster: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url("guarded", "cr_operator"))
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(
            cluster.url("guarded", "cr_operator"), password=guarded.passwords["director"]
        )


def test_the_step_that_the_attacks_twist_is_one_that_its_holder_may_take(
    guarded: Guarded, cluster: Cluster
) -> None:
    assert _attempt(guarded, cluster, "sfs", [CONTROL]) == [CONTROL.name]
    assert _attempt(guarded, cluster, "sfs", [WHOLE]) == [WHOLE.name]


@pytest.mark.parametrize("role", ATTACKERS)
def test_every_attack_of_a_role_is_refused(guarded: Guarded, cluster: Cluster, role: Role) -> None:
    attacks = [attack for attack in ATTACKS if role in attack.by]
    before = _everything(guarded)
    let_through = _attempt(guarded, cluster, ATTACKERS[role], attacks)
    assert [name for name in let_through if name not in ACCEPTED] == []
    assert [name for name in ACCEPTED if name not in let_through] == []
    assert _everything(guarded) == before
    assert verify(guarded.streets.first.database) == []


def test_the_list_is_as_long_as_it_should_be() -> None:
    names = [attack.name for attack in ATTACKS]
    assert len(set(names)) == len(names) >= 120
    assert sum(len(attack.by) for attack in ATTACKS) >= 800


def _attempt(guarded: Guarded, cluster: Cluster, login: str, attacks: list[Attack]) -> list[str]:
    """Run attacks as a person and return the names of those that got somewhere."""
    story = guarded.streets.first
    ids = {
        **guarded.ids,
        "mine": story.account(login),
        "other": story.account("operator2" if login == "leader" else "leader"),
    }
    let_through = []
    with psycopg.connect(
        cluster.url("guarded", f"cr_{login}"), password=guarded.passwords[login], autocommit=True
    ) as raw:
        warned: list[str | None] = []
        raw.add_notice_handler(lambda told: warned.append(told.sqlstate))
        raw.execute("SET search_path = app")
        for attack in attacks:
            warned.clear()
            statement = Template(attack.sql).substitute(ids)
            if not attack.alone:
                statement = f"BEGIN; {statement}"
            try:
                done = raw.execute(statement.encode(), prepare=False)
                touched = [done.rowcount]
                while done.nextset():
                    touched.append(done.rowcount)
                rows = done.fetchall() if done.description else [None] * max(done.rowcount, 0)
                is_told = done.description is not None or done.rowcount >= 0
                got = bool(rows) if is_told else NOT_GRANTED not in warned
                # What ends with the server's looking got somewhere if rows were written before.
                counts = [count for count in touched if count >= 0]
                got = got and (not counts or any(counts))
            except psycopg.Error as error:
                assert error.sqlstate not in MISSPELT, (attack.name, str(error))
                got = False
            raw.rollback()
            if got:
                let_through.append(attack.name)
    return let_through


def _everything(guarded: Guarded) -> list[tuple[object, ...]]:
    """Return a digest of every table of ours, as the owner sees it."""
    with psycopg.connect(guarded.streets.first.address) as raw:
        raw.execute("SET search_path = app")
        found = []
        for name in sorted(METADATA.tables):
            row = raw.execute(
                f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t".encode()
            ).fetchone()
            found.append((name, row))
        return found
