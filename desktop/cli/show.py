"""``shots``, ``demo`` and ``practice``: pictures of every page, and the invented streets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer, say


def shots(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="图片写到哪里")],
    size: Annotated[str, typer.Option("--size", metavar="宽x高", help="窗口大小")] = "1440x900",
    theme: Annotated[str, typer.Option("--theme", help="light 或 dark")] = "light",
    language: Annotated[str, typer.Option("--language", help="zh_CN 或 en_US")] = "zh_CN",
    factor: Annotated[float, typer.Option("--factor", help="字号倍数，1 到 1.5")] = 1.0,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把每一页、每个对话框存成 PNG。"""
    width, _, height = size.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise typer.BadParameter("--size 要写成 1440x900。")
    if theme not in ("light", "dark") or language not in ("zh_CN", "en_US"):
        raise typer.BadParameter("--theme 是 light 或 dark，--language 是 zh_CN 或 en_US。")
    if not 1 <= factor <= 1.5:
        raise typer.BadParameter("--factor 在 1 到 1.5 之间。")
    from desktop.shots import main

    options = chosen(context, database, person, json)
    made = main(
        folder,
        size=(int(width), int(height)),
        theme=theme,
        language=language,
        factor=factor,
        database=options.database,
        person=options.person,
    )
    pictures = [str(path) for path in made or ()]
    answer(
        options.json,
        {"ok": True, "folder": str(folder), "pictures": pictures},
        [f"已存 {len(pictures)} 张图片到 {folder}。"],
    )


def demo(
    context: typer.Context,
    shots_folder: Annotated[
        Path | None, typer.Option("--shots", metavar="文件夹", help="图片写到哪里")
    ] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="不打开窗口")] = False,
    exit_after_first_paint: Annotated[
        bool, typer.Option("--exit-after-first-paint", help="窗口画出后即退出")
    ] = False,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """建立演示街道并打开；没有显示器时演练一周的工作并写出文书和图片。"""
    from desktop.demo import main

    options = chosen(context, database, person, json)
    code = main(
        database=options.database,
        shots=shots_folder,
        no_window=no_window,
        exit_after_first_paint=exit_after_first_paint,
        as_json=options.json,
        progress=_shown,
    )
    if code:
        raise typer.Exit(code)


def practice(
    exit_after_first_paint: Annotated[
        bool, typer.Option("--exit-after-first-paint", help="登录后即退出")
    ] = False,
) -> None:
    """打开练习模式：自己的一份虚构数据，一天的任务。"""
    from desktop.practice.window import main

    code = main(exit_after_first_paint=exit_after_first_paint)
    if code:
        raise typer.Exit(code)


def _shown(done: int, total: int) -> None:
    if sys.stderr.isatty():
        say(f"{done}/{total}", sys.stderr)
