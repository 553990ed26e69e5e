"""``notice``, ``minutes``, ``week``, ``list``: the printed pages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.cli.cases import DAY
from desktop.cli.desk import Desk, opened
from desktop.cli.further_papers import finish, notice_paper
from desktop.cli.names import Names, member
from desktop.cli.options import DatabaseOption, JsonOption, PersonOption, chosen
from desktop.cli.written import DocxOption, OutOption, fonts, write, written

if TYPE_CHECKING:
    from desktop.documents.contents import Contents

_NOTICE, _MINUTES, _MEETING = "notice", "minutes", "meeting"


def notice(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="文号", help="如 龙永督〔2026〕3号")],
    out: OutOption,
    letter: Annotated[bool, typer.Option("--letter", help="信函格式")] = False,
    kind: Annotated[
        str,
        typer.Option("--kind", help="后续文书，如 催办通知书、销号审批表"),
    ] = "",
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把督办通知单或后续文书写成 PDF；已经存档的写出存档的那一份。"""
    from db.queries.lookup import street
    from db.queries.notice_detail import notice_detail
    from desktop.documents import notice as page
    from desktop.documents import word
    from desktop.paper_words import notice_contents

    options = chosen(context, database, person, json)
    if kind:
        with opened(options) as desk:
            further = notice_paper(desk, _notice_id(desk, number), kind)
        finish(options.json, out, docx, further, {"number": number})
        return
    with opened(options) as desk:
        detail = desk.ask(notice_detail, _notice_id(desk, number))
        contents = notice_contents(detail, desk.ask(street))
        kept = None if letter or not detail.number else _kept(desk, _NOTICE, detail.id, _NOTICE)
        data = kept or page.build(contents, fonts(), letter=letter, draft=not detail.number)
        if kept is None and detail.number and not letter:
            _keep(desk, _NOTICE, detail.number, _NOTICE, detail.id, contents, data)
    if docx is not None:
        write(docx, word.build_notice(contents))
    written(options.json, out, data, {"number": detail.number, "kept": kept is not None})


def minutes(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="会议", help="周（2026-W47）或会议的 id")],
    out: OutOption,
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把会议纪要写成 PDF。"""
    from db.queries.lookup import street
    from db.queries.meetings import minutes_facts
    from desktop.documents import minutes as page
    from desktop.documents import word
    from desktop.minutes_texts import minutes_of

    options = chosen(context, database, person, json)
    with opened(options) as desk:
        meeting_id = (
            int(meeting) if meeting.isdecimal() else Names(desk).id_of("meeting_id", meeting)
        )
        facts = desk.ask(minutes_facts, meeting_id)
        contents = minutes_of(facts, desk.ask(street))
        final = facts.meeting.closed_at is not None
        data = page.build(contents, fonts(), draft=not final)
        if final:
            _keep(desk, _MINUTES, contents.number, _MEETING, meeting_id, contents, data)
    if docx is not None:
        write(docx, word.build_minutes(contents))
    written(options.json, out, data, {"title": contents.title, "number": contents.number})


def week(
    context: typer.Context,
    which: Annotated[str, typer.Argument(metavar="周", help="如 2026-W47")],
    out: OutOption,
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把一周的例会材料写成 PDF。"""
    from db.queries.week_material import week_material
    from db.rules.numbering import IsoWeek
    from desktop.documents import weekly as page
    from desktop.documents import word
    from desktop.weekly_words import weekly_contents

    options = chosen(context, database, person, json)
    asked = IsoWeek.parse(which.upper())
    if asked is None:
        raise typer.BadParameter(f"“{which}”不是周，请写成 2026-W47。")
    with opened(options) as desk:
        material = desk.ask(week_material, asked.year, asked.week)
        contents = weekly_contents(material)
        data = page.build(contents, fonts())
    if docx is not None:
        write(docx, word.build(contents))
    written(options.json, out, data, {"week": str(asked), "overdue": material.overdue.total})


def case_list(
    context: typer.Context,
    out: OutOption,
    tab: Annotated[str, typer.Option("--tab", help="如 待受理、处置中、已超期")] = "全部",
    title: Annotated[str, typer.Option("--title", help="标题")] = "",
    start: Annotated[datetime | None, typer.Option("--from", formats=DAY, help="登记日起")] = None,
    end: Annotated[datetime | None, typer.Option("--to", formats=DAY, help="登记日止")] = None,
    search: Annotated[str, typer.Option("--search", help="搜索")] = "",
    docx: DocxOption = None,
    database: DatabaseOption = None,
    person: PersonOption = None,
    json: JsonOption = False,
) -> None:
    """把事件清单写成 PDF。"""
    from db.queries.cases import case_rows
    from db.queries.lookup import street
    from db.queries.page import CaseFilter, Order, Tab, case_ids
    from desktop import texts
    from desktop.documents import case_list as page
    from desktop.documents import word
    from desktop.paper_words import case_list_contents

    options = chosen(context, database, person, json)
    wanted = member(Tab, tab)
    filter_ = CaseFilter(
        tab=wanted,
        search=search,
        registered_from=start.date() if start else None,
        registered_to=end.date() if end else None,
    )
    with opened(options) as desk:
        ids = desk.ask(case_ids, filter_, Order.OLDEST)
        found = desk.ask(case_rows, ids)
        rows = [found[id_] for id_ in ids if id_ in found]
        heading = title or f"{texts.label(wanted)}事件清单"
        contents = case_list_contents(heading, desk.ask(street), rows)
        data = page.build(contents, fonts())
    if docx is not None:
        write(docx, word.build(contents))
    written(options.json, out, data, {"title": heading, "rows": len(rows)})


def _notice_id(desk: Desk, number: str) -> int:
    return int(number) if number.isdecimal() else Names(desk).id_of("notice_id", number)


def _kept(desk: Desk, kind: str, object_id: int, object_kind: str) -> bytes | None:
    """Return the file that was kept when the paper was first made, if it is as it was."""
    from db.queries.papers import paper_file, papers

    rows = [row for row in desk.ask(papers, object_kind, object_id) if row.kind == kind]
    if not rows:
        return None
    file = desk.ask(paper_file, max(row.id for row in rows))
    return bytes(file.data) if file.is_intact else None


def _keep(
    desk: Desk,
    kind: str,
    number: str,
    object_kind: str,
    object_id: int,
    contents: Contents,
    data: bytes,
) -> None:
    """Keep the file where it can be kept: a numbered paper leaves the house in one form only."""
    from dataclasses import asdict

    from db.commands.papers import FilePaper
    from db.errors import DatabaseAway, NotAllowed

    command = FilePaper(
        kind=kind,
        number=number,
        object_kind=object_kind,
        object_id=object_id,
        contents=asdict(contents),
        data=data,
    )
    try:
        desk.do(command)
    except (NotAllowed, DatabaseAway):
        # Who may only read gets the page all the same; it is kept by who may.
        return
