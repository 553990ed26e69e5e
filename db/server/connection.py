"""Connections to the shared server with the settings that every one of them needs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import OpeningError
from db.server.patience import TCP, PatientConnection

SCHEMA = "app"
"""Where everything of ours lies."""

_SETTINGS = {
    "search_path": SCHEMA,
    "TimeZone": "Asia/Shanghai",
    # A client that hangs must not hold what others wait for.
    "lock_timeout": "10s",
    "statement_timeout": "60s",
    # One that lost its client in the middle holds numbers and chains back for others.
    "idle_in_transaction_session_timeout": "20s",
}


def server_url(address: str) -> URL:
    """Return the address as the driver is told it.

    :raises OpeningError: ``server_address``, it cannot be understood.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise OpeningError("server_address", address=shown(address)) from error
    return url.set(drivername="postgresql+psycopg")


def shown(address: str) -> str:
    """Return an address without its password."""
    return address.split("@")[-1]


def make_engine(address: str) -> Engine:
    """Return an engine for the server; nothing is connected yet."""
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    engine = create_engine(
        server_url(address),
        connect_args={
            "options": options,
            "application_name": "command-room",
            **TCP,
            # A prepared search may fall into a plan for any word (database.md §1, 7).
            "prepare_threshold": None,
        },
        pool_size=4,
        max_overflow=4,
        pool_pre_ping=False,
        query_cache_size=1000,
        # A value may be a caller's name or number, and the text of an error goes to the log.
        hide_parameters=True,
    )
    event.listen(engine, "do_connect", _connect)
    return engine


def _connect(_dialect: Any, _record: Any, words: Any, named: Any) -> PatientConnection:
    """Connect in the driver's place, with our patience."""
    return PatientConnection.connect(*words, **named)
