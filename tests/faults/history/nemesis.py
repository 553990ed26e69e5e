"""What goes wrong with server, connections and network: one after the other, healed again."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress

import psycopg

from tests.server.cluster import Cluster
from tests.server.proxy import Proxy

CROWD = 60


class Nemesis:
    """Knows every kind of fault; counts what it did."""

    def __init__(self, cluster: Cluster, proxy: Proxy, database: str, seed: int) -> None:
        self._cluster = cluster
        self._proxy = proxy
        self._database = database
        self._chance = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.kinds: dict[str, Callable[[], None]] = {
            "network cut": self._cut,
            "network silent": self._hold,
            "answers swallowed": self._swallow,
            "network slow": self._delay,
            "backends terminated": self._terminate,
            "statements cancelled": self._cancel,
            "numbers locked": self._lock,
            "connections used up": self._crowd,
            "server restarted": lambda: self._restart(signal.SIGINT),
            "server crashed": lambda: self._restart(signal.SIGQUIT),
            "server killed": lambda: self._restart(signal.SIGKILL),
        }

    def rage(self, ends: threading.Event, pause: float, most: int) -> None:
        """Go through all kinds in a changing order until the end, or so many faults."""
        while not ends.is_set() and self.done.total() < most:
            names = sorted(self.kinds)
            self._chance.shuffle(names)
            for name in names:
                if ends.wait(pause) or self.done.total() >= most:
                    return
                self.kinds[name]()
                self.done[name] += 1

    def _cut(self) -> None:
        self._proxy.cut()
        time.sleep(self._chance.uniform(0.05, 0.4))
        self._proxy.mend()

    def _hold(self) -> None:
        self._proxy.held = True
        time.sleep(self._chance.uniform(0.2, 0.6))
        # What was held back never arrives.
        self._proxy.cut_once()
        self._proxy.held = False

    def _swallow(self) -> None:
        for _ in range(10):
            self._proxy.swallow_after = self._chance.randint(1, 40)
            time.sleep(0.03)
        self._proxy.swallow_after = 0

    def _delay(self) -> None:
        self._proxy.delay = 0.02
        time.sleep(0.4)
        self._proxy.delay = 0.0

    def _terminate(self) -> None:
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE usename LIKE 'cr_%' AND pid % 2 = 0"
        )

    def _cancel(self) -> None:
        for _ in range(5):
            self._run(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'cr_%'"
            )
            time.sleep(0.02)

    def _lock(self) -> None:
        with (
            # All rows in any order: now and then one of the two is the victim of a deadlock.
            suppress(psycopg.errors.DeadlockDetected),
            psycopg.connect(self._cluster.url(self._database)) as raw,
        ):
            raw.execute("SELECT * FROM app.counter FOR UPDATE")
            time.sleep(0.4)

    def _crowd(self) -> None:
        with ExitStack() as stack:
            for _ in range(CROWD):
                try:
                    stack.enter_context(psycopg.connect(self._cluster.url(self._database)))
                except psycopg.OperationalError:
                    break
            # Whoever has a connection keeps it; those who lose theirs find no other.
            self._proxy.cut_once()
            time.sleep(0.3)

    def _restart(self, how: signal.Signals) -> None:
        self._cluster.restart(how)

    def _run(self, statement: str) -> None:
        self._cluster.run(statement)
