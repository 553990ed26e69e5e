"""How cases live on the demo street: who does what after how long, by chance with a seed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from random import Random
from typing import TYPE_CHECKING, Any

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
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase, SelfHandleCase
from db.errors import RecordError
from db.rules.terms import CaseState, ReturnReason, Satisfaction, Source
from desktop.demo.people import People
from desktop.demo.timetable import Timetable

if TYPE_CHECKING:
    from db.commands import Command, Result
    from db.queries.lookup import ItemRow, PlaceRow, UnitRow

STREETS = ("永强大道", "中心街", "建设路", "文昌路", "沿河路", "人民路", "龙永路", "府前街")
TRANSFERRED_PERCENT = 16
OPEN_TAIL_DAYS = 6
"""Cases of the last days are mostly still open, as on a real Friday."""

Do = Callable[["Command", str, datetime], "Result"]


@dataclass(frozen=True)
class Template:
    """A kind of case that occurs on the street."""

    item_code: str
    title: str
    content: str
    weight: int
    months: tuple[int, ...]


def load_templates() -> list[Template]:
    """Return the templates of the seed file."""
    text = (files("resources.seed") / "demo_cases.csv").read_text(encoding="utf-8")
    return [
        Template(
            row["item"],
            row["title"],
            row["content"],
            int(row["weight"]),
            tuple(int(month) for month in row["months"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    ]


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
        end: datetime,
    ) -> None:
        self._do = do
        self._table = timetable
        self._random = random
        self._people = people
        self._places = places
        self._items = {item.code: item for item in items}
        self._units = {unit.code: unit for unit in units}
        self._templates = load_templates()
        self._end = end
        self.registered = 0

    def plan_day(self, day: datetime) -> None:
        """Let the cases of one day come in."""
        weekend = day.weekday() >= 5
        storm = day.month in (7, 8) and day.day % 11 == 3
        number = self._random.randint(6, 10) if weekend else self._random.randint(11, 18)
        for _ in range(number + (9 if storm else 0)):
            minute = int(self._random.triangular(7 * 60, 22 * 60, 10 * 60))
            self._table.put(day.replace(hour=0) + timedelta(minutes=minute), self._arrive)

    # One case -----------------------------------------------------------------------------

    def _arrive(self, at: datetime) -> None:
        facts, template = self._facts(at)
        self.registered += 1
        if self._random.randint(1, 100) > TRANSFERRED_PERCENT:
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
        self._then(at, 2, 40, self._accept_and_assign, made["case_id"], item, operator)

    def _facts(self, at: datetime) -> tuple[CaseFacts, Template]:
        random = self._random
        weights = [
            template.weight * (3 if at.month in template.months else 1)
            for template in self._templates
        ]
        template = random.choices(self._templates, weights)[0]
        home = random.choice([place for place in self._places if place.grids])
        grid = random.choice(home.grids)
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
                reporter_name=self._reporter(),
                reporter_phone=f"138{random.randint(0, 99999999):08d}",
                wants_call_back=source is not Source.GRID_REPORT,
                happened_at=at - timedelta(minutes=random.randint(5, 90)),
            ),
            template,
        )

    def _reporter(self) -> str:
        surnames, given = "林陈王叶周项黄张李吴徐郑胡朱金潘夏", ("先生", "女士", "大爷", "阿姨")
        return self._random.choice(surnames) + self._random.choice(given)

    def _accept_and_assign(self, at: datetime, case_id: int, item: ItemRow, operator: str) -> None:
        if self._stays_open(at, 12):
            return
        self._try(AcceptCase(case_id=case_id, version=None), operator, at)
        if self._stays_open(at, 15):
            return
        lead = self._units[item.lead_code]
        assists = [code for code in item.assist_codes.split() if code in self._units]
        joint = bool(assists) and self._random.random() < 0.18
        assist_ids = (self._units[assists[0]].id,) if joint else ()
        self._try(
            AssignCase(
                case_id=case_id,
                lead_id=lead.id,
                assist_ids=assist_ids,
                note="请按时限办理并反馈处置前后照片。",
            ),
            operator,
            at,
        )
        if joint:
            helper = self._people.handlers[assist_ids[0]]
            self._then(at, 60, 600, self._assist, case_id, helper)
        if self._random.random() < 0.05:
            self._then(at, 20, 200, self._give_back, case_id, lead, assists)
        else:
            hasty = 15 if item.urgency.value > 1 else 420
            self._then(at, 3, hasty, self._sign, case_id, lead, item)

    def _assist(self, at: datetime, case_id: int, helper: str) -> None:
        self._try(ReplyAssistance(case_id=case_id, text="已到场配合处置。"), helper, at)

    def _give_back(self, at: datetime, case_id: int, lead: UnitRow, others: list[str]) -> None:
        head = self._people.heads[lead.id]
        gone = self._try(
            ReturnCase(case_id=case_id, reason=ReturnReason.NOT_OUR_DUTY, note="主管单位另有其人"),
            head,
            at,
        )
        if gone and others:
            other = self._units[others[0]]
            self._then(at, 20, 120, self._reassign, case_id, other)

    def _reassign(self, at: datetime, case_id: int, other: UnitRow) -> None:
        if self._try(AssignCase(case_id=case_id, lead_id=other.id), "shift_lead", at):
            self._then(at, 10, 300, self._sign, case_id, other, None)

    def _sign(self, at: datetime, case_id: int, lead: UnitRow, item: ItemRow | None) -> None:
        if self._stays_open(at, 10):
            return
        handler = self._people.handlers[lead.id]
        if not self._try(SignForCase(case_id=case_id), handler, at):
            return
        if self._random.random() < 0.5:
            self._then(at, 60, 900, self._note, case_id, handler)
        hours = item.limit_hours if item else 48
        slow = self._random.random() < 0.09
        low, high = (hours * 1.2, hours * 2.2) if slow else (hours * 0.15, hours * 0.75)
        if not slow and self._random.random() < 0.06 and hours >= 72:
            self._then(at, 300, 1200, self._ask_extension, case_id, handler)
        self._then(at, int(low * 60), int(high * 60), self._report, case_id, handler, 0)

    def _note(self, at: datetime, case_id: int, handler: str) -> None:
        text = self._random.choice(
            ("已到现场查看，正在联系责任人。", "已约谈当事人，约定本周整改。", "已安排人员处置。")
        )
        self._try(NoteProgress(case_id=case_id, text=text), handler, at)

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
            self._try(grant, "shift_lead", at + timedelta(minutes=1))

    def _report(self, at: datetime, case_id: int, handler: str, round_: int) -> None:
        if self._stays_open(at, 55):
            return
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
        if self._stays_open(at, 45):
            return
        operator = self._operator()
        if round_ == 0 and self._random.random() < 0.06:
            if self._try(SendBackCase(case_id=case_id, reason="现场仍未整改到位"), operator, at):
                self._then(at, 400, 2000, self._report, case_id, handler, 1)
            return
        stars = self._random.choices((5, 4, 3), (60, 30, 10))[0]
        if self._try(VerifyCase(case_id=case_id, opinion="核查属实", stars=stars), operator, at):
            self._then(at, 600, 1800, self._call_back, case_id, operator)

    def _call_back(self, at: datetime, case_id: int, operator: str) -> None:
        said = self._random.choices(tuple(Satisfaction), (45, 38, 8, 4, 5))[0]
        called = self._try(CallBackCase(case_id=case_id, satisfaction=said), operator, at)
        if called and self._random.random() < 0.8:
            self._then(at, 1500, 9000, self._archive, case_id, operator)

    def _archive(self, at: datetime, case_id: int, operator: str) -> None:
        self._try(ArchiveCase(case_id=case_id), operator, at)

    # Chance -------------------------------------------------------------------------------

    def _operator(self) -> str:
        return self._random.choice(("operator", "operator2", "operator3", "operator4"))

    def _stays_open(self, at: datetime, percent: int) -> bool:
        """Tell whether a case of the last days stops here, so that work is left for today."""
        last_days = self._end - at < timedelta(days=OPEN_TAIL_DAYS)
        return last_days and self._random.randint(1, 100) <= percent

    def _then(
        self, at: datetime, least: int, most: int, event: Callable[..., None], *facts: Any
    ) -> None:
        """Let an event follow after so many minutes, in the hours in which people work."""
        when = at + timedelta(minutes=self._random.randint(least, max(least, most)))
        if when.hour < 8:
            when = when.replace(hour=8, minute=30 + when.minute // 3)
        elif when.hour >= 21:
            when = (when + timedelta(days=1)).replace(hour=8, minute=30 + when.minute // 3)
        self._table.put(when, _Later(event, facts))

    def _try(self, command: Command, by: str, at: datetime) -> Result | None:
        """Do what somebody tries; a refusal by a rule is part of the street's life."""
        try:
            return self._do(command, by, at)
        except RecordError:
            return None


@dataclass(frozen=True)
class _Later:
    event: Callable[..., None]
    facts: tuple[Any, ...]

    def __call__(self, at: datetime) -> None:
        self.event(at, *self.facts)
