"""The record of each change of shift: who handed over what to whom, signed by both (§5.6)."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from db.model.base import METADATA, key, moment, words

handover = Table(
    "handover",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("shift", Text, nullable=False),
    moment("began_at", nullable=False),
    Column("giver_id", BigInteger, ForeignKey("account.id"), nullable=False),
    Column("taker_id", BigInteger, ForeignKey("account.id"), nullable=False),
    moment("at", nullable=False),
    Column("counts", JSON, nullable=False),
    words("note"),
    moment("taken_at"),
    moment("withdrawn_at"),
    Column("version", Integer, nullable=False, server_default="1"),
    Index("ix_handover_street_id_id", "street_id", "id"),
)
"""The giver signs by handing over, the taker by taking over; from then on the row stands."""

handover_item = Table(
    "handover_item",
    METADATA,
    key(),
    Column("handover_id", BigInteger, ForeignKey("handover.id"), nullable=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    words("remark"),
    moment("settled_at"),
    Column("settled_by", BigInteger, ForeignKey("account.id")),
    words("settled_note"),
    UniqueConstraint("handover_id", "case_id"),
    Index("ix_handover_item_settled_at", "settled_at"),
)
"""A matter named to the next shift; it is settled by a word of theirs or with its case."""
