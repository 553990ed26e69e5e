"""A form of one table with room for opinions and signatures: 销号审批表, 挂牌督办登记表."""

from dataclasses import dataclass

from desktop.documents import page
from desktop.documents.contents import FormContents, FormField
from desktop.documents.dates import day
from desktop.documents.draw import About, Paper
from desktop.documents.fonts import Fonts
from desktop.documents.grid import THIN, Grid, GridRow, label, value
from desktop.documents.lines import break_lines
from desktop.documents.preflight import prepare

SIZE = 12.0
LABEL = 0.16
LEAST = 28.0  # points, of a row of one line
PADDING = 4.0
LEADING = 1.42
TITLE_PITCH = 26.0
CORNER = 12.0
NOTE = 10.5
SIGNATURE = "签字：　　　　　　　"
BLANK_DATE = "　　年　　月　　日"


def build(
    contents: FormContents, fonts: Fonts, *, draft: bool = False, mirror: bool = False
) -> bytes:
    """Return the form as a PDF; what is empty is left to be written by hand."""
    contents = prepare(contents, fonts, draft=draft)
    about = About(
        title=f"{contents.title} {contents.number}".strip(),
        author=contents.organ,
        subject=contents.title,
        keywords=contents.number,
    )
    with fonts.building():
        paper = Paper(fonts, about, draft=draft, mirror=mirror)
        form = _Form(paper, contents)
        form.draw()
        return paper.finish()


def signature(field: FormField) -> str:
    """Return the line of signature and date below an opinion."""
    signed = f"签字：{field.signer}" if field.signer else SIGNATURE
    return f"{signed}　　{day(field.signed_on) or BLANK_DATE}"


@dataclass
class _Form:
    """The form and how far down it is drawn."""

    paper: Paper
    contents: FormContents
    y: float = page.TOP

    def draw(self) -> None:
        """Draw head, rows and notes."""
        self._head()
        grid = Grid(
            self.paper,
            page.LEFT,
            page.BLOCK_WIDTH,
            SIZE,
            page.BOTTOM,
            turn=self._turn,
            padding=PADDING,
            leading=LEADING,
            frame=THIN,
        )
        for number, fields in enumerate(self.contents.rows, 1):
            row = _row(fields, number)
            height = grid.height([row])
            self.y = grid.draw([row], self.y)
            self._signatures(fields, self.y, height)
        for number, note in enumerate(self.contents.notes, 1):
            self._note(note, f"notes[{number}]")
        if self.paper.number > 1:
            self.paper.page_number()

    def _head(self) -> None:
        middle = page.LEFT + page.BLOCK_WIDTH / 2
        baseline = self.y + page.ASCENT * page.TITLE
        title = self.contents.title
        self.paper.text(
            middle,
            baseline,
            title,
            "xbs",
            page.TITLE,
            align="centre",
            pitch=TITLE_PITCH if len(title) < 16 else None,
            place="title",
        )
        below = baseline + 0.12 * page.TITLE + 5 * page.MM + page.ASCENT * CORNER
        left, right = self.contents.corners
        self.paper.text(page.LEFT, below, left, size=CORNER, place="corners[1]")
        self.paper.text(page.RIGHT, below, right, size=CORNER, align="right", place="corners[2]")
        self.y = below + 0.12 * CORNER + 2 * page.MM

    def _signatures(self, fields: tuple[FormField, ...], bottom: float, height: float) -> None:
        """Write signature and date at the right of the foot of each opinion."""
        right = page.RIGHT
        for field, width in reversed(list(zip(fields, _shares(fields), strict=True))):
            if field.signed:
                baseline = bottom - PADDING - 0.12 * SIZE - 3
                words = signature(field)
                self.paper.text(
                    right - 2 * PADDING,
                    baseline,
                    words,
                    size=SIZE,
                    align="right",
                    place=field.label,
                )
            right -= (width + LABEL) * page.BLOCK_WIDTH

    def _note(self, note: str, place: str) -> None:
        cells = self.paper.cells([(note, "fangsong")], NOTE, place=place)
        for line in break_lines(cells, page.BLOCK_WIDTH):
            if self.y + NOTE * 1.6 > page.BOTTOM:
                self.y = self._turn()
            self.paper.line(line, page.LEFT, self.y + NOTE * 1.3, NOTE)
            self.y += NOTE * 1.5

    def _turn(self) -> float:
        self.paper.page_number()
        self.paper.new_page()
        return page.TOP


def _row(fields: tuple[FormField, ...], number: int) -> GridRow:
    """Return a row of labels and texts; an opinion keeps a line free for its signature."""
    cells = []
    least = LEAST
    signed = False
    for place, (field, share) in enumerate(zip(fields, _shares(fields), strict=True), 1):
        words = f"{field.text}\n" if field.signed else field.text
        top = field.signed or field.height > 0
        name = f"rows[{number}][{place}]"
        cells += [label(field.label, LABEL), value(words, share, top=top, place=name)]
        least = max(least, field.height * page.MM)
        signed = signed or field.signed
    return GridRow(tuple(cells), least, whole=signed)


def _shares(fields: tuple[FormField, ...]) -> list[float]:
    """Return the share of the width of each text; those of 0 part what is left."""
    given = sum(field.share for field in fields)
    open_ = sum(not field.share for field in fields)
    rest = (1 - LABEL * len(fields) - given) / open_ if open_ else 0.0
    return [field.share or rest for field in fields]
