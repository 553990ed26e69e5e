"""How the demo street holds its weekly review meeting: every Monday morning, for last week."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from db.commands.decisions import ConfirmDecision, DecideCase, FinishDecision
from db.commands.meetings import (
    CloseMeeting,
    NoteDiscussion,
    PlanMeeting,
    RecordAttendance,
    StartMeeting,
)
from db.errors import RecordError
from db.queries.decisions import unfinished_decisions
from db.queries.meetings import meeting_detail
from db.rules.agenda import AttendanceStatus, DecisionKind
from db.rules.numbering import IsoWeek
from desktop.demo.people import People
from desktop.demo.recorder import Recorder

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.lookup import UnitRow

MOST_DECISIONS = 5
PLACE = "街道办二楼综合信息指挥室"


class Meetings:
    """Plans, holds and closes the meetings, and follows what was agreed."""

    def __init__(
        self, recorder: Recorder, random: Random, people: People, units: tuple[UnitRow, ...]
    ) -> None:
        self._recorder = recorder
        self._random = random
        self._people = people
        self._stations = [unit for unit in units if unit.kind.value in ("station", "office")]

    def hold(self, at: datetime) -> int | None:
        """Hold the meeting about the week before and return its id."""
        self._settle(at)
        week = IsoWeek.of(at.date()).previous
        planned = self._try(
            PlanMeeting(
                year=week.year,
                week=week.week,
                starts_at=at + timedelta(minutes=30),
                place=PLACE,
                chair_name=self._people.names["leader"],
                recorder_name=self._people.names["operator"],
            ),
            at,
        )
        if planned is None:
            return None
        meeting_id = int(planned["meeting_id"])
        at += timedelta(minutes=30)
        self._try(StartMeeting(meeting_id=meeting_id), at)
        self._attend(meeting_id, at)
        self._discuss(meeting_id, at + timedelta(minutes=10))
        self._try(
            CloseMeeting(
                meeting_id=meeting_id,
                opinion="各站所要压实首问责任，超期件当周清零，办结质量由指挥室随机抽查。",
                next_focus="关注降温天气用电用气安全，抓好出租房和电动自行车隐患整改。",
                speech="",
            ),
            at + timedelta(minutes=70),
        )
        return meeting_id

    def _attend(self, meeting_id: int, at: datetime) -> None:
        for unit in self._stations:
            head = self._people.heads.get(unit.id)
            if head is None:
                continue
            status = self._random.choices(
                (AttendanceStatus.PRESENT, AttendanceStatus.LEAVE, AttendanceStatus.ABSENT),
                (92, 6, 2),
            )[0]
            reason = "外出培训" if status is AttendanceStatus.LEAVE else ""
            self._try(
                RecordAttendance(
                    meeting_id=meeting_id,
                    unit_id=unit.id,
                    name=self._people.names[head],
                    post="负责人",
                    status=status,
                    reason=reason,
                ),
                at,
            )

    def _discuss(self, meeting_id: int, at: datetime) -> None:
        detail = self._recorder.ask(meeting_detail, meeting_id)
        cases = [row for row in detail.agenda if row.case is not None]
        for place, row in enumerate(cases[:MOST_DECISIONS]):
            lead_id = row.case.lead_id or self._stations[0].id
            when = at + timedelta(minutes=place * 8)
            text = "责任单位说明了进展，现场协调难点已明确，会后倒排时间推进。"
            self._try(NoteDiscussion(agenda_case_id=row.id, text=text), when)
            kind = DecisionKind.SUPERVISE if row.case.overdue_workdays >= 5 else DecisionKind.CONTINUE
            head = self._people.heads.get(lead_id)
            self._try(
                DecideCase(
                    meeting_id=meeting_id,
                    agenda_case_id=row.id,
                    kind=kind,
                    text=f"由责任单位牵头，限期办结“{row.case.title}”，并反馈处置前后对比照片。",
                    lead_id=lead_id,
                    responsible=self._people.names.get(head or "", ""),
                    due_at=(at + timedelta(days=4)).replace(hour=17, minute=30),
                    outcome_form="对比照片和书面反馈",
                    report_to="综合信息指挥室",
                ),
                when,
            )

    def _settle(self, at: datetime) -> None:
        """Let most of what was agreed be finished before the next meeting."""
        for row in self._recorder.ask(unfinished_decisions):
            if self._random.random() < 0.75:
                self._try(FinishDecision(decision_id=row.id, text="已按议定事项完成"), at)
                self._try(ConfirmDecision(decision_id=row.id, note="核实完成"), at)

    def _try(self, command: Command, at: datetime) -> Result | None:
        try:
            return self._recorder.do(command, "shift_lead", at)
        except RecordError:
            return None
