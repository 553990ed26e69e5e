"""A deadline in three signs at once: an icon, words and a bar; never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import Canvas, PaintedWidget

_ICONS = {"ok": "clock", "warn": "timer", "bad": "triangle-alert", "done": "circle-check"}
_INKS = {"ok": "text2", "warn": "warn", "bad": "danger", "done": "ok"}
_BARS = {"ok": "bar_ok", "warn": "bar_warn", "bad": "bar_bad"}


@dataclass(frozen=True)
class DeadlineLook:
    """Words, tone (ok, warn, bad, done or empty) and how much of the time is used, 0 to 1."""

    words: str
    tone: str = "ok"
    used: float | None = None


def paint_deadline(canvas: Canvas, rect: QRectF, look: DeadlineLook, *, bar: bool = True) -> None:
    """Draw icon, words and, below them, the bar."""
    with_bar = bar and look.used is not None and look.tone in _BARS
    middle = rect.center().y() - (canvas.theme.px(7) if with_bar else 0)
    x = rect.left()
    ink = _INKS.get(look.tone, "text3")
    if look.tone in _ICONS:
        x += canvas.icon(_ICONS[look.tone], ink, x, middle, 16) + 6
    height = canvas.theme.px(20)
    words = QRectF(x, middle - height / 2, rect.right() - x, height)
    canvas.text(words, look.words, 14, ink, bold=look.tone in ("warn", "bad"))
    if with_bar and look.used is not None:
        track = QRectF(rect.left(), middle + canvas.theme.px(17), rect.width(), 5)
        canvas.box(track, 2.5, "bar_track")
        track.setWidth(max(6.0, rect.width() * min(1.0, max(0.0, look.used))))
        canvas.box(track, 2.5, _BARS[look.tone])


class DeadlineBar(PaintedWidget):
    """One deadline as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = DeadlineLook("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_deadline(self, look: DeadlineLook) -> None:
        """Show another deadline."""
        self._look = look
        self.setAccessibleName(look.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), self._theme.px(38))

    def draw(self, canvas: Canvas) -> None:
        paint_deadline(canvas, QRectF(self.rect()).adjusted(0, 0, -1, 0), self._look)


class DeadlineCard(PaintedWidget):
    """The deadline on top of a case: what is up, and how it was reckoned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = DeadlineLook("")
        self._explanation = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_deadline(self, look: DeadlineLook, explanation: str = "") -> None:
        """Show the deadline and, below it, its arithmetic in words."""
        self._look = look
        self._explanation = explanation
        self.setAccessibleName(f"{look.words} {explanation}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._theme.px(24) + self._note_height(width) + 26)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, canvas: Canvas) -> None:
        rect = QRectF(self.rect())
        tone = self._look.tone
        ground = {"bad": "danger_weak", "warn": "warn_weak", "done": "ok_weak"}
        ink = {"bad": "danger", "warn": "warn", "done": "ok"}.get(tone, "text")
        canvas.box(rect, 6, ground.get(tone, "surface2"))
        icon = "alarm-clock" if tone == "bad" else _ICONS.get(tone, "clock")
        x = 16 + canvas.icon(icon, ink, 16, rect.center().y(), 24) + 12
        note = self._note_height(self.width())
        top = rect.center().y() - (self._theme.px(24) + note) / 2
        room = rect.right() - x - 12
        words = QRectF(x, top, room, self._theme.px(24))
        canvas.text(words, self._look.words, 18, ink, bold=True)
        words = QRectF(x, top + self._theme.px(24), room, note)
        canvas.painter.setFont(self._theme.font(13))
        canvas.painter.setPen(self._theme.colour("text"))
        canvas.painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self._explanation)

    def _note_height(self, width: int) -> float:
        if not self._explanation:
            return 0.0
        room = max(80, width - 16 - self._theme.px(24) - 24)
        metrics = self._theme.metrics(13)
        box = QRectF(0, 0, room, 1000)
        flags = int(Qt.TextFlag.TextWordWrap)
        return metrics.boundingRect(box, flags, self._explanation).height() + 2
