"""Judge a history by what the server holds in the end (reliability.md §5.2, I1–I12)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row

from db.engine import open_database
from db.verify import verify
from tests.faults.history.entries import Entry, Log, Outcome
from tests.faults.history.people import STATIONS
from tests.story import MONDAY

ROOM_ROLES = {"operator", "shift_lead", "director"}
STATION_ROLES = {"handler", "station_head"}
LEGAL: dict[tuple[str, int], tuple[set[int], set[str]]] = {
    ("register", 0): ({20}, ROOM_ROLES),
    ("accept", 20): ({30}, ROOM_ROLES),
    ("assign", 30): ({40}, ROOM_ROLES),
    ("sign_for", 40): ({50}, STATION_ROLES),
    ("report", 50): ({60}, STATION_ROLES),
    ("verify", 60): ({70, 75}, ROOM_ROLES),
}
"""Step and state before it → where it may lead, and who may take it; by hand, not from ours."""
STEP_OF = {"sign": "sign_for"}
COMMANDS = {
    "register": "RegisterCase",
    "accept": "AcceptCase",
    "assign": "AssignCase",
    "sign": "SignForCase",
    "report": "ReportCase",
    "verify": "VerifyCase",
}
FOUNDING = "FoundStreet"
"""What the audit tells of a street's beginning, which is no command."""
_NUMBER = re.compile(r"(\D*\d{8})(\d{4,})")
_TOKEN = re.compile(r"命令([0-9a-f-]{36})")


@dataclass(frozen=True)
class Held:
    """Everything that the server holds and the checker asks about."""

    cases: list[Any]
    steps: dict[int, list[Any]]
    done: dict[str, Any]
    audit: list[Any]
    logins: dict[int, str]
    parts: dict[str, set[int]]
    """Station → cases in which its unit has a part."""
    seen: dict[str, set[int]]
    """Station → cases that its person sees over a connection of its own."""
    findings: list[Any]
    """What our own verification finds."""


def read_all(address: str, address_of: dict[str, str]) -> Held:
    """Read it as the owner, and the lists of the stations as their people."""
    with psycopg.connect(address, row_factory=namedtuple_row) as raw:
        raw.execute("SET search_path = app")
        all_cases = raw.execute("SELECT * FROM cases ORDER BY id").fetchall()
        steps: dict[int, list[Any]] = defaultdict(list)
        for step in raw.execute("SELECT * FROM case_step ORDER BY case_id, version"):
            steps[step.case_id].append(step)
        done = {row.command_id: row for row in raw.execute("SELECT * FROM command_done")}
        audit = raw.execute("SELECT * FROM audit ORDER BY street_id, seq").fetchall()
        logins = {row.id: row.login for row in raw.execute("SELECT id, login FROM account")}
        parts = {
            login: {
                row.case_id
                for row in raw.execute(
                    "SELECT case_id FROM case_unit JOIN unit ON unit.id = unit_id WHERE code = %s",
                    (code,),
                )
            }
            for login, code in STATIONS.items()
        }
    seen = {}
    for login, theirs in address_of.items():
        with psycopg.connect(theirs) as raw:
            seen[login] = {row[0] for row in raw.execute("SELECT id FROM app.cases")}
    database = open_database(address, clock=lambda: MONDAY)
    findings = list(verify(database))
    database.close()
    return Held(all_cases, dict(steps), done, audit, logins, parts, seen, findings)


def faults(log: Log, held: Held, before: frozenset[str]) -> list[str]:
    """Return what is wrong, each with its invariant; ``before``: commands done before the run."""
    looks = _Looks(log, held, before)
    return [
        f"{name}: {words}"
        for name, find in (
            ("I1", looks.acknowledged_is_there_once),
            ("I2", looks.refused_is_absent),
            ("I3", looks.unknown_is_there_at_most_once),
            ("I4", looks.nothing_came_from_nowhere),
            ("I5", looks.versions_have_no_gap),
            ("I6", looks.steps_are_legal),
            ("I7", looks.steps_fold_to_the_state),
            ("I8", looks.nothing_was_written_over),
            ("I9", looks.order_is_that_of_real_time),
            ("I10", looks.audit_tells_what_was_done),
            ("I11", looks.numbers_have_no_gap),
            ("I12", looks.people_see_what_is_theirs),
        )
        for words in find()
    ]


