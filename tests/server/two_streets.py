"""Two streets in one database, each with work of every kind, for tests of who sees what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Table, select

from db.commands.alarms import AcknowledgeAlarms, SeenAlarm, SetAlarmVolume
from db.commands.attachments import AttachFile
from db.commands.decisions import ReportDecisionProgress
from db.commands.exceptions import RequestExtension
from db.commands.handovers import HandedMatter, HandOver
from db.commands.listed import ListSupervision, ReportListed
from db.commands.meetings import AddAgendaCase, RecordAttendance, StartMeeting
from db.commands.outlines import ImportOutlines
from db.commands.papers import FilePaper, RecordPrint
from db.commands.supervision import AnswerSuggestion, RemindCase
from db.commands.views import KeepListLayout, SaveView
from db.engine import Database
from db.model.organisation import street
from db.queries.list_views import ListView, plain_view
from db.queries.supervision import SuggestionAnswer
from db.rules.agenda import Section
from db.rules.alarms import AlarmKind
from db.rules.outlines import OutlineFeature
from db.rules.shifts import Shift
from db.rules.supervision import Measure, Trigger
from db.rules.terms import Role
from db.seed import FirstAccount, found_street
from desktop.founding import street_plan
from tests.flows.notice_steps import delivered, drafted, replied
from tests.meeting_story import decision_order, planned
from tests.story import PEOPLE, Story, settle_people

ADMINISTRATORS: tuple[tuple[str, Role, str, str], ...] = (
    ("system", Role.SYSTEM_ADMIN, "ZHS", "系统员甲"),
    ("security", Role.SECURITY_ADMIN, "ZHS", "安全员甲"),
)
NEIGHBOUR = "海滨街道"
SUFFIX = "_b"
HOMES = {"330303001004": "330303003002", "33030300100401": "33030300300201"}
"""Codes of the first street's places → those of the second."""


class Neighbour(Story):
    """The second street: the same logins with a suffix, the same units of its own."""

    def __init__(self, database: Database, address: str, street_id: int) -> None:
        super().__init__(database, address)
        self.street_id = street_id

    def account(self, login: str) -> int:
        """Return the id of an account of this street."""
        return super().account(login + SUFFIX)

    def unit(self, code: str) -> int:
        """Return the id of a unit of this street."""
        return super().unit(HOMES.get(code, code))

    def _of_street(self, table: Table) -> Any:
        return super()._of_street(table).where(table.c.street_id == self.street_id)


@dataclass(frozen=True)
class Lived:
    """What a street has after its people worked: the ids of one row of each kind."""

    held: int
    """A case that SFS holds, PCS assists in and ZZD was informed of."""
    elsewhere: int
    """A case that ZZD holds."""
    waiting: int
    """A case in the room."""
    notice: int
    draft: int
    meeting: int
    decision: int
    listed: int
    paper: int
    attachment: int
    handover: int
    request: int


@dataclass(frozen=True)
class TwoStreets:
    """Both streets and what was left in them."""

    first: Story
    second: Neighbour
    left: Lived
    left_there: Lived

    def logins(self) -> list[str]:
        """Return every login of the first street."""
        return ["director", *(login for login, *_ in (*PEOPLE, *ADMINISTRATORS))]


def settle_administrators(story: Story) -> None:
    """Give the first street the administrators that the stories have not."""
    with story.database.reading() as connection:
        street_id = connection.execute(select(street.c.id)).scalar_one()
    director = story.account("director")
    settle_people(story.database, street_id, director, ADMINISTRATORS, first_id=51)


def found_neighbour(story: Story) -> Neighbour:
    """Found the second street in the database of the first."""
    plan = street_plan(NEIGHBOUR, FirstAccount("director" + SUFFIX, "", "主任乙"), grids=20)
    founded = found_street(story.database, plan)
    people = [
        (login + SUFFIX, role, HOMES.get(code, code), name)
        for login, role, code, name in (*PEOPLE, *ADMINISTRATORS)
    ]
    settle_people(story.database, founded.street_id, founded.account_id, people, first_id=101)
    return Neighbour(story.database, story.address, founded.street_id)


