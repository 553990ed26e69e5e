"""Five wrong passwords lock an account on the server as on the file."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.pq import ConnStatus, PGconn

from db.commands.organisation import SetPassword
from db.queries.accounts import accounts
from db.rules.passwords import MAX_FAILURES
from db.server import lockout
from tests.server.office import PASSWORD, Office
from tests.server.office_desk import OfficeDesk, desk
from tests.server.test_people import OTHER, comes_in
from tests.story import Story

__all__ = ["desk"]
WATCH = "SELECT app.watch_sign_ons()"


@pytest.fixture
def watched(street: Story, office: Office) -> Iterator[Office]:
    """An office whose server counts wrong passwords."""
    with street.database.engine.begin() as connection:
        lockout.install(connection)
    yield office
    office.run("ALTER ROLE cr_operator VALID UNTIL 'infinity'")


def guess(office: Office, times: int, login: str = "operator") -> None:
    """Try wrong passwords, each of which the server logs before it answers."""
    for _ in range(times):
        assert not comes_in(office, "falsch", login)


def test_five_wrong_passwords_at_the_window_lock_the_account(
    desk: OfficeDesk, watched: Office
) -> None:
    desk.open()
    for _ in range(MAX_FAILURES):
        desk.enter("Falsch-2026-xx")
        assert "登录名或密码不对" in desk.words(desk.card)
    watched.ask(WATCH, "street")
    desk.enter(PASSWORD)
    assert not desk.is_in()
    assert "账号可能已锁定" in desk.words(desk.card)
    # The director sees it, and opens it with a new password.
    assert _locked(desk.story) == ["operator"]
    who = desk.story.account("operator")
    desk.story.do(SetPassword(account_id=who, password=OTHER), by="director")
    desk.enter(OTHER)
    assert desk.is_in() and _locked(desk.story) == []


def test_four_wrong_ones_and_a_sign_on_begin_anew(desk: OfficeDesk, watched: Office) -> None:
    for _ in range(2):
        guess(watched, MAX_FAILURES - 1)
        desk.open()
        desk.enter(PASSWORD)
        assert desk.is_in()
    assert _locked(desk.story) == []


def test_a_locked_account_opens_when_its_time_is_over_and_others_never_closed(
    street: Story, watched: Office
) -> None:
    guess(watched, MAX_FAILURES)
    watched.ask(WATCH, "street")
    assert not comes_in(watched, PASSWORD, "operator")
    watched.run(f"ALTER ROLE cr_sfs PASSWORD '{PASSWORD}'")
    assert comes_in(watched, PASSWORD, "sfs")
    watched.change(
        "UPDATE app.account SET locked_until = localtimestamp - interval '1 minute'"
        " WHERE login = 'operator'"
    )
    watched.ask(WATCH, "street")
    assert comes_in(watched, PASSWORD, "operator")


def test_the_log_is_counted_once_and_over_its_turn(street: Story, watched: Office) -> None:
    guess(watched, 2)
    for _ in range(3):
        watched.ask(WATCH, "street")
    assert _failures(street) == 2
    watched.run("SELECT pg_rotate_logfile()")
    guess(watched, 2)
    watched.ask(WATCH, "street")
    assert _failures(street) == 4


def test_a_name_that_is_no_text_and_looks_like_a_line_of_the_log_locks_nobody(
    street: Story, watched: Office
) -> None:
    line = b"'\n" + b'{"user":"cr_director","state_code":"28P01"}' + b"\n'"
    for name in (line, b'cr_director"', b"cr_\xff\xfe"):
        for _ in range(MAX_FAILURES):
            where = f"host=127.0.0.1 port={watched.port} dbname=street password=x user="
            tried = PGconn.connect(where.encode() + name)
            assert tried.status == ConnStatus.BAD
            tried.finish()
    assert watched.log().count("28P01") >= MAX_FAILURES
    watched.ask(WATCH, "street")
    assert _locked(street) == []


def test_a_person_may_let_the_server_count_and_reads_nothing_by_it(
    street: Story, watched: Office
) -> None:
    with psycopg.connect(watched.network("operator"), password=PASSWORD) as raw:
        assert raw.execute("SELECT app.watch_sign_ons()::text").fetchall() == [("",)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute("SELECT pg_read_file('postgresql.conf')")


def _locked(story: Story) -> list[str]:
    return [row.sign_on.login for row in story.ask(accounts, by="director") if row.locked_until]


def _failures(story: Story) -> int:
    rows = story.ask(accounts, by="director")
    return next(row.failures for row in rows if row.sign_on.login == "operator")
