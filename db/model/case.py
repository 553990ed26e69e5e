"""Cases, their append-only steps and the units that take part (design.md §4)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DefaultClause,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from db.model.base import METADATA, key, moment, number, words


def _default(column: Column[Any]) -> Any:
    """Return the Python value of a column's default in the database."""
    if not isinstance(column.server_default, DefaultClause):
        return None
    told = str(column.server_default.arg)
    kind = column.type.python_type
    return kind(int(told)) if issubclass(kind, int) else told


def _index_of_set(name: str, needed: str, *columns: str) -> Index:
    """Return an index of the rows in which a column is set: a new case writes no others.

    Both engines use it for ``column = value`` and for ``IN``, which no empty column answers.
    """
    is_set = text(f"{needed} IS NOT NULL")
    return Index(name, *columns, sqlite_where=is_set, postgresql_where=is_set)


cases = Table(
    "cases",
    METADATA,
    key(),
    Column("number", Text, nullable=False, unique=True),
    Column("street_id", BigInteger, ForeignKey("street.id"), nullable=False),
    Column("source", Text, nullable=False),
    words("source_number", nullable=True),
    moment("registered_at", nullable=False),
    Column("created_by", BigInteger, ForeignKey("account.id"), nullable=False),
    # What only a step may change -------------------------------------------------
    Column("state", Integer, nullable=False, server_default="0"),
    Column("version", Integer, nullable=False, server_default="0"),
    words("title"),
    words("content"),
    Column("urgency", Integer, nullable=False, server_default="1"),
    Column("level", Integer, nullable=False, server_default="1"),
    Column("item_id", BigInteger, ForeignKey("item.id")),
    words("platform"),
    words("class_name"),
    Column("community_id", BigInteger, ForeignKey("unit.id")),
    Column("grid_id", BigInteger, ForeignKey("unit.id")),
    words("micro_grid"),
    words("address"),
    Column("longitude", Float),
    Column("latitude", Float),
    moment("happened_at"),
    words("reporter_name"),
    words("reporter_phone"),
    Column("wants_call_back", Boolean),
    number("people_count", None, Integer),
    Column("concerns_stability", Boolean, nullable=False, server_default="0"),
    Column("holder_id", BigInteger, ForeignKey("unit.id")),
    Column("lead_id", BigInteger, ForeignKey("unit.id")),
    Column("is_transferred", Boolean, nullable=False, server_default="0"),
    Column("self_handled", Boolean, nullable=False, server_default="0"),
    number("return_count", 0, Integer),
    number("wrong_unit_returns", 0, Integer),
    number("rework_count", 0, Integer),
    number("extension_count", 0, Integer),
    number("extended_days", 0, Integer),
    number("assign_count", 0, Integer),
    Column("supervision_level", Integer, nullable=False, server_default="-1"),
    Column("is_urged", Boolean, nullable=False, server_default="0"),
    Column("is_legacy", Boolean, nullable=False, server_default="0"),
    Column("is_public", Boolean, nullable=False, server_default="0"),
    number("suspended_from", None, Integer),
    moment("suspended_at"),
    moment("review_on"),
    number("limit_hours", None, Integer),
    moment("accept_due_at"),
    moment("accepted_at"),
    moment("assigned_at"),
    moment("first_assigned_at"),
    moment("sign_due_at"),
    moment("signed_at"),
    moment("first_sign_due_at"),
    moment("first_signed_at"),
    moment("feedback_due_at"),
    moment("feedback_at"),
    moment("follow_up_due_at"),
    moment("due_at"),
    moment("original_due_at"),
    moment("reported_at"),
    moment("verify_due_at"),
    moment("returned_at"),
    moment("return_due_at"),
    moment("verified_at"),
    Column("verified_first_time", Boolean),
    moment("closed_at"),
    moment("called_back_at"),
    moment("archived_at"),
    words("result"),
    words("verification"),
    number("stars", None, Integer),
    words("satisfaction"),
    words("instruction"),
    words("void_reason"),
    words("district_number"),
    Column("duplicate_of", BigInteger, ForeignKey("cases.id")),
    words("search_text"),
    # With the state, which every list asks for, so that a list is read from the index alone.
    Index("ix_cases_street_id_id_state", "street_id", "id", "state"),
    Index("ix_cases_state_id", "state", "id"),
    Index("ix_cases_street_id_state_closed_at", "street_id", "state", "closed_at"),
    _index_of_set("ix_cases_holder_id_id", "holder_id", "holder_id", "id"),
    _index_of_set("ix_cases_holder_id_state_id", "holder_id", "holder_id", "state", "id"),
    _index_of_set("ix_cases_lead_id_id", "lead_id", "lead_id", "id"),
    Index("ix_cases_created_by_id", "created_by", "id"),
    Index("ix_cases_platform_id", "platform", "id"),
    _index_of_set("ix_cases_item_id_id", "item_id", "item_id", "id"),
    _index_of_set("ix_cases_community_id_id", "community_id", "community_id", "id"),
    _index_of_set("ix_cases_grid_id_id", "grid_id", "grid_id", "id"),
    _index_of_set("ix_cases_source_number", "source_number", "street_id", "source_number"),
    Index("ix_cases_reporter_phone", "reporter_phone", "id"),
    Index("ix_cases_registered_at", "registered_at"),
    _index_of_set("ix_cases_duplicate_of_id", "duplicate_of", "duplicate_of", "id"),
    Index(
        "ix_cases_open_due",
        "due_at",
        "id",
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
)

FIXED_COLUMNS = (
    "id",
    "number",
    "street_id",
    "source",
    "source_number",
    "registered_at",
    "created_by",
)
"""Columns written once, when the row is made."""

MOVED_COLUMNS = ("state", "version")
"""Columns that the step itself carries."""

STEP_COLUMNS = tuple(
    column.name
    for column in cases.columns
    if column.name not in FIXED_COLUMNS and column.name not in MOVED_COLUMNS
)
"""Columns that a step may carry in its ``changes``."""

PRIVATE_COLUMNS = frozenset({"reporter_name", "reporter_phone"})
"""Columns that are masked in the audit and wherever the right to see them is missing."""

NEW_CASE: Mapping[str, Any] = MappingProxyType(
    {column.name: _default(column) for column in cases.columns}
)
"""The columns of a case as the database fills them where nothing is said."""

case_step = Table(
    "case_step",
    METADATA,
    key(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("from_state", Integer, nullable=False),
    Column("to_state", Integer, nullable=False),
    Column("actor_id", BigInteger, ForeignKey("account.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("unit_id", BigInteger, ForeignKey("unit.id"), nullable=False),
    moment("at", nullable=False),
    Column("target_id", BigInteger, ForeignKey("unit.id")),
    words("note"),
    words("reason"),
    Column("changes", JSON, nullable=False, server_default="{}"),
    UniqueConstraint("case_id", "version"),
)

case_unit = Table(
    "case_unit",
    METADATA,
    Column("case_id", BigInteger, ForeignKey("cases.id"), primary_key=True),
    Column("unit_id", BigInteger, ForeignKey("unit.id"), primary_key=True),
    Column("part", Text, nullable=False),
    moment("since", nullable=False),
    moment("accepted_at"),
    moment("replied_at"),
    words("reply"),
    moment("read_at"),
    Index("ix_case_unit_unit_id", "unit_id", "case_id"),
)

case_party = Table(
    "case_party",
    METADATA,
    key(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("name", Text, nullable=False),
    words("phone"),
    words("part"),
    Index("ix_case_party_case_id", "case_id"),
)

extension_request = Table(
    "extension_request",
    METADATA,
    key(),
    Column("case_id", BigInteger, ForeignKey("cases.id"), nullable=False),
    Column("unit_id", BigInteger, ForeignKey("unit.id"), nullable=False),
    moment("applied_at", nullable=False),
    Column("days", Integer, nullable=False),
    words("reason"),
    words("progress"),
    Column("state", Text, nullable=False, server_default="applied"),
    moment("decided_at"),
    Column("decided_by", BigInteger, ForeignKey("account.id")),
    words("answer"),
    moment("old_due_at"),
    moment("new_due_at"),
    Index("ix_extension_request_case_id", "case_id"),
)