def live(story: Story) -> Lived:
    """Let the people of a street leave something in every table of cases, papers and meetings."""
    held = story.registered()
    story.accept(held)
    story.assign(held, "SFS", assist=("PCS",), inform=("ZZD",))
    story.sign(held)
    elsewhere = story.signed("ZZD", title="占道经营")
    waiting = story.registered(title="路灯不亮")
    file = AttachFile(case_id=held, name="现场.txt", data="现场情况".encode())
    attachment = int(story.do(file, by="sfs")["attachment_id"])
    asked = RequestExtension(case_id=held, days=1, reason="当事人外出", progress="已约谈一方")
    request = int(story.do(asked, by="sfs")["request_id"])
    story.do(RemindCase(case_id=held))
    notice = delivered(story, held)
    replied(story, notice)
    draft = drafted(story, elsewhere)
    paper = _filed(story, "notice", notice)
    _filed(story, "case", held)
    listed = _listed(story, held)
    _filed(story, "listed", listed)
    _own_things(story, held)
    meeting = planned(story)
    story.do(AddAgendaCase(meeting_id=meeting, case_id=waiting, section=Section.DIFFICULT))
    story.do(StartMeeting(meeting_id=meeting))
    story.do(RecordAttendance(meeting_id=meeting, unit_id=story.unit("SFS"), name="所长甲"))
    decision = int(story.do(decision_order(story, meeting))["decision_id"])
    story.do(ReportDecisionProgress(decision_id=decision, text="已清运"), by="sfs")
    _filed(story, "meeting", meeting)
    handed = HandOver(
        taker_id=story.account("operator2"),
        shift=Shift.DAY,
        matters=(HandedMatter(case_id=held, remark="盯紧"),),
    )
    handover = int(story.do(handed)["handover_id"])
    return Lived(
        held,
        elsewhere,
        waiting,
        notice,
        draft,
        meeting,
        decision,
        listed,
        paper,
        attachment,
        handover,
        request,
    )


def _filed(story: Story, kind: str, object_id: int) -> int:
    command = FilePaper(
        kind=kind, object_kind=kind, object_id=object_id, contents={"of": object_id}, data=b"%PDF"
    )
    paper = int(story.do(command)["paper_id"])
    story.do(RecordPrint(paper_id=paper))
    return paper


def _listed(story: Story, case_id: int) -> int:
    command = ListSupervision(
        number="龙督〔2026〕3号",
        authority="区指挥中心",
        listed_on=story.now,
        subject="装修噪声",
        reason="久拖不决",
        goal="十日内办结",
        unit_id=story.unit("SFS"),
        leader_name="领导甲",
        finish_by=story.now + timedelta(days=10),
        case_id=case_id,
    )
    listed = int(story.do(command)["listed_id"])
    story.do(ReportListed(listed_id=listed, text="已约谈"), by="sfs_head")
    return listed


def _own_things(story: Story, case_id: int) -> None:
    """Leave what belongs to a person's desk, and what a street shares."""
    for by in ("operator", "sfs", "zzd"):
        story.do(SetAlarmVolume(volume=40), by=by)
        story.do(KeepListLayout(content=plain_view(ListView())), by=by)
        story.do(SaveView(name=f"{by}的列表", content=plain_view(ListView())), by=by)
    shared = SaveView(name="共用", content=plain_view(ListView()), is_shared=True)
    story.do(shared, by="shift_lead")
    due = story.column(case_id, "due_at")
    seen = SeenAlarm(case_id=case_id, kind=AlarmKind.NEARLY_DUE, deadline_at=due)
    story.do(AcknowledgeAlarms(alarms=(seen,)), by="sfs")
    ignored = AnswerSuggestion(
        case_id=case_id,
        measure=Measure.ORDINARY,
        trigger=Trigger.OVERDUE,
        answer=SuggestionAnswer.IGNORE,
        reason="已约谈",
    )
    story.do(ignored)
    west = 120.90 if isinstance(story, Neighbour) else 120.80
    ring = [[west, 27.9], [west + 0.01, 27.9], [west + 0.01, 27.91], [west, 27.91], [west, 27.9]]
    home = "330303001004"
    outline = OutlineFeature(
        code=HOMES[home] if isinstance(story, Neighbour) else home,
        name="",
        geometry={"type": "Polygon", "coordinates": [ring]},
    )
    story.do(ImportOutlines(features=(outline,), source="测试图"), by="director")
