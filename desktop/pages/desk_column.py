"""A column of the desk: one duty with how many wait, its key and the most pressing cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.pages.desk_cards import DutyCard, DutyCardLook
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import Canvas, PaintedWidget
from desktop.widgets.card import Card, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel

NARROWEST = 149
WIDEST = 440
LAST_DIGIT = 9


class DutyColumn(Card):
    """One duty: its name, how many wait, its key and the most pressing cards."""

    key_pressed = Signal(object, object)
    chosen = Signal(object)
    opened = Signal(object)
    acted = Signal(object)
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
        super().__init__(parent, margins=6, spacing=6)
        self.duty = duty
        self.place = place
        self._tone = tone
        self.setMaximumWidth(active_theme().px(WIDEST))
        head = QHBoxLayout()
        head.setSpacing(5)
        head.setContentsMargins(3, 3, 0, 0)
        self._icon = _Mark(icon, tone)
        self._title = PlainLabel(title, kind="section")
        self._count = Chip()
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        if place <= LAST_DIGIT:
            head.addWidget(KeyHint(str(place)))
        self.body.addLayout(head)
        self._scroll = ScrollColumn(name=title, spacing=6)
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

    def minimumSizeHint(self) -> QSize:
        """The head is never cut; eight columns stand side by side on a window of 1366."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), NARROWEST), hint.height())

    def bring_into_sight(self, card: DutyCard) -> None:
        """Scroll until the whole card is seen."""
        self._scroll.ensureWidgetVisible(card, 0, 12)

    def _add_card(self) -> None:
        card = DutyCard()
        card.key_pressed.connect(self.key_pressed)
        card.chosen.connect(self.chosen)
        card.opened.connect(self.opened)
        card.acted.connect(self.acted)
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
