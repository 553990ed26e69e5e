"""The office's settings, its working calendar, its counters and the file's own identity."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    Table,
    Text,
)

from db.model.base import METADATA, moment, words

setting = Table(
    "setting",
    METADATA,
    Column("street_id", BigInteger, ForeignKey("street.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("valid_from", Date, primary_key=True),
    Column("value", JSON, nullable=False),
)

calendar_day = Table(
    "calendar_day",
    METADATA,
    Column("street_id", BigInteger, ForeignKey("street.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("is_workday", Boolean, nullable=False),
    words("note"),
)

counter = Table(
    "counter",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("last", BigInteger, nullable=False, server_default="0"),
)

app_meta = Table(
    "app_meta",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("identity", Text, nullable=False),
    Column("schema_epoch", Integer, nullable=False),
    words("rules_hash"),
    Column("is_practice", Boolean, nullable=False, server_default="0"),
    moment("last_time"),
    words("reference_mark"),
    moment("created_at"),
)
