"""The options that every call has: which database, as whom, in which form the answer comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

DatabaseOption = Annotated[
    str | None,
    typer.Option("--database", metavar="文件", help="数据库文件；不写时用本机的默认位置"),
]
PersonOption = Annotated[
    str | None,
    typer.Option("--as", metavar="人员", help="以谁的身份（登录名或姓名）；不写时用第一位主任"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="结果写成 JSON")]


@dataclass(frozen=True)
class Options:
    """What was chosen for one call."""

    database: str | None = None
    person: str | None = None
    json: bool = False


def chosen(context: typer.Context, database: str | None, person: str | None, json: bool) -> Options:
    """Return the options of a call; what stands behind the call's name wins."""
    before = context.obj if isinstance(context.obj, Options) else Options()
    return Options(database or before.database, person or before.person, json or before.json)
