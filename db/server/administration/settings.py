"""The settings that the office's server needs (database.md §9), set by ``ALTER SYSTEM``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from db.errors import OpeningError
from db.server import lockout
from db.server.administration.plan import Folder, Plan
from db.server.administration.reach import Raw, literal, name, order, rows, told

SAFE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
"""What must not be switched off, or an acknowledged case can be lost; never written by us."""

_LIBRARIES = ("auth_delay", "passwordcheck", "pg_stat_statements")
"""Loaded where the server's packages bring them."""
_TRIES = 400
_LARGEST_BUFFERS = 8 * 2**30


@dataclass(frozen=True)
class Setting:
    """A setting that is not as it should be."""

    name: str
    found: str
    wanted: str


def wanted(connection: Raw, plan: Plan, folder: Folder) -> dict[str, tuple[str, ...]]:
    """Return every setting of ours with its value; lists have several."""
    return {
        "ssl": ("on",),
        "ssl_cert_file": (str(folder.keys / "server.crt"),),
        "ssl_key_file": (str(folder.keys / "server.key"),),
        "ssl_min_protocol_version": ("TLSv1.2",),
        "password_encryption": ("scram-sha-256",),
        "listen_addresses": (plan.listen,),
        # Two connections a workstation, one of them waiting for changes.
        "max_connections": ("500",),
        "shared_buffers": (f"{_buffers() // 2**20}MB",),
        "jit": ("off",),
        "random_page_cost": ("1.1",),
        "idle_in_transaction_session_timeout": ("1min",),
        "log_connections": ("on",),
        "log_disconnections": ("on",),
        **{setting: (value,) for setting, value in lockout.SETTINGS.items()},
        "shared_preload_libraries": _libraries(connection),
        "auth_delay.milliseconds": ("300ms",),
    }


def apply(connection: Raw, plan: Plan, folder: Folder) -> tuple[str, ...]:
    """Set what differs and load it; return the names of what was set.

    :raises OpeningError: ``server_tls_off``, the server did not take it up.
    """
    kept = dict(rows(connection, "SELECT name, setting FROM pg_file_settings ORDER BY seqno"))
    changed = []
    for setting, values in wanted(connection, plan, folder).items():
        if _plain(kept.get(setting)) == _plain(", ".join(values)):
            continue
        if "." in setting:
            # Before 16 a setting of a library is known only where the library is loaded.
            order(connection, "LOAD {library}", library=literal(setting.split(".")[0]))
        order(
            connection,
            "ALTER SYSTEM SET {setting} = {values}",
            setting=sql.SQL(".").join(map(name, setting.split("."))),
            values=sql.SQL(", ").join(map(literal, values)),
        )
        changed.append(setting)
    if changed:
        connection.execute("SELECT pg_reload_conf()")
        _await_tls(connection)
    return tuple(changed)


def _await_tls(connection: Raw) -> None:
    """Wait until the settings are read: the server tells nobody, and busy it takes its time.

    :raises OpeningError: ``server_tls_off``.
    """
    for _ in range(_TRIES):
        if told(connection, "SHOW ssl") == "on":
            return
        connection.execute("SELECT pg_sleep(0.05)")
    raise OpeningError("server_tls_off")


def needing_restart(connection: Raw, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of these settings hold only after a restart."""
    query = "SELECT name FROM pg_settings WHERE context = 'postmaster' AND name = ANY(%s)"
    return tuple(sorted(name for (name,) in rows(connection, query, list(names))))


def differing(connection: Raw, plan: Plan, folder: Folder) -> Iterator[Setting]:
    """Yield the settings in force that are not as they should be."""
    found = dict(rows(connection, "SELECT name, current_setting(name) FROM pg_settings"))
    for setting, values in wanted(connection, plan, folder).items():
        should = ", ".join(values)
        if setting == "shared_buffers":
            # Memory is the administrator's to give; only the default is too little.
            if told(connection, "SELECT pg_size_bytes(current_setting('shared_buffers'))") < min(
                _buffers(), 2**28
            ):
                yield Setting(setting, found[setting], should)
        elif setting == "max_connections":
            if int(found[setting]) < int(should):
                yield Setting(setting, found[setting], should)
        elif _plain(found.get(setting)) != _plain(should):
            yield Setting(setting, found.get(setting, ""), should)
    for setting, should in SAFE.items():
        if found[setting] == "off":
            yield Setting(setting, "off", should)


def _libraries(connection: Raw) -> tuple[str, ...]:
    """Return the libraries to load: those that are loaded, and ours that are there."""
    kept = told(
        connection,
        "SELECT setting FROM pg_file_settings WHERE name = 'shared_preload_libraries'"
        " ORDER BY seqno DESC LIMIT 1",
    )
    loaded = [one.strip() for one in (kept or "").split(",") if one.strip()]
    place = told(connection, "SELECT setting FROM pg_config WHERE name = 'PKGLIBDIR'")
    ours = [one for one in _LIBRARIES if Path(place, f"{one}.so").exists()]
    return tuple(dict.fromkeys([*loaded, *ours]))


def _buffers() -> int:
    """Return a quarter of the machine's memory, in bytes."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min(_LARGEST_BUFFERS, max(2**27, memory // 4))


def _plain(value: str | None) -> str | None:
    """Return a value as two ways of writing it agree."""
    if value is None:
        return None
    return ",".join(part.strip().strip('"') for part in value.split(","))
