"""Passwords of people on the server: made into verifiers here, kept by the server alone."""

from __future__ import annotations

from sqlalchemy import Connection

from db.server.connection import LOGIN_PREFIX

_KIND = b"scram-sha-256"


def verifier(connection: Connection, login: str, password: str) -> str:
    """Return what the server may know of a password.

    The server cannot judge a password of which it sees no more than this: its strength must have
    been judged before.
    """
    raw = connection.connection.dbapi_connection
    assert raw is not None, "the connection is open"
    role = f"{LOGIN_PREFIX}{login}".encode()
    made: bytes = raw.pgconn.encrypt_password(password.encode(), role, _KIND)
    return made.decode()
