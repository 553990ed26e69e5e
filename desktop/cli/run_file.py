"""``run``: commands from a file, one JSON object a line, one result a line.

A line is ``{"do": "AssignCase", "as": "operator", "at": "2026-11-16T09:00", "name": "x", …}``.

* ``do`` names the command, ``as`` the account (login or person), ``at`` sets the clock of a
  practice database, ``name`` lets later lines say ``@name``. A command that has a field ``name``
  of its own (AddUnit, AddItem …) takes it as both; ``ref`` names a line without being a field.
* ``@x`` takes the first ``…_id`` of the result of line x, ``@x.request_id`` a key by its name.
* Everything else is a field of the command; ``building.py`` tells how a field is written.
"""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.cli.desk import CLIENT, Desk, account_of, database_of
from desktop.cli.options import DatabaseOption, JsonOption, Options, PersonOption, chosen
from desktop.cli.output import refuse, say, written

if TYPE_CHECKING:
    from db.commands import Result
    from db.engine import Database
    from desktop.cli.names import Names

_RESERVED = ("do", "as", "at", "ref")


def run(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="文件", help="JSON 行文件，- 为标准输入")],
    keep_going: Annotated[bool, typer.Option("--keep-going", help="有一行被拒绝也继续")] = False,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """执行文件里的命令，一行一个 JSON 对象，一行一个结果。"""
    options = chosen(context, database, person, json)
    with database_of(options) as opened:
        runner = _Runner(opened, options, file.parent)
        for number, line in _lines(file):
            if not runner.carry_out(number, line) and not keep_going:
                raise typer.Exit(1)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines that say something; ``#`` and ``//`` begin a remark."""
    from desktop.exchange.faults import ExchangeError

    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as fault:
        raise ExchangeError("file_missing", path=str(path)) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise ExchangeError("file_unreadable", path=str(path)) from fault
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith(("#", "//")):
            yield number, line


class _Runner:
    """Carries lines out one after the other and remembers what they gave."""

    def __init__(self, database: Database, options: Options, folder: Path) -> None:
        self._database = database
        self._options = options
        self._folder = folder
        self._desks: dict[str | None, tuple[Desk, Names]] = {}
        self._results: dict[str, Result] = {}

    def carry_out(self, number: int, line: str) -> bool:
        """Carry one line out and print its result; tell whether it was done.

        :raises BadParameter: the line is no command.
        """
        from db.commands import execute
        from db.errors import RecordError
        from desktop.errors import code_of, sentence

        fields = _parsed(number, line)
        head = {name: fields.pop(name, None) for name in _RESERVED}
        label = head["ref"] or fields.get("name")
        told = {"line": number, "do": head["do"]}
        if isinstance(label, str):
            told["name"] = label
        at = _moment(number, head["at"])
        try:
            desk, names = self._desk(head["as"])
            command = self._built(number, head["do"], fields, names)
            done = execute(self._database, command, by=desk.account_id, at=at, client=CLIENT)
        except RecordError as error:
            facts = {"ok": False, "error": code_of(error), "message": sentence(error), **told}
            say(written(facts))
            refuse(False, code_of(error), f"第{number}行：{sentence(error)}")
            return False
        if isinstance(label, str):
            self._results[label] = done
        say(written({"ok": True, **told, **{k: v for k, v in done.items() if k not in told}}))
        return True

    def _built(self, number: int, name: Any, fields: dict[str, Any], names: Names) -> Any:
        from desktop.cli.building import Builder

        builder = Builder(names, self._results, self._folder)
        try:
            return builder.command(name, fields)
        except typer.BadParameter as wrong:
            raise typer.BadParameter(f"第{number}行：{wrong.message}") from wrong

    def _desk(self, person: str | None) -> tuple[Desk, Names]:
        from desktop.cli.names import Names

        wanted = person or self._options.person
        if wanted not in self._desks:
            account_id, login = account_of(self._database, wanted)
            desk = Desk(self._database, account_id, login)
            self._desks[wanted] = (desk, Names(desk))
        return self._desks[wanted]


def _parsed(number: int, line: str) -> dict[str, Any]:
    try:
        fields = json_format.loads(line)
    except json_format.JSONDecodeError as fault:
        told = f"第{number}行不是 JSON，第{fault.colno}列读不懂。"
        raise typer.BadParameter(told) from fault
    if not isinstance(fields, dict) or not isinstance(fields.get("do"), str):
        raise typer.BadParameter(f'第{number}行要写成 {{"do": "命令", …}}。')
    return fields


def _moment(number: int, text: Any) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError) as fault:
        raise typer.BadParameter(f"第{number}行的 at 不是时间，如 2026-11-16T09:00。") from fault
    return replace_zone(moment)


def replace_zone(moment: datetime) -> datetime:
    """Return the street's wall clock of a moment, which may be written with its zone."""
    if moment.tzinfo is None:
        return moment
    from db.engine import ZONE

    return moment.astimezone(ZONE).replace(tzinfo=None)
