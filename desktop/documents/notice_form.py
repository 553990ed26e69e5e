"""The table form of 督办通知单: all fifteen rows, the level as a coloured chip, seal room."""

from dataclasses import dataclass

from desktop.documents import page, parts
from desktop.documents.contents import NoticeContents
from desktop.documents.dates import day
from desktop.documents.draw import Paper
from desktop.documents.errors import TooLong
from desktop.documents.grid import THIN, Grid, GridRow, label, value
from desktop.documents.lines import Line, break_lines
from desktop.documents.notice_fields import LEVELS, FormField, copied, fields, people

PADDING = 2.5
LEADING = 1.3
SIGNING_ROWS = 7
SIGNING = 0.46  # of the width, for who drafted, checked and signed
SEAL_ROOM = 43 * page.MM  # the seal of a street is 42 mm wide


@dataclass(frozen=True)
class _Fit:
    """How the form is set: size of type and least height of a row, in points."""

    size: float
    least: float


FITS = (_Fit(11.0, 27.0), _Fit(11.0, 23.5), _Fit(11.0, 20.0), _Fit(10.5, 20.0))
WHEN_LONG = FITS[2]


@dataclass(frozen=True)
class _Form:
    """The rows of the form as they were measured for one setting."""

    size: float
    grid: Grid
    rows: list[GridRow]
    last: list[GridRow]
    people: Grid
    people_rows: list[GridRow]
    signing: float
    """Height of the block of signatures: room for the seal, or more."""

    @property
    def height(self) -> float:
        """Return the height of the whole."""
        return self.grid.height([*self.rows, *self.last]) + self.signing


def draw(paper: Paper, contents: NoticeContents) -> None:
    """Draw the table form on one page if it fits, else on two and more."""
    top = _form_head(paper, contents)
    form = _fitting(paper, contents, top)
    grid = form.grid
    grid.turn = lambda: _next_page(paper)
    *rows, kept = form.rows
    signing = form.signing + grid.height(form.last)
    at = grid.draw(rows, top)
    # The signatures never stand alone on a page: the row above goes along.
    if at + grid.height([kept]) + signing > page.BOTTOM:
        at = _next_page(paper)
    at = grid.draw([kept], at)
    if at + signing > page.BOTTOM:
        at = _next_page(paper)
    _signing(paper, contents, form, at)
    grid.draw(form.last, at + form.signing)
    if paper.number > 1:
        paper.page_number()


def _next_page(paper: Paper) -> float:
    paper.page_number()
    paper.new_page()
    return page.TOP


def _grid(paper: Paper, size: float, left: float = 0.0, width: float = 1.0) -> Grid:
    """Return a table of the form; left and width are shares of the text block."""
    return Grid(
        paper,
        page.LEFT + left * page.BLOCK_WIDTH,
        width * page.BLOCK_WIDTH,
        size,
        page.BOTTOM,
        padding=PADDING,
        leading=LEADING,
        frame=THIN,
    )


def _fitting(paper: Paper, contents: NoticeContents, top: float) -> _Form:
    """Return the form in the roomiest setting with which it is one page."""
    for fit in FITS:
        form = _form(paper, contents, fit)
        if top + form.height <= page.BOTTOM:
            return form
    return _form(paper, contents, WHEN_LONG)


def _form(paper: Paper, contents: NoticeContents, fit: _Fit) -> _Form:
    people_grid = _grid(paper, fit.size, 0.0, SIGNING)
    people_rows = _people_rows(contents, fit.size)
    return _Form(
        fit.size,
        _grid(paper, fit.size),
        _rows(contents, fit),
        _last_rows(contents, fit),
        people_grid,
        people_rows,
        _signing_height(contents, people_grid.height(people_rows)),
    )


def _form_head(paper: Paper, contents: NoticeContents) -> float:
    """Draw the red head and the name of the form; return where the table begins."""
    size = min(28.0, parts.head_size(contents.organ))
    middle = page.LEFT + page.BLOCK_WIDTH / 2
    above, below = paper.ink(contents.organ, "xbs", size, "organ")
    baseline = page.TOP + above
    paper.text(
        middle,
        baseline,
        contents.organ,
        "xbs",
        size,
        align="centre",
        colour=page.RED,
        place="organ",
    )
    rule = baseline + below + 3.5 * page.MM
    paper.rule(page.LEFT, page.RIGHT, rule, 0.7 * page.MM, page.RED)
    name = rule + 4 * page.MM + page.ASCENT * page.TITLE
    paper.text(middle, name, "督办通知单", "xbs", page.TITLE, align="centre", pitch=26.0)
    _level_chip(paper, contents, name)
    return name + 0.12 * page.TITLE + 3 * page.MM