class _Looks:
    def __init__(self, log: Log, held: Held, before: frozenset[str]) -> None:
        self._entries = log.entries()
        self._looks = log.looks()
        self._held = held
        self._before = before
        self._by_token: Counter[str] = Counter()
        for case in held.cases:
            found = _TOKEN.search(case.content or "")
            if found:
                self._by_token[found.group(1)] += 1
        self._steps = {
            (step.case_id, step.version): step for steps in held.steps.values() for step in steps
        }

    def _with(self, *outcomes: Outcome) -> Iterator[Entry]:
        return (entry for entry in self._entries if entry.outcome in outcomes)

    def acknowledged_is_there_once(self) -> Iterator[str]:
        for entry in self._with(Outcome.OK):
            if entry.command_id not in self._held.done:
                yield f"{entry.kind} {entry.command_id} was acknowledged and is lost"
            if entry.kind == "register" and self._by_token[entry.command_id] != 1:
                yield f"{entry.command_id} made {self._by_token[entry.command_id]} cases"

    def refused_is_absent(self) -> Iterator[str]:
        for entry in self._with(Outcome.FAIL):
            if entry.command_id in self._held.done or self._by_token[entry.command_id]:
                yield f"{entry.kind} {entry.command_id} was refused ({entry.code}) and is there"

    def unknown_is_there_at_most_once(self) -> Iterator[str]:
        for entry in self._with(Outcome.INFO):
            if self._by_token[entry.command_id] > 1:
                yield f"{entry.command_id} made {self._by_token[entry.command_id]} cases"

    def nothing_came_from_nowhere(self) -> Iterator[str]:
        invoked = {entry.command_id for entry in self._entries} | self._before
        for command_id in self._held.done.keys() - invoked:
            yield f"nobody gave {command_id}"
        for token in self._by_token.keys() - invoked:
            yield f"nobody registered {token}"

    def versions_have_no_gap(self) -> Iterator[str]:
        for case in self._held.cases:
            found = [step.version for step in self._held.steps.get(case.id, [])]
            if found != list(range(1, len(found) + 1)) or case.version != len(found):
                yield f"case {case.number} has versions {found}, stands at {case.version}"
        owners = Counter(
            (entry.case_id, entry.version)
            for entry in self._with(Outcome.OK)
            if entry.version is not None
        )
        for (case_id, version), count in owners.items():
            if count > 1:
                yield f"version {version} of {case_id} was acknowledged {count} times"

    def steps_are_legal(self) -> Iterator[str]:
        for step in self._steps.values():
            targets, roles = LEGAL.get((step.kind, step.from_state), (set(), set()))
            if step.to_state not in targets or step.role not in roles:
                yield f"{step.kind} {step.from_state} → {step.to_state} by {step.role}"
        for steps in self._held.steps.values():
            for first, second in pairwise(steps):
                if first.to_state != second.from_state:
                    yield f"{second.kind} begins at {second.from_state}, not {first.to_state}"

    def steps_fold_to_the_state(self) -> Iterator[str]:
        for case in self._held.cases:
            steps = self._held.steps.get(case.id, [])
            if not steps or steps[-1].to_state != case.state:
                yield f"case {case.number} stands at {case.state}"
            leads = [step.target_id for step in steps if step.kind == "assign"]
            if leads and case.lead_id != leads[-1]:
                yield f"case {case.number} is with {case.lead_id}, assigned to {leads[-1]}"
        yield from (str(finding) for finding in self._held.findings)

    def nothing_was_written_over(self) -> Iterator[str]:
        for entry in self._with(Outcome.OK):
            if entry.from_version is None or entry.case_id is None:
                continue
            step = self._steps.get((entry.case_id, entry.from_version + 1))
            kind = STEP_OF.get(entry.kind, entry.kind)
            if step is None or (step.kind, self._held.logins[step.actor_id]) != (kind, entry.login):
                yield f"{entry.kind} by {entry.login} from version {entry.from_version}"

    def order_is_that_of_real_time(self) -> Iterator[str]:
        by_case: dict[int, list[Entry]] = defaultdict(list)
        for entry in self._with(Outcome.OK):
            if entry.case_id is not None and entry.version is not None:
                by_case[entry.case_id].append(entry)
        for entries in by_case.values():
            ordered = sorted(entries, key=lambda entry: entry.version or 0)
            for place, later in enumerate(ordered):
                for earlier in ordered[:place]:
                    if later.completed < earlier.invoked:
                        yield f"{later.kind} of {later.case_id} was done before it was begun"

    def audit_tells_what_was_done(self) -> Iterator[str]:
        def tally(rows: Any) -> Counter[tuple[str, str]]:
            return Counter((self._held.logins.get(row.actor_id, ""), row.command) for row in rows)

        commands = [row for row in self._held.audit if row.command != FOUNDING]
        if (told := tally(commands)) != (done := tally(self._held.done.values())):
            yield f"audit tells {told - done} too much and {done - told} too little"
        for entry in self._with(Outcome.OK):
            row = self._held.done.get(entry.command_id)
            if row is None:
                continue
            who = (self._held.logins.get(row.actor_id), row.command)
            if who != (entry.login, COMMANDS[entry.kind]):
                yield f"{entry.command_id} of {entry.login} is told of {who}"
        for street, rows in _by_street(self._held.audit).items():
            for nth, row in enumerate(rows, start=1):
                if row.seq != nth or (nth > 1 and row.previous != rows[nth - 2].hash):
                    yield f"the chain of {street} breaks at {row.seq}"

    def numbers_have_no_gap(self) -> Iterator[str]:
        by_day: dict[str, list[int]] = defaultdict(list)
        for case in self._held.cases:
            prefix, serial = _parts(case.number)
            by_day[prefix].append(serial)
        for prefix, serials in by_day.items():
            if sorted(serials) != list(range(1, len(serials) + 1)):
                yield f"numbers of {prefix}: {len(serials)} cases, highest {max(serials)}"
        serial_of = {case.id: _parts(case.number)[1] for case in self._held.cases}
        ordered = sorted(
            (entry for entry in self._with(Outcome.OK) if entry.kind == "register"),
            key=lambda entry: entry.completed,
        )
        for first, second in pairwise(ordered):
            if first.completed < second.invoked and (
                serial_of.get(first.case_id or 0, 0) > serial_of.get(second.case_id or 0, 1 << 60)
            ):
                yield f"{first.number} was told before {second.number} was begun"

    def people_see_what_is_theirs(self) -> Iterator[str]:
        for look in self._looks:
            if look.seen is None or look.seen < look.at_least:
                yield f"{look.login} saw {look.seen} of {look.case_id} after {look.at_least}"
        for login, seen in self._held.seen.items():
            if seen != self._held.parts[login]:
                more, less = seen - self._held.parts[login], self._held.parts[login] - seen
                yield f"{login} sees {len(more)} that are others' and misses {len(less)}"


def _parts(number: str) -> tuple[str, int]:
    """Split a number into its letters with the day, and the serial."""
    found = _NUMBER.fullmatch(number)
    assert found is not None, number
    return found.group(1), int(found.group(2))


def _by_street(rows: list[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.street_id].append(row)
    return found
