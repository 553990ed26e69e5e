"""Which of the first steps of a street are done, told from the record itself."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from db.model.account import account
from db.model.audit import audit
from db.model.case import cases
from db.model.organisation import unit
from db.queries.door import Reader
from db.rules.first_steps import TRACES, FirstStep
from db.rules.terms import UnitKind


def first_steps_done(reader: Reader) -> frozenset[FirstStep]:
    """Return the first steps that are done on the reader's street; one statement."""
    found = reader.connection.execute(
        select(*(_done(step, reader.actor.street_id).label(step.value) for step in FirstStep))
    ).one()
    return frozenset(step for step in FirstStep if getattr(found, step.value))


def _done(step: FirstStep, street_id: int) -> ColumnElement[bool]:
    traced = exists().where(
        audit.c.street_id == street_id, audit.c.object_kind.in_(TRACES.get(step, ()))
    )
    if step is FirstStep.PEOPLE:
        # The first account is the founder's own.
        accounts = select(func.count()).where(account.c.street_id == street_id, account.c.active)
        return accounts.scalar_subquery() > 1
    if step is FirstStep.REGISTRATION:
        return exists().where(cases.c.street_id == street_id)
    if step is FirstStep.UNITS:
        told = exists().where(
            and_(
                unit.c.street_id == street_id,
                or_(unit.c.head_name != "", unit.c.kind == UnitKind.GRID.value),
            )
        )
        return or_(told, traced)
    return traced
