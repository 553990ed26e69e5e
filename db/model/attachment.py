"""Files kept with a case, in pieces inside the database (database.md §9)."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from db.model.base import METADATA, key, moment, words

attachment = Table(
    "attachment",
    METADATA,
    key(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    words("purpose"),
    moment("added_at", nullable=False),
    Column("added_by", BigInteger, ForeignKey("account.id"), nullable=False),
    Index("ix_attachment_case_id", "case_id"),
)

attachment_chunk = Table(
    "attachment_chunk",
    METADATA,
    Column("attachment_id", BigInteger, ForeignKey("attachment.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
