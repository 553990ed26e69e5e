"""The figures of a week as a meeting keeps them, for the window and for the demo street alike."""

from __future__ import annotations

from typing import Any

from db.queries.door import Reader
from db.queries.statistics import FigureScope, GroupBy, compared, indicators
from db.rules.indicators import INDICATORS
from db.rules.indicators import figures as figures_of
from db.rules.numbering import IsoWeek


def week_figures(reader: Reader, year: int, week: int) -> dict[str, Any]:
    """Return the figures of a week as a meeting keeps them: plain values by indicator code.

    Stations come in the order of their rate of punctuality, the best first.
    """
    asked = IsoWeek(year, week)
    scope = FigureScope(asked.monday, asked.sunday)
    both = compared(reader, scope)
    stations = [
        {
            "name": group.name,
            "due": group.counters.due,
            "on_time_rate": INDICATORS["on_time_rate"].value(group.counters),
            "overdue_open": group.counters.overdue_open,
        }
        for group in indicators(reader, scope, GroupBy.STATION).groups
        if group.name and (group.counters.due or group.counters.overdue_open)
    ]
    stations.sort(key=lambda one: float(one["on_time_rate"] or 0), reverse=True)
    return {
        "cutoff": reader.now.isoformat(sep=" ", timespec="minutes"),
        "current": figures_of(both.current),
        "previous": figures_of(both.previous),
        "stations": stations,
    }
