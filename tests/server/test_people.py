"""A person's role on the server follows the account: password, end, being switched off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from db.commands.organisation import AddAccount, AddPerson, SetPassword, SwitchAccount
from db.errors import RuleError
from db.rules.terms import Role
from tests.server.office import PASSWORD, Office
from tests.story import Story

LOGIN = "sfs_new"
OTHER = "Anderes-2026-xy"


@pytest.fixture
def newcomer(street: Story, office: Office) -> Iterator[int]:
    """Return the id of an account that the director has made by the usual commands."""
    person = street.do(AddPerson(unit_id=street.unit("SFS"), name="司法员乙"), by="director")
    made = street.do(
        AddAccount(
            person_id=person["person_id"], login=LOGIN, role=Role.HANDLER, password=PASSWORD
        ),
        by="director",
    )
    yield made["account_id"]
    office.run(f"DROP OWNED BY cr_{LOGIN}")
    office.run(f"DROP ROLE cr_{LOGIN}")


def comes_in(office: Office, password: str, login: str = LOGIN) -> bool:
    """Tell whether a login and a password open a connection by the network."""
    try:
        psycopg.connect(office.network(login), password=password).close()
    except psycopg.OperationalError:
        return False
    return True


def test_a_new_account_comes_in_with_its_password_and_with_no_other(
    newcomer: int, office: Office
) -> None:
    assert comes_in(office, PASSWORD)
    assert not comes_in(office, OTHER)
    assert not comes_in(office, "")


def test_the_server_learns_a_verifier_and_the_table_not_even_that(
    newcomer: int, street: Story, office: Office
) -> None:
    kept = office.ask(f"SELECT rolpassword FROM pg_authid WHERE rolname = 'cr_{LOGIN}'")
    assert str(kept[0][0]).startswith("SCRAM-SHA-256$")
    row = office.ask(f"SELECT password_hash FROM app.account WHERE id = {newcomer}", "street")
    assert row == [("server",)]
    seen = office.ask("SELECT string_agg(diff::text, ' ') FROM app.audit", "street")
    assert PASSWORD not in str(seen) and "SCRAM" not in str(seen)
    assert PASSWORD not in office.log()


def test_a_new_password_takes_the_place_of_the_old_one(
    newcomer: int, street: Story, office: Office
) -> None:
    street.do(SetPassword(account_id=newcomer, password=OTHER), by=LOGIN)
    assert comes_in(office, OTHER)
    assert not comes_in(office, PASSWORD)


def test_a_weak_password_does_not_leave_this_machine(
    newcomer: int, street: Story, office: Office
) -> None:
    with pytest.raises(RuleError, match="password_weak"):
        street.do(SetPassword(account_id=newcomer, password="12345678"), by=LOGIN)
    assert comes_in(office, PASSWORD)


def test_who_is_switched_off_is_put_out_and_does_not_come_back(
    newcomer: int, street: Story, office: Office
) -> None:
    inside = psycopg.connect(office.network(LOGIN), password=PASSWORD, autocommit=True)
    street.do(SwitchAccount(account_id=newcomer, active=False), by="director")
    with pytest.raises(psycopg.OperationalError):
        inside.execute("SELECT 1")
    assert not comes_in(office, PASSWORD)
    street.do(SwitchAccount(account_id=newcomer, active=True), by="director")
    assert comes_in(office, PASSWORD)


def test_a_substitute_comes_in_until_the_last_day(
    newcomer: int, street: Story, office: Office
) -> None:
    def until(days: int) -> None:
        ends = street.now + timedelta(days=days)
        street.do(SwitchAccount(account_id=newcomer, active=True, valid_until=ends), by="director")

    until(days=-400)
    assert not comes_in(office, PASSWORD)
    until(days=400)
    assert comes_in(office, PASSWORD)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE app.account SET password_hash = 'in clear' WHERE login = 'sfs_new'",
        "UPDATE app.account SET password_hash = E'SCRAM-SHA-256$1:x' WHERE login = 'sfs_new'",
        "UPDATE app.account SET must_change = false WHERE login = 'sfs_new'",
        "UPDATE app.account SET password_until = '2099-01-01' WHERE login = 'sfs_new'",
        "UPDATE app.account SET valid_until = '2099-01-01' WHERE login = 'sfs_new'",
        "ALTER ROLE cr_director PASSWORD 'x'",
        "ALTER ROLE cr_sfs_new VALID UNTIL 'infinity'",
    ],
)
def test_a_person_does_not_get_round_the_rules_of_passwords(
    newcomer: int, office: Office, attack: str
) -> None:
    with psycopg.connect(office.network(LOGIN), password=PASSWORD) as raw:
        with pytest.raises(psycopg.Error) as refused:
            raw.execute(attack.encode())
        assert "rule:password_form" in str(refused.value) or "denied" in str(refused.value)


def test_nobody_sets_the_password_of_another(newcomer: int, office: Office) -> None:
    with psycopg.connect(office.network(LOGIN), password=PASSWORD) as raw:
        form = raw.pgconn.encrypt_password(b"x", b"cr_director", b"scram-sha-256").decode()
        done = raw.execute(
            "UPDATE app.account SET password_hash = %s WHERE login = 'director'", (form,)
        )
        assert done.rowcount == 0
