"""Streets and their units: room, stations, offices, communities, grids, the district."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from db.model.base import METADATA, key, moment, words

street = Table(
    "street",
    METADATA,
    key(),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("letters", Text, nullable=False),
    words("organ_code"),
    words("district_name"),
    words("room_name"),
)

unit = Table(
    "unit",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    words("short_name"),
    Column("parent_id", BigInteger, ForeignKey("unit.id")),
    words("department"),
    words("phone"),
    words("head_name"),
    words("head_phone"),
    words("duty_name"),
    words("initials"),
    words("full_pinyin"),
    Column("active", Boolean, nullable=False, server_default="1"),
    moment("created_at"),
    UniqueConstraint("street_id", "kind", "code"),
    Index("ix_unit_parent_id", "parent_id"),
)

platform = Table(
    "platform",
    METADATA,
    Column("street_id", BigInteger, ForeignKey("street.id"), primary_key=True),
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
)
