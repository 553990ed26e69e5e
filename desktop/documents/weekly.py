"""The review material of a week: one section after the other, with figures and tables."""

from dataclasses import dataclass, field

from desktop.documents import charts, page, parts
from desktop.documents.charts import Room
from desktop.documents.contents import Drawing, Figure, Section, Table, WeeklyContents
from desktop.documents.dates import stamp
from desktop.documents.draw import About, Paper
from desktop.documents.errors import TooLong
from desktop.documents.fonts import Fonts, Style
from desktop.documents.grid import Grid, fitted, head_row, list_row
from desktop.documents.lines import break_lines
from desktop.documents.listing import check_table
from desktop.documents.preflight import prepare

SIZE = 10.5
PADDING = 3.0
TEXT = 14.0
TEXT_PITCH = 24.0
FIGURES_A_ROW = 4
TREND_HEIGHT, HEAT_HEIGHT, BAR_HEIGHT = 130.0, 150.0, 15.0
HEADING_HEIGHT = 17.0
LABEL_OVER = 12.0
SMALLEST = 7.0  # no type is smaller
DIGITS = "〇一二三四五六七八九"
COVER_TITLE = 62 * page.MM  # from the top of the text block to the title of a cover
COVER_ORGAN = 26.0
CONTENTS_PITCH = 22.0
DOTS = 10.0


