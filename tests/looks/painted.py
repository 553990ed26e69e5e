"""What is drawn by hand: every word goes through `Canvas.text`, and is written down there.

Timelines, photos and the second screen draw whole paragraphs themselves and are not covered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import CENTER, RIGHT, Canvas
from tests.looks.fitting import CHINESE, SLACK, named

LEAST_LETTERS = 3  # a Chinese sign says as much as two of them
"""A word that is cut to fewer letters tells nobody anything; its place should not show it."""


@dataclass(frozen=True)
class Word:
    """A word as it was asked for and as it was drawn, with its box on the widget."""

    widget: QWidget
    words: str
    shown: str
    box: QRectF
    room: QRectF

    def is_cut(self) -> bool:
        """Tell whether it ends with …"""
        return self.shown != self.words


@contextmanager
def written_down() -> Iterator[list[Word]]:
    """Write down every word that is drawn on a widget meanwhile."""
    found: list[Word] = []
    real = Canvas.text

    def text(
        canvas: Canvas,
        rect: QRectF,
        words: str,
        size: int = 14,
        ink: str = "text",
        **given: Any,
    ) -> float:
        width = real(canvas, rect, words, size, ink, **given)
        device = canvas.painter.device()
        # A column that has no room at all is left out by giving its words none.
        if words and rect.width() > 0 and isinstance(device, QWidget):
            bold = given.get("bold", False)
            shown = canvas.theme.fitted(words, size, bold, max(0.0, rect.width()))[0]
            ink_box = canvas.theme.metrics(size, bold=bold).tightBoundingRect(shown)
            metrics = canvas.theme.metrics(size, bold=bold)
            base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            free = rect.width() - width
            align = given.get("align")
            left = rect.left() + (free if align == RIGHT else free / 2 if align == CENTER else 0)
            box = QRectF(left, base + ink_box.top(), width, ink_box.height())
            turn = canvas.painter.worldTransform()
            if not turn.isRotating():
                found.append(
                    Word(device, words, shown, turn.mapRect(box), turn.mapRect(QRectF(rect)))
                )
        return width

    Canvas.text = text  # type: ignore[method-assign]
    try:
        yield found
    finally:
        Canvas.text = real  # type: ignore[method-assign]


def draw(window: QWidget) -> list[Word]:
    """Draw a window once and return the words that were drawn."""
    with written_down() as found:
        window.grab()
    return found


def crumbs(words: list[Word]) -> list[str]:
    """Return the words of which a letter or two is left, or nothing."""
    return [
        f"{named(one.widget)}: {one.words[:40]!r} is shown as {one.shown!r}"
        for one in words
        if one.is_cut() and _weight(one.shown.rstrip("…")) < LEAST_LETTERS
    ]


def _weight(shown: str) -> int:
    return len(shown) + len("".join(CHINESE.findall(shown)))


def low(words: list[Word]) -> list[str]:
    """Return the words that are higher than the widget they are drawn on has room for."""
    wrong = []
    for one in words:
        seen = QRectF(one.widget.rect()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
        if seen.intersects(one.box) and not _scrolls(one.widget) and not seen.contains(one.box):
            wrong.append(f"{named(one.widget)}: {one.words[:40]!r} {one.box} in {seen}")
    return wrong


def _scrolls(widget: QWidget) -> bool:
    return widget.objectName() == "qt_scrollarea_viewport"


def collisions(words: list[Word]) -> list[str]:
    """Return the pairs of words that were drawn over each other on one widget."""
    wrong = []
    for widget in {id(one.widget): one.widget for one in words}.values():
        mine = [one for one in words if one.widget is widget and one.shown.strip()]
        for nth, one in enumerate(mine):
            for other in mine[nth + 1 :]:
                both = one.box.intersected(other.box)
                is_halo = one.words == other.words
                if not is_halo and both.width() > SLACK and both.height() > SLACK:
                    wrong.append(
                        f"{named(widget)}: {one.shown[:20]!r} over {other.shown[:20]!r}: {both}"
                    )
    return wrong


def painted_chinese(words: list[Word], data: str) -> list[str]:
    """Return the Chinese words that were drawn and are not in the data."""
    return [
        f"{named(one.widget)}: {one.words[:40]!r}"
        for one in words
        if any(run not in data for run in CHINESE.findall(one.words))
    ]
