"""The cards of the desk: one case or decision each, in columns by what has to be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.card import Card, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec, chip_size, paint_chip
from desktop.widgets.deadline import DeadlineLook
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel
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


@dataclass(frozen=True)
class DutyCardLook:
    """What one card shows; ``id`` is the case's or the decision's."""

    id: int
    number: str
    title: str
    place: str = ""
    hint: str = ""
    tag: ChipSpec | None = None
    deadline: DeadlineLook = field(default_factory=lambda: DeadlineLook("", "", None))


class DutyCard(PaintedWidget):
    """A card that takes the keys of the desk while it has the focus."""

    key_pressed = Signal(object, object)
    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: DutyCardLook | None = None
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
        self.update()

    def look(self) -> DutyCardLook | None:
        """Return what is shown."""
        return self._look

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.px(20) * 5 + 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

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
        self.update()
        self.chosen.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def draw(self, canvas: Canvas) -> None:
        look = self._look
        if look is None:
            return
        rect = QRectF(self.rect())
        bad = look.deadline.tone == "bad"
        ground = "select" if self.hasFocus() else "surface"
        canvas.box(rect, 6, ground, "danger" if bad else "border")
        height = self._theme.px(20)
        line = QRectF(11, 8, rect.width() - 22, height)
        right = line.right()
        if look.tag is not None:
            width = chip_size(self._theme, look.tag).width()
            paint_chip(canvas, right - width, line.center().y(), look.tag)
            right -= width + 6
        canvas.text(QRectF(line.left(), line.top(), right - line.left(), height), look.number, 12,
                    "text2")  # fmt: skip
        first, rest = self._broken(look.title, line.width())
        for part in (first, rest):
            line.translate(0, height)
            canvas.text(line, part, 14, "text", bold=True)
        if rest:
            line.translate(0, height)
        words = look.hint or look.place
        canvas.text(line, words, 13, "brand" if look.hint else "text2", bold=bool(look.hint))
        self._draw_deadline(canvas, QRectF(11, rect.height() - height - 10, line.width(), height))
        if self.hasFocus():
            canvas.focus_ring(rect, 6)

    def _draw_deadline(self, canvas: Canvas, rect: QRectF) -> None:
        look = self._look.deadline if self._look else DeadlineLook("")
        ink = _INKS.get(look.tone, "text3")
        x = rect.left()
        if look.tone in _ICONS:
            x += canvas.icon(_ICONS[look.tone], ink, x, rect.center().y(), 14) + 5
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


class DutyColumn(Card):
    """One duty: its name, how many wait, its key and the most pressing cards."""

    key_pressed = Signal(object, object)
    chosen = Signal(object)
    opened = Signal(object)
    all_wanted = Signal(object)

    def __init__(
        self,
        duty: Any,
        title: str,
        icon: str,
        tone: str,
        place: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, margins=8, spacing=8)
        self.duty = duty
        self.place = place
        self._tone = tone
        self.setMinimumWidth(164)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.setContentsMargins(4, 4, 2, 0)
        self._icon = _Mark(icon, tone)
        self._title = PlainLabel(title, kind="section", elide=True)
        self._count = Chip()
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(KeyHint(str(place)))
        self.body.addLayout(head)
        self._scroll = ScrollColumn(name=title, spacing=8)
        self._empty = PlainLabel("", kind="second", tone="text3", wrap=True)
        self._empty.setContentsMargins(4, 4, 4, 4)
        self._scroll.body.addWidget(self._empty)
        self._scroll.body.addStretch(1)
        self._more = ActionButton("", kind="link", parent=self)
        self._more.clicked.connect(self._want_all)
        self._cards: list[DutyCard] = []
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._more)

    def show_cards(self, looks: Sequence[DutyCardLook], count: int, empty: str, more: str) -> None:
        """Show these cards; ``more`` are the words for those not shown, if any."""
        while len(self._cards) < len(looks):
            self._add_card()
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(looks))
            if place < len(looks):
                card.show_card(looks[place])
        self._count.show_chip(ChipSpec(str(count), self._tone if count else "grey"))
        self._empty.setText(empty)
        self._empty.setVisible(not looks)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def cards(self) -> list[DutyCard]:
        """Return the cards that are shown."""
        return [card for card in self._cards if not card.isHidden()]

    def count_words(self) -> str:
        """Return the count as it is shown."""
        return self._count.text()

    def show_title(self) -> str:
        """Return the name of the duty."""
        return self._title.text()

    def bring_into_sight(self, card: DutyCard) -> None:
        """Scroll until the whole card is seen."""
        self._scroll.ensureWidgetVisible(card, 0, 12)

    def _add_card(self) -> None:
        card = DutyCard()
        card.key_pressed.connect(self.key_pressed)
        card.chosen.connect(self.chosen)
        card.opened.connect(self.opened)
        self._scroll.body.insertWidget(self._scroll.body.count() - 1, card)
        self._cards.append(card)

    @Slot()
    def _want_all(self) -> None:
        self.all_wanted.emit(self.duty)


class _Mark(PaintedWidget):
    """The icon of a column in its colour."""

    def __init__(self, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(18), self._theme.px(20))

    def draw(self, canvas: Canvas) -> None:
        canvas.icon(self._icon, self._tone, 0, self.height() / 2, 18)
