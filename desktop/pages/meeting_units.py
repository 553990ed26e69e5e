"""Several units as chips before a line in which one types for more of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.picker import Picker

IN_A_LINE = 3


class _UnitPicker(Picker):
    """A picker whose Backspace in an empty line takes the last chip away."""

    last_unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.last_unwanted.emit()
            return
        super().keyPressEvent(event)


class UnitsField(QWidget):
    """The assisting units; ``value()`` is a tuple of ids in the order of choosing."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[Any, ...]] = []
        self._names: dict[int, str] = {}
        self._ids: list[int] = []
        self._excluded: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.picker = _UnitPicker(self.tr("拼音首字母，可选几个"), name=name, icon="building-2")
        self.picker.chosen.connect(self._take)
        self.picker.last_unwanted.connect(self._drop_last)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(4)
        column.addWidget(self.picker)
        column.addLayout(self._chips)
        self.setFocusProxy(self.picker)
        self.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[Any, ...]]) -> None:
        """Offer these (id, text, detail, initials, pinyin)."""
        self._choices = list(choices)
        self._names = {choice[0]: choice[1] for choice in choices}
        self._offer()

    def exclude(self, unit_id: int | None) -> None:
        """Leave the lead unit out: it cannot assist itself."""
        self._excluded = unit_id
        if unit_id in self._ids:
            self._ids.remove(unit_id)
        self._offer()
        self._show()

    def value(self) -> tuple[int, ...]:
        """Return the ids of the chosen units."""
        return tuple(self._ids)

    def names(self) -> tuple[str, ...]:
        """Return the names of the chosen units."""
        return tuple(self._names.get(id_, "") for id_ in self._ids)

    def set_value(self, ids: Sequence[int]) -> None:
        """Show these units without telling."""
        self._ids = [id_ for id_ in ids if id_ != self._excluded]
        self.picker.clear()
        self._offer()
        self._show()

    @Slot(object)
    def _take(self, unit_id: int | None) -> None:
        if unit_id is None or unit_id in self._ids:
            return
        self._ids.append(unit_id)
        self.picker.clear()
        self._told()

    @Slot()
    def _drop_last(self) -> None:
        if self._ids:
            self._ids.pop()
            self._told()

    @Slot()
    def _drop(self) -> None:
        unit_id = self.sender().property("unit")
        self._ids = [id_ for id_ in self._ids if str(id_) != unit_id]
        self._told()
        self.picker.setFocus()

    def _told(self) -> None:
        self._offer()
        self._show()
        self.changed.emit(self.value())

    def _offer(self) -> None:
        taken = {*self._ids, self._excluded}
        self.picker.set_choices([choice for choice in self._choices if choice[0] not in taken])

    def _show(self) -> None:
        while (line := self._chips.takeAt(0)) is not None:
            old = line.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for first in range(0, len(self._ids), IN_A_LINE):
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            for id_ in self._ids[first : first + IN_A_LINE]:
                name = self._names.get(id_, "")
                chip = ActionButton(name, "x", parent=holder)
                chip.setAccessibleName(self.tr("去掉 {unit}").format(unit=name))
                # Ids are longer than what a property of Qt holds as a number.
                chip.setProperty("unit", str(id_))
                chip.clicked.connect(self._drop)
                row.addWidget(chip)
            row.addStretch(1)
            self._chips.addWidget(holder)
