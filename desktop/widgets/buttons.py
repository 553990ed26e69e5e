"""Buttons: words, an icon in front and, fainter, the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.theme import active_theme
from desktop.widgets.canvas import CENTER, Canvas
from desktop.widgets.plain_label import menu_text, plain_tool_tip

_PAD = 14
_GAP = 8


class ActionButton(QPushButton):
    """A button of kind primary, normal, danger, quiet (no border) or link."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        key: str = "",
        kind: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._words = text
        self._icon_name = icon
        self._key = key
        self._kind = kind
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Change the words; an & in them is shown as it is."""
        self._words = text
        super().setText(menu_text(text))
        self.setAccessibleName(f"{text} {self._key}".strip())

    def words(self) -> str:
        """Return the words on the button."""
        return self._words

    def set_kind(self, kind: str) -> None:
        """Change how much the button stands out."""
        self._kind = kind
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon in front of the words."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = theme.text_width(self._words, 14, bold=self._kind == "primary")
        if self._icon_name:
            width += theme.px(16) + (_GAP if self._words else 0)
        if self._key:
            width += _GAP + theme.text_width(self._key, 13)
        pad = 4 if self._kind == "link" else _PAD
        height = theme.px(20) + (8 if self._kind == "link" else 18)
        return QSize(round(width) + 2 * pad + 2, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(64)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        ink, faint = self._paint_ground(canvas, rect)
        self._paint_words(canvas, rect, ink, faint)
        if self.hasFocus():
            inner = self._kind in ("primary", "danger") and self.isEnabled()
            if inner:
                canvas.box(rect.adjusted(2, 2, -2, -2), 4, border=ink, width=1.5)
            else:
                canvas.focus_ring(rect, 6)
        painter.end()

    def _paint_ground(self, canvas: Canvas, rect: QRectF) -> tuple[str, str]:
        """Draw the ground; return the inks of the words and of the key."""
        over = self.underMouse() and self.isEnabled()
        down = self.isDown() or self.isChecked()
        if not self.isEnabled():
            if self._kind not in ("quiet", "link"):
                canvas.box(rect, 6, "surface2", "border")
            return "disabled", "disabled"
        if self._kind == "primary":
            canvas.box(rect, 6, "brand_pressed" if down else "brand_hover" if over else "brand")
            return "on_brand", "on_brand"
        if self._kind == "danger":
            canvas.box(rect, 6, "danger_weak" if over or down else "surface", "danger")
            return "danger", "danger"
        if self._kind == "quiet":
            if over or down:
                canvas.box(rect, 6, "select" if down else "hover")
            return "text2", "text3"
        if self._kind == "link":
            return "brand", "text3"
        canvas.box(rect, 6, "select" if down else "hover" if over else "surface", "control_border")
        return "text", "text3"

    def _paint_words(self, canvas: Canvas, rect: QRectF, ink: str, faint: str) -> None:
        theme = self._theme
        bold = self._kind == "primary"
        icon = theme.px(16) + (_GAP if self._words else 0) if self._icon_name else 0
        key = _GAP + theme.text_width(self._key, 13) if self._key else 0
        words = theme.text_width(self._words, 14, bold=bold)
        room = rect.width() - 8
        if icon + words + key > room:
            key = 0
        if icon + words > room and words > room * 0.6:
            icon = 0
        words = min(words, room - icon - key)
        x = rect.left() + (rect.width() - icon - words - key) / 2
        if icon:
            canvas.icon(self._icon_name, ink, x, rect.center().y(), 16)
            x += icon
        box = QRectF(x, rect.top(), words + 1, rect.height())
        canvas.text(box, self._words, 14, ink, bold=bold)
        if key:
            box = QRectF(x + words + _GAP, rect.top(), key, rect.height())
            canvas.text(box, self._key, 13, faint)

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(QPushButton):
    """A square button with an icon, a name for screen readers and a tip; it may count."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        size: int = 36,
        framed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._icon_name = icon
        self._side = size
        self._framed = framed
        self._count = 0
        self._name = name
        self._ink = "text2"
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        plain_tool_tip(self, name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show a red count at the corner; zero takes it away."""
        self._count = count
        self.setAccessibleName(f"{self._name} {count}" if count else self._name)
        self.update()

    def set_ink(self, ink: str) -> None:
        """Change the colour of the icon."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        rect = QRectF(self.rect())
        if self.isDown() or self.isChecked():
            canvas.box(rect, 6, "select")
        elif self.underMouse() and self.isEnabled():
            canvas.box(rect, 6, "hover", "control_border" if self._framed else "")
        elif self._framed:
            canvas.box(rect, 6, "surface", "control_border")
        size = 18 if self._side >= 32 else 14
        left = (rect.width() - self._theme.px(size)) / 2
        ink = self._ink if self.isEnabled() else "disabled"
        canvas.icon(self._icon_name, ink, left, rect.center().y(), size)
        if self._count:
            words = str(self._count) if self._count < 100 else "99+"
            width = max(16.0, self._theme.text_width(words, 11, bold=True) + 8)
            badge = QRectF(min(rect.width() - width, rect.width() / 2), 0, width, 16)
            canvas.box(badge, 8, "badge")
            canvas.text(badge, words, 11, "on_badge", bold=True, align=CENTER)
        if self.hasFocus():
            canvas.focus_ring(rect, 6)
        painter.end()

    def _follow_theme(self) -> None:
        self.updateGeometry()
        self.update()
