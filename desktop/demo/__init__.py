"""The demo street: invented people, half a year of work, made by commands only."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Database

OUTPUT = "demo-output"
PLAYED = "演练一周.db"
SIZE = (1920, 1080)


def main(
    *,
    database: str | None = None,
    shots: Path | None = None,
    no_window: bool = False,
    exit_after_first_paint: bool = False,
    as_json: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Make the street where it is not there yet and show it; return the exit code.

    Without a display, or when it is asked for, the week is played to its end in a copy, and
    papers and pictures are written into a folder.
    """
    from desktop.demo.making import demo_file, ensure_street
    from desktop.demo.window import can_show, show

    told: list[str] = []
    tell = told.append if as_json else _say
    path = demo_file(database)
    ensure_street(path, tell, progress or _nothing)
    if can_show() and not no_window and shots is None:
        tell("打开窗口，以值班员身份登录（账号不设密码，可换人登录）。")
        return show(path, exit_after_first_paint=exit_after_first_paint)
    folder = (shots or Path(OUTPUT)).absolute()
    files = _play(path, folder, tell)
    if as_json:
        from desktop.cli.output import written

        _say(written({"ok": True, "database": path, "folder": folder, "files": files}))
    return 0


def _play(path: Path, folder: Path, tell: Callable[[str], None]) -> list[Path]:
    """Play the week's end in a copy of the street, so that it can be played again."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / PLAYED
    for ending in ("", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    shutil.copyfile(path, copy)
    from desktop.demo.window import open_demo

    opened = open_demo(copy)
    try:
        files = _told_week(opened, folder, tell)
    finally:
        opened.close()
    from desktop.shots import main as take
    from desktop.shots_openings import CHIEF

    tell("页面截图：")
    for picture in take(folder, SIZE, database=str(copy), openings=CHIEF):
        files.append(picture)
        tell(f"  {picture}")
    tell(f"全部文件在 {folder}")
    return files


def _told_week(opened: Database, folder: Path, tell: Callable[[str], None]) -> list[Path]:
    from db.accounts import account_id_of
    from desktop.demo.monday import WEEK, hold_meeting
    from desktop.demo.papers import write_papers
    from desktop.demo.telling import week_lines

    operator = account_id_of(opened, "operator")
    tell(f"{WEEK} 一周的工作：")
    for line in week_lines(opened, operator):
        tell(f"  {line}")
    held = hold_meeting(opened)
    tell(
        f"  周一例会：议定{held.decisions}项，纪要已归档；"
        f"下次例会议程已生成，先检查上次议定的{held.carried}项。"
    )
    tell("文书：")
    files = []
    for paper in write_papers(opened, operator, folder, held.case_id, held.meeting_id, WEEK):
        files.append(paper)
        tell(f"  {paper}")
    return files


def _say(line: str) -> None:
    from desktop.cli.output import say

    say(line)


def _nothing(_done: int, _total: int) -> None:
    """Show nobody how far it is."""
