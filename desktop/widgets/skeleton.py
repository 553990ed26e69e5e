"""Grey bars where rows will stand; words only when it takes long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import CENTER, Canvas, PaintedWidget

_WORDS_AFTER_MS = 2000
_CANCEL_AFTER_MS = 5000
_WIDTHS = (0.62, 0.48, 0.71, 0.55, 0.66, 0.4)


class Skeleton(PaintedWidget):
    """Placeholder rows at once, a sentence after 2 s, a way out after 5 s."""

    cancelled = Signal()

    def __init__(
        self, rows: int = 8, *, row_height: int = 56, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._row_height = row_height
        self._slow = False
        self._cancel = ActionButton(self.tr("取消"), "x", parent=self)
        self._cancel.clicked.connect(self.cancelled)
        self._cancel.hide()
        self._words_timer = QTimer(self)
        self._words_timer.setSingleShot(True)
        self._words_timer.timeout.connect(self._say_slow)
        self._cancel_timer = QTimer(self)
        self._cancel_timer.setSingleShot(True)
        self._cancel_timer.timeout.connect(self._offer_cancel)

    def start(self) -> None:
        """Begin to wait."""
        self._slow = False
        self._cancel.hide()
        self._words_timer.start(_WORDS_AFTER_MS)
        self._cancel_timer.start(_CANCEL_AFTER_MS)
        self.show()

    def stop(self) -> None:
        """What was waited for is there."""
        self._words_timer.stop()
        self._cancel_timer.stop()
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(400, self._rows * self._row_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._row_height)

    def draw(self, canvas: Canvas) -> None:
        for row in range(self._rows):
            top = row * self._row_height
            width = self.width() * _WIDTHS[row % len(_WIDTHS)]
            canvas.box(QRectF(14, top + self._row_height * 0.24, width, 12), 4, "bar_track")
            second = QRectF(14, top + self._row_height * 0.58, width * 0.6, 9)
            canvas.box(second, 4, "surface2", "border")
        if self._slow:
            room = QRectF(0, self.height() / 2 - 40, self.width(), 30)
            canvas.text(room, self.tr("数据较多，正在读取…"), 14, "text2", align=CENTER)

    def _say_slow(self) -> None:
        self._slow = True
        self.update()

    def _offer_cancel(self) -> None:
        hint = self._cancel.sizeHint()
        left = (self.width() - hint.width()) // 2
        self._cancel.setGeometry(left, self.height() // 2, hint.width(), hint.height())
        self._cancel.show()
