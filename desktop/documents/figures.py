"""The figures of a period on paper: an overview of one landscape page, then the tables."""

from desktop.documents import charts, page, parts
from desktop.documents.case_list import BOTTOM, LEFT, PADDING, SIZES, TOP, WIDTH
from desktop.documents.charts import Room
from desktop.documents.contents import Figure, FiguresContents, Table
from desktop.documents.dates import stamp
from desktop.documents.draw import About, Paper
from desktop.documents.errors import TooLong
from desktop.documents.fonts import Fonts, Style
from desktop.documents.grid import Grid, fitted, fitting_size, head_row, list_row
from desktop.documents.lines import break_lines
from desktop.documents.listing import check_table
from desktop.documents.preflight import prepare

TILE_HEIGHT = 46.0
UPPER, LOWER = 130.0, 158.0
GAP = 18.0
NOTE_SIZE, NOTE_PITCH = 10.5, 14.7
SMALLEST_TABLE = 8.0
SMALLEST = 7.0  # no figure is written smaller


def build(
    contents: FiguresContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the figures as a PDF of landscape pages."""
    contents = prepare(contents, fonts, draft=draft)
    for _, table in contents.tables:
        check_table(table)
    about = About(
        title=contents.title, author=contents.organ, subject="统计", keywords=contents.period
    )
    with fonts.building():
        paper = Paper(
            fonts,
            about,
            draft=draft,
            mirror=mirror,
            most_pages=page.MOST_LIST_PAGES,
            landscape=True,
        )
        _overview(paper, contents)
        for name, table in contents.tables:
            _table(paper, name, table, contents.notes)
        paper.page_number()
        return paper.finish()


def _overview(paper: Paper, contents: FiguresContents) -> None:
    top = _head(paper, contents)
    if contents.figures:
        width = WIDTH / len(contents.figures)
        for place, figure in enumerate(contents.figures):
            _tile(paper, figure, Room(LEFT + place * width, top, width - 6, TILE_HEIGHT))
        top += TILE_HEIGHT + 8
    left = WIDTH * 0.58
    room = charts.heading(paper, Room(LEFT, top, left - GAP, UPPER), "录入与办结趋势")
    charts.trend(paper, room, contents.labels, contents.trend)
    week = Room(LEFT + left, top, WIDTH - left, UPPER)
    charts.heat(paper, charts.heading(paper, week, "星期与小时（录入件数）"), contents.heat)
    top += UPPER + 8
    part = WIDTH * 0.56
    for start, end, name, bars, field in (
        (LEFT, LEFT + part - GAP, "事项排行（件数、占比、累计占比）", contents.items, "items"),
        (LEFT + part, LEFT + WIDTH, "站所排名（得分）", contents.stations, "stations"),
    ):
        room = charts.heading(paper, Room(start, top, end - start, LOWER), name)
        charts.bars(paper, room, bars, min(14.0, room.height / max(1, len(bars))), field)


def _head(paper: Paper, contents: FiguresContents) -> float:
    """Write title, whose it is, for which days, as of when; return where the tiles begin."""
    top = parts.set_title(paper, contents.title, TOP, LEFT, WIDTH)
    as_of = f"数据截至 {stamp(contents.as_of)}" if contents.as_of else ""
    words = "    ".join(part for part in (contents.organ, contents.period, as_of) if part)
    return parts.centred(paper, words, "kai", 12.0, top - 6.5, 16.0, LEFT, WIDTH, "period") + 6.5


def _tile(paper: Paper, figure: Figure, room: Room) -> None:
    """Draw a figure: name, value, how it moved."""
    paper.chip(room.left, room.top, room.width, room.height, (0.95, 0.95, 0.95))
    changes = (
        f"环比{figure.change}" if figure.change else "",
        f"同比{figure.year_change}" if figure.year_change else "",
    )
    lines: tuple[tuple[str, Style, float, float], ...] = (
        (figure.name, "fangsong", 9.0, 11.0),
        (figure.value, "hei", 15.0, 27.0),
        ("  ".join(part for part in changes if part), "fangsong", 8.0, 40.0),
    )
    for words, style, size, down in lines:
        needed = paper.width(words, style, size, place="figures")
        fitting = min(size, size * (room.width - 6) / needed) if needed else size
        if fitting < SMALLEST:
            limit = int(len(words) * fitting / SMALLEST)
            raise TooLong("line_too_long", field="figures", length=len(words), limit=limit)
        paper.text(
            room.left + room.width / 2,
            room.top + down,
            words,
            style,
            fitting,
            align="centre",
            place="figures",
        )


def _table(paper: Paper, name: str, table: Table, notes: tuple[str, ...]) -> None:
    """Begin a page with a table; its heads come again on each further page, notes stand below."""
    top = _turn(paper)
    paper.text(LEFT, top + page.ASCENT * 14, name, "hei", 14.0, place="tables")
    top += 22
    sizes = (*SIZES, SMALLEST_TABLE)
    size = fitting_size(paper, table, WIDTH, sizes, PADDING)
    table = fitted(paper, table, WIDTH, size, PADDING)
    lines = [
        line
        for number, note in enumerate(notes, 1)
        for line in break_lines(
            paper.cells([(note, "fangsong")], NOTE_SIZE, place=f"notes[{number}]"), WIDTH
        )
    ]
    # Room for the notes is left on every page, so that they never stand alone on the last one;
    # more than half a page of them goes on behind the table.
    noted = 6 + NOTE_PITCH * len(lines)
    bottom = BOTTOM - noted if noted < (BOTTOM - TOP) / 2 else BOTTOM
    grid = Grid(
        paper,
        LEFT,
        WIDTH,
        size,
        bottom,
        turn=lambda: _turn(paper),
        heads=[head_row(table)],
        padding=PADDING,
        leading=1.3,
    )
    rows = [list_row(table, row, number) for number, row in enumerate(table.rows, 1)]
    if not rows:
        rows = [list_row(table, ("无", *("" for _ in table.columns[1:])), 1)]
    top = grid.draw(rows, top) + 6
    for line in lines:
        if top + NOTE_SIZE > BOTTOM + 1:
            top = _turn(paper)
        paper.line(line, LEFT, top + page.ASCENT * NOTE_SIZE, NOTE_SIZE)
        top += NOTE_PITCH


def _turn(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return TOP
