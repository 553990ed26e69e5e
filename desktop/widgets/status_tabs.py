"""Tabs with counts over a list; the chosen one is underlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.shortcut import KeyLine

_PAD = 12
_LEAST_PAD = 3
_LEAST_SHARE = 0.85
"""A tab that would show less of its words is not shown; an arrow tells that there are more."""
_ARROW = 22


class StatusTabs(PaintedWidget):
    """Tabs are (id, text) or (id, text, tone); ← and → change while it has the focus."""

    changed = Signal(object)

    def __init__(
        self,
        tabs: Sequence[tuple[Any, ...]] = (),
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs: list[tuple[Any, str, str]] = []
        self._counts: dict[Any, int] = {}
        self._chosen = 0
        self._first = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or self.tr("状态"))
        self.set_tabs(tabs)

    def set_tabs(self, tabs: Sequence[tuple[Any, ...]]) -> None:
        """Offer other tabs; the first one is chosen."""
        self._tabs = [(tab[0], tab[1], tab[2] if len(tab) > 2 else "text2") for tab in tabs]
        self._chosen = 0
        self._describe()

    def set_counts(self, counts: Mapping[Any, int]) -> None:
        """Show these counts behind the words; a tab without one shows none."""
        self._counts = dict(counts)
        self._describe()

    def value(self) -> Any:
        """Return the id of the chosen tab, or None when there is no tab."""
        return self._tabs[self._chosen][0] if self._tabs else None

    def set_value(self, value: Any) -> None:
        """Choose without telling."""
        self._chosen = next((i for i, tab in enumerate(self._tabs) if tab[0] == value), 0)
        self._describe()

    def sizeHint(self) -> QSize:
        width = sum(self._words()) + 2 * _PAD * len(self._tabs)
        return QSize(round(width), self._theme.px(20) + 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("←", self.tr("前一个状态页")),
            KeyLine("→", self.tr("后一个状态页")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._tabs and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._choose((self._chosen + step) % len(self._tabs))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for step, arrow in self._arrows(self._rects()).items():
                if arrow.contains(event.position()):
                    self._first += step
                    self.update()
                    return
        for place, rect in enumerate(self._rects()):
            if event.button() == Qt.MouseButton.LeftButton and rect.contains(event.position()):
                self._choose(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        tight = self._is_tight()
        rects = self._rects()
        for step, arrow in self._arrows(rects).items():
            name = "chevron-left" if step < 0 else "chevron-right"
            canvas.icon(name, "text2", arrow.left() + 3, arrow.center().y(), 16)
        for place, rect in enumerate(rects):
            if rect.isEmpty():
                continue
            text, tone = self._tabs[place][1:]
            chosen = place == self._chosen
            ink = "brand" if chosen else tone
            count = self._count(place, tight=tight)
            counted = 6 + canvas.theme.text_width(count, 14, bold=chosen) if count else 0
            most = rect.width() - counted - 2 * _LEAST_PAD
            words = min(canvas.theme.text_width(text, 14, bold=chosen) + 2, most)
            x = rect.center().x() - (words + counted) / 2
            canvas.text(QRectF(x, 0, words, rect.height()), text, 14, ink, bold=chosen)
            if count:
                room = QRectF(x + words + 6, 0, rect.right() - x - words - 4, rect.height())
                canvas.text(room, count, 14, ink, bold=chosen)
            if chosen:
                canvas.box(
                    QRectF(rect.left() + 4, rect.bottom() - 3, rect.width() - 8, 3), 1.5, "brand"
                )
                if self.hasFocus():
                    canvas.focus_ring(rect.adjusted(1, 6, -1, -6), 5)

    def _choose(self, place: int) -> None:
        if place != self._chosen:
            self._chosen = place
            self._describe()
            self.changed.emit(self.value())

    def _describe(self) -> None:
        words = f"{self._tabs[self._chosen][1]} {self._count(self._chosen)}" if self._tabs else ""
        self.setAccessibleDescription(words.strip())
        self.updateGeometry()
        self.update()

    def _count(self, place: int, *, tight: bool = False) -> str:
        """Return the count of a tab; where room is scarce, nothing for none."""
        count = self._counts.get(self._tabs[place][0])
        return "" if count is None or (tight and not count) else f"{count:,}"

    def _is_tight(self) -> bool:
        """Tell whether the words do not fit even with the least padding."""
        return sum(self._words()) + 2 * _LEAST_PAD * len(self._tabs) > self.width()

    def _words(self, *, tight: bool = False) -> list[float]:
        """Return the width of each tab's words and count."""
        widths = []
        for place, (_, text, _) in enumerate(self._tabs):
            count = self._count(place, tight=tight)
            words = self._theme.text_width(text, 14, bold=True)
            words += 6 + self._theme.text_width(count, 14, bold=True) if count else 0
            widths.append(words)
        return widths

    def _rects(self) -> list[QRectF]:
        words = self._words(tight=self._is_tight())
        # Too narrow: the padding gives way first, then the words of all tabs but the chosen one.
        free = self.width() - sum(words)
        pad = min(_PAD, max(_LEAST_PAD, free / (2 * max(1, len(words)))))
        widths = [one + 2 * pad for one in words]
        if sum(widths) * _LEAST_SHARE > self.width():
            return self._run(widths)
        if sum(widths) > self.width() and len(widths) > 1:
            chosen = min(widths[self._chosen], self.width() / 2)
            share = (self.width() - chosen) / (sum(widths) - widths[self._chosen])
            widths = [
                chosen if place == self._chosen else width * share
                for place, width in enumerate(widths)
            ]
        rects, x = [], 0.0
        for width in widths:
            rects.append(QRectF(x, 0, width, self.height()))
            x += width
        return rects

    def _run(self, widths: list[float]) -> list[QRectF]:
        """Return the rectangles of the tabs that fit whole, the chosen one among them."""
        room = self.width() - 2 * self._theme.px(_ARROW)
        first = max(0, min(self._first, len(widths) - 1))
        while first < self._chosen and sum(widths[first : self._chosen + 1]) > room:
            first += 1
        rects, x = [], float(self._theme.px(_ARROW))
        for place, width in enumerate(widths):
            fits = place >= first and x + width <= self._theme.px(_ARROW) + room
            rects.append(QRectF(x, 0, width, self.height()) if fits else QRectF())
            if not fits and place >= first:
                room = 0
            x += width if fits else 0
        return rects

    def _arrows(self, rects: list[QRectF]) -> dict[int, QRectF]:
        """Return where the tabs before and after those that are shown are brought from."""
        width = self._theme.px(_ARROW)
        found = {}
        if rects and rects[0].isEmpty():
            found[-1] = QRectF(0, 0, width, self.height())
        if rects and rects[-1].isEmpty():
            found[1] = QRectF(self.width() - width, 0, width, self.height())
        return found
