"""Marks on a case: urgent, a leader's instruction, duplicates linked and unlinked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from db.commands.door import Result, handles
from db.commands.flow import OnCase
from db.commands.intake import answer, close_with_main, needed
from db.errors import RuleError
from db.rules.checks import clean_text
from db.rules.permissions import Permission
from db.rules.steps import StepKind
from db.rules.terms import CLOSED_STATES, UNCOUNTED_STATES
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class UrgeCase(OnCase):
    """Mark a case 加急."""

    permission: ClassVar = Permission.CASE_MARK
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CalmCase(OnCase):
    """Take the mark 加急 away."""

    permission: ClassVar = Permission.CASE_MARK


@dataclass(frozen=True, kw_only=True)
class InstructCase(OnCase):
    """Record a leader's instruction word for word; the case becomes 加急."""

    permission: ClassVar = Permission.CASE_MARK
    text: str


@dataclass(frozen=True, kw_only=True)
class LinkDuplicate(OnCase):
    """Link a case to its main case; it is closed with it and not counted beside it.

    Where the main case is closed already, the duplicate is closed at once.
    """

    permission: ClassVar = Permission.CASE_ACCEPT
    main_id: int


@dataclass(frozen=True, kw_only=True)
class UnlinkDuplicate(OnCase):
    """Part a case from its main case again."""

    permission: ClassVar = Permission.CASE_ACCEPT
    reason: str = ""


@handles(UrgeCase)
def urge_case(work: Work, command: UrgeCase) -> Result:
    case = work.case(command.case_id, command.version)
    if case["is_urged"]:
        raise RuleError("already_urged")
    case.take(StepKind.URGE, reason=clean_text(command.reason, field="reason"), is_urged=True)
    return answer(case)


@handles(CalmCase)
def calm_case(work: Work, command: CalmCase) -> Result:
    case = work.case(command.case_id, command.version)
    if not case["is_urged"]:
        raise RuleError("not_urged")
    case.take(StepKind.CALM, is_urged=False)
    return answer(case)


@handles(InstructCase)
def instruct_case(work: Work, command: InstructCase) -> Result:
    case = work.case(command.case_id, command.version)
    text = needed(command.text, "instruction")
    case.take(StepKind.INSTRUCT, note=text, instruction=text, is_urged=True)
    return answer(case)


@handles(LinkDuplicate)
def link_duplicate(work: Work, command: LinkDuplicate) -> Result:
    case = work.case(command.case_id, command.version)
    main = work.case(command.main_id, None)
    no_main = main["duplicate_of"] is not None or main.state in UNCOUNTED_STATES
    if main.id == case.id or no_main or case.around.has_duplicates:
        raise RuleError("main_is_no_main", number=main.number)
    case.take(StepKind.LINK_DUPLICATE, note=main.number, duplicate_of=main.id)
    if main.state in CLOSED_STATES:
        close_with_main(work, case, main, main["result"])
    return answer(case)


@handles(UnlinkDuplicate)
def unlink_duplicate(work: Work, command: UnlinkDuplicate) -> Result:
    case = work.case(command.case_id, command.version)
    case.take(
        StepKind.UNLINK_DUPLICATE,
        reason=clean_text(command.reason, field="reason"),
        duplicate_of=None,
    )
    return answer(case)
