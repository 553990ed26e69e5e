"""The sheet of GB/T 9704: millimetres, the text block, its grid of 22 lines of 28 characters.

All lengths are in points, measured from the left and from the top of the sheet.
"""

MM = 72 / 25.4
WIDTH = 210 * MM
HEIGHT = 297 * MM
LEFT = 28 * MM
TOP = 37 * MM
BLOCK_WIDTH = 156 * MM
BLOCK_HEIGHT = 225 * MM
RIGHT = LEFT + BLOCK_WIDTH
BOTTOM = TOP + BLOCK_HEIGHT

BODY = 16.0
CELLS = 28
LINES = 22
CELL = BLOCK_WIDTH / CELLS
PITCH = (BLOCK_HEIGHT - BODY) / (LINES - 1)
TIGHTEST = 28.0  # the pitch of a page whose signature would else begin a new one
ASCENT = 0.88  # of the em box, above the base line

TITLE = 22.0
TITLE_PITCH = 33.0
SMALL = 14.0
IMPRINT_ROW = 26.25
PAGE_NUMBER_CENTRE = 269 * MM  # the dash of the page number

BLACK = (0.0, 0.0, 0.0)
RED = (0.93, 0.0, 0.0)
YELLOW = (1.0, 0.78, 0.0)
WHITE = (1.0, 1.0, 1.0)
GREY = (0.9, 0.9, 0.9)

LETTER_RULE_LEFT = 20 * MM
LETTER_RULE_RIGHT = 190 * MM
MOST_PAGES = 120
MOST_LIST_PAGES = 2000


def baseline(line: int) -> float:
    """Return the base line of a line of the grid, the first one being 0."""
    return TOP + line * PITCH + ASCENT * BODY


def blank(lines: int) -> float:
    """Return the height of lines left empty: so many lines of type with their leading."""
    return lines * PITCH - (PITCH - BODY)


def line_below(top: float) -> int:
    """Return the first line of the grid that lies wholly below this height."""
    return max(0, -int((TOP - top + 0.01) // PITCH))
