"""What waits to be sent to the server, what became of it, and the way back for what was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.outbox import Waiting
from desktop.theme import active_theme
from desktop.waiting_words import about_words, number_words
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, ScrollColumn
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain_label import PlainLabel


class WaitingRow(Card):
    """One registration: its provisional number, what it is about, where it stands."""

    back_wanted = Signal(object)

    def __init__(
        self, waiting: Waiting, words: str, tone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, margins=12, spacing=6)
        self._waiting = waiting
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(number_words(waiting), self, kind="strong"))
        self._words = PlainLabel(words, self, kind="second", tone=tone, wrap=True)
        head.addWidget(self._words, 1)
        self.body.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        about = PlainLabel(about_words(waiting), self, kind="second", tone="text2", elide=True)
        foot.addWidget(about, 1)
        self._back = ActionButton(self.tr("放回表中修改"), "undo-2", key="R", parent=self)
        self._back.clicked.connect(self._want_back)
        self._back.setVisible(bool(waiting.reason))
        foot.addWidget(self._back)
        self.body.addLayout(foot)
        self.setAccessibleName(f"{number_words(waiting)} {words}")

    def words(self) -> str:
        """Return where it stands."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self._want_back()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _want_back(self) -> None:
        if self._waiting.reason:
            self.back_wanted.emit(self._waiting)


class WaitingDialog(BasicDialog):
    """The list, the oldest first; it stays open and follows what is sent."""

    back_wanted = Signal(object)
    """A registration (``Waiting``) that should stand in the form again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("待发登记"), parent=parent)
        self._rows: list[WaitingRow] = []
        self._states: list[tuple[Waiting, str, str]] = []
        self._column = ScrollColumn(self, name=self.tr("待发登记"), spacing=8)
        self._column.body.addStretch(1)
        self._empty = EmptyState(
            "circle-check",
            self.tr("没有待发的登记。服务器连不上时照常登记，会先存在本机，连上后自动发送。"),
            parent=self,
        )
        self.body.addWidget(self._column, 1)
        self.body.addWidget(self._empty, 1)
        self.add_button(False, self.tr("关闭"), key="Esc")
        theme = active_theme()
        room = (parent.width(), parent.height()) if parent is not None else (1200, 800)
        self.resize(min(theme.px(760), room[0] - 60), min(theme.px(520), room[1] - 60))

    def show_rows(
        self,
        waiting: Sequence[Waiting],
        words_of: Callable[[Waiting], tuple[str, str]],
        text: str,
    ) -> None:
        """Show these; ``words_of`` tells where one stands, and the tone of it."""
        self.set_text(text)
        states = [(one, *words_of(one)) for one in waiting]
        if states == self._states:
            return
        self._states = states
        place_of_focus = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        for row in self._rows:
            self._column.body.removeWidget(row)
            row.deleteLater()
        self._rows = [WaitingRow(*state, self._column) for state in states]
        for place, row in enumerate(self._rows):
            row.back_wanted.connect(self.back_wanted)
            self._column.body.insertWidget(place, row)
            if place == place_of_focus:
                row.setFocus()
        self._empty.setVisible(not waiting)
        self._column.setVisible(bool(waiting))

    def rows(self) -> tuple[WaitingRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def take_focus(self) -> None:
        """Put the focus into the first row."""
        for row in self._rows[:1]:
            row.setFocus()
