"""Give the commands of the demo street, a day in one transaction, with ids that never vary."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from db.commands import Command, Result, batch
from db.queries.door import ask

if TYPE_CHECKING:
    from db.commands.door import Batch
    from db.engine import Database

_NAMESPACE = UUID("5f4d1c1e-0000-4000-8000-636f6d6d616e")


class Recorder:
    """Sends commands by login. Reading or :meth:`commit` ends the open transaction.

    :param done: how many commands the street has had; each number makes an id of its own.
    """

    def __init__(self, database: Database, accounts: dict[str, int], done: int = 0) -> None:
        self._database = database
        self.accounts = accounts
        self._stack: ExitStack | None = None
        self._batch: Batch | None = None
        self.done = done

    def do(self, command: Command, login: str, at: datetime) -> Result:
        """Carry out a command at a time of the practice clock.

        :raises RecordError: when it is refused; earlier commands stay.
        """
        account_id = self.accounts[login]
        if self._batch is None:
            self._stack = ExitStack()
            self._batch = self._stack.enter_context(batch(self._database, by=account_id))
        self.done += 1
        fixed = replace(command, command_id=str(uuid5(_NAMESPACE, str(self.done))))
        return self._batch.execute(fixed, by=account_id, at=at)

    def ask(self, query: Callable[..., Any], *args: Any, by: str = "director", **named: Any) -> Any:
        """Ask a query as a person sees the street now."""
        self.commit()
        return ask(self._database, query, self.accounts[by], *args, **named)

    def commit(self) -> None:
        """End the open transaction; a failure here is told, nothing of it was kept."""
        stack, self._stack, self._batch = self._stack, None, None
        if stack is not None:
            stack.close()

    def abandon(self) -> None:
        """Drop what was not committed, after an error."""
        stack, self._stack, self._batch = self._stack, None, None
        if stack is not None:
            error = RuntimeError("abandoned")
            stack.__exit__(RuntimeError, error, None)
