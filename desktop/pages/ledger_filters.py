"""The line of filters over the ledger, and the order of the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.lookup import PlaceRow, UnitRow, handling_units, places, platforms
from db.queries.page import CaseFilter, Order
from db.rules.terms import Urgency
from desktop import texts
from desktop.services import Services
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.filter_pill import FilterPill

BY_COLUMN = (
    Order.STATE,
    Order.ITEM,
    Order.UNIT,
    Order.COMMUNITY,
    Order.GRID,
    Order.PLATFORM,
)


class LedgerFilters(QWidget):
    """Each pill narrows the list by one thing; ``changed`` tells that one of them was turned."""

    changed = Signal()
    order_changed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        every = self.tr("全部")
        self._platform = FilterPill(self.tr("平台"), "layers", [(None, every)])
        self._place = FilterPill(self.tr("村社"), "building-2", [(None, every)])
        self._unit = FilterPill(self.tr("承办"), "users", [(None, every)])
        self._urgency = FilterPill(
            self.tr("紧急程度"),
            "siren",
            [(None, every), *((u, texts.label(u)) for u in Urgency)],
        )
        self._linked = FilterPill(self.tr("重复件"), "link")
        self._lay_out()
        services.ask(places, parent=self, done=self._show_places)
        services.ask(handling_units, parent=self, done=self._show_units)
        services.ask(platforms, parent=self, done=self._show_platforms)

    # What others call ---------------------------------------------------------------------

    def narrowed(self, base: CaseFilter) -> CaseFilter:
        """Return a filter narrowed to what the pills say."""

        def one(pill: FilterPill) -> tuple[Any, ...]:
            return () if pill.value() is None else (pill.value(),)

        return base.replace(
            platforms=one(self._platform),
            community_ids=one(self._place),
            unit_ids=one(self._unit),
            urgencies=one(self._urgency),
            is_duplicate=True if self._linked.value() else None,
        )

    def show_filter(self, shown: CaseFilter) -> None:
        """Let the pills say what a filter narrows."""
        for pill, values in (
            (self._platform, shown.platforms),
            (self._place, shown.community_ids),
            (self._unit, shown.unit_ids),
            (self._urgency, shown.urgencies),
        ):
            pill.set_value(values[0] if values else None)
        self._linked.set_value(shown.is_duplicate is True)

    def show_order(self, order: Order) -> None:
        """Show by what the list is ordered."""
        self._orders.set_value(order)

    # Building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(8)
        for pill in self._pills():
            pill.changed.connect(self._tell)
            line.addWidget(pill)
        line.addStretch(1)
        self._orders = ChoiceBox(
            [
                (Order.DEADLINE, self.tr("时限优先")),
                (Order.NEWEST, self.tr("最新登记")),
                (Order.OLDEST, self.tr("最早登记")),
                *((order, texts.label(order)) for order in BY_COLUMN),
            ],
            name=self.tr("排序"),
        )
        self._orders.changed.connect(self.order_changed)
        line.addWidget(self._orders)

    def _pills(self) -> tuple[FilterPill, ...]:
        return (self._platform, self._place, self._unit, self._urgency, self._linked)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _tell(self, _value: object) -> None:
        self.changed.emit()

    @Slot(object)
    def _show_places(self, found: tuple[PlaceRow, ...]) -> None:
        self._place.set_options([(None, self.tr("全部")), *((p.id, p.name) for p in found)])

    @Slot(object)
    def _show_units(self, found: tuple[UnitRow, ...]) -> None:
        offices = [unit for unit in found if unit.kind.value in ("station", "office")]
        self._unit.set_options([(None, self.tr("全部")), *((u.id, u.name) for u in offices)])

    @Slot(object)
    def _show_platforms(self, found: dict[str, str]) -> None:
        self._platform.set_options([(None, self.tr("全部")), *found.items()])
