"""Ctrl+K: any page, any case, any action of the case on the screen, by Chinese or pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.queries.cases import CaseRow, case_rows
from db.queries.door import Reader
from db.queries.page import EVERYTHING, Order, case_ids
from desktop import texts
from desktop.services import Services
from desktop.theme import active_theme
from desktop.widgets.line_field import LineField
from desktop.widgets.matching import Choice, find
from desktop.widgets.picker_popup import PickerPopup

MOST_CASES = 6
MOST_ENTRIES = 12
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class Target(StrEnum):
    """What an entry of the palette leads to; an entry's id is such a target and its own id."""

    PAGE = "page"
    ACTION = "action"
    CASE = "case"
    SEARCH = "search"
    HELP = "help"


class CommandPalette(QDialog):
    """A line and what it finds below; ↑↓ mark, Enter goes there, Esc leaves."""

    chosen = Signal(object)
    """(target, id) of what was taken."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._services = services
        self._entries: list[Choice] = []
        self._cases: list[Choice] = []
        self.setAccessibleName(self.tr("命令面板"))
        self.line = LineField(
            self.tr("页面、操作、事件编号或内容，拼音首字母也行"), name=self.tr("命令面板")
        )
        self.line.installEventFilter(self)
        self._popup = PickerPopup(self.line)
        self._popup.taken.connect(self._take)
        self.line.textChanged.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)

    # What others call ---------------------------------------------------------------------

    def open_with(self, entries: Sequence[Choice]) -> None:
        """Offer pages and actions; cases are looked for as their words are typed."""
        self._entries = list(entries)
        self._cases = []
        self._services.work(
            keyed, self._entries, parent=self, done=self._keep_entries, key="palette entries"
        )
        self.line.clear()
        width = active_theme().px(680)
        window = self.parentWidget().window()
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, active_theme().px(96)))
        self.setFixedWidth(width)
        self.move(corner)
        self.open()
        self.line.setFocus()

    def offered(self) -> list[Choice]:
        """Return what stands in the list now, the best first."""
        words = self.line.value()
        named = [one for one in find(self._entries, words, MOST_ENTRIES) if _is_meant(one, words)]
        if not words:
            return named
        search = self.tr("在台账中搜索“{words}”").format(words=words)
        return [*named, *self._cases, Choice((Target.SEARCH, words), search)]

    # Slots --------------------------------------------------------------------------------

    @Slot(str)
    def _look(self, _typed: str) -> None:
        words = self.line.value()
        self._cases = []
        self._show()
        if words:
            self._services.ask(
                _cases, words, parent=self, done=self._keep_cases, key="palette cases"
            )

    @Slot(object)
    def _keep_entries(self, entries: list[Choice]) -> None:
        if [one.id for one in entries] == [one.id for one in self._entries]:
            self._entries = entries
            self._show()

    @Slot(object)
    def _keep_cases(self, found: tuple[str, list[CaseRow]]) -> None:
        words, rows = found
        if words != self.line.value() or not self.isVisible():
            return
        self._cases = [
            Choice((Target.CASE, row.id), f"{row.number}  {row.title}", texts.label(row.state))
            for row in rows
        ]
        self._show()

    @Slot(object)
    def _take(self, choice: Choice) -> None:
        self.accept()
        self.chosen.emit(choice.id)

    def _show(self) -> None:
        if not self.isVisible():
            return
        self._popup.show_choices(self.offered(), self.line.value(), "")
        self._popup.show()

    # Qt -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the line move through the list below it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._popup.step(_STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self._popup.current()
                if current is not None:
                    self._take(current)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show everything that can be reached before a word is typed."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list away with the line."""
        self._popup.hide()
        super().hideEvent(event)


def _is_meant(choice: Choice, words: str) -> bool:
    """Tell whether words name an entry; an action's case does not: its number leads to the case."""
    is_action = choice.id[0] == Target.ACTION
    return not is_action or bool(find([choice._replace(detail="")], words, 1))


def keyed(entries: Sequence[Choice]) -> list[Choice]:
    """Return the entries with the pinyin of their words; for a worker, the tables load slowly."""
    from db.rules.pinyin import full, initials

    return [
        choice._replace(initials=initials(choice.text), pinyin=full(choice.text))
        for choice in entries
    ]


def _cases(reader: Reader, words: str) -> tuple[str, list[Any]]:
    """Return the newest cases that hold the words, with the words that were asked for."""
    ids = case_ids(reader, EVERYTHING.replace(search=words), Order.NEWEST, MOST_CASES)
    rows = case_rows(reader, ids)
    return words, [rows[id_] for id_ in ids if id_ in rows]
