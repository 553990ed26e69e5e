"""The only label of the product: it never reads its text as markup."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget


def plain_tool_tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tool tip that shows `text` letter by letter, whatever is in it."""
    widget.setToolTip(GuiQt.convertFromPlainText(text) if text else "")


def show_plain_tip(at: QPoint, text: str, widget: QWidget) -> None:
    """Show a tip at a place of the screen, letter by letter; an empty text takes it away."""
    QToolTip.showText(at, GuiQt.convertFromPlainText(text) if text else "", widget)


def menu_text(text: str) -> str:
    """Return `text` for a menu, a button or a tab, where a single & would vanish."""
    return text.replace("&", "&&")


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
