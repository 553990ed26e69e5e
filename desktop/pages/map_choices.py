"""Above the map: which indicator, of grids or communities, what is written, and the search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from db.queries.lookup import UnitRow
from db.rules.place_names import short_community
from db.rules.terms import UnitKind
from desktop import texts
from desktop.pages.map_figures import CHIEF, OTHERS, short_name
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.picker import Picker
from desktop.widgets.segmented_choice import SegmentedChoice

_ALL_LAYERS = (True, True, True)
_SHORT_BELOW = 1500
_SQUEEZED = 0.92
"""What is left of the segments' width before their words would be cut."""


class MapChoices(QWidget):
    """``indicator_changed``, ``kind_changed`` and ``layers_changed`` tell that it looks anew."""

    indicator_changed = Signal()
    kind_changed = Signal()
    layers_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chief = SegmentedChoice(
            tuple((code, short_name(code)) for code in CHIEF),
            name=self.tr("指标"),
            numbered=False,
            compact=True,
        )
        self.chief.set_value(CHIEF[0])
        self.chief.changed.connect(self._take_chief)
        others = tuple((code, texts.indicator_name(code)) for code in OTHERS)
        self._other = FilterPill(
            self.tr("其他指标"), "chart-column", ((None, self.tr("不选")), *others)
        )
        self._other.changed.connect(self._take_other)
        self._kind = FilterPill(self.tr("区域"), "map-pin", self._kinds(()))
        self._kind.changed.connect(self._tell_kind)
        self._layers = FilterPill(
            self.tr("图层"),
            "layers",
            (
                (_ALL_LAYERS, self.tr("名称、数值、事件点")),
                ((True, True, False), self.tr("名称、数值")),
                ((True, False, True), self.tr("名称、事件点")),
                ((False, False, False), self.tr("只看深浅")),
            ),
        )
        self._layers.changed.connect(self._tell_layers)
        self.search = Picker(
            self.tr("找网格、村社，拼音首字母也行"), name=self.tr("找网格或村社"), icon="map-pin"
        )
        self.search.setMinimumWidth(180)
        self._pills = QWidget(self)
        pills = QHBoxLayout(self._pills)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(8)
        for pill in (self._other, self._kind, self._layers):
            pills.addWidget(pill)
        pills.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.addWidget(self.chief, 0, 0)
        self._grid.addWidget(self.search, 0, 1)
        self._grid.addWidget(self._pills, 0, 2)
        self._grid.setColumnStretch(1, 1)

    # What the page calls --------------------------------------------------------------------

    def indicator(self) -> str:
        """Return the code of the indicator."""
        return str(self._other.value() or self.chief.value() or CHIEF[0])

    def kind(self) -> UnitKind:
        """Return whether grids or communities are shaded."""
        return UnitKind(self._kind.value())

    def set_kind(self, kind: UnitKind) -> None:
        """Shade the others, without telling."""
        self._kind.set_value(kind)

    def layers(self) -> tuple[bool, bool, bool]:
        """Return whether names, values and dots are shown."""
        names, values, dots = self._layers.value()
        return names, values, dots

    def show_units(self, units: Mapping[int, UnitRow]) -> None:
        """Offer the places to the search."""
        self.search.set_choices(
            [
                (
                    unit.id,
                    unit.name,
                    self._detail(unit, units),
                    unit.initials,
                    unit.full_pinyin,
                )
                for unit in units.values()
            ]
        )

    def show_kinds(self, kinds: tuple[UnitKind, ...]) -> None:
        """Offer the kinds that have something to be shaded."""
        self._kind.set_options(self._kinds(kinds))

    def follow_width(self, width: int) -> None:
        """Let the search give way in a narrow window."""
        self.search.setMinimumWidth(140 if width < _SHORT_BELOW else 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the pills into a second row where one is too narrow for all."""
        super().resizeEvent(event)
        wide = self.chief.sizeHint().width() * _SQUEEZED + self.search.minimumWidth()
        wide += self._pills.sizeHint().width() + 2 * self._grid.horizontalSpacing()
        if wide <= self.width():
            self._grid.addWidget(self._pills, 0, 2)
        else:
            self._grid.addWidget(self._pills, 1, 0, 1, 2)

    # Slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _take_chief(self, _code: str) -> None:
        self._other.set_value(None)
        self.indicator_changed.emit()

    @Slot(object)
    def _take_other(self, code: str | None) -> None:
        self.chief.set_value(None if code else CHIEF[0])
        self.indicator_changed.emit()

    @Slot(object)
    def _tell_kind(self, _kind: UnitKind) -> None:
        self.kind_changed.emit()

    @Slot(object)
    def _tell_layers(self, _layers: object) -> None:
        self.layers_changed.emit()

    # Inside ---------------------------------------------------------------------------------

    def _kinds(self, kinds: tuple[UnitKind, ...]) -> tuple[tuple[UnitKind, str], ...]:
        names = {UnitKind.GRID: self.tr("网格"), UnitKind.COMMUNITY: self.tr("村社")}
        return tuple((kind, names[kind]) for kind in kinds or tuple(names))

    def _detail(self, unit: UnitRow, units: Mapping[int, UnitRow]) -> str:
        home = units.get(unit.parent_id) if unit.parent_id is not None else None
        return short_community(home.name) if home is not None else texts.label(unit.kind)
