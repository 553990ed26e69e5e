"""The values of settings as a person reads them, and what was typed as the record takes it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from db.queries.rule_trials import RuleTrial
from db.rules.setting_fields import BY_KEY, SettingField, SettingUnit
from db.rules.supervision import Measure
from desktop import texts
from desktop.pages.figures_words import translate

_MINUTES_AN_HOUR = 60
_NO_REACH = (
    SettingUnit.YES_NO,
    SettingUnit.WORDS,
    SettingUnit.TEMPLATE,
    SettingUnit.DAY_HOURS,
)


def value_words(one: SettingField, value: Any) -> str:
    """Return a value with its unit: 2 个工作日, 24 小时, 不启用."""
    if one.unit is SettingUnit.YES_NO:
        return texts.word("yes" if value else "no")
    if one.unit is SettingUnit.WORDS:
        return str(value) if value else translate("settings", "未填")
    if one.unit is SettingUnit.TEMPLATE:
        return " ".join(str(value).split()) if value else translate("settings", "内置用语")
    if one.unit is SettingUnit.DAY_HOURS:
        return str(value)
    if value is None:
        return translate("settings", "不启用")
    if one.unit is SettingUnit.PERCENT:
        return f"{value}%"
    if one.unit is SettingUnit.POINTS:
        return translate("settings", "{n} 分").format(n=f"{value:g}".replace("-", "−"))
    if one.unit in (SettingUnit.MINUTES, SettingUnit.WORKING_MINUTES):
        return _minutes(one.unit, int(value))
    return f"{value} {texts.label(one.unit)}"


def setting_words(key: str, value: Any) -> tuple[str, str]:
    """Return what a setting is called and a value of it."""
    return texts.setting_name(key), value_words(BY_KEY[key], value)


def trial_words(trial: RuleTrial | None) -> str:
    """Return what a value of a supervision rule would change today."""
    if trial is None:
        return ""
    if trial.now == trial.then:
        return translate("settings", "按今天的事件试算：建议的督办不变。")
    words = translate("settings", "{measure} {before} → {after} 件")
    parts = [
        words.format(measure=texts.label(one), before=trial.now[one], after=trial.then[one])
        for one in Measure
        if trial.now[one] != trial.then[one]
    ]
    return translate("settings", "按今天的事件试算：{parts}。").format(parts="，".join(parts))


def reach_words(one: SettingField) -> str:
    """Return how far a value may go; nothing for one without bounds."""
    if one.unit in _NO_REACH:
        return ""
    words = translate("settings", "{least} 至 {most}")
    return words.format(least=str(one.least).replace("-", "−"), most=one.most)


def typed_value(one: SettingField, typed: str) -> Any:
    """Return what was typed as the command takes it; what is no number stays as it was typed.

    Nothing typed means the default, or off where a setting may be off.
    """
    words = typed.strip().replace("−", "-")
    if one.unit in (SettingUnit.WORDS, SettingUnit.DAY_HOURS):
        return words or None
    if not words:
        return None
    if one.unit is SettingUnit.POINTS:
        try:
            return float(Decimal(words))
        except InvalidOperation:
            return words
    return int(words) if words.removeprefix("-").isdecimal() else words


def _minutes(unit: SettingUnit, minutes: int) -> str:
    whole = minutes % _MINUTES_AN_HOUR == 0 and minutes >= _MINUTES_AN_HOUR
    count = minutes // _MINUTES_AN_HOUR if whole else minutes
    if unit is SettingUnit.WORKING_MINUTES:
        words = (
            translate("settings", "{n} 个工作小时")
            if whole
            else translate("settings", "{n} 分钟（工作时间）")
        )
    else:
        words = translate("settings", "{n} 小时") if whole else translate("settings", "{n} 分钟")
    return words.format(n=count)
