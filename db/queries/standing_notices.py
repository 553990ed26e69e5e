"""The notices that stand in the way of another one on the same matter (domain.md §3.2)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, or_, select

from db.model.case import cases
from db.model.supervision import notice
from db.rules.notice_states import STANDING_STATES, UNNUMBERED_STATES
from db.rules.terms import SupervisionLevel


def unfinished_notice(
    connection: Connection, street_id: int, case_id: int | None, decision_id: int | None
) -> int | None:
    """Return the notice on a case or an agreed item that is in preparation, or None."""
    found = connection.execute(
        select(notice.c.id).where(
            _about(case_id, decision_id),
            notice.c.street_id == street_id,
            notice.c.state.in_([state.value for state in UNNUMBERED_STATES]),
        )
    ).scalar()
    return None if found is None else int(found)


def standing_level(
    connection: Connection,
    street_id: int,
    case_id: int | None,
    decision_id: int | None = None,
    but: int | None = None,
) -> SupervisionLevel:
    """Return how hard a case or an agreed item is supervised now.

    :param but: a notice that is left aside, because it is the one in hand.
    """
    none = int(SupervisionLevel.NONE)
    issued = connection.execute(
        select(func.max(notice.c.level)).where(
            _about(case_id, decision_id),
            notice.c.street_id == street_id,
            notice.c.state.in_([state.value for state in STANDING_STATES]),
            notice.c.id != (but or 0),
        )
    ).scalar()
    marked = connection.execute(
        select(cases.c.supervision_level).where(cases.c.id == case_id)
    ).scalar()
    levels = [none if one is None else int(one) for one in (issued, marked)]
    return SupervisionLevel(max(levels))


def _about(case_id: int | None, decision_id: int | None) -> Any:
    ways = []
    if case_id is not None:
        ways.append(notice.c.case_id == case_id)
    if decision_id is not None:
        ways.append(notice.c.decision_id == decision_id)
    return or_(*ways)
