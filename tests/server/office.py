"""A server as in an office: people come by the network, with their passwords."""

from __future__ import annotations

import os
import socket

import psycopg

from tests.server.certificates import OfficeKeys
from tests.server.cluster import FAST, NOBODY, Cluster

LOOP = "127.0.0.1"
HBA = """\
local all all              trust
{kind}  all all 127.0.0.1/32 scram-sha-256
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
            kind = "hostssl" if self.knows_tls else "host"
            data = self.folder / "data"
            (data / "pg_hba.conf").write_text(HBA.format(kind=kind), encoding="utf-8")
            if self.knows_tls:
                self._lay_keys()
        super()._serve()

    def _lay_keys(self) -> None:
        kept = self.folder / "data" / "postgresql.auto.conf"
        lines = [f"{name} = '{value}'\n" for name, value in self.keys.settings().items()]
        kept.write_text(kept.read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")
        if os.geteuid() == 0:
            for path in (self.keys.folder, *self.keys.folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)

    def network(self, login: str, database: str = "street", host: str = LOOP) -> str:
        """Return the address by which a person comes; proven by certificate where there is one."""
        address = f"postgresql://cr_{login}@{host}:{self.port}/{database}"
        if self.knows_tls:
            address += f"?sslmode=verify-full&sslrootcert={self.keys.authority}"
        return address

    def ask(self, question: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Return what the administration asks."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            return connection.execute(question.encode()).fetchall()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((LOOP, 0))
        return int(asked.getsockname()[1])
