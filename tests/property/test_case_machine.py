"""Commands in any order by anybody: the record agrees with a plain model (reliability.md §5.3)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from db.commands import Command, Result, execute, flow, intake, marks
from db.commands import exceptions as off_way
from db.commands.attachments import AttachFile
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice
from db.commands.supervision import RemindCase
from db.engine import open_database
from db.errors import Conflict, NotAllowed, RecordError
from db.model.case import cases
from db.rules.terms import ReturnReason, Satisfaction, Source, SupervisionLevel
from db.verify import verify
from desktop import texts
from desktop.errors import INTERNAL_RULES
from tests.flows.notice_steps import TEXTS
from tests.property import case_model as m
from tests.property.agreement import assert_agreement
from tests.property.case_model import CaseModel
from tests.property.choices import MOSTLY, WHICH, WHO, some_case
from tests.story import MONDAY, Story

LIMITS = ("accept_due_at", "sign_due_at", "feedback_due_at", "due_at", "original_due_at")
ASSIGNED_LIMITS = frozenset(LIMITS[1:])
STATIONS = ("SFS", "PCS", "ZZD")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(200)
MOST_CASES = 6


class CaseMachine(RuleBasedStateMachine):
    """The embedded database beside the model."""

    def __init__(self, founded: Path, folder: Path, names: Any) -> None:
        super().__init__()
        self.path = folder / f"street{next(names)}.db"
        shutil.copyfile(founded, self.path)
        self.story = Story(open_database(str(self.path), clock=lambda: MONDAY))
        self.known: list[CaseModel] = []
        self.now = MONDAY
        self.last: tuple[Command, str, Result] | None = None

    def teardown(self) -> None:
        """The record is clean at the end, whatever happened."""
        findings = verify(self.story.database)
        self.story.database.close()
        self.path.unlink()
        assert findings == []

    # How a command is tried ------------------------------------------------------------

    def send(self, command: Command, who: str) -> Result:
        by = self.story.account_cached(who)
        return execute(self.story.database, command, by=by, at=self.now)

    def row(self, case: CaseModel) -> Any:
        with self.story.database.reading() as connection:
            return connection.execute(select(cases).where(cases.c.id == case.id)).one()

    def attempt(
        self,
        case: CaseModel,
        who: str,
        command: Command,
        allowed: bool,
        may_move: frozenset[str] = frozenset(),
    ) -> Result | None:
        """Try a command; the verdict is the model's, a refusal changes nothing and has words."""
        before = self.row(case)
        try:
            result = self.send(command, who)
        except RecordError as error:
            assert error.code in texts.SENTENCES or error.code in INTERNAL_RULES, error.code
            assert error.code != "our_mistake"
            assert not allowed, f"{who} {command}: {error}"
            assert self.row(case) == before
            return None
        assert allowed, f"{who} was let through with {command} at {case}"
        after = self.row(case)
        moved = {name for name in LIMITS if getattr(before, name) != getattr(after, name)}
        assert moved <= may_move, f"{command} moved {moved}"
        case.version += 1
        self.last = (command, who, result)
        return result

    def pick(self, which: int, right: bool = False, *states: int) -> CaseModel:
        """Return one of the cases, of those in these states when it is to be the right one."""
        fitting = [case for case in self.known if case.state in states]
        among = fitting if right and fitting else self.known
        return among[which % len(among)]

    def holder(self, case: CaseModel, right: bool, who: str, head: bool = False) -> str:
        """Return somebody of the unit that holds the case, or whoever was drawn."""
        mine = [w for w in m.UNITS if m.unit_of(w) == case.holder and m.of_unit(w)]
        mine = [w for w in mine if not head or m.ROLES[w] == "head"] or [who]
        return mine[0] if right else who

    # What people do -------------------------------------------------------------------

    def go_on(self, which: int, done: int, depth: int, helpers: set[str]) -> None:
        """Take the usual steps of a case, from those that are done up to a depth."""
        steps: tuple[Callable[[], None], ...] = (
            lambda: self.accept(which, "operator", False),
            lambda: self.assign(which, "operator", False, "SFS", helpers),
            lambda: self.sign(which, "sfs", False),
            lambda: self.report(which, "sfs", False),
            lambda: self.check(which, "operator", False, True),
        )
        for step in steps[done:depth]:
            step()

    @initialize(
        depths=st.lists(st.integers(0, 5), min_size=3, max_size=3),
        helps=st.booleans(),
        doubles=st.sampled_from(("", "linked", "settled")),
    )
    def first_cases(self, depths: list[int], helps: bool, doubles: str) -> None:
        """Bring three cases some way, so that every state is near; the last may double the second.

        To settle a main case is left to chance too rarely to be trusted.
        """
        for which, depth in enumerate(depths):
            self.register(wants=which != 1, who="operator")
            self.go_on(which, 0, depth, {"PCS"} if helps and depth < 4 else set())
        if doubles:
            self.link(2, 1, "operator", False)
        if doubles == "settled":
            self.go_on(1, depths[1], 5, set())

    @precondition(lambda self: len(self.known) < MOST_CASES)
    @rule(wants=st.booleans(), who=st.sampled_from(("operator", "sfs", "grid", "shift_lead")))
    def register(self, wants: bool, who: str) -> None:
        grid = self.story.unit_cached(m.UNITS["grid"])
        facts = self.story.facts(grid_id=grid, wants_call_back=wants)
        done = self.send(intake.RegisterCase(facts=facts), who)
        self.known.append(
            CaseModel(done["case_id"], m.WAITING, m.ROOM, m.UNITS["grid"], wants_call=wants)
        )

    @precondition(lambda self: len(self.known) < MOST_CASES)
    @rule(spot=st.booleans(), who=st.sampled_from(("grid", "operator")))
    def self_handle(self, spot: bool, who: str) -> None:
        facts = self.story.facts(source=Source.GRID_REPORT)
        done = self.send(intake.SelfHandleCase(facts=facts, result="已劝离", spot_check=spot), who)
        place = m.UNITS["community"]
        state, holder = (m.DONE, m.ROOM) if spot else (m.CLOSED, place)
        self.known.append(CaseModel(done["case_id"], state, holder, place))

    @some_case(m.WAITING)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def accept(self, which: int, who: str, right: bool) -> None:
        case, who = self.pick(which, right, m.WAITING), "operator" if right else who
        command = intake.AcceptCase(case_id=case.id, version=case.version)
        if self.attempt(case, who, command, case.may_accept(who)):
            case.state = m.ACCEPTED

    @some_case(m.ACCEPTED, m.ASSIGNED, m.WORKING, m.RETURNED)
    @rule(
        which=WHICH,
        who=WHO,
        right=MOSTLY,
        lead=st.sampled_from(STATIONS),
        helpers=st.sets(st.sampled_from(STATIONS), max_size=1),
    )
    def assign(self, which: int, who: str, right: bool, lead: str, helpers: set[str]) -> None:
        case, who = (
            self.pick(which, right, m.ACCEPTED, m.ASSIGNED, m.WORKING, m.RETURNED),
            "director" if right else who,
        )
        command = flow.AssignCase(
            case_id=case.id,
            version=case.version,
            lead_id=self.story.unit_cached(lead),
            assist_ids=tuple(map(self.story.unit_cached, sorted(helpers))),
        )
        had_limit = self.row(case).due_at is not None
        allowed = case.may_assign(who) and lead not in helpers
        moves = ASSIGNED_LIMITS - ({"due_at", "original_due_at"} if had_limit else set())
        if self.attempt(case, who, command, allowed, frozenset(moves)) is None:
            return
        case.state, case.holder, case.lead = m.ASSIGNED, lead, lead
        case.assists, case.owing = set(helpers), set(helpers)
        row = self.row(case)
        assert row.sign_due_at == m.close_after(self.now, 1)
        assert row.is_transferred
        if not had_limit:
            assert row.due_at == row.original_due_at == m.close_after(self.now, 3)

    @some_case(m.ASSIGNED)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def sign(self, which: int, who: str, right: bool) -> None:
        case = self.pick(which, right, m.ASSIGNED)
        who = self.holder(case, right, who)
        if self.attempt(case, who, flow.SignForCase(case_id=case.id), case.may_sign(who)):
            case.state = m.WORKING

    @some_case(m.WORKING)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def note(self, which: int, who: str, right: bool) -> None:
        case = self.pick(which, right, m.WORKING)
        who = self.holder(case, right, who)
        command = flow.NoteProgress(case_id=case.id, text="已到现场")
        self.attempt(case, who, command, case.may_note(who))

    @some_case(m.ASSIGNED, m.WORKING)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def reply(self, which: int, who: str, right: bool) -> None:
        case = self.pick(which, right, m.ASSIGNED, m.WORKING)
        if right:
            case = next((one for one in self.known if one.owing), case)
        who = next(iter(sorted(case.owing)), "PCS").lower() if right else who
        command = flow.ReplyAssistance(case_id=case.id, text="已配合")
        if self.attempt(case, who, command, case.may_reply(who)):
            case.owing.discard(m.unit_of(who))

    @some_case(m.WORKING)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def report(self, which: int, who: str, right: bool) -> None:
        case = self.pick(which, right, m.WORKING)
        who = self.holder(case, right, who)
        command = flow.ReportCase(case_id=case.id, result="已调解")
        if self.attempt(case, who, command, case.may_report(who)):
            case.state, case.holder = m.DONE, m.ROOM

    @some_case(m.DONE)
    @rule(which=WHICH, who=WHO, right=MOSTLY, good=st.booleans())
    def check(self, which: int, who: str, right: bool, good: bool) -> None:
        case, who = self.pick(which, right, m.DONE), "operator2" if right else who
        command: Command = flow.VerifyCase(case_id=case.id)
        if not good:
            command = flow.SendBackCase(case_id=case.id, reason="仍未解决")
        if self.attempt(case, who, command, case.may_verify(who)) is None:
            return
        if good:
            case.state = m.CALLING if case.wants_call else m.CLOSED
            m.close_linked(self.known, case)
        else:
            case.lead = case.lead or case.place
            case.state, case.holder = m.WORKING, case.lead

    @some_case(m.ASSIGNED)
    @rule(which=WHICH, who=WHO, right=MOSTLY, why=st.sampled_from(ReturnReason))
    def give_back(self, which: int, who: str, right: bool, why: ReturnReason) -> None:
        case = self.pick(which, right, m.ASSIGNED)
        who = self.holder(case, right, who, head=True)
        due = self.row(case).sign_due_at
        in_time = due is None or self.now <= due
        command = off_way.ReturnCase(case_id=case.id, reason=why, note="说明")
        if self.attempt(case, who, command, case.may_give_back(who, in_time)):
            case.state, case.holder, case.returns = m.RETURNED, m.ROOM, case.returns + 1

    @some_case(m.RETURNED)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def reject_return(self, which: int, who: str, right: bool) -> None:
        case, who = self.pick(which, right, m.RETURNED), "shift_lead" if right else who
        command = off_way.RejectReturn(case_id=case.id, reason="属你单位")
        allowed = case.may_reject_return(who)
        if self.attempt(case, who, command, allowed, frozenset({"sign_due_at"})):
            case.state, case.holder = m.ASSIGNED, case.lead

    @some_case(m.WORKING)
    @rule(which=WHICH, who=WHO, right=MOSTLY, days=st.sampled_from((1, 1, 2, 3, 4, 0, -1)))
    def ask_extension(self, which: int, who: str, right: bool, days: int) -> None:
        case = self.pick(which, right, m.WORKING)
        who = self.holder(case, right, who)
        due = self.row(case).due_at
        command = off_way.RequestExtension(
            case_id=case.id, days=days, reason="取证", progress="在办"
        )
        in_time = due is not None and self.now <= due
        done = self.attempt(case, who, command, case.may_ask(who, days, in_time))
        if done:
            case.request = done["request_id"]
            case.asked = days

    @precondition(lambda self: any(case.request for case in self.known))
    @rule(which=WHICH, who=WHO, right=MOSTLY, grant=MOSTLY)
    def decide_extension(self, which: int, who: str, right: bool, grant: bool) -> None:
        case, who = self.pick(which, right, m.WORKING), "director" if right else who
        if right:
            case = next(one for one in self.known if one.request)
        kind: Any = off_way.GrantExtension if grant else off_way.RefuseExtension
        command = kind(case_id=case.id, request_id=case.request or 1, answer="答复")
        old = self.row(case).due_at
        moves = frozenset({"due_at"} if grant else set())
        if self.attempt(case, who, command, case.may_decide(who, grant), moves) is None:
            return
        case.request = None
        if grant:
            case.extensions, case.extended = case.extensions + 1, case.extended + case.asked
            assert self.row(case).due_at == m.close_after(old, case.asked)

    @some_case(m.ACCEPTED, m.ASSIGNED, m.WORKING, m.RETURNED, m.PAUSED)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def suspend_or_resume(self, which: int, who: str, right: bool) -> None:
        case, who = (
            self.pick(which, right, m.ACCEPTED, m.ASSIGNED, m.WORKING, m.RETURNED, m.PAUSED),
            "director" if right else who,
        )
        if case.state == m.PAUSED:
            resume = off_way.ResumeCase(case_id=case.id)
            if self.attempt(case, who, resume, case.may_resume(who), frozenset(LIMITS[:4])):
                case.state, case.paused_from = case.paused_from or 0, None
            return
        review = self.now + timedelta(days=20)
        command = off_way.SuspendCase(case_id=case.id, reason="等鉴定", review_on=review)
        before = case.state
        if self.attempt(case, who, command, case.may_suspend(who)):
            case.state, case.paused_from = m.PAUSED, before

    @some_case(m.ACCEPTED, m.WORKING, m.RETURNED)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def escalate(self, which: int, who: str, right: bool) -> None:
        case, who = (
            self.pick(which, right, m.ACCEPTED, m.WORKING, m.RETURNED),
            "shift_lead" if right else who,
        )
        command = off_way.EscalateCase(case_id=case.id, reason="跨街道")
        if self.attempt(case, who, command, case.may_escalate(who), ASSIGNED_LIMITS):
            case.state, case.holder = m.DISTRICT, "QZX"

    @some_case(m.DISTRICT)
    @rule(which=WHICH, who=WHO, right=MOSTLY, settled=st.booleans())
    def leave_district(self, which: int, who: str, right: bool, settled: bool) -> None:
        case, who = self.pick(which, right, m.DISTRICT), "district" if right else who
        command: Command = off_way.TakeBackFromDistrict(case_id=case.id)
        if settled:
            command = off_way.ReportFromDistrict(case_id=case.id, result="区级已办")
        if self.attempt(case, who, command, case.may_leave_district(who)):
            case.state, case.holder = (m.DONE if settled else m.ACCEPTED), m.ROOM

    @some_case(m.CALLING, m.CLOSED)
    @rule(which=WHICH, who=WHO, right=MOSTLY, said=st.sampled_from(Satisfaction))
    def call_back(self, which: int, who: str, right: bool, said: Satisfaction) -> None:
        case, who = self.pick(which, right, m.CALLING, m.CLOSED), "operator" if right else who
        command = flow.CallBackCase(case_id=case.id, satisfaction=said)
        if self.attempt(case, who, command, case.may_call(who)):
            case.called = True
            case.state = case.state if said is Satisfaction.UNREACHED else m.CLOSED

    @some_case(m.CALLING, m.CLOSED)
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def reopen(self, which: int, who: str, right: bool) -> None:
        case, who = self.pick(which, right, m.CALLING, m.CLOSED), "shift_lead" if right else who
        command = flow.ReopenCase(case_id=case.id, reason="群众不满意")
        if self.attempt(case, who, command, case.may_reopen(who)):
            case.lead = case.lead or case.place
            case.state, case.holder = m.WORKING, case.lead

    @some_case(m.CALLING, m.CLOSED)
    @rule(which=WHICH, who=WHO, right=st.booleans())
    def archive(self, which: int, who: str, right: bool) -> None:
        case, who = self.pick(which, right, m.CALLING, m.CLOSED), "operator" if right else who
        if self.attempt(case, who, flow.ArchiveCase(case_id=case.id), case.may_archive(who)):
            case.state = m.ARCHIVED

    @rule(which=WHICH, who=WHO, on=st.booleans())
    def urge_or_calm(self, which: int, who: str, on: bool) -> None:
        case = self.pick(which)
        kind: Any = marks.UrgeCase if on else marks.CalmCase
        if self.attempt(case, who, kind(case_id=case.id), case.may_urge(who, on)):
            case.urged = on

    @rule(which=WHICH, main=WHICH, who=WHO, right=MOSTLY)
    def link(self, which: int, main: int, who: str, right: bool) -> None:
        # A main case that is soon settled shows whether its duplicates go with it.
        other = self.pick(main, right, m.DONE)
        case, who = self.pick(which), "operator" if right else who
        has_duplicates = any(one.main == case.id for one in self.known)
        command = marks.LinkDuplicate(case_id=case.id, main_id=other.id)
        if self.attempt(case, who, command, case.may_link(who, other, has_duplicates)):
            case.main = other.id
            if other.state in m.FINISHED:
                case.state, case.version = m.CLOSED, case.version + 1

    @precondition(lambda self: any(case.main for case in self.known))
    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def unlink(self, which: int, who: str, right: bool) -> None:
        case, who = self.pick(which), "operator" if right else who
        if right:
            case = next(one for one in self.known if one.main)
        command = marks.UnlinkDuplicate(case_id=case.id, reason="不同事")
        if self.attempt(case, who, command, case.may_unlink(who)):
            case.main = None

    @rule(which=WHICH, who=WHO)
    def void(self, which: int, who: str) -> None:
        case = self.pick(which)
        who = "shift_lead" if which == 0 else "operator"  # a case withdrawn is a case less to try
        command = intake.VoidCase(case_id=case.id, version=None, reason="重复登记")
        if self.attempt(case, who, command, case.may_void(who)):
            case.state = m.VOID
            m.close_linked(self.known, case)

    @rule(which=WHICH, who=WHO, right=MOSTLY)
    def remind_or_attach(self, which: int, who: str, right: bool) -> None:
        case = self.pick(which)
        if right:
            command: Command = AttachFile(case_id=case.id, name="现场.png", data=PICTURE)
            self.attempt(case, who, command, case.may_attach(who))
        else:
            self.attempt(case, who, RemindCase(case_id=case.id), case.may_remind(who))

    @rule(which=WHICH, level=st.sampled_from((1, 100, 200)))
    def supervise(self, which: int, level: int) -> None:
        case = self.pick(which)
        allowed = case.may_supervise(level)
        draft = DraftNotice(case_id=case.id, level=SupervisionLevel(level), texts=TEXTS)
        try:
            notice = self.send(draft, "operator")["notice_id"]
        except RecordError as error:
            assert error.code in texts.SENTENCES
            assert not allowed, str(error)
            return
        assert allowed
        self.send(CheckNotice(notice_id=notice), "shift_lead")
        issue = IssueNotice(notice_id=notice)
        assert self.attempt(case, m.SIGNERS[level], issue, True)
        case.card = level

    # What goes wrong -------------------------------------------------------------------

    @precondition(lambda self: self.last is not None)
    @rule()
    def repeat_last_command(self) -> None:
        assert self.last is not None
        command, who, result = self.last
        assert self.send(command, who) == result

    @rule(which=WHICH)
    def stale_version(self, which: int) -> None:
        case = self.pick(which)
        with pytest.raises(Conflict):
            self.send(flow.VerifyCase(case_id=case.id, version=case.version + 1), "operator")

    @rule(which=WHICH, who=st.sampled_from(("clerk", "auditor")))
    def wrong_role(self, which: int, who: str) -> None:
        case = self.pick(which)
        wrong: tuple[Callable[..., Command], ...] = (
            flow.VerifyCase, flow.ArchiveCase, marks.UrgeCase, flow.SignForCase,
        )  # fmt: skip
        for kind in wrong:
            with pytest.raises(NotAllowed):
                self.send(kind(case_id=case.id), who)

    @rule(minutes=st.sampled_from((5, 30, 90, 400, 1440)))
    def advance_clock(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    # What always holds -------------------------------------------------------------------

    @invariant()
    def the_record_agrees_with_the_model(self) -> None:
        for case in self.known:
            case.forget_request_unless_working()
        assert_agreement(self.story, self.known)


# Thirty lives of thirty steps: on a loaded machine more than the usual two minutes.
@pytest.mark.timeout(600)
@pytest.mark.usefixtures("disk_not_waited_for")
def test_the_record_agrees_with_a_plain_model(founded_file: Path, tmp_path: Path) -> None:
    names = count()
    run_state_machine_as_test(
        lambda: CaseMachine(founded_file, tmp_path, names),
        settings=settings(
            max_examples=30,
            stateful_step_count=30,
            deadline=None,
            derandomize=False,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
