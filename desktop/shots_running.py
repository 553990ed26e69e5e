"""A program that is run for pictures: signed on, waited for, closed; never by the clock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.app import Program

ROUNDS = 6
"""An answer may ask again; so deep the longest chain of questions of a page is."""
LONGEST_DEBOUNCE_MS = 1000
PATIENCE_MS = 60_000


class ShotError(RuntimeError):
    """The window does not come to rest or does not open."""


def sign_on(program: Program, address: str, login: str) -> None:
    """Open the database and wait until the person sees the ledger."""
    from PySide6.QtCore import QEventLoop, QTimer

    from desktop.opening import open_file
    from desktop.pages.sign_on import SignOnPage

    loop = QEventLoop()
    faults: list[Exception] = []

    def fail(error: Exception) -> None:
        faults.append(error)
        loop.quit()

    services = program.services
    page = program.window.findChild(SignOnPage)
    if page is None:
        raise ShotError("the window has no page to sign on")
    page.sign_on_as(login)
    services.signed_on.connect(loop.quit)
    program.window.show()
    services.open(partial(open_file, address), fail)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    if faults:
        raise faults[0]
    rest(program)


def rest(program: Program) -> None:
    """Wait until no worker has anything to do and no debounced wish is waiting."""
    quiet = 0
    while quiet < ROUNDS:
        _pass_through(program)
        quiet = 0 if _wait_for_debounce(program.window) else quiet + 1


def _pass_through(program: Program) -> None:
    """Put an empty job behind all others on each worker and wait for the answers."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    arrived: list[object] = []

    def arrive(answer: object) -> None:
        arrived.append(answer)
        if len(arrived) == 3:
            loop.quit()

    services, window = program.services, program.window
    services.ask(_nothing, parent=window, done=arrive)
    services.work(int, parent=window, done=arrive)
    # A paper that is filed when it is first shown opens its window after a command.
    services.after_commands(parent=window, done=arrive)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    if len(arrived) < 3:
        raise ShotError("a worker does not answer")


def _wait_for_debounce(window: Any) -> bool:
    from PySide6.QtCore import QEventLoop, QTimer

    for timer in window.findChildren(QTimer):
        short = timer.isSingleShot() and timer.interval() <= LONGEST_DEBOUNCE_MS
        if timer.isActive() and short:
            loop = QEventLoop()
            timer.timeout.connect(loop.quit)
            QTimer.singleShot(timer.remainingTime() + 50, loop, loop.quit)
            loop.exec()
            return True
    return False


def close(program: Program) -> None:
    """Close the window and end its workers."""
    program.window.hide()
    closed = program.close()
    program.window.deleteLater()
    program.services.deleteLater()
    program.application.processEvents()
    if not closed:
        raise ShotError("a worker did not end in time")


def _nothing(_reader: object) -> None:
    """Answer nothing."""
