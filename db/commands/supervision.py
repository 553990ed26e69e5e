"""Reminders of a case and answers to the suggestions of the supervision rules (domain.md §3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from db.commands.door import Command, Result, handles
from db.commands.flow import OnCase
from db.commands.intake import answer, needed
from db.errors import RuleError
from db.model.meeting import decision
from db.model.supervision import reminder, suggestion_answer
from db.queries.supervision import MEASURE_RANKS, SuggestionAnswer
from db.rules.checks import clean_name, clean_text
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.supervision import Measure, Trigger
from db.work import Work


class ReminderMeans(StrEnum):
    """How a unit is reminded: by the system, by telephone, by a visit."""

    SYSTEM = "system"  # the word that the queries look for, too
    PHONE = "phone"
    VISIT = "visit"


@dataclass(frozen=True, kw_only=True)
class RemindCase(OnCase):
    """催办 the unit that has to work on a case; a call or a visit tells with whom it was."""

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    means: ReminderMeans = ReminderMeans.SYSTEM
    spoke_with: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AnswerSuggestion(Command):
    """Adopt or ignore what the rules suggest; ignoring needs a reason.

    An ignored suggestion comes back when a harder measure is due.
    """

    permission: ClassVar = Permission.SUPERVISION_DRAFT
    case_id: int | None = None
    decision_id: int | None = None
    measure: Measure
    trigger: Trigger
    answer: SuggestionAnswer
    reason: str = ""


@handles(RemindCase)
def remind_case(work: Work, command: RemindCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.REMIND)
    means = command.means
    partner = clean_name(command.spoke_with, field="spoke_with")
    if means is not ReminderMeans.SYSTEM and not partner:
        raise RuleError("field_missing", field="spoke_with")
    note = clean_text(command.note, field="note")
    unit_id = case["lead_id"] or case["holder_id"]
    reminder_id = work.insert(
        reminder,
        street_id=work.actor.street_id,
        case_id=case.id,
        unit_id=unit_id,
        means=means.value,
        at=work.now,
        actor_id=work.actor.account_id,
        spoke_with=partner,
        note=note,
    )
    case.take(StepKind.REMIND, reason=means.value, note=note, target_id=unit_id)
    return {**answer(case), "reminder_id": reminder_id}


@handles(AnswerSuggestion)
def answer_suggestion(work: Work, command: AnswerSuggestion) -> Result:
    if (command.case_id is None) == (command.decision_id is None):
        raise RuleError("suggestion_without_object")
    if command.case_id is not None:
        work.case(command.case_id, None)
    else:
        work.row(decision, int(command.decision_id or 0))
    given = SuggestionAnswer(command.answer)
    reason = clean_text(command.reason, field="reason")
    if given is SuggestionAnswer.IGNORE:
        reason = needed(command.reason, "reason")
    answer_id = work.insert(
        suggestion_answer,
        street_id=work.actor.street_id,
        case_id=command.case_id,
        decision_id=command.decision_id,
        trigger=Trigger(command.trigger).value,
        level=MEASURE_RANKS[Measure(command.measure)],
        answer=given.value,
        reason=reason,
        actor_id=work.actor.account_id,
        at=work.now,
    )
    work.changed("suggestion", command.case_id or command.decision_id or 0)
    return {"answer_id": answer_id}
