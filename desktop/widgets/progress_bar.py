"""A share of the whole as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import Canvas, PaintedWidget

BAR_HEIGHT = 8


class ProgressBar(PaintedWidget):
    """Shows how much is done; the words beside it are somebody else's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("进度"))

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{self._share:.0%}")
        self.update()

    def share(self) -> float:
        """Return what is shown."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_HEIGHT)

    def draw(self, canvas: Canvas) -> None:
        whole = QRectF(self.rect())
        canvas.box(whole, BAR_HEIGHT / 2, "bar_track")
        if self._share > 0:
            done = QRectF(0, 0, max(BAR_HEIGHT, whole.width() * self._share), whole.height())
            canvas.box(done, BAR_HEIGHT / 2, "brand")