def build(
    contents: WeeklyContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the weekly material as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    for section in contents.sections:
        for _, table in tables(section):
            check_table(table)
    about = About(
        title=contents.title, author=contents.organ, subject="周例会材料", keywords=contents.period
    )

    def drawn(pages: list[int]) -> "_Material":
        most = page.MOST_LIST_PAGES
        paper = Paper(fonts, about, draft=draft, mirror=mirror, most_pages=most)
        material = _Material(paper, page.TOP)
        material.draw(contents, pages)
        return material

    with fonts.building():
        material = drawn([])
        if contents.has_cover:
            # Only a drawn material knows on which page a section begins.
            material = drawn(material.pages)
        return material.paper.finish()


def tables(section: Section) -> list[tuple[str, Table]]:
    """Return the tables of a section with their names."""
    only = [("", section.table)] if section.table is not None else []
    return [*only, *section.tables]


def ordinal(number: int) -> str:
    """Write a small number in Chinese: 一, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    head = "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


@dataclass
class _Material:
    """The place on the page where the next thing goes, and where each section began."""

    paper: Paper
    y: float
    pages: list[int] = field(default_factory=list)

    def draw(self, contents: WeeklyContents, pages: list[int]) -> None:
        """Draw all of it; `pages` is where the sections of the contents list begin."""
        if contents.has_cover:
            self._cover(contents, pages)
        else:
            self._head(contents)
        for number, section in enumerate(contents.sections, 1):
            self._section(section, number)
        self.paper.page_number()

    def _cover(self, contents: WeeklyContents, pages: list[int]) -> None:
        """Write the title and the list of the sections with their pages."""
        self.y = page.TOP + COVER_TITLE - 4 * page.TITLE_PITCH
        middle = page.LEFT + page.BLOCK_WIDTH / 2
        size = min(COVER_ORGAN, parts.head_size(contents.organ))
        self.paper.text(
            middle,
            self.y + 20 + 0.38 * size,
            contents.organ,
            "xbs",
            size,
            align="centre",
            colour=page.RED,
            place="organ",
        )
        self.y += 40
        self.paper.rule(page.LEFT, page.RIGHT, self.y + 4, 0.7 * page.MM, page.RED)
        self.y += 34
        self._title(contents.title)
        self._known(contents)
        self.y += 22
        self.paper.text(middle, self.y + 23, "目　　录", "hei", align="centre")
        self.y += 34
        dot = self.paper.width(".", "song", DOTS)
        for number, section in enumerate(contents.sections, 1):
            words = f"{ordinal(number)}、{section.heading}"
            base = self.y + CONTENTS_PITCH / 2 + 0.38 * TEXT
            right = page.RIGHT - 2 * TEXT
            left = page.LEFT + 2 * TEXT
            shown = str(pages[number - 1]) if pages else "0"
            room = right - left - 3 * TEXT
            wide = self.paper.text(
                left, base, words, "fangsong", TEXT, place=f"sections[{number}].heading", room=room
            )
            taken = self.paper.text(right, base, shown, "song", TEXT, align="right")
            dots = int((right - left - wide - taken - 16) // dot)
            self.paper.text(right - taken - 6, base, "." * dots, "song", DOTS, align="right")
            self.y += CONTENTS_PITCH
        self.y = self._turn()

    def _head(self, contents: WeeklyContents) -> None:
        """Write the title, whose it is, for which days, as of when."""
        self._title(contents.title)
        self._known(contents)
        self.y += 4
        self.paper.rule(page.LEFT, page.RIGHT, self.y, 0.7 * page.MM, page.RED)
        self.y += 14

    def _title(self, words: str) -> None:
        self.y = parts.set_title(self.paper, words, self.y, page.LEFT, page.BLOCK_WIDTH)

    def _known(self, contents: WeeklyContents) -> None:
        as_of = f"数据截至 {stamp(contents.as_of)}" if contents.as_of else ""
        organ = "" if contents.has_cover else contents.organ
        lines = (((organ, contents.issue), "organ"), ((contents.period, as_of), "period"))
        for known, place in lines:
            words = "    ".join(part for part in known if part)
            if words:
                top = self.y + 3
                below = parts.centred(self.paper, words, "kai", 12.0, top, 18.0, place=place)
                self.y = below - 3

    def _section(self, section: Section, number: int) -> None:
        """Write one section; its heading never stands alone at the foot of a page."""
        self._room(TEXT_PITCH * 3)
        self.pages.append(self.paper.number)
        heading = f"{ordinal(number)}、{section.heading}"
        self._paragraph(heading, "hei", f"sections[{number}].heading")
        for index, text in enumerate(section.paragraphs, 1):
            for part in text.split("\n"):
                self._paragraph(part, "fangsong", f"sections[{number}].paragraphs[{index}]")
        if section.figures:
            self._figures(section.figures)
        for drawing in section.drawings:
            self._drawing(drawing)
        shown = [(name, table) for name, table in tables(section) if table.rows]
        for name, table in shown:
            if name:
                self._room(TEXT_PITCH * 3)
                self._paragraph(name, "kai", "tables", 12.0, 20.0)
            self._table(table)
        if not (section.paragraphs or section.figures or section.drawings or shown):
            self._paragraph(section.nothing, "fangsong", "")
        for index, note in enumerate(section.notes, 1):
            self._paragraph(note, "kai", f"sections[{number}].notes[{index}]", 10.5, 16.0)
        self.y += 8

    def _drawing(self, drawing: Drawing) -> None:
        """Draw lines, heat or bars over the width of the text."""
        height = HEADING_HEIGHT + 6
        height += TREND_HEIGHT if drawing.trend else 0
        height += HEAT_HEIGHT if drawing.heat else 0
        height += BAR_HEIGHT * len(drawing.bars)
        self._room(height)
        self.y += 4
        # The last label of a trend reaches over the end of its axis.
        width = page.BLOCK_WIDTH - (LABEL_OVER if drawing.trend else 0)
        whole = Room(page.LEFT, self.y, width, height - 6)
        room = charts.heading(self.paper, whole, drawing.heading)
        if drawing.trend:
            charts.trend(self.paper, room, drawing.labels, drawing.trend)
        elif drawing.heat:
            charts.heat(self.paper, room, drawing.heat)
        else:
            charts.bars(self.paper, room, drawing.bars, BAR_HEIGHT, "drawings")
        self.y += height

    def _figures(self, figures: tuple[Figure, ...]) -> None:
        """Draw the figures as tiles: name, value, change."""
        self.y += 2
        height = 58.0
        width = page.BLOCK_WIDTH / FIGURES_A_ROW
        for start in range(0, len(figures), FIGURES_A_ROW):
            self._room(height)
            for place, figure in enumerate(figures[start : start + FIGURES_A_ROW]):
                self._tile(figure, page.LEFT + place * width, width - 6, height - 6)
            self.y += height

    def _tile(self, figure: Figure, left: float, width: float, height: float) -> None:
        self.paper.chip(left, self.y, width, height, (0.95, 0.95, 0.95))
        middle = left + width / 2
        changes = (
            f"环比{figure.change}" if figure.change else "",
            f"同比{figure.year_change}" if figure.year_change else "",
        )
        change = "  ".join(part for part in changes if part)
        lines: tuple[tuple[str, Style, float, float], ...] = (
            (figure.name, "fangsong", 10.5, 13.0),
            (figure.value, "hei", 16.0, 31.0),
            (change, "fangsong", 9.0, 46.0),
        )
        for words, style, size, down in lines:
            needed = self.paper.width(words, style, size, place="figures")
            fitting = min(size, size * (width - 6) / needed) if needed else size
            if fitting < SMALLEST:
                limit = int(len(words) * fitting / SMALLEST)
                raise TooLong("line_too_long", field="figures", length=len(words), limit=limit)
            self.paper.text(
                middle, self.y + down, words, style, fitting, align="centre", place="figures"
            )

    def _table(self, table: Table) -> None:
        table = fitted(self.paper, table, page.BLOCK_WIDTH, SIZE, PADDING)
        grid = Grid(
            self.paper,
            page.LEFT,
            page.BLOCK_WIDTH,
            SIZE,
            page.BOTTOM,
            turn=self._turn,
            heads=[head_row(table)],
            padding=PADDING,
            leading=1.3,
        )
        rows = [list_row(table, row, number) for number, row in enumerate(table.rows, 1)]
        self._room(grid.height([*grid.heads, rows[0]]))
        self.y = grid.draw(rows, self.y + 2) + 8

    def _paragraph(
        self, text: str, style: Style, place: str, size: float = TEXT, pitch: float = TEXT_PITCH
    ) -> None:
        cells = self.paper.cells([(text, style)], size, place=place)
        for line in break_lines(cells, page.BLOCK_WIDTH, 2 * size):
            self._room(pitch)
            baseline = self.y + pitch / 2 + 0.38 * size
            self.paper.line(line, page.LEFT, baseline, size)
            self.y += pitch

    def _room(self, height: float) -> None:
        """Go to the next page if so much does not fit on this one."""
        if self.y + height > page.BOTTOM + 0.01:
            self.y = self._turn()

    def _turn(self) -> float:
        self.paper.page_number()
        self.paper.new_page()
        return page.TOP
