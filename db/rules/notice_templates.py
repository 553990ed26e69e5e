"""The texts of notices and of what follows from them as templates: their places and their rules.

A place is 〔名称〕 and stands for a fact; a part in ［］ is left out when a place in it is empty.
Digits in 〔〕 are the year of a document number and stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from db.rules.supervision import Trigger

TEMPLATE_MOST = 600
NEAREST = 3

_COMMON = (
    "被督办单位", "单位负责人", "主管部门", "督办级别", "办结时限", "反馈时限",
    "事件编号", "事件名称", "指挥室",
)  # fmt: skip
_CASE = ("登记日期", "来源", "地点", "事项", "紧急程度")
_AGREED = ("议定编号", "议定内容", "议定时限")
_LATE = ("原定期限", "超期天数", "次数")
_BASIS = ("领导批示", "议定编号")
_END = ("扣分",)

_FURTHER = (
    "被督办单位", "单位负责人", "主管部门", "督办级别", "督办文号", "督办事项", "签发日期",
    "办结时限", "反馈时限", "当日", "街道", "指挥室",
)  # fmt: skip
_LISTED = (
    "挂牌日期", "挂牌机关", "挂牌文号", "督办事项", "责任单位", "责任领导", "整改时限",
    "阶段报告日", "街道",
)  # fmt: skip
_BULLETIN = ("期间", "督办件数", "销号件数", "按期销号率", "逾期件数", "扣分", "街道", "指挥室")

PLACES: dict[str, tuple[str, ...]] = {
    "opening_case": _COMMON + _CASE,
    "opening_agreed": _COMMON + _AGREED,
    **{f"problem_{trigger.value}": _COMMON + _LATE for trigger in Trigger},
    "problem_none": _COMMON + _LATE,
    "basis": _COMMON + _BASIS,
    **{f"demands_{level}": _COMMON for level in ("ordinary", "yellow", "red")},
    **{f"consequence_{level}": _COMMON + _END for level in ("ordinary", "yellow", "red")},
    "reminder_opening": (*_FURTHER, "逾期天数"),
    "reminder_request": (*_FURTHER, "催办次数", "回复时限"),
    "letter_sent": _FURTHER,
    "letter_request": _FURTHER,
    "letter_late": _FURTHER,
    "request_opening": _FURTHER,
    "request_told": _FURTHER,
    "request_asked": _FURTHER,
    "order_opening": _LISTED,
    "order_limits": _LISTED,
    "order_delisting": _LISTED,
    "bulletin_opening": _BULLETIN,
    "bulletin_whole": _BULLETIN,
    "bulletin_demands": _BULLETIN,
}
"""Code of a template → the places that it may hold, in the order in which they are offered."""

_PLACE = re.compile("〔([^〔〕［］]*)〕")
_YEAR = re.compile(r"\d{1,4}", re.ASCII)
_OPTIONAL = re.compile("［([^［］]*)］")
_PAIRS = (("〔", "〕"), ("［", "］"))


@dataclass(frozen=True)
class TemplateFault:
    """Why a template is refused: ``unknown`` (with the nearest places), ``brackets``, ``long``."""

    why: str
    place: str = ""
    nearest: tuple[str, ...] = ()


def template_fault(code: str, text: str) -> TemplateFault | None:
    """Say what is wrong with a template, or None."""
    if len(text) > TEMPLATE_MOST:
        return TemplateFault("long")
    if not _are_paired(text):
        return TemplateFault("brackets")
    for place in places_in(text):
        if place not in PLACES[code]:
            return TemplateFault("unknown", place, _nearest(place, PLACES[code]))
    return None


def places_in(text: str) -> Iterator[str]:
    """Yield the places of a template, in their order."""
    for found in _PLACE.findall(text):
        if not _YEAR.fullmatch(found):
            yield found


def filled(text: str, facts: Mapping[str, str]) -> str:
    """Return a template with its facts; a part in ［］ without its facts is left out."""

    def optional(found: re.Match[str]) -> str:
        part = found[1]
        return part if all(facts.get(place) for place in places_in(part)) else ""

    def place(found: re.Match[str]) -> str:
        return found[0] if _YEAR.fullmatch(found[1]) else facts.get(found[1], "")

    return _PLACE.sub(place, _OPTIONAL.sub(optional, text))


def _are_paired(text: str) -> bool:
    """Tell whether every bracket is closed before the next of its kind opens."""
    for left, right in _PAIRS:
        depth = 0
        for sign in text:
            depth += (sign == left) - (sign == right)
            if depth not in (0, 1):
                return False
        if depth:
            return False
    # A place may stand in an optional part, but not the other way round.
    return "［" not in "".join(re.findall("〔([^〕]*)〕", text))


def _nearest(place: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known places that look most like what was typed, the most likely first."""

    def likeness(one: str) -> float:
        return SequenceMatcher(None, place, one).ratio()

    return tuple(sorted(known, key=likeness, reverse=True)[:NEAREST])
