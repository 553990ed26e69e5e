"""Supervision that the district listed: rows of the register and their reports (form E)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select

from db.errors import NotFound
from db.model.account import account, person
from db.model.case import cases
from db.model.organisation import unit
from db.model.supervision import listed_report, listed_supervision
from db.queries.door import Reader
from db.queries.scope import WHOLE_STREET, within_reach
from db.rules.terms import UNIT_ROLES


class ListedState(StrEnum):
    """Where a listed supervision stands."""

    LISTED = "listed"
    RECTIFIED = "rectified"
    """The rectification report was filed; the district checks."""
    DELISTED = "delisted"


@dataclass(frozen=True, slots=True)
class ListedReport:
    """One stage report."""

    id: int
    at: datetime
    actor_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A listed supervision as form E holds it; ``in_time`` is None until it was rectified."""

    id: int
    state: ListedState
    number: str
    authority: str
    listed_on: datetime
    subject: str
    reason: str
    goal: str
    unit_id: int
    unit_name: str
    leader_name: str
    finish_by: datetime
    report_days: str
    measures: str
    check_result: str
    rectified_at: datetime | None
    delisted_on: datetime | None
    delisting_number: str
    case_id: int | None
    case_number: str
    is_late: bool
    reports: tuple[ListedReport, ...] = ()

    @property
    def in_time(self) -> bool | None:
        """Whether it was rectified within the limit."""
        return None if self.rectified_at is None else self.rectified_at <= self.finish_by


def listed(reader: Reader) -> tuple[ListedRow, ...]:
    """Return every listed supervision that the reader may see, the open ones first."""
    is_ended = case((listed_supervision.c.state == ListedState.DELISTED.value, 1), else_=0)
    rows = reader.connection.execute(
        _select().where(seen_listed(reader)).order_by(is_ended, listed_supervision.c.id.desc())
    ).mappings()
    return tuple(_row(reader, dict(row)) for row in rows)


def listed_detail(reader: Reader, listed_id: int) -> ListedRow:
    """Return one listed supervision with its reports, the oldest first.

    :raises NotFound: there is none, or the reader may not see it.
    """
    found = (
        reader.connection.execute(
            _select().where(seen_listed(reader), listed_supervision.c.id == listed_id)
        )
        .mappings()
        .one_or_none()
    )
    if found is None:
        raise NotFound("listed_supervision_unknown", id=listed_id)
    rows = reader.connection.execute(
        select(listed_report.c.id, listed_report.c.at, person.c.name, listed_report.c.text)
        .join(account, account.c.id == listed_report.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .where(listed_report.c.listed_id == listed_id)
        .order_by(listed_report.c.id)
    )
    reports = tuple(ListedReport(row.id, row.at, row.name, row.text) for row in rows)
    return _row(reader, dict(found), reports)


def _select() -> Select[Any]:
    return (
        select(
            *(column for column in listed_supervision.c if column.name != "street_id"),
            unit.c.name.label("unit_name"),
            cases.c.number.label("case_number"),
        )
        .join(unit, unit.c.id == listed_supervision.c.unit_id)
        .outerjoin(cases, cases.c.id == listed_supervision.c.case_id)
    )


def seen_listed(reader: Reader) -> ColumnElement[bool]:
    """Return the condition for the listed matters that the reader may see: units their own."""
    street = within_reach(reader, listed_supervision.c.street_id)
    if reader.actor.role in WHOLE_STREET:
        return street
    if reader.actor.role in UNIT_ROLES:
        return street & (listed_supervision.c.unit_id == reader.actor.unit_id)
    return street & (listed_supervision.c.id == 0)


def _row(reader: Reader, row: dict[str, Any], reports: tuple[ListedReport, ...] = ()) -> ListedRow:
    values = {**row, "case_number": row["case_number"] or "", "state": ListedState(row["state"])}
    finish_by = values["finish_by"]
    done = values["rectified_at"] or reader.now
    return ListedRow(**values, is_late=done > finish_by, reports=reports)
