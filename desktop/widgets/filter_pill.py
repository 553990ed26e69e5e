"""A round filter over a list: what it filters, its value, and a menu to change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.plain_label import menu_text


class FilterPill(QPushButton):
    """«类别：全部»: options are (id, text); the first one means no filter.

    Without options it is a switch: `changed` then tells True or False.
    """

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        icon: str = "",
        options: Sequence[tuple[Any, str]] = (),
        *,
        card: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._label = label
        self._icon_name = icon
        self._card = card
        self._options: list[tuple[Any, str]] = []
        self._chosen = 0
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._react)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the value stays if it is among them."""
        before = self.value() if self._options else None
        self._options = list(options)
        self.setCheckable(not self._options)
        self._chosen = next((i for i, (v, _) in enumerate(self._options) if v == before), 0)
        self._rename()

    def set_label(self, label: str) -> None:
        """Change what the pill filters."""
        self._label = label
        self._rename()

    def value(self) -> Any:
        """Return the chosen id; for a switch, whether it is on."""
        return self._options[self._chosen][0] if self._options else self.isChecked()

    def set_value(self, value: Any) -> None:
        """Choose without telling."""
        if self._options:
            self._chosen = next((i for i, (v, _) in enumerate(self._options) if v == value), 0)
        else:
            self.setChecked(bool(value))
        self._rename()

    def is_filtering(self) -> bool:
        """Tell whether the pill narrows the list."""
        return self._chosen > 0 if self._options else self.isChecked()

    def words(self) -> str:
        """Return what stands on the pill."""
        if not self._options:
            return self._label
        value = self._options[self._chosen][1]
        return self.tr("{label}：{value}").format(label=self._label, value=value)

    def sizeHint(self) -> QSize:
        width = self._theme.text_width(self.words(), 13, bold=self.is_filtering()) + 28
        width += self._theme.px(15) + 6 if self._icon_name else 0
        width += 16 if self._card else 0
        width += self._theme.px(14) + 6 if self._options else 0
        return QSize(round(width), self._theme.px(18) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        on = self.is_filtering()
        radius = rect.height() / 2
        ground = "brand_weak" if on else "hover" if self.underMouse() else "surface"
        canvas.box(rect, radius, ground, "brand" if on else "border")
        ink = "brand" if on else "text2"
        x = rect.left() + 14
        middle = rect.center().y()
        if self._icon_name:
            x += canvas.icon(self._icon_name, ink, x, middle, 15) + 6
        if self._card:
            canvas.box(
                QRectF(x, middle - 6, 9, 12), 2, self._theme.tokens.cards.get(self._card, "text2")
            )
            x += 16
        end = rect.right() - 14
        if self._options:
            size = self._theme.px(14)
            canvas.icon("chevron-down", ink, end - size + 3, middle, 14)
            end -= size + 3
        canvas.text(
            QRectF(x, rect.top(), end - x + 2, rect.height()), self.words(), 13, ink, bold=on
        )
        if self.hasFocus():
            canvas.focus_ring(rect, radius)
        painter.end()

    def _react(self) -> None:
        if not self._options:
            self._rename()
            self.changed.emit(self.isChecked())
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, (_, text) in enumerate(self._options):
            action = QAction(menu_text(text), menu)
            action.setCheckable(True)
            action.setChecked(place == self._chosen)
            action.setData(place)
            menu.addAction(action)
            if place == self._chosen:
                menu.setActiveAction(action)
        menu.triggered.connect(self._take)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _take(self, action: QAction) -> None:
        place = action.data()
        if place != self._chosen:
            self._chosen = place
            self._rename()
            self.changed.emit(self.value())

    def _rename(self) -> None:
        self.setAccessibleName(self.words())
        self._follow_theme()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
