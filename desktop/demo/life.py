"""How cases live on the demo street: who does what after how long, by chance with a seed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from db.commands.attachments import AttachFile
from db.commands.exceptions import GrantExtension, RequestExtension, ReturnCase
from db.commands.flow import (
    ArchiveCase,
    AssignCase,
    CallBackCase,
    NoteProgress,
    ReplyAssistance,
    ReportCase,
    SendBackCase,
    SignForCase,
    VerifyCase,
)
from db.commands.intake import AcceptCase, CaseFacts, RefuseCase, RegisterCase, SelfHandleCase
from db.commands.marks import LinkDuplicate
from db.errors import RecordError
from db.rules.terms import CaseState, ReturnReason, Satisfaction, Source, Urgency
from desktop.demo.fates import Fates
from desktop.demo.outlines import Outlines
from desktop.demo.people import People
from desktop.demo.photographs import photograph
from desktop.demo.templates import Template, choose, load_templates
from desktop.demo.timetable import Later, Timetable, on_duty

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.lookup import ItemRow, PlaceRow, UnitRow

STREETS = ("永强大道", "中心街", "建设路", "文昌路", "沿河路", "人民路", "龙永路", "府前街")
TRANSFERRED, TRANSFERRED_OF_LATE = 0.147, 0.2
"""Share of the cases that the grid does not settle itself."""
LAST_DAYS = timedelta(days=4)
"""In the last days part of every desk's work is still waiting."""
PHOTOGRAPHED_DAYS = timedelta(days=16)
MOST_PHOTOGRAPHED = 14
IN_THE_STREET = frozenset(
    ("MS01", "MS02", "MS06", "MS07", "ZX01", "ZX03", "ZX04", "ZA03", "ZA05", "ZA17")
)
"""Items that one can see standing in the street, and so photograph."""
REFUSED, DUPLICATE = 0.015, 0.3
DUPLICATE_WITHIN = timedelta(days=2)
HASTY_HOURS = 48
BUSY_DAYS = timedelta(days=12)
"""A safety campaign at the end brings more cases, and more of them for the stations."""

Do = Callable[["Command", str, datetime], "Result"]


