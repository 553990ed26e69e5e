"""Every setting of a street: what it is counted in, what it is without a word, how far it goes.

A setting is one value, or a group of named fields. What a street says is kept as patches with the
day from which they hold; later patches lie over earlier ones (:func:`laid_over`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Any

from db.rules.calendar import USUAL_HOURS, hours_of
from db.rules.checks import PHONE_MOST
from db.rules.limits import Limits
from db.rules.notice_templates import PLACES, TEMPLATE_MOST
from db.rules.supervision import SupervisionRules

LIMITS, SUPERVISION, NOTICE_TEXTS = "limits", "supervision", "notice_texts"
WORKING_HOURS = "working_hours"
GROUPS: dict[str, type[Any]] = {LIMITS: Limits, SUPERVISION: SupervisionRules}
"""Settings that are the fields of a group of rules."""
GROUP_NAMES = frozenset({*GROUPS, NOTICE_TEXTS})
"""Settings of which only the named fields are changed."""

SPOT_CHECK_PERCENT = 5
"""Default share of self-handled cases that go to verification (domain.md §1.3)."""


class SettingUnit(StrEnum):
    """What the value of a setting is counted in."""

    WORKING_MINUTES = "working_minutes"
    MINUTES = "minutes"
    WORKDAYS = "workdays"
    HOURS = "hours"
    PERCENT = "percent"
    TIMES = "times"
    MEETINGS = "meetings"
    POINTS = "points"
    YES_NO = "yes_no"
    DAY_HOURS = "day_hours"
    """The hours of a working day, as 08:30-12:00 14:00-17:30."""
    WORDS = "words"
    TEMPLATE = "template"
    """A text with places; an empty one is the built-in text."""


class SettingTopic(StrEnum):
    """On which list of the office a setting stands."""

    LIMITS = "limits"
    SUPERVISION = "supervision"
    PAPERS = "papers"


_REACH: dict[SettingUnit, tuple[int, int]] = {
    SettingUnit.WORKING_MINUTES: (1, 4_800),
    SettingUnit.MINUTES: (1, 20_160),
    SettingUnit.WORKDAYS: (1, 60),
    SettingUnit.HOURS: (1, 720),
    SettingUnit.PERCENT: (1, 100),
    SettingUnit.TIMES: (1, 10),
    SettingUnit.MEETINGS: (1, 10),
    SettingUnit.POINTS: (-99, 0),
}
"""Unit → least and most that a sane office would say."""


@dataclass(frozen=True)
class SettingField:
    """One value that the office may set; ``field`` is empty for a setting of one value."""

    name: str
    field: str
    unit: SettingUnit
    topic: SettingTopic
    default: Any
    least: int = 0
    most: int = 0
    may_be_off: bool = False

    @property
    def key(self) -> str:
        """The one name by which it is called, such as ``limits.normal_sign_days``."""
        return f"{self.name}.{self.field}" if self.field else self.name


@dataclass(frozen=True)
class OutOfReach:
    """Why a value is refused: ``bounds``, ``kind`` or ``order`` (with the field that it passes)."""

    field: SettingField
    why: str
    other: SettingField | None = None


ORDERS: tuple[tuple[str, ...], ...] = (
    (
        "supervision.ordinary_overdue_days",
        "supervision.yellow_overdue_days",
        "supervision.red_overdue_days",
    ),
    (
        "supervision.ordinary_overdue_minutes",
        "supervision.yellow_overdue_minutes",
        "supervision.red_overdue_minutes",
    ),
    ("supervision.no_feedback_yellow_days", "supervision.no_feedback_red_days"),
)
"""Fields of which each must be smaller than the next; one that is off is passed over."""


def _group(
    name: str, topic: SettingTopic, units: Mapping[SettingUnit, str]
) -> Iterator[SettingField]:
    default = GROUPS[name]()
    for unit, fields in units.items():
        least, most = _REACH[unit]
        for field in fields.split():
            value = getattr(default, field)
            off = field.startswith("no_feedback")
            kept = plain_number(value) if isinstance(value, Decimal) else value
            yield SettingField(name, field, unit, topic, kept, least, most, off)


def plain_number(value: Any) -> int | float:
    """Return points as JSON keeps them: a whole number where it is one."""
    number = Decimal(str(value))
    return int(number) if number == number.to_integral_value() else float(number)


def _catalogue() -> Iterator[SettingField]:
    unit, topic = SettingUnit, SettingTopic
    found = {
        one.field: one
        for one in _group(
            LIMITS,
            topic.LIMITS,
            {
                unit.WORKING_MINUTES: "normal_accept_minutes return_audit_minutes",
                unit.MINUTES: (
                    "urgent_accept_minutes urgent_sign_minutes urgent_feedback_minutes"
                    " urgent_verify_minutes major_accept_minutes major_sign_minutes"
                    " major_feedback_minutes major_report_minutes major_follow_up_minutes"
                    " major_verify_minutes urgent_return_audit_minutes"
                    " major_return_audit_minutes urgent_yellow_minutes"
                ),
                unit.WORKDAYS: (
                    "normal_sign_days normal_feedback_days normal_verify_days"
                    " max_extension_days yellow_workdays"
                ),
                unit.HOURS: "urgent_max_hours major_max_hours",
                unit.PERCENT: "yellow_percent",
            },
        )
    }
    for stage in ("accept", "sign", "feedback", "verify", "return_audit"):
        for field in (
            f"normal_{stage}_minutes", f"normal_{stage}_days", f"{stage}_minutes",
            f"urgent_{stage}_minutes", f"major_{stage}_minutes",
        ):  # fmt: skip
            if field in found:
                yield found.pop(field)
    yield from found.values()
    yield SettingField(
        "spot_check_percent", "", unit.PERCENT, topic.LIMITS, SPOT_CHECK_PERCENT, 0, 100
    )
    yield SettingField(WORKING_HOURS, "", unit.DAY_HOURS, topic.LIMITS, USUAL_HOURS)
    yield SettingField("fair_is_satisfied", "", unit.YES_NO, topic.LIMITS, False)
    yield from _group(
        SUPERVISION,
        topic.SUPERVISION,
        {
            unit.WORKDAYS: (
                "ordinary_overdue_days yellow_overdue_days red_overdue_days"
                " signature_overdue_days no_feedback_yellow_days no_feedback_red_days"
                " notice_limit_days"
            ),
            unit.MINUTES: "ordinary_overdue_minutes yellow_overdue_minutes red_overdue_minutes",
            unit.TIMES: "red_rework_count",
            unit.MEETINGS: "agreed_missed_meetings",
            unit.POINTS: "ordinary_points yellow_points red_points",
        },
    )
    for code in PLACES:
        yield SettingField(NOTICE_TEXTS, code, unit.TEMPLATE, topic.PAPERS, "", 0, TEMPLATE_MOST)
    yield SettingField("contact_phone", "", unit.WORDS, topic.PAPERS, "", 0, PHONE_MOST)


SETTINGS: tuple[SettingField, ...] = tuple(_catalogue())
"""Every setting, in the order in which the office reads them."""

BY_KEY: dict[str, SettingField] = {one.key: one for one in SETTINGS}


def fields_of(name: str) -> tuple[SettingField, ...]:
    """Return the fields of a setting; none for a name that is no setting."""
    return tuple(one for one in SETTINGS if one.name == name)


def laid_over(patches: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return what patches (name, value), the oldest first, say together.

    A field or a value of None says nothing any more: its default holds.
    """
    said: dict[str, Any] = {}
    for name, value in patches:
        if name in GROUP_NAMES:
            group = {**said.get(name, {}), **(value or {})}
            said[name] = {field: one for field, one in group.items() if one is not None}
        elif value is None:
            said.pop(name, None)
        else:
            said[name] = value
    return said


