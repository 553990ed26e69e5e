"""The cards of the desk: one case or decision each; the chosen one offers its next step."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.chips import ChipSpec, chip_size, paint_chip
from desktop.widgets.deadline import DeadlineLook
from desktop.widgets.shortcut import KeyLine

KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
    }
)
"""Keys that mean something on a card."""
_NEVER_FIRST = "，。、；：！？）》”"
"""Signs that may not begin a line."""
_ICONS = {"ok": "clock", "warn": "timer", "bad": "triangle-alert", "done": "circle-check"}
_INKS = {"ok": "text2", "warn": "warn", "bad": "danger", "done": "ok"}
_BARS = {"ok": "bar_ok", "warn": "bar_warn", "bad": "bar_bad"}


_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_PAD = 9
_ROOM_FOR_PREFIX = 4
"""Letters and the space before the digits of a case's number: ``YZW 1120-0007``."""


@dataclass(frozen=True)
class DutyCardLook:
    """What one card shows; ``id`` is the case's or the decision's, ``action`` its next step."""

    id: int
    number: str
    title: str
    place: str = ""
    hint: str = ""
    tag: ChipSpec | None = None
    action: str = ""
    deadline: DeadlineLook = field(default_factory=lambda: DeadlineLook("", "", None))


class DutyCard(PaintedWidget):
    """A card that takes the keys of the desk while it has the focus."""

    key_pressed = Signal(object, object)
    chosen = Signal(object)
    opened = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: DutyCardLook | None = None
        self._button: ActionButton | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, look: DutyCardLook) -> None:
        """Show another case."""
        self._look = look
        parts = (look.number, look.tag.text if look.tag else "", look.title, look.place)
        words = (*parts, look.hint, look.deadline.words)
        self.setAccessibleName(" ".join(part for part in words if part))
        self._offer_step(self.hasFocus())
        self._fit_height()
        self.update()

    def look(self) -> DutyCardLook | None:
        """Return what is shown."""
        return self._look

    def button(self) -> ActionButton | None:
        """Return the button of the next step, once the card has been chosen."""
        return self._button

    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.height())

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Space", self.tr("办下一步")),
            KeyLine("Enter", self.tr("打开事件")),
            KeyLine("↑", self.tr("同栏上一件")),
            KeyLine("↓", self.tr("同栏下一件")),
            KeyLine("←", self.tr("左边一栏")),
            KeyLine("→", self.tr("右边一栏")),
            KeyLine("1–9", self.tr("到第几栏")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier and event.key() in KEYS:
            self.key_pressed.emit(self, Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer_step(True)
        self.update()
        self.chosen.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A dialog or a menu over the window takes the focus, but the choice stays.
        if event.reason() not in _PASSING:
            self._offer_step(False)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def draw(self, canvas: Canvas) -> None:
        look = self._look
        if look is None:
            return
        rect = QRectF(self.rect())
        bad = look.deadline.tone == "bad"
        ground = "select" if self.hasFocus() else "surface"
        canvas.box(rect, 6, ground, "danger" if bad else "border")
        height = self._theme.px(20)
        line = QRectF(_PAD, 8, rect.width() - 2 * _PAD, height)
        right = line.right()
        if look.tag is not None:
            width = chip_size(self._theme, look.tag).width()
            paint_chip(canvas, right - width, line.center().y(), look.tag)
            right -= width + 6
        room = right - line.left()
        number = self._fitting_number(look.number, room)
        canvas.text(QRectF(line.left(), line.top(), room, height), number, 12, "text2")
        first, rest = self._broken(look.title, line.width())
        for part in (first, rest) if rest else (first,):
            line.translate(0, height)
            canvas.text(line, part, 14, "text", bold=True)
        words = look.hint or look.place
        if words:
            line.translate(0, height)
            ink = "brand" if look.hint else "text2"
            canvas.text(line, words, 13, ink, bold=bool(look.hint))
        line.translate(0, height + 3)
        self._draw_deadline(canvas, line)
        if self.hasFocus():
            canvas.focus_ring(rect, 6)

    def _fitting_number(self, number: str, room: float) -> str:
        """Drop the letters of a number rather than its serial."""
        if len(number) <= _ROOM_FOR_PREFIX or self._theme.text_width(number, 12) <= room:
            return number
        return number[_ROOM_FOR_PREFIX:] if number[_ROOM_FOR_PREFIX - 1] == " " else number

    def _offer_step(self, is_chosen: bool) -> None:
        """Show the button of the next step on the chosen card; it never takes the focus."""
        words = self._look.action if self._look is not None and is_chosen else ""
        if words and self._button is None:
            self._button = ActionButton(words, key="Space", kind="primary", parent=self)
            self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._button.clicked.connect(self._act)
        if self._button is None:
            return
        if words:
            self._button.setText(words)
        self._button.setVisible(bool(words))
        self._fit_height()

    def _fit_height(self) -> None:
        """Be as high as the words: a second line of the title, a place, the button."""
        look = self._look
        if look is None:
            return
        lines = 3 + bool(self._broken(look.title, self.width() - 2 * _PAD)[1])
        lines += bool(look.hint or look.place)
        height = self._theme.px(20) * lines + 22
        if self._button is not None and not self._button.isHidden():
            step = self._button.sizeHint().height()
            self._button.setGeometry(_PAD, height, self.width() - 2 * _PAD, step)
            height += step + 9
        if height != self.height():
            self.setFixedHeight(height)

    def _follow_theme(self) -> None:
        super()._follow_theme()
        self._fit_height()

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self)

    def _draw_deadline(self, canvas: Canvas, rect: QRectF) -> None:
        look = self._look.deadline if self._look else DeadlineLook("")
        ink = _INKS.get(look.tone, "text3")
        x = rect.left()
        if look.tone in _ICONS:
            x += canvas.icon(_ICONS[look.tone], ink, x, rect.center().y(), 14) + 4
        words = QRectF(x, rect.top(), rect.right() - x, rect.height())
        x += canvas.text(words, look.words, 13, ink, bold=look.tone in ("warn", "bad")) + 10
        room = rect.right() - x
        if look.used is not None and look.tone in _BARS and room > 24:
            track = QRectF(max(x, rect.right() - 64), rect.center().y() - 2, 0, 5)
            track.setRight(rect.right())
            canvas.box(track, 2.5, "bar_track")
            track.setWidth(max(5.0, track.width() * min(1.0, max(0.0, look.used))))
            canvas.box(track, 2.5, _BARS[look.tone])

    def _broken(self, title: str, width: float) -> tuple[str, str]:
        """Return a title on two lines; Chinese may be broken after any character."""
        if self._theme.text_width(title, 14, bold=True) <= width:
            return title, ""
        end = len(title)
        while end > 1 and self._theme.text_width(title[:end], 14, bold=True) > width:
            end -= 1
        if end > 1 and title[end] in _NEVER_FIRST:
            end -= 1
        return title[:end], title[end:].strip()
