"""How many registrations wait on this computer; told before anybody has signed on."""

from __future__ import annotations

from desktop.paths import private_folder


def count_waiting() -> int:
    """Return how many wait for a server, whoever registered them."""
    return len(list(private_folder().glob("*.outbox/*.waiting")))
