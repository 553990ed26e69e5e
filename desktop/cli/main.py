"""All calls by name, and what every one of them ends with: 0 done, 1 refused, 2 wrong words."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from desktop import paths
from desktop.cli import (
    care,
    cases,
    doctor,
    figures,
    further_papers,
    import_cases,
    init,
    papers,
    run_file,
    server,
    show,
)
from desktop.cli.options import DatabaseOption, JsonOption, Options, PersonOption
from desktop.cli.output import refuse, say

DONE, REFUSED, WRONG_WORDS = 0, 1, 2

_NO_COMMAND = re.compile(r"No such command '(.*?)'")

_LOG = logging.getLogger(__name__)

app = typer.Typer(
    name="command-room",
    help="街道综合信息指挥室。不带参数时打开窗口。",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("init")(init.init)
app.command("import")(import_cases.import_cases)
app.command("run")(run_file.run)
app.command("cases")(cases.cases)
app.command("indicators")(figures.indicators)
app.command("notice")(papers.notice)
app.command("listed")(further_papers.listed)
app.command("bulletin")(further_papers.bulletin)
app.command("minutes")(papers.minutes)
app.command("week")(papers.week)
app.command("list")(papers.case_list)
app.command("verify")(care.verify)
app.command("backup")(care.backup)
app.command("restore")(care.restore)
app.command("upgrade")(care.upgrade)
app.command("doctor")(doctor.doctor)
app.command("shots")(show.shots)
app.command("demo")(show.demo)
app.command("practice")(show.practice)
app.add_typer(server.app, name="server")


@app.callback(invoke_without_command=True)
def common(
    context: typer.Context,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """街道综合信息指挥室。不带参数时打开窗口。"""
    context.obj = Options(database, person, json)
    if context.invoked_subcommand is None:
        from desktop.app import main as window
        from desktop.workplace import address_at_start

        raise typer.Exit(window(database or address_at_start(), as_login=person or ""))


def run(arguments: Sequence[str]) -> int:
    """Carry out one call and return its exit code."""
    as_json = "--json" in arguments
    try:
        code = app(list(arguments), prog_name="command-room", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except typer.Exit as end:
        return end.exit_code
    except (typer.Abort, KeyboardInterrupt):
        refuse(as_json, "cancelled", "已停止。已完成的部分都在，其余没有改动。")
        return REFUSED
    except TyperException as wrong:
        _wrong_words(as_json, wrong)
        return WRONG_WORDS
    except Exception as error:  # the edge of the command line: told as a sentence, and logged
        return _refused(as_json, error)


def _wrong_words(as_json: bool, wrong: TyperException) -> None:
    context = getattr(wrong, "ctx", None)
    call = context.command_path if context is not None else "command-room"
    refuse(as_json, "wrong_words", f"命令写得不对：{_in_chinese(wrong)}请看：{call} --help")


def _in_chinese(wrong: TyperException) -> str:
    """Return what Typer found wrong; our own words are Chinese already."""
    said = wrong.message
    name = getattr(wrong, "option_name", None)
    if name:
        near = "、".join(getattr(wrong, "possibilities", None) or ())
        return f"没有选项 {name}。" + (f"相近的有：{near}。" if near else "")
    if type(wrong).__name__ == "MissingParameter":
        parameter = getattr(wrong, "param", None)
        hint = getattr(parameter, "opts", None) or [""]
        shown = getattr(parameter, "metavar", None) or hint[0]
        return f"缺少 {hint[0] if hint[0].startswith('-') else shown}。"
    unknown = _NO_COMMAND.match(said)
    if unknown:
        return f"没有“{unknown.group(1)}”这个命令。"
    if said and not said.isascii():
        return said
    return f"{wrong.format_message()} "


def _refused(as_json: bool, error: Exception) -> int:
    """Say an error; one that nobody foresaw also goes to the log, whole."""
    from desktop.errors import code_of, sentence

    code = code_of(error)
    refuse(as_json, code, sentence(error))
    if code == "our_mistake":
        _write_log(error)
    return REFUSED


def _write_log(error: Exception) -> None:
    path = paths.log_folder() / "command-line.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    _LOG.addHandler(handler)
    _LOG.propagate = False
    try:
        _LOG.error("unforeseen", exc_info=error)
    finally:
        _LOG.removeHandler(handler)
        handler.close()
    say(f"详情在 {path}", sys.stderr)
