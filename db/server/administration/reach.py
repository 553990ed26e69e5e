"""Reach a server from its own machine: through its socket, as its superuser, by its programs."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Engine

from db.errors import OpeningError
from db.server.connection import make_engine

USUAL_SOCKET = "/var/run/postgresql"
"""Where Debian, UOS and Kylin put it."""

Raw = psycopg.Connection[Any]


@dataclass(frozen=True)
class Reach:
    """A running server on this machine."""

    socket: str = USUAL_SOCKET
    port: int = 5432
    superuser: str = "postgres"

    @property
    def keeper(self) -> os.stat_result:
        """The socket's entry: who made it is the system's user that runs the server.

        :raises OpeningError: ``server_not_running``.
        """
        path = Path(self.socket, f".s.PGSQL.{self.port}")
        try:
            return path.stat()
        except OSError as error:
            raise OpeningError("server_not_running", place=str(path)) from error

    @contextmanager
    def as_keeper(self) -> Iterator[None]:
        """Be the server's own user while files of its are written or its socket is opened.

        Root that wrote in a folder of another user could be led astray by a link there.
        """
        keeper = self.keeper
        if os.geteuid() != 0 or keeper.st_uid == 0:
            yield
            return
        group = os.getegid()
        os.setegid(keeper.st_gid)
        os.seteuid(keeper.st_uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(group)

    @contextmanager
    def connected(self, database: str = "postgres") -> Iterator[Raw]:
        """Connect as the superuser; each statement is a transaction of its own.

        :raises OpeningError: ``server_not_running``, ``server_not_administrator``; later
            ``server_program_failed``, the server refuses a statement.
        """
        try:
            with self.as_keeper():
                connection = psycopg.connect(
                    host=self.socket,
                    port=self.port,
                    user=self.superuser,
                    dbname=database,
                    autocommit=True,
                    connect_timeout=10,
                    application_name="command-room-administration",
                    options="-c search_path=pg_catalog -c TimeZone=Asia/Shanghai"
                    " -c DateStyle=ISO,YMD",
                )
        except psycopg.OperationalError as error:
            raise OpeningError("server_not_administrator", detail=str(error)) from error
        with self._telling(), connection:
            is_super = told(
                connection, "SELECT rolsuper FROM pg_roles WHERE rolname = session_user"
            )
            if not is_super:
                raise OpeningError("server_not_administrator", detail=self.superuser)
            yield connection

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise OpeningError(
                "server_program_failed", program="PostgreSQL", detail=str(error)
            ) from error

    @contextmanager
    def engine(self, database: str) -> Iterator[Engine]:
        """Give what the rest of the program reaches a database by.

        Its one connection is opened as the server's user, who need not be able to read what the
        program loads afterwards.
        """
        made = make_engine(f"postgresql://{self.superuser}@/{database}{self.query}")
        try:
            with self.as_keeper():
                made.connect().close()
            yield made
        finally:
            made.dispose()

    @property
    def query(self) -> str:
        """The end of an address that leads to the socket."""
        return f"?host={self.socket}&port={self.port}"

    def run(self, connection: Raw, program: str, *words: str) -> None:
        """Run one of the server's own programs as its user.

        :raises OpeningError: ``server_program_failed``.
        """
        folder = told(connection, "SELECT setting FROM pg_config WHERE name = 'BINDIR'")
        keeper = self.keeper
        other: dict[str, Any] = {}
        if os.geteuid() == 0 and keeper.st_uid != 0:
            other = {"user": keeper.st_uid, "group": keeper.st_gid, "extra_groups": []}
        try:
            done = subprocess.run(
                [str(Path(folder, program)), *words],
                env=self._environment(os.environ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                cwd="/",
                check=False,
                **other,
            )
        except OSError as error:
            raise OpeningError(
                "server_program_failed", program=program, detail=str(error)
            ) from error
        if done.returncode:
            raise OpeningError(
                "server_program_failed", program=program, detail=done.stderr.strip()[-500:]
            )

    def _environment(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = {name: given[name] for name in ("PATH", "LANG", "LC_ALL") if name in given}
        return {
            **kept,
            "PGHOST": self.socket,
            "PGPORT": str(self.port),
            "PGUSER": self.superuser,
            "PGCONNECT_TIMEOUT": "10",
        }


def told(connection: Raw, query: str, *values: object) -> Any:
    """Return the one value that a query tells, or None."""
    row = connection.execute(query.encode(), values or None).fetchone()
    return None if row is None else row[0]


def rows(connection: Raw, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Return all rows that a query tells."""
    return list(connection.execute(query.encode(), values or None).fetchall())


def order(connection: Raw, statement: str, **names: sql.Composable) -> None:
    """Run a statement in which names and literals stand in places."""
    connection.execute(sql.SQL(statement).format(**names))


def name(word: str) -> sql.Identifier:
    """Return a name for a place of a statement."""
    return sql.Identifier(word)


def literal(value: object) -> sql.Literal:
    """Return a value for a place of a statement."""
    return sql.Literal(value)
