"""The check of the record finds whatever was changed past the door; it can fail."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from db.commands.attachments import AttachFile
from db.commands.handovers import HandOver
from db.commands.outlines import ImportOutlines
from db.embedded.connection import add_functions, connect
from db.engine import Database, open_database
from db.rules.outlines import OutlineFeature
from db.rules.shifts import Shift
from db.verify import verify
from tests.story import MONDAY, Story


@pytest.fixture(scope="session")
def lived(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A street in which a case went its way and a file was attached."""
    path = Path(shutil.copyfile(founded, tmp_path_factory.mktemp("lived") / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY)
    story = Story(database)
    story.registered()
    case_id = story.signed("SFS")
    story.later(minutes=30)
    story.extend(case_id, 1)
    story.report(case_id)
    story.verify(case_id)
    ring = [[120.8, 27.9], [120.81, 27.9], [120.81, 27.91], [120.8, 27.9]]
    outline = OutlineFeature(
        code="33030300100401", geometry={"type": "Polygon", "coordinates": [ring]}
    )
    story.do(ImportOutlines(features=(outline,), source="图"), by="director")
    story.do(AttachFile(case_id=case_id, name="现场.txt", data=b"what was seen"))
    story.do(HandOver(taker_id=story.account("operator2"), shift=Shift.DAY))
    assert verify(database) == []
    database.close()
    return path


def tampered(path: Path, *statements: str) -> None:
    """Change the file as somebody would who has it and a tool: the guards are gone."""
    connection = connect(path, None)
    add_functions(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in guards:
        connection.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        connection.execute(statement)
    connection.close()


CASE = "(SELECT max(id) FROM cases)"
STEP = f"(SELECT id FROM case_step WHERE case_id = {CASE} AND version = 3)"
TAMPERINGS = {
    "a case edited": (f"UPDATE cases SET title = 'x' WHERE id = {CASE}", "case_differs"),
    "a case put back": (f"UPDATE cases SET state = 10 WHERE id = {CASE}", "case_without_steps"),
    "a case deleted": (f"DELETE FROM cases WHERE id = {CASE}", "case_missing"),
    "its steps deleted": (f"DELETE FROM case_step WHERE case_id = {CASE}", "case_without_steps"),
    "a step deleted": (f"DELETE FROM case_step WHERE id = {STEP}", "step_gap"),
    "a step by another role": (
        f"UPDATE case_step SET role = 'auditor' WHERE id = {STEP}",
        "step_illegal",
    ),
    "a step of no kind": (f"UPDATE case_step SET kind = 'magic' WHERE id = {STEP}", "step_illegal"),
    "an audit row edited": ("UPDATE audit SET actor_id = 7 WHERE seq = 3", "audit_row_altered"),
    "an audit row deleted": ("DELETE FROM audit WHERE seq = 3", "audit_row_missing"),
    "the last audit row deleted": (
        "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
        "audit_head_off",
    ),
    "a link of the audit": ("UPDATE audit SET previous = 'x' WHERE seq = 3", "audit_link_broken"),
    "a command without its entry": (
        "DELETE FROM command_done WHERE rowid = 2",
        "audit_incomplete",
    ),
    "a counter behind a serial of five digits": (
        "UPDATE cases SET number = substr(number, 1, length(number) - 4) || '12345'"
        " WHERE id = (SELECT max(id) FROM cases)",
        "case_counter",
    ),
    "a counter put back": ("UPDATE counter SET last = 1 WHERE kind = 'case'", "case_counter"),
    "the index emptied": ("DELETE FROM case_fts WHERE rowid > 0", "search_rows"),
    "a file altered": ("UPDATE attachment_chunk SET bytes = x'00'", "attachment_altered"),
    "an outline moved": ("UPDATE unit_outline SET parts = '[]'", "outline_altered"),
    "a request kept open": (
        "UPDATE extension_request SET state = 'applied'",
        "request_left_open",
    ),
    "a return without a term": (
        f"UPDATE cases SET state = 85 WHERE id = {CASE}",
        "return_without_term",
    ),
    "a duplicate of a duplicate": (
        f"UPDATE cases SET state = 50, duplicate_of = id WHERE id = {CASE}",
        "duplicate_of_duplicate",
    ),
    "an open duplicate of a closed case": (
        f"UPDATE cases SET state = 50, duplicate_of = {CASE} WHERE id <> {CASE}",
        "duplicate_left_open",
    ),
    "a handover to oneself": ("UPDATE handover SET taker_id = giver_id", "handover_signatures"),
    "a handover signed too early": (
        "UPDATE handover SET taken_at = '2026-01-01 00:00:00.000000'",
        "handover_signatures",
    ),
    "rules of another program": ("UPDATE app_meta SET rules_hash = 'x'", "rules_differ"),
}


@pytest.mark.parametrize(
    ("statement", "code"), TAMPERINGS.values(), ids=[name for name in TAMPERINGS]
)
def test_the_check_finds(lived: Path, tmp_path: Path, statement: str, code: str) -> None:
    path = Path(shutil.copyfile(lived, tmp_path / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY + timedelta(hours=1))
    tampered(path, statement)
    assert code in {finding.code for finding in verify(database)}
    database.close()


def test_two_audit_rows_that_changed_places_are_found(
    lived: Path, tmp_path: Path, opened: Callable[[Path], Database]
) -> None:
    path = Path(shutil.copyfile(lived, tmp_path / "street.db"))
    tampered(
        path,
        "UPDATE audit SET seq = -3 WHERE seq = 3",
        "UPDATE audit SET seq = 3 WHERE seq = 4",
        "UPDATE audit SET seq = 4 WHERE seq = -3",
    )
    codes = {finding.code for finding in verify(opened(path))}
    assert {"audit_row_altered", "audit_link_broken"} <= codes
