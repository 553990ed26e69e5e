"""The columns of figures: what each shows and which list it opens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from db.queries.page import CaseFilter
from db.queries.statistics import FigureScope, GroupBy, Side, counter_filter, figure_filter
from db.rules.counters import Counters
from db.rules.indicators import indicator_table
from desktop import texts
from desktop.models.columns import Column
from desktop.pages import figures_words as words

CODES = (
    "registered",
    "closed",
    "open",
    "close_rate",
    "transferred",
    "transfer_rate",
    "due",
    "on_time_rate",
    "overdue_open",
    "sign_on_time_rate",
    "return_rate",
    "rework_rate",
    "satisfaction_rate",
)
"""The indicators of the table; the first ones stay where the window is narrow."""
CHANGES = {"registered_change": "registered", "close_rate_change": "close_rate"}
"""The columns that tell how an indicator moved; they open no list."""
NARROW = frozenset({"return_rate", "due", "transferred", "close_rate_change"})
_WIDTHS = {"sign_on_time_rate": 104, "on_time_rate": 104, "overdue_open": 112}


@dataclass(frozen=True)
class FigureRow:
    """A group of the table; ``by`` is None for the total, ``before`` where nothing is compared."""

    name: str
    counters: Counters
    by: GroupBy | None
    key: str | int | None
    fair: bool
    before: Counters | None = None


def figure_columns(first: str) -> tuple[Column, ...]:
    """Return the columns of the table; ``first`` is the title of the names."""
    return (
        Column("name", first, 180, _name, strong=_is_total, stretch=True),
        *(
            Column(
                code,
                texts.indicator_name(code),
                _WIDTHS.get(code, 86),
                partial(shown, code=code),
                tone=partial(tone, code=code),
                strong=_is_total,
                align="right",
                sortable=True,
            )
            for code in CODES
        ),
        *(
            Column(
                key,
                words.translate("figures", "{figure}增减").format(
                    figure=texts.indicator_name(code)
                ),
                112,
                partial(moved, code=code),
                tone=partial(moved_tone, code=code),
                align="right",
            )
            for key, code in CHANGES.items()
        ),
    )


def moved(row: FigureRow, code: str) -> str:
    """Return how a figure moved: a count in percent, a rate in percentage points."""
    if row.before is None:
        return texts.NOTHING
    change = words.change(code, "", row.counters, row.before, fair=row.fair, short=True)
    return change.words.strip()


def moved_tone(row: FigureRow, code: str) -> str:
    """Return the ink of a movement."""
    if row.before is None:
        return "text3"
    return words.change(code, "", row.counters, row.before, fair=row.fair, short=False).tone


def shown(row: FigureRow, code: str) -> str:
    """Return the words of a figure."""
    indicator = indicator_table(fair_is_satisfied=row.fair)[code]
    value = indicator.value(row.counters)
    if indicator.denominator is None:
        return words.number(int(value or 0))
    return texts.rate(value)


def tone(row: FigureRow, code: str) -> str:
    """Return the ink of a figure: a link where there is a list behind it."""
    return "brand" if count_behind(row, code) else "text3"


def count_behind(row: FigureRow, code: str) -> int:
    """Return the numerator, or of a rate without one its denominator."""
    indicator = indicator_table(fair_is_satisfied=row.fair)[code]
    return indicator.numerator(row.counters)


def filter_behind(scope: FigureScope, row: FigureRow, code: str) -> CaseFilter:
    """Return the filter of the list that makes a figure."""
    if indicator_table(fair_is_satisfied=row.fair)[code].denominator is None:
        return counter_filter(scope, code, row.by, row.key)
    return figure_filter(scope, code, Side.NUMERATOR, row.by, row.key, fair_is_satisfied=row.fair)


def sort_value(row: FigureRow, code: str) -> tuple[bool, float]:
    """Return by what rows are sorted; those without a value come last."""
    value = indicator_table(fair_is_satisfied=row.fair)[code].value(row.counters)
    return value is not None, float(value or 0)


def _name(row: FigureRow) -> str:
    return row.name


def _is_total(row: FigureRow) -> bool:
    return row.by is None
