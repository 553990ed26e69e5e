"""How figures are put into words: numbers, changes, periods, names of counters and holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from db.queries.statistics import FigureScope, GroupBy, TrendPoint
from db.rules.counters import Counters
from db.rules.indicators import indicator_table
from db.rules.numbering import IsoWeek
from db.rules.rates import growth, points
from desktop import texts
from desktop.pages.figures_seen import Span, Wanted

WEEK_DAYS = 7
NEUTRAL = frozenset({"registered", "closed", "transferred", "transfer_rate", "not_transferred"})
"""Figures of which more is neither good nor bad."""


@dataclass(frozen=True)
class Change:
    """A change against an earlier period: words and the tone of a chip."""

    words: str
    tone: str


def translate(context: str, source: str) -> str:
    """Return a text in the language of the window; lupdate finds the calls by this name."""
    return str(QCoreApplication.translate(context, source))


def number(value: int) -> str:
    """Return a count with separators."""
    return f"{value:,}"


def days(start: date, end: date) -> str:
    """Return a period as 2026-01-01 至 2026-06-30."""
    return translate("figures", "{start} 至 {end}").format(
        start=start.isoformat(), end=end.isoformat()
    )


def short_days(start: date, end: date) -> str:
    """Return a period within a year as 4-27 至 5-03."""
    if start == end:
        return f"{start.month}-{start.day:02}"
    first, last = f"{start.month}-{start.day:02}", f"{end.month}-{end.day:02}"
    return translate("figures", "{first} 至 {last}").format(first=first, last=last)


def period_name(wanted: Wanted, today: date) -> str:
    """Return what the looked-at period is called, with its days."""
    start, end = wanted.days(today)
    if wanted.span is Span.WEEK:
        week = IsoWeek.of(start)
        name = translate("figures", "{year} 年第 {week} 周").format(year=week.year, week=week.week)
        return translate("figures", "{name}（{days}）").format(
            name=name, days=short_days(start, end)
        )
    if wanted.span is Span.MONTH:
        return translate("figures", "{year} 年 {month} 月").format(
            year=start.year, month=start.month
        )
    if wanted.span is Span.QUARTER:
        quarter = (start.month + 2) // 3
        return translate("figures", "{year} 年第 {n} 季度").format(year=start.year, n=quarter)
    if wanted.span is Span.HALF:
        first, second = (
            translate("figures", "{year} 年上半年"),
            translate("figures", "{year} 年下半年"),
        )
        return (first if start.month == 1 else second).format(year=start.year)
    if wanted.span is Span.YEAR:
        return translate("figures", "{year} 年").format(year=start.year)
    if wanted.span is Span.DAY:
        return texts.day_with_weekday(start)
    return days(start, end)


def bucket_name(point: TrendPoint, by: GroupBy) -> str:
    """Return a day, week or month of the trend in full."""
    if by is GroupBy.WEEK:
        week = IsoWeek.of(point.start).week
        span = short_days(point.start, point.end)
        whole = translate("figures", "第 {week} 周 · {days}").format(week=week, days=span)
        count = (point.end - point.start).days + 1
        if count == WEEK_DAYS:
            return whole
        return translate("figures", "{week}（仅 {n} 天）").format(week=whole, n=count)
    if by is GroupBy.MONTH:
        return translate("figures", "{year} 年 {month} 月").format(
            year=point.start.year, month=point.start.month
        )
    return texts.day_with_weekday(point.start)


def bucket_label(point: TrendPoint, by: GroupBy) -> str:
    """Return a day, week or month of the trend as it stands on the axis."""
    if by is GroupBy.MONTH:
        return translate("figures", "{month} 月").format(month=point.start.month)
    return f"{point.start.month}-{point.start.day:02}"


def change(
    code: str, label: str, current: Counters, earlier: Counters, *, fair: bool, short: bool
) -> Change:
    """Return how an indicator changed; rates change by percentage points.

    :param short: for the faint note: a sign instead of an arrow.
    """
    indicator = indicator_table(fair_is_satisfied=fair)[code]
    now, before = indicator.value(current), indicator.value(earlier)
    if indicator.denominator is None:
        moved = growth(int(now or 0), int(before or 0))
        unit = "%"
    else:
        moved = points(now, before)
        unit = translate("figures", " 点")
    if moved is None:
        return Change(f"{label} {texts.NOTHING}", "grey")
    amount = Decimal(moved)
    if not amount:
        return Change(translate("figures", "{label} 持平").format(label=label), "grey")
    if short:
        sign = "+" if amount > 0 else "−"
        return Change(f"{label} {sign}{abs(amount)}{unit}", "grey")
    arrow = "↑" if amount > 0 else "↓"
    is_good = (amount > 0) is not indicator.lower_is_better
    tone = "grey" if code in NEUTRAL else "green" if is_good else "amber"
    return Change(f"{arrow} {label} {abs(amount)}{unit}", tone)


def rank_change(rank: int | None, before: int | None) -> Change:
    """Return how a place moved since the period before, with the tone of its words."""
    if rank is None:
        return Change("", "text2")
    if before is None:
        return Change(translate("figures", "新上榜"), "text2")
    moved = before - rank
    if not moved:
        return Change(translate("figures", "持平"), "text2")
    up, down = translate("figures", "↑ 升 {n}"), translate("figures", "↓ 降 {n}")
    return Change((up if moved > 0 else down).format(n=abs(moved)), "ok" if moved > 0 else "danger")


def basis_words(scope: FigureScope) -> str:
    """Return basis, days and cut-off, as they stand under every table."""
    cutoff = f"{scope.cutoff:%Y-%m-%d %H:%M}" if scope.cutoff else texts.NOTHING
    return translate("figures", "口径：{basis} · 时期 {days} · 截至 {cutoff}").format(
        basis=texts.label(scope.basis), days=days(scope.start, scope.end), cutoff=cutoff
    )


def counter_name(counter: str) -> str:
    """Return what a counter counts, as it stands in the title of its list."""
    names = {
        "registered": translate("figures", "录入"),
        "closed": translate("figures", "办结"),
        "open": translate("figures", "未办结"),
        "transferred": translate("figures", "流转"),
        "on_time": translate("figures", "按期办结"),
        "overdue_closed": translate("figures", "超期办结"),
        "overdue_open": translate("figures", "超期未办结"),
        "due": translate("figures", "应办结"),
        "signed_on_time": translate("figures", "按时签收"),
        "sign_due": translate("figures", "应签收"),
        "satisfied": translate("figures", "满意"),
        "satisfied_or_fair": translate("figures", "满意和基本满意"),
        "visits": translate("figures", "有效回访"),
        "rework_cases": translate("figures", "返工"),
        "extension_cases": translate("figures", "延期"),
        "return_count": translate("figures", "退回过"),
        "assign_count": translate("figures", "交办过"),
    }
    return names.get(counter, counter)


def holiday_name(code: str) -> str:
    """Return the name of a holiday by its code in the calendar; other notes stay as they are."""
    names = {
        "new_years_day": translate("figures", "元旦"),
        "spring_festival": translate("figures", "春节"),
        "tomb_sweeping_day": translate("figures", "清明"),
        "labour_day": translate("figures", "劳动节"),
        "dragon_boat_festival": translate("figures", "端午"),
        "mid_autumn_festival": translate("figures", "中秋"),
        "national_day": translate("figures", "国庆"),
    }
    return names.get(code, code)


def day_name(weekday: int) -> str:
    """Return a weekday, Monday 0, as 周一."""
    return translate("figures", "周{weekday}").format(weekday=texts.weekday(weekday))
