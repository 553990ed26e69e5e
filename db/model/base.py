"""The one collection of tables and the shapes of column that all of them share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, MetaData, Text
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> Column[int]:
    """Return the primary key: a 64-bit, time-ordered number made by the unit of work."""
    return Column("id", BigInteger, primary_key=True, autoincrement=False)


def moment(name: str, *, nullable: bool = True) -> Column[Any]:
    """Return a column for a wall-clock time of the street (Asia/Shanghai, no zone stored)."""
    return Column(name, DateTime(), nullable=nullable)


def words(name: str, *, nullable: bool = False) -> Column[Any]:
    """Return a text column; an empty text stands for "nothing said"."""
    if nullable:
        return Column(name, Text)
    return Column(name, Text, nullable=False, server_default="")


def number(
    name: str, default: int | None = 0, type_: type[TypeEngine[int]] = BigInteger
) -> Column[Any]:
    """Return a whole-number column; with ``default=None`` it may be empty."""
    if default is None:
        return Column(name, type_)
    return Column(name, type_, nullable=False, server_default=str(default))
