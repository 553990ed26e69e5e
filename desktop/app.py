"""Build the program and run it: every object is made here and handed over."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop.startup import has_display, prepare_process
from desktop.startup_words import NO_DISPLAY

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QApplication

    from db.engine import Database
    from desktop.collecting import Collector
    from desktop.credentials import Credentials
    from desktop.language_change import LanguageChange
    from desktop.main_window import MainWindow
    from desktop.mistakes import Mistakes
    from desktop.one_window import WindowLock
    from desktop.pages.sign_on import SignOnPage
    from desktop.password_warning import PasswordWarning
    from desktop.screen_lock import ScreenLock
    from desktop.services import Services
    from desktop.warming import Warmer
    from desktop.watch import Watch

_LOG = logging.getLogger("desktop")


@dataclass
class Program:
    """The running program: application, window and services, kept alive together.

    The window is another one when the language of the screens has changed.
    """

    application: QApplication
    window: MainWindow
    services: Services
    lock: WindowLock
    collector: Collector
    warmer: Warmer
    started: float = field(default_factory=time.perf_counter)
    language: LanguageChange = field(init=False)
    mistakes: Mistakes = field(init=False)
    screen_lock: ScreenLock = field(init=False)
    warning: PasswordWarning = field(init=False)
    watch: Watch = field(init=False)

    def close(self) -> bool:
        """End the workers, close the database and give the file back; tell whether all ended."""
        ended = self.services.close()
        self.collector.stop()
        self.warmer.stop()
        self.lock.release()
        return ended


def main(
    address: str,
    *,
    as_login: str = "",
    exit_after_first_paint: bool = False,
) -> int:
    """Open the window on a database and run until it is closed; return the exit code."""
    prepare_process()
    if not has_display(os.environ):
        sys.stderr.write(NO_DISPLAY + "\n")
        return 1
    program = prepared(address, as_login)
    if exit_after_first_paint:
        program.window.first_painted.connect(program.application.quit)
    return run(program)


def prepared(
    address: str, as_login: str = "", *, clock: Callable[[], datetime] | None = None
) -> Program:
    """Begin the log and make the program as it was worn last; its file opens after first paint.

    :param clock: the time of the record; the machine's own when None.
    """
    from desktop.log_file import begin_log
    from desktop.personal import book_of_this_machine

    begin_log()
    last = book_of_this_machine().last()
    program = build(address, theme=last.theme, factor=last.factor, language=last.language)
    start(program, address, as_login, clock)
    return program


def run(program: Program) -> int:
    """Show the window until it is closed, end everything and return the exit code."""
    program.window.showMaximized()
    code = program.application.exec()
    if not program.close():
        _LOG.error("a worker did not end in time")
        code = code or 1
    return code


def build(
    address: str = "",
    *,
    theme: str = "light",
    factor: float = 1.0,
    language: str = "zh_CN",
    remembers: bool = True,
    credentials: Callable[[], Credentials] | None = None,
) -> Program:
    """Make application, services and window; nothing is opened yet.

    :param remembers: follow and keep personal settings on this machine; not for pictures.
    :param credentials: the key store; the system's own when None.
    """
    from PySide6.QtWidgets import QApplication

    from desktop.languages import install as install_language
    from desktop.theme import apply, install_fonts

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("command-room")
    application.setApplicationDisplayName("")
    install_language(application, language)
    family = install_fonts()
    apply(application, theme, factor, family)

    from desktop.collecting import Collector
    from desktop.credentials import Credentials
    from desktop.language_change import LanguageChange
    from desktop.main_window import MainWindow
    from desktop.mistakes import Mistakes
    from desktop.one_window import WindowLock
    from desktop.pages.sign_on import SignOnPage
    from desktop.password_warning import PasswordWarning
    from desktop.personal import PersonalBook, book_of_this_machine
    from desktop.screen_lock import ScreenLock
    from desktop.services import Services
    from desktop.warming import Warmer
    from desktop.watch import Watch
    from desktop.workplace import file_of

    services = Services()
    sign_on = SignOnPage(services, file_of(address), credentials=credentials or Credentials)
    book = book_of_this_machine() if remembers else PersonalBook(None)
    window = MainWindow(services, book, sign_on)
    collector = Collector(services)
    collector.start()
    warmer = Warmer(services)
    window.first_painted.connect(warmer.start)
    program = Program(application, window, services, WindowLock(), collector, warmer)
    program.language = LanguageChange(program, book)
    program.mistakes = Mistakes(program)
    program.screen_lock = ScreenLock(program)
    program.warning = PasswordWarning(program)
    program.watch = Watch(services)
    sys.excepthook = program.mistakes.take
    return program


def start(
    program: Program,
    address: str,
    as_login: str = "",
    clock: Callable[[], datetime] | None = None,
) -> None:
    """Open the database on the worker once the window was painted."""
    from desktop.pages.sign_on import SignOnPage
    from desktop.workplace import file_of, workplace_of

    sign_on = program.window.findChild(SignOnPage)
    assert sign_on is not None
    on_server = workplace_of(address)
    opener = partial(_open, file_of(address), program.lock, clock)
    open_now = partial(program.services.open, opener, sign_on.show_fault)
    if on_server:
        known = replace(on_server, login=as_login) if as_login else on_server
        program.window.first_painted.connect(partial(sign_on.ask_for_server, known))
    else:
        if as_login:
            sign_on.sign_on_as(as_login)
        program.window.first_painted.connect(open_now)
    sign_on.retry_wanted.connect(open_now)
    sign_on.opener_made.connect(partial(_open_founded, program, sign_on))
    sign_on.server_wanted.connect(partial(_open_server, program, sign_on, clock))


def _open_founded(program: Program, sign_on: SignOnPage, opener: Callable[[], Database]) -> None:
    program.services.open(partial(_locked, opener, program.lock), sign_on.show_founding_fault)


def _open_server(
    program: Program,
    sign_on: SignOnPage,
    clock: Callable[[], datetime] | None,
    opener: Callable[..., Database],
) -> None:
    told = {} if clock is None else {"clock": clock}
    freed = partial(_without_file, partial(opener, **told), program.lock)
    program.services.open(freed, sign_on.show_server_fault)


def _open(address: str, lock: WindowLock, clock: Callable[[], datetime] | None = None) -> Database:
    from db.engine import database_path, is_server, wall_clock
    from desktop.opening import open_record

    path = None if is_server(address) else database_path(address)
    if path is not None and path.is_file():
        lock.take(path)
    try:
        return open_record(address, clock=clock or wall_clock)
    except BaseException:
        # Whatever stops the opening: the file must not stay locked; it is told on.
        lock.release()
        raise


def _locked(opener: Callable[[], Database], lock: WindowLock) -> Database:
    database = opener()
    lock.take(database.path)
    return database


def _without_file(opener: Callable[[], Database], lock: WindowLock) -> Database:
    """Open a server; the file that was open here before is free again."""
    database = opener()
    lock.release()
    return database
