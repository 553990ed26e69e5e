"""People of the street and the accounts they sign on with."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, Table, Text

from db.model.base import METADATA, key, moment, words

person = Table(
    "person",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("unit_id", BigInteger, ForeignKey("unit.id"), nullable=False),
    Column("name", Text, nullable=False),
    words("post"),
    words("phone"),
    words("initials"),
    Column("active", Boolean, nullable=False, server_default="1"),
)

account = Table(
    "account",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("person_id", BigInteger, ForeignKey("person.id"), nullable=False),
    Column("unit_id", BigInteger, ForeignKey("unit.id"), nullable=False),
    Column("login", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    words("password_hash"),
    Column("must_change", Boolean, nullable=False, server_default="0"),
    Column("failures", Integer, nullable=False, server_default="0"),
    moment("locked_until"),
    moment("valid_until"),
    moment("password_until"),
    Column("active", Boolean, nullable=False, server_default="1"),
)
