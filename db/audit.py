"""The hash-chained record of who did what, and the check that it was not touched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select

from db.model.audit import audit, chain_head
from db.ways import IS_PREPARED, ONLY_WRITES

# Statements of the hot path are made once: building one costs more than running it.
_ENTRY = insert(audit).execution_options(**ONLY_WRITES)
_HEAD = (
    select(chain_head.c.seq, chain_head.c.hash)
    .where(chain_head.c.street_id == bindparam("street"))
    .with_for_update()
    .execution_options(**{IS_PREPARED: True})
)
_HASHED = sorted(column.name for column in audit.columns if column.name != "hash")

_PLAIN = (str, int, bool, float)
"""Types that JSON holds as they are; most values are, and looking for the others costs more."""

HIDDEN = "***"
"""Stands in the audit for a private value: that it changed is told, not to what."""


class ChainHead(NamedTuple):
    """The last entry of a street's chain."""

    seq: int
    hash: str


NO_HEAD = ChainHead(0, "")
"""Where the chain of a new street begins."""


@dataclass(frozen=True)
class AuditFault:
    """One finding of the check: ``row_altered``, ``row_missing``, ``link_broken``, ``head_off``."""

    street_id: int
    seq: int
    code: str


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it; times as the database writes them."""
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    return value


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=plain
)


def canonical(value: Any) -> str:
    """Return the one JSON text of a value."""
    return _ENCODER.encode(value)


def newest_head(connection: Connection, street_id: int) -> ChainHead:
    """Return the head of a street's chain and keep others from going on from it until the end."""
    found = connection.execute(_HEAD, {"street": street_id}).one_or_none()
    return ChainHead(found.seq, found.hash) if found else NO_HEAD


def append(
    connection: Connection, street_id: int, entry: Mapping[str, Any], head: ChainHead = NO_HEAD
) -> None:
    """Write one entry behind the head of the street's chain; the database refuses an older head."""
    row = {**entry, "street_id": street_id, "seq": head.seq + 1, "previous": head.hash}
    row["hash"] = entry_hash(row)
    connection.execute(_ENTRY, row)


def entry_hash(row: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an entry, which covers every column but the hash itself."""
    body = canonical([[name, row.get(name)] for name in _HASHED])
    return hashlib.sha256(body.encode()).hexdigest()


def verify_chain(connection: Connection, street_id: int) -> Iterator[AuditFault]:
    """Yield every fault of a street's chain: edited, deleted and swapped rows, a cut tail."""
    seq, previous = 0, ""
    rows = connection.execute(
        select(audit).where(audit.c.street_id == street_id).order_by(audit.c.seq)
    )
    for row in rows.mappings():
        if row["seq"] != seq + 1:
            yield AuditFault(street_id, seq + 1, "row_missing")
        elif row["previous"] != previous:
            yield AuditFault(street_id, row["seq"], "link_broken")
        if entry_hash(dict(row)) != row["hash"]:
            yield AuditFault(street_id, row["seq"], "row_altered")
        seq, previous = row["seq"], row["hash"]
    head = connection.execute(
        select(chain_head.c.seq, chain_head.c.hash).where(chain_head.c.street_id == street_id)
    ).one_or_none()
    if (head.seq, head.hash) != (seq, previous) if head else seq != 0:
        yield AuditFault(street_id, seq + 1, "head_off")
