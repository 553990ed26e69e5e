"""Who may come over the network: people with their password over TLS; all else is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from db.server.administration.certificates import make_authority
from tests.office.conftest import Office
from tests.story import Story

pytestmark = pytest.mark.debian_server


def refusal(told: dict[str, str]) -> str:
    """Return what stops a connection."""
    with pytest.raises(psycopg.OperationalError) as caught:
        psycopg.connect(**told).close()
    return str(caught.value)


def test_a_person_comes_in_by_a_proven_server_with_a_password_that_is_not_sent(
    office: Office,
) -> None:
    with psycopg.connect(**office.network("cr_operator")) as mine:
        row = mine.execute(
            "SELECT s.ssl, s.version, current_user, inet_server_port()::text"
            " FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()"
        ).fetchone()
    assert row == (True, "TLSv1.3", "cr_operator", office.cluster.port)


def test_another_name_of_the_server_is_refused(office: Office) -> None:
    said = refusal(office.network("cr_operator", host="127.0.0.1"))
    assert "certificate" in said and "127.0.0.1" in said


def test_a_foreign_authority_is_refused(office: Office, tmp_path: Path) -> None:
    foreign = tmp_path / "ca.crt"
    foreign.write_bytes(make_authority("localhost", datetime.now(UTC)).certificate)
    assert "verify failed" in refusal(office.network("cr_operator", sslrootcert=str(foreign)))


def test_no_tls_is_refused(office: Office) -> None:
    plain = office.network("cr_operator", sslmode="disable", channel_binding="disable")
    assert "pg_hba.conf rejects" in refusal(plain)


def test_an_old_tls_is_refused(office: Office) -> None:
    old = office.network("cr_operator", ssl_max_protocol_version="TLSv1.1")
    old["ssl_min_protocol_version"] = "TLSv1"
    assert "protocol" in refusal(old)


def test_another_database_is_refused(office: Office) -> None:
    said = refusal(office.network("cr_operator", dbname="postgres"))
    assert "pg_hba.conf rejects" in said


def test_an_unknown_person_and_a_wrong_password_are_refused(office: Office) -> None:
    unknown = refusal(office.network("cr_nobody"))
    wrong = refusal(office.network("cr_operator", password="falsch"))
    assert "pg_hba.conf rejects" in unknown
    assert "password authentication failed" in wrong


def test_the_superuser_does_not_come_over_the_network(office: Office) -> None:
    with office.raw() as raw:
        raw.execute("ALTER ROLE postgres PASSWORD 'Beige-Karpfen-7'")
    try:
        assert "pg_hba.conf rejects" in refusal(office.network("postgres"))
        everywhere = office.network("postgres", dbname="postgres")
        assert "pg_hba.conf rejects" in refusal(everywhere)
    finally:
        with office.raw() as raw:
            raw.execute("ALTER ROLE postgres PASSWORD NULL")


def test_a_role_that_is_no_persons_does_not_reach_the_record(office: Office) -> None:
    with office.raw() as raw:
        raw.execute("CREATE ROLE stranger LOGIN PASSWORD 'Beige-Karpfen-7'")
    try:
        assert "pg_hba.conf rejects" in refusal(office.network("stranger"))
    finally:
        with office.raw() as raw:
            raw.execute("DROP ROLE stranger")


def test_a_person_does_not_come_by_the_socket_of_the_server(office: Office) -> None:
    said = refusal({"conninfo": office.cluster.url("command_room", "cr_operator")})
    assert "pg_hba.conf rejects" in said


def test_the_password_is_kept_as_a_verifier_alone(office: Office, story: Story) -> None:
    with office.raw() as raw:
        kept = raw.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = 'cr_operator'"
        ).fetchone()
    assert kept is not None and kept[0].startswith("SCRAM-SHA-256$")
