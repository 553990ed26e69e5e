"""What a password must be, how long it holds, and after how many wrong ones an account is locked.

Source: reliability.md §1.1, 身份鉴别 a and b.
"""

from __future__ import annotations

import re

from db.errors import RuleError

MIN_LENGTH = 10
PASSWORD_DAYS = 90
"""How long a password holds; then it is to be changed at the sign-on."""
GRACE_DAYS = 14
"""So long after its time a password still signs on, to be changed at once; then no more."""
MAX_FAILURES = 5
LOCK_MINUTES = 30
_CLASSES = (r"[a-z]", r"[A-Z]", r"\d", r"[^A-Za-z0-9]")


def check_strength(password: str, login: str) -> None:
    """Refuse a weak password: at least ten characters of three kinds, without the login in it.

    :raises RuleError: ``password_weak``.
    """
    kinds = sum(bool(re.search(pattern, password)) for pattern in _CLASSES)
    if len(password) < MIN_LENGTH or kinds < 3 or login.lower() in password.lower():
        raise RuleError("password_weak", minimum=MIN_LENGTH)
