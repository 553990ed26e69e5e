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
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice, NoticeTexts
from db.commands.supervision import RemindCase, ReminderMeans
from db.errors import RecordError
from db.queries.supervision import suggestions
from db.rules.notice_states import ReplyOutcome
from db.rules.supervision import Measure
from db.rules.terms import SupervisionLevel
from desktop.demo.people import People
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Timetable

if TYPE_CHECKING:
    from db.commands import Command, Result

MOST_PER_ROUND = 2
_LEVELS = {
    Measure.ORDINARY: SupervisionLevel.ORDINARY,
    Measure.YELLOW: SupervisionLevel.YELLOW,
    Measure.RED: SupervisionLevel.RED,
}


class Supervising:
    """Goes through the suggestions twice a week and follows every notice to its end."""

    def __init__(
        self, recorder: Recorder, timetable: Timetable, random: Random, people: People
    ) -> None:
        self._recorder = recorder
        self._table = timetable
        self._random = random
        self._people = people

    def go_through(self, at: datetime) -> None:
        """Remind of what is nearly due and draft notices for what the rules suggest."""
        drafted = 0
        for row in self._recorder.ask(suggestions):
            if row.case_id is None:
                continue
            level = _LEVELS.get(row.measure)
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
        texts = NoticeTexts(
            subject=f"{row.title}未按时限办结",
            background=f"{row.number}号事件“{row.title}”，经交办由你单位牵头办理。",
            handling="承办期间已催办，截至拟稿之日仍未反馈办结。",
            problem="未在规定时限内办结，群众诉求未得到及时回应。",
            basis="《永中街道事件办理和督办工作规则》（练习文本）",
            demands=(
                "立即组织人员到现场处置，明确责任人和完成时间。",
                "在办结时限内处置到位，并上传处置前后对比照片。",
                "书面反馈办理过程、结果和未按时办结的原因。",
            ),
        )
        drafted = self._try(
            DraftNotice(case_id=row.case_id, level=level, trigger=row.trigger, texts=texts),
            "operator",
            at,
        )
        if drafted is None:
            return 0
        self._table.put(
            at + timedelta(minutes=self._random.randint(20, 90)),
            _Next(self._check, drafted["notice_id"], level),
        )
        return 1

    def _check(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        if self._try(CheckNotice(notice_id=notice_id, version=None), "shift_lead", at):
            self._later(at, 20, 120, self._issue, notice_id, level)

    def _issue(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        signer = {SupervisionLevel.ORDINARY: "shift_lead", SupervisionLevel.YELLOW: "director"}
        by = signer.get(level, "leader")
        if self._try(IssueNotice(notice_id=notice_id, version=None), by, at):
            self._later(at, 30, 200, self._deliver, notice_id, level)

    def _deliver(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        command = DeliverNotice(notice_id=notice_id, version=None, received_by="单位内勤")
        if self._try(command, "clerk", at) or self._try(command, "operator", at):
            self._later(at, 1200, 4300, self._reply, notice_id, level)

    def _reply(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        command = ReplyNotice(
            notice_id=notice_id,
            version=None,
            outcome=ReplyOutcome.CLOSED,
            text="已组织人员处置到位，现场恢复正常，照片已上传。",
            signer="单位负责人",
        )
        if self._try(command, "operator", at):
            self._later(at, 60, 900, self._strike_off, notice_id, level)

    def _strike_off(self, at: datetime, notice_id: int, level: SupervisionLevel) -> None:
        by = "shift_lead" if level is SupervisionLevel.ORDINARY else "director"
        asked = AskStrikeOff(notice_id=notice_id, version=None, evidence="处置前后对比照片")
        checked = VerifyNotice(notice_id=notice_id, version=None, opinion="现场核查属实")
        struck = StrikeOffNotice(notice_id=notice_id, version=None, opinion="同意销号")
        for command, person in ((asked, "operator"), (checked, "operator"), (struck, by)):
            if self._try(command, person, at) is None and command is struck:
                self._try(struck, "leader", at)

    def _later(
        self, at: datetime, least: int, most: int, event: Callable[..., None], *facts: Any
    ) -> None:
        when = at + timedelta(minutes=self._random.randint(least, most))
        self._table.put(when, _Next(event, *facts))

    def _try(self, command: Command, by: str, at: datetime) -> Result | None:
        try:
            return self._recorder.do(command, by, at)
        except RecordError:
            return None


class _Next:
    def __init__(self, event: Callable[..., None], *facts: Any) -> None:
        self._event, self._facts = event, facts

    def __call__(self, at: datetime) -> None:
        self._event(at, *self._facts)