def value_of(said: Mapping[str, Any], one: SettingField) -> Any:
    """Return what holds for a field: what was said, or its default."""
    if one.field:
        return said.get(one.name, {}).get(one.field, one.default)
    return said.get(one.name, one.default)


def out_of_reach(one: SettingField, value: Any) -> OutOfReach | None:
    """Say why a value cannot be taken for a field, or None; None as a value is the default."""
    if value is None:
        return None
    if one.unit is SettingUnit.YES_NO:
        return None if isinstance(value, bool) else OutOfReach(one, "kind")
    if one.unit in (SettingUnit.WORDS, SettingUnit.TEMPLATE):
        return None if isinstance(value, str) else OutOfReach(one, "kind")
    if one.unit is SettingUnit.DAY_HOURS:
        fits = isinstance(value, str) and hours_of(value) is not None
        return None if fits else OutOfReach(one, "kind")
    if one.unit is SettingUnit.POINTS:
        return _points_out_of_reach(one, value)
    if type(value) is not int:
        return OutOfReach(one, "kind")
    return None if one.least <= value <= one.most else OutOfReach(one, "bounds")


def out_of_order(said: Mapping[str, Any]) -> OutOfReach | None:
    """Say which field is not smaller than the one that comes after it, or None."""
    for order in ORDERS:
        kept = [(BY_KEY[key], value_of(said, BY_KEY[key])) for key in order]
        for (lower, low), (higher, high) in pairwise([one for one in kept if one[1] is not None]):
            if low >= high:
                return OutOfReach(lower, "order", higher)
    return None


def _points_out_of_reach(one: SettingField, value: Any) -> OutOfReach | None:
    if isinstance(value, bool):
        return OutOfReach(one, "kind")
    try:
        points = Decimal(str(value))
        fits = one.least <= points <= one.most and points == round(points, 3)
    except (InvalidOperation, ValueError):
        return OutOfReach(one, "kind")
    return None if fits else OutOfReach(one, "bounds")
