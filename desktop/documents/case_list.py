"""A landscape list with repeated heads: 督办台账, 事件清单, 超期清单 and any other."""

from desktop.documents import page, parts
from desktop.documents.contents import CaseListContents, Table
from desktop.documents.draw import SIDE_LEFT, About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.grid import Grid, fitted, fitting_size, head_row, list_row
from desktop.documents.lines import break_lines
from desktop.documents.listing import check_table
from desktop.documents.preflight import prepare

# The text block of a sheet turned by a quarter, its head towards the left edge.
LEFT = SIDE_LEFT
TOP = page.LEFT
WIDTH = page.BLOCK_HEIGHT
BOTTOM = page.LEFT + page.BLOCK_WIDTH
PADDING = 3.0
SIZES = (12.0, 10.5, 9.0)


def build(
    contents: CaseListContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the list as a PDF of landscape pages."""
    contents = prepare(contents, fonts, draft=draft)
    table = Table(contents.columns, contents.rows)
    check_table(table)
    about = About(title=contents.title, author=contents.organ, subject="清单")
    with fonts.building():
        paper = Paper(
            fonts,
            about,
            draft=draft,
            mirror=mirror,
            most_pages=page.MOST_LIST_PAGES,
            landscape=True,
        )
        _draw(paper, contents, table)
        return paper.finish()


def _draw(paper: Paper, contents: CaseListContents, table: Table) -> None:
    size = fitting_size(paper, table, WIDTH, SIZES, PADDING)
    table = fitted(paper, table, WIDTH, size, PADDING)
    grid = Grid(
        paper,
        LEFT,
        WIDTH,
        size,
        BOTTOM,
        turn=lambda: _next_page(paper),
        heads=[head_row(table)],
        padding=PADDING,
        leading=1.3,
    )
    top = _head(paper, contents)
    rows = [list_row(table, row, number) for number, row in enumerate(table.rows, 1)]
    below = grid.draw(rows, top) if rows else _empty(paper, grid, table, top)
    _notes(paper, contents, below)
    paper.page_number()


def _next_page(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return TOP


def _head(paper: Paper, contents: CaseListContents) -> float:
    """Write heading, title and subtitle; return where the table begins."""
    top = TOP
    if contents.heading:
        baseline = top + page.ASCENT * page.BODY
        paper.text(LEFT, baseline, contents.heading, "hei", place="heading")
        top += page.BODY + 6
    top = parts.set_title(paper, contents.title, top, LEFT, WIDTH)
    words = "    ".join(part for part in (contents.organ, contents.subtitle) if part)
    place = "subtitle" if contents.subtitle else "organ"
    return parts.centred(paper, words, "kai", 12.0, top, 20.0, LEFT, WIDTH, place)


def _empty(paper: Paper, grid: Grid, table: Table, top: float) -> float:
    """Draw the heads and one row that says that there is nothing."""
    blank = list_row(table, ("无", *("" for _ in table.columns[1:])), 1)
    return grid.draw([blank], top)


def _notes(paper: Paper, contents: CaseListContents, top: float) -> None:
    """Write the notes below the table; they may open a page of their own."""
    size = 10.5
    top += 6
    for number, note in enumerate(contents.notes, 1):
        cells = paper.cells([(note, "fangsong")], size, place=f"notes[{number}]")
        for line in break_lines(cells, WIDTH):
            if top + size > BOTTOM:
                top = _next_page(paper)
            paper.line(line, LEFT, top + page.ASCENT * size, size)
            top += size * 1.4
