"""What one registration asks for, as values that can lie on the disk until a server takes it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from db.commands.intake import CaseFacts
from db.rules.terms import Source, Urgency


@dataclass(frozen=True)
class PendingFile:
    """A file that goes to the record with the case."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Registration:
    """What the form asks for; ``lead_id`` only where the case is to be assigned at once."""

    facts: CaseFacts
    result: str = ""
    self_handled: bool = False
    lead_id: int | None = None
    assist_ids: tuple[int, ...] = ()
    main_id: int | None = None
    files: tuple[PendingFile, ...] = ()


def to_plain(wanted: Registration) -> dict[str, Any]:
    """Return a registration as JSON can hold it."""
    facts = asdict(wanted.facts)
    happened = wanted.facts.happened_at
    facts["happened_at"] = None if happened is None else happened.isoformat()
    return {
        "facts": facts,
        "result": wanted.result,
        "self_handled": wanted.self_handled,
        "lead_id": wanted.lead_id,
        "assist_ids": list(wanted.assist_ids),
        "main_id": wanted.main_id,
        "files": [[one.name, b64encode(one.data).decode()] for one in wanted.files],
    }


def from_plain(plain: dict[str, Any]) -> Registration:
    """Return the registration that was made plain.

    :raises ValueError, KeyError, TypeError: it is none.
    """
    facts = dict(plain["facts"])
    happened, urgency = facts["happened_at"], facts["urgency"]
    facts["source"] = Source(facts["source"])
    facts["urgency"] = None if urgency is None else Urgency(urgency)
    facts["happened_at"] = None if happened is None else datetime.fromisoformat(happened)
    return Registration(
        CaseFacts(**facts),
        plain["result"],
        plain["self_handled"],
        plain["lead_id"],
        tuple(plain["assist_ids"]),
        plain["main_id"],
        tuple(PendingFile(name, b64decode(data)) for name, data in plain["files"]),
    )
