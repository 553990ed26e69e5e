"""F1: every key that works on the page in front, found by typing; F1 again opens the help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.command_palette import keyed
from desktop.help.key_list import KeyGroup
from desktop.services import Services
from desktop.theme import active_theme
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.key_hint import KeyHint, KeyHints
from desktop.widgets.matching import Choice, find
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.search_box import SearchBox
from desktop.widgets.shortcut import KeyLine, Shortcut

_WIDTH, _HEIGHT = 1040, 720
_SCROLLS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_STEP = 40


class KeySheet(QDialog):
    """Lists the keys in groups over the window; Esc takes it away."""

    help_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._services = services
        self._blocks: list[_Block] = []
        self._entries: list[Choice] = []
        self.setAccessibleName(self.tr("快捷键"))
        self._title = PlainLabel(self.tr("快捷键"), kind="title")
        self._about = PlainLabel("", kind="second", tone="text2", elide=True)
        self.search = SearchBox(self.tr("输入要做的事、拼音首字母或按键"), key="", parent=self)
        self.search.searched.connect(self._filter)
        self._none = PlainLabel(
            self.tr("没有这样的快捷键。Ctrl K 可以找到所有页面和操作。"), tone="text2", wrap=True
        )
        self._list = ScrollColumn(self, name=self.tr("快捷键"), spacing=18)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        Shortcut("F1", self, self.tr("打开本页帮助"), self._ask_for_help)
        self._lay_out()

    # What others call ---------------------------------------------------------------------

    def open_with(self, about: str, groups: Sequence[KeyGroup]) -> None:
        """Show the keys of a page over the middle of the window."""
        self._about.setText(about)
        self._build(groups)
        self._entries = [
            Choice((block, place), line.words, line.keys)
            for block, one in enumerate(self._blocks)
            for place, line in enumerate(one.lines)
        ]
        self._services.work(
            keyed, self._entries, parent=self, done=self._keep_entries, key="key sheet"
        )
        self.search.clear()
        self._filter("")
        window = self.parentWidget().window()
        theme = active_theme()
        width = min(theme.px(_WIDTH), window.width() - 80)
        height = min(theme.px(_HEIGHT), window.height() - 80)
        self.setFixedSize(width, height)
        corner = QPoint((window.width() - width) // 2, (window.height() - height) // 2)
        self.move(window.mapToGlobal(corner))
        self.open()
        self.search.take_focus()

    def lines(self) -> list[KeyLine]:
        """Return the lines that are shown now."""
        return [line for block in self._blocks for line in block.shown()]

    # Building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        hints = KeyHints((("F1", self.tr("本页帮助")), ("Esc", self.tr("关闭"))))
        head.addWidget(hints, 1)
        across = QHBoxLayout()
        across.setSpacing(36)
        for column in self._columns:
            column.setSpacing(18)
            column.addStretch(1)
            across.addLayout(column, 1)
        self._list.body.addLayout(across)
        self._list.body.addStretch(1)
        card = Card(self, margins=24, spacing=14)
        card.body.addLayout(head)
        card.body.addWidget(self.search)
        card.body.addWidget(Line(self))
        card.body.addWidget(self._none)
        card.body.addWidget(self._list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def _build(self, groups: Sequence[KeyGroup]) -> None:
        """Put each group into the shorter column."""
        for block in self._blocks:
            block.setParent(None)
            block.deleteLater()
        self._blocks = [_Block(group, self._list) for group in groups if group.lines]
        heights = [0, 0]
        for block in self._blocks:
            side = heights.index(min(heights))
            heights[side] += len(block.lines) + 2
            place = self._columns[side].count() - 1  # before the room that is left
            self._columns[side].insertWidget(place, block, 0, Qt.AlignmentFlag.AlignTop)

    # Slots --------------------------------------------------------------------------------

    @Slot(str)
    def _filter(self, words: str) -> None:
        wanted = {choice.id for choice in find(self._entries, words, len(self._entries))}
        for place, block in enumerate(self._blocks):
            block.keep({line for owner, line in wanted if owner == place})
        self._none.setVisible(not wanted)

    @Slot(object)
    def _keep_entries(self, entries: list[Choice]) -> None:
        if [one.id for one in entries] == [one.id for one in self._entries]:
            self._entries = entries
            self._filter(self.search.words())

    @Slot()
    def _ask_for_help(self) -> None:
        self.accept()
        self.help_wanted.emit()

    # Qt -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll while the cursor stays in the search line."""
        step = _SCROLLS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar = self._list.verticalScrollBar()
        bar.setValue(bar.value() + step * _STEP)


class _Block(QWidget):
    """A group with its title; lines that are not wanted are hidden, and it with the last."""

    def __init__(self, group: KeyGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = group.lines
        self._rows: list[tuple[KeyHint, PlainLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.addWidget(CardTitle(group.title, parent=self), 0, 0, 1, 2)
        grid.setColumnMinimumWidth(0, active_theme().px(116))
        grid.setColumnStretch(1, 1)
        for place, line in enumerate(self.lines, start=1):
            key = KeyHint(line.keys, parent=self)
            words = PlainLabel(line.words, self, elide=True)
            grid.addWidget(key, place, 0)
            grid.addWidget(words, place, 1)
            self._rows.append((key, words))

    def keep(self, places: set[int]) -> None:
        """Show only the lines at these places."""
        for place, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(place in places)
        self.setVisible(bool(places))

    def shown(self) -> list[KeyLine]:
        """Return the lines that are not hidden."""
        return [
            line
            for line, row in zip(self.lines, self._rows, strict=True)
            if row[1].isVisibleTo(self) and self.isVisible()
        ]
