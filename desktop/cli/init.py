"""``init``: an empty street with its units, the 61 items and its first director."""

from __future__ import annotations

import secrets
import string
import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.desk import CLIENT, database_of
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer

_SIGNS = "-_.#"


def init(
    context: typer.Context,
    street: Annotated[str, typer.Option("--street", metavar="街道", help="街道名称")],
    divisions: Annotated[
        Path | None, typer.Option("--divisions", metavar="CSV", help="村社清单；不写时用内置的")
    ] = None,
    grids: Annotated[int, typer.Option("--grids", min=0, max=2000, help="先建多少个网格")] = 0,
    login: Annotated[str, typer.Option("--login", help="第一位主任的登录名")] = "director",
    name: Annotated[str, typer.Option("--name", help="第一位主任的姓名")] = "指挥室主任",
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", help="写有密码的文件，- 为标准输入；不写时生成一个"),
    ] = None,
    practice: Annotated[bool, typer.Option("--practice", help="演练用，可以设定时间")] = False,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """建立一个空的街道：单位、61 个事项、工作日历、第一位主任。"""
    from db.commands import execute
    from db.commands.organisation import SetPassword
    from db.errors import OpeningError
    from db.rules.passwords import check_strength
    from db.seed import FirstAccount, found_street
    from desktop.founding import street_plan

    options = chosen(context, database, person, json)
    given = None if password_file is None else _read(password_file)
    password = given or _made_up()
    check_strength(password, login)
    if divisions is not None and not divisions.is_file():
        raise OpeningError("file_missing", path=str(divisions))
    plan = street_plan(street, FirstAccount(login, "", name), divisions=divisions, grids=grids)
    with database_of(options, create=True, practice=practice) as opened:
        founded = found_street(opened, plan)
        execute(
            opened,
            SetPassword(
                account_id=founded.account_id, password=password, must_change=given is None
            ),
            by=founded.account_id,
            client=CLIENT,
        )
        encrypted = opened.key() is not None
        path = opened.path
    communities = sum(unit.kind == "community" for unit in plan.units)
    values = {
        "ok": True,
        "street": street,
        "database": str(path),
        "units": founded.units,
        "communities": communities,
        "items": founded.items,
        "login": login,
        "password": password if given is None else None,
        "encrypted": encrypted,
        "practice": practice,
    }
    lines = [
        f"已建立{street}：{founded.units}个单位（其中村社{communities}个），{founded.items}个事项。",
        f"数据库：{path}（{'已加密' if encrypted else '未加密'}）",
        f"第一位主任的登录名：{login}",
    ]
    if given is None:
        lines.append(f"初始密码：{password}（只显示这一次，首次登录后请修改）")
    if not communities:
        lines.append("内置清单里没有这个街道的村社，请用 --divisions 导入，或在设置中添加。")
    answer(options.json, values, lines)


def _read(path: Path) -> str:
    """Return the first line of a file or of what is piped in."""
    text = sys.stdin.readline() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    return text.splitlines()[0].strip() if text.strip() else ""


def _made_up() -> str:
    """Return a password of three kinds that nobody has to think of."""
    letters = [secrets.choice(string.ascii_letters) for _ in range(9)]
    digits = [secrets.choice(string.digits) for _ in range(4)]
    return "".join(
        [
            secrets.choice(string.ascii_uppercase),
            *letters,
            *digits,
            secrets.choice(_SIGNS),
            secrets.choice(string.ascii_lowercase),
        ]
    )
