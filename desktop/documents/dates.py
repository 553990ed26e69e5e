"""Days and times as official papers write them: Arabic digits, no leading zeros."""

from datetime import date, datetime


def day(value: date | datetime | None) -> str:
    """Write a day, such as 2026年3月5日; nothing for None."""
    return f"{value.year}年{value.month}月{value.day}日" if value is not None else ""


def moment(value: date | datetime | None) -> str:
    """Write a day with its time, if it has one, such as 2026年3月5日17:30."""
    if isinstance(value, datetime):
        return f"{day(value)}{value.hour}:{value.minute:02}"
    return day(value)


def stamp(value: datetime | None) -> str:
    """Write a time for narrow columns, such as 2026-03-05 17:30."""
    return value.strftime("%Y-%m-%d %H:%M") if value is not None else ""
