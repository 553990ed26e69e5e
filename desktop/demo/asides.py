"""What else happens on the demo street: drafts, marks, pauses, and the district's listed case."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from db.commands.exceptions import EscalateCase, RequestExtension, ReturnCase, SuspendCase
from db.commands.flow import NoteProgress
from db.commands.handovers import HandedMatter, HandOver, TakeOver
from db.commands.intake import CaseFacts, SaveDraft
from db.commands.listed import DelistSupervision, ListSupervision, RectifyListed, ReportListed
from db.commands.marks import InstructCase, UrgeCase
from db.errors import RecordError
from db.rules.shifts import Shift
from db.rules.terms import ReturnReason, Source
from desktop.demo.fates import Fates
from desktop.demo.people import People
from desktop.demo.recorder import Recorder
from desktop.demo.timetable import Event, Timetable

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.lookup import UnitRow

DRAFTS = (
    ("楼道灯不亮", "来电人反映三单元楼道灯连续多日不亮，具体楼号待回拨核实。"),
    ("小区门口积水", "来访人反映小区门口下雨积水，需补充具体地点。"),
)

ENTRUSTED = (
    "承办人夜里没接电话，上班后先打",
    "来电人要求今天中午前回话",
)


class Asides:
    """Puts the rarer events into the timetable."""

    def __init__(
        self,
        recorder: Recorder,
        random: Random,
        people: People,
        units: tuple[UnitRow, ...],
        fates: Fates,
    ) -> None:
        self._recorder = recorder
        self._random = random
        self._people = people
        self._units = {unit.code: unit for unit in units}
        self._fates = fates
        self._listed: dict[str, int] = {}

    def plan(self, table: Timetable, first_day: datetime, end: datetime) -> None:
        """Plan them: an old listing and a running one, and the last days' marks and pauses."""
        for listed_at, followed_at, begin, follow in (
            (datetime(2026, 8, 12, 10, 20), datetime(2026, 9, 9, 15, 10), *self._old()),
            (datetime(2026, 11, 9, 10, 5), datetime(2026, 11, 16, 16, 20), *self._new()),
        ):
            if listed_at > first_day:
                table.put(listed_at, begin)
                table.put(followed_at, follow)
        table.put(end - timedelta(hours=7, minutes=15), self._mark)
        table.put(end - timedelta(hours=2, minutes=5), self._pause)
        table.put(end.replace(hour=8, minute=31), self._hand_over)
        table.put(end - timedelta(minutes=50), self._leave_drafts)

    def _old(self) -> tuple[Event, Event]:
        return self._list_old, self._delist_old

    def _new(self) -> tuple[Event, Event]:
        return self._list_new, self._report_new

    def _list_old(self, at: datetime) -> None:
        self._list(at, "龙治督〔2026〕3号", "建设路沿线店外经营和占道经营突出问题", "ZZD", 20)

    def _delist_old(self, at: datetime) -> None:
        listed_id = self._listed["龙治督〔2026〕3号"]
        measures = "共清理店外经营41处、占道摊点17处，落实门前三包责任书120份，建立早晚巡查。"
        self._try(RectifyListed(listed_id=listed_id, measures=measures), "operator", at)
        command = DelistSupervision(
            listed_id=listed_id,
            delisted_on=at,
            delisting_number="龙治督销〔2026〕3号",
            check_result="区级现场复核，整改到位，同意摘牌。",
        )
        self._try(command, "operator", at + timedelta(minutes=20))

    def _list_new(self, at: datetime) -> None:
        self._list(
            at, "龙治督〔2026〕7号", "城中村出租房违规隔间和电动自行车飞线充电突出问题", "YJZ", 30
        )

    def _list(self, at: datetime, number: str, subject: str, unit: str, days: int) -> None:
        command = ListSupervision(
            number=number,
            authority="龙湾区社会治理中心",
            listed_on=at.replace(hour=9, minute=0),
            subject=subject,
            reason="同类问题反复发生，群众投诉集中，上一轮整改后反弹。",
            goal="存量问题全部整改，三个月内不反弹，建立长效巡查机制。",
            unit_id=self._units[unit].id,
            leader_name=self._people.names["leader2"],
            finish_by=(at + timedelta(days=days)).replace(hour=17, minute=30),
            report_days="每周五报送整改进展",
        )
        made = self._try(command, "operator", at)
        if made is not None:
            self._listed[number] = made["listed_id"]

    def _report_new(self, at: datetime) -> None:
        text = "已排查出租房286间，拆除违规隔间19处，查处飞线充电33起，新增集中充电端口120个。"
        command = ReportListed(listed_id=self._listed["龙治督〔2026〕7号"], text=text)
        self._try(command, "operator", at)

    def _mark(self, at: datetime) -> None:
        late = sorted(self._fates.late, key=lambda one: (-self._fates.late[one], one))
        for case_id in late[:2]:
            said = "请牵头单位本周内拿出方案，例会上专题说明。"
            self._try(InstructCase(case_id=case_id, text=said), "leader", at)
        for case_id in late[1:4]:
            self._try(UrgeCase(case_id=case_id, reason="群众多次来电催促"), "operator", at)

    def _pause(self, at: datetime) -> None:
        waiting = sorted(self._fates.unfinished)
        self._random.shuffle(waiting)
        suspended = escalated = returned = asked = 0
        for case_id in waiting:
            if suspended < 2 and self._suspend(at, case_id):
                suspended += 1
            elif escalated < 1 and self._escalate(at, case_id):
                escalated += 1
            elif returned < 1 and self._give_back(at, case_id):
                returned += 1
            elif asked < 2 and self._ask_more_time(at, case_id):
                asked += 1

    def _suspend(self, at: datetime, case_id: int) -> bool:
        command = SuspendCase(
            case_id=case_id,
            reason="需等待第三方检测报告",
            review_on=(at + timedelta(days=10)).replace(hour=9, minute=0),
        )
        return self._try(command, "shift_lead", at) is not None

    def _escalate(self, at: datetime, case_id: int) -> bool:
        command = EscalateCase(
            case_id=case_id,
            reason="涉及区级管养设施，超出街道权限",
            district_number="LW20261120018",
        )
        return self._try(command, "shift_lead", at) is not None

    def _give_back(self, at: datetime, case_id: int) -> bool:
        handler = self._fates.handlers.get(case_id)
        if handler is None:
            return False
        command = ReturnCase(
            case_id=case_id, reason=ReturnReason.NOT_OUR_DUTY, note="现场属物业管理范围，建议转社区"
        )
        return self._try(command, f"{handler}_head", at) is not None

    def _ask_more_time(self, at: datetime, case_id: int) -> bool:
        handler = self._fates.handlers.get(case_id)
        if handler is None:
            return False
        command = RequestExtension(
            case_id=case_id,
            days=3,
            reason="施工材料未到场",
            progress="已完成现场勘查和围挡，材料预计下周二到场",
        )
        return self._try(command, handler, at) is not None

    def _hand_over(self, at: datetime) -> None:
        """The night of before goes home and names what the day is to look after."""
        waiting = sorted(self._fates.late)[-len(ENTRUSTED) :]
        matters = tuple(
            HandedMatter(case_id=case_id, remark=remark)
            for case_id, remark in zip(waiting, ENTRUSTED, strict=False)
        )
        command = HandOver(
            taker_id=self._people.accounts["operator"],
            shift=Shift.NIGHT,
            note="夜间接报3件，均已受理。凌晨有阵雨，低洼路段已通知网格员巡查。",
            matters=matters,
        )
        made = self._try(command, "operator2", at)
        if made is not None:
            signed = TakeOver(handover_id=made["handover_id"])
            self._try(signed, "operator", at + timedelta(minutes=5))

    def _leave_drafts(self, at: datetime) -> None:
        for title, content in DRAFTS:
            facts = CaseFacts(source=Source.VISIT_OR_CALL, title=title, content=content)
            self._try(SaveDraft(facts=facts), "operator", at)
        for case_id in sorted(self._fates.unfinished)[:3]:
            text = "已电话联系承办人，承诺按期办结。"
            self._try(NoteProgress(case_id=case_id, text=text), "operator", at)

    def _try(self, command: Command, by: str, at: datetime) -> Result | None:
        """Do what somebody tries; a refusal by a rule is part of the street's life."""
        try:
            return self._recorder.do(command, by, at)
        except RecordError:
            return None
