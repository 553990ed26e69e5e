"""How the demo street holds its weekly review meeting: every Monday morning, for last week."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from db.commands.carry_out import CODE
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
from db.queries.outlook import Outlook, outlook
from db.rules.agenda import AttendanceStatus, DecisionKind, Section
from db.rules.decided import EffectKind
from db.rules.numbering import IsoWeek
from desktop.demo.people import People
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Later, Timetable, in_office
from desktop.meeting_figures import week_figures
from desktop.minutes_texts import Agreement, promise_note, proposed_text, topic_note
from desktop.notice_texts import draft_texts

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.agenda import AgendaFacts, AgendaRow
    from db.queries.lookup import UnitRow
    from db.queries.meetings import MeetingDetail
    from desktop.demo.supervising import Supervising

MOST_DECISIONS = 5
FINISHED_IN_TIME, FINISHED_LATE = 0.65, 0.5
CASE_SECTIONS = (Section.OVERDUE, Section.SUPERVISION, Section.DIFFICULT)
PLACE = "街道办二楼综合信息指挥室"
OVERDUE_AFTER = 5
"""Working days after which the meeting wants a supervision instead of another promise."""
_SAID = (
    "责任单位汇报了进展，难点在于当事人配合，会后由村社协助做工作。",
    "责任单位说明了超期原因，承诺本周内完成，指挥室跟踪到位。",
    "现场权属不清，由牵头单位会同村社现场确认后实施。",
    "施工材料已到位，待天气好转即可完成。",
)
_OPINIONS = (
    "各站所要压实首问责任，超期件当周清零，办结质量由指挥室随机抽查。",
    "超期件逐件说明原因，能办的本周办结，需协调的当场明确牵头单位。",
    "群众重复反映的事项要查根源，不得以已告知代替办结。",
)
_FOCUS = (
    ((6, 7, 8), "关注台风暴雨和高温用电安全，抓好积水点、行道树和脚手架排查。"),
    ((9, 10), "关注国庆前后消防安全和市容秩序，抓好消防通道和店外经营整治。"),
    ((11, 12), "关注降温天气用电用气安全，抓好出租房和电动自行车隐患整改。"),
)


class Meetings:
    """Plans, holds and closes the meetings, and follows what was agreed."""

    def __init__(
        self,
        recorder: Recorder,
        timetable: Timetable,
        random: Random,
        people: People,
        units: tuple[UnitRow, ...],
        supervising: Supervising | None = None,
    ) -> None:
        self._recorder = recorder
        self._table = timetable
        self._random = random
        self._people = people
        self._supervising = supervising
        self._stations = [unit for unit in units if unit.kind.value in ("station", "office")]

    def hold(self, at: datetime) -> None:
        """Plan the meeting about the week before and let it go its way through the morning."""
        self._settle(at)
        meeting_id = self.plan(at, at + timedelta(minutes=30))
        if meeting_id is None:
            return
        for minutes, event in (
            (30, self._open),
            (40, self._discuss),
            (90, self._note_topics),
            (100, self._close),
        ):
            self._table.put(at + timedelta(minutes=minutes), Later(event, meeting_id))

    def plan(self, at: datetime, starts_at: datetime) -> int | None:
        """Plan the meeting about the week before ``starts_at`` and return its id."""
        week = IsoWeek.of(starts_at.date()).previous
        figures = self._recorder.ask(week_figures, week.year, week.week, by="operator")
        command = PlanMeeting(
            year=week.year,
            week=week.week,
            starts_at=starts_at,
            place=PLACE,
            chair_name=self._people.names["leader"],
            recorder_name=self._people.names["operator"],
            figures=figures,
        )
        planned = self._try(command, at)
        return None if planned is None else int(planned["meeting_id"])

    def _open(self, at: datetime, meeting_id: int) -> None:
        self._try(StartMeeting(meeting_id=meeting_id), at)
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

    def _close(self, at: datetime, meeting_id: int) -> None:
        focus = next((words for months, words in _FOCUS if at.month in months), _FOCUS[0][1])
        command = CloseMeeting(
            meeting_id=meeting_id,
            opinion=self._random.choice(_OPINIONS),
            next_focus=focus,
            speech="指挥室要当好“中枢”，站所要当好“手脚”，群众的事一件一件办实。",
        )
        self._try(command, at)

    def _discuss(self, at: datetime, meeting_id: int) -> None:
        detail: MeetingDetail = self._recorder.ask(meeting_detail, meeting_id)
        for row in detail.of(Section.LAST_DECISIONS):
            if row.decision is not None:
                self._note(row, promise_note(row.decision), at)
        cases = [row for section in CASE_SECTIONS for row in detail.of(section) if row.case]
        for place, row in enumerate(cases[:MOST_DECISIONS]):
            when = at + timedelta(minutes=2 + place * 9)
            self._table.put(when, Later(self._decide, meeting_id, row))

    def _decide(self, at: datetime, meeting_id: int, row: AgendaRow) -> None:
        case = row.case
        if case is None:
            return
        lead = next((unit for unit in self._stations if unit.id == case.lead_id), self._stations[0])
        self._note(row, self._random.choice(_SAID), at)
        due_at = (at + timedelta(days=4)).replace(hour=17, minute=30)
        seen = self._what_is_possible(case, lead, due_at)
        kind = seen.kind
        texts = draft_texts(seen.draft, at, code=CODE) if seen.draft is not None else None
        agreement = Agreement(kind, case.title, lead.name, due_at=due_at, level=seen.level)
        command = DecideCase(
            meeting_id=meeting_id,
            agenda_case_id=row.id,
            kind=kind,
            text=proposed_text(agreement),
            notice=texts,
            lead_id=lead.id,
            responsible=self._people.names.get(self._people.heads.get(lead.id, ""), ""),
            due_at=due_at,
            outcome_form="对比照片和书面反馈",
            report_to="综合信息指挥室",
        )
        made = self._try(command, at)
        if made is not None and self._random.random() < FINISHED_IN_TIME:
            early = in_office(due_at - timedelta(hours=self._random.randint(3, 50)))
            self._table.put(early, Later(self._finish, made["decision_id"]))
        notices = self._supervising
        if made is None or notices is None:
            return
        for effect in made["effects"]:
            if effect["kind"] == EffectKind.DRAFTED:
                notices.follow(at, effect["notice_id"], seen.level, case.case_id)

    def _what_is_possible(self, case: AgendaFacts, lead: UnitRow, due_at: datetime) -> Outlook:
        """Return what the meeting would do: supervise what is late, extend what still may be."""
        is_late = case.overdue_workdays >= OVERDUE_AFTER
        wanted = DecisionKind.SUPERVISE if is_late else DecisionKind.EXTEND
        asked = (case.case_id, wanted, lead.id, (), due_at)
        seen: Outlook = self._recorder.ask(outlook, *asked, by="shift_lead")
        return seen if seen.refusal is None else Outlook(DecisionKind.CONTINUE)

    def _note_topics(self, at: datetime, meeting_id: int) -> None:
        """Write the notes that follow from the figures and the roll."""
        detail: MeetingDetail = self._recorder.ask(meeting_detail, meeting_id)
        for row in detail.agenda:
            text = topic_note(row.section, detail.figures, detail.attendance, detail.decisions)
            if text and row.case is None and row.decision is None:
                self._note(row, text, at)

    def _note(self, row: AgendaRow, text: str, at: datetime) -> None:
        self._try(NoteDiscussion(agenda_case_id=row.id, text=text), at)

    def _finish(self, at: datetime, decision_id: int) -> None:
        text = "已办理完毕，对比照片已上传。"
        self._try(FinishDecision(decision_id=decision_id, text=text), at)
        self._try(ConfirmDecision(decision_id=decision_id, note="核实完成"), at)

    def _settle(self, at: datetime) -> None:
        """Let half of what is still owed be finished, late, before the next meeting."""
        for row in self._recorder.ask(unfinished_decisions):
            if self._random.random() < FINISHED_LATE:
                self._finish(at, row.id)

    def _try(self, command: Command, at: datetime) -> Result | None:
        try:
            return self._recorder.do(command, "shift_lead", at)
        except RecordError:
            return None
