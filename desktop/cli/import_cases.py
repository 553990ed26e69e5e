"""``import``: cases from a file of the district's platform."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer

from desktop.cli.desk import CLIENT, opened
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer

_REASONS = {
    "not_on_list": "不在清单",
    "duplicate": "重复",
    "bad_time": "时间有误",
    "no_content": "无内容",
    "bad_value": "选项有误",
    "too_long": "太长",
    "bad_text": "字符有误",
    "place_unknown": "村社不符",
    "item_not_valid": "事项已停用",
}


def import_cases(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx、xls、ods 或 csv")],
    street: Annotated[str, typer.Option("--street", help="核对街道名称")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只试算，不写入")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="XLSX", help="未导入的行写到哪里")
    ] = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """导入区平台的事件台账；同一件事不会导入两次。"""
    from desktop.importing import import_file

    options = chosen(context, database, person, json)
    with opened(options) as desk, _stop_wish() as stop:
        done = import_file(
            desk.database,
            desk.account_id,
            file,
            street_name=street,
            dry_run=dry_run,
            report=report,
            progress=_shown,
            cancelled=stop.is_set,
            client=CLIENT,
        )
    values = done.figures()
    answer(options.json, values, _lines(values))
    if done.cancelled:
        raise typer.Exit(1)


def _lines(values: dict[str, Any]) -> Iterator[str]:
    done = "试算，没有写入。可以导入" if values["dry_run"] else "已导入"
    yield f"{values['street']}：共{values['rows']}行，{done}{values['imported']}行。"
    if values["refused"]:
        told = "，".join(
            f"{_REASONS.get(code, '其他')} {count}" for code, count in values["refused"].items()
        )
        yield f"未导入：{told}。"
    if values["imported"]:
        yield (
            f"办结 {values['closed']}（{values['close_rate']}%），"
            f"流转 {values['transferred']}（{values['transfer_rate']}%），"
            f"流转件办结 {values['transferred_closed']}。"
        )
    if values["new_grids"]:
        yield f"新建网格 {values['new_grids']} 个。"
    if values["unknown_columns"]:
        yield f"没有用到的列：{'、'.join(values['unknown_columns'])}。"
    if values["report"]:
        yield f"未导入的行和原因在：{values['report']}"
    if values["cancelled"]:
        yield "已按您的要求停止，导入的整批都在；再导入一次会接着往下。"


def _shown(done: int, total: int) -> None:
    """Show how far it is where somebody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{total}" + ("\n" if done == total else ""))
        sys.stderr.flush()


@contextmanager
def _stop_wish() -> Iterator[threading.Event]:
    """Turn Ctrl+C into a wish to stop, which ends the work between two batches."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def wish(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
