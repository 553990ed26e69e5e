"""``verify``, ``backup``, ``restore``, ``upgrade``: the care of the database file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.desk import database_of
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer

_KINDS = {
    "audit": "审计记录",
    "case": "事件",
    "notice": "督办单",
    "counter": "编号",
    "search": "搜索索引",
    "attachment": "附件",
    "paper": "文书",
    "database": "数据库",
}
_SHOWN = 200


def verify(
    context: typer.Context,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """核查全部记录：步骤、编号、审计链、附件。"""
    from db.verify import verify as check
    from desktop.errors import sentence_of

    options = chosen(context, database, person, json)
    with database_of(options) as opened:
        findings = check(opened)
        path = str(opened.path)
    values = {
        "ok": not findings,
        "database": path,
        "findings": [
            {
                "code": one.code,
                "kind": one.object_kind,
                "id": one.object_id,
                "detail": one.detail,
            }
            for one in findings
        ],
    }
    lines = ["核查通过，没有发现问题。"]
    if findings:
        lines = [sentence_of("verify_findings", {"count": len(findings)})]
        lines += [
            f"{_KINDS.get(one.object_kind, '记录')} {one.object_id}：{one.code} {one.detail}"
            for one in findings[:_SHOWN]
        ]
    answer(options.json, values, lines)
    if findings:
        raise typer.Exit(1)


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="文件", help="备份写到哪里")],
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """备份数据库；验证无误后才算备份。"""
    from desktop.opening import backup_file

    options = chosen(context, database, person, json)
    with database_of(options) as opened:
        made = backup_file(opened, file)
    size = made.stat().st_size
    answer(
        options.json,
        {"ok": True, "backup": str(made), "bytes": size},
        [f"已备份并验证：{made}（{size:,} 字节）"],
    )


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="备份", help="用哪一份备份恢复")],
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """用备份恢复；现在的文件改名留存。"""
    from db.engine import database_path
    from desktop import paths
    from desktop.opening import restore_file

    options = chosen(context, database, person, json)
    address = paths.database_of(options.database)
    path = database_path(address)
    aside = restore_file(file, address)
    lines = [f"已用 {file} 恢复到 {path}。"]
    if aside is not None:
        lines.append(f"原来的文件留在 {aside}。")
    answer(
        options.json,
        {"ok": True, "database": str(path), "kept": None if aside is None else str(aside)},
        lines,
    )


def upgrade(
    context: typer.Context,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """升级数据库到这个版本；升级前自动备份。"""
    from db.migrations.runner import HEAD

    options = chosen(context, database, person, json)
    # Opening brings a file up to date, after a backup; there is nothing left to do.
    with database_of(options) as opened:
        path = str(opened.path)
        read_only = opened.read_only
    values = {"ok": not read_only, "database": path, "revision": HEAD}
    if read_only:
        from db.errors import DatabaseAway

        raise DatabaseAway("read_only", path=path)
    answer(options.json, values, [f"数据库是最新的：{path}"])
