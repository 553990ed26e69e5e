"""Icons from SVG, coloured by a token and kept per device pixel ratio."""

from __future__ import annotations

from importlib import resources
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER: Final = "icons"


class IconBook:
    """Draw each Lucide icon once per colour, size and pixel ratio."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, int], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, int], QIcon] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon `name` in `colour`, `size` logical pixels wide."""
        key = (name, colour, size, round(ratio * 100))
        found = self._pixmaps.get(key)
        if found is None:
            found = self._draw(name, colour, size, ratio)
            self._pixmaps[key] = found
        return found

    def icon(self, name: str, colour: str, disabled: str, size: int = 16) -> QIcon:
        """Return a QIcon for buttons and menus, sharp on every screen that is plugged in now."""
        key = (name, colour, disabled, size)
        if key not in self._icons:
            icon = QIcon()
            ratios = {1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
            for ratio in sorted(ratios):
                icon.addPixmap(self.pixmap(name, colour, size, ratio))
                icon.addPixmap(self.pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def forget(self) -> None:
        """Drop every picture, after the colours or the screens have changed."""
        self._pixmaps.clear()
        self._icons.clear()

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        side = max(1, round(size * ratio))
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = self._source(name).replace("currentColor", QColor(colour).name())
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = resources.files("resources").joinpath(FOLDER, f"{name}.svg")
            self._sources[name] = file.read_text(encoding="utf-8")
        return self._sources[name]
