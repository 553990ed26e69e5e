"""What the killed programs do: real commands on a real file, each answer written down at once.

Every function here runs in a process of its own, forked from one that has loaded the program
already, so that fifty of them take seconds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from db import faults
from db.accounts import account_id_of
from db.commands import execute
from db.commands.flow import SignForCase
from db.commands.imports import ImportCases
from db.commands.intake import RegisterCase
from db.commands.notices import IssueNotice
from db.embedded.backup import backup
from db.engine import Database, open_database
from db.errors import RecordError
from db.migrations.runner import OURS, Revisions
from tests.faults.material import facts, import_row
from tests.story import MONDAY

Job = Callable[..., None]


def run(job: Job, fault: str, answers: str, *arguments: Any) -> None:
    """Do a job with a fault point armed; the job tells its answers to a file."""
    faults.arm(fault)
    job(Answers(Path(answers)), *arguments)
    Answers(Path(answers)).tell({"end": faults.passages()})


class Answers:
    """Where a program writes what was acknowledged to it; a kill takes none of it back."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def tell(self, answer: dict[str, Any]) -> None:
        """Write one answer as a line, in one call of the system."""
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(handle, (json.dumps(answer, ensure_ascii=False) + "\n").encode())
        os.close(handle)

    def all(self) -> list[dict[str, Any]]:
        """Return what was written."""
        if not self._path.exists():
            return []
        lines = self._path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


def opened(path: str, revisions: Revisions = OURS) -> Database:
    """Open the street's file at the day of the stories."""
    return open_database(path, clock=lambda: MONDAY, revisions=revisions)


def register(answers: Answers, path: str, count: int, name: str = "register") -> None:
    """Register cases one after another."""
    database = opened(path)
    operator = account_id_of(database, "operator")
    for nth in range(count):
        command = RegisterCase(facts=facts(database), command_id=f"{name}-{nth}")
        answers.tell(execute(database, command, by=operator))
    database.close()


def import_batches(answers: Answers, path: str, batches: int, size: int) -> None:
    """Import lines, some at a time; every batch is one command."""
    database = opened(path)
    operator = account_id_of(database, "operator")
    for nth in range(batches):
        rows = tuple(import_row(nth * size + place) for place in range(size))
        command = ImportCases(
            rows=rows, file_name="列表.xlsx", file_digest="0" * 64, command_id=f"import-{nth}"
        )
        execute(database, command, by=operator)
        answers.tell({"batch": nth})
    database.close()


def found(answers: Answers, path: str) -> None:
    """Make the file of a street."""
    open_database(path, create=True, clock=lambda: MONDAY).close()
    answers.tell({"made": path})


def upgrade(answers: Answers, path: str, revisions: Revisions) -> None:
    """Open a file of an older revision."""
    opened(path, revisions).close()
    answers.tell({"upgraded": path})


def back_up(answers: Answers, path: str, target: str) -> None:
    """Make a backup."""
    backup(Path(path), Path(target), None)
    answers.tell({"backup": target})


def claim(answers: Answers, path: str, case_ids: list[int], start: Any) -> None:
    """Sign for every case as it was before anybody did; tell the won ones and the refusals."""
    database = opened(path)
    handler = account_id_of(database, "sfs")
    start.wait()
    for case_id in case_ids:
        try:
            execute(database, SignForCase(case_id=case_id, version=3), by=handler)
        except RecordError as error:
            answers.tell({"lost": case_id, "kind": type(error).__name__, "code": error.code})
        else:
            answers.tell({"won": case_id})
    database.close()


def make_first(answers: Answers, path: str, start: Any) -> None:
    """Make the file of a street at the same time as others."""
    start.wait()
    found(answers, path)


def hold(answers: Answers, path: str, held: Any, release: Any) -> None:
    """Hold a transaction that writes until it is released, then commit nothing."""
    database = opened(path)
    with database.writing(None):
        held.set()
        release.wait(60)
    database.close()
    answers.tell({"released": True})


def read_as_anybody(answers: Answers, path: str) -> None:
    """Open a file without any right to write, read a case and try to register one."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        database = opened(path)
    except RecordError as error:
        answers.tell({"refused": error.code})
        return
    with database.reading() as connection:
        seen = connection.exec_driver_sql("SELECT count(*) FROM cases").scalar_one()
    operator = account_id_of(database, "operator")
    try:
        execute(database, RegisterCase(facts=facts(database)), by=operator)
        code = ""
    except RecordError as error:
        code = error.code
    answers.tell({"seen": seen, "read_only": database.read_only, "code": code})
    database.close()


def issue(
    answers: Answers, path: str, who: str, days: list[tuple[list[int], datetime]], start: Any
) -> None:
    """Sign notices day by day, as fast as they can be signed."""
    database = opened(path)
    signer = account_id_of(database, who)
    start.wait()
    for notices, day in days:
        for notice_id in notices:
            answers.tell(execute(database, IssueNotice(notice_id=notice_id), by=signer, at=day))
    database.close()
