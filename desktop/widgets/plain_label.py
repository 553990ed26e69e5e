"""The only label of the product: it never reads its text as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolTip, QWidget

from desktop.theme import active_theme

Find = Callable[[str], Sequence[tuple[int, int]]]
"""Returns the parts (start, end) of a text that a search has found."""


def plain_tool_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip that shows `text` letter by letter, whatever is in it."""
    widget.setToolTip(GuiQt.convertFromPlainText(text) if text else "")


def show_plain_tip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show a tip at a place of the screen, letter by letter; an empty text takes it away."""
    QToolTip.showText(at, GuiQt.convertFromPlainText(text) if text else "", widget)


def menu_text(text: str) -> str:
    """Return `text` for a menu, a button or a tab, where a single & would vanish."""
    return text.replace("&", "&&")


def add_heading(menu: QMenu, text: str) -> None:
    """Add words that name the entries below; the sheet of the theme hides those of a section."""
    menu.addAction(menu_text(text)).setEnabled(False)


class PlainLabel(QLabel):
    """A label in plain text; with `elide` it gives way and shows the whole in its tool tip.

    `kind` is page, title, section, strong, row, body, second or small; `tone` is a colour of
    the theme: text, text2, text3, brand, danger, warn or ok.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: str = "body",
        tone: str = "",
        elide: bool = False,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        self._elide = elide
        self._find: Find | None = None
        self.setProperty("kind", kind)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour; empty is the ordinary one."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def setText(self, text: str) -> None:
        """Show `text`; the whole of it is kept even where it does not fit."""
        self._whole = text
        self._fit()

    def text(self) -> str:
        """Return the whole text, not the part that fits."""
        return self._whole

    def shown_text(self) -> str:
        """Return what stands on the screen."""
        return super().text()

    def set_marker(self, find: Find | None) -> None:
        """Mark what `find` finds in the text that is shown: the hits of a search."""
        self._find = find
        self.update()

    def setTextFormat(self, wanted: Qt.TextFormat) -> None:
        """Refuse anything but plain text."""
        if wanted != Qt.TextFormat.PlainText:
            raise ValueError("a PlainLabel shows plain text only")

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._find is not None and (hits := self._find(self.shown_text())):
            self._paint_hits(hits)
        super().paintEvent(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._elide:
            metrics = self.fontMetrics()
            hint.setWidth(metrics.horizontalAdvance(self._whole) + 2)
            # What is cut to nothing must still keep the height of its line.
            hint.setHeight(max(hint.height(), metrics.lineSpacing()))
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide:
            metrics = self.fontMetrics()
            whole = metrics.horizontalAdvance(self._whole) + 2
            hint.setWidth(min(whole, metrics.height() * 3))
            hint.setHeight(max(hint.height(), metrics.lineSpacing()))
        return hint

    def _fit(self) -> None:
        if not self._elide:
            super().setText(self._whole)
            return
        width = max(0, self.contentsRect().width())
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, width)
        if shown != super().text():
            super().setText(shown)
        plain_tool_tip(self, self._whole if shown != self._whole else "")

    def _paint_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Lay a ground under the hits; the label's own painting writes the words over it."""
        room = QRectF(self.contentsRect())
        layout, height = self._lines(room.width())
        top = room.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (room.height() - height) / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active_theme().colour("hit"))
        for place in range(layout.lineCount()):
            line: Any = layout.lineAt(place)
            first, last = line.textStart(), line.textStart() + line.textLength()
            for start, end in hits:
                if start < last and end > first:
                    # The stubs of Qt do not know that the place of a cursor is told with an x.
                    left = line.cursorToX(max(start, first))[0]
                    right = line.cursorToX(min(end, last))[0]
                    box = QRectF(
                        room.left() + left - 1, top + line.y(), right - left + 2, line.height()
                    )
                    painter.drawRoundedRect(box, 3, 3)
        painter.end()

    def _lines(self, width: float) -> tuple[QTextLayout, float]:
        """Break the shown text as the label does; return the lines and how high they are."""
        layout = QTextLayout(self.shown_text(), self.font())
        option = QTextOption()
        wraps = QTextOption.WrapMode.WordWrap if self.wordWrap() else QTextOption.WrapMode.NoWrap
        option.setWrapMode(wraps)
        layout.setTextOption(option)
        leading = QFontMetricsF(self.font()).leading()
        height = -leading
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            height += leading
            line.setPosition(QPointF(0, height))
            height += line.height()
            line = layout.createLine()
        layout.endLayout()
        return layout, height
