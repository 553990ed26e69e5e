"""A connection that does not wait for ever for an answer (reliability.md F05, F06).

TCP's own time-outs notice a network that is gone. They do not notice what still acknowledges
bytes for a server that will never see them: a gateway, a proxy, a frozen machine.
"""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.abc import PQGen

from db.server.sending import SendingConnection

LOOK_SECONDS = 0.1
"""How often the driver looks up while it waits, so that Ctrl+C is heard."""
OPENING_SECONDS = 15.0
READING_SECONDS = 20.0
WRITING_SECONDS = 12.0
"""How long to wait for the answer to one statement; one that writes waits for a lock up to ten
seconds, which the server then tells by itself."""

TCP = {
    "connect_timeout": 5,
    # Sent and never acknowledged.
    "tcp_user_timeout": 5000,
    # Nothing sent, and nobody there any more.
    "keepalives": 1,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
}
"""What libpq tells the system; either time-out alone leaves half of the cases hanging."""


class PatientConnection(SendingConnection):
    """Gives up a connection on which a statement got no answer in time."""

    answer_seconds: float | None = OPENING_SECONDS
    """None for the work of an upgrade, which takes as long as it takes."""

    def wait(
        self, gen: PQGen[Any], interval: float = LOOK_SECONDS, timeout: float | None = None
    ) -> Any:
        """Wait for an answer.

        :raises psycopg.OperationalError: it did not come in time; the connection is closed, since
            nobody knows what the server makes of it.
        """
        if timeout is not None:
            # Not for an answer: who listens for news waits for a while and goes on.
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(gen, interval, self.answer_seconds)
        except psycopg.OperationalError as error:
            # The driver has no public name for its time-out; every other one carries a state or
            # has broken the connection already.
            if error.sqlstate is None:
                self.pgconn.finish()
            raise
