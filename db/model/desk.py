"""What belongs to a person's desk: the alarms that were seen and how loud they are."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

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
