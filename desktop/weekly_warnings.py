"""What the rules notice in a week: growth, places that come again, fallen rates, overdue work.

Plain thresholds (domain.md §7: 同地重复 ≥3, 环比 +50 %); a person decides what they mean.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop import texts
from desktop.weekly_tables import item_growth_table

if TYPE_CHECKING:
    from db.queries.week_material import WeekMaterial

GROWTH = 50.0
SAME_PLACE = 3
FALLEN = -5.0
"""Percentage points by which a rate fell."""

MOST_UNITS = 3
_RATES = ("on_time_rate", "sign_on_time_rate", "close_rate", "satisfaction_rate")


def noticed(material: WeekMaterial) -> tuple[str, ...]:
    """Return a sentence for each thing worth a look."""
    return (*_items(material), *_places(material), *_rates(material), *_overdue(material))


def _items(material: WeekMaterial) -> list[str]:
    grown = item_growth_table(material.by_item, material.by_item_before)
    return [
        f"“{name}”本周{now}件，上周{before}件，环比{growth}，建议会商原因。"
        for name, now, before, growth in grown.rows
        if float(growth.strip("+%")) >= GROWTH
    ]


def _places(material: WeekMaterial) -> list[str]:
    return [
        f"{one.community}{one.address}一周内录入{one.count}件，建议列为重点点位。"
        for one in material.places
        if one.count >= SAME_PLACE
    ]


def _rates(material: WeekMaterial) -> list[str]:
    from db.rules.indicators import INDICATORS
    from db.rules.rates import points

    found = []
    for code in _RATES:
        now, before = (
            INDICATORS[code].value(one)
            for one in (material.compared.current, material.compared.previous)
        )
        moved = points(now, before)
        if moved is not None and float(moved) <= FALLEN:
            name = texts.indicator_name(code)
            found.append(f"{name}为{texts.rate(now)}，比上周下降{moved.lstrip('-')}个百分点。")
    return found


def _overdue(material: WeekMaterial) -> list[str]:
    if not material.overdue.total:
        return []
    units = Counter(row.lead or row.holder for row in material.overdue.rows)
    most = "、".join(
        f"{name or '未交办'}{count}件" for name, count in units.most_common(MOST_UNITS)
    )
    return [f"超期未办结{material.overdue.total}件，主要在{most}，建议逐件说明。"]
