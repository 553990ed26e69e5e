"""Read dates as people type them: 11-27 17:30, 明天 9点, 周五, +3."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.widgets.wide_letters import narrow

_DAYS = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "昨天": -1, "前天": -2}
_WEEK = "一二三四五六日"
_LATER = {"上午": 0, "早上": 0, "下午": 12, "晚上": 12, "中午": 12}


def read_date_words(words: str, now: datetime, usual: time = time(0, 0)) -> datetime | None:
    """Return what `words` mean at `now`; without a time of day it is `usual`; None if unclear."""
    text = narrow(words).strip().replace("：", ":").replace("。", ".")
    if not text:
        return None
    if text in ("现在", "此刻"):
        return now.replace(second=0, microsecond=0)
    text, clock = _split_time(text)
    day = _read_day(text.strip(), now) if text.strip() else now.date() if clock else None
    if day is None:
        return None
    return datetime.combine(day, clock or usual, tzinfo=now.tzinfo)


def date_words(moment: datetime, now: datetime, *, with_time: bool = True) -> str:
    """Return `moment` as it is shown: with the year when it would be read as another one."""
    near = _near_date(now.date(), None, moment.month, moment.day)
    shape = "%m-%d" if near == moment.date() else "%Y-%m-%d"
    shown = f"{moment.strftime(shape)} {_shown_weekday(moment.weekday())}"
    return f"{shown} {moment:%H:%M}" if with_time else shown


def _shown_weekday(number: int) -> str:
    """Return a weekday, Monday 0, in the language of the screen."""
    translate = QCoreApplication.translate
    return (
        translate("date_words", "周一"),
        translate("date_words", "周二"),
        translate("date_words", "周三"),
        translate("date_words", "周四"),
        translate("date_words", "周五"),
        translate("date_words", "周六"),
        translate("date_words", "周日"),
    )[number]


def _split_time(text: str) -> tuple[str, time | None]:
    part_of_day = r"(上午|早上|下午|晚上|中午)?"
    shape = part_of_day + r"\s*(\d{1,2})\s*(?::|点|时)\s*(\d{1,2}|半)?\s*分?\s*(?::\d{2})?$"
    found = re.search(shape, text)
    if found is None:
        found = re.search(r"(?<=[\s日号一二三四五六天])()(\d{2})(\d{2})$", text)
    if found is None:
        return text, None
    part, hours, minutes = found.groups()
    hour = int(hours)
    if part and hour < 12:
        hour += _LATER[part] if part != "中午" or hour < 11 else 0
    minute = 30 if minutes == "半" else int(minutes or 0)
    if hour > 23 or minute > 59:
        return text, None
    return text[: found.start()], time(hour, minute)


def _read_day(text: str, now: datetime) -> date | None:
    today = now.date()
    if text in _DAYS:
        return today + timedelta(days=_DAYS[text])
    if found := re.fullmatch(r"\+(\d{1,3})天?", text):
        return today + timedelta(days=int(found[1]))
    # What we show ourselves carries the weekday behind the date; it is decoration.
    text = re.sub(r"(?<=[\d日号])\s*(?:(?:周|星期)[一二三四五六日天]|[A-Z][a-z]{2})$", "", text)
    if found := re.fullmatch(r"(本|这|下|下下)?(?:周|星期|礼拜)([一二三四五六日天])", text):
        return _weekday(today, found[1] or "", found[2])
    if found := re.fullmatch(r"(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?", text):
        return _near_date(today, found[1], int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{4})?(\d{2})(\d{2})", text):
        return _near_date(today, found[1], int(found[2]), int(found[3]))
    if found := re.fullmatch(r"(\d{1,2})[日号]", text):
        return _near_date(today, None, today.month, int(found[1]))
    return None


def _weekday(today: date, which: str, day: str) -> date:
    wanted = _WEEK.index("日" if day == "天" else day)
    monday = today - timedelta(days=today.weekday())
    if which in ("下", "下下"):
        return monday + timedelta(days=7 * len(which) + wanted)
    found = monday + timedelta(days=wanted)
    # A bare weekday that is over means the coming one.
    return found + timedelta(days=7) if not which and found < today else found


def _near_date(today: date, year: str | None, month: int, day: int) -> date | None:
    years = (int(year),) if year is not None else (today.year, today.year + 1, today.year - 1)
    found = [day_found for y in years if (day_found := _date(y, month, day)) is not None]
    return min(found, key=lambda d: abs((d - today).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None for a 30 February; 29 February exists in its own years only."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
