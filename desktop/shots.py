"""Take a picture of every page and of every dialog, from the real window on a database."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.shots_meeting import meeting_pictures
from desktop.shots_openings import DIRECTOR, OPENINGS, Opening
from desktop.shots_running import close, rest, sign_on
from desktop.shots_scene import Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from desktop.app import Program

PAGES: tuple[tuple[str, str], ...] = (
    ("ledger", "事件台账"),
    ("register", "快速登记"),
    ("desk", "我的待办"),
    ("supervision", "督办超时"),
    ("figures", "统计分析"),
    ("map", "网格地图"),
    ("meetings", "例会研判"),
    ("wall", "大屏投放"),
    ("exchange", "导入导出"),
    ("office", "人员与事项"),
    ("settings", "设置"),
)
FIRST = "operator"
PEOPLE = (FIRST, DIRECTOR)
"""Who signs on for the pictures: between the two of them they may open everything."""
MEETING = ("例会主持", "例会投屏")
"""What the pictures of a meeting are called: the operator's window, and the second screen."""


@dataclass(frozen=True)
class Shot:
    """A picture and the name of its file."""

    name: str
    picture: QPixmap


def main(
    directory: Path,
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
    language: str = "zh_CN",
    factor: float = 1.0,
    database: str | None = None,
    person: str | None = None,
    openings: Sequence[Opening] = OPENINGS,
) -> list[Path]:
    """Take all pictures into a folder and return their paths, in the order of the pages."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    directory.mkdir(parents=True, exist_ok=True)
    from PySide6.QtCore import qInstallMessageHandler

    from desktop import paths
    from desktop.app import build
    from desktop.startup import prepare_process

    prepare_process()
    qInstallMessageHandler(_pass_on)
    made: list[Path] = []
    try:
        # Nobody may open everything; who was asked for opens what he may.
        for login in (person,) if person else PEOPLE:
            program = build(theme=theme, factor=factor, language=language, remembers=False)
            program.application.setCursorFlashTime(0)
            program.window.resize(*size)
            try:
                sign_on(program, paths.database_of(database), login)
                for shot in _shots(program, login, openings, alone=person is not None):
                    path = directory / f"{len(made) + 1:02d}-{paths.file_title(shot.name)}.png"
                    if not shot.picture.save(str(path), "PNG"):
                        raise OSError(f"{path} cannot be written")
                    made.append(path)
            finally:
                close(program)
        return made
    finally:
        qInstallMessageHandler(None)


def _pass_on(_kind: object, _context: object, message: str) -> None:
    """Print what Qt says, but for what the offscreen platform says of every dialog."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def _shots(
    program: Program, login: str, openings: Sequence[Opening], *, alone: bool
) -> Iterator[Shot]:
    if alone or login == FIRST:
        yield from _pages(program)
    mine = [one for one in openings if alone or (one.person or FIRST) == login]
    yield from _dialogs(program, mine)


def _pages(program: Program) -> Iterator[Shot]:
    window: Any = program.window
    for page_id, name in PAGES:
        window.show_page(page_id)
        rest(program)
        yield Shot(name, window.grab())
    wall = _wall(window)
    if wall is not None:
        yield Shot("大屏画面", wall)
    window.show_page("meetings")
    size = window.width(), window.height()
    pictures = meeting_pictures(window, partial(rest, program), size)
    for name, picture in zip(MEETING, pictures, strict=False):
        yield Shot(name, picture)


def _dialogs(program: Program, openings: Sequence[Opening]) -> Iterator[Shot]:
    """Yield every dialog that this street has something for."""
    window: Any = program.window
    scene = Scene(window, partial(rest, program))
    for opening in openings:
        dialog = opening.open(scene)
        if dialog is not None:
            yield Shot(opening.name, _with_dialog(window, dialog))
        scene.close_opened()


def _wall(window: Any) -> QPixmap | None:
    """Return the wall display as on a screen as large as the window, if the person may see it."""
    from desktop.screen.optics import Optics

    page = window.page("wall")
    if not page.may_see():
        return None
    picture: QPixmap = page.painted(Optics(window.width(), window.height(), 0.0, 1.0))
    return picture


def _with_dialog(window: Any, dialog: Any) -> QPixmap:
    """Return the window with a dialog over its middle, as a person sees both."""
    from PySide6.QtGui import QColor, QPainter

    picture: QPixmap = window.grab()
    front: QPixmap = dialog.grab()
    painter = QPainter(picture)
    left = (window.width() - dialog.width()) // 2
    top = (window.height() - dialog.height()) // 2
    painter.fillRect(window.rect(), QColor(0, 0, 0, 70))
    painter.drawPixmap(left, top, front)
    painter.setPen(QColor(0, 0, 0, 90))
    painter.drawRect(left - 1, top - 1, dialog.width() + 1, dialog.height() + 1)
    painter.end()
    return picture
