"""Open the window on the demo street; its clock goes on from the street's last afternoon."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from desktop.startup import has_display, prepare_process

if TYPE_CHECKING:
    from db.engine import Database
    from desktop.app import Program

LOGIN = "operator"


@dataclass
class StreetClock:
    """A clock that starts at a moment and goes on as fast as any other."""

    start: datetime
    _begun: float = field(default_factory=monotonic)

    def __call__(self) -> datetime:
        """Return the time on the street."""
        return self.start + timedelta(seconds=int(monotonic() - self._begun))


def can_show() -> bool:
    """Tell whether there is a display on which a person can see a window."""
    hidden = os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal")
    return has_display(os.environ) and not hidden


def open_demo(path: Path) -> Database:
    """Open the street's file with the street's own clock."""
    from sqlalchemy import select

    from db.model.setting import app_meta
    from desktop.opening import open_file

    database = open_file(str(path))
    with database.reading() as connection:
        last = connection.execute(select(app_meta.c.last_time)).scalar()
    if last is not None:
        database.clock = StreetClock(last)
    return database


def show(path: Path, *, exit_after_first_paint: bool = False) -> int:
    """Open the window, signed on as the operator, and return the exit code."""
    prepare_process()
    from PySide6.QtCore import QTimer

    from desktop.app import build
    from desktop.pages.sign_on import SignOnPage

    program = build()
    window, services = program.window, program.services
    sign_on = window.findChild(SignOnPage)
    if sign_on is None:
        raise LookupError("the window has no page to sign on")
    sign_on.sign_on_as(LOGIN)
    fault = _Fault(sign_on.show_fault)
    open_now: Callable[[], None] = partial(services.open, partial(open_demo, path), fault)
    window.first_painted.connect(open_now)
    sign_on.retry_wanted.connect(open_now)
    if exit_after_first_paint:
        # The street is signed on before the end, so that the whole way to the ledger was gone.
        end = QTimer(services)
        end.setSingleShot(True)
        end.timeout.connect(partial(_close, program))
        services.signed_on.connect(partial(_start, end))
        fault.leaves = True
    window.showMaximized()
    code = program.application.exec()
    if not services.close():
        sys.stderr.write("后台任务没有及时结束。\n")
        code = code or 1
    return code or int(fault.was_told and exit_after_first_paint)


def _close(program: Program) -> None:
    program.window.close()


def _start(timer: object, _session: object) -> None:
    timer.start(0)  # type: ignore[attr-defined]


class _Fault:
    """Tells the sign-on page why the file does not open, and remembers that it did not."""

    def __init__(self, show: Callable[[Exception], None]) -> None:
        self._show = show
        self.was_told = False
        self.leaves = False

    def __call__(self, error: Exception) -> None:
        from PySide6.QtWidgets import QApplication

        self.was_told = True
        self._show(error)
        if self.leaves:
            sys.stderr.write(f"{error}\n")
            QApplication.quit()
