"""A program with two screens of its own, of which one goes and comes; tells what it sees.

The screens of the offscreen platform are set when a process starts, so it is a process of its own.
It is called with the file of the screens and prints one JSON object a step.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from desktop.screen.meeting_view import MeetingView
from desktop.screen.stage import Stage, stage_of

OPERATOR, WALL = "operator", "wall"


class Steps(QObject):
    """Does one step after the other and tells what can be seen after each."""

    def __init__(self, stage: Stage, operator: QWidget) -> None:
        super().__init__()
        self._stage = stage
        self._operator = operator
        self.offers = 0
        stage.returned.connect(self._count)

    @Slot()
    def _count(self) -> None:
        self.offers += 1

    def tell(self, step: str) -> None:
        """Print what is seen."""
        QApplication.processEvents()
        window = self._stage.window()
        box = window.geometry() if window is not None else None
        here = self._operator
        seen = {
            "step": step,
            "visible": window is not None and window.isVisible(),
            "box": [box.x(), box.y(), box.width(), box.height()] if box is not None else [],
            "over_operator": window is not None
            and window.isVisible()
            and window.geometry().intersects(here.geometry()),
            "operator": [here.x(), here.y(), here.width(), here.height(), here.isVisible()],
            "waits": self._stage.is_waiting(),
            "kept": self._stage.view() is not None,
            "offers": self.offers,
            "full": self._stage.is_full(),
        }
        print(json.dumps(seen), flush=True)


def screen_named(name: str) -> QScreen:
    """Return a screen."""
    return next(one for one in QGuiApplication.screens() if one.name() == name)


def main(screens: Path) -> None:
    """Project, lose the screen, get it back, and end."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    application = QApplication([])
    operator = QWidget()
    operator.setGeometry(100, 80, 1200, 700)
    operator.show()
    stage = stage_of(operator)
    steps = Steps(stage, operator)
    wall = screen_named(WALL)
    steps.tell("before")
    stage.project(MeetingView(), "例会投屏")
    steps.tell("projected")
    application.screenRemoved.emit(wall)
    steps.tell("removed")
    application.screenAdded.emit(screen_named(OPERATOR))
    steps.tell("nothing new")
    application.screenAdded.emit(wall)
    steps.tell("added")
    operator.move(wall.geometry().topLeft())
    QApplication.processEvents()
    steps.tell("operator moved there")
    operator.move(100, 80)
    QApplication.processEvents()
    steps.tell("operator moved back")
    application.screenRemoved.emit(wall)
    stage.take_back()
    application.screenAdded.emit(wall)
    steps.tell("taken back")
    operator.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
