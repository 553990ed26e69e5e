"""Drawings of figures on paper: trend, heat of the week, ranking; vector lines and real text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents import page
from desktop.documents.contents import Bar, TrendLine
from desktop.documents.draw import Colour, Paper
from desktop.documents.errors import TooLong

BLUE: Colour = (0.08, 0.34, 0.72)
GREEN: Colour = (0.09, 0.41, 0.23)
BROWN: Colour = (0.54, 0.32, 0.0)
FAINT: Colour = (0.45, 0.5, 0.57)
LINE: Colour = (0.82, 0.85, 0.89)
PALE: Colour = (0.42, 0.61, 0.87)
HEAT: tuple[Colour, ...] = (
    (0.94, 0.955, 0.98),
    (0.81, 0.875, 0.96),
    (0.64, 0.765, 0.93),
    (0.42, 0.61, 0.87),
    (0.18, 0.42, 0.77),
    (0.06, 0.25, 0.55),
)
TONES: dict[str, Colour] = {"main": BLUE, "second": GREEN, "faint": FAINT}
SMALL, TINY = 9.0, 7.5
AXIS, DOT = 26.0, 1.9
STEPS = 4
STRONG = 3
SUMS = 44.0
NAMES = 0.3  # of the width, at most, for the names of a ranking
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Room:
    """A part of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.top + self.height


def heading(paper: Paper, room: Room, words: str) -> Room:
    """Write the name of a drawing; return the room below it."""
    paper.text(room.left, room.top + 10.0, words, "hei", 10.5, place="heading")
    return Room(room.left, room.top + 17.0, room.width, room.height - 17.0)


def trend(paper: Paper, room: Room, labels: Sequence[str], lines: Sequence[TrendLine]) -> None:
    """Draw lines from a zero-based axis, with their names above."""
    plot = Room(room.left + AXIS, room.top + 14.0, room.width - AXIS - 8.0, room.height - 30.0)
    highest = _round_top(max((value for line in lines for value in line.values), default=0))
    for part in range(STEPS):
        y = plot.bottom - plot.height * part / (STEPS - 1)
        paper.rule(plot.left, plot.right, y, 0.4, LINE if part else FAINT)
        words = f"{highest * part / (STEPS - 1):,.0f}"
        paper.text(plot.left - 4.0, y + 2.8, words, "song", TINY, align="right")
    last = max(1, len(labels) - 1)
    x = room.left + AXIS
    for line in lines:
        colour = TONES[line.tone]
        points = [
            (plot.left + plot.width * place / last, plot.bottom - plot.height * value / highest)
            for place, value in enumerate(line.values)
        ]
        if len(points) > 1:
            faint = line.tone == "faint"
            paper.path(points, 0.8 if faint else 1.4, colour, dashed=faint)
        for dot in points[-1:]:
            paper.dot(*dot, DOT, colour)
        paper.box(x, room.top + 4.0, 12.0, 2.0, colour)
        x += 16.0
        share = (room.width - AXIS) / len(lines) - 30.0
        name = paper.shortened(line.name, "song", SMALL, share, "trend")
        x += paper.text(x, room.top + 8.0, name, "song", SMALL, place="trend") + 14.0
    _labels(paper, plot, labels)


