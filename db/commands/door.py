"""The one door by which everything changes: permission, transaction, audit, repeat.

Every command carries a ``command_id`` made when its form opens. A repeat after a lost answer
returns the first result and changes nothing (design.md §4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, bindparam, insert

from db import audit as audit_chain
from db.again import until_answered
from db.audit import NO_HEAD, ChainHead
from db.commands.shape import refuse_misshapen
from db.engine import Database
from db.errors import RuleError
from db.faults import faultpoint
from db.ids import NO_IDS, IdBlock, IdShelf
from db.model.account import account
from db.model.audit import chain_head, command_done
from db.model.setting import app_meta
from db.rules.permissions import Permission
from db.version_gate import refuse_newer
from db.ways import IS_PREPARED, ONLY_WRITES
from db.work import ACTOR, Actor, Work, actor_of

Result = dict[str, Any]
"""What a command answers: plain values, the same on a repeat."""


def new_command_id() -> str:
    """Return a fresh id for one intended change."""
    return str(uuid4())


@dataclass(frozen=True, kw_only=True)
class Command:
    """An order. Sub-classes add its facts and name the right that it needs."""

    permission: ClassVar[Permission | None] = None
    command_id: str = field(default_factory=new_command_id)


C = TypeVar("C", bound=Command)
Handler = Callable[[Work, Any], Result | None]

# Who gives the command, when the last one was given, whether this one was carried out before,
# whether the tables of reference are as they were and where the audit's chain ends: every command
# asks, so it is one question.
_ENTRANCE = (
    ACTOR.add_columns(
        app_meta.c.last_time,
        app_meta.c.schema_epoch,
        app_meta.c.reference_mark,
        chain_head.c.seq,
        chain_head.c.hash,
        command_done.c.command.label("done"),
        command_done.c.actor_id.label("done_by"),
        command_done.c.result,
    )
    .join(app_meta, app_meta.c.id == 1)
    .outerjoin(chain_head, chain_head.c.street_id == account.c.street_id)
    .outerjoin(command_done, command_done.c.command_id == bindparam("command_id"))
    .execution_options(**{IS_PREPARED: True})
)
_DONE_INSERT = insert(command_done).execution_options(**ONLY_WRITES)

_HANDLERS: dict[type[Command], Handler] = {}


def handles(kind: type[C]) -> Callable[[Callable[[Work, C], Result | None]], Handler]:
    """Say which function carries out a kind of command."""

    def register(handler: Callable[[Work, C], Result | None]) -> Handler:
        _HANDLERS[kind] = handler
        return handler

    return register


def known_commands() -> dict[str, type[Command]]:
    """Return every command by name."""
    return {kind.__name__: kind for kind in _HANDLERS}


def execute(
    database: Database,
    command: Command,
    *,
    by: int,
    at: datetime | None = None,
    client: str = "",
) -> Result:
    """Carry out one command of one account in a transaction of its own.

    Where a shared server gave no answer the same command is sent again: a first time that was
    carried out after all is found by its id.

    :param by: the id of the account that gives the command.
    :param at: sets the clock, on practice databases only.
    :raises NotAllowed: the person lacks the right.
    :raises RuleError: a rule is broken.
    :raises Conflict: someone was faster.
    :raises DatabaseAway: the database cannot be written now.
    """

    def attempt() -> Result:
        with database.writing(by) as connection:
            result, left = _carry_out(database, connection, database.ids, command, by, at, client)
        database.ids.keep(left)
        return result

    return until_answered(attempt)


class Batch:
    """Several commands in one transaction: all of them are done or none is."""

    def __init__(self, database: Database, connection: Connection, client: str) -> None:
        self._database = database
        self._connection = connection
        self._client = client
        # What a command that stays has taken is sure within the transaction, and only there.
        self._ids = IdShelf()

    def execute(self, command: Command, *, by: int, at: datetime | None = None) -> Result:
        """Carry out the next command; one that is refused leaves nothing, the others stay."""
        self._database.ways.act_as(self._connection, by)
        with self._database.translating(), self._connection.begin_nested():
            result, left = _carry_out(
                self._database, self._connection, self._ids, command, by, at, self._client
            )
        self._ids.keep(left)
        return result


@contextmanager
def batch(database: Database, *, by: int, client: str = "") -> Iterator[Batch]:
    """Open a transaction for several commands, such as an import or the demo street."""
    with database.writing(by) as connection:
        yield Batch(database, connection, client)


def _carry_out(
    database: Database,
    connection: Connection,
    ids: IdShelf,
    command: Command,
    by: int,
    at: datetime | None,
    client: str,
) -> tuple[Result, IdBlock]:
    """Return the answer, and the ids that are left over once what was done is committed."""
    refuse_misshapen(command)
    asked = {"account": by, "command_id": command.command_id}
    entrance = connection.execute(_ENTRANCE, asked).one_or_none()
    if entrance is not None:
        refuse_newer(entrance.schema_epoch)
    if entrance is not None and entrance.done is not None:
        if (entrance.done, entrance.done_by) != (type(command).__name__, by):
            raise RuleError("command_id_taken")
        return dict(entrance.result), NO_IDS
    now = _now(database, None if entrance is None else entrance.last_time, at)
    actor = actor_of(entrance, by, now)
    assert entrance is not None, "an actor comes from a row"
    kept = database.references.under(entrance.reference_mark, actor.street_id)
    work = Work(connection, actor, now, kept, database.ways, ids)
    if command.permission is not None:
        work.demand(command.permission)
    result = _HANDLERS[type(command)](work, command) or {}
    faultpoint("after_change_before_audit")
    head = ChainHead(entrance.seq, entrance.hash) if entrance.seq else NO_HEAD
    if database.ways.shares_the_chain:
        head = audit_chain.newest_head(connection, actor.street_id)
    _leave_traces(work, command, result, client, head)
    faultpoint("before_commit")
    return result, work.ids_left


def _now(database: Database, last: datetime | None, at: datetime | None) -> datetime:
    """Return the time of the command: never before that of the last one (F34)."""
    if at is not None and not database.is_practice:
        raise RuleError("clock_not_settable")
    now = at or database.clock()
    return max(now, last) if last else now


def _leave_traces(
    work: Work, command: Command, result: Result, client: str, head: ChainHead
) -> None:
    name = type(command).__name__
    actor: Actor = work.actor
    first = next((diff for diff in work.diffs if diff.id is not None), None)
    audit_chain.append(
        work.connection,
        actor.street_id,
        {
            "at": work.now,
            "actor_id": actor.account_id,
            "role": actor.role.value,
            "command": name,
            "object_kind": first.kind if first else "",
            "object_id": first.id if first else None,
            "client": client,
            "diff": audit_chain.canonical(
                [
                    {"kind": diff.kind, "id": diff.id, "columns": dict(diff.columns)}
                    for diff in work.diffs
                ]
            ),
        },
        head,
    )
    work.connection.execute(
        _DONE_INSERT,
        {
            "command_id": command.command_id,
            "command": name,
            "actor_id": actor.account_id,
            "at": work.now,
            "result": audit_chain.plain(result),
        },
    )
