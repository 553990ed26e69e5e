"""The practice window: makes its street when needed, signs on, marks itself, starts over."""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop.dialogs.practice_preparing import PracticePreparing
from desktop.pages.practice_desk import PracticeDesk
from desktop.pages.sign_on import SignOnPage
from desktop.practice import street
from desktop.practice.making import Making
from desktop.practice.street import PracticeStopped
from desktop.startup import has_display, prepare_process
from desktop.startup_words import NO_DISPLAY
from desktop.widgets.shown_dialog import ShownDialog

if TYPE_CHECKING:
    from db.engine import Database
    from desktop.app import Program
    from desktop.session import Session

LOGIN = "shift_lead"
"""Who practises: somebody who may take every step of the day."""
_LOG = logging.getLogger(__name__)


class Practice(QObject):
    """Leads a program that was just built through practice."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.services)
        self._program = program
        self._preparing: ShownDialog[PracticePreparing] = ShownDialog()
        self._work = Making(self)
        self._kept: Path | None = None
        self.desk: PracticeDesk | None = None
        self.starts_over = False
        page: SignOnPage | None = program.window.findChild(SignOnPage)
        assert page is not None  # every window is built with one
        self._sign_on = page
        self._sign_on.sign_on_as(LOGIN)
        program.services.signed_on.connect(self._mark)
        program.language.changed.connect(self._mark_anew)
        program.window.first_painted.connect(self.start)
        self._sign_on.retry_wanted.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Open the street; make it first where there is none that this version can use."""
        self._program.services.work(
            street.is_ready, parent=self, done=self._open_or_make, failed=self._refuse
        )

    @Slot(object)
    def _open_or_make(self, is_ready: bool) -> None:
        if is_ready:
            self._open()
            return
        dialog = PracticePreparing(self._program.window)
        self._work.moved.connect(dialog.move_to)
        dialog.stopped.connect(self._work.stop)
        self._preparing.open(dialog)
        self._program.services.work(
            street.prepare,
            self._work.tell,
            self._work.is_stopped,
            parent=self,
            done=self._open_made,
            failed=self._refuse,
        )

    @Slot(object)
    def _open_made(self, kept: Path | None) -> None:
        self._preparing.accept()
        self._kept = kept
        self._open()

    def _open(self) -> None:
        self._program.services.open(self._opened, self._sign_on.show_fault)

    def _opened(self) -> Database:
        self._program.lock.take(street.current_file())
        return street.open_street()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._preparing.accept()
        if isinstance(error, PracticeStopped):
            self._program.window.close()
        else:
            self._sign_on.show_fault(error)

    @Slot(object)
    def _mark(self, _session: Session) -> None:
        window = self._program.window
        self.desk = PracticeDesk(self._program.services, street.day(), window)
        window.mark(self.desk.strip, self.tr("练习模式 · 街道综合信息指挥室"))
        register: Any = window.page("register")
        register.registered.connect(self.desk.keep_seconds)
        self.desk.told.connect(window.tell)
        self.desk.over_wanted.connect(self._start_over)
        self.desk.look()
        self._tell_of_kept()

    def _tell_of_kept(self) -> None:
        """Say once that what was practised by another version lies beside."""
        if self._kept is not None:
            words = self.tr("原来的练习由另一版程序建立，已改名保存为{name}，这里是新的练习街道。")
            self._program.window.tell(words.format(name=self._kept.name))
            self._kept = None

    @Slot()
    def _mark_anew(self) -> None:
        """Mark the window that took the place of the first one."""
        seconds = self.desk.seconds() if self.desk is not None else {}
        self._mark(self._program.services.session)
        assert self.desk is not None  # made just now
        for case_id, one in seconds.items():
            self.desk.keep_seconds(case_id, one)

    @Slot()
    def _start_over(self) -> None:
        self.starts_over = True
        self._program.window.close()


def _close(program: Program, _session: Session) -> None:
    program.window.close()


def main(*, exit_after_first_paint: bool = False) -> int:
    """Open practice and stay until it is left; return the exit code."""
    prepare_process()
    if not has_display(os.environ):
        sys.stderr.write(NO_DISPLAY + "\n")
        return 1
    from desktop.log_file import begin_log

    begin_log()
    while True:
        code, starts_over = _run(exit_after_first_paint)
        if not starts_over:
            return code
        street.start_over()


def _run(exit_after_first_paint: bool) -> tuple[int, bool]:
    """Run one window; tell how it ended, and whether another one is to begin anew."""
    from desktop.app import build
    from desktop.personal import book_of_this_machine

    last = book_of_this_machine().last()
    program = build(theme=last.theme, factor=last.factor, language=last.language)
    practice = Practice(program)
    if exit_after_first_paint:
        program.services.signed_on.connect(partial(_close, program))
    program.window.showMaximized()
    code = program.application.exec()
    starts_over = practice.starts_over
    if not program.close():
        _LOG.error("a worker did not end in time")
        code = code or 1
    program.window.deleteLater()
    program.services.deleteLater()
    QCoreApplication.sendPostedEvents(None, 0)
    return code, starts_over
