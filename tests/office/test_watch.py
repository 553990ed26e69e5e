"""Wrong passwords lock an account on the office's server though nobody has a window open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from db.rules.passwords import MAX_FAILURES
from tests.office.conftest import Office

pytestmark = pytest.mark.debian_server

Told = Callable[..., Any]
_LOCKED = "SELECT count(*) FROM app.account WHERE locked_until IS NOT NULL"
_OPEN = (
    "UPDATE app.account SET failures = 0, locked_until = localtimestamp - interval '1 minute'"
    " WHERE login = 'operator'"
)


def comes_in(office: Office, **other: str) -> bool:
    """Tell whether the server lets the operator in."""
    try:
        psycopg.connect(**office.network("cr_operator", **other)).close()
    except psycopg.OperationalError:
        return False
    return True


def test_the_call_of_the_timer_locks_and_opens_again(
    office: Office, told: Told, request: pytest.FixtureRequest
) -> None:
    call = ("watch", "--folder", str(office.folder))
    request.addfinalizer(lambda: _opened(office, told, call))
    assert told(*call) == (0, {"ok": True, "locked": 0})
    for _ in range(MAX_FAILURES):
        assert not comes_in(office, password="falsch")
    assert comes_in(office)
    assert told(*call) == (0, {"ok": True, "locked": 1})
    assert not comes_in(office)
    _opened(office, told, call)
    assert comes_in(office)


def _opened(office: Office, told: Told, call: tuple[str, ...]) -> None:
    """Let the half hour be over."""
    with office.raw() as raw:
        raw.execute("SET session_replication_role = replica")
        raw.execute(_OPEN.encode())
    assert told(*call) == (0, {"ok": True, "locked": 0})


def test_a_server_that_does_not_count_is_told(office: Office, told: Told) -> None:
    name = "ALTER FUNCTION app.{} RENAME TO {}"
    with office.raw() as raw:
        raw.execute(name.format("watch_sign_ons", "watch_no_more").encode())
        try:
            code, answer = told("watch", "--folder", str(office.folder))
        finally:
            raw.execute(name.format("watch_no_more", "watch_sign_ons").encode())
    assert (code, answer["error"]) == (1, "server_lockout_missing")
