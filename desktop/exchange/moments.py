"""Read a moment from the many shapes in which tables carry it.

Moments are naive wall time of Asia/Shanghai, cut to the second, as the record keeps them.
A shape whose order of day and month is open ("5/6/2026", "26.5.25") is refused, not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

FIRST_YEAR = 1990
"""Nothing in the tables of a command room is older; such a date is a slip or an empty cell."""

_LOCAL = timezone(timedelta(hours=8))
_SERIAL_ZERO = datetime(1899, 12, 30)
_LAST_SERIAL = 73051  # the year 2100

_DAY = re.compile(
    r"(?P<year>\d{4})\s*(?:"
    r"(?P<mark>[-/.])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<day>\d{1,2})"
    r"|年\s*(?P<month_word>\d{1,2})\s*月\s*(?P<day_word>\d{1,2})\s*[日号]?"
    r"|(?P<month_close>\d{2})(?P<day_close>\d{2})"
    r")(?P<rest>.*)",
    re.DOTALL,
)
_WEEKDAY = re.compile(r"^\s*\(?(?:星期|周)[一二三四五六日天]\)?")
_CLOCK = re.compile(
    r"[\sT,]*(?P<half>上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|[AaPp][Mm])?\s*"
    r"(?P<hour>\d{1,2})\s*"
    r"(?:[时点](?:\s*整|(?P<half_hour>\s*半)|\s*(?P<minute_word>\d{1,2})\s*分?"
    r"(?:\s*(?P<second_word>\d{1,2})\s*秒)?)?"
    r"|:\s*(?P<minute>\d{1,2})(?:\s*:\s*(?P<second>\d{1,2})(?:[.,]\d{1,9})?)?)"
    r"\s*(?P<half_after>[AaPp][Mm])?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?\s*"
)
_CLOCK_CLOSE = re.compile(r"[\sT]*(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?\s*")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "pm"})


class MomentFault(ValueError):
    """A value that is no moment, or none that can be true; the code is ``bad_time``."""

    code = "bad_time"


def read_moment(value: object, not_after: datetime | None = None) -> datetime:
    """Return the moment that a cell means; refuse what cannot be or lies after `not_after`."""
    try:
        moment = _read(value)
    except (ValueError, OverflowError) as fault:
        raise MomentFault(str(fault)) from fault
    if moment.year < FIRST_YEAR:
        raise MomentFault("too early")
    if not_after is not None and moment > not_after:
        raise MomentFault("later than allowed")
    return moment


def _read(value: object) -> datetime:
    """Read by the kind of the cell."""
    if isinstance(value, datetime):
        return _to_second(_local(value))
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, bool):
        raise ValueError("no moment")
    if isinstance(value, (int, float)):
        return _from_number(value)
    if isinstance(value, str):
        return _from_text(unicodedata.normalize("NFKC", value).strip())
    raise ValueError("no moment")


def _from_number(value: float) -> datetime:
    """Read an Excel serial day, or digits that were typed as one number."""
    if value >= 19_000_000 and value == int(value):
        return _from_text(str(int(value)))
    if not 1 <= value <= _LAST_SERIAL:
        raise ValueError("no serial day")
    return _to_second(_SERIAL_ZERO + timedelta(days=value))


def _from_text(text: str) -> datetime:
    """Read a written day with or without a written time."""
    if _SERIAL.fullmatch(text):
        return _from_number(float(text))
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError("no day")
    part = found.groupdict()
    month = part["month"] or part["month_word"] or part["month_close"]
    number = part["day"] or part["day_word"] or part["day_close"]
    day = datetime(int(part["year"]), int(month), int(number))
    rest = _WEEKDAY.sub("", part["rest"])
    return day if not rest.strip() else _with_clock(day, rest)


def _with_clock(day: datetime, rest: str) -> datetime:
    """Add the written time to its day."""
    found = _CLOCK_CLOSE.fullmatch(rest) or _CLOCK.fullmatch(rest)
    if found is None:
        raise ValueError("no time of day")
    part = found.groupdict()
    half = (part.get("half") or part.get("half_after") or "").lower()
    hour = _hour(int(part["hour"]), half)
    minute = 30 if part.get("half_hour") else int(part["minute"] or part.get("minute_word") or 0)
    second = int(part["second"] or part.get("second_word") or 0)
    if hour == 24 and minute == second == 0:
        return day + timedelta(days=1)
    return _in_zone(day.replace(hour=hour, minute=minute, second=second), part.get("zone"))


def _hour(hour: int, half: str) -> int:
    """Return the hour of the day from an hour and the half of the day beside it."""
    if not half:
        return hour
    if half == "晚上" and hour == 12:
        raise ValueError("midnight of which day")
    if half == "中午":
        return hour + 12 if hour < 3 else hour
    if half in _AFTERNOON:
        return hour + 12 if hour < 12 else hour
    return 0 if hour == 12 else hour


def _in_zone(moment: datetime, zone: str | None) -> datetime:
    """Turn a time with a written zone into local wall time."""
    if not zone:
        return moment
    return _local(datetime.fromisoformat(moment.isoformat() + zone))


def _local(moment: datetime) -> datetime:
    """Return naive wall time of the product's zone."""
    return moment if moment.tzinfo is None else moment.astimezone(_LOCAL).replace(tzinfo=None)


def _to_second(moment: datetime) -> datetime:
    """Round to the second, because serial days carry the error of their fraction."""
    if not moment.microsecond:
        return moment
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
