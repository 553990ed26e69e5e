"""A registration is taken back by whoever made it, a moment after: the log keeps both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import func, select

from db.commands.door import Result, handles
from db.commands.flow import OnCase
from db.commands.intake import answer, needed
from db.errors import RuleError
from db.model.case import cases
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import CaseState
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class TakeBackCase(OnCase):
    """Withdraw a case that the same person has just registered and no unit has begun.

    Its number is never used again. A case that others were linked to stays.
    """

    permission: ClassVar = Permission.CASE_REGISTER
    reason: str


@handles(TakeBackCase)
def take_back_case(work: Work, command: TakeBackCase) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.TAKE_BACK, CaseState.VOID)
    linked = work.connection.execute(
        select(func.count()).select_from(cases).where(cases.c.duplicate_of == case.id)
    ).scalar_one()
    if linked:
        raise RuleError("take_back_has_duplicates", number=case.number, count=linked)
    reason = needed(command.reason, "reason")
    case.take(
        StepKind.TAKE_BACK, CaseState.VOID, reason=reason, void_reason=reason, closed_at=work.now
    )
    return answer(case)
