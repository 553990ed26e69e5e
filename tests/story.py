"""A street in a temporary database and people who give commands, for tests that tell a story."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from db import audit as audit_chain
from db.accounts import account_id_of
from db.commands import Command, Result, execute
from db.commands.exceptions import GrantExtension, RequestExtension, ReturnCase
from db.commands.flow import (
    AssignCase,
    CallBackCase,
    ReportCase,
    SendBackCase,
    SignForCase,
    VerifyCase,
)
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase, SelfHandleCase
from db.engine import Database, open_database
from db.model.account import account, person
from db.model.case import cases
from db.model.item import item
from db.model.organisation import unit
from db.queries.door import ask
from db.rules.terms import CaseState, ReturnReason, Role, Satisfaction, Source
from db.seed import FirstAccount, found_street
from desktop.founding import street_plan

MONDAY = datetime(2026, 11, 16, 8, 30)

PEOPLE: tuple[tuple[str, Role, str, str], ...] = (
    ("operator", Role.OPERATOR, "ZHS", "值班员甲"),
    ("operator2", Role.OPERATOR, "ZHS", "值班员乙"),
    ("shift_lead", Role.SHIFT_LEAD, "ZHS", "值班长甲"),
    ("leader", Role.LEADER, "LD", "领导甲"),
    ("clerk", Role.CLERK, "ZHS", "打印员甲"),
    ("district", Role.DISTRICT, "QZX", "区值班员"),
    ("auditor", Role.AUDITOR, "ZHS", "审计员甲"),
    ("pcs", Role.HANDLER, "PCS", "民警甲"),
    ("pcs_head", Role.STATION_HEAD, "PCS", "所长甲"),
    ("sfs", Role.HANDLER, "SFS", "司法员甲"),
    ("sfs_head", Role.STATION_HEAD, "SFS", "司法所长甲"),
    ("zzd", Role.HANDLER, "ZZD", "队员甲"),
    ("zzd_head", Role.STATION_HEAD, "ZZD", "中队长甲"),
    ("community", Role.GRID, "330303001004", "永上书记甲"),
    ("grid", Role.GRID, "33030300100401", "网格员甲"),
)
"""Login, role, code of the unit, invented name; the director is the founding's first account."""


