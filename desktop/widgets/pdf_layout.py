"""Where the pages of a document lie under each other: sizes, turn and scale, without a widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

GAP = 16
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
FIT_WIDTH = 0.0
FIT_PAGE = -1.0
PIXELS_A_POINT = 96 / 72
_USUAL = (595.0, 842.0)

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class PagesLayout:
    """Pages of these sizes in points, turned by so many quarters, at a zoom or a fit."""

    sizes: Sequence[tuple[float, float]] = ()
    turn: int = 0
    zoom: float = FIT_WIDTH

    def scale(self, room: QSizeF) -> float:
        """Return the zoom that holds in a room of this size; 1.0 is 96 dots an inch."""
        if self.zoom > 0:
            return self.zoom
        shown = self._shown() or [_USUAL]
        widest = max(width for width, _ in shown)
        across = max(80.0, room.width() - 2 * GAP) / (widest * PIXELS_A_POINT)
        if self.zoom == FIT_WIDTH:
            return across
        highest = max(height for _, height in shown)
        down = max(80.0, room.height() - 2 * GAP) / (highest * PIXELS_A_POINT)
        return min(across, down)

    def rects(self, room: QSizeF, sheet_width: float) -> list[QRectF]:
        """Return where each page lies on a sheet of this width."""
        scale = self.scale(room) * PIXELS_A_POINT
        rects, top = [], float(GAP)
        for width, height in self._shown():
            left = max(GAP, (sheet_width - width * scale) / 2)
            rects.append(QRectF(round(left), top, round(width * scale), round(height * scale)))
            top += round(height * scale) + GAP
        return rects

    def extent(self, room: QSizeF) -> QSizeF:
        """Return how much room all pages take."""
        rects = self.rects(room, 0)
        width = max((rect.width() for rect in rects), default=0.0)
        return QSizeF(width + 2 * GAP, rects[-1].bottom() + GAP if rects else float(GAP))

    def on_page(self, page: int, box: Box, rect: QRectF) -> QRectF:
        """Return where a box in points of the unturned page lies, given where the page lies."""
        width, height = self.sizes[page]
        left, top, right, bottom = (
            box[0] / width, box[1] / height, box[2] / width, box[3] / height,
        )  # fmt: skip
        for _ in range(self.turn):
            left, top, right, bottom = 1 - bottom, left, 1 - top, right
        return QRectF(
            rect.left() + left * rect.width(),
            rect.top() + top * rect.height(),
            (right - left) * rect.width(),
            (bottom - top) * rect.height(),
        )

    def _shown(self) -> list[tuple[float, float]]:
        if self.turn % 2:
            return [(height, width) for width, height in self.sizes]
        return list(self.sizes)
