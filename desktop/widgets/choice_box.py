"""A short list to choose from, and a box to tick, drawn in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.plain_label import menu_text


class ChoiceBox(QComboBox):
    """Options are (id, text); for more than a dozen take a `Picker`."""

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._ids: list[Any] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.activated.connect(self._tell)

    def setAccessibleName(self, name: str) -> None:
        """Name the box and the list that opens from it."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other options; the value stays if it is among them."""
        before = self.value()
        self.clear()
        self._ids = [value for value, _ in options]
        self.addItems([text for _, text in options])
        self.set_value(before)

    def value(self) -> Any:
        """Return the id of the chosen option, or None."""
        place = self.currentIndex()
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def set_value(self, value: Any) -> None:
        """Choose without telling; an unknown id chooses nothing."""
        self.setCurrentIndex(self._ids.index(value) if value in self._ids else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel over a form scrolls the form; it must not change an answer unseen.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        side = self._theme.px(16)
        ink = "text2" if self.isEnabled() else "disabled"
        canvas.icon("chevron-down", ink, self.width() - side - 10, self.height() / 2, 16)
        painter.end()

    def _tell(self) -> None:
        self.changed.emit(self.value())


class CheckField(QCheckBox):
    """A box to tick with its words."""

    changed = Signal(object)

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(menu_text(text), parent)
        self._theme = active_theme()
        self._words = text
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)

    def value(self) -> bool:
        """Tell whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick or clear without telling."""
        self.setChecked(bool(value))

    def sizeHint(self) -> QSize:
        words = self._theme.text_width(self._words, 14)
        return QSize(round(self._theme.px(18) + 8 + words) + 6, self._theme.px(20) + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, point: Any) -> bool:
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        side = self._theme.px(18)
        box = QRectF(2, (self.height() - side) / 2, side, side)
        on, usable = self.isChecked(), self.isEnabled()
        if on:
            canvas.box(box, 4, "brand" if usable else "disabled")
            size = self._theme.px(14)
            canvas.icon("check", "on_brand", box.center().x() - size / 2, box.center().y(), 14)
        else:
            canvas.box(box, 4, "surface", "control_border" if usable else "border")
        words = QRectF(box.right() + 8, 0, self.width() - box.right() - 8, self.height())
        canvas.text(words, self._words, 14, "text" if usable else "disabled")
        if self.hasFocus():
            canvas.focus_ring(QRectF(self.rect()), 5)
        painter.end()

    def _tell(self) -> None:
        self.changed.emit(self.isChecked())
