"""A hundred thousand cases out and in, in a process beside the window (interface.md §11, 10)."""

from __future__ import annotations

import csv
import os
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

from db.queries.page import EVERYTHING
from desktop.exchange.sheets import read_tables
from desktop.tasks.exporting import export_wish
from desktop.tasks.importing import import_wish
from desktop.tasks.order import TaskState
from desktop.tasks.task import Task
from tests.bench.beats import Gaps, gaps_while, later, until
from tests.bench.bench_long_work import MOST_GAP_MS, PATIENCE_MS, exchange_window
from tests.bench.large_street import make_large
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet
from tests.story import found_story

ROWS, BAD = 100_000, 20
IDLE_MS = 4_000
LEAST_OUT, LEAST_IN = 4_000, 1_000
"""Rows a second."""
MOST_CANCEL_MS = 2_000
HEADER = ("事件编号", "上报时间", "事项名称", "标题", "事件描述", "所属村社", "办理状态")
FIRST = datetime(2026, 1, 5, 8)


def run(street: BenchStreet, rows: int = ROWS, bad: int = BAD) -> Iterator[Measured]:
    """Export, cancel an export, import; each watched by the window's own thread."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with (
        tempfile.TemporaryDirectory() as name,
        mock.patch.dict(os.environ, XDG_CONFIG_HOME=name, XDG_DATA_HOME=name),
    ):
        folder = Path(name)
        make_large(street, folder / "large.db", rows)
        yield from _out(folder, rows)
        yield from _in(folder, rows, bad)


def _out(folder: Path, rows: int) -> Iterator[Measured]:
    program, page = exchange_window(folder / "large.db")
    try:
        idle = gaps_while(partial(later, milliseconds=IDLE_MS))
        for ending in ("xlsx", "csv"):
            path = folder / f"out.{ending}"
            task, gaps, taken = _watched(program, page, _export(path))
            assert task.state is TaskState.DONE and task.answer is not None
            assert task.answer["rows"] == rows and path.stat().st_size > rows
            yield _speed(f"export of {rows:,} rows to {ending}", rows, taken, LEAST_OUT)
            yield _gap(f"exporting {rows:,} rows to {ending}", gaps, idle)
        yield _cancelled(program, page, folder)
    finally:
        program.window.hide()
        program.close()


def _in(folder: Path, rows: int, bad: int) -> Iterator[Measured]:
    source = folder / "list.csv"
    write_list(source, rows, bad)
    street = folder / "empty.db"
    found_story(street).database.close()
    program, page = exchange_window(street)
    try:
        idle = gaps_while(partial(later, milliseconds=IDLE_MS))
        task, gaps, taken = _watched(program, page, import_wish(source, street))
        answer = task.answer
        assert answer is not None, task.error
        assert answer["imported"] == rows - bad, answer["imported"]
        [report] = read_tables(Path(answer["report"]))
        assert len(report.rows) == bad + 1, "the list of failures has a heading and each bad row"
        yield _speed(f"import of {rows:,} rows, {bad} of them bad", rows, taken, LEAST_IN)
        yield _gap(f"importing {rows:,} rows", gaps, idle)
    finally:
        program.window.hide()
        program.close()


def write_list(path: Path, rows: int, bad: int) -> None:
    """Write a list as the platform exports it, with bad rows evenly between the good ones."""
    every = rows // bad
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        for nth in range(rows):
            item = "不在清单里的事项" if nth % every == every - 1 else "邻里纠纷"
            at = FIRST + timedelta(seconds=nth * 150)
            words = f"第{nth}号楼道夜间装修噪声扰民"
            lines.writerow((f"LW{nth:07d}", at, item, words, f"{words}。", "永上居委会", "办结"))


def _export(path: Path) -> Any:
    return export_wish(path, EVERYTHING, in_clear=False, purpose="")


def _watched(program: Any, page: Any, wish: Any) -> tuple[Task, Gaps, float]:
    """Carry out a task; its progress must never go back."""
    seen: list[tuple[str, int]] = []
    begun = time.perf_counter()
    tasks: list[Task] = []

    def begin(loop: Any) -> None:
        task = program.services.begin(wish, parent=page)
        task.moved.connect(lambda: seen.append((task.stage, task.done)))
        task.ended.connect(loop.quit)
        later(loop, PATIENCE_MS)
        tasks.append(task)

    gaps = gaps_while(begin)
    taken = (time.perf_counter() - begun) * 1000
    for before, after in pairwise(seen):
        assert after[0] != before[0] or after[1] >= before[1], (before, after)
    return tasks[0], gaps, taken


def _cancelled(program: Any, page: Any, folder: Path) -> Measured:
    """Stop an export under way; nothing of it may be left."""
    place = folder / "cancelled"
    place.mkdir()
    task = program.services.begin(_export(place / "out.xlsx"), parent=page)
    until(lambda: bool(task.stage) or task.done > 0 or not task.is_running())
    begun = time.perf_counter()
    task.stop()
    until(lambda: not task.is_running())
    taken = (time.perf_counter() - begun) * 1000
    assert task.state is TaskState.STOPPED, "it was over before it could be stopped"
    assert not list(place.iterdir()), "half a file is left"
    return Measured(
        "an export is cancelled and leaves no file",
        taken,
        taken,
        MOST_CANCEL_MS,
        "what it is given before its process is ended",
        f"≤ {MOST_CANCEL_MS} ms",
        taken <= MOST_CANCEL_MS,
    )


def _speed(name: str, rows: int, taken: float, least: int) -> Measured:
    wanted = rows / least * 1000
    words = f"{name} ({rows / taken * 1000:.0f} rows/s)"
    floor = f"at {least} rows/s"
    return Measured(words, taken, taken, wanted, floor, f"≥ {least} rows/s", taken <= wanted)


def _gap(name: str, seen: Gaps, idle: Gaps) -> Measured:
    return Measured(
        f"longest silence of the window while {name} ({len(seen.wall)} beats)",
        seen.wall[-1],
        seen.wall[int(len(seen.wall) * 0.95)],
        idle.wall[-1],
        "idle window",
        f"≤ {MOST_GAP_MS:g} ms",
        seen.wall[-1] <= MOST_GAP_MS,
    )
