"""What a person may see of the cases: the condition that every query starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, select, true, union

from db.model.case import case_unit, cases
from db.model.organisation import street, unit
from db.rules.terms import UNIT_ROLES, CaseState, Role, UnitKind

if TYPE_CHECKING:
    from db.queries.door import Reader
    from db.work import Work

WHOLE_STREET = frozenset(
    {Role.OPERATOR, Role.SHIFT_LEAD, Role.DIRECTOR, Role.LEADER, Role.CLERK, Role.DISTRICT}
)
"""Roles that see every case of their street, the district those of all its streets."""


def within_reach(reader: Reader, street_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition for rows of the reader's street; for the district, of every street."""
    if reader.actor.role is Role.DISTRICT:
        return true()
    return street_id == reader.actor.street_id


def told_apart(
    reader: Reader, name: ColumnElement[str], street_id: ColumnElement[int]
) -> ColumnElement[str]:
    """Return a name that means one thing to the reader: to the district, with its street."""
    if reader.actor.role is not Role.DISTRICT:
        return name
    its_street = select(street.c.name).where(street.c.id == street_id).scalar_subquery()
    return its_street + " " + name


def visible(reader: Reader | Work) -> ColumnElement[bool]:
    """Return the condition for the cases that the reader may see.

    Units see what they hold, lead, assist in, were informed of or registered; a grid sees its
    own and a community also those of its grids; administrators see none. A server shows nobody
    more than this (``db/server/policies.py``).
    """
    actor = reader.actor
    begun = cases.c.state != int(CaseState.NEW)
    if actor.role is Role.DISTRICT:
        return begun
    street = and_(cases.c.street_id == actor.street_id, begun)
    if actor.role in WHOLE_STREET:
        return street
    if actor.role not in UNIT_ROLES:
        return and_(street, cases.c.id == 0)
    # A union of look-ups, each on its own index: an OR over several columns reads every case.
    ways = [
        select(cases.c.id).where(cases.c.holder_id == actor.unit_id),
        select(cases.c.id).where(cases.c.lead_id == actor.unit_id),
        select(cases.c.id).where(cases.c.created_by == actor.account_id),
        select(case_unit.c.case_id).where(case_unit.c.unit_id == actor.unit_id),
    ]
    if actor.unit_kind == UnitKind.GRID:
        ways.append(select(cases.c.id).where(cases.c.grid_id == actor.unit_id))
    if actor.unit_kind == UnitKind.COMMUNITY:
        grids = select(unit.c.id).where(unit.c.parent_id == actor.unit_id)
        ways += [
            select(cases.c.id).where(cases.c.community_id == actor.unit_id),
            select(cases.c.id).where(cases.c.grid_id.in_(grids)),
        ]
    return and_(street, cases.c.id.in_(union(*ways)))
