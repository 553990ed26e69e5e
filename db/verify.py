"""Check a database against every invariant of the record (reliability.md §5.2, I4–I11).

It reads only; it is run by tests, by support and by the nightly job.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Date, DateTime, func, or_, select

from db.audit import plain, verify_chain
from db.engine import Database
from db.model.attachment import attachment, attachment_chunk
from db.model.audit import audit, command_done
from db.model.case import STEP_COLUMNS, case_step, cases, extension_request
from db.model.document import paper
from db.model.handover import handover
from db.model.organisation import street
from db.model.outline import unit_outline
from db.model.setting import counter
from db.model.supervision import notice
from db.queries.papers import altered_papers, paper_name
from db.rules.numbering import (
    FILED_NUMBERS,
    NUMBERING,
    SERIAL_DIGITS,
    Numbered,
    parse_document_number,
)
from db.rules.outlines import digest_of
from db.rules.steps import step_rules
from db.rules.terms import OPEN_STATES, CaseState, ExtensionState
from db.sync import rules_are_in_step, rules_missing

_STEPS = select(
    case_step.c.case_id,
    case_step.c.version,
    case_step.c.kind,
    case_step.c.from_state,
    case_step.c.to_state,
    case_step.c.role,
    case_step.c.changes,
).order_by(case_step.c.case_id, case_step.c.version)


@dataclass(frozen=True)
class Finding:
    """One broken invariant: its code, the object and a detail for support."""

    code: str
    object_kind: str
    object_id: int | str
    detail: str = ""


def verify(database: Database) -> list[Finding]:
    """Return every finding; an empty list is a clean record."""
    with database.reading() as connection:
        return [
            *_rules(connection),
            *_chains(connection),
            *_cases(connection),
            *_standings(connection),
            *_numbers(connection),
            *_search_rows(database, connection),
            *_commands(connection),
            *_files(connection),
            *_outlines(connection),
            *_handovers(connection),
        ]


def _rules(connection: Connection) -> Iterator[Finding]:
    missing = rules_missing(connection)
    if missing or not rules_are_in_step(connection):
        yield Finding("rules_differ", "database", "rules", ", ".join(missing))


def _chains(connection: Connection) -> Iterator[Finding]:
    for street_id in connection.execute(select(street.c.id)).scalars():
        for fault in verify_chain(connection, street_id):
            yield Finding(f"audit_{fault.code}", "audit", fault.seq, str(street_id))


def _cases(connection: Connection) -> Iterator[Finding]:
    """Fold the steps of every case and compare the result with what is stored."""
    wanted = [cases.c[name] for name in ("id", "version", "state", *STEP_COLUMNS)]
    stored = {row[0]: row for row in connection.execute(select(*wanted))}
    initial = {name: _default(name) for name in STEP_COLUMNS}
    legal = {
        (rule.kind.value, int(rule.from_state), int(rule.to_state), rule.role.value)
        for rule in step_rules()
    }
    seen: set[int] = set()
    for case_id, steps in groupby(connection.execute(_STEPS), itemgetter(0)):
        seen.add(case_id)
        folded, version, state = dict(initial), 0, int(CaseState.NEW)
        for step in steps:
            if step.version != version + 1 or step.from_state != state:
                yield Finding("step_gap", "case", case_id, f"version {step.version}")
            if (step.kind, step.from_state, step.to_state, step.role) not in legal:
                yield Finding("step_illegal", "case", case_id, f"version {step.version}")
            version, state = int(step.version), int(step.to_state)
            folded.update(step.changes or {})
        row = stored.get(case_id)
        if row is None:
            yield Finding("case_missing", "case", case_id)
            continue
        yield from _differences(case_id, folded, row[3:])
        if (row.version, row.state) != (version, state):
            yield Finding("case_without_steps", "case", case_id, f"version {row.version}")
    for case_id in stored.keys() - seen:
        yield Finding("case_without_steps", "case", case_id, "no step")


def _standings(connection: Connection) -> Iterator[Finding]:
    """What a state promises: no request out of hand, no return without a term, no lost duplicate.

    An open duplicate is told by its main case; were that one closed, nobody would see either.
    """
    applied = extension_request.c.state == ExtensionState.APPLIED.value
    left_open = (
        select(cases.c.id)
        .join(extension_request, extension_request.c.case_id == cases.c.id)
        .where(applied, cases.c.state != int(CaseState.IN_PROGRESS))
    )
    unanswered = select(cases.c.id).where(
        cases.c.state == int(CaseState.RETURNED), cases.c.return_due_at.is_(None)
    )
    main = cases.alias("main")
    linked = select(cases.c.id).join(main, main.c.id == cases.c.duplicate_of)
    is_open, is_main_open = (
        table.c.state.in_(sorted(map(int, OPEN_STATES))) for table in (cases, main)
    )
    forgotten = linked.where(is_open, ~is_main_open)
    chained = linked.where(main.c.duplicate_of.is_not(None))
    for code, query in (
        ("request_left_open", left_open),
        ("return_without_term", unanswered),
        ("duplicate_left_open", forgotten),
        ("duplicate_of_duplicate", chained),
    ):
        for case_id in connection.execute(query).scalars():
            yield Finding(code, "case", case_id)


def _differences(case_id: int, folded: dict[str, Any], values: Any) -> Iterator[Finding]:
    for name, value in zip(STEP_COLUMNS, values, strict=True):
        told = folded[name]
        # Most are equal as they are; to bring two values to one form costs much more.
        if value is not told and value != told and _comparable(value) != _comparable(told):
            yield Finding("case_differs", "case", case_id, name)


def _default(name: str) -> Any:
    column = cases.c[name]
    if column.server_default is None:
        return None
    given = str(getattr(column.server_default, "arg", ""))
    if isinstance(column.type, (Date, DateTime)):
        return None
    return int(given) if given.lstrip("-").isdigit() else given


def _comparable(value: Any) -> Any:
    value = plain(value)
    return int(value) if isinstance(value, bool) else value


def _numbers(connection: Connection) -> Iterator[Finding]:
    """Counters never lag behind the numbers that were given out; papers have no gap.

    Numbers that the office left out by a command of its own are told by the audit.
    """
    left_out = _left_out(connection)
    taken: dict[tuple[str, int, int], list[int]] = {}
    for row in connection.execute(
        select(notice.c.street_id, notice.c.year, notice.c.serial).where(
            notice.c.serial.is_not(None)
        )
    ):
        taken.setdefault((Numbered.NOTICE.value, row.street_id, row.year), []).append(row.serial)
    for row in connection.execute(
        select(paper.c.kind, paper.c.street_id, paper.c.number).where(
            paper.c.kind.in_([kind.value for kind in FILED_NUMBERS])
        )
    ):
        number = parse_document_number(row.number)
        if number is None:
            yield Finding("notice_numbers", row.kind, row.number)
        else:
            which = (row.kind, row.street_id, number.year)
            taken.setdefault(which, []).append(number.serial)
    for (kind, street_id, year), serials in taken.items():
        without = left_out.get((kind, street_id, year), set())
        if sorted(serials) != [n for n in range(1, max(serials) + 1) if n not in without]:
            yield Finding("notice_numbers", kind, f"{street_id}/{year}")
    known = {
        row.name: row.last
        for row in connection.execute(select(counter).where(counter.c.kind == "case"))
    }
    highest: dict[str, int] = {}
    for number in connection.execute(select(cases.c.number)).scalars():
        # A day beyond 9,999 has longer serials.
        cuts = range(SERIAL_DIGITS, len(number))
        prefix = next((number[:-cut] for cut in cuts if number[:-cut] in known), None)
        if prefix is not None and (serial := number[len(prefix) :]).isdigit():
            highest[prefix] = max(highest.get(prefix, 0), int(serial))
    for prefix, last in highest.items():
        if known[prefix] < last:
            yield Finding("case_counter", "counter", prefix)


def _left_out(connection: Connection) -> dict[tuple[str, int, int], set[int]]:
    """Return the serials of papers that were passed over, by kind, street and year."""
    found: dict[tuple[str, int, int], set[int]] = {}
    entries = connection.execute(
        select(audit.c.street_id, audit.c.diff).where(audit.c.object_kind == NUMBERING)
    )
    for entry in entries:
        for diff in json.loads(entry.diff):
            for name, (following, wanted) in diff["columns"].items():
                kind, _, year = name.partition(" ")
                passed = found.setdefault((kind, entry.street_id, int(year)), set())
                passed.update(range(following, wanted))
    return found


def _search_rows(database: Database, connection: Connection) -> Iterator[Finding]:
    counted = connection.execute(
        select(func.count()).select_from(cases).where(cases.c.search_text != "")
    ).scalar_one()
    indexed = database.ways.count_indexed(connection)
    if counted != indexed:
        yield Finding("search_rows", "search", "case_fts", f"{indexed} of {counted}")


def _commands(connection: Connection) -> Iterator[Finding]:
    """Every done command has its audit entry, and every entry but the founding its command."""
    done = connection.execute(select(func.count()).select_from(command_done)).scalar_one()
    entries = connection.execute(
        select(func.count()).select_from(audit).where(audit.c.command != "FoundStreet")
    ).scalar_one()
    if done != entries:
        yield Finding("audit_incomplete", "audit", "commands", f"{entries} of {done}")


def _files(connection: Connection) -> Iterator[Finding]:
    for row in connection.execute(select(attachment.c.id, attachment.c.sha256)).all():
        digest = hashlib.sha256()
        for piece in connection.execute(
            select(attachment_chunk.c.bytes)
            .where(attachment_chunk.c.attachment_id == row.id)
            .order_by(attachment_chunk.c.n)
        ).scalars():
            digest.update(piece)
        if digest.hexdigest() != row.sha256:
            yield Finding("attachment_altered", "attachment", row.id)
    for street_id in connection.execute(select(street.c.id)).scalars().all():
        for paper_id in altered_papers(connection, street_id):
            yield Finding("paper_altered", "paper", paper_id, paper_name(connection, paper_id))


def _outlines(connection: Connection) -> Iterator[Finding]:
    """The digest of every outline stands in the audit; what is drawn must be what was imported."""
    columns = (unit_outline.c.unit_id, unit_outline.c.parts, unit_outline.c.sha256)
    for unit_id, parts, sha256 in connection.execute(select(*columns)):
        if digest_of(parts) != sha256:
            yield Finding("outline_altered", "unit_outline", unit_id)


def _handovers(connection: Connection) -> Iterator[Finding]:
    """A handover is signed by two people, and not before it was handed over."""
    h = handover.c
    wrong = or_(
        h.giver_id == h.taker_id,
        h.taken_at < h.at,
        h.taken_at.is_not(None) & h.withdrawn_at.is_not(None),
    )
    for handover_id in connection.execute(select(h.id).where(wrong)).scalars():
        yield Finding("handover_signatures", "handover", handover_id)