class Life:
    """Makes cases happen. Every change is a command of somebody on the street."""

    def __init__(
        self,
        do: Do,
        timetable: Timetable,
        random: Random,
        people: People,
        places: tuple[PlaceRow, ...],
        items: tuple[ItemRow, ...],
        units: tuple[UnitRow, ...],
        fates: Fates,
        outlines: Outlines,
    ) -> None:
        self._do = do
        self._table = timetable
        self._random = random
        self._people = people
        self._places = places
        self._items = {item.code: item for item in items}
        self._units = {unit.code: unit for unit in units}
        self._templates = load_templates()
        self._fates = fates
        self._outlines = outlines
        self._end = fates.end
        self._recent: dict[tuple[int, int], tuple[int, datetime]] = {}
        self._closed: set[int] = set()
        self._photographed: dict[int, int] = {}
        self.registered = 0

    def plan_day(self, day: datetime) -> None:
        """Let the cases of one day come in."""
        weekend = day.weekday() >= 5
        storm = day.month in (7, 8) and day.day % 11 == 3
        number = self._random.randint(6, 10) if weekend else self._random.randint(11, 17)
        if self._end - day < BUSY_DAYS:
            number = number * 3 // 2
        for _ in range(number + (9 if storm else 0)):
            minute = int(self._random.triangular(7 * 60, 22 * 60, 10 * 60))
            self._table.put(day.replace(hour=0) + timedelta(minutes=minute), self._arrive)

    def leave_waiting(self, at: datetime) -> None:
        """Let a case come in that nobody has looked at yet."""
        self._arrive_at_desk(at)

    def leave_accepted(self, at: datetime) -> None:
        """Let a case come in that was accepted, but given to nobody yet."""
        case_id = self._arrive_at_desk(at)
        self._try(AcceptCase(case_id=case_id, version=None), "operator", at)

    def _arrive_at_desk(self, at: datetime) -> int:
        facts, _ = self._facts(at)
        self.registered += 1
        return int(self._do(RegisterCase(facts=facts), self._operator(), at)["case_id"])

    # One case -----------------------------------------------------------------------------

    def _arrive(self, at: datetime) -> None:
        facts, template = self._facts(at)
        self.registered += 1
        share = TRANSFERRED_OF_LATE if self._end - at < BUSY_DAYS else TRANSFERRED
        if self._random.random() > share:
            grid = facts.grid_id
            by = self._people.grids.get(grid or 0, "operator")
            result = self._random.choice(
                (
                    "已当场劝导整改，现场恢复正常。",
                    "已联系责任人清理完毕。",
                    "已上门调解，双方谅解。",
                )
            )
            made = self._do(SelfHandleCase(facts=facts, result=result), by, at)
            if made["state"] == CaseState.WAITING_VERIFICATION:
                self._then(at, 60, 900, self._verify, made["case_id"], by, 1)
            return
        operator = self._operator()
        made = self._do(RegisterCase(facts=facts), operator, at)
        item = self._items[template.item_code]
        where = (item.id, facts.community_id or 0)
        main, told_at = self._recent.get(where, (0, at))
        self._recent[where] = (made["case_id"], at)
        hasty = 12 if item.urgency is not Urgency.NORMAL else 40
        if self._random.random() < REFUSED:
            self._then(at, 5, 40, self._refuse, made["case_id"])
        elif self._is_told_again(at, main, told_at):
            self._then(at, 2, 20, self._link, made["case_id"], main, item, operator)
        else:
            self._then(at, 2, hasty, self._accept_and_assign, made["case_id"], item, operator)

    def _is_told_again(self, at: datetime, main_id: int, told_at: datetime) -> bool:
        is_near = main_id > 0 and at - told_at < DUPLICATE_WITHIN
        return is_near and self._end - at > LAST_DAYS and self._random.random() < DUPLICATE

    def _facts(self, at: datetime) -> tuple[CaseFacts, Template]:
        random = self._random
        template = choose(self._templates, at.month, random)
        home = random.choice([place for place in self._places if place.grids])
        grid = random.choice(home.grids)
        longitude, latitude = self._outlines.spot(grid.id)
        short = home.name.removesuffix("委会").replace("居", "社区")
        address = f"{short}{random.choice(STREETS)}{random.randint(1, 399)}号"
        n = random.randint(2, 9)
        source = random.choices(
            (
                Source.GRID_REPORT,
                Source.HOTLINE_12345,
                Source.VISIT_OR_CALL,
                Source.POLICE_110,
                Source.SUPERIOR,
            ),
            (60, 18, 12, 6, 4),
        )[0]
        return (
            CaseFacts(
                source=source,
                title=template.title,
                content=template.content.format(place=address, n=n),
                item_id=self._items[template.item_code].id,
                community_id=home.id,
                grid_id=grid.id,
                address=address,
                longitude=longitude,
                latitude=latitude,
                reporter_name=self._reporter(),
                reporter_phone=f"138{random.randint(0, 99999999):08d}",
                happened_at=at - timedelta(minutes=random.randint(5, 90)),
            ),
            template,
        )

    def _reporter(self) -> str:
        surnames, given = "林陈王叶周项黄张李吴徐郑胡朱金潘夏", ("先生", "女士", "大爷", "阿姨")
        return self._random.choice(surnames) + self._random.choice(given)

    def _refuse(self, at: datetime, case_id: int) -> None:
        command = RefuseCase(
            case_id=case_id, version=None, reason="不属街道职责范围，已告知诉求人向主管部门反映"
        )
        self._try(command, "shift_lead", at)

    def _link(self, at: datetime, case_id: int, main_id: int, item: ItemRow, operator: str) -> None:
        if main_id in self._closed:
            self._accept_and_assign(at, case_id, item, operator)
            return
        if not self._try(LinkDuplicate(case_id=case_id, main_id=main_id), operator, at):
            self._accept_and_assign(at, case_id, item, operator)

    def _accept_and_assign(self, at: datetime, case_id: int, item: ItemRow, operator: str) -> None:
        self._try(AcceptCase(case_id=case_id, version=None), operator, at)
        if self._is_last_hour(at, 5) and self._random.random() < 0.6:
            return
        lead = self._units[item.lead_code]
        assists = [code for code in item.assist_codes.split() if code in self._units]
        joint = bool(assists) and self._random.random() < 0.18
        assist_ids = tuple(self._units[code].id for code in assists[: int(joint)])
        assign = AssignCase(
            case_id=case_id,
            lead_id=lead.id,
            assist_ids=assist_ids,
            note="请按时限办理并反馈处置前后照片。",
        )
        if not self._try(assign, operator, at):
            return
        stays = self._fates.settle(case_id, item.urgency, item.limit_hours, at)
        for helper in assist_ids:
            self._then(at, 60, 600, self._assist, case_id, self._people.handlers[helper])
        if not stays and self._random.random() < 0.05:
            self._then(at, 8, 90, self._give_back, case_id, lead, item, assists)
        else:
            hasty = 15 if item.urgency is not Urgency.NORMAL else 420
            self._then(at, 3, hasty, self._sign, case_id, lead, item)

    def _assist(self, at: datetime, case_id: int, helper: str) -> None:
        self._try(ReplyAssistance(case_id=case_id, text="已到场配合处置。"), helper, at)

    def _give_back(
        self, at: datetime, case_id: int, lead: UnitRow, item: ItemRow, others: list[str]
    ) -> None:
        head = self._people.heads[lead.id]
        gone = self._try(
            ReturnCase(case_id=case_id, reason=ReturnReason.NOT_OUR_DUTY, note="主管单位另有其人"),
            head,
            at,
        )
        if gone:
            code = others[0] if others else self._random.choice(("ZZD", "PCS", "SFS"))
            other = self._units[code if code != lead.code else "CJB"]
            self._then(at, 20, 120, self._reassign, case_id, other)
        else:
            self._sign(at, case_id, lead, item)

    def _reassign(self, at: datetime, case_id: int, other: UnitRow) -> None:
        if self._try(AssignCase(case_id=case_id, lead_id=other.id), "shift_lead", at):
            self._then(at, 10, 300, self._sign, case_id, other, None)

    def _sign(self, at: datetime, case_id: int, lead: UnitRow, item: ItemRow | None) -> None:
        handler = self._people.handlers[lead.id]
        if not self._try(SignForCase(case_id=case_id), handler, at):
            return
        stays = case_id in self._fates.late or case_id in self._fates.unfinished
        if stays or self._random.random() < 0.5:
            self._then(at, 60, 900, self._note, case_id, handler)
        if item is not None and item.code in IN_THE_STREET:
            self._photograph(at, case_id, handler, after=False)
        if stays:
            self._fates.handlers[case_id] = handler
            return
        hours = item.limit_hours if item else 48
        slow = self._random.random() < (0.14 if hours > HASTY_HOURS else 0.02)
        low, high = (hours * 1.3, hours * 2.8) if slow else (hours * 0.15, hours * 0.75)
        if not slow and self._random.random() < 0.06 and hours >= 72:
            self._then(at, 300, 1200, self._ask_extension, case_id, handler)
        self._then(at, int(low * 60), int(high * 60), self._report, case_id, handler, 0)

    def _note(self, at: datetime, case_id: int, handler: str) -> None:
        text = self._random.choice(
            ("已到现场查看，正在联系责任人。", "已约谈当事人，约定本周整改。", "已安排人员处置。")
        )
        self._try(NoteProgress(case_id=case_id, text=text), handler, at)

    def _photograph(self, at: datetime, case_id: int, handler: str, *, after: bool) -> None:
        """Let the unit add a picture of the place; only the newest cases have some."""
        if after:
            wanted = case_id in self._photographed
        else:
            wanted = (
                self._end - at < PHOTOGRAPHED_DAYS and len(self._photographed) < MOST_PHOTOGRAPHED
            )
        if not wanted:
            return
        corner = self._photographed.setdefault(case_id, len(self._photographed) + 3)
        command = AttachFile(
            case_id=case_id,
            name="处置后.jpg" if after else "处置前.jpg",
            data=photograph(corner, after=after),
            purpose="after" if after else "before",
        )
        self._try(command, handler, at)

    def _ask_extension(self, at: datetime, case_id: int, handler: str) -> None:
        asked = self._try(
            RequestExtension(
                case_id=case_id,
                days=2,
                reason="当事人外出，需等待配合",
                progress="已完成现场勘查，预计两日内办结",
            ),
            handler,
            at,
        )
        if asked:
            grant = GrantExtension(
                case_id=case_id, request_id=asked["request_id"], answer="同意，请按期完成。"
            )
            answered_at = on_duty(at + timedelta(minutes=self._random.randint(40, 200)))
            self._table.put(answered_at, Later(self._grant, grant))

    def _grant(self, at: datetime, grant: GrantExtension) -> None:
        self._try(grant, "shift_lead", at)

    def _report(self, at: datetime, case_id: int, handler: str, round_: int) -> None:
        self._photograph(at, case_id, handler, after=True)
        result = self._random.choice(
            (
                "已督促责任人整改到位，现场复查正常。",
                "已调解达成协议，双方签字确认。",
                "已修复并恢复使用。",
            )
        )
        done = self._try(ReportCase(case_id=case_id, result=result), handler, at)
        if done:
            self._then(at, 30, 700, self._verify, case_id, handler, round_)
        elif round_ < 3:
            self._then(at, 600, 900, self._report, case_id, handler, round_ + 1)

    def _verify(self, at: datetime, case_id: int, handler: str, round_: int) -> None:
        if self._end - at < LAST_DAYS and self._random.random() < 0.8:
            return
        operator = self._operator()
        if round_ == 0 and self._random.random() < 0.06:
            if self._try(SendBackCase(case_id=case_id, reason="现场仍未整改到位"), operator, at):
                self._then(at, 400, 2000, self._report, case_id, handler, 1)
            return
        stars = self._random.choices((5, 4, 3), (60, 30, 10))[0]
        if self._try(VerifyCase(case_id=case_id, opinion="核查属实", stars=stars), operator, at):
            self._closed.add(case_id)
            self._then(at, 600, 1800, self._call_back, case_id, operator)

    def _call_back(self, at: datetime, case_id: int, operator: str) -> None:
        if self._end - at < LAST_DAYS and self._random.random() < 0.5:
            return
        said = self._random.choices(tuple(Satisfaction), (52, 38, 4, 2, 4))[0]
        called = self._try(CallBackCase(case_id=case_id, satisfaction=said), operator, at)
        if called and self._random.random() < 0.8:
            self._then(at, 1500, 9000, self._archive, case_id, operator)

    def _archive(self, at: datetime, case_id: int, operator: str) -> None:
        self._try(ArchiveCase(case_id=case_id), operator, at)

    # Chance -------------------------------------------------------------------------------

    def _operator(self) -> str:
        return self._random.choice(("operator", "operator2", "operator3", "operator4"))

    def _is_last_hour(self, at: datetime, hours: int) -> bool:
        return self._end - at < timedelta(hours=hours)

    def _then(
        self, at: datetime, least: int, most: int, event: Callable[..., None], *facts: Any
    ) -> None:
        """Let an event follow after so many minutes, in the hours in which people work."""
        when = at + timedelta(minutes=self._random.randint(least, max(least, most)))
        self._table.put(on_duty(when), Later(event, *facts))

    def _try(self, command: Command, by: str, at: datetime) -> Result | None:
        """Do what somebody tries; a refusal by a rule is part of the street's life."""
        try:
            return self._do(command, by, at)
        except RecordError:
            return None
