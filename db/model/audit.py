"""Who did what: the hash-chained audit, the commands done and the change log (design.md §4)."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from db.model.base import METADATA, moment, words

audit = Table(
    "audit",
    METADATA,
    Column("street_id", BigInteger, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    Column("actor_id", BigInteger),
    words("role"),
    Column("command", Text, nullable=False),
    words("object_kind"),
    Column("object_id", BigInteger),
    words("client"),
    Column("diff", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index("ix_audit_object", "object_kind", "object_id"),
)

chain_head = Table(
    "chain_head",
    METADATA,
    Column("street_id", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
)

command_done = Table(
    "command_done",
    METADATA,
    Column("command_id", Text, primary_key=True),
    Column("command", Text, nullable=False),
    Column("actor_id", BigInteger, ForeignKey("account.id")),
    moment("at", nullable=False),
    Column("result", JSON, nullable=False),
)

change_log = Table(
    "change_log",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    moment("at", nullable=False),
    Column("kind", Text, nullable=False),
    Column("object_id", BigInteger, nullable=False),
    Column("street_id", BigInteger, nullable=False),
    Column("unit_id", BigInteger),
    Column("old_unit_id", BigInteger),
)
