"""``server init``, ``check``, ``backup``, ``watch``, ``restore``: care of the office's server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.cli.options import JsonOption
from desktop.cli.output import answer

app = typer.Typer(help="在服务器上：设置、检查、备份、恢复本单位的数据库服务器。")

LANGUAGES = ("zh_CN", "en_US")
_MARKS = {"ok": "✓", "note": "·", "wrong": "✗"}

FolderOption = Annotated[
    Path, typer.Option("--folder", metavar="文件夹", help="证书、备份和选择放在哪里")
]
LanguageOption = Annotated[str, typer.Option("--language", help="zh_CN 或 en_US")]
_FOLDER = Path("/var/lib/command-room")


@app.command("init")
def init(
    host: Annotated[
        list[str],
        typer.Option("--host", metavar="名称", help="工作电脑用来找服务器的名称或地址，可写几次"),
    ],
    network: Annotated[
        list[str], typer.Option("--network", metavar="网段", help="工作电脑所在的网段，可写几次")
    ],
    name: Annotated[str, typer.Option("--name", metavar="库名", help="数据库的名称")] = (
        "command_room"
    ),
    listen: Annotated[str, typer.Option("--listen", help="在哪些地址上听，* 为全部")] = "*",
    socket: Annotated[
        str, typer.Option("--socket", metavar="文件夹", help="PostgreSQL 的套接字在哪里")
    ] = "/var/run/postgresql",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="端口")] = 5432,
    superuser: Annotated[str, typer.Option("--superuser", help="超级用户")] = "postgres",
    folder: FolderOption = _FOLDER,
    language: LanguageOption = LANGUAGES[0],
    json: JsonOption = False,
) -> None:
    """设置服务器：数据库、角色、证书、访问规则、参数、夜间备份；可以重复运行。"""
    from db.engine import wall_clock
    from db.server.administration.plan import Folder, Plan
    from db.server.administration.reach import Reach
    from db.server.administration.set_up import set_up

    plan = Plan(tuple(host), tuple(network), name, listen, Reach(socket, port, superuser))
    place = Folder(folder.absolute())
    with _spoken(language) as said:
        steps = []
        for done in set_up(plan, place, wall_clock):
            line = said(done.code, done.facts)
            steps.append({"code": done.code, "changed": done.changed, "words": line})
            # Told as it happens: were a later step refused, these stand.
            if not json:
                answer(False, {}, [f"{'+' if done.changed else '✓'} {line}"])
        address = f"postgresql://{superuser}@/{name}{plan.reach.query}"
        last = said("server_ready", {"address": f"'{address}'"})
    values = {
        "ok": True,
        "database": address,
        "certificate": str(place.for_workstations),
        "steps": steps,
    }
    answer(json, values, [last])


@app.command("check")
def check(
    folder: FolderOption = _FOLDER,
    language: LanguageOption = LANGUAGES[0],
    json: JsonOption = False,
) -> None:
    """检查服务器：版本、参数、访问规则、证书、数据、备份、磁盘。"""
    from db.engine import wall_clock
    from db.server.administration.checking import check as look
    from db.server.administration.plan import Folder, read_plan

    place = Folder(folder.absolute())
    found = list(look(read_plan(place), place, wall_clock()))
    wrong = sum(one.state == "wrong" for one in found)
    with _spoken(language) as said:
        findings = [
            {"code": one.code, "state": one.state, "words": said(one.code, one.facts)}
            for one in found
        ]
        lines = [f"{_MARKS[one['state']]} {one['words']}" for one in findings]
        lines.append(said("server_faulty", {"count": wrong}) if wrong else said("server_fine", {}))
    answer(json, {"ok": not wrong, "findings": findings}, lines)
    if wrong:
        raise typer.Exit(1)


@app.command("backup")
def backup(
    folder: FolderOption = _FOLDER,
    language: LanguageOption = LANGUAGES[0],
    json: JsonOption = False,
) -> None:
    """备份一次：恢复到旁边逐表核对，一致才算；旧的按规则删去。"""
    from db.engine import wall_clock
    from db.server.administration.backups import back_up
    from db.server.administration.plan import Folder, read_plan

    place = Folder(folder.absolute())
    made, gone = back_up(read_plan(place), place, wall_clock())
    facts = {"path": str(made.dump), "rows": made.rows, "gone": gone}
    with _spoken(language) as said:
        answer(json, {"ok": True, **facts}, [said("server_backed_up", facts)])


@app.command("watch")
def watch(
    folder: FolderOption = _FOLDER,
    language: LanguageOption = LANGUAGES[0],
    json: JsonOption = False,
) -> None:
    """数一次错误密码：连错五次的账号锁住半小时，到时的打开；定时器每分钟运行它。"""
    from db.server.administration.plan import Folder, read_plan
    from db.server.administration.watching import watch as count

    facts = {"count": count(read_plan(Folder(folder.absolute())))}
    with _spoken(language) as said:
        answer(json, {"ok": True, "locked": facts["count"]}, [said("server_watched", facts)])


@app.command("restore")
def restore(
    file: Annotated[Path, typer.Argument(metavar="备份", help="用哪一份备份（.dump）恢复")],
    replace: Annotated[
        bool, typer.Option("--replace", help="现在的库里有数据也换，原来的改名留存")
    ] = False,
    folder: FolderOption = _FOLDER,
    language: LanguageOption = LANGUAGES[0],
    json: JsonOption = False,
) -> None:
    """用备份恢复：先恢复到旁边核对，一致才换上。"""
    from db.engine import wall_clock
    from db.server.administration.plan import Folder, read_plan
    from db.server.administration.restoring import restore as bring_back

    plan = read_plan(Folder(folder.absolute()))
    done = bring_back(plan, file.absolute(), wall_clock(), replace=replace)
    facts = {
        "at": done.backup.made_at,
        "name": plan.database,
        "rows": done.backup.rows,
        "roles": done.roles,
    }
    with _spoken(language) as said:
        lines = [said("server_restored", facts)]
        if done.kept is not None:
            lines.append(said("server_kept_aside", {"name": done.kept}))
    answer(json, {"ok": True, **facts, "kept": done.kept}, lines)


class _Say:
    """Say a code with its facts, in the language that was asked for."""

    def __call__(self, code: str, facts: Mapping[str, Any]) -> str:
        """Return the sentence."""
        from desktop.errors import sentence_of

        return sentence_of(code, facts)


@contextmanager
def _spoken(language: str) -> Iterator[_Say]:
    """Let sentences be said in a language; Chinese needs nothing of Qt."""
    if language not in LANGUAGES:
        raise typer.BadParameter("--language 是 zh_CN 或 en_US。")
    if language == LANGUAGES[0]:
        yield _Say()
        return
    from PySide6.QtCore import QCoreApplication

    from desktop.languages import current, install

    application = QCoreApplication.instance() or QCoreApplication([])
    before = current()
    install(application, language)
    try:
        yield _Say()
    finally:
        install(application, before)
