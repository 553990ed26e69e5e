"""Spots of a map, told apart by shape as well as by colour, and gathered where they are dense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QPolygonF

from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.map.shapes import MapDot

GATHERED = 30.0
"""Pixels within which spots become one."""
_WORST_FIRST = ("bad", "warn", "ok", "")
_FILLS = {"bad": "bar_bad", "warn": "bar_warn", "ok": "bar_ok", "": "control_border"}
_SIDE = 6.0
_MOST_SHOWN = 99


@dataclass(frozen=True)
class Spot:
    """One or several dots that stand together on the screen, in view pixels."""

    at: QPointF
    ids: tuple[Any, ...]
    tone: str

    @property
    def reach(self) -> float:
        """How far from its middle a click still means it."""
        return 9.0 if len(self.ids) == 1 else 13.0


def gathered(dots: Iterable[tuple[QPointF, MapDot]]) -> list[Spot]:
    """Return what stands on the screen; spots in one square of the screen become one."""
    squares: dict[tuple[int, int], list[tuple[QPointF, MapDot]]] = {}
    for at, dot in dots:
        square = (int(at.x() // GATHERED), int(at.y() // GATHERED))
        squares.setdefault(square, []).append((at, dot))
    found = []
    for several in squares.values():
        x = sum(at.x() for at, _ in several) / len(several)
        y = sum(at.y() for at, _ in several) / len(several)
        worst = min((dot.tone for _, dot in several), key=_WORST_FIRST.index)
        found.append(Spot(QPointF(x, y), tuple(dot.id for _, dot in several), worst))
    return found


def paint_spot(canvas: Canvas, spot: Spot) -> None:
    """Draw a spot; several in one circle with their number."""
    if len(spot.ids) == 1:
        paint_mark(canvas, spot.at, spot.tone)
        return
    words = str(len(spot.ids)) if len(spot.ids) <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
    side = max(22.0, canvas.theme.text_width(words, 11, bold=True) + 12)
    box = QRectF(spot.at.x() - side / 2, spot.at.y() - 11, side, 22)
    canvas.box(box, 11, "surface", _FILLS[spot.tone], 2.5)
    canvas.text(box, words, 11, "text", bold=True, align=CENTER)


def paint_mark(canvas: Canvas, at: QPointF, tone: str) -> None:
    """Draw one spot: diamond late, triangle nearly late, circle in time, square waiting."""
    painter = canvas.painter
    painter.setPen(QPen(canvas.theme.colour("surface"), 1.5))
    painter.setBrush(canvas.theme.colour(_FILLS[tone]))
    x, y, side = at.x(), at.y(), _SIDE
    if tone == "ok":
        painter.drawEllipse(at, side - 1, side - 1)
    elif tone == "bad":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, y - side - 1),
                    QPointF(x + side + 1, y),
                    QPointF(x, y + side + 1),
                    QPointF(x - side - 1, y),
                ]
            )
        )
    elif tone == "warn":
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, y - side),
                    QPointF(x + side + 1, y + side - 1),
                    QPointF(x - side - 1, y + side - 1),
                ]
            )
        )
    else:
        painter.drawRect(QRectF(x - side + 1, y - side + 1, 2 * side - 2, 2 * side - 2))
