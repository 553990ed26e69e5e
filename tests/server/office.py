"""A server as in an office: people come by the network, with their passwords."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import psycopg
import pytest

from db.engine import open_database
from tests.server.certificates import OfficeKeys
from tests.server.cluster import FAST, NOBODY, Cluster
from tests.story import MONDAY, Story, found_story

LOOP = "127.0.0.1"
PASSWORD = "Hongse-daiban-2026"
HBA = """\
local all all              trust
{kind}  all all 127.0.0.1/32 {way}
"""
"""On the socket everybody is whom he says, so that tests may be anyone; by the network as in an
office."""


class Office(Cluster):
    """Listens on this machine's network; encrypted where the programs know how."""

    def __init__(self) -> None:
        super().__init__(
            {
                **FAST,
                "listen_addresses": LOOP,
                "port": str(_free_port()),
                "password_encryption": "scram-sha-256",
                # What the lock-out reads.
                "logging_collector": "on",
                "log_destination": "jsonlog",
            }
        )
        self.keys = OfficeKeys(self.folder / "keys")
        self.knows_tls = b"libssl" in (self._bin / "postgres").read_bytes()
        """The wheel's programs were built without; Debian's and Kylin's know it."""

    def _serve(self) -> None:
        if not self.keys.folder.exists():
            self.keys.make()
            self._let_in("scram-sha-256")
            if self.knows_tls:
                self._lay_keys()
        super()._serve()

    def ways(self, way: str) -> None:
        """Ask people for their password in another way."""
        self._let_in(way)
        self.run("SELECT pg_reload_conf()")

    def _let_in(self, way: str) -> None:
        kind = "hostssl" if self.knows_tls else "host"
        lines = HBA.format(kind=kind, way=way)
        (self.folder / "data" / "pg_hba.conf").write_text(lines, encoding="utf-8")

    def _lay_keys(self) -> None:
        kept = self.folder / "data" / "postgresql.auto.conf"
        lines = [f"{name} = '{value}'\n" for name, value in self.keys.settings().items()]
        kept.write_text(kept.read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")
        if os.geteuid() == 0:
            for path in (self.keys.folder, *self.keys.folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)

    def log(self) -> str:
        """Return what the server wrote, also as one JSON object a line."""
        written = sorted((self.folder / "data" / "log").glob("*"))
        return super().log() + "".join(one.read_text(errors="replace") for one in written)

    def network(self, login: str, database: str = "street", host: str = LOOP) -> str:
        """Return the address by which a person comes; proven by certificate where there is one."""
        address = f"postgresql://cr_{login}@{host}:{self.port}/{database}"
        if self.knows_tls:
            address += f"?sslmode=verify-full&sslrootcert={self.keys.authority}"
        return address

    def change(self, *statements: str) -> None:
        """Run statements of the administration on the street, without its guards."""
        with psycopg.connect(self.url("street"), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in statements:
                connection.execute(statement.encode())

    def ask(self, question: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Return what the administration asks."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            return connection.execute(question.encode()).fetchall()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((LOOP, 0))
        return int(asked.getsockname()[1])


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """A running server of an office with the founded street in the database ``founded``."""
    made = Office()
    made.start()
    made.run("CREATE DATABASE founded")
    found_story(made.url("founded")).database.close()
    yield made
    made.stop()


@pytest.fixture
def street(office: Office) -> Iterator[Story]:
    """A street of its own for one test; the operator has a password."""
    office.run("CREATE DATABASE street TEMPLATE founded STRATEGY FILE_COPY")
    office.run(f"ALTER ROLE cr_operator LOGIN PASSWORD '{PASSWORD}' VALID UNTIL 'infinity'")
    database = open_database(office.url("street"), clock=lambda: MONDAY)
    yield Story(database, office.url("street"))
    database.close()
    office.run("DROP DATABASE street WITH (FORCE)")
