"""All figures of a period at once, for the workbook and for the printed page."""

from __future__ import annotations

from dataclasses import dataclass

from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.statistics import FigureScope, GroupBy
from db.rules.permissions import Permission
from desktop.pages.figures_seen import (
    ALL_ITEMS,
    HoursSeen,
    ItemsSeen,
    Overview,
    StationsSeen,
    TableSeen,
    TrendSeen,
    Wanted,
    hours_seen,
    items_seen,
    overview,
    stations_seen,
    table_seen,
    trend_seen,
)


@dataclass(frozen=True)
class FiguresReport:
    """What stands on the page of figures, of one moment, with every item."""

    street: StreetRow
    wanted: Wanted
    overview: Overview
    trend: TrendSeen
    hours: HoursSeen
    items: ItemsSeen
    stations: StationsSeen
    table: TableSeen

    @property
    def scope(self) -> FigureScope:
        """Return period, basis and cut-off."""
        return self.overview.scope

    @property
    def fair(self) -> bool:
        """Tell whether a fair answer counts as a satisfied one."""
        return self.overview.fair_is_satisfied


def figures_report(reader: Reader, wanted: Wanted, by: GroupBy) -> FiguresReport:
    """Return all figures of a period; the table by ``by``.

    :raises NotAllowed: the right to export is missing.
    """
    reader.demand(Permission.EXPORT)
    return FiguresReport(
        street(reader),
        wanted,
        overview(reader, wanted),
        trend_seen(reader, wanted, None),
        hours_seen(reader, wanted),
        items_seen(reader, wanted, ALL_ITEMS),
        stations_seen(reader, wanted),
        table_seen(reader, wanted, by),
    )
