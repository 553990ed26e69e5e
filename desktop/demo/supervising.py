"""How the room of the demo street supervises: reminders, notices from draft to strike-off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from db.commands.notice_replies import (
    AskStrikeOff,
    DeliverNotice,
    ReplyNotice,
    StrikeOffNotice,
    VerifyNotice,
)
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice, WithdrawNotice
from db.commands.supervision import RemindCase, ReminderMeans
from db.errors import RecordError
from db.queries.notice_draft import notice_draft
from db.queries.supervision import suggestions
from db.rules.notice_states import ReplyOutcome
from db.rules.supervision import MEASURE_LEVELS
from db.rules.terms import SupervisionLevel
from desktop.demo.fates import Fates
from desktop.demo.people import People
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Later, Timetable, in_office
from desktop.notice_texts import draft_texts

if TYPE_CHECKING:
    from db.commands import Command, Result

MOST_PER_ROUND = 3
WITHDRAWN = 0.04
FORGETFUL_DAYS = timedelta(days=11)
"""Of the last notices some were not answered yet."""
_LEVEL_SIGNERS = {SupervisionLevel.ORDINARY: "shift_lead", SupervisionLevel.YELLOW: "director"}
_UNDER_WAY = (
    (ReplyOutcome.HANDLING, "已约谈责任人，正在组织施工，预计下周内完成。"),
    (ReplyOutcome.COORDINATION, "涉及多家权属单位，已现场会商一次，请指挥室协调确定牵头单位。"),
    (ReplyOutcome.EXTENSION, "当事人外出未归，已电话约定返回时间，申请顺延。"),
)
_CLOSED = (
    "已组织人员处置到位，现场恢复正常，对比照片已上传。",
    "已督促责任人整改完毕，并落实专人每日巡查。",
    "已调解达成书面协议，双方签字，回访无异议。",
)


class Supervising:
    """Goes through the suggestions twice a week and follows every notice to its end."""

    def __init__(
        self,
        recorder: Recorder,
        timetable: Timetable,
        random: Random,
        people: People,
        fates: Fates,
    ) -> None:
        self._recorder = recorder
        self._table = timetable
        self._random = random
        self._people = people
        self._fates = fates

    def go_through(self, at: datetime) -> None:
        """Remind of what is nearly due and draft notices for what the rules suggest."""
        drafted = 0
        for row in self._recorder.ask(suggestions):
            if row.case_id is None:
                continue
            level = MEASURE_LEVELS.get(row.measure)
            if level is None:
                self._remind(at, row.case_id)
            elif drafted < MOST_PER_ROUND:
                drafted += self._draft(at, row, level)

    def _remind(self, at: datetime, case_id: int) -> None:
        phone = self._random.random() < 0.5
        command = RemindCase(
            case_id=case_id,
            means=ReminderMeans.PHONE if phone else ReminderMeans.SYSTEM,
            spoke_with="承办人" if phone else "",
            note="请按时限办结并反馈。",
        )
        self._try(command, "operator", at)

    def _draft(self, at: datetime, row: Any, level: SupervisionLevel) -> int:
        draft = self._recorder.ask(notice_draft, row.case_id, level, by="operator")
        command = DraftNotice(
            case_id=row.case_id,
            level=level,
            trigger=row.trigger,
            texts=draft_texts(draft, at, row.reasons),
        )
        drafted = self._try(command, "operator", at)
        if drafted is None:
            return 0
        self.follow(at, drafted["notice_id"], level, row.case_id)
        return 1

    def follow(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        """Let a drafted notice go its way: checked, issued, delivered, answered."""
        self._later(at, 20, 90, self._check, notice_id, level, case_id)

    def _check(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        if self._try(CheckNotice(notice_id=notice_id, version=None), "shift_lead", at):
            self._later(at, 20, 240, self._issue, notice_id, level, case_id)

    def _issue(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        by = _LEVEL_SIGNERS.get(level, "leader")
        if self._try(IssueNotice(notice_id=notice_id, version=None), by, at):
            self._later(at, 15, 120, self._deliver, notice_id, level, case_id)

    def _deliver(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        command = DeliverNotice(notice_id=notice_id, version=None, received_by="单位内勤")
        if not self._try(command, "clerk", at):
            return
        chance = self._random.random()
        if chance < WITHDRAWN and level is SupervisionLevel.ORDINARY:
            self._later(at, 120, 600, self._withdraw, notice_id)
            return
        if self._fates.end - at < FORGETFUL_DAYS and chance > 0.6:
            return
        self._later(at, 900, 3600, self._reply, notice_id, level, case_id)

    def _withdraw(self, at: datetime, notice_id: int) -> None:
        command = WithdrawNotice(
            notice_id=notice_id, version=None, reason="经核实，办结材料已于期限内报送，系统登记滞后"
        )
        self._try(command, "director", at)

    def _reply(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        is_late = case_id in self._fates.late
        is_done = not is_late or self._random.random() < 0.25
        outcome, text = (
            (ReplyOutcome.CLOSED, self._random.choice(_CLOSED))
            if is_done
            else self._random.choice(_UNDER_WAY)
        )
        command = ReplyNotice(
            notice_id=notice_id, version=None, outcome=outcome, text=text, signer="单位负责人"
        )
        if self._try(command, "operator", at) and is_done:
            self._later(at, 30, 400, self._ask, notice_id, level, case_id)

    def _ask(self, at: datetime, notice_id: int, level: SupervisionLevel, case_id: int) -> None:
        command = AskStrikeOff(notice_id=notice_id, version=None, evidence="处置前后对比照片")
        if self._try(command, "operator", at) and case_id not in self._fates.late:
            self._later(at, 60, 900, self._verify, notice_id, level)

    def _verify(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        command = VerifyNotice(notice_id=notice_id, version=None, opinion="现场核查属实")
        if self._try(command, "operator", at):
            self._later(at, 60, 700, self._strike_off, notice_id, level)

    def _strike_off(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        by = _LEVEL_SIGNERS.get(level, "leader")
        command = StrikeOffNotice(notice_id=notice_id, version=None, opinion="同意销号")
        self._try(command, by, at)

    def _later(
        self, at: datetime, least: int, most: int, event: Callable[..., None], *facts: Any
    ) -> None:
        """Let an event follow after so many minutes, in office hours."""
        when = at + timedelta(minutes=self._random.randint(least, most))
        self._table.put(in_office(when), Later(event, *facts))

    def _try(self, command: Command, by: str, at: datetime) -> Result | None:
        """Do what somebody tries; a refusal by a rule is part of the street's life."""
        try:
            return self._recorder.do(command, by, at)
        except RecordError:
            return None
