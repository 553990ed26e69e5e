"""The real program in a process of its own, on a given day, with somebody who looks at it.

Run as ``python -m tests.xvfb.street_program FILE 2026-11-16T08:40``. For each line on standard
input it tells in one line of JSON what is to be seen; ``picture FILE`` keeps the screen as it is.
It only looks: nothing can be done here.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.app import Program, prepared, run
from desktop.demo.window import StreetClock
from desktop.startup import prepare_process
from desktop.widgets.picker_popup import PickerPopup

PICTURE = "picture "
MOUSE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)


class Watch(QObject):
    """Counts what arrives at the windows and tells what stands on them."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._keys = self._forged = self._mice = 0
        self._told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._answer)
        program.application.focusWindowChanged.connect(self._watch)

    @Slot(object)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count; every key of a window is first offered as a shortcut."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride:
            if event.spontaneous():
                self._keys += 1
            else:
                self._forged += 1
        elif kind in MOUSE:
            self._mice += 1
        return False

    @Slot()
    def _answer(self) -> None:
        asked = os.read(sys.stdin.fileno(), 4096).decode()
        if not asked:
            # Nobody looks any more: whoever started the program is gone.
            self._told.setEnabled(False)
            self._program.application.quit()
            return
        if asked.startswith(PICTURE):
            QGuiApplication.primaryScreen().grabWindow(0).save(asked.removeprefix(PICTURE).strip())
        sys.stdout.write(json.dumps(self._seen(), ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def _seen(self) -> dict[str, Any]:
        active = QApplication.activeWindow()
        here = QApplication.focusWidget()
        popups = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        window = QGuiApplication.focusWindow()
        return {
            "keys": self._keys,
            "forged": self._forged,
            "mice": self._mice,
            "window": type(active).__name__ if active is not None else "",
            "x_window": int(window.winId()) if window is not None else 0,
            "field": _name_of(here) if here is not None else "",
            "kind": type(here).__name__ if here is not None else "",
            "value": _value_of(here),
            "marked": _marked(),
            "words": _words(active) if active is not None else [],
            "windows": {type(one).__name__: _box(one) for one in popups},
            "screens": [one.name() for one in QGuiApplication.screens()],
        }


def _name_of(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName()


def _value_of(widget: QWidget | None) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return ""


def _marked() -> str:
    """Return what is marked in the open list under a line."""
    found = [one for one in QApplication.allWidgets() if isinstance(one, PickerPopup)]
    marked = [one.current() for one in found if one.isVisible()]
    return next((choice.text for choice in marked if choice is not None), "")


def _words(window: QWidget) -> list[str]:
    """Return what labels show and what painted things call themselves."""
    found: dict[str, None] = {}
    for one in window.findChildren(QWidget):
        if one.isVisible():
            words = one.accessibleName()
            if isinstance(one, QLabel) or (isinstance(one, QAbstractButton) and not words):
                words = one.text()
            if words:
                found[words] = None
    return list(found)


def _box(widget: QWidget) -> list[int]:
    box = widget.geometry()
    return [box.x(), box.y(), box.width(), box.height()]


def main(address: str, at: str) -> int:
    """Run the program until its window is closed."""
    prepare_process()
    program = prepared(address, clock=StreetClock(datetime.fromisoformat(at)))
    watch = Watch(program)
    code = run(program)
    del watch
    return code


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
