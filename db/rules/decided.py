"""What an agreement of a meeting does to its case at once, and why it may not.

The meeting is no second path: the steps are those of ``step_table``, the limits those of
domain.md §1.7, the cards those of §3.2. What is asked here before a decision, for the words on
the screen and for the refusal, is asked again by the functions that act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from db.errors import NotAllowed, RuleError
from db.rules.agenda import DecisionKind
from db.rules.clock import Clock
from db.rules.extensions import extension_refusal, longest_extension
from db.rules.notice_states import LEVELS, NoticeAction, notice_refusal
from db.rules.steps import Standing, StepKind, assignment_step, refusal
from db.rules.supervision import may_raise
from db.rules.terms import OPEN_STATES, CaseState, Role, SupervisionLevel, Urgency


class EffectKind(StrEnum):
    """What was done to a case because a meeting decided so."""

    REASSIGNED = "reassigned"
    EXTENDED = "extended"
    DRAFTED = "drafted"
    """A supervision notice was drafted."""


EFFECTS: dict[DecisionKind, EffectKind] = {
    DecisionKind.REASSIGN: EffectKind.REASSIGNED,
    DecisionKind.EXTEND: EffectKind.EXTENDED,
    DecisionKind.SUPERVISE: EffectKind.DRAFTED,
}
"""Kinds of decision that act; the others are words that a unit carries out."""


@dataclass(frozen=True)
class DecidedCase:
    """A case before the meeting, and the role of who decides."""

    role: Role
    number: str
    state: CaseState
    urgency: Urgency
    due_at: datetime | None
    limit_hours: int | None
    return_count: int
    extension_count: int
    extended_days: int
    lead_id: int | None
    assist_ids: frozenset[int]

    @classmethod
    def of(cls, row: Mapping[str, Any], assist_ids: Iterable[int], role: Role) -> DecidedCase:
        """Return what matters of the columns of a case."""
        return cls(
            role=role,
            number=row["number"],
            state=CaseState(row["state"]),
            urgency=Urgency(row["urgency"]),
            due_at=row["due_at"],
            limit_hours=row["limit_hours"],
            return_count=row["return_count"],
            extension_count=row["extension_count"],
            extended_days=row["extended_days"],
            lead_id=row["lead_id"],
            assist_ids=frozenset(assist_ids),
        )

    def refuse_unless(self, kind: StepKind, to: CaseState, decided: DecisionKind) -> None:
        """Refuse a step that this role may not take on this case by deciding on it.

        :raises NotAllowed: ``decision_by_chair``, ``decision_by_director``.
        :raises RuleError: ``decision_cannot_<kind>`` or ``guard_<name>``.
        """
        standing = Standing(
            state=self.state,
            return_count=self.return_count,
            extension_count=self.extension_count,
            just_decided=True,
        )
        code = refusal(kind, to, self.role, standing)
        if code == "step_illegal":
            facts = {"number": self.number, "case_state": int(self.state)}
            raise RuleError(f"decision_cannot_{decided.value}", **facts)
        if code == "step_not_for_role":
            by_force = kind is StepKind.FORCE_ASSIGN
            raise NotAllowed(
                "decision_by_director" if by_force else "decision_by_chair",
                decision_kind=decided.value,
            )
        if code is not None:
            raise RuleError(code, step=kind.value, state=int(self.state), number=self.number)


def plan_reassignment(case: DecidedCase, lead_id: int, assist_ids: Iterable[int]) -> StepKind:
    """Return by which step the case goes to its new unit.

    :raises RecordError: the rules forbid it, or ``decision_same_unit``.
    """
    kind = assignment_step(case.state, case.return_count)
    case.refuse_unless(kind, CaseState.WAITING_SIGNATURE, DecisionKind.REASSIGN)
    is_held = case.state in (CaseState.WAITING_SIGNATURE, CaseState.IN_PROGRESS)
    if is_held and (lead_id, frozenset(assist_ids)) == (case.lead_id, case.assist_ids):
        raise RuleError("decision_same_unit", field="lead_id")
    return kind


def plan_extension(case: DecidedCase, until: datetime, now: datetime, clock: Clock) -> int:
    """Return by how many days the deadline is put off to reach the day of the agreement.

    :raises RecordError: the rules forbid it (domain.md §1.7).
    """
    case.refuse_unless(StepKind.GRANT_EXTENSION, case.state, DecisionKind.EXTEND)
    code = extension_refusal(case.role, case.urgency, case.extension_count)
    if code is not None:
        raise NotAllowed(code)
    due = case.due_at
    if due is None or now > due:
        raise RuleError("decision_extends_too_late", number=case.number, due=due)
    if case.urgency is Urgency.NORMAL and not clock.calendar.is_workday(until.date()):
        raise RuleError("decision_on_day_off", field="due_at", day=until.date())
    days = clock.days_until(case.urgency, due, until.date())
    if days < 1:
        raise RuleError("decision_extends_nothing", field="due_at", due=due)
    most = longest_extension(case.limit_hours, case.extended_days, clock.limits)
    if days > most.longest:
        facts = {"days": days, "longest": max(0, most.longest), "left": most.left}
        raise RuleError("decision_extends_too_far", field="due_at", **facts)
    return days


def plan_supervision(case: DecidedCase, standing: SupervisionLevel) -> SupervisionLevel:
    """Return the level of the notice to be drafted: the first one above what stands.

    :raises RecordError: the case is not open, the role drafts none, or ``decision_above_red``.
    """
    if case.state not in OPEN_STATES:
        facts = {"number": case.number, "case_state": int(case.state)}
        raise RuleError("decision_cannot_supervise", **facts)
    found = next((level for level in LEVELS if may_raise(standing, level)), None)
    if found is None:
        raise RuleError("decision_above_red", number=case.number)
    if notice_refusal(NoticeAction.DRAFT, None, found, case.role, is_own_unit=False):
        raise NotAllowed("decision_by_chair", decision_kind=DecisionKind.SUPERVISE.value)
    return found


def is_done(kind: DecisionKind, agreed: Mapping[str, Any]) -> bool:
    """Tell whether a decision did to its case already what it says; kinds of words owe nothing."""
    wanted = EFFECTS.get(kind)
    if wanted is None:
        return True
    earlier = [one for one in agreed["effects"] if one["kind"] == wanted]
    if wanted is not EffectKind.REASSIGNED or not earlier:
        return bool(earlier)
    last = earlier[-1]
    named = (agreed["lead_id"], sorted(agreed["assist_ids"]))
    return (last["unit_id"], sorted(last["assist_ids"])) == named


def what_stays(kind: DecisionKind, agreed: Mapping[str, Any]) -> tuple[EffectKind, ...]:
    """Return what was done to the case and is not what the changed decision says any more."""
    wanted = EFFECTS.get(kind)
    found: dict[EffectKind, None] = {}
    for effect in agreed["effects"]:
        done = EffectKind(effect["kind"])
        other_day = done is EffectKind.EXTENDED and _day(effect) != agreed["due_at"].date()
        other_unit = done is EffectKind.DRAFTED and effect["unit_id"] != agreed["lead_id"]
        if done is not wanted or other_day or other_unit:
            found[done] = None
    return tuple(found)


def _day(effect: Mapping[str, Any]) -> date:
    return datetime.fromisoformat(effect["new_due_at"]).date()
