"""``cases``: the list as the window would show it, printed or written to a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.cli.desk import Desk, opened
from desktop.cli.names import Names, member
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.output import answer

if TYPE_CHECKING:
    from db.queries.cases import CaseRow
    from db.queries.page import CaseFilter, Order

DAY = ["%Y-%m-%d"]
Several = list[str] | None


def cases(
    context: typer.Context,
    search: Annotated[str, typer.Option("--search", help="编号、内容、电话、拼音首字母")] = "",
    tab: Annotated[str, typer.Option("--tab", help="如 待受理、处置中、已超期")] = "",
    state: Annotated[Several, typer.Option("--state", help="状态，可写多次")] = None,
    urgency: Annotated[Several, typer.Option("--urgency", help="一般、紧急、重大")] = None,
    source: Annotated[Several, typer.Option("--source", help="来源")] = None,
    platform: Annotated[Several, typer.Option("--platform", help="平台编码或名称")] = None,
    item: Annotated[Several, typer.Option("--item", help="事项编码或名称")] = None,
    community: Annotated[Several, typer.Option("--community", help="村社")] = None,
    grid: Annotated[Several, typer.Option("--grid", help="网格")] = None,
    unit: Annotated[Several, typer.Option("--unit", help="当前单位或牵头单位")] = None,
    start: Annotated[datetime | None, typer.Option("--from", formats=DAY, help="登记日起")] = None,
    end: Annotated[datetime | None, typer.Option("--to", formats=DAY, help="登记日止")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="只看超期")] = False,
    duplicates: Annotated[bool, typer.Option("--duplicates", help="只看重复件")] = False,
    order: Annotated[str, typer.Option("--order", help="newest、oldest、deadline")] = "newest",
    limit: Annotated[int, typer.Option("--limit", min=1, help="最多显示多少条")] = 50,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="文件", help="全部写到 xlsx 或 csv")
    ] = None,
    masked: Annotated[bool, typer.Option("--masked", help="导出时遮盖姓名和电话")] = False,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """列出事件；用 --out 导出全部。"""
    from db.queries.page import Order

    options = chosen(context, database, person, json)
    with opened(options) as desk:
        wanted = _filter(
            desk,
            {
                "search": search, "tab": tab, "states": state, "urgencies": urgency,
                "sources": source, "platforms": platform, "item_ids": item,
                "community_ids": community, "grid_ids": grid, "unit_ids": unit,
                "registered_from": start, "registered_to": end,
                "overdue": True if overdue else None,
                "is_duplicate": True if duplicates else None,
            },
        )  # fmt: skip
        by = member(Order, order)
        if out is not None:
            _write(desk, out, wanted, by, masked, options.json)
            return
        _show(desk, wanted, by, limit, options.json)


def _filter(desk: Desk, given: dict[str, Any]) -> CaseFilter:
    """Return the filter that words on the command line mean."""
    from db.queries.page import CaseFilter, Tab
    from db.rules.terms import CaseState, Source, Urgency

    names = Names(desk)
    enums: dict[str, type[Any]] = {"states": CaseState, "urgencies": Urgency, "sources": Source}
    values: dict[str, Any] = {}
    for name, value in given.items():
        if not value:
            continue
        if name in enums:
            values[name] = tuple(member(enums[name], word) for word in value)
        elif name == "tab":
            values[name] = member(Tab, value)
        elif name == "platforms":
            values[name] = tuple(names.platform(word) for word in value)
        elif name.endswith("_ids"):
            values[name] = tuple(names.id_of(name.removesuffix("s"), word) for word in value)
        elif isinstance(value, datetime):
            values[name] = value.date()
        else:
            values[name] = value
    return CaseFilter(**values)


def _show(desk: Desk, wanted: CaseFilter, order: Order, limit: int, as_json: bool) -> None:
    from db.queries.cases import case_rows
    from db.queries.page import case_count, case_ids

    ids = desk.ask(case_ids, wanted, order, limit)
    found = desk.ask(case_rows, ids)
    rows = [found[id_] for id_ in ids if id_ in found]
    total = desk.ask(case_count, wanted, None)
    lines = [_line(row) for row in rows]
    lines.append(f"共 {total} 件，显示 {len(rows)} 件。")
    answer(as_json, {"total": total, "cases": [_plain(row) for row in rows]}, lines)


def _write(
    desk: Desk, path: Path, wanted: CaseFilter, order: Order, masked: bool, as_json: bool
) -> None:
    from desktop.exporting import export_cases

    done = export_cases(
        desk.database, desk.account_id, path, filter=wanted, order=order, in_clear=not masked
    )
    shade = "，姓名和电话已遮盖" if done.masked else ""
    answer(
        as_json,
        {"rows": done.rows, "file": str(path), "masked": done.masked},
        [f"已导出 {done.rows} 件到 {path}{shade}。"],
    )


def _line(row: CaseRow) -> str:
    from desktop import texts

    due = f" 期限 {texts.moment(row.due_at)}" if row.due_at else ""
    return (
        f"{row.number}  {texts.label(row.state)}  {texts.label(row.light)}  {row.title}"
        f"  {row.community}  {row.holder}{due}"
    )


def _plain(row: CaseRow) -> dict[str, Any]:
    """Return a row under its own names; codes as they are, and their words beside them."""
    from dataclasses import fields

    from desktop import texts

    values = {field.name: getattr(row, field.name) for field in fields(row)}
    values.pop("remaining")
    values.pop("follow_up_left")
    values["state_name"] = texts.label(row.state)
    values["light_name"] = texts.label(row.light)
    return values
