"""The connection that listens: it wakes the reader of the log and shows what is open here.

It lives in a thread of its own and dials again when it breaks. Nobody waits for it: without it
the log is read by the clock. What a desk has open is a lock of this connection, so that it is
gone by itself when the desk dies, however it dies.
"""

from __future__ import annotations

import logging
import select
import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

import psycopg
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from db.server import openings
from db.server.live import CHANGES
from db.wake import Wake

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 5.0
"""How long to wait before dialling again; doubled each time."""
BEAT_S = 15.0
"""How long to hear nothing before asking whether the server is still there."""
_LOG = logging.getLogger(__name__)


class Listener:
    """Listens until it is closed; `woken` is called in its thread."""

    def __init__(self, engine: Engine, woken: Callable[[Wake], None]) -> None:
        self._engine = engine
        self._woken = woken
        self._ends = False
        self._wanted: int | None = None
        self._shown: int | None = None
        # The other end of a pair wakes the thread out of its waiting for the server.
        self._ear, self._mouth = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="db-listen", daemon=True)
        self._thread.start()

    def show_open(self, case_id: int | None) -> None:
        """Let the other desks know which case is open here; None for none."""
        self._wanted = case_id
        self._rouse()

    def close(self, seconds: float = 5.0) -> bool:
        """Leave the server; tell whether the thread ended in time."""
        self._ends = True
        self._rouse()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    # In the thread ---------------------------------------------------------------------

    def _run(self) -> None:
        with self._ear, self._mouth:
            self._stay()

    def _stay(self) -> None:
        pause = FIRST_PAUSE_S
        while not self._ends:
            try:
                with closing(self._dialled()) as raw:
                    pause = FIRST_PAUSE_S
                    # What happened while nobody listened is in the log.
                    self._woken(Wake("listening"))
                    self._listen(raw)
            except (psycopg.Error, SQLAlchemyError, OSError) as error:
                _LOG.warning("not listening to the server: %s", type(error).__name__)
                self._woken(Wake("deaf"))
            if not self._ends and self._is_roused(pause):
                continue
            pause = min(2 * pause, LONGEST_PAUSE_S)

    def _dialled(self) -> Any:
        """Return a connection of its own that listens already."""
        # Made as the pool makes its own, and never given back.
        pooled = self._engine.raw_connection()
        raw: Any = pooled.driver_connection
        try:
            pooled.detach()
            raw.rollback()
            raw.autocommit = True
            openings.name_desk(raw)
            for channel in (CHANGES, openings.CHANNEL):
                raw.execute(f"LISTEN {channel}")
        except BaseException:
            # Whatever it was, the connection must not stay behind; it is told on.
            raw.close()
            raise
        self._shown = None
        return raw

    def _listen(self, raw: Any) -> None:
        while not self._ends:
            if self._wanted != self._shown:
                wanted = self._wanted
                openings.show(raw, self._shown, wanted)
                self._shown = wanted
            for told in raw.notifies(timeout=0):
                self._tell(told)
            heard = select.select([raw, self._ear], [], [], BEAT_S)[0]
            if self._ear in heard:
                self._ear.recv(64)
            elif not heard:
                # What still acknowledges bytes for a server that is gone never says a word.
                raw.execute("SELECT 1")

    def _tell(self, told: psycopg.Notify) -> None:
        if told.channel == CHANGES:
            self._woken(Wake("changes"))
            return
        # Anybody may speak on a channel: what is not a number is not ours.
        if told.payload.isdecimal():
            self._woken(Wake("opening", int(told.payload)))

    def _is_roused(self, seconds: float) -> bool:
        """Wait; tell whether somebody roused the thread before the time was over."""
        if not select.select([self._ear], [], [], seconds)[0]:
            return False
        self._ear.recv(64)
        return True

    def _rouse(self) -> None:
        # A full pair says that the thread was roused already, a closed one that it has ended.
        with suppress(OSError):
            self._mouth.send(b".")
