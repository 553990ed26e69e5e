"""The other people of the busy day: stations sign and report, a second shift lead checks."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.commands import execute
from db.commands.flow import ReportCase, SignForCase
from db.commands.notices import CheckNotice
from db.errors import RuleError
from db.queries.accounts import sign_on_accounts
from db.queries.door import ask
from db.queries.practice import practised
from db.rules.notice_states import NoticeState
from db.rules.terms import CaseState
from desktop.practice.script import BusyDay, TaskState
from desktop.practice.street import Day

if TYPE_CHECKING:
    from db.commands import Command
    from db.engine import Database

_LOG = logging.getLogger(__name__)

COLLEAGUE = "shift_lead2"
_RESULT = "已清理楼道电动车，拆除飞线，张贴通告并安排夜间巡查。"  # data


def look(database: Database, account_id: int, day: Day) -> list[TaskState]:
    """Let the others do what is theirs to do now, and return the tasks; for a worker."""
    moves = list(_moves(_busy_day(database, account_id, day)))
    accounts = {one.login: one.account_id for one in sign_on_accounts(database)} if moves else {}
    for login, command in moves:
        try:
            execute(database, command, by=accounts[login])
        except RuleError as refused:
            # As in life: an unfinished draft is not checked; the colleague looks again later.
            _LOG.info("not done by %s: %s", login, refused)
    return _busy_day(database, account_id, day).tasks()


def _busy_day(database: Database, account_id: int, day: Day) -> BusyDay:
    return BusyDay(ask(database, practised, account_id, day.since), day, account_id)


def _moves(busy: BusyDay) -> Iterator[tuple[str, Command]]:
    """Yield what the others do, by login; each is possible once only, so nothing is done twice."""
    for task_id in ("register", "urgent"):
        case = busy.case_of(task_id)
        if case is not None and case.state is CaseState.WAITING_SIGNATURE:
            yield case.lead_code.lower(), SignForCase(case_id=case.id, version=None)
    first = busy.case_of("register")
    is_time = busy.is_done("self_handled")
    if first is not None and is_time and first.state is CaseState.IN_PROGRESS:
        report = ReportCase(case_id=first.id, version=None, result=_RESULT)
        yield first.lead_code.lower(), report
    for notice_id in busy.notice_ids():
        if busy.notice_state(notice_id) is NoticeState.DRAFT:
            yield COLLEAGUE, CheckNotice(notice_id=notice_id, version=None)
