"""What the program has to say without stopping anybody: toast, banner, error bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.canvas import Canvas
from desktop.widgets.plain_label import PlainLabel

_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "triangle-alert",
    "info": "info",
}
_GROUNDS = {
    "ok": "ok_weak",
    "warn": "warn_weak",
    "danger": "danger_weak",
    "info": "brand_weak",
}
_INKS = {"ok": "ok", "warn": "warn", "danger": "danger", "info": "brand"}


class _Strip(QFrame):
    """A coloured strip: icon, words, buttons."""

    def __init__(self, parent: QWidget | None, *, radius: int) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._tone = "info"
        self._radius = radius
        self._icon = PlainLabel("", self)
        self._words = PlainLabel("", self, elide=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 6, 8, 6)
        self.row.setSpacing(10)
        self.row.addWidget(self._icon)
        self.row.addWidget(self._words, 1)
        self.hide()

    def words(self) -> str:
        """Return what the strip says."""
        return self._words.text()

    def set_words(self, tone: str, text: str) -> None:
        """Change tone (ok, warn, danger, info) and words."""
        self._tone = tone if tone in _ICONS else "info"
        self._words.setText(text)
        self.setAccessibleName(text)
        self._follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        canvas = Canvas(painter, self._theme)
        border = _INKS[self._tone] if self._radius else ""
        canvas.box(self.rect().toRectF(), self._radius, _GROUNDS[self._tone], border)
        painter.end()

    def _follow_theme(self) -> None:
        ratio = self.devicePixelRatioF()
        size = self._theme.px(18)
        pixmap = self._theme.pixmap(_ICONS[self._tone], _INKS[self._tone], size, ratio)
        self._icon.setPixmap(pixmap)
        self.update()


class Banner(_Strip):
    """A lasting state over the page: offline, read-only, a year without a calendar."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=0)
        self._action = ActionButton("", kind="quiet", parent=self)
        self._action.clicked.connect(self.action_chosen)
        self.row.addWidget(self._action)

    def show_banner(self, tone: str, text: str, action: str = "") -> None:
        """Show it until `hide` is called."""
        self.set_words(tone, text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()


class ErrorBar(_Strip):
    """Our own mistake, in words; the details can be copied for whoever mends it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=0)
        self._details = ""
        self._copy = ActionButton(self.tr("复制详情"), "copy", kind="quiet", parent=self)
        self._copy.clicked.connect(self._copy_details)
        self._close = IconButton("x", self.tr("关闭提示"), size=30, parent=self)
        self._close.clicked.connect(self._shut)
        self.row.addWidget(self._copy)
        self.row.addWidget(self._close)

    def show_error(self, text: str, details: str = "") -> None:
        """Show what happened; `details` go to the clipboard on request only."""
        self._details = details
        self.set_words("danger", text)
        self._copy.setVisible(bool(details))
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._copy.setText(self.tr("复制详情"))
            self._close.setAccessibleName(self.tr("关闭提示"))
        super().changeEvent(event)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _shut(self) -> None:
        self.hide()
        self.closed.emit()


class Toast(_Strip):
    """A notice over the page for some seconds, with one way back (undo)."""

    action_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, radius=8)
        self._action = ActionButton("", kind="quiet", parent=self)
        self._action.clicked.connect(self._choose)
        self._close = IconButton("x", self.tr("关闭提示"), size=30, parent=self)
        self._close.clicked.connect(self.hide)
        self.row.addWidget(self._action)
        self.row.addWidget(self._close)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 4)
        shadow.setColor(self._theme.colour("shadow"))
        self.setGraphicsEffect(shadow)
        parent.installEventFilter(self)

    def show_notice(
        self, text: str, *, action: str = "", tone: str = "ok", seconds: float = 10
    ) -> None:
        """Show `text`; a new notice takes the place of the old one."""
        self.set_words(tone, text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        self._clock.start(round(seconds * 1000))

    def choose_action(self) -> None:
        """Do what the button does, for Ctrl+Z; nothing when there is no way back."""
        if self.isVisible() and self._action.words():
            self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        self.hide()
        self.action_chosen.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        hint = self.sizeHint()
        words = self._theme.text_width(self.words(), 14)
        width = round(min(max(320, hint.width() + words + 24), parent.width() - 40))
        height = max(44, hint.height())
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - 48, width, height)
