"""The papers of the demo street's week as PDF files, made as the window makes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.queries.cases import case_rows
from db.queries.door import Reader, ask
from db.queries.further_papers import further
from db.queries.listed import listed, listed_detail
from db.queries.lookup import StreetRow, street_on_paper
from db.queries.meetings import minutes_facts
from db.queries.notice_detail import notice_detail
from db.queries.notices import notice_book, notices
from db.queries.page import CaseFilter, Order, case_ids
from db.queries.week_material import week_material
from db.rules.notice_papers import ListedPaper
from db.rules.numbering import IsoWeek
from desktop import paths, texts
from desktop.documents import case_list, kinds, minutes, notice, receipt, weekly, word
from desktop.documents.fonts import Fonts
from desktop.documents.kinds import FurtherContents
from desktop.exchange.part_file import part_file
from desktop.further_papers import further_contents, listed_paper
from desktop.minutes_texts import minutes_of
from desktop.notice_texts import book_contents, receipt_contents
from desktop.official_words import bulletin
from desktop.paper_fonts import paper_fonts
from desktop.paper_words import case_list_contents, notice_contents
from desktop.weekly_words import weekly_contents

if TYPE_CHECKING:
    from db.engine import Database

WORD, ZIPPED = ".docx", b"PK"
MONTH = (datetime(2026, 11, 1), datetime(2026, 12, 1))
PERIOD = (datetime(2026, 1, 1), datetime(2027, 1, 1))


def write_papers(
    database: Database, account_id: int, folder: Path, case_id: int, meeting_id: int, week: IsoWeek
) -> Iterator[Path]:
    """Write the papers into a folder and yield each file when it is there."""
    asked = _Asking(database, account_id)
    fonts = paper_fonts()
    for title, data in _papers(asked, fonts, case_id, meeting_id, week):
        ending = WORD if data.startswith(ZIPPED) else ".pdf"
        path = folder / f"{paths.file_title(title)}{ending}"
        with part_file(path) as stream:
            stream.write(data)
        yield path


class _Asking:
    """Asks as one account."""

    def __init__(self, database: Database, account_id: int) -> None:
        self._database = database
        self._account_id = account_id

    def __call__(self, query: Any, *args: Any) -> Any:
        return ask(self._database, query, self._account_id, *args)


def _papers(
    asked: _Asking, fonts: Fonts, case_id: int, meeting_id: int, week: IsoWeek
) -> Iterator[tuple[str, bytes]]:
    home = asked(street_on_paper)
    own = [row for row in asked(notices) if row.case_id == case_id and row.number]
    for row in own:
        detail = asked(notice_detail, row.id)
        yield f"督办通知单 {detail.number}", notice.build(notice_contents(detail, home), fonts)
        yield f"督办回执 {detail.number}", receipt.build(receipt_contents(detail, home), fonts)
    yield from _further(asked, fonts, home)
    facts = asked(minutes_facts, meeting_id)
    yield f"会议纪要 {week}", minutes.build(minutes_of(facts, home), fonts)
    yield (
        f"例会材料 {week}",
        weekly.build(weekly_contents(asked(week_material, week.year, week.week)), fonts),
    )
    late = asked(case_ids, CaseFilter(open_only=True, overdue=True), Order.DEADLINE)
    found = asked(case_rows, late)
    rows = [found[id_] for id_ in late if id_ in found]
    yield "超期事件清单", case_list.build(case_list_contents("超期事件清单", home, rows), fonts)
    book = asked(notice_book, *PERIOD)
    yield "督办台账", case_list.build(book_contents(book, home, "2026年"), fonts)


def _further(asked: _Asking, fonts: Fonts, home: StreetRow) -> Iterator[tuple[str, bytes]]:
    """Yield one of each paper that follows from supervision, as PDF and as a copy to be edited."""
    now = asked(_now)
    made: dict[str, FurtherContents] = {}
    for row in asked(notices):
        if not row.number:
            continue
        detail = asked(notice_detail, row.id)
        known = asked(further, detail)
        for paper in known.papers:
            name = texts.label(paper)
            if name not in made:
                made[name] = further_contents(paper, detail, home, known, now)
    for matter in asked(listed)[:1]:
        for listing in ListedPaper:
            row_with_reports = asked(listed_detail, matter.id)
            made[texts.label(listing)] = listed_paper(listing, row_with_reports, home, now)
    first, past = MONTH
    book = asked(notice_book, first, past)
    last = (past - timedelta(days=1)).date()
    made["督办情况通报"] = bulletin(book, home, first.date(), last, now)
    for name, contents in made.items():
        yield name, kinds.build(contents, fonts)
        yield name, word.build(contents)


def _now(reader: Reader) -> datetime:
    return reader.now
