"""The admission list: the items that a case may be registered under (domain.md §2)."""

from sqlalchemy import (
    BigInteger,
    Boolean,
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

suggestion_rule = Table(
    "suggestion_rule",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("item_id", BigInteger, ForeignKey("item.id"), nullable=False),
    Column("weight", Integer, nullable=False),
    Column("active", Boolean, nullable=False, server_default="1"),
    UniqueConstraint("street_id", "words", "item_id"),
)
"""``words`` stand side by side, parted by a blank, as :func:`db.rules.suggestions.words_of` gives
them; all of them must be in a text."""
