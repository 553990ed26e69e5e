"""The admission list: the items that a case may be registered under (domain.md §2)."""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from db.model.base import METADATA, key, words

item = Table(
    "item",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("class_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("limit_hours", Integer, nullable=False),
    Column("urgency", Integer, nullable=False),
    words("lead_code"),
    words("assist_codes"),
    Column("status", Text, nullable=False, server_default="active"),
    Column("valid_from", Date),
    Column("valid_to", Date),
    words("approval_number"),
    words("initials"),
    words("full_pinyin"),
    words("synonyms"),
    UniqueConstraint("street_id", "code"),
)
