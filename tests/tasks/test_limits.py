"""Whether the end of a task came of too little memory."""

from __future__ import annotations

import errno

import pytest
from sqlalchemy import String, TypeDecorator, create_engine, literal, select
from sqlalchemy.exc import StatementError

from desktop.tasks.limits import ran_out_of_memory


class Starving(TypeDecorator[str]):
    """A column for whose value no memory is left."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: object, dialect: object) -> str:
        """Fail as the interpreter does."""
        raise MemoryError


def test_memory_that_runs_out_inside_a_statement_is_seen() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(StatementError) as caught:
        connection.execute(select(literal("邻里纠纷", Starving())))
    assert ran_out_of_memory(caught.value)


def test_memory_that_the_system_refuses_is_seen() -> None:
    assert ran_out_of_memory(OSError(errno.ENOMEM, "Cannot allocate memory"))


def test_another_error_is_none_of_memory() -> None:
    assert not ran_out_of_memory(OSError(errno.ENOSPC, "No space left on device"))
    assert not ran_out_of_memory(ValueError("memory"))
