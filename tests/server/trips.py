"""Count how often a client waits for its server, by the trace of its own library."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from db.engine import Database

_SIDE = re.compile(r"[-0-9 :.]+\t([FB])\t")
"""A line of the trace: its moment, and whether the client (F) or the server (B) sent it."""


def trips(database: Database, work: Callable[[], Any]) -> int:
    """Return how often the client began to send while it worked; what goes at once is one trip."""
    with tempfile.NamedTemporaryFile(mode="r", encoding="utf-8", errors="replace") as trace:
        # The one connection of the pool, so that the work is done on it, and on a new one: what
        # was prepared before does not make it look cheaper than it is.
        database.engine.pool.dispose()
        connection = database.engine.raw_connection()
        driver: Any = connection.driver_connection
        driver.pgconn.trace(trace.fileno())
        connection.close()
        work()
        driver.pgconn.untrace()
        trace.seek(0)
        sides = [
            found[1]
            for line in trace.read().splitlines()
            if (found := _SIDE.match(line)) is not None
        ]
    return sum(side == "F" and before != "F" for before, side in pairwise(["B", *sides]))
