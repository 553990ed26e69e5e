"""Passwords in the file: what is kept of them, and whether one fits it."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError


def hash_password(password: str) -> str:
    """Return the Argon2id hash of a password."""
    return PasswordHasher().hash(password)


def matches(kept: str, password: str) -> bool:
    """Tell whether a password is the one of which this was kept."""
    try:
        return bool(kept) and PasswordHasher().verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False