def _level_chip(paper: Paper, contents: NoticeContents, baseline: float) -> None:
    """Mark a yellow or red card beside the name of the form."""
    if contents.level == "ordinary":
        return
    fill, ink = (page.YELLOW, page.BLACK) if contents.level == "yellow" else (page.RED, page.WHITE)
    width, height = 66.0, 22.0
    left = page.RIGHT - width
    top = baseline - 0.38 * page.TITLE - height / 2
    paper.chip(left, top, width, height, fill)
    middle = top + height / 2 + 0.38 * page.SMALL
    words = LEVELS[contents.level]
    paper.text(left + width / 2, middle, words, "hei", page.SMALL, align="centre", colour=ink)


def _rows(contents: NoticeContents, fit: _Fit) -> list[GridRow]:
    """Return the rows above the signatures."""
    return [_row(fit, *row) for row in fields(contents)]


def _last_rows(contents: NoticeContents, fit: _Fit) -> list[GridRow]:
    """Return the rows below the signatures."""
    return [_row(fit, *copied(contents))]


def _signing_height(contents: NoticeContents, height: float) -> float:
    """Return the height of the block of signatures; refuse one that no page holds."""
    most = 0.9 * page.BLOCK_HEIGHT
    if height > most:
        _, text, place, _ = max(people(contents), key=lambda field: len(field[1]))
        limit = int(len(text) * most / height)
        raise TooLong("paper_text_too_long", field=place, length=len(text), limit=limit)
    return height


def _people_rows(contents: NoticeContents, size: float) -> list[GridRow]:
    """Return the rows of those who drafted, checked and signed; together as high as the seal."""
    least = max(SEAL_ROOM / SIGNING_ROWS, size * LEADING + 2 * PADDING)
    share = _label_share(5, size)
    return [
        GridRow((label(name, share), value(text, SIGNING - share, place=place)), least)
        for name, text, place, _ in people(contents)
    ]


def _signing(paper: Paper, contents: NoticeContents, form: _Form, top: float) -> None:
    """Draw who drafted, checked and signed; at the right 署名 and date with room for the seal."""
    size = form.size
    height = form.people.draw(form.people_rows, top) - top
    seal = GridRow((value(""),), height)
    _grid(paper, size, SIGNING, 1 - SIGNING).draw([seal], top)
    middle = page.LEFT + page.BLOCK_WIDTH * (1 + SIGNING) / 2
    name = contents.signatory or contents.organ
    words = day(contents.issue_date) or "年    月    日"
    first = top + height / 2 - size * 0.6
    width = page.BLOCK_WIDTH * (1 - SIGNING) - 2 * PADDING
    cells = paper.cells([(name, "fangsong")], size, place="signatory")
    most = int(height / 2 / (size * LEADING))
    *above, last = break_lines(cells, width, justify=False) or [Line([], [], width)]
    if len(above) >= most:
        limit = int(len(name) * most / (len(above) + 1))
        raise TooLong("paper_text_too_long", field="signatory", length=len(name), limit=limit)
    for number, line in enumerate((*above, last)):
        up = (len(above) - number) * size * LEADING
        paper.line(line, middle - line.length / 2, first - up, size)
    paper.text(middle, first + size * 1.8, words, size=size, align="centre")


def _row(fit: _Fit, *parts_of_row: FormField) -> GridRow:
    """Return a row of labels and texts; a share of 0 takes what is left of the width."""
    first = _label_share(5, fit.size)
    labels = [first, *(_label_share(len(name), fit.size) for name, _, _, _ in parts_of_row[1:])]
    rest = 1 - sum(labels) - sum(share for _, _, _, share in parts_of_row)
    cells = []
    for (name, text, place, share), width in zip(parts_of_row, labels, strict=True):
        cells += [label(name, width), value(text, share or rest, place=place)]
    return GridRow(tuple(cells), fit.least)


def _label_share(characters: int, size: float) -> float:
    """Return which share of the width a label of so many characters takes."""
    return (characters * size + 2 * PADDING + 2) / page.BLOCK_WIDTH
