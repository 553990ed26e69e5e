"""The roll call: one line a unit, present, on leave, absent or sitting in, taken by digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.lookup import UnitRow
from db.queries.meetings import Attendant
from db.rules.agenda import AttendanceStatus
from db.rules.terms import UnitKind
from desktop import texts
from desktop.widgets.buttons import ActionButton
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice

CALLED = (UnitKind.STATION, UnitKind.OFFICE, UnitKind.COMMUNITY)
"""Who is called at a meeting of the street; grids sit in when they are asked."""

_TONES = {AttendanceStatus.LEAVE: "warn", AttendanceStatus.ABSENT: "danger"}


class RollCall(QWidget):
    """Tells ``recorded`` (unit id, name, status) for each answer to the call."""

    recorded = Signal(object, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[int, LineField] = {}
        self._statuses: dict[int, SegmentedChoice] = {}
        self._shown: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        words = self.tr("每行按 1 出席、2 请假、3 缺席、4 列席，Tab 到下一行；点到即保存。")
        head.addWidget(PlainLabel(words, self, kind="second", tone="text2", wrap=True), 1)
        self._rest = ActionButton(self.tr("其余全部出席"), "check", key="Alt A")
        self._rest.clicked.connect(self.all_present)
        head.addWidget(self._rest)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 4)
        column.addLayout(self._grid)

    def show_roll(self, units: Sequence[UnitRow], known: Sequence[Attendant]) -> None:
        """Show the units that are called with what was recorded of them."""
        came = {one.unit_id: one for one in known}
        called = [unit for unit in units if unit.kind in CALLED or unit.id in came]
        ids = tuple(unit.id for unit in called)
        if ids != self._shown:
            self._make_lines(called)
            self._shown = ids
        for unit in called:
            found = came.get(unit.id)
            if found is not None:
                self._names[unit.id].set_value(found.name)
            self._statuses[unit.id].set_value(found.status if found else None)

    def set_open(self, is_open: bool) -> None:
        """Allow the call unless the meeting is over."""
        for widget in (*self._names.values(), *self._statuses.values(), self._rest):
            widget.setEnabled(is_open)

    def status_of(self, unit_id: int) -> SegmentedChoice:
        """Return the field of a unit's answer."""
        return self._statuses[unit_id]

    def name_of(self, unit_id: int) -> LineField:
        """Return the field of who comes for a unit."""
        return self._names[unit_id]

    def take_focus(self) -> None:
        """Put the keyboard on the first line without an answer."""
        waiting = (one for one in self._statuses.values() if one.value() is None)
        field = next(waiting, None)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def all_present(self) -> None:
        """Record everybody as present who was not called yet and whose name is known."""
        for unit_id, status in self._statuses.items():
            if status.value() is None and self._names[unit_id].value():
                status.set_value(AttendanceStatus.PRESENT)
                self._tell(unit_id)

    def _make_lines(self, units: Sequence[UnitRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._names, self._statuses = {}, {}
        options: list[tuple[Any, ...]] = [
            (status, texts.label(status), _TONES.get(status, "brand"))
            for status in AttendanceStatus
        ]
        for line, unit in enumerate(units):
            name = LineField(
                self.tr("谁来"), name=self.tr("{unit}的参会人").format(unit=unit.name), longest=50
            )
            name.set_value(unit.head_name)
            name.editingFinished.connect(self._follow_name)
            status = SegmentedChoice(options, name=self.tr("{unit}到会情况").format(unit=unit.name))
            status.changed.connect(self._follow_status)
            self._grid.addWidget(PlainLabel(unit.name, self, elide=True), line, 0)
            self._grid.addWidget(name, line, 1)
            self._grid.addWidget(status, line, 2)
            self._names[unit.id], self._statuses[unit.id] = name, status

    @Slot()
    def _follow_status(self) -> None:
        unit_id = next(id_ for id_, one in self._statuses.items() if one is self.sender())
        if not self._names[unit_id].value():
            # Nobody can be recorded without a name; the answer is taken when it is there.
            self._names[unit_id].setFocus()
            return
        self._tell(unit_id)

    @Slot()
    def _follow_name(self) -> None:
        unit_id = next(id_ for id_, one in self._names.items() if one is self.sender())
        field = self._names[unit_id]
        if field.isModified() and field.value() and self._statuses[unit_id].value() is not None:
            field.setModified(False)
            self._tell(unit_id)

    def _tell(self, unit_id: int) -> None:
        status = self._statuses[unit_id].value()
        self.recorded.emit(unit_id, self._names[unit_id].value(), status)