def heat(paper: Paper, room: Room, counts: Sequence[Sequence[int]]) -> None:
    """Draw the week: weekdays down, hours across, the sum at the end of each day."""
    cells = Room(room.left + 24.0, room.top + 12.0, room.width - 56.0, room.height - 14.0)
    wide, high = cells.width / 24, cells.height / 7
    highest = max((max(row) for row in counts), default=0)
    for hour in range(0, 24, 2):
        middle = cells.left + (hour + 0.5) * wide
        paper.text(middle, room.top + 8.0, f"{hour:02}", "song", TINY, align="centre")
    for day, row in enumerate(counts):
        top = cells.top + day * high
        middle = top + high / 2 + 2.8
        paper.text(room.left, middle, f"周{WEEKDAYS[day]}", "song", TINY)
        for hour, count in enumerate(row):
            step = math.ceil(5 * count / highest) if highest else 0
            left = cells.left + hour * wide
            paper.box(left + 0.5, top + 0.5, wide - 1, high - 1, HEAT[step])
            if count:
                ink = page.WHITE if step > 3 else page.BLACK
                size = min(6.5, wide * 0.6 if count < 100 else wide * 0.42)
                paper.text(
                    left + wide / 2, middle, str(count), "song", size, align="centre", colour=ink
                )
        paper.text(room.right - 2.0, middle, f"{sum(row):,}", "song", SMALL, align="right")


def bars(paper: Paper, room: Room, rows: Sequence[Bar], line_height: float, field: str) -> None:
    """Draw a ranking with bars; where there are sums, a line through them with its own scale."""
    if not rows:
        paper.text(room.left, room.top + 12.0, "本期无。", "fangsong", SMALL)
        return
    # A long name is cut here; the tables on the next pages have it whole.
    titles = [paper.shortened(row.name, "song", SMALL, room.width * NAMES, field) for row in rows]
    names = max(paper.width(title, "song", SMALL) for title in titles)
    notes = max(paper.width(row.note, "song", SMALL, place=field) for row in rows)
    shown = max(paper.width(row.shown, "song", SMALL) for row in rows)
    has_sums = any(row.sum is not None for row in rows)
    left = room.left + 20.0 + names + 8.0
    sums = SUMS if has_sums else 0.0
    longest = max(10.0, room.right - notes - sums - shown - 18.0 - left)
    line_left = room.right - notes - sums
    points = []
    for place, row in enumerate(rows):
        middle = room.top + (place + 0.5) * line_height
        base = middle + 0.36 * SMALL
        paper.text(
            room.left + 12.0,
            base,
            row.rank,
            "song",
            SMALL,
            align="right",
            place=field,
            room=16.0,
        )
        paper.text(room.left + 20.0, base, titles[place], "song", SMALL, place=field)
        colour = BLUE if place < STRONG else PALE
        paper.box(left, middle - 3.0, max(1.0, longest * row.length), 6.0, colour)
        end = left + longest * row.length + 5.0
        taken = left + 10.0 - room.left
        paper.text(end, base, row.shown, "song", SMALL, place=field, room=room.width / 6)
        paper.text(
            room.right,
            base,
            row.note,
            "song",
            SMALL,
            align="right",
            place=field,
            room=room.width - taken - shown - 8.0,
        )
        if row.sum is not None:
            points.append((line_left + (sums - 12.0) * row.sum, middle))
    if len(points) > 1:
        paper.path(points, 1.0, BROWN)
    for x, y in points:
        paper.dot(x, y, DOT, BROWN)


def _labels(paper: Paper, plot: Room, labels: Sequence[str]) -> None:
    """Write as many labels as fit, from the last one backwards."""
    if not labels:
        return
    widest = max(paper.width(label, "song", TINY, place="labels") for label in labels) + 8.0
    if widest > plot.width / 2:
        longest = max(labels, key=len)
        limit = int(len(longest) * plot.width / 2 / widest)
        raise TooLong("line_too_long", field="labels", length=len(longest), limit=limit)
    every = max(1, math.ceil(widest * len(labels) / plot.width))
    last = max(1, len(labels) - 1)
    for place in range(len(labels) - 1, -1, -every):
        x = plot.left + plot.width * place / last
        paper.text(x, plot.bottom + 10.0, labels[place], "song", TINY, align="centre")


def _round_top(highest: int) -> float:
    """Return a round number at or above the highest value that three steps part evenly."""
    size = 1
    while True:
        for part in (3, 6, 9, 15, 24):
            if part * size >= highest:
                return float(part * size)
        size *= 10
