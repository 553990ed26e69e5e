"""Two cases of the week 2026-W47 told in full: one that goes well and one that needs a notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from db.commands.attachments import AttachFile
from db.commands.exceptions import GrantExtension, RequestExtension, ReturnCase
from db.commands.flow import (
    AssignCase,
    CallBackCase,
    NoteProgress,
    ReportCase,
    SendBackCase,
    SignForCase,
    VerifyCase,
)
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase
from db.commands.notice_replies import DeliverNotice, ReplyNotice
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice
from db.queries.notice_draft import notice_draft
from db.rules.notice_states import ReplyOutcome
from db.rules.supervision import Trigger
from db.rules.terms import ReturnReason, Satisfaction, Source, SupervisionLevel
from desktop.demo.photographs import photograph
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Timetable
from desktop.notice_texts import draft_texts

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.lookup import ItemRow, PlaceRow, UnitRow

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(16, 21)
GOOD_TITLE = "菜场门口流动摊占道经营"
LATE_TITLE = "河边绿地倾倒装修垃圾"
"""By these titles the cases are found again; no other case of the street has them."""
_CORNER = 41


class Week:
    """Puts the two stories into the timetable."""

    def __init__(
        self,
        recorder: Recorder,
        units: tuple[UnitRow, ...],
        items: tuple[ItemRow, ...],
        places: tuple[PlaceRow, ...],
    ) -> None:
        self._recorder = recorder
        self._units = {unit.code: unit.id for unit in units}
        self._items = {item.code: item.id for item in items}
        self._places = [place for place in places if place.grids]
        self._good = self._late = self._notice = self._request = 0

    def plan(self, table: Timetable) -> None:
        """Plan every step at its time."""
        for day, hour, minute, step in (
            (MONDAY, 8, 42, self._register_late),
            (MONDAY, 8, 50, self._accept_late),
            (MONDAY, 8, 55, self._assign_wrongly),
            (MONDAY, 9, 22, self._register_good),
            (MONDAY, 9, 30, self._assign_good),
            (MONDAY, 9, 48, self._give_back),
            (MONDAY, 10, 6, self._assign_anew),
            (MONDAY, 10, 21, self._sign_good),
            (MONDAY, 11, 12, self._sign_late),
            (MONDAY, 15, 5, self._note_late),
            (TUESDAY, 9, 40, self._ask_extension),
            (TUESDAY, 10, 35, self._report_good),
            (TUESDAY, 11, 2, self._grant_extension),
            (TUESDAY, 14, 26, self._send_back_good),
            (WEDNESDAY, 9, 51, self._report_again),
            (WEDNESDAY, 15, 12, self._verify_good),
            (THURSDAY, 9, 5, self._draft_notice),
            (THURSDAY, 9, 28, self._check_notice),
            (THURSDAY, 10, 3, self._call_back_good),
            (THURSDAY, 10, 14, self._issue_notice),
            (THURSDAY, 10, 45, self._deliver_notice),
            (FRIDAY, 10, 20, self._reply_notice),
        ):
            table.put(datetime(2026, 11, day, hour, minute), step)

    # The case that goes well ----------------------------------------------------------------

    def _register_good(self, at: datetime) -> None:
        facts = CaseFacts(
            source=Source.HOTLINE_12345,
            title=GOOD_TITLE,
            content="市民来电反映菜场门口每天早上有七八个流动摊占用人行道，接送孩子的车辆无法通行，"
            "希望固定时段有人管理。",
            item_id=self._items["MS02"],
            address="菜场东门人行道",
            reporter_name="周女士",
            reporter_phone="13805770206",
            wants_call_back=True,
            happened_at=at.replace(hour=7, minute=10),
        )
        self._good = self._register(self._placed(facts, 2), "operator", at)

    def _assign_good(self, at: datetime) -> None:
        self._do(AcceptCase(case_id=self._good, version=None), "operator", at)
        self._do(self._assignment(self._good, "ZZD"), "operator", at)

    def _sign_good(self, at: datetime) -> None:
        self._do(SignForCase(case_id=self._good), "zzd", at)
        self._attach(self._good, at, after=False)

    def _report_good(self, at: datetime) -> None:
        self._do(NoteProgress(case_id=self._good, text="早高峰到场劝离摊贩七户。"), "zzd", at)
        report = ReportCase(case_id=self._good, result="已劝离流动摊七户，现场恢复通行。")
        self._do(report, "zzd", at)

    def _send_back_good(self, at: datetime) -> None:
        reason = "次日早高峰回看仍有三户占道，请落实固定值守后再反馈"
        self._do(SendBackCase(case_id=self._good, reason=reason), "operator", at)

    def _report_again(self, at: datetime) -> None:
        self._attach(self._good, at, after=True)
        result = "七时至九时安排两人定点值守，摊贩已引导入菜场内临时摊位，现场无占道。"
        self._do(ReportCase(case_id=self._good, result=result), "zzd", at)

    def _verify_good(self, at: datetime) -> None:
        command = VerifyCase(case_id=self._good, opinion="网格员现场核查属实", stars=5)
        self._do(command, "operator", at)

    def _call_back_good(self, at: datetime) -> None:
        command = CallBackCase(
            case_id=self._good,
            satisfaction=Satisfaction.SATISFIED,
            note="来电人表示早上已能正常通行，希望长期保持。",
        )
        self._do(command, "operator", at)

    # The case that needs a notice -------------------------------------------------------------

    def _register_late(self, at: datetime) -> None:
        facts = CaseFacts(
            source=Source.GRID_REPORT,
            title=LATE_TITLE,
            content="网格员巡查发现河边绿地有人倾倒装修垃圾约三车，已压坏绿化，靠近河道有滑落入河风险。",
            item_id=self._items["MS01"],
            address="沿河路北段河边绿地",
            reporter_name="网格员",
            reporter_phone="13805770207",
            happened_at=at.replace(hour=7, minute=55),
        )
        self._late = self._register(self._placed(facts, 5), "operator", at)

    def _accept_late(self, at: datetime) -> None:
        self._do(AcceptCase(case_id=self._late, version=None), "operator", at)

    def _assign_wrongly(self, at: datetime) -> None:
        self._do(self._assignment(self._late, "CJB"), "operator", at)

    def _give_back(self, at: datetime) -> None:
        command = ReturnCase(
            case_id=self._late,
            reason=ReturnReason.NOT_OUR_DUTY,
            note="偷倒垃圾由综合行政执法队查处",
            suggested_unit_id=self._units["ZZD"],
        )
        self._do(command, "cjb_head", at)

    def _assign_anew(self, at: datetime) -> None:
        self._do(self._assignment(self._late, "ZZD"), "shift_lead", at)

    def _sign_late(self, at: datetime) -> None:
        self._do(SignForCase(case_id=self._late), "zzd", at)
        self._attach(self._late, at, after=False)

    def _note_late(self, at: datetime) -> None:
        text = "已调取周边监控，锁定一辆无牌自卸车，正在追查倾倒人。"
        self._do(NoteProgress(case_id=self._late, text=text), "zzd", at)

    def _ask_extension(self, at: datetime) -> None:
        command = RequestExtension(
            case_id=self._late,
            days=1,
            reason="倾倒人尚未到案，清运车辆需调配",
            progress="已拉警戒线，已锁定车辆",
        )
        self._request = self._do(command, "zzd", at)["request_id"]

    def _grant_extension(self, at: datetime) -> None:
        command = GrantExtension(
            case_id=self._late, request_id=self._request, answer="同意延期一个工作日，先行清运。"
        )
        self._do(command, "shift_lead", at)

    def _draft_notice(self, at: datetime) -> None:
        level = SupervisionLevel.ORDINARY
        draft = self._recorder.ask(notice_draft, self._late, level, by="operator")
        command = DraftNotice(
            case_id=self._late,
            level=level,
            trigger=Trigger.OVERDUE.value,
            texts=draft_texts(draft, at),
        )
        self._notice = self._do(command, "operator", at)["notice_id"]

    def _check_notice(self, at: datetime) -> None:
        command = CheckNotice(notice_id=self._notice, version=None, opinion="事实清楚，同意督办。")
        self._do(command, "shift_lead", at)

    def _issue_notice(self, at: datetime) -> None:
        self._do(IssueNotice(notice_id=self._notice, version=None), "shift_lead", at)

    def _deliver_notice(self, at: datetime) -> None:
        command = DeliverNotice(notice_id=self._notice, version=None, received_by="中队内勤")
        self._do(command, "clerk", at)

    def _reply_notice(self, at: datetime) -> None:
        command = ReplyNotice(
            notice_id=self._notice,
            version=None,
            outcome=ReplyOutcome.HANDLING,
            text="倾倒车辆已查实，当事人承认偷倒；已联系清运车两辆，计划周一完成清运并补种绿化。",
            signer="中队负责人",
        )
        self._do(command, "zzd_head", at)

    # Steps of both ------------------------------------------------------------------------------

    def _placed(self, facts: CaseFacts, nth: int) -> CaseFacts:
        place = self._places[nth]
        return replace(facts, community_id=place.id, grid_id=place.grids[0].id)

    def _register(self, facts: CaseFacts, by: str, at: datetime) -> int:
        return int(self._do(RegisterCase(facts=facts), by, at)["case_id"])

    def _assignment(self, case_id: int, lead: str) -> AssignCase:
        return AssignCase(
            case_id=case_id, lead_id=self._units[lead], note="请按时限办理并反馈处置前后照片。"
        )

    def _attach(self, case_id: int, at: datetime, *, after: bool) -> None:
        command = AttachFile(
            case_id=case_id,
            name="处置后.jpg" if after else "处置前.jpg",
            data=photograph(_CORNER + case_id % 7, after=after),
            purpose="after" if after else "before",
        )
        self._do(command, "zzd", at)

    def _do(self, command: Command, by: str, at: datetime) -> Result:
        """Do a step that has to succeed: the story would not be one without it."""
        return self._recorder.do(command, by, at)
