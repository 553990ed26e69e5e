"""What belongs to a person's desk: alarms that were seen, how loud they are, shifts handed over."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, Table, Text

from db.model.base import METADATA, key, moment, number, words

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

shift_handover = Table(
    "shift_handover",
    METADATA,
    key(),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("given_by", BigInteger, ForeignKey("account.id"), nullable=False),
    moment("given_at", nullable=False),
    words("note"),
    number("waiting_acceptance"),
    number("to_sign"),
    number("nearly_due"),
    number("overdue"),
    number("urgent"),
    Column("taken_by", BigInteger, ForeignKey("account.id")),
    moment("taken_at"),
    number("version"),
    Index("ix_shift_handover_street_id", "street_id", "taken_at"),
)

handover_case = Table(
    "handover_case",
    METADATA,
    key(),
    Column("handover_id", BigInteger, ForeignKey("shift_handover.id"), nullable=False),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    words("note"),
    Index("ix_handover_case_handover_id", "handover_id"),
)
