"""Who the server is must be proven before a password goes out; what is wrong is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from db.engine import open_database
from db.errors import OpeningError
from db.server import refusals
from db.server.connection import make_engine
from db.server.patience import PatientConnection
from desktop.errors import sentence
from desktop.workplace import ServerPlace
from tests.server.certificates import OfficeKeys
from tests.server.office import PASSWORD, Office
from tests.server.tls_front import answering
from tests.story import Story


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[OfficeKeys]:
    """The certificates of an office."""
    made = OfficeKeys(tmp_path / "keys")
    made.make()
    yield made


def refused(port: int, authority: Path, host: str = "127.0.0.1") -> OpeningError:
    """Return why a person is not connected; it must be a whole sentence."""
    address = ServerPlace((host,), port, "street", str(authority)).address("operator")
    with pytest.raises(OpeningError) as caught:
        open_database(address, password=PASSWORD)
    words = sentence(caught.value)
    assert words.endswith("。") and "{" not in words and PASSWORD not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("host", "begins", "code"),
    [
        ("other.office", -1, "certificate_name_wrong"),
        ("127.0.0.1", -100, "certificate_expired"),
        ("127.0.0.1", 5, "certificate_early"),
    ],
)
def test_a_certificate_that_does_not_hold_here_is_refused(
    keys: OfficeKeys, host: str, begins: int, code: str
) -> None:
    keys.certificate("wrong", host, begins)
    with answering(keys.folder / "wrong.crt", keys.folder / "wrong.key") as port:
        assert refused(port, keys.authority).code == code


def test_a_certificate_of_another_authority_is_refused(keys: OfficeKeys, tmp_path: Path) -> None:
    foreign = keys.foreign_authority(tmp_path / "foreign.crt")
    with answering(keys.folder / "server.crt", keys.folder / "server.key") as port:
        assert refused(port, foreign).code == "certificate_foreign"


def test_a_server_without_encryption_is_refused(keys: OfficeKeys) -> None:
    with answering(None) as port:
        assert refused(port, keys.authority).code == "connection_plain"


def test_without_a_certificate_nothing_is_proven(keys: OfficeKeys) -> None:
    with answering(keys.folder / "server.crt", keys.folder / "server.key") as port:
        assert refused(port, keys.folder / "gone.crt").code == "certificate_missing"


def test_a_server_that_asks_for_the_password_in_another_way_is_refused(office: Office) -> None:
    """With encryption on the way, PostgreSQL would take a password in clear if it asked for it."""
    address = office.network("operator") + ("&" if office.knows_tls else "?")
    office.ways("password")
    try:
        with pytest.raises(OpeningError) as caught:
            open_database(address + "require_auth=scram-sha-256", password=PASSWORD)
    finally:
        office.ways("scram-sha-256")
    assert caught.value.code == "connection_without_scram"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://cr_operator@10.20.1.5/street",
        "postgresql://cr_operator@10.20.1.5/street?sslmode=disable&require_auth=none",
        "postgresql://cr_operator@/street?host=localhost&host=10.20.1.6:5433",
        "postgresql://cr_operator@localhost/street?hostaddr=10.20.1.5",
        "postgresql://cr_operator@/street?host=127.0.0.1&sslmode=verify-full",
    ],
)
def test_no_address_lets_a_connection_leave_this_machine_unproven(address: str) -> None:
    told = connecting(address)
    assert told["sslmode"] == "verify-full"
    assert told["require_auth"] == "scram-sha-256"
    assert told["channel_binding"] == "require"


def test_of_several_hosts_the_one_that_takes_changes_is_asked_for() -> None:
    place = ServerPlace(("10.20.1.5", "10.20.1.6:5433"), certificate="/ca.crt")
    told = connecting(place.address("operator"))
    assert (told["host"], told["port"]) == ("10.20.1.5,10.20.1.6", "5432,5433")
    assert told["target_session_attrs"] == "read-write"
    assert (told["user"], told["sslrootcert"]) == ("cr_operator", "/ca.crt")


def test_the_first_host_may_be_away(office: Office, street: Story) -> None:
    hosts = ("127.0.0.1:1", f"127.0.0.1:{office.port}")
    certificate = str(office.keys.authority) if office.knows_tls else ""
    place = ServerPlace(hosts, database="street", certificate=certificate)
    database = open_database(place.address("operator"), password=PASSWORD)
    assert database.ways.speaks_for == "operator"
    database.close()


def test_the_engine_waits_no_longer_than_a_person() -> None:
    told = connecting("postgresql://cr_operator@localhost/street")
    assert told["connect_timeout"] <= 5 and told["tcp_user_timeout"] <= 8000


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ('FATAL:  role "cr_x" is not permitted to log in', "account_off"),
        ('致命错误:  不允许角色"cr_x" 进行登录', "account_off"),
        ('致命错误:  用户 "cr_x" Password 认证失败', "server_login_wrong"),
        ('FATAL:  too many connections for role "cr_x"', "server_full"),
        ("FATAL:  sorry, too many clients already", "server_full"),
        ("致命错误:  对不起, 已经有太多的客户", "server_full"),
        ("FATAL:  the database system is starting up", "server_not_ready"),
        ('致命错误:  数据库 "x" 不存在', "server_database_unknown"),
        (
            'FATAL:  no pg_hba.conf entry for host "1.2.3.4", user "cr_x", database "x",'
            " SSL encryption",
            "server_not_let_in",
        ),
        (
            'FATAL:  no pg_hba.conf entry for host "1.2.3.4", user "cr_x", database "x",'
            " no encryption",
            "connection_plain",
        ),
        ("failed to resolve host 'x': [Errno -2] Name or service not known", "server_host_unknown"),
        ("connection failed: session is read-only", "server_standby"),
        ("connection timeout expired", "server_away"),
    ],
)
def test_what_a_server_says_in_either_language_has_a_sentence(message: str, code: str) -> None:
    assert refusals.code_of(message) == code
    assert sentence(OpeningError(code, path="10.20.1.5:5432/x")).endswith("。")


def test_a_person_with_too_many_connections_is_told(office: Office, street: Story) -> None:
    office.run("ALTER ROLE cr_operator CONNECTION LIMIT 1")
    first = open_database(office.network("operator"), password=PASSWORD)
    try:
        with first.reading(), pytest.raises(OpeningError, match="server_full"):
            open_database(office.network("operator"), password=PASSWORD)
    finally:
        first.close()
        office.run("ALTER ROLE cr_operator CONNECTION LIMIT 12")


def connecting(address: str) -> dict[str, object]:
    """Return what the driver would be told."""
    engine = make_engine(address)
    with (
        mock.patch.object(PatientConnection, "connect", side_effect=ConnectionError) as connect,
        pytest.raises(ConnectionError),
    ):
        engine.connect()
    return dict(connect.call_args.kwargs)
