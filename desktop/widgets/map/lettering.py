"""Words on a map: placed by weight, none over another, readable on every shade."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from desktop.widgets.canvas import CENTER, Canvas

_NEARBY = ((0, 0), (0, 15), (0, -15), (0, 28), (0, -28), (22, 0), (-22, 0), (22, 15), (-22, 15),
           (38, 0), (-38, 0), (44, -14), (-44, -14))  # fmt: skip
_HALO = ((-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1.5), (0, 1.5), (-1.5, 0), (1.5, 0))
_BADGE = 17
_BAND = 32


class Lettering:
    """Writes into one picture of the map and remembers where something stands already."""

    def __init__(self, canvas: Canvas, area: QRectF) -> None:
        self._canvas = canvas
        self._area = area
        # By bands across the picture: of hundreds of words only neighbours are looked at.
        self._taken: dict[int, list[QRectF]] = {}

    def keep_free(self, rect: QRectF) -> None:
        """Write nothing here."""
        for band in range(int(rect.top() // _BAND), int(rect.bottom() // _BAND) + 1):
            self._taken.setdefault(band, []).append(rect)

    def name(self, at: QPointF, words: str, size: int = 14) -> bool:
        """Write the name of an area over whatever is below; tell whether there was room."""
        box = self._place(at, words, size)
        if box is None:
            return False
        self._halo(box, words, size)
        self._canvas.text(box, words, size, "text", bold=True, align=CENTER)
        return True

    def value(
        self, at: QPointF, words: str, ink: str, alarm: int, belongs: Callable[[QPointF], bool]
    ) -> bool:
        """Write a value, with a red count behind it, where it still belongs to its area."""
        count = str(alarm) if alarm else ""
        theme = self._canvas.theme
        high = theme.px(_BADGE)
        badge = max(high, theme.text_width(count, 11, bold=True) + 9) if alarm else 0.0
        box = self._place(at, words, 13, badge + 4 if alarm else 0, belongs)
        if box is None:
            return False
        left = QRectF(box)
        left.setWidth(box.width() - (badge + 4 if alarm else 0))
        self._canvas.text(left, words, 13, ink, bold=bool(alarm) or ink != "text3", align=CENTER)
        if alarm:
            sign = QRectF(left.right() + 2, box.center().y() - high / 2, badge, high)
            self._canvas.box(sign, high / 2, "badge", "surface")
            self._canvas.text(sign, count, 11, "on_badge", bold=True, align=CENTER)
        return True

    def _place(
        self,
        at: QPointF,
        words: str,
        size: int,
        more: float = 0.0,
        belongs: Callable[[QPointF], bool] | None = None,
    ) -> QRectF | None:
        theme = self._canvas.theme
        wide = theme.text_width(words, size, bold=True) + 6 + more
        high = theme.px(size + 4)
        for x, y in _NEARBY:
            box = QRectF(at.x() - wide / 2 + x, at.y() - high / 2 + y, wide, high)
            if not self._area.intersects(box) or self._is_taken(box):
                continue
            if belongs is None or belongs(box.center()):
                self.keep_free(box)
                return box
        return None

    def _is_taken(self, box: QRectF) -> bool:
        bands = range(int(box.top() // _BAND), int(box.bottom() // _BAND) + 1)
        return any(box.intersects(one) for band in bands for one in self._taken.get(band, ()))

    def _halo(self, box: QRectF, words: str, size: int) -> None:
        for x, y in _HALO:
            self._canvas.text(box.translated(x, y), words, size, "surface", bold=True, align=CENTER)
