"""The review material of a week: one section after the other, with figures and tables."""

from dataclasses import dataclass

from desktop.documents import page, parts
from desktop.documents.contents import Figure, Section, Table, WeeklyContents
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
SMALLEST = 7.0  # no type is smaller
NOTHING = "本周无。"
DIGITS = "〇一二三四五六七八九"


def build(
    contents: WeeklyContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the weekly material as a PDF."""
    contents = prepare(contents, fonts, draft=draft)
    for section in contents.sections:
        if section.table is not None:
            check_table(section.table)
    about = About(
        title=contents.title, author=contents.organ, subject="周例会材料", keywords=contents.period
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror, most_pages=page.MOST_LIST_PAGES)
        material = _Material(paper, page.TOP)
        material.head(contents)
        for number, section in enumerate(contents.sections, 1):
            material.section(section, number)
        paper.page_number()
        return paper.finish()


def ordinal(number: int) -> str:
    """Write a small number in Chinese: 一, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    head = "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")


@dataclass
class _Material:
    """The place on the page where the next thing goes."""

    paper: Paper
    y: float

    def head(self, contents: WeeklyContents) -> None:
        """Write the title, whose it is, for which days, as of when."""
        self.y = parts.set_title(self.paper, contents.title, self.y, page.LEFT, page.BLOCK_WIDTH)
        as_of = f"数据截至 {stamp(contents.as_of)}" if contents.as_of else ""
        known = (contents.organ, contents.issue, contents.period, as_of)
        for words, place in (
            ("    ".join(part for part in known[:2] if part), "organ"),
            ("    ".join(part for part in known[2:] if part), "period"),
        ):
            self.y = (
                parts.centred(self.paper, words, "kai", 12.0, self.y + 3, 18.0, place=place) - 3
            )
        self.y += 4
        self.paper.rule(page.LEFT, page.RIGHT, self.y, 0.7 * page.MM, page.RED)
        self.y += 14

    def section(self, section: Section, number: int) -> None:
        """Write one section; its heading never stands alone at the foot of a page."""
        self._room(TEXT_PITCH * 3)
        heading = f"{ordinal(number)}、{section.heading}"
        self._paragraph(heading, "hei", f"sections[{number}].heading")
        for index, text in enumerate(section.paragraphs, 1):
            for part in text.split("\n"):
                self._paragraph(part, "fangsong", f"sections[{number}].paragraphs[{index}]")
        if section.figures:
            self._figures(section.figures)
        if section.table is not None and section.table.rows:
            self._table(section.table)
        elif not (section.paragraphs or section.figures):
            self._paragraph(NOTHING, "fangsong", "")
        for index, note in enumerate(section.notes, 1):
            self._paragraph(note, "kai", f"sections[{number}].notes[{index}]", 10.5, 16.0)
        self.y += 8

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
