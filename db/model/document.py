"""Papers that were issued: frozen contents, the file and every print of it (domain.md §3.4)."""

from sqlalchemy import (
    JSON,
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

paper = Table(
    "paper",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("kind", Text, nullable=False),
    words("number"),
    Column("object_kind", Text, nullable=False),
    Column("object_id", BigInteger, nullable=False),
    words("occasion"),
    Column("contents", JSON, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("file", LargeBinary, nullable=False),
    moment("at", nullable=False),
    Column("actor_id", BigInteger, ForeignKey("account.id"), nullable=False),
    Index("ix_paper_object", "object_kind", "object_id"),
)

paper_print = Table(
    "paper_print",
    METADATA,
    key(),
    Column("paper_id", BigInteger, ForeignKey("paper.id"), nullable=False),
    moment("at", nullable=False),
    Column("actor_id", BigInteger, ForeignKey("account.id"), nullable=False),
    words("printer"),
    Column("copies", Integer, nullable=False, server_default="1"),
    Column("nth", Integer, nullable=False, server_default="1"),
    Index("ix_paper_print_paper_id", "paper_id"),
)
