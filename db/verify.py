"""Check a database against every invariant of the record (reliability.md §5.2, I4–I11).

It reads only; it is run by tests, by support and by the nightly job.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Date, DateTime, func, select, text

from db.audit import plain, verify_chain
from db.engine import Database
from db.model.attachment import attachment, attachment_chunk
from db.model.audit import audit, command_done
from db.model.case import STEP_COLUMNS, case_step, cases
from db.model.document import paper
from db.model.organisation import street
from db.model.setting import counter
from db.model.supervision import notice
from db.rules.steps import StepKind, find_rule
from db.rules.terms import CaseState, Role
from db.sync import rules_are_in_step


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
            *_numbers(connection),
            *_search_rows(connection),
            *_commands(connection),
            *_files(connection),
        ]


def _rules(connection: Connection) -> Iterator[Finding]:
    if not rules_are_in_step(connection):
        yield Finding("rules_differ", "database", "rules")


def _chains(connection: Connection) -> Iterator[Finding]:
    for street_id in connection.execute(select(street.c.id)).scalars():
        for fault in verify_chain(connection, street_id):
            yield Finding(f"audit_{fault.code}", "audit", fault.seq, str(street_id))


def _cases(connection: Connection) -> Iterator[Finding]:
    """Fold the steps of every case and compare the result with what is stored."""
    steps = connection.execute(
        select(case_step).order_by(case_step.c.case_id, case_step.c.version)
    ).mappings()
    folded: dict[str, Any] = {}
    versions: dict[int, tuple[int, int]] = {}
    stored = {
        row["id"]: row
        for row in connection.execute(select(cases).where(cases.c.version >= 0)).mappings()
    }
    current: int | None = None
    for step in steps:
        case_id = int(step["case_id"])
        if case_id != current:
            yield from _compare(current, folded, stored)
            current, folded = case_id, {}
            versions[case_id] = (0, int(CaseState.NEW))
        version, state = versions[case_id]
        if step["version"] != version + 1 or step["from_state"] != state:
            yield Finding("step_gap", "case", case_id, f"version {step['version']}")
        if not _legal(step):
            yield Finding("step_illegal", "case", case_id, f"version {step['version']}")
        versions[case_id] = (int(step["version"]), int(step["to_state"]))
        folded.update(step["changes"] or {})
    yield from _compare(current, folded, stored)
    for case_id, row in stored.items():
        version, state = versions.get(case_id, (0, int(CaseState.NEW)))
        if (row["version"], row["state"]) != (version, state) or version == 0:
            yield Finding("case_without_steps", "case", case_id, f"version {row['version']}")


def _legal(step: Any) -> bool:
    known = StepKind, Role
    if any(
        word not in kind for kind, word in zip(known, (step["kind"], step["role"]), strict=True)
    ):
        return False
    states = (step["from_state"], step["to_state"])
    if any(state not in list(CaseState) for state in states):
        return False
    return (
        find_rule(
            StepKind(step["kind"]),
            CaseState(step["from_state"]),
            CaseState(step["to_state"]),
            Role(step["role"]),
        )
        is not None
    )


def _compare(
    case_id: int | None, folded: dict[str, Any], stored: dict[int, Any]
) -> Iterator[Finding]:
    if case_id is None:
        return
    row = stored.get(case_id)
    if row is None:
        yield Finding("case_missing", "case", case_id)
        return
    for name in STEP_COLUMNS:
        wanted = folded.get(name, _default(name))
        if _comparable(row[name]) != _comparable(wanted):
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
    """Counters never lag behind the numbers that were given out; notices have no gap."""
    taken: dict[tuple[int, int], list[int]] = {}
    for row in connection.execute(
        select(notice.c.street_id, notice.c.year, notice.c.serial).where(
            notice.c.serial.is_not(None)
        )
    ):
        taken.setdefault((row.street_id, row.year), []).append(row.serial)
    for (street_id, year), serials in taken.items():
        if sorted(serials) != list(range(1, len(serials) + 1)):
            yield Finding("notice_numbers", "notice", f"{street_id}/{year}")
    highest: dict[str, int] = {}
    for number in connection.execute(select(cases.c.number)).scalars():
        prefix, serial = number[:-4], number[-4:]
        if serial.isdigit():
            highest[prefix] = max(highest.get(prefix, 0), int(serial))
    known = {
        row.name: row.last
        for row in connection.execute(select(counter).where(counter.c.kind == "case"))
    }
    for prefix, serial in highest.items():
        # A day beyond 9,999 lengthens the serial; its prefix is then cut one digit too long.
        if prefix in known and known[prefix] < serial:
            yield Finding("case_counter", "counter", prefix)


def _search_rows(connection: Connection) -> Iterator[Finding]:
    counted = connection.execute(
        select(func.count()).select_from(cases).where(cases.c.search_text != "")
    ).scalar_one()
    indexed = connection.execute(text("SELECT count(*) FROM case_fts")).scalar_one()
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
    for sheet in connection.execute(select(paper.c.id, paper.c.sha256, paper.c.file)):
        if hashlib.sha256(sheet.file).hexdigest() != sheet.sha256:
            yield Finding("paper_altered", "paper", sheet.id)
