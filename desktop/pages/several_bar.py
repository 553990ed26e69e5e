"""The line under the ledger while several cases are chosen: how many, what to do, progress."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.pages.progress_line import ProgressLine
from desktop.several import MOST_CASES, SharedAction
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel, menu_text


class SeveralBar(QWidget):
    """Hidden until more than one case is chosen."""

    action_wanted = Signal(str)
    cleared = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: list[SharedAction] = []
        self._room = 4
        self._count = PlainLabel("", self, kind="strong")
        self._why = PlainLabel("", self, kind="second", tone="text2", elide=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._clear = ActionButton(self.tr("取消选择"), "x", key="Esc", kind="quiet", parent=self)
        self._clear.clicked.connect(self.cleared)
        self._progress = ProgressLine(self)
        self._progress.stopped.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(self._count)
        line.addWidget(self._why, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._clear)
        line.addWidget(self._progress, 1)
        self.hide()

    # What others call ---------------------------------------------------------------------

    def show_count(self, count: int) -> None:
        """Say how many cases are chosen; one or none hides the line."""
        self._count.setText(self.tr("已选 {n} 件").format(n=f"{count:,}"))
        self.setVisible(count > 1 or self.is_busy())

    def set_room(self, buttons: int) -> None:
        """Show at most so many buttons; the rest goes into a menu."""
        self._room = buttons
        self.show_actions(self._actions)

    def show_actions(self, actions: Sequence[SharedAction], why_none: str = "") -> None:
        """Offer these actions, or say why there are none."""
        self._actions = list(actions)
        self._why.setText(why_none)
        while self._buttons.count():
            widget = self._buttons.takeAt(0).widget()
            if widget is not None:
                # Deleted later it would still be seen beside the new ones until then.
                widget.hide()
                widget.deleteLater()
        for shared in self._actions[: self._room]:
            action = shared.action
            button = ActionButton(shared.label(), action.icon, key=action.key, parent=self)
            button.setObjectName(f"several_{action.id}")
            button.setProperty("action", action.id)
            button.clicked.connect(self._begin_of_button)
            self._buttons.addWidget(button)
        if len(self._actions) > self._room:
            button = ActionButton(self.tr("更多"), "ellipsis", parent=self)
            button.setMenu(self.menu(button, self._actions[self._room :]))
            self._buttons.addWidget(button)

    def show_too_many(self) -> None:
        """Say that so many cases are not acted on at once."""
        words = self.tr("一次最多办理 {most} 件，请先筛选或分批选择")
        self.show_actions((), words.format(most=f"{MOST_CASES:,}"))

    def menu(self, parent: QWidget, actions: Sequence[SharedAction] | None = None) -> QMenu:
        """Return a menu of the actions, those of the line if none are named."""
        menu = QMenu(parent)
        menu.setAccessibleName(self.tr("批量办理"))
        for shared in self._actions if actions is None else actions:
            words = menu_text(shared.label())
            key = shared.action.key
            entry = menu.addAction(f"{words}\t{key}" if key else words)
            entry.setData(shared.action.id)
        menu.triggered.connect(self._begin_of_menu)
        return menu

    def begin(self, what: str) -> None:
        """Show that an action is under way instead of the buttons."""
        self._show_parts(busy=True)
        self._progress.begin(what)

    def move_to(self, done: int, total: int) -> None:
        """Show how far the action is."""
        self._progress.move_to(done, total)

    def end(self) -> None:
        """Show the buttons again."""
        self._progress.end()
        self._show_parts(busy=False)

    def is_busy(self) -> bool:
        """Tell whether an action is under way."""
        return not self._progress.isHidden()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _begin_of_button(self) -> None:
        self.action_wanted.emit(self.sender().property("action"))

    @Slot(QAction)
    def _begin_of_menu(self, entry: QAction) -> None:
        self.action_wanted.emit(entry.data())

    def _show_parts(self, *, busy: bool) -> None:
        for place in range(self._buttons.count()):
            widget = self._buttons.itemAt(place).widget()
            if widget is not None:
                widget.setVisible(not busy)
        for widget in (self._count, self._why, self._clear):
            widget.setVisible(not busy)
