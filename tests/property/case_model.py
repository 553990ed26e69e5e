"""A case as domain.md §1.3–1.7 tells it, in plain Python and without the program's own rules.

Each method answers whether an action may be taken; the machine compares that with the record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

WAITING, ACCEPTED, ASSIGNED, WORKING, DONE = 20, 30, 40, 50, 60
CLOSED, CALLING, ARCHIVED, RETURNED, PAUSED, DISTRICT, VOID = 70, 75, 80, 85, 90, 92, 95
LIVE = {WAITING, ACCEPTED, ASSIGNED, WORKING, DONE, RETURNED, PAUSED, DISTRICT}
ROOM = "ZHS"

ROLES = {
    "operator": "operator", "operator2": "operator", "shift_lead": "lead", "director": "director",
    "leader": "leader", "clerk": "clerk", "auditor": "auditor", "district": "district",
    "sfs": "unit", "pcs": "unit", "zzd": "unit", "grid": "head", "community": "head",
    "sfs_head": "head", "pcs_head": "head", "zzd_head": "head",
}  # fmt: skip
UNITS = {
    "sfs": "SFS", "pcs": "PCS", "zzd": "ZZD", "sfs_head": "SFS", "pcs_head": "PCS",
    "zzd_head": "ZZD", "grid": "33030300100401", "community": "330303001004", "district": "QZX",
    "leader": "LD",
}  # fmt: skip
SIGNERS = {1: "shift_lead", 100: "director", 200: "leader"}
"""Level of supervision → who signs it (domain.md §1.4)."""


FINISHED = {CLOSED, CALLING, ARCHIVED}


def of_room(who: str) -> bool:
    return ROLES[who] in ("operator", "lead", "director")


def of_leads(who: str) -> bool:
    return ROLES[who] in ("lead", "director")


def of_unit(who: str) -> bool:
    return ROLES[who] in ("unit", "head")


def unit_of(who: str) -> str:
    return UNITS.get(who, ROOM)


def close_after(start: datetime, workdays: int) -> datetime:
    """Count working days one by one; the weeks of these stories hold no holiday."""
    day = start
    while workdays:
        day += timedelta(days=1)
        workdays -= day.weekday() < 5
    return day.replace(hour=17, minute=30, second=0)


@dataclass
class CaseModel:
    """What is known of one case."""

    id: int
    state: int
    holder: str
    place: str
    wants_call: bool = False
    version: int = 1
    lead: str = ""
    owing: set[str] = field(default_factory=set)
    assists: set[str] = field(default_factory=set)
    returns: int = 0
    extensions: int = 0
    extended: int = 0
    asked: int = 0
    request: int | None = None
    paused_from: int | None = None
    urged: bool = False
    main: int | None = None
    card: int = -1
    called: bool = False

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def is_own_work(self) -> bool:
        """A duplicate is told, handled and counted by its main case."""
        return self.main is None

    def holds(self, who: str) -> bool:
        return of_unit(who) and unit_of(who) == self.holder

    def forget_request_unless_working(self) -> None:
        """Nobody may answer a request once the case has left the hands that asked."""
        if self.state != WORKING:
            self.request = None

    def may_accept(self, who: str) -> bool:
        return of_room(who) and self.state == WAITING

    def may_void(self, who: str) -> bool:
        return of_leads(who) and self.is_live

    def may_assign(self, who: str) -> bool:
        if self.state == ACCEPTED:
            return of_room(who)
        if self.state in (RETURNED, ASSIGNED, WORKING) and self.returns < 2:
            return of_room(who)
        return self.state in (RETURNED, ASSIGNED, WORKING) and who == "director"

    def may_sign(self, who: str) -> bool:
        return self.state == ASSIGNED and self.holds(who)

    def may_note(self, who: str) -> bool:
        return (self.is_live and of_room(who)) or (self.state == WORKING and self.holds(who))

    def may_reply(self, who: str) -> bool:
        helps = of_unit(who) and unit_of(who) in self.assists
        return helps and self.state in (ASSIGNED, WORKING)

    def may_report(self, who: str) -> bool:
        return self.state == WORKING and self.holds(who) and not self.owing

    def may_verify(self, who: str) -> bool:
        return self.state == DONE and of_room(who)

    def may_give_back(self, who: str, in_time: bool) -> bool:
        sends = self.holds(who) and ROLES[who] == "head"
        return self.state == ASSIGNED and sends and self.returns < 2 and in_time

    def may_reject_return(self, who: str) -> bool:
        return self.state == RETURNED and of_leads(who) and self.returns < 2

    def may_ask(self, who: str, days: int, in_time: bool) -> bool:
        fits = 1 <= days <= min(3, 15 - self.extended)
        free = self.request is None and self.extensions < 2
        return self.state == WORKING and self.holds(who) and free and fits and in_time

    def may_decide(self, who: str, grant: bool) -> bool:
        decides = who in ("director", "leader") or (who == "shift_lead" and self.extensions < 1)
        open_ = self.request is not None and (self.extensions < 2 or not grant)
        return self.state == WORKING and decides and open_

    def may_suspend(self, who: str) -> bool:
        states = (ACCEPTED, ASSIGNED, WORKING, RETURNED, DISTRICT)
        return who == "director" and self.state in states

    def may_resume(self, who: str) -> bool:
        return who == "director" and self.state == PAUSED

    def may_escalate(self, who: str) -> bool:
        return of_leads(who) and self.state in (ACCEPTED, WORKING, RETURNED)

    def may_leave_district(self, who: str) -> bool:
        return (of_room(who) or who == "district") and self.state == DISTRICT

    def may_call(self, who: str) -> bool:
        return of_room(who) and self.state in (CLOSED, CALLING)

    def may_reopen(self, who: str) -> bool:
        return of_leads(who) and self.state in (CLOSED, CALLING) and self.main is None

    def may_archive(self, who: str) -> bool:
        ripe = self.state == CLOSED or (self.state == CALLING and self.called)
        return of_room(who) and ripe

    def may_urge(self, who: str, on: bool) -> bool:
        marks = of_leads(who) or who == "leader"
        return marks and self.is_live and self.urged != on

    def may_link(self, who: str, main: CaseModel, has_duplicates: bool) -> bool:
        fits = main.id != self.id and main.main is None and main.state != VOID
        return of_room(who) and self.is_live and self.main is None and fits and not has_duplicates

    def may_unlink(self, who: str) -> bool:
        seen = self.is_live or self.state in (CLOSED, CALLING)
        return of_room(who) and self.main is not None and seen

    def may_remind(self, who: str) -> bool:
        return of_room(who) and self.is_live and self.state != PAUSED

    def may_supervise(self, level: int) -> bool:
        return self.is_live and level > self.card and bool(self.lead)

    def may_attach(self, who: str) -> bool:
        if of_room(who):
            return self.is_live or self.state in (CLOSED, CALLING)
        return self.is_live and self.state != PAUSED and self.holds(who)


def close_linked(known: list[CaseModel], main: CaseModel) -> None:
    """Close what doubles a case with it, however it ended."""
    for other in known:
        if other.main == main.id and other.is_live:
            other.state, other.version = CLOSED, other.version + 1
