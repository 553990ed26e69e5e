"""What belongs to a person's desk: alarms that were seen, how loud they are, how lists look."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text

from db.model.base import METADATA, key, moment

alarm_acknowledged = Table(
    "alarm_acknowledged",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("account_id", BigInteger, ForeignKey("account.id"), nullable=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("kind", Text, nullable=False),
    moment("deadline_at", nullable=False),
    moment("at", nullable=False),
    moment("quiet_until"),
    Index("ix_alarm_acknowledged_account_id", "account_id", "case_id"),
)
"""``quiet_until`` is set by a snooze; without it the alarm is quiet while its deadline stands."""

alarm_volume = Table(
    "alarm_volume",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("account_id", BigInteger, ForeignKey("account.id"), nullable=False, unique=True),
    Column("volume", Integer, nullable=False),
)

saved_view = Table(
    "saved_view",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("owner_id", BigInteger, ForeignKey("account.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("is_shared", Boolean, nullable=False, server_default="0"),
    Column("content", JSON, nullable=False),
    moment("changed_at", nullable=False),
    Index("ix_saved_view_owner_id", "owner_id", "id"),
    Index("ix_saved_view_street_id", "street_id", "is_shared", "id"),
)
"""A list of cases under a name: ``content`` is a ``ListView`` in plain values."""

list_layout = Table(
    "list_layout",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("account_id", BigInteger, ForeignKey("account.id"), nullable=False, unique=True),
    Column("content", JSON, nullable=False),
)
"""How a person left the ledger: columns, widths, order and density, without a filter."""
