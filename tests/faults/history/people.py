"""Simulated people: each gives one command after another and believes only what was answered."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from db.commands import Command, execute
from db.commands.door import new_command_id
from db.commands.flow import AssignCase, ReportCase, SignForCase, VerifyCase
from db.commands.intake import AcceptCase, CaseFacts, RegisterCase
from db.engine import Database, open_database
from db.errors import DatabaseAway, OpeningError, RecordError
from db.model.case import cases
from db.queries.door import Reader, ask
from tests.faults.history.entries import Entry, Log, Look, Outcome
from tests.story import MONDAY

ROOM = ("operator", "operator2", "shift_lead", "director") * 2
STATIONS = {"sfs": "SFS", "pcs": "PCS", "zzd": "ZZD"}
LEADER = "leader"
PEOPLE_AT_WORK = {*ROOM, *STATIONS}
"""Those who give commands; the leader looks on."""
LOOKS_EVERY = 5
PAUSE_SECONDS = 0.05
LAST_SECONDS = 30.0
"""How long after the end of the run a person still asks what became of the last command."""
STATE = {20: "accept", 30: "assign", 40: "sign", 50: "report", 60: "verify"}


@dataclass
class Known:
    """A case as somebody last saw it."""

    version: int
    state: int
    station: str = ""


@dataclass
class Board:
    """What people tell each other of cases; often out of date, as in life."""

    known: dict[int, Known] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, case_id: int, version: int, state: int, station: str = "") -> None:
        """Tell where a case stands."""
        with self.lock:
            before = self.known.get(case_id)
            if before is None or before.version < version:
                kept = station or (before.station if before else "")
                self.known[case_id] = Known(version, state, kept)

    def pick(
        self, chance: random.Random, wanted: Callable[[Known], bool]
    ) -> tuple[int, Known] | None:
        """Return one of the cases that somebody has work with."""
        with self.lock:
            found = [(id_, case) for id_, case in self.known.items() if wanted(case)]
        return chance.choice(found[-40:]) if found else None


@dataclass
class Street:
    """What everybody knows of the street: accounts, units, an item."""

    accounts: dict[str, int]
    units: dict[str, int]
    item: int
    community: int


@dataclass
class Person:
    """Somebody with a connection of his own, in a thread of his own."""

    login: str
    address: str
    street: Street
    board: Board
    log: Log
    ends: threading.Event
    seed: int

    def run(self) -> None:
        """Work until the end, and until what is under way is known."""
        self.chance = random.Random(self.seed)
        self.database = self._opened()
        try:
            nth = 0
            while not self.ends.is_set():
                nth += 1
                done = self._work()
                if done is not None and nth % LOOKS_EVERY == 0:
                    self._look(*done)
        finally:
            self.database.close()

    # What a person does ---------------------------------------------------------------------

    def _work(self) -> tuple[int, int] | None:
        """Give one command; return case and version where it was acknowledged."""
        if self.login in STATIONS:
            mine = self.login
            found = self.board.pick(
                self.chance, lambda case: case.state in (40, 50) and case.station == mine
            )
        elif self.login == LEADER:
            found = None
        else:
            found = self.board.pick(self.chance, lambda case: case.state in (20, 30, 60))
            if found is None or self.chance.random() < 0.45:
                return self._give("register", self._registration(), None, None)
        if found is None:
            time.sleep(PAUSE_SECONDS / 5)
            return None
        case_id, case = found
        # Now and then somebody acts on what stands no more.
        version = case.version - (1 if self.chance.random() < 0.05 else 0)
        kind = STATE[case.state]
        return self._give(kind, self._step(kind, case_id, version), case_id, version)

    def _registration(self) -> Command:
        command_id = new_command_id()
        facts = CaseFacts(
            content=f"演练：命令{command_id}",
            item_id=self.street.item,
            community_id=self.street.community,
        )
        return RegisterCase(command_id=command_id, facts=facts)

    def _step(self, kind: str, case_id: int, version: int | None) -> Command:
        on: dict[str, Any] = {"case_id": case_id, "version": version}
        if kind == "accept":
            return AcceptCase(**on)
        if kind == "assign":
            self._station = self.chance.choice(sorted(STATIONS))
            return AssignCase(**on, lead_id=self.street.units[STATIONS[self._station]])
        if kind == "sign":
            return SignForCase(**on)
        if kind == "report":
            return ReportCase(**on, result="已处置。")
        return VerifyCase(**on, opinion="属实")

    def _give(
        self, kind: str, command: Command, case_id: int | None, version: int | None
    ) -> tuple[int, int] | None:
        """Send a command until it is known what became of it, always by the same id."""
        invoked, tries, told = time.monotonic_ns(), 0, None
        outcome, result, code = Outcome.INFO, {}, ""
        while told is None and not self._gives_up():
            tries += 1
            try:
                result = self._execute(self._again(command, tries))
                told = Outcome.OK
            except DatabaseAway as error:
                code = error.code
                told = self._believes(error)
                time.sleep(PAUSE_SECONDS)
            except RecordError as error:
                told, code = Outcome.FAIL, error.code
        outcome = told or outcome
        self.log.write(
            Entry(
                command.command_id,
                self.login,
                kind,
                result.get("case_id", case_id),
                version,
                invoked,
                time.monotonic_ns(),
                outcome,
                result.get("version"),
                result.get("number", ""),
                code,
                tries,
            )
        )
        if outcome is Outcome.OK and result:
            station = self._station if kind == "assign" else ""
            self.board.tell(result["case_id"], result["version"], result["state"], station)
            return result["case_id"], result["version"]
        if outcome is Outcome.FAIL and case_id is not None:
            self._read_anew(case_id)
        return None

    def _look(self, case_id: int, at_least: int) -> None:
        """See what was just acknowledged; a server that is away is asked again."""
        seen = self._asked(case_id)
        if seen is not None:
            self.log.look(Look(self.login, case_id, at_least, seen[0]))

    def _read_anew(self, case_id: int) -> None:
        seen = self._asked(case_id)
        if seen is not None and seen[0] is not None:
            self.board.tell(case_id, seen[0], seen[1])

    def _asked(self, case_id: int) -> tuple[int | None, int] | None:
        while not self._gives_up():
            try:
                return ask(self.database, standing, self.street.accounts[self.login], case_id)
            except DatabaseAway:
                time.sleep(PAUSE_SECONDS)
        return None

    # What a careless program would do otherwise -----------------------------------------------

    def _execute(self, command: Command) -> dict[str, Any]:
        return execute(self.database, command, by=self.street.accounts[self.login])

    def _again(self, command: Command, tries: int) -> Command:
        """Return what is sent: the same, whatever happened before."""
        return command

    def _believes(self, error: DatabaseAway) -> Outcome | None:
        """Return what no answer means: that nothing is known."""
        return None

    # Inside -----------------------------------------------------------------------------------

    def _gives_up(self) -> bool:
        if not self.ends.is_set():
            return False
        self._since = getattr(self, "_since", time.monotonic())
        return time.monotonic() - self._since > LAST_SECONDS

    def _opened(self) -> Database:
        while True:
            try:
                return open_database(self.address, clock=lambda: MONDAY)
            except OpeningError:
                if self._gives_up():
                    raise
                time.sleep(PAUSE_SECONDS)


class NaivePerson(Person):
    """Sends a fresh command after a lost answer."""

    def _again(self, command: Command, tries: int) -> Command:
        return command if tries == 1 else replace(command, command_id=new_command_id())


class HastyPerson(Person):
    """Takes no answer for a good answer."""

    def _believes(self, error: DatabaseAway) -> Outcome | None:
        return Outcome.OK


class CarelessPerson(Person):
    """Writes over whatever others did meanwhile: no version goes with the command."""

    def _step(self, kind: str, case_id: int, version: int | None) -> Command:
        return super()._step(kind, case_id, None)


def standing(reader: Reader, case_id: int) -> tuple[int | None, int]:
    """Return version and state of a case as a person sees it."""
    row = reader.connection.execute(
        select(cases.c.version, cases.c.state).where(cases.c.id == case_id)
    ).one_or_none()
    return (None, 0) if row is None else (row.version, row.state)
