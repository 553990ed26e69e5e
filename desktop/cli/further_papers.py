"""``notice --kind``, ``listed`` and ``bulletin``: the papers that follow from supervision."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.cli.cases import DAY
from desktop.cli.desk import Desk, opened
from desktop.cli.names import UnknownName, member
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.written import DocxOption, OutOption, fonts, write, written

if TYPE_CHECKING:
    from desktop.documents.kinds import FurtherContents


def notice_paper(desk: Desk, notice_id: int, kind: str) -> FurtherContents:
    """Return what stands on a paper that follows from a notice; one that may not is refused."""
    from db.queries.further_papers import further
    from db.queries.lookup import street_on_paper
    from db.queries.notice_detail import notice_detail
    from db.rules.notice_papers import FurtherPaper
    from desktop import texts
    from desktop.further_papers import further_contents

    wanted = member(FurtherPaper, kind)
    detail = desk.ask(notice_detail, notice_id)
    known = desk.ask(further, detail)
    if wanted not in known.papers:
        allowed = "、".join(texts.label(paper) for paper in known.papers) or "无"
        raise typer.BadParameter(
            f"这张督办单现在不能出“{texts.label(wanted)}”。可以出的有：{allowed}。"
        )
    return further_contents(
        wanted, detail, desk.ask(street_on_paper), known, desk.ask(lambda reader: reader.now)
    )


def listed(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="挂牌文号", help="如 龙委督〔2026〕7号")],
    out: OutOption,
    kind: Annotated[
        str, typer.Option("--kind", help="挂牌督办通知书、挂牌督办登记表")
    ] = "挂牌督办登记表",
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把区级挂牌督办的通知书或登记表写成 PDF。"""
    from db.queries.listed import listed as listed_rows
    from db.queries.listed import listed_detail
    from db.queries.lookup import street_on_paper
    from db.rules.notice_papers import ListedPaper
    from desktop.further_papers import listed_paper

    options = chosen(context, database, person, json)
    wanted = member(ListedPaper, kind)
    with opened(options) as desk:
        rows = desk.ask(listed_rows)
        found = next((row for row in rows if row.number == number.strip()), None)
        if found is None:
            raise UnknownName(number, [row.number for row in rows])
        row = desk.ask(listed_detail, found.id)
        now = desk.ask(lambda reader: reader.now)
        contents = listed_paper(wanted, row, desk.ask(street_on_paper), now)
    finish(options.json, out, docx, contents, {"number": row.number})


def bulletin(
    context: typer.Context,
    out: OutOption,
    start: Annotated[datetime, typer.Option("--from", formats=DAY, help="签发日起")],
    end: Annotated[datetime, typer.Option("--to", formats=DAY, help="签发日止")],
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把一段时间的督办情况通报写成 PDF。"""
    from db.queries.lookup import street_on_paper
    from db.queries.notices import notice_book
    from desktop.official_words import bulletin as contents_of

    options = chosen(context, database, person, json)
    if end < start:
        raise typer.BadParameter("止日早于起日。")
    with opened(options) as desk:
        rows = desk.ask(notice_book, start, end + timedelta(days=1))
        now = desk.ask(lambda reader: reader.now)
        contents = contents_of(rows, desk.ask(street_on_paper), start.date(), end.date(), now)
    finish(options.json, out, docx, contents, {"notices": len(rows)})


def finish(
    as_json: bool, out: Path, docx: Path | None, contents: FurtherContents, facts: dict[str, Any]
) -> None:
    """Write a paper, and its copy to be edited if it is wanted."""
    from desktop.documents import kinds, word

    if docx is not None:
        write(docx, word.build(contents))
    data = kinds.build(contents, fonts())
    written(as_json, out, data, {"kind": kinds.title_of(contents), **facts})
