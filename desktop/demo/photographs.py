"""Photographs of the demo street, before and after: painted, since nobody took any."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

WIDTH, HEIGHT = 800, 600
GROUND = 380
QUALITY = 82
DOTS_PER_METER = 3780
_SKY = (("#b7cfe4", "#e9f0f4"), ("#c9d3da", "#eef0ee"), ("#9fc4e8", "#f3ede0"))
_WALLS = ("#d8cbb5", "#c7cdd1", "#d9d2c6", "#bfc9c4", "#cdbfb2")
_SCRAPS = ("#7d6a52", "#55606b", "#8f3d36", "#3f5c4a", "#a8894f", "#6d6f76", "#2f3a45")


def photograph(seed: int, *, after: bool) -> bytes:
    """Return a street corner as a JPEG; the same seed shows the same corner, tidy ``after``."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter

    random = Random(seed)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    # Without this the file would name the resolution of the screen that happens to be there.
    image.setDotsPerMeterX(DOTS_PER_METER)
    image.setDotsPerMeterY(DOTS_PER_METER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_sky(painter, random)
    _paint_houses(painter, random)
    _paint_ground(painter)
    if not after:
        _paint_scraps(painter, random)
    _paint_grain(painter, Random(seed + after))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "JPEG", QUALITY):  # type: ignore[call-overload]
        raise OSError("this Qt writes no JPEG")
    return bytes(buffer.data().data())


def _paint_sky(painter: QPainter, random: Random) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QLinearGradient

    top, bottom = random.choice(_SKY)
    gradient = QLinearGradient(0, 0, 0, GROUND)
    gradient.setColorAt(0, QColor(top))
    gradient.setColorAt(1, QColor(bottom))
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), gradient)


def _paint_houses(painter: QPainter, random: Random) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor

    left = -random.randint(10, 60)
    while left < WIDTH:
        width, height = random.randint(130, 230), random.randint(170, 330)
        wall = QColor(random.choice(_WALLS))
        painter.fillRect(QRectF(left, GROUND - height, width, height), wall)
        painter.fillRect(QRectF(left, GROUND - height, width, 9), wall.darker(125))
        _paint_windows(painter, random, QRectF(left, GROUND - height, width, height), wall)
        shutter = QColor(random.choice(("#8b949b", "#747d84", "#a39a8c")))
        front = QRectF(left + 14, GROUND - 74, width - 28, 74)
        painter.fillRect(front, shutter)
        painter.setPen(shutter.darker(116))
        for nth in range(1, 9):
            y = int(front.top() + nth * front.height() / 9)
            painter.drawLine(int(front.left()), y, int(front.right()), y)
        left += width + random.randint(0, 12)


def _paint_windows(painter: QPainter, random: Random, house: QRectF, wall: QColor) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor

    glass = QColor("#5c6f7d")
    for across in range(3):
        for up in range(int(house.height() // 62) - 1):
            left = house.left() + 18 + across * (house.width() - 30) / 3
            place = QRectF(left, house.top() + 28 + up * 62, 30, 36)
            painter.fillRect(place.adjusted(-3, -3, 3, 3), wall.lighter(112))
            painter.fillRect(place, glass.lighter(100 + random.randint(0, 40)))


def _paint_ground(painter: QPainter) -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QLinearGradient

    painter.fillRect(QRectF(0, GROUND, WIDTH, 84), QColor("#b3aea4"))
    painter.setPen(QColor("#9d988e"))
    for left in range(-200, WIDTH + 200, 46):
        painter.drawLine(left, GROUND + 84, WIDTH // 2 + (left - WIDTH // 2) * 7 // 10, GROUND)
    painter.drawLine(0, GROUND + 38, WIDTH, GROUND + 38)
    painter.fillRect(QRectF(0, GROUND + 84, WIDTH, 12), QColor("#d5d1c8"))
    road = QLinearGradient(0, GROUND + 96, 0, HEIGHT)
    road.setColorAt(0, QColor("#676b6f"))
    road.setColorAt(1, QColor("#4d5155"))
    painter.fillRect(QRectF(0, GROUND + 96, WIDTH, HEIGHT), road)
    for left in range(-40, WIDTH, 190):
        painter.fillRect(QRectF(left, GROUND + 158, 104, 9), QColor("#d9d6cc"))


def _paint_scraps(painter: QPainter, random: Random) -> None:
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QPolygonF

    middle = random.randint(240, 560)
    painter.setPen(QColor(0, 0, 0, 40))
    painter.setBrush(QColor(0, 0, 0, 46))
    painter.drawEllipse(QPointF(middle, GROUND + 82), 190, 20)
    for _ in range(34):
        size = random.randint(20, 54)
        spread = random.gauss(0, 78)
        lift = max(0.0, 86 - abs(spread)) * random.random()
        left, top = middle + spread - size / 2, GROUND + 82 - size * 0.7 - lift
        painter.setBrush(QColor(random.choice(_SCRAPS)).lighter(random.randint(90, 135)))
        if random.random() < 0.5:
            painter.drawRect(QRectF(left, top, size, size * 0.7))
            continue
        corners = [
            QPointF(left + size * x + random.randint(-5, 5), top + size * y + random.randint(-5, 5))
            for x, y in ((0.1, 0.75), (0, 0.3), (0.35, 0), (0.8, 0.15), (1, 0.7))
        ]
        painter.drawPolygon(QPolygonF(corners))


def _paint_grain(painter: QPainter, random: Random) -> None:
    from PySide6.QtGui import QColor

    painter.setPen(QColor(0, 0, 0, 14))
    for _ in range(2600):
        painter.drawPoint(random.randrange(WIDTH), random.randrange(HEIGHT))
