"""The process of one task: reads its order, does the work and tells of it line by line.

It ends by itself when the window asks it to stop and when the window is gone.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.tasks.limits import limit_memory, ran_out_of_memory
from desktop.tasks.order import STOP, Order, line, refusal

if TYPE_CHECKING:
    from db.engine import Database

GRACE_SECONDS = 2.0
"""How long work may go on that nobody waits for any more."""

_NO_WINDOW = 3

Voice = Callable[[Mapping[str, Any]], None]


def main() -> int:
    """Do the one task that is ordered on standard input; return the exit code."""
    # Without a buffer: its lock would be held by the listening thread when the process ends.
    ear = os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0)
    voice = _own_voice()
    order = Order.read(ear.readline())
    tempfile.tempdir = order.folder
    limit_memory()
    window = _Window(ear, order.folder)
    try:
        return _answered(order, window, voice)
    finally:
        window.tidy_up()


def _answered(order: Order, window: _Window, voice: Voice) -> int:
    """Do the work and tell its answer or why there is none; return the exit code."""
    try:
        answer = _carried_out(order, window, voice)
    except Exception as error:  # the edge of the process: every error goes to the window
        if ran_out_of_memory(error):
            voice({"refused": {"code": "task_out_of_memory", "facts": {}, "trace": ""}})
        else:
            voice(refusal(error, traceback.format_exc()))
        return 1
    voice({"answer": answer})
    return 0


def _own_voice() -> Voice:
    """Keep standard output for what is told; whatever else prints goes to standard error."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    lock = threading.Lock()

    def say(values: Mapping[str, Any]) -> None:
        with lock:
            data = line(values)
            while data:
                data = data[out.write(data) or 0 :]

    return say


def _carried_out(order: Order, window: _Window, voice: Voice) -> dict[str, Any]:
    from desktop.tasks.hands import Hands
    from desktop.tasks.kinds import work_of

    if order.language != "zh_CN":
        _speak(order.language)
    database = _joined(order)
    try:
        hands = Hands(database, order.account_id, voice, window.stop)
        threading.Thread(target=window.listen, daemon=True).start()
        return work_of(order.kind)(hands, order.facts, Path(order.folder))
    finally:
        database.close()


def _joined(order: Order) -> Database:
    """Open the record as the window has it; on a server as the same person."""
    from db.engine import is_server, join_database, open_database

    clock = _clock(datetime.fromisoformat(order.now))
    if is_server(order.path):
        return open_database(order.path, password=order.key, clock=clock)
    return join_database(
        Path(order.path),
        lambda: order.key,
        place=order.place,
        read_only=order.read_only,
        is_practice=order.is_practice,
        clock=clock,
    )


class _Window:
    """The other end: asks to stop, or is gone some day without a word."""

    def __init__(self, ear: RawIOBase, folder: str) -> None:
        self.stop = threading.Event()
        self._ear = ear
        self._folder = folder
        self._is_gone = False

    def listen(self) -> None:
        """Turn the word of the window, or its end, into a wish to stop."""
        while self._ear.readline() == STOP:
            self.stop.set()
        self._is_gone = True
        self.stop.set()
        # Nobody else would end what does not look at the wish.
        time.sleep(GRACE_SECONDS)
        self.tidy_up()
        os._exit(_NO_WINDOW)

    def tidy_up(self) -> None:
        """Delete the folder of the task if nobody else is there to do it."""
        if self._is_gone:
            shutil.rmtree(self._folder, ignore_errors=True)


def _clock(start: datetime) -> Callable[[], datetime]:
    """Return the window's clock; that of a practice street is not the wall's."""
    begun = time.monotonic()
    return lambda: start + timedelta(seconds=int(time.monotonic() - begun))


def _speak(language: str) -> None:
    """Let the words of lists be those of the window."""
    from PySide6.QtCore import QCoreApplication

    from desktop.languages import install

    global _SPEAKS  # the process lives as long as its words are needed
    application = QCoreApplication(sys.argv[:1])
    _SPEAKS = (application, install(application, language))


_SPEAKS: Any = None
