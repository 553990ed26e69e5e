"""The foot of the case panel: a button for the likeliest actions, a menu for all others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.actions import Action
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import menu_text

PLACES = 4
"""More buttons would cut their words in a narrow panel."""


class CaseButtons(QWidget):
    """What can be done with the case, the most likely first."""

    chosen = Signal(str)
    """The id of an action."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show these actions instead of the ones before."""
        while self._row.count():
            widget = self._row.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        # The menu takes a place of its own.
        shown = PLACES if len(actions) <= PLACES else PLACES - 1
        for place, action in enumerate(actions[:shown]):
            kind = action.kind if place == 0 or action.kind != "primary" else "normal"
            button = ActionButton(action.label(), action.icon, key=action.key, kind=kind)
            button.setObjectName(f"action_{action.id}")
            button.setProperty("action", action.id)
            button.clicked.connect(self._choose_button)
            self._row.addWidget(button, 3 if place == 0 else 2)
        if len(actions) > shown:
            self._row.addWidget(self._more(actions[shown:]))

    def _more(self, actions: Sequence[Action]) -> QWidget:
        button = ActionButton(self.tr("更多"), "ellipsis")
        menu = QMenu(button)
        for action in actions:
            entry = menu.addAction(menu_text(action.label()))
            entry.setData(action.id)
        menu.triggered.connect(self._choose_entry)
        button.setMenu(menu)
        return button

    @Slot()
    def _choose_button(self) -> None:
        self.chosen.emit(self.sender().property("action"))

    @Slot(object)
    def _choose_entry(self, entry: QAction) -> None:
        self.chosen.emit(entry.data())
