"""Tell in lines what happened to the two cases of the demo street's week."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.queries.case_detail import case_detail
from db.queries.door import ask
from db.queries.notices import notices
from db.queries.page import CaseFilter, case_ids
from desktop import texts
from desktop.demo.week import GOOD_TITLE, LATE_TITLE

if TYPE_CHECKING:
    from db.engine import Database

_DAYS = "一二三四五六日"


def week_lines(database: Database, account_id: int) -> Iterator[str]:
    """Yield a line for each step of the two cases, in words."""
    issued = [row for row in ask(database, notices, account_id) if row.number]
    for title in (GOOD_TITLE, LATE_TITLE):
        for case_id in ask(database, case_ids, account_id, CaseFilter(search=title)):
            detail = ask(database, case_detail, account_id, case_id)
            yield f"{detail.number}  {detail.row.title}"
            for step in detail.steps:
                day = f"周{_DAYS[step.at.weekday()]} {step.at:%H:%M}"
                said = f"：{step.note or step.reason}" if step.note or step.reason else ""
                yield f"    {day}  {step.unit} {step.actor}  {texts.label(step.kind)}{said}"
            for row in issued:
                if row.case_id == case_id:
                    yield f"    督办通知单 {row.number}，{texts.label(row.state)}"
