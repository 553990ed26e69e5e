"""A key as it is printed on the keyboard, beside what it does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget


def paint_key(canvas: Canvas, x: float, middle: float, key: str) -> float:
    """Draw one key cap and return its width."""
    width = key_width(canvas.theme, key)
    height = canvas.theme.px(22)
    rect = QRectF(round(x), round(middle - height / 2), width, height)
    canvas.box(rect, 4, "surface2", "border")
    canvas.text(rect, key, 12, "text2", align=CENTER)
    return width


def key_width(theme: Theme, key: str) -> float:
    """Return how wide a key cap is."""
    return max(theme.px(24), round(theme.text_width(key, 12)) + 14)


class KeyHint(PaintedWidget):
    """One key cap and, after it, the words for what it does."""

    def __init__(self, key: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{key} {words}".strip())

    def sizeHint(self) -> QSize:
        words = self._theme.text_width(self._words, 13) + 9 if self._words else 0
        return QSize(round(key_width(self._theme, self._key) + words), self._theme.px(24))

    def draw(self, canvas: Canvas) -> None:
        middle = self.height() / 2
        x = paint_key(canvas, 0, middle, self._key) + 8
        canvas.text(QRectF(x, 0, self.width() - x, self.height()), self._words, 13, "text2")


class KeyHints(PaintedWidget):
    """A line of key caps, right-aligned; those that do not fit are left out, last ones first."""

    def __init__(
        self, hints: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_hints(hints)

    def set_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show these (key, words) pairs."""
        self._hints = tuple(hints)
        self.setAccessibleName("，".join(f"{key} {words}" for key, words in self._hints))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._width(*hint) for hint in self._hints)), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(24))

    def draw(self, canvas: Canvas) -> None:
        shown = list(self._hints)
        while shown and sum(self._width(*hint) for hint in shown) - 16 > self.width():
            shown.pop()
        x = self.width() - sum(self._width(*hint) for hint in shown) + 16
        for key, words in shown:
            after = x + paint_key(canvas, x, self.height() / 2, key) + 8
            canvas.text(QRectF(after, 0, self.width() - after, self.height()), words, 13, "text2")
            x += self._width(key, words)

    def _width(self, key: str, words: str) -> float:
        return key_width(self._theme, key) + 8 + self._theme.text_width(words, 13) + 17
