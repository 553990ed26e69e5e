"""An office's server, set up by the documented command on Debian's PostgreSQL, with a street."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from db.engine import open_database
from desktop.cli.main import run
from tests.server.cluster import Cluster, debian_binaries
from tests.story import MONDAY, Story, found_story

PASSWORD = "Beige-Karpfen-7"
HBA = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
"""As Debian's, but the administrator of the tests has no user of the system."""


def free_port() -> str:
    """Return a port on which nobody listens."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return str(asked.getsockname()[1])


@dataclass(frozen=True)
class Office:
    """A running cluster and the folder in which its set-up keeps what it makes."""

    cluster: Cluster

    @property
    def folder(self) -> Path:
        """Where certificates, backups and the plan lie."""
        return self.cluster.folder / "office"

    @property
    def authority(self) -> Path:
        """The certificate that workstations get."""
        return self.folder / "workstations" / "ca.crt"

    def init(self, *more: str) -> int:
        """Give the documented command."""
        return run(
            [
                *("server", "init", "--host", "localhost", "--network", "127.0.0.0/8"),
                *("--listen", "localhost", "--port", self.cluster.port),
                *("--socket", str(self.cluster.folder), "--folder", str(self.folder)),
                *more,
            ]
        )

    def raw(self, database: str = "command_room", **more: Any) -> psycopg.Connection[Any]:
        """Connect as the administrator."""
        return psycopg.connect(self.cluster.url(database), autocommit=True, **more)

    def url(self) -> str:
        """Return the administrator's address of the record."""
        return self.cluster.url("command_room")

    def network(self, user: str, **other: str) -> dict[str, str]:
        """Return how a workstation connects, changed as asked."""
        return {
            "host": "localhost",
            "port": self.cluster.port,
            "dbname": "command_room",
            "user": user,
            "password": PASSWORD,
            "sslmode": "verify-full",
            "sslrootcert": str(self.authority),
            "require_auth": "scram-sha-256",
            "channel_binding": "require",
            **other,
        }


def new_office() -> Office:
    """Start an empty cluster as Debian makes it."""
    cluster = Cluster({"port": free_port()}, debian_binaries())
    cluster.start()
    (cluster.folder / "data" / "pg_hba.conf").write_text(HBA, encoding="utf-8")
    cluster.run("SELECT pg_reload_conf()")
    return Office(cluster)


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """The office's server with the street of the stories; an operator has a password."""
    made = new_office()
    try:
        assert made.init() == 0
        made.cluster.restart()
        with made.raw() as raw:
            # Stories tell their own time, which only a practice street takes.
            raw.execute("UPDATE app.app_meta SET is_practice = true")
        found_story(made.url()).database.close()
        with made.raw() as raw:
            raw.execute(f"ALTER ROLE cr_operator PASSWORD '{PASSWORD}'".encode())
        yield made
    finally:
        made.cluster.stop()


@pytest.fixture
def story(office: Office) -> Iterator[Story]:
    """The office's street, on which the tests of this folder go on one after another."""
    database = open_database(office.url(), clock=lambda: MONDAY)
    yield Story(database, office.url())
    database.close()


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Give a call of ``server`` and return its exit code and its answer."""

    def give(*words: str) -> Any:
        capsys.readouterr()
        code = run(["server", *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return give
