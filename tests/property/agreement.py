"""What the record holds of the cases, compared with what a plain model knows of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from db.model.case import case_step, cases, extension_request
from db.queries.page import CaseFilter, case_ids
from db.queries.statistics import FigureScope, indicators
from tests.property.case_model import FINISHED, VOID, CaseModel
from tests.story import MONDAY, Story


def assert_agreement(story: Story, known: list[CaseModel]) -> None:
    """Compare states, holders, versions, links, counts and requests of every case."""
    steps = select(
        case_step.c.case_id,
        func.count().label("n"),
        func.min(case_step.c.version).label("first"),
        func.max(case_step.c.version).label("last"),
    ).group_by(case_step.c.case_id)
    waits = select(extension_request.c.id).where(extension_request.c.state == "applied")
    with story.database.reading() as connection:
        asked = set(connection.execute(waits).scalars())
        stored = {row.id: row for row in connection.execute(select(cases))}
        taken = {row.case_id: row for row in connection.execute(steps)}
    assert asked == {case.request for case in known if case.request}
    assert stored.keys() == {case.id for case in known}
    for case in known:
        row, run = stored[case.id], taken[case.id]
        wanted = (case.state, story.unit_cached(case.holder), case.version, case.main)
        assert (row.state, row.holder_id, row.version, row.duplicate_of) == wanted, case
        assert (run.n, run.first, run.last) == (case.version, 1, case.version)
        assert (row.return_count, row.extension_count) == (case.returns, case.extensions)
        assert row.supervision_level == case.card
    own = [case for case in known if case.is_own_work]
    work = story.ask(case_ids, CaseFilter(open_only=True))
    assert set(work) == {case.id for case in own if case.is_live}
    days = (MONDAY.date(), MONDAY.date() + timedelta(days=365))
    counted = story.ask(indicators, FigureScope(*days, cutoff=datetime(2027, 12, 31))).total
    assert counted.registered == sum(case.state != VOID for case in own)
    assert counted.closed == sum(case.state in FINISHED for case in own)
