"""The list under a picker: it never takes the focus away from the line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.canvas import LEFT, RIGHT, Canvas, PaintedWidget
from desktop.widgets.matching import Choice, marked_part

_SHOWN = 8
_EDGE = 6


class PickerPopup(PaintedWidget):
    """Up to eight choices at a time, painted; keys come from the picker."""

    taken = Signal(object)

    def __init__(self, owner: QWidget, icon: str = "") -> None:
        super().__init__(owner)
        self.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self._icon = icon
        self._choices: list[Choice] = []
        self._words = ""
        self._current = -1
        self._first = 0
        self._empty = ""

    def show_choices(self, choices: Sequence[Choice], words: str, empty: str) -> None:
        """Show these choices under the owner; `empty` stands there when there is none."""
        self._choices = list(choices)
        self._words = words
        self._empty = empty
        self._first = 0
        self._current = 0 if self._choices else -1
        self._place()
        self.update()

    def current(self) -> Choice | None:
        """Return the marked choice."""
        if 0 <= self._current < len(self._choices):
            return self._choices[self._current]
        return None

    def mark(self, choice_id: object) -> None:
        """Mark the choice with this id, if it is in the list."""
        for place, choice in enumerate(self._choices):
            if choice.id == choice_id:
                self._current = place
                self._scroll_to_current()

    def step(self, by: int) -> None:
        """Mark the next or the previous choice."""
        if not self._choices:
            return
        last = len(self._choices) - 1
        far = self._current + by
        if abs(by) == 1:
            far %= last + 1
        self._current = max(0, min(last, far))
        self._scroll_to_current()

    def line_height(self) -> int:
        """Return the height of one choice."""
        return self._theme.px(20) + 18

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place is not None and place != self._current:
            self._current = place
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place is not None:
            self.taken.emit(self._choices[place])

    def wheelEvent(self, event: QWheelEvent) -> None:
        most = max(0, len(self._choices) - _SHOWN)
        by = -1 if event.angleDelta().y() > 0 else 1
        self._first = max(0, min(most, self._first + by))
        self.update()
        event.accept()

    def draw(self, canvas: Canvas) -> None:
        rect = QRectF(self.rect())
        for step in range(4):
            shade = self._theme.colour("shadow").name()
            canvas.painter.setOpacity(0.05)
            canvas.box(rect.adjusted(4 - step, 2 + step, step - 4, step - 4), 8, shade)
        canvas.painter.setOpacity(1.0)
        board = rect.adjusted(2, 0, -2, -4)
        canvas.box(board, 8, "surface", "control_border")
        if not self._choices:
            room = board.adjusted(14, 0, -10, 0)
            canvas.text(room, self._empty, 14, "text3", align=LEFT)
            return
        height = self.line_height()
        for line in range(min(_SHOWN, len(self._choices) - self._first)):
            place = self._first + line
            top = board.top() + _EDGE + line * height
            row = QRectF(board.left() + _EDGE, top, board.width() - 2 * _EDGE, height)
            self._draw_choice(canvas, row, place)
        self._draw_thumb(canvas, board)

    def _draw_choice(self, canvas: Canvas, row: QRectF, place: int) -> None:
        choice = self._choices[place]
        if place == self._current:
            canvas.box(row, 5, "select")
        x = row.left() + 10
        if self._icon:
            x += canvas.icon(self._icon, "text2", x, row.center().y(), 16) + 6
        code = choice.initials.upper()
        side = code if not choice.detail else f"{choice.detail}  {code}".rstrip()
        room = row.right() - 10 - x
        taken = min(room * 0.5, canvas.theme.text_width(side, 13) + 2)
        right = QRectF(row.right() - 10 - taken, row.top(), taken, row.height())
        canvas.text(right, side, 13, "text2", align=RIGHT)
        words = QRectF(x, row.top(), room - taken - 10, row.height())
        start, length = marked_part(choice, self._words)
        parts = (
            (choice.text[:start], "text", False),
            (choice.text[start : start + length], "brand", True),
            (choice.text[start + length :], "text", False),
        )
        for part, ink, bold in parts:
            words.setLeft(words.left() + canvas.text(words, part, 15, ink, bold=bold))

    def _draw_thumb(self, canvas: Canvas, board: QRectF) -> None:
        if len(self._choices) <= _SHOWN:
            return
        track = board.height() - 12
        height = max(20.0, track * _SHOWN / len(self._choices))
        top = (track - height) * self._first / (len(self._choices) - _SHOWN)
        canvas.box(QRectF(board.right() - 6, board.top() + 6 + top, 4, height), 2, "control_border")

    def _at(self, point: QPoint) -> int | None:
        place = (point.y() - _EDGE) // self.line_height() + self._first
        return place if 0 <= place < len(self._choices) and point.y() >= _EDGE else None

    def _scroll_to_current(self) -> None:
        if self._current < self._first:
            self._first = self._current
        elif self._current >= self._first + _SHOWN:
            self._first = self._current - _SHOWN + 1
        self.update()

    def _place(self) -> None:
        owner = self.parentWidget()
        lines = max(1, min(_SHOWN, len(self._choices)))
        size = QSize(max(owner.width(), self._theme.px(260)) + 4, lines * self.line_height() + 16)
        corner = owner.mapToGlobal(QPoint(-2, owner.height() + 3))
        screen = QGuiApplication.screenAt(owner.mapToGlobal(QPoint(0, 0))) or owner.screen()
        area = screen.availableGeometry()
        if corner.y() + size.height() > area.bottom():
            corner.setY(owner.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2)
        corner.setX(max(area.left(), min(corner.x(), area.right() - size.width())))
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())
