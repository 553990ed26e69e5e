"""What an office decided about its server, kept beside what was made from it."""

from __future__ import annotations

import ipaddress
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from db.errors import OpeningError
from db.server.administration.reach import Reach

USUAL_FOLDER = Path("/var/lib/command-room")
DATABASE = "command_room"

_DATABASE_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_HOST = re.compile(
    r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"
)


@dataclass(frozen=True)
class Folder:
    """The folder of what is made for the server, and what lies where in it."""

    path: Path = USUAL_FOLDER

    @property
    def plan(self) -> Path:
        """The file of the office's decisions."""
        return self.path / "set-up.json"

    @property
    def keys(self) -> Path:
        """The folder of the authority and of the server's certificate."""
        return self.path / "keys"

    @property
    def for_workstations(self) -> Path:
        """The certificate that every workstation gets."""
        return self.path / "workstations" / "ca.crt"

    @property
    def backups(self) -> Path:
        """The folder of the nightly backups."""
        return self.path / "backups"

    def made(self, reach: Reach) -> bool:
        """Make the folder for the server's user; tell whether something was missing."""
        is_new = not self.path.exists()
        keeper = reach.keeper
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o755)
            if is_new and os.geteuid() == 0:
                os.chown(self.path, keeper.st_uid, keeper.st_gid)
            with reach.as_keeper():
                for path, mode in (
                    (self.keys, 0o700),
                    (self.backups, 0o700),
                    (self.for_workstations.parent, 0o755),
                ):
                    path.mkdir(exist_ok=True, mode=mode)
        except OSError as error:
            raise OpeningError("server_folder", path=str(self.path), detail=str(error)) from error
        return is_new


@dataclass(frozen=True)
class Plan:
    """The database, the names by which workstations find it, where they are, where it listens."""

    hosts: tuple[str, ...]
    networks: tuple[str, ...]
    database: str = DATABASE
    listen: str = "*"
    reach: Reach = field(default_factory=Reach)

    def checked(self) -> Plan:
        """Return the plan with its networks as PostgreSQL writes them.

        :raises OpeningError: ``server_host_wrong``, ``server_network_wrong``,
            ``server_database_wrong``.
        """
        for host in self.hosts:
            if not (is_address(host) or _HOST.fullmatch(host)):
                raise OpeningError("server_host_wrong", host=host)
        if not _DATABASE_NAME.fullmatch(self.database) or self.database == "postgres":
            raise OpeningError("server_database_wrong", name=self.database)
        networks = tuple(_network(told) for told in self.networks)
        return Plan(self.hosts, networks, self.database, self.listen, self.reach)

    def write(self, folder: Folder) -> bool:
        """Keep the plan; tell whether it differs from what was kept."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"
        if folder.plan.is_file() and folder.plan.read_text(encoding="utf-8") == text:
            return False
        with self.reach.as_keeper():
            written(folder.plan, text.encode(), 0o644)
        return True


def read_plan(folder: Folder) -> Plan:
    """Return the plan of a server that was set up.

    :raises OpeningError: ``server_not_set_up``.
    """
    try:
        told: dict[str, Any] = json.loads(folder.plan.read_text(encoding="utf-8"))
        return Plan(
            tuple(told["hosts"]),
            tuple(told["networks"]),
            told["database"],
            told["listen"],
            Reach(**told["reach"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OpeningError("server_not_set_up", path=str(folder.path)) from error


def is_address(host: str) -> bool:
    """Tell whether a host is written as a number and not as a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def written(path: Path, content: bytes, mode: int) -> None:
    """Write a file wholly or not at all; nobody else can read it before its mode is right.

    :raises OpeningError: ``server_folder``.
    """
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except OSError as error:
        raise OpeningError("server_folder", path=str(path), detail=str(error)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OpeningError("server_folder", path=str(path), detail=str(error)) from error
    except BaseException:
        # Whatever stops the writing, even Ctrl+C: no half file may stay; it is told on.
        beside.unlink(missing_ok=True)
        raise


def _network(told: str) -> str:
    try:
        return str(ipaddress.ip_network(told, strict=False))
    except ValueError as error:
        raise OpeningError("server_network_wrong", network=told) from error
