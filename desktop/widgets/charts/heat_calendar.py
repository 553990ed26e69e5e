"""When things are reported: seven days down, twenty-four hours across."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, RIGHT, Canvas, PaintedWidget

_DAYS = 7
_HOURS = 24


class HeatCalendar(PaintedWidget):
    """Counts by weekday and hour; `chosen` tells (weekday 0–6, hour 0–23).

    A blank place is not the same as a low one, so the steps are written below.
    """

    chosen = Signal(object)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = [[0] * _HOURS for _ in range(_DAYS)]
        self._day = self._hour = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name or self.tr("星期与小时"))

    def show_counts(self, counts: Sequence[Sequence[int]]) -> None:
        """Show seven rows (Monday first) of 24 counts."""
        self._counts = [list(row) for row in counts]
        self._describe()

    def limits(self) -> list[int]:
        """Return the highest count of each step; step 0 is none at all."""
        highest = max((max(row) for row in self._counts), default=0)
        parts = (0.08, 0.2, 0.35, 0.55)
        found = [0]
        for part in parts:
            found.append(max(found[-1] + 1, round(highest * part)))
        return found

    def sizeHint(self) -> QSize:
        return QSize(560, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 190)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day in range(_DAYS):
            for hour in range(_HOURS):
                if self._cell(day, hour).contains(event.position()):
                    self._day, self._hour = day, hour
                    self._describe()
                    self.chosen.emit((day, hour))
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._day = max(0, min(_DAYS - 1, self._day + step[0]))
            self._hour = max(0, min(_HOURS - 1, self._hour + step[1]))
            self._describe()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit((self._day, self._hour))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        limits = self.limits()
        for hour in range(0, _HOURS, 2):
            cell = self._cell(0, hour)
            room = QRectF(cell.left() - 6, 0, cell.width() + 12, self._theme.px(20))
            canvas.text(room, f"{hour:02}", 12, "text3", align=CENTER)
        for day in range(_DAYS):
            self._draw_day(canvas, day, limits)
        self._draw_legend(canvas, limits)

    def _draw_day(self, canvas: Canvas, day: int, limits: list[int]) -> None:
        first = self._cell(day, 0)
        name = QRectF(0, first.top(), first.left() - 8, first.height())
        canvas.text(name, self._day_name(day), 12, "text2")
        tokens = self._theme.tokens
        for hour, count in enumerate(self._counts[day]):
            cell = self._cell(day, hour)
            step = next((i for i, most in enumerate(limits) if count <= most), len(limits))
            canvas.box(cell, 3, tokens.heat[step])
            words = str(count)
            fits = self._theme.text_width(words, 11) <= cell.width() - 2
            if step >= 5 and fits:
                canvas.text(cell, words, 11, tokens.heat_text[step], bold=True, align=CENTER)
            if self.hasFocus() and (day, hour) == (self._day, self._hour):
                canvas.focus_ring(cell.adjusted(-1, -1, 1, 1), 3, "text")
        total = QRectF(self.width() - self._side(), first.top(), self._side(), first.height())
        canvas.text(total, f"{sum(self._counts[day]):,}", 12, "brand", align=RIGHT)

    def _draw_legend(self, canvas: Canvas, limits: list[int]) -> None:
        y = self.height() - self._theme.px(20)
        x = 0.0
        for step in range(len(limits) + 1):
            canvas.box(QRectF(x, y + 3, 14, 14), 3, self._theme.tokens.heat[step])
            words = self._legend(step, limits)
            room = QRectF(x + 20, y, self.width() - x - 20, 20)
            x += 20 + canvas.text(room, words, 12, "text2") + 16

    def _legend(self, step: int, limits: list[int]) -> str:
        if step == 0:
            return self.tr("没有")
        if step == len(limits):
            return self.tr("{least} 件以上").format(least=limits[-1] + 1)
        low, high = limits[step - 1] + 1, limits[step]
        return str(low) if low == high else f"{low}–{high}"

    def _day_name(self, day: int) -> str:
        names = (
            self.tr("周一"),
            self.tr("周二"),
            self.tr("周三"),
            self.tr("周四"),
            self.tr("周五"),
            self.tr("周六"),
            self.tr("周日"),
        )
        return names[day]

    def _side(self) -> float:
        return float(self._theme.px(46))

    def _cell(self, day: int, hour: int) -> QRectF:
        left, top = self._theme.px(36), self._theme.px(22)
        wide = (self.width() - left - self._side()) / _HOURS
        high = (self.height() - top - self._theme.px(30)) / _DAYS
        return QRectF(left + hour * wide + 1, top + day * high + 1, wide - 2, high - 2)

    def _describe(self) -> None:
        count = self._counts[self._day][self._hour]
        words = self.tr("{day} {hour} 时 {count} 件")
        self.setAccessibleDescription(
            words.format(day=self._day_name(self._day), hour=self._hour, count=count)
        )
        self.update()
