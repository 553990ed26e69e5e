"""The theme in force: colours, fonts and icons, and how a widget learns that it changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.theme.fonts import FontBook, install_fonts
from desktop.theme.icons import IconBook
from desktop.theme.sheet import build_palette, build_sheet
from desktop.theme.tokens import LIGHT, THEMES, Tokens

_NAME: Final = "command_room_theme"
_MEASURES_KEPT: Final = 20_000


class Theme(QObject):
    """What a widget asks for its colours; that of the windows is a child of the application.

    A window that looks otherwise, such as the big screen, has a theme of its own and `wear`s it.
    """

    changed = Signal()

    def __init__(self, parent: QObject, name: str = "", measures: int = _MEASURES_KEPT) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tokens = LIGHT
        self._dress: tuple[str, float, str | None] | None = None
        self._factor = 1.0
        self._calm = False
        self._family = install_fonts()
        self._fonts = FontBook(1.0, self._family)
        self._icons = IconBook()
        self._colours: dict[str, QColor] = {}
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self._measures = measures
        self._fitted: dict[tuple[str, int, bool, int], tuple[str, float]] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def factor(self) -> float:
        """The user's font factor, 1.0 to 1.5."""
        return self._factor

    @property
    def calm(self) -> bool:
        """Whether things should move as little as can be."""
        return self._calm

    def set_calm(self, calm: bool) -> None:
        """Let things move, or as little as can be."""
        self._calm = calm
        self.changed.emit()

    def apply(self, name: str, factor: float = 1.0, family: str | None = None) -> None:
        """Dress the whole application in the theme `name`; open windows follow at once."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dress = (name, factor, family or self._family or "")
        # To dress anew in the same would cost every window a new layout, for nothing to be seen.
        if dress == self._dress and app.styleSheet():
            return
        self._take(name, factor, family)
        self._dress = dress
        app.setStyle("Fusion")
        app.setPalette(build_palette(self._tokens))
        app.setFont(self._fonts.font(14))
        app.setStyleSheet(build_sheet(self._tokens, self._fonts))
        self.changed.emit()

    def wear(self, name: str, factor: float = 1.0) -> None:
        """Take colours and sizes for the widgets that were given this theme, and for no others."""
        if THEMES[name] is not self._tokens or factor != self._factor:
            self._take(name, factor, None)
            self.changed.emit()

    def px(self, size: int) -> int:
        """Return a length that grows with the font."""
        return self._fonts.pixels(size)

    def font(self, size: int = 14, *, bold: bool = False, underline: bool = False) -> QFont:
        """Return the shared font of `size` pixels at factor 1.0."""
        return self._fonts.font(size, bold=bold, underline=underline)

    def metrics(self, size: int = 14, *, bold: bool = False) -> QFontMetricsF:
        """Return the measures of a font, made once."""
        key = (size, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size, bold=bold))
        return self._metrics[key]

    def text_width(self, text: str, size: int = 14, *, bold: bool = False) -> float:
        """Return how wide `text` is on one line."""
        return self.metrics(size, bold=bold).horizontalAdvance(text)

    def fitted(self, text: str, size: int, bold: bool, width: float) -> tuple[str, float]:
        """Return `text` cut with … to `width`, and how wide it is then.

        Kept, because painting a table asks for the same again and again.
        """
        key = (text, size, bold, int(width))
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) > self._measures:
                self._fitted.clear()
            metrics = self.metrics(size, bold=bold)
            # Half a pixel of slack: the same string measured twice must never lose its end.
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width + 0.5)
            found = (shown, min(width, metrics.horizontalAdvance(shown)))
            self._fitted[key] = found
        return found

    def colour(self, value: str) -> QColor:
        """Return the QColor of a token's value or of the name of an ink, made once."""
        if value not in self._colours:
            code = value if value.startswith("#") else self._named(value)
            self._colours[value] = QColor(code)
        return self._colours[value]

    def icon(self, name: str, ink: str = "text2", size: int = 16) -> QIcon:
        """Return an icon for a button or a menu."""
        colour = self.colour(ink).name()
        return self._icons.icon(name, colour, self._tokens.disabled, size)

    def pixmap(self, name: str, ink: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon to paint by hand."""
        return self._icons.pixmap(name, self.colour(ink).name(), size, ratio)

    def _take(self, name: str, factor: float, family: str | None) -> None:
        self._dress = None
        self._tokens = THEMES[name]
        self._factor = factor
        self._family = family or self._family
        self._fonts = FontBook(factor, self._family)
        self._icons.forget()
        self._colours.clear()
        self._metrics.clear()
        self._fitted.clear()

    def _named(self, name: str) -> str:
        value = getattr(self._tokens, name, None)
        return value if isinstance(value, str) else self._tokens.ink(name)


def active_theme() -> Theme:
    """Return the theme of the running application; made, but not applied, if there is none."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a theme needs a QApplication")
    found = app.findChild(Theme, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(app, _NAME)


def apply(
    app: QApplication, theme: str = "light", factor: float = 1.0, family: str | None = None
) -> Theme:
    """Dress `app` in the theme and return it: `light`, `dark` or `projection`."""
    found = app.findChild(Theme, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    active = found if isinstance(found, Theme) else Theme(app, _NAME)
    active.apply(theme, factor, family)
    return active
