"""Connections to the shared server with the settings that every one of them needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from db.errors import OpeningError
from db.server.hosts import is_own_machine
from db.server.patience import TCP, PatientConnection
from db.server.sending import let_send_together

SCHEMA = "app"
"""Where everything of ours lies."""

LOGIN_PREFIX = "cr_"
"""How the login role of a person begins; the login of the account follows."""

_SETTINGS = {
    "search_path": SCHEMA,
    "TimeZone": "Asia/Shanghai",
    # A client that hangs must not hold what others wait for.
    "lock_timeout": "10s",
    "statement_timeout": "60s",
    # One that lost its client in the middle holds numbers and chains back for others.
    "idle_in_transaction_session_timeout": "20s",
}

_INSISTED = {
    "sslmode": "verify-full",
    "require_auth": "scram-sha-256",
    "channel_binding": "require",
}
"""What a connection that leaves this machine is never without, whatever its address says."""

_NEVER = 2**31 - 1
_OLDEST_SECONDS = 1500
_POOL_OF_A_PERSON = {"pool_size": 3, "max_overflow": 1}
"""A window has four workers; the role of a person may have few connections (people.py), of which
one listens."""
_POOL = {"pool_size": 4, "max_overflow": 4}


@dataclass
class Secret:
    """The password by which connections are made; it may change while a window is open."""

    password: str | None = None


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
    """Return an address without its password and without what only the driver needs."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return address.split("@")[-1].split("?")[0]
    return f"{', '.join(hosts_of(url)) or 'localhost'}/{url.database or ''}"


def make_engine(address: str, secret: Secret | None = None) -> Engine:
    """Return an engine for the server; nothing is connected yet."""
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    url = server_url(address)
    engine = create_engine(
        url,
        connect_args={
            "options": options,
            "application_name": "command-room",
            # A prepared search may fall into a plan for any word (database.md §1, 7): only what
            # says so is prepared, nothing by being asked often.
            "prepare_threshold": _NEVER,
            **TCP,
            **(_INSISTED if _must_be_proven(url) else {}),
        },
        **(_POOL_OF_A_PERSON if (url.username or "").startswith(LOGIN_PREFIX) else _POOL),
        pool_pre_ping=False,
        # Connections that nobody used are ended by the server (lockout.py); none gets that old.
        pool_recycle=_OLDEST_SECONDS,
        query_cache_size=1000,
        # A value may be a caller's name or number, and the text of an error goes to the log.
        hide_parameters=True,
    )
    if secret is not None and secret.password is not None:

        @event.listens_for(engine, "do_connect")
        def _with_password(_dialect: Any, _record: Any, _words: Any, named: dict[str, Any]) -> None:
            named["password"] = secret.password

    event.listen(engine, "do_connect", _connect)
    let_send_together(engine)
    return engine


def _connect(_dialect: Any, _record: Any, words: Any, named: Any) -> PatientConnection:
    """Connect in the driver's place, with our patience."""
    return PatientConnection.connect(*words, **named)


def _must_be_proven(url: URL) -> bool:
    """Tell whether the server must prove who it is: it is elsewhere, or the address asks for it."""
    if str(url.query.get("sslmode", "")).startswith("verify"):
        return True
    return not all(map(is_own_machine, hosts_of(url)))


def hosts_of(url: URL) -> list[str]:
    """Return the hosts of an address, with their ports where it names them."""
    found = [url.host] if url.host else []
    for name in ("host", "hostaddr"):
        told = url.query.get(name, ())
        found += told.split(",") if isinstance(told, str) else list(told)
    return found
