"""What a decision will do to its case, what it did, and what stays of it: in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.queries.decisions import DecisionRow
from db.queries.effects import Effect
from db.queries.outlook import Outlook
from db.rules.agenda import DecisionKind
from db.rules.decided import EFFECTS, EffectKind
from db.rules.notice_states import UNNUMBERED_STATES
from db.rules.steps import StepKind
from desktop import texts
from desktop.errors import sentence
from desktop.pages.meeting_words import day_and_time


def outlook_words(seen: Outlook, unit: str) -> tuple[str, str]:
    """Return what will happen and its tone; empty for a kind that does nothing by itself."""
    if seen.refusal is not None:
        return sentence(seen.refusal), "danger"
    if seen.kind is DecisionKind.REASSIGN:
        return _assignment_words(seen, unit), "brand"
    if seen.kind is DecisionKind.EXTEND:
        return _extension_words(seen), "brand"
    if seen.kind is DecisionKind.SUPERVISE:
        words = QCoreApplication.translate(
            "meeting_effects", "将起草{level}通知单，督办依据写明本次议定，由经办人核对后送审"
        )
        return words.format(level=texts.label(seen.level)), "brand"
    return "", ""


def effect_words(effect: Effect) -> str:
    """Return what was done and what has become of it since, in one line."""
    if effect.kind is EffectKind.REASSIGNED:
        done = texts.label(effect.kind)
        if effect.step is StepKind.FORCE_ASSIGN:
            done = QCoreApplication.translate("meeting_effects", "已强制指派")
        elif effect.step is StepKind.ASSIGN:
            done = QCoreApplication.translate("meeting_effects", "已交办")
        words = QCoreApplication.translate("meeting_effects", "{done}给{unit}，应于 {date} 前签收")
        moment = effect.sign_due_at
        if effect.signed_at is not None:
            words = QCoreApplication.translate("meeting_effects", "{done}给{unit}，{date} 签收")
            moment = effect.signed_at
        return words.format(
            done=done, unit=effect.unit_name, date=day_and_time(moment) if moment else ""
        )
    if effect.kind is EffectKind.EXTENDED:
        words = QCoreApplication.translate(
            "meeting_effects", "已延期 {n} 天：原时限 {old} → 新时限 {new}"
        )
        old, new = effect.old_due_at, effect.new_due_at
        return words.format(
            n=effect.days,
            old=day_and_time(old) if old else "",
            new=day_and_time(new) if new else "",
        )
    if effect.notice_state in (None, *UNNUMBERED_STATES) or not effect.notice_number:
        words = QCoreApplication.translate("meeting_effects", "{level}通知单：{state}，尚未编号")
    else:
        words = QCoreApplication.translate("meeting_effects", "{level}通知单 {number}：{state}")
    state = texts.label(effect.notice_state) if effect.notice_state else ""
    return words.format(level=texts.label(effect.level), number=effect.notice_number, state=state)


def short_words(effect: Effect) -> str:
    """Return what was done as briefly as a list allows."""
    if effect.kind is EffectKind.REASSIGNED:
        words = QCoreApplication.translate("meeting_effects", "已改派{unit}")
        if effect.signed_at is not None:
            words = QCoreApplication.translate("meeting_effects", "{unit}已签收")
        return words.format(unit=effect.unit_name)
    if effect.kind is EffectKind.EXTENDED and effect.new_due_at is not None:
        words = QCoreApplication.translate("meeting_effects", "时限延至 {day}")
        return words.format(day=f"{effect.new_due_at:%m-%d}")
    if effect.notice_number:
        return effect.notice_number
    state = texts.label(effect.notice_state) if effect.notice_state else ""
    return QCoreApplication.translate("meeting_effects", "督办单{state}").format(state=state)


def stays_words(effects: Sequence[Effect], kinds: Collection[str]) -> str:
    """Return, for what was done and does not go back by itself, that it stays and what to do."""
    said = []
    for kind in dict.fromkeys(kinds):
        last = next((one for one in reversed(effects) if one.kind == kind), None)
        if last is not None:
            said.append(_stays(last))
    return "\n".join(said)


def effect_here(agreed: DecisionRow | None, given: Mapping[str, Any]) -> Effect | None:
    """Return what a decision did already of what is given now, or None."""
    wanted = EFFECTS.get(given["kind"])
    found = [one for one in agreed.effects if one.kind is wanted] if agreed is not None else []
    if not found:
        return None
    named = (given["lead_id"], sorted(given["assist_ids"]))
    other = (found[-1].unit_id, sorted(found[-1].assist_ids)) != named
    return None if wanted is EffectKind.REASSIGNED and other else found[-1]


def notice_of(row: DecisionRow | None) -> int | None:
    """Return the notice that a decision had drafted, or None."""
    ids = [one.notice_id for one in row.effects if one.notice_id] if row is not None else []
    return ids[-1] if ids else None


def _assignment_words(seen: Outlook, unit: str) -> str:
    forms = {
        StepKind.ASSIGN: QCoreApplication.translate(
            "meeting_effects", "将交办给{unit}，签收时限 {sign}，办结时限 {due}"
        ),
        StepKind.FORCE_ASSIGN: QCoreApplication.translate(
            "meeting_effects",
            "将强制指派给{unit}（不能再退回），签收时限 {sign}，办结时限 {due} 不变",
        ),
    }
    usual = QCoreApplication.translate(
        "meeting_effects", "将改派给{unit}，签收时限 {sign}，办结时限 {due} 不变"
    )
    words = forms.get(seen.step, usual) if seen.step else usual
    return words.format(
        unit=unit,
        sign=day_and_time(seen.sign_due_at) if seen.sign_due_at else "",
        due=day_and_time(seen.due_at) if seen.due_at else "",
    )


def _extension_words(seen: Outlook) -> str:
    words = QCoreApplication.translate("meeting_effects", "原时限 {old} → 新时限 {new}，延 {n} 天")
    if seen.asked_days:
        words = QCoreApplication.translate(
            "meeting_effects",
            "原时限 {old} → 新时限 {new}，延 {n} 天；单位申请延 {asked} 天，一并答复",
        )
    return words.format(
        old=day_and_time(seen.due_at) if seen.due_at else "",
        new=day_and_time(seen.new_due_at) if seen.new_due_at else "",
        n=seen.days,
        asked=seen.asked_days,
    )


def _stays(effect: Effect) -> str:
    if effect.kind is EffectKind.REASSIGNED:
        words = QCoreApplication.translate(
            "meeting_effects",
            "事件已改派给{unit}，不会自动改回；要改回，请再议一次改派。",
        )
        return words.format(unit=effect.unit_name)
    if effect.kind is EffectKind.EXTENDED:
        words = QCoreApplication.translate(
            "meeting_effects",
            "事件的办结期限已延至 {date}，不会随之改变；再要延，请另立一项延期。",
        )
        date = effect.new_due_at
        return words.format(date=day_and_time(date) if date else "")
    return QCoreApplication.translate(
        "meeting_effects",
        "已起草的督办通知单还在，没有随之撤销或修改；请到督办页修改或撤销它。",
    )
