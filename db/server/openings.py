"""Who has which case open: locks of the listening connections, which no dead desk can leave behind.

A desk holds two shared advisory locks, which hinder nobody: the id of the case, and the minute
since when. Who holds them is told by the server, which knows the role of each connection; the
desk names itself by the name of its program.
"""

from __future__ import annotations

import socket
from typing import Any

from sqlalchemy import text

from db.server.connection import LOGIN_PREFIX

CHANNEL = "command_room_openings"
"""The channel that says the id of a case that was opened or left."""

_PROGRAM = "command-room@"
_SINCE = 0x43725365
"""The first half of the lock whose second half is the minute since when."""

NAMES = text(
    f"""
    SELECT substr(a.usename, {len(LOGIN_PREFIX) + 1}) AS login,
           substr(a.application_name, {len(_PROGRAM) + 1}) AS desk,
           min(to_timestamp(s.objid::bigint * 60) AT TIME ZONE 'Asia/Shanghai') AS since
    FROM pg_locks l
    JOIN pg_stat_activity a ON a.pid = l.pid
    JOIN pg_locks s ON s.pid = l.pid AND s.locktype = 'advisory' AND s.objsubid = 2
                   AND s.classid::bigint = {_SINCE}
    WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid::bigint = :case >> 32 AND l.objid::bigint = :case & 4294967295
      AND starts_with(a.usename, '{LOGIN_PREFIX}')
      AND starts_with(a.application_name, '{_PROGRAM}')
    GROUP BY 1, 2
    """
)
"""Asks who has a case open, by the parameter ``case``."""


def desk_name() -> str:
    """Return the name of this computer, by which its desk is known."""
    # The server keeps 63 bytes of a name.
    return socket.gethostname()[:40]


def name_desk(raw: Any) -> None:
    """Let a connection be known by the name of this desk."""
    name = f"{_PROGRAM}{desk_name()}"
    raw.execute("SELECT set_config('application_name', %s, false)", (name,))


def show(raw: Any, before: int | None, now: int | None) -> None:
    """Show that the case from before was left and another one is open now."""
    # Only this module's locks are on this connection.
    raw.execute("SELECT pg_advisory_unlock_all()")
    if now is not None:
        # Never waited for: it is a courtesy, and a lock can be taken by anybody.
        raw.execute("SELECT pg_try_advisory_lock_shared(%s)", (now,))
        raw.execute(
            "SELECT pg_try_advisory_lock_shared(%s, (extract(epoch FROM now()) / 60)::integer)",
            (_SINCE,),
        )
    for case_id in (before, now):
        if case_id is not None:
            raw.execute("SELECT pg_notify(%s, %s)", (CHANNEL, str(case_id)))
