"""``doctor``: is everything here that the product needs, said in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date

import typer

from desktop.cli.options import DatabaseOption, JsonOption, Options, PersonOption, chosen
from desktop.cli.output import answer

NEWEST_SQLITE_NEEDED = (3, 51, 3)
_MARKS = {"ok": "✓", "note": "·", "wrong": "✗"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: ``ok``, ``note`` (works, but know it) or ``wrong``."""

    what: str
    state: str
    words: str


def doctor(
    context: typer.Context,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """检查运行环境、字体、密钥库、数据库和工作日历。"""
    options = chosen(context, database, person, json)
    findings = list(_findings(options))
    wrong = any(one.state == "wrong" for one in findings)
    lines = [f"{_MARKS[one.state]} {one.what}：{one.words}" for one in findings]
    lines.append("有问题，请按上面的说明处理。" if wrong else "一切正常。")
    answer(options.json, {"ok": not wrong, "findings": [asdict(one) for one in findings]}, lines)
    if wrong:
        raise typer.Exit(1)


def _findings(options: Options) -> Iterator[Finding]:
    for what, look in _LOOKS:
        try:
            yield from look(options)
        except ImportError as error:
            yield Finding(what, "wrong", f"缺少组件 {error.name}。请重新运行安装命令。")


def _python(_options: Options) -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info >= (3, 11)
    words = version if fits else f"{version}，需要 3.11 或更高。请安装新的 Python。"
    yield Finding("Python", "ok" if fits else "wrong", words)


def _window(_options: Options) -> Iterator[Finding]:
    import os

    import PySide6

    from desktop.startup import has_display, version_fault

    version = tuple(int(part) for part in PySide6.__version_info__[:3])
    fault = version_fault(tuple(sys.version_info[:3]), version)
    shown = ".".join(map(str, version))
    yield Finding("PySide6", "wrong" if fault else "ok", fault or shown)
    if has_display(os.environ):
        yield Finding("显示器", "ok", "可以打开窗口。")
    else:
        yield Finding("显示器", "note", "没有显示器，只能用命令行和 demo --no-window。")


def _sqlite(_options: Options) -> Iterator[Finding]:
    import sqlcipher3.dbapi2 as driver

    version = driver.sqlite_version
    fits = tuple(map(int, version.split("."))) >= NEWEST_SQLITE_NEEDED
    connection = driver.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    finally:
        connection.close()
    words = f"{version}，加密组件 {cipher[0] if cipher else '没有'}"
    if not fits:
        words += "。版本太旧，请重新运行安装命令。"
    yield Finding("SQLite", "ok" if fits and cipher else "wrong", words)


def _fonts(_options: Options) -> Iterator[Finding]:
    from desktop.documents.errors import DocumentError
    from desktop.errors import sentence
    from desktop.paper_fonts import paper_fonts

    fonts = paper_fonts()
    try:
        with fonts.building():
            fonts.warm()
            found = sorted({source.origin for source in fonts.sources()})
    except DocumentError as error:
        yield Finding("打印字体", "wrong", sentence(error))
        return
    names = {"office": "单位自备", "system": "系统字体", "bundled": "内置字体"}
    yield Finding("打印字体", "ok", "、".join(names[one] for one in found) or "内置字体")


def _key_store(_options: Options) -> Iterator[Finding]:
    from desktop.credentials import Credentials, StoreState

    state = Credentials(limit_seconds=10).state()
    words = {
        StoreState.USABLE: ("ok", "可以记住密码，新建的数据库会加密。"),
        StoreState.NONE: ("note", "本机无安全凭据库，密码每次输入，数据库不加密。"),
        StoreState.SILENT: ("note", "凭据库被锁定或没有回应，密码每次输入。"),
    }
    yield Finding("凭据库", *words[state])


def _database(options: Options) -> Iterator[Finding]:
    from db.engine import database_path
    from db.errors import RecordError
    from db.verify import verify
    from desktop import paths
    from desktop.cli.desk import database_of
    from desktop.errors import sentence

    path = database_path(options.database or str(paths.default_database()))
    if not path.exists() and not options.database:
        yield Finding("数据库", "note", f"还没有建立（{path}）。请用 init 建立，或用 demo 试用。")
        return
    try:
        with database_of(options) as opened:
            findings = verify(opened)
            words = f"{opened.path}，{opened.path.stat().st_size / 2**20:.1f} MB"
            if opened.key() is None:
                words += "，未加密"
            if opened.read_only:
                words += "，只读"
    except RecordError as error:
        yield Finding("数据库", "wrong", sentence(error))
        return
    if findings:
        words += f"。核查发现 {len(findings)} 处问题，请运行 verify 查看。"
    yield Finding("数据库", "wrong" if findings else "ok", words)


def _calendar(_options: Options) -> Iterator[Finding]:
    from db.office import FIRST_YEAR, LAST_YEAR
    from db.rules.calendar import announced_calendar

    calendar = announced_calendar(range(FIRST_YEAR, LAST_YEAR + 1))
    known = [year for year in range(FIRST_YEAR, LAST_YEAR + 1) if calendar.is_announced(year)]
    this_year = date.today().year
    if this_year in known:
        yield Finding("工作日历", "ok", f"放假安排已到 {max(known)} 年。")
        return
    until = f"只到 {max(known)} 年" if known else "没有"
    yield Finding(
        "工作日历",
        "wrong",
        f"放假安排{until}，{this_year} 年按周一至周五计算。请升级程序，或在设置中填写调休。",
    )


_LOOKS: tuple[tuple[str, Callable[[Options], Iterator[Finding]]], ...] = (
    ("Python", _python),
    ("PySide6", _window),
    ("SQLite", _sqlite),
    ("打印字体", _fonts),
    ("凭据库", _key_store),
    ("数据库", _database),
    ("工作日历", _calendar),
)
