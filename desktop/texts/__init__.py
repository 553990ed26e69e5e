"""All words that are not of one screen alone: labels of codes, sentences of errors, dates.

Labels and sentences are Chinese here and marked for translation; they are translated when shown,
if a window with another language runs. Nothing of Qt is imported for that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from desktop.texts import (
    case_labels,
    case_sentences,
    field_labels,
    file_sentences,
    first_step_texts,
    handover_texts,
    map_texts,
    meeting_sentences,
    office_labels,
    office_sentences,
    paper_texts,
    server_sentences,
    setting_texts,
    sign_on_sentences,
    supervision_sentences,
    task_sentences,
    text_sentences,
)
from desktop.texts.marking import QT_TRANSLATE_NOOP

P = ParamSpec("P")
R = TypeVar("R")

LABELS = {
    **case_labels.LABELS,
    **office_labels.LABELS,
    **field_labels.LABELS,
    **map_texts.LABELS,
    **setting_texts.LABELS,
    **first_step_texts.LABELS,
    **handover_texts.LABELS,
}
SENTENCES = {
    **case_sentences.SENTENCES,
    **supervision_sentences.SENTENCES,
    **meeting_sentences.SENTENCES,
    **office_sentences.SENTENCES,
    **task_sentences.SENTENCES,
    **text_sentences.SENTENCES,
    **file_sentences.SENTENCES,
    **sign_on_sentences.SENTENCES,
    **map_texts.SENTENCES,
    **setting_texts.SENTENCES,
    **first_step_texts.SENTENCES,
    **handover_texts.SENTENCES,
    **paper_texts.SENTENCES,
    **server_sentences.SENTENCES,
}

NOTHING = "—"
"""Stands for a figure without anything to divide by."""

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("weekdays", "一"),
    QT_TRANSLATE_NOOP("weekdays", "二"),
    QT_TRANSLATE_NOOP("weekdays", "三"),
    QT_TRANSLATE_NOOP("weekdays", "四"),
    QT_TRANSLATE_NOOP("weekdays", "五"),
    QT_TRANSLATE_NOOP("weekdays", "六"),
    QT_TRANSLATE_NOOP("weekdays", "日"),
)
_DAY = QT_TRANSLATE_NOOP("days", "{year}年{month}月{day}日")
_DAY_WITH_WEEKDAY = QT_TRANSLATE_NOOP("days", "{month}月{day}日（周{weekday}）")

_official: ContextVar[bool] = ContextVar("official", default=False)


def label(value: Enum | None) -> str:
    """Return what a code is called, in the language of the window; None gives an empty text."""
    if value is None:
        return ""
    return translated("labels", LABELS[f"{type(value).__name__}.{value.name}"])


def first_step_reason(step: Enum) -> str:
    """Return why a first step matters and how it is taken."""
    return translated("first_steps", first_step_texts.REASONS[step.name])


def field_name(name: str) -> str:
    """Return what a field is called; a field without a name of its own keeps its code."""
    source = LABELS.get(f"field.{name}")
    return name if source is None else translated("labels", source)


def paper_part(path: str) -> str:
    """Return what a part of a paper is called, such as 办理要求第2项 for ``demands[2]``."""
    found = ""
    for name, number in paper_texts.PARTS.findall(path):
        if number:
            found = translated("papers", paper_texts.NTH).format(name=found, number=number)
            continue
        source = paper_texts.NAMES.get(name)
        part = name if source is None else translated("papers", source)
        within = translated("papers", paper_texts.WITHIN)
        found = within.format(whole=found, part=part) if found else part
    return found


def indicator_name(code: str) -> str:
    """Return what an indicator is called."""
    return translated("labels", LABELS[f"indicator.{code}"])


def word(code: str) -> str:
    """Return a single word that stands in files and lists."""
    return translated("labels", LABELS[f"word.{code}"])


def setting_name(key: str) -> str:
    """Return what a setting is called; one without a name of its own keeps its key."""
    source = setting_texts.NAMES.get(key)
    return key if source is None else translated("settings", source)


def setting_effect(key: str) -> str:
    """Return what a setting touches."""
    return translated("settings", setting_texts.EFFECTS[key])


def rate(value: str | None) -> str:
    """Return a rate with its sign, or a dash where nothing was there to divide by."""
    return NOTHING if value is None else f"{value}%"


def day(value: date | None) -> str:
    """Return a day as 2026年11月16日."""
    if value is None:
        return ""
    return translated("days", _DAY).format(year=value.year, month=value.month, day=value.day)


def day_with_weekday(value: date) -> str:
    """Return a day as 11月16日（周一）."""
    return translated("days", _DAY_WITH_WEEKDAY).format(
        month=value.month, day=value.day, weekday=weekday(value.weekday())
    )


def weekday(number: int) -> str:
    """Return a weekday, Monday 0, as the one sign that follows 周."""
    return translated("weekdays", _WEEKDAYS[number])


def moment(value: datetime | None) -> str:
    """Return a moment as 2026年11月16日 09:00."""
    return "" if value is None else f"{day(value)} {value:%H:%M}"


def size(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    for unit, step in (("GB", 2**30), ("MB", 2**20), ("KB", 2**10)):
        if count >= step:
            return f"{count / step:.4g} {unit}"
    return f"{count} B"


def fact(step: Any) -> str:
    """Return one step of the arithmetic of a deadline (``db.rules.clock.Fact``) in words."""
    last = f"—{day_with_weekday(step.last_day)}" if step.last_day not in (None, step.day) else ""
    return label(step.code).format(
        moment=moment(step.moment),
        number=step.number,
        day="" if step.day is None else day_with_weekday(step.day),
        last_day=last,
        note=step.note,
    )


def translated(context: str, source: str) -> str:
    """Return a marked text in the language of the window, if there is a window."""
    if _official.get():
        return source
    qt = sys.modules.get("PySide6.QtCore")
    if qt is None:
        return source
    return str(qt.QCoreApplication.translate(context, source))


def official(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function write an office paper: Chinese, whatever language the window has."""

    @wraps(make)
    def written(*args: P.args, **named: P.kwargs) -> R:
        before = _official.set(True)
        try:
            return make(*args, **named)
        finally:
            _official.reset(before)

    return written
