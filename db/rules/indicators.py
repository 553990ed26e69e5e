"""What is divided by what: the one definition of each indicator (domain.md §1.8).

The counters are defined in ``counters.py``. Indicators 17 (durations) do not add up and stand in
``rates.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from db.rules.counters import Counters
from db.rules.rates import rate

Count = Callable[[Counters], int]


@dataclass(frozen=True)
class Indicator:
    """A figure: a count, or a rate when it has a denominator."""

    code: str
    clause: int
    """Its number in domain.md §1.8."""
    numerator: Count
    denominator: Count | None = None
    lower_is_better: bool = False

    def ratio(self, counters: Counters) -> Fraction | None:
        """Return the exact share; None for a count and when nothing is there to divide by."""
        whole = self.denominator(counters) if self.denominator else 0
        return Fraction(self.numerator(counters), whole) if whole else None

    def value(self, counters: Counters) -> str | None:
        """Return the count, or the rate in percent; None when nothing is there to divide by."""
        if self.denominator is None:
            return str(self.numerator(counters))
        return rate(self.numerator(counters), self.denominator(counters))


def indicator_table(*, fair_is_satisfied: bool = False) -> dict[str, Indicator]:
    """Return all indicators by code, in the order of domain.md §1.8."""

    def satisfied(c: Counters) -> int:
        return c.satisfied + c.fair if fair_is_satisfied else c.satisfied

    rows = (
        Indicator("registered", 1, lambda c: c.registered),
        Indicator("closed", 2, lambda c: c.closed),
        Indicator("open", 2, lambda c: c.open, lower_is_better=True),
        Indicator("close_rate", 2, lambda c: c.closed, lambda c: c.registered),
        Indicator("transferred", 3, lambda c: c.transferred),
        Indicator("not_transferred", 3, lambda c: c.not_transferred),
        Indicator("transfer_rate", 3, lambda c: c.transferred, lambda c: c.registered),
        Indicator("self_handled_rate", 4, lambda c: c.self_handled, lambda c: c.registered),
        Indicator(
            "transferred_close_rate", 5, lambda c: c.transferred_closed, lambda c: c.transferred
        ),
        Indicator("due", 6, lambda c: c.due),
        Indicator("transferred_due", 6, lambda c: c.transferred_due),
        Indicator("on_time_rate", 7, lambda c: c.on_time, lambda c: c.due),
        Indicator(
            "transferred_on_time_rate",
            7,
            lambda c: c.transferred_on_time,
            lambda c: c.transferred_due,
        ),
        Indicator("overdue_open", 8, lambda c: c.overdue_open, lower_is_better=True),
        Indicator(
            "overdue_open_rate", 8, lambda c: c.overdue_open, lambda c: c.due, lower_is_better=True
        ),
        Indicator(
            "transferred_overdue_open_rate",
            8,
            lambda c: c.transferred_overdue_open,
            lambda c: c.transferred_due,
            lower_is_better=True,
        ),
        Indicator("accept_on_time_rate", 9, lambda c: c.accepted_on_time, lambda c: c.accept_due),
        Indicator("assign_on_time_rate", 9, lambda c: c.assigned_on_time, lambda c: c.assign_due),
        Indicator("sign_on_time_rate", 10, lambda c: c.signed_on_time, lambda c: c.sign_due),
        Indicator(
            "accurate_assignment_rate", 11, lambda c: c.accurate_assignments, lambda c: c.assign_due
        ),
        Indicator(
            "return_rate",
            12,
            lambda c: c.return_count,
            lambda c: c.assign_count,
            lower_is_better=True,
        ),
        Indicator(
            "rework_rate", 13, lambda c: c.rework_cases, lambda c: c.due, lower_is_better=True
        ),
        Indicator(
            "transferred_rework_rate",
            13,
            lambda c: c.transferred_rework_cases,
            lambda c: c.transferred_due,
            lower_is_better=True,
        ),
        Indicator(
            "extension_rate", 14, lambda c: c.extension_cases, lambda c: c.due, lower_is_better=True
        ),
        Indicator(
            "transferred_extension_rate",
            14,
            lambda c: c.transferred_extension_cases,
            lambda c: c.transferred_due,
            lower_is_better=True,
        ),
        Indicator("satisfaction_rate", 15, satisfied, lambda c: c.visits),
        Indicator(
            "first_verification_rate", 16, lambda c: c.verified_first_time, lambda c: c.verified
        ),
        Indicator(
            "strike_off_rate", 18, lambda c: c.struck_off_on_time, lambda c: c.strike_off_due
        ),
        Indicator("agreed_rate", 19, lambda c: c.agreed_on_time, lambda c: c.agreed_due),
        Indicator("online_rate", 20, lambda c: c.workers_online, lambda c: c.workers_expected),
        Indicator("full_mark_rate", 21, lambda c: c.full_mark_grids, lambda c: c.grids),
        Indicator("valid_report_rate", 22, lambda c: c.valid_reports, lambda c: c.reports),
    )
    return {row.code: row for row in rows}


INDICATORS = indicator_table()


def figures(counters: Counters, table: dict[str, Indicator] | None = None) -> dict[str, str | None]:
    """Return the value of every indicator."""
    return {code: row.value(counters) for code, row in (table or INDICATORS).items()}
