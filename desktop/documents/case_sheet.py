"""The sheet of one case: what it is and all that happened to it, step by step."""

from desktop.documents import page, parts
from desktop.documents.contents import CaseSheetContents, Column, Field, Table
from desktop.documents.dates import stamp
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.grid import THIN, Grid, GridRow, head_row, label, list_row, value
from desktop.documents.lines import break_lines
from desktop.documents.preflight import prepare

SIZE = 11.0
LABEL = 0.16
QR_SIDE = 18 * page.MM
TIMELINE = (
    Column("序号", 0.07, "centre"),
    Column("时间", 0.20, "centre"),
    Column("环节", 0.13, "centre"),
    Column("单位", 0.20),
    Column("经办人", 0.11, "centre"),
    Column("说明", 0.29),
)
FILES = (
    Column("序号", 0.07, "centre"),
    Column("名称", 0.35),
    Column("类别", 0.12, "centre"),
    Column("大小", 0.13, "right"),
    Column("加入时间", 0.20, "centre"),
    Column("加入人", 0.13, "centre"),
)


def build(
    contents: CaseSheetContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the sheet as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    about = About(
        title=f"事件办理单 {contents.number}",
        author=contents.organ,
        subject="事件办理单",
        keywords=contents.number,
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        _draw(paper, contents)
        return paper.finish()


def _draw(paper: Paper, contents: CaseSheetContents) -> None:
    top = _head(paper, contents)
    top = _grid(paper).draw(fields(contents), top) + 14
    below = _table(paper, "办理过程", Table(TIMELINE, timeline(contents)), top)
    if contents.files:
        rows = tuple((str(nth), *file) for nth, file in enumerate(contents.files, 1))
        below = _table(paper, "附件", Table(FILES, rows), below + 14)
    _foot(paper, contents, below)
    paper.page_number()


def _table(paper: Paper, title: str, table: Table, top: float) -> float:
    """Draw a table below its title; return where it ends."""
    if top + 60 > page.BOTTOM:
        top = _next_page(paper)
    paper.text(page.LEFT, top + page.ASCENT * page.SMALL, title, "hei", page.SMALL)
    grid = _grid(paper)
    grid.heads = [head_row(table)]
    rows = [list_row(table, row, number) for number, row in enumerate(table.rows, 1)]
    return grid.draw(rows, top + page.SMALL + 6)


def _grid(paper: Paper) -> Grid:
    return Grid(
        paper,
        page.LEFT,
        page.BLOCK_WIDTH,
        SIZE,
        page.BOTTOM,
        turn=lambda: _next_page(paper),
        frame=THIN,
    )


def _next_page(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return page.TOP


def _head(paper: Paper, contents: CaseSheetContents) -> float:
    """Write whose sheet it is, its name, number and code; return where the table begins."""
    middle = page.LEFT + page.BLOCK_WIDTH / 2
    top = 28 * page.MM
    beside = QR_SIDE + 2 * page.MM  # the same at both sides, so that it stands in the middle
    width = page.BLOCK_WIDTH - 2 * beside
    below = parts.centred(
        paper, contents.organ, "kai", 14.0, top, 18.0, page.LEFT + beside, width, "organ"
    )
    further = max(0.0, below - top - 18.0)
    baseline = top + further + 26 + page.ASCENT * page.TITLE
    paper.text(middle, baseline, "事件办理单", "xbs", page.TITLE, align="centre", pitch=25.0)
    if contents.check_code:
        words = f"{contents.number} {contents.check_code}"
        parts.qr_code(paper, words, page.RIGHT - QR_SIDE, top, QR_SIDE)
    top += further + QR_SIDE + 4 * page.MM
    baseline = top + page.ASCENT * 12
    words = f"打印时间：{stamp(contents.printed_at)}" if contents.printed_at else ""
    taken = paper.text(page.RIGHT, baseline, words, size=12.0, align="right")
    room = page.BLOCK_WIDTH - taken - 12.0
    number = f"事件编号：{contents.number}"
    paper.text(page.LEFT, baseline, number, size=12.0, place="number", room=room)
    return top + 20


def fields(contents: CaseSheetContents) -> list[GridRow]:
    """Return the rows of the upper table: two short fields side by side, wide ones alone."""
    rows = [_wide("事件标题", contents.title, "title")]
    waiting: list[tuple[int, Field]] = []
    for number, field in enumerate(contents.fields, 1):
        if field.wide:
            rows += _pairs(waiting)
            waiting = []
            rows.append(_wide(field.label, field.text, f"fields[{number}]"))
        else:
            waiting.append((number, field))
    rows += _pairs(waiting)
    if contents.description:
        rows.append(_wide("事件描述", contents.description, "description"))
    return rows


def _pairs(fields: list[tuple[int, Field]]) -> list[GridRow]:
    rows = []
    for start in range(0, len(fields), 2):
        cells = []
        for number, field in fields[start : start + 2]:
            cells += [
                label(field.label, LABEL),
                value(field.text, 0.5 - LABEL, place=f"fields[{number}]"),
            ]
        if len(cells) == 2:
            cells += [label("", LABEL), value("", 0.5 - LABEL)]
        rows.append(GridRow(tuple(cells), 24))
    return rows


def _wide(name: str, text: str, place: str) -> GridRow:
    return GridRow((label(name, LABEL), value(text, 1 - LABEL, place=place)), 24)


def timeline(contents: CaseSheetContents) -> tuple[tuple[str, ...], ...]:
    """Return the rows of what happened, oldest first; one empty row if nothing did."""
    return tuple(
        (str(number), stamp(entry.at), entry.step, entry.unit, entry.person, entry.remark)
        for number, entry in enumerate(contents.timeline, 1)
    ) or (("", "", "", "", "", ""),)


def _foot(paper: Paper, contents: CaseSheetContents, top: float) -> None:
    """Write who printed the sheet, and what holds for it, below the last table."""
    printed_by = f"打印人：{contents.printed_by}" if contents.printed_by else ""
    words = "    ".join(part for part in (printed_by, contents.note) if part)
    cells = paper.cells([(words, "fangsong")], SIZE, place="printed_by")
    for line in break_lines(cells, page.BLOCK_WIDTH) if words else ():
        if top + 24 > page.BOTTOM:
            top = _next_page(paper)
        paper.line(line, page.LEFT, top + 8 + page.ASCENT * SIZE, SIZE)
        top += 16