class Story:
    """A street and its people; every helper sends the real command to a real database."""

    def __init__(self, database: Database, address: str = "") -> None:
        self.database = database
        self.address = address or str(database.path)
        self.now = MONDAY
        self._known: dict[str, int] = {}

    # The world ---------------------------------------------------------------------

    def unit(self, code: str) -> int:
        """Return the id of a unit by its code."""
        return self._one(self._of_street(unit).where(unit.c.code == code))

    def item(self, code: str) -> int:
        """Return the id of an item by its code."""
        return self._one(self._of_street(item).where(item.c.code == code))

    def street_id(self) -> int:
        """Return the id of the street of the operator."""
        return self._one(select(account.c.street_id).where(account.c.login == "operator"))

    def account(self, login: str) -> int:
        """Return the id of an account."""
        return account_id_of(self.database, login)

    def account_cached(self, login: str) -> int:
        """Return the id of an account, asked for once."""
        return self._cached(f"account {login}", lambda: self.account(login))

    def unit_cached(self, code: str) -> int:
        """Return the id of a unit, asked for once."""
        return self._cached(f"unit {code}", lambda: self.unit(code))

    def later(self, **span: float) -> datetime:
        """Let time pass (arguments of ``timedelta``) and return the new time."""
        self.now += timedelta(**span)
        return self.now

    # Doing and asking ----------------------------------------------------------------

    def do(self, command: Command, *, by: str = "operator", at: datetime | None = None) -> Result:
        """Send a command at the story's time (or at ``at``, which becomes the story's time)."""
        self.now = max(self.now, at or self.now)
        return execute(self.database, command, by=self.account(by), at=self.now)

    def by_hand(self, login: str = "director") -> AbstractContextManager[Connection]:
        """Change as a person what no command changes."""
        return by_hand(self.database, self.account(login), self.street_id())

    def ask(self, query: Callable[..., Any], *args: Any, by: str = "operator", **named: Any) -> Any:
        """Ask a query as a person."""
        return ask(self.database, query, self.account(by), *args, **named)

    def column(self, case_id: int, name: str) -> Any:
        """Return a column of a case as it is stored."""
        return self._one(select(cases.c[name]).where(cases.c.id == case_id))

    def state_of(self, case_id: int) -> CaseState:
        """Return where a case stands."""
        return CaseState(self.column(case_id, "state"))

    # The usual steps -------------------------------------------------------------------

    def facts(self, **changes: Any) -> CaseFacts:
        """Return complete facts of a case, changed as asked."""
        given: dict[str, Any] = {
            "source": Source.HOTLINE_12345,
            "title": "邻居夜间装修噪声",
            "content": "永上社区中心街29号三楼夜间装修，邻居多次交涉无果。",
            "item_id": self.item("MD02"),
            "community_id": self.unit("330303001004"),
            "address": "永上社区中心街29号",
            "reporter_name": "林大明",
            "reporter_phone": "13805770001",
            # Most stories end with the verification; those of the call-back ask for it.
            "wants_call_back": False,
        }
        given.update(changes)
        return CaseFacts(**given)

    def registered(self, *, by: str = "operator", at: datetime | None = None, **facts: Any) -> int:
        """Register a case and return its id."""
        return int(self.do(RegisterCase(facts=self.facts(**facts)), by=by, at=at)["case_id"])

    def self_handled(self, *, by: str = "grid", at: datetime | None = None, **facts: Any) -> int:
        """Let the grid settle a case on the spot, without a spot check."""
        facts.setdefault("source", Source.GRID_REPORT)
        command = SelfHandleCase(facts=self.facts(**facts), result="已当场处置", spot_check=False)
        return int(self.do(command, by=by, at=at)["case_id"])

    def accept(self, case_id: int, *, by: str = "operator", at: datetime | None = None) -> None:
        """Accept a case."""
        self.do(AcceptCase(case_id=case_id, version=None), by=by, at=at)

    def assign(
        self,
        case_id: int,
        lead: str = "SFS",
        *,
        assist: tuple[str, ...] = (),
        inform: tuple[str, ...] = (),
        by: str = "operator",
        at: datetime | None = None,
    ) -> None:
        """Assign a case to units named by their codes."""
        command = AssignCase(
            case_id=case_id,
            lead_id=self.unit(lead),
            assist_ids=tuple(self.unit(code) for code in assist),
            inform_ids=tuple(self.unit(code) for code in inform),
        )
        self.do(command, by=by, at=at)

    def assigned(self, lead: str = "SFS", *, at: datetime | None = None, **facts: Any) -> int:
        """Register, accept and assign a case; return its id."""
        case_id = self.registered(at=at, **facts)
        self.accept(case_id)
        self.assign(case_id, lead)
        return case_id

    def signed(self, lead: str = "SFS", *, at: datetime | None = None, **facts: Any) -> int:
        """Bring a case until its unit has signed for it; return its id."""
        case_id = self.assigned(lead, at=at, **facts)
        self.sign(case_id, by=lead.lower())
        return case_id

    def sign(self, case_id: int, *, by: str = "sfs", at: datetime | None = None) -> None:
        """Sign for a case."""
        self.do(SignForCase(case_id=case_id), by=by, at=at)

    def report(self, case_id: int, *, by: str = "sfs", at: datetime | None = None) -> None:
        """Report a case as done."""
        self.do(ReportCase(case_id=case_id, result="已调解，双方签订协议。"), by=by, at=at)

    def verify(self, case_id: int, *, by: str = "operator", at: datetime | None = None) -> None:
        """Find a case settled."""
        self.do(VerifyCase(case_id=case_id, opinion="电话核实属实"), by=by, at=at)

    def send_back(self, case_id: int, *, by: str = "operator", at: datetime | None = None) -> None:
        """Send a case back for rework."""
        self.do(SendBackCase(case_id=case_id, reason="噪声仍在"), by=by, at=at)

    def give_back(
        self,
        case_id: int,
        *,
        reason: ReturnReason = ReturnReason.NOT_OUR_DUTY,
        by: str = "sfs_head",
        at: datetime | None = None,
    ) -> None:
        """Let a unit return a case."""
        self.do(ReturnCase(case_id=case_id, reason=reason, note="不属本单位职责"), by=by, at=at)

    def call_back(
        self, case_id: int, satisfaction: Satisfaction, *, at: datetime | None = None
    ) -> None:
        """Record what the reporter said."""
        self.do(CallBackCase(case_id=case_id, satisfaction=satisfaction), at=at)

    def extend(
        self, case_id: int, days: int, *, by: str = "sfs", grants: str = "shift_lead"
    ) -> None:
        """Ask for an extension and grant it."""
        asked = self.do(
            RequestExtension(
                case_id=case_id, days=days, reason="当事人外出", progress="已约谈一方"
            ),
            by=by,
        )
        self.do(GrantExtension(case_id=case_id, request_id=asked["request_id"]), by=grants)

    def _cached(self, name: str, look_up: Callable[[], int]) -> int:
        if name not in self._known:
            self._known[name] = look_up()
        return self._known[name]

    def _of_street(self, table: Table) -> Any:
        """Return the query for ids of a table; the oldest first, where there are two streets."""
        return select(table.c.id).order_by(table.c.id).limit(1)

    def _one(self, query: Any) -> Any:
        with self.database.reading() as connection:
            return connection.execute(query).scalar_one()


@contextmanager
def by_hand(database: Database, account_id: int, street_id: int) -> Iterator[Connection]:
    """Change as a person what no command changes; a server asks for an entry behind it."""
    with database.writing(account_id) as connection:
        yield connection
        entry = {
            "at": MONDAY,
            "actor_id": account_id,
            "role": "",
            "command": "ByHand",
            "object_kind": "",
            "object_id": None,
            "client": "",
            "diff": "[]",
        }
        head = audit_chain.newest_head(connection, street_id)
        audit_chain.append(connection, street_id, entry, head)


def found_story(path: Path | str) -> Story:
    """Found 永中街道 with 60 grids and an account for every role in a practice file."""
    database = open_database(str(path), create=True, practice=True, clock=lambda: MONDAY)
    plan = street_plan("永中街道", FirstAccount("director", "", "主任甲"), grids=60)
    founded = found_street(database, plan)
    settle_people(database, founded.street_id, founded.account_id, PEOPLE)
    return Story(database)


def settle_people(
    database: Database,
    street_id: int,
    director: int,
    people: Sequence[tuple[str, Role, str, str]],
    first_id: int = 1,
) -> None:
    """Give every one of some people of a street an account, with ids from ``first_id`` on."""
    with database.writing(director) as connection:
        own = unit.c.street_id == street_id
        codes = {row.code: row.id for row in connection.execute(select(unit).where(own))}
        for index, (login, role, code, name) in enumerate(people, start=first_id):
            connection.execute(
                insert(person).values(id=index, street_id=street_id, unit_id=codes[code], name=name)
            )
            connection.execute(
                insert(account).values(
                    id=index,
                    street_id=street_id,
                    person_id=index,
                    unit_id=codes[code],
                    login=login,
                    role=role.value,
                )
            )
