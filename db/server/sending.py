"""Fewer waits for the server: what needs no answer goes out together with what follows it.

Each statement on its own is a round trip, and over a slow line those are what a person waits for.
A transaction begins together with its first statement; a statement that only writes waits here
for the next one, or for the commit, and goes with it. Whatever one of them is refused for is told
at that next one: by then the whole transaction has failed either way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus
from sqlalchemy import Engine, event

from db.ways import IS_PREPARED, NEEDS_NO_ANSWER

_Statement = tuple[str, Any, bool | None]
"""A statement, its parameters and whether its plan is kept."""


class SendingConnection(psycopg.Connection[Any]):
    """Keeps what needs no answer until something does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cursor_factory = SendingCursor
        self.server_cursor_factory = ServedCursor
        self._kept: list[_Statement] = []
        self._is_to_begin = False

    def keep(self, query: str, parameters: Any, prepare: bool | None) -> None:
        """Let a statement go out with the next one."""
        self._kept.append((query, parameters, prepare))

    def drop_kept(self) -> None:
        """Forget what was never sent: what it belonged to is taken back."""
        self._kept.clear()

    def send(self, last: Callable[[], Any], *, in_parts: bool = False) -> None:
        """Send what was kept and then a last one, and take all their answers.

        :param in_parts: the last one may itself be more than one message.
        :raises psycopg.Error: what the first of them that failed was refused for.
        """
        self._is_to_begin = not self.autocommit and (
            self.pgconn.transaction_status == TransactionStatus.IDLE
        )
        if not self._kept and not self._is_to_begin and not in_parts:
            last()
            return
        kept, self._kept = self._kept, []
        first: psycopg.Error | None = None
        try:
            with self.pipeline():
                try:
                    for query, parameters, prepare in kept:
                        psycopg.Cursor(self).execute(query, parameters, prepare=prepare)
                    last()
                except psycopg.Error as error:
                    # Leaving the pipeline only tells that what came behind was not done.
                    first = error
        except psycopg.Error as error:
            raise (first or error) from None
        if first is not None:
            raise first

    def send_kept(self) -> None:
        """Send now what was kept."""
        if self._kept:
            query, parameters, prepare = self._kept.pop()
            self.send(lambda: psycopg.Cursor(self).execute(query, parameters, prepare=prepare))

    def commit(self) -> None:
        """Commit, and what was kept with it."""
        if self._kept:
            # The driver's own would wait in between.
            self.send(lambda: psycopg.Cursor(self).execute("COMMIT"))
        else:
            super().commit()

    def rollback(self) -> None:
        """Roll back; what was kept was never sent."""
        self.drop_kept()
        super().rollback()

    def cursor(self, *args: Any, **kwargs: Any) -> Any:
        """Return a cursor; one of the server's own finds everything sent."""
        if args or kwargs.get("name"):
            self.send_kept()
        return super().cursor(*args, **kwargs)

    def _start_query(self) -> PQGen[None]:
        # The driver's own waits for the answer to BEGIN even in a pipeline. Should a later driver
        # not ask this, a transaction takes a trip more, and the bench that counts them tells so.
        if self._pipeline is None:
            yield from super()._start_query()
        elif self._is_to_begin:
            self._is_to_begin = False
            yield from self._exec_command(self._get_tx_start_command())


class SendingCursor(psycopg.Cursor[Any]):
    """Lets go out first what was kept."""

    _conn: SendingConnection

    def execute(self, query: Any, params: Any = None, **options: Any) -> SendingCursor:
        """Carry out a statement behind those that were kept."""
        if isinstance(query, str) and query.startswith("ROLLBACK TO"):
            # All that is kept came behind the savepoint: setting one sends what came before.
            self._conn.drop_kept()
        self._conn.send(
            lambda: super(SendingCursor, self).execute(query, params, **options),
            # What is prepared is told to the server first, when it is new to it.
            in_parts=bool(options.get("prepare")),
        )
        return self

    def executemany(self, query: Any, params_seq: Any, **options: Any) -> None:
        """Carry out a statement with each of several rows, behind those that were kept."""
        self._conn.send_kept()
        super().executemany(query, params_seq, **options)

    def copy(self, *args: Any, **options: Any) -> Any:
        """Copy rows behind what was kept."""
        self._conn.send_kept()
        return super().copy(*args, **options)


class ServedCursor(psycopg.ServerCursor[Any]):
    """A cursor of the server's, which is gone with its connection."""

    def __del__(self, *told: Any) -> None:
        # SQLAlchemy does not close it when the connection broke under it; nothing is left then.
        if not self.connection.closed:
            super().__del__(*told)


def let_send_together(engine: Engine) -> None:
    """Keep for the next statement each one that says that it needs no answer."""

    @event.listens_for(engine, "do_execute")
    def _execute(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        options = {} if context is None else context.execution_options
        if options.get(NEEDS_NO_ANSWER):
            cursor.connection.keep(statement, parameters, options.get(IS_PREPARED))
        elif options.get(IS_PREPARED):
            cursor.execute(statement, parameters, prepare=True)
        else:
            return False
        return True
