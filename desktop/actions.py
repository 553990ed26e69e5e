"""The actions on a case: words, icon, key, what they ask and which command they send.

Buttons ask the same step rules as the command does (``CaseDetail.possible``); the command decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from db.commands import Command, exceptions, flow, intake, marks, supervision
from db.rules.steps import StepKind
from db.rules.terms import ReturnReason, Satisfaction


class Ask(StrEnum):
    """What an action needs to be told before it is sent."""

    NOTHING = "nothing"
    ASSIGNMENT = "assignment"
    TEXT = "text"
    OPTIONAL_TEXT = "optional_text"
    RETURN = "return"
    EXTENSION = "extension"
    DECISION = "decision"
    DAY = "day"
    SATISFACTION = "satisfaction"
    REMINDER = "reminder"
    MAIN_CASE = "main_case"
    FILE = "file"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Action:
    """One thing that a person may do to a case.

    ``build`` makes the command from case id, version and what was asked.
    """

    id: str
    words: str
    icon: str
    kinds: tuple[StepKind, ...]
    build: Callable[[int, int, dict[str, Any]], Command]
    asks: Ask = Ask.NOTHING
    question: str = ""
    key: str = ""
    kind: str = "normal"
    weight: int = 50
    extra: dict[str, Any] = field(default_factory=dict)

    def label(self) -> str:
        """Return the words in the language of the screen."""
        return QCoreApplication.translate("actions", self.words)

    def prompt(self) -> str:
        """Return the question in the language of the screen."""
        return QCoreApplication.translate("actions", self.question) if self.question else ""


def _on_case(command: type[flow.OnCase], **names: str) -> Callable[..., Command]:
    """Return a builder that passes answers to the fields of a command by name."""

    def build(case_id: int, version: int, given: dict[str, Any]) -> Command:
        facts = {target: given[source] for target, source in names.items() if source in given}
        return command(case_id=case_id, version=version, **facts)

    return build


def _with_case(command: type[Command], **names: str) -> Callable[..., Command]:
    def build(case_id: int, version: int, given: dict[str, Any]) -> Command:
        facts = {target: given[source] for target, source in names.items() if source in given}
        return command(case_id=case_id, version=version, **facts)  # type: ignore[call-arg]

    return build


K = StepKind
_T = QT_TRANSLATE_NOOP

ACTIONS: tuple[Action, ...] = (
    Action(
        "accept",
        _T("actions", "受理"),
        "check",
        (K.ACCEPT,),
        _with_case(intake.AcceptCase),
        kind="primary",
        weight=1,
    ),
    Action(
        "assign",
        _T("actions", "交办"),
        "send",
        (K.ASSIGN,),
        _on_case(
            flow.AssignCase,
            lead_id="lead_id",
            assist_ids="assist_ids",
            inform_ids="inform_ids",
            note="note",
            due_at="due_at",
        ),
        Ask.ASSIGNMENT,
        key="F6",
        kind="primary",
        weight=1,
    ),
    Action(
        "force_assign",
        _T("actions", "强制指派"),
        "gavel",
        (K.FORCE_ASSIGN,),
        _on_case(
            flow.AssignCase,
            lead_id="lead_id",
            assist_ids="assist_ids",
            inform_ids="inform_ids",
            note="note",
            due_at="due_at",
        ),
        Ask.ASSIGNMENT,
        key="F6",
        kind="primary",
        weight=1,
    ),
    Action(
        "sign",
        _T("actions", "签收"),
        "circle-check",
        (K.SIGN_FOR,),
        _on_case(flow.SignForCase),
        kind="primary",
        weight=1,
    ),
    Action(
        "report",
        _T("actions", "反馈办结"),
        "clipboard-check",
        (K.REPORT,),
        _on_case(flow.ReportCase, result="text"),
        Ask.TEXT,
        _T("actions", "处置经过与结果"),
        key="F9",
        kind="primary",
        weight=1,
    ),
    Action(
        "verify",
        _T("actions", "核查通过"),
        "badge-check",
        (K.VERIFY,),
        _on_case(flow.VerifyCase, opinion="text"),
        Ask.OPTIONAL_TEXT,
        _T("actions", "核查意见"),
        key="F9",
        kind="primary",
        weight=1,
    ),
    Action(
        "call_back",
        _T("actions", "回访"),
        "phone-call",
        (K.CALL_BACK,),
        _on_case(flow.CallBackCase, satisfaction="choice", note="text"),
        Ask.SATISFACTION,
        _T("actions", "群众怎么说"),
        kind="primary",
        weight=2,
    ),
    Action(
        "note",
        _T("actions", "办理记录"),
        "pencil",
        (K.NOTE,),
        _on_case(flow.NoteProgress, text="text"),
        Ask.TEXT,
        _T("actions", "进展情况"),
        weight=4,
    ),
    Action(
        "remind",
        _T("actions", "催办"),
        "bell",
        (K.REMIND,),
        _with_case(supervision.RemindCase, means="choice", spoke_with="name", note="text"),
        Ask.REMINDER,
        _T("actions", "催办内容"),
        key="F7",
        weight=3,
    ),
    Action(
        "reassign",
        _T("actions", "改派"),
        "arrow-left-right",
        (K.REASSIGN,),
        _on_case(
            flow.AssignCase,
            lead_id="lead_id",
            assist_ids="assist_ids",
            inform_ids="inform_ids",
            note="note",
            due_at="due_at",
        ),
        Ask.ASSIGNMENT,
        key="F6",
        weight=3,
    ),
    Action(
        "reject_return",
        _T("actions", "不同意退回"),
        "undo-2",
        (K.REJECT_RETURN,),
        _on_case(exceptions.RejectReturn, reason="text"),
        Ask.TEXT,
        _T("actions", "不同意的理由"),
        weight=4,
    ),
    Action(
        "send_back",
        _T("actions", "退回返工"),
        "undo-2",
        (K.SEND_BACK,),
        _on_case(flow.SendBackCase, reason="text"),
        Ask.TEXT,
        _T("actions", "哪里没有办好"),
        weight=2,
    ),
    Action(
        "return",
        _T("actions", "退回"),
        "undo-2",
        (K.RETURN,),
        _on_case(exceptions.ReturnCase, reason="choice", note="text", suggested_unit_id="unit_id"),
        Ask.RETURN,
        _T("actions", "退回理由"),
        weight=2,
    ),
    Action(
        "propose_return",
        _T("actions", "建议退回"),
        "undo-2",
        (K.PROPOSE_RETURN,),
        _on_case(exceptions.ProposeReturn, reason="choice", note="text"),
        Ask.RETURN,
        _T("actions", "退回理由"),
        weight=5,
    ),
    Action(
        "ask_extension",
        _T("actions", "申请延期"),
        "calendar",
        (K.REQUEST_EXTENSION,),
        _on_case(exceptions.RequestExtension, days="days", reason="text", progress="progress"),
        Ask.EXTENSION,
        _T("actions", "延期理由"),
        weight=3,
    ),
    Action(
        "grant_extension",
        _T("actions", "同意延期"),
        "calendar",
        (K.GRANT_EXTENSION,),
        _on_case(exceptions.GrantExtension, request_id="request_id", answer="text"),
        Ask.DECISION,
        _T("actions", "批复意见"),
        weight=2,
        extra={"needs_request": True},
    ),
    Action(
        "refuse_extension",
        _T("actions", "驳回延期"),
        "x",
        (K.REFUSE_EXTENSION,),
        _on_case(exceptions.RefuseExtension, request_id="request_id", answer="text"),
        Ask.DECISION,
        _T("actions", "驳回理由"),
        weight=3,
        extra={"needs_request": True, "text_needed": True},
    ),
    Action(
        "assist_accept",
        _T("actions", "协办签收"),
        "circle-check",
        (K.ASSIST_ACCEPT,),
        _on_case(flow.AcceptAssistance),
        weight=2,
        extra={"part": "assist"},
    ),
    Action(
        "assist_reply",
        _T("actions", "协办回复"),
        "mail",
        (K.ASSIST_REPLY,),
        _on_case(flow.ReplyAssistance, text="text"),
        Ask.TEXT,
        _T("actions", "协办情况"),
        kind="primary",
        weight=2,
    ),
    Action(
        "read",
        _T("actions", "已阅"),
        "eye",
        (K.READ,),
        _on_case(flow.ReadCase),
        weight=3,
    ),
    Action(
        "attach",
        _T("actions", "添加附件"),
        "paperclip",
        (K.ATTACH,),
        _on_case(flow.OnCase),
        Ask.FILE,
        weight=5,
    ),
    Action(
        "urge",
        _T("actions", "加急"),
        "siren",
        (K.URGE,),
        _on_case(marks.UrgeCase, reason="text"),
        Ask.OPTIONAL_TEXT,
        _T("actions", "加急原因"),
        weight=6,
        extra={"unless": "is_urged"},
    ),
    Action(
        "calm",
        _T("actions", "取消加急"),
        "siren",
        (K.CALM,),
        _on_case(marks.CalmCase),
        weight=6,
        extra={"when": "is_urged"},
    ),
    Action(
        "instruct",
        _T("actions", "领导批示"),
        "pencil",
        (K.INSTRUCT,),
        _on_case(marks.InstructCase, text="text"),
        Ask.TEXT,
        _T("actions", "批示原文"),
        weight=2,
    ),
    Action(
        "supervise",
        _T("actions", "督办"),
        "flag",
        (K.SUPERVISE_ORDINARY, K.SUPERVISE_YELLOW, K.SUPERVISE_RED),
        _on_case(flow.OnCase),
        weight=5,
        extra={"page": "supervision"},
    ),
    Action(
        "suspend",
        _T("actions", "挂起"),
        "pause",
        (K.SUSPEND,),
        _on_case(exceptions.SuspendCase, reason="text", review_on="day"),
        Ask.DAY,
        _T("actions", "挂起原因"),
        weight=7,
    ),
    Action(
        "resume",
        _T("actions", "恢复办理"),
        "play",
        (K.RESUME,),
        _on_case(exceptions.ResumeCase),
        kind="primary",
        weight=1,
    ),
    Action(
        "escalate",
        _T("actions", "上报区级"),
        "arrow-up-right",
        (K.ESCALATE,),
        _on_case(exceptions.EscalateCase, reason="text"),
        Ask.TEXT,
        _T("actions", "上报理由"),
        weight=6,
    ),
    Action(
        "district_return",
        _T("actions", "区级退回"),
        "undo-2",
        (K.DISTRICT_RETURN,),
        _on_case(exceptions.TakeBackFromDistrict, note="text"),
        Ask.OPTIONAL_TEXT,
        _T("actions", "区级意见"),
        weight=3,
    ),
    Action(
        "district_report",
        _T("actions", "区级办结"),
        "clipboard-check",
        (K.DISTRICT_REPORT,),
        _on_case(exceptions.ReportFromDistrict, result="text"),
        Ask.TEXT,
        _T("actions", "区级处置结果"),
        weight=2,
    ),
    Action(
        "reopen",
        _T("actions", "重新办理"),
        "redo-2",
        (K.REOPEN,),
        _on_case(flow.ReopenCase, reason="text"),
        Ask.TEXT,
        _T("actions", "重新办理的原因"),
        weight=4,
    ),
    Action(
        "archive",
        _T("actions", "归档"),
        "database",
        (K.ARCHIVE,),
        _on_case(flow.ArchiveCase),
        weight=3,
    ),
    Action(
        "link",
        _T("actions", "并入主件"),
        "link",
        (K.LINK_DUPLICATE,),
        _on_case(marks.LinkDuplicate, main_id="main_id"),
        Ask.MAIN_CASE,
        _T("actions", "主件编号"),
        key="F8",
        weight=7,
    ),
    Action(
        "unlink",
        _T("actions", "取消并件"),
        "unlink",
        (K.UNLINK_DUPLICATE,),
        _on_case(marks.UnlinkDuplicate),
        Ask.CONFIRMATION,
        _T("actions", "取消后两件分别办理、分别统计。"),
        weight=4,
    ),
    Action(
        "report_instead",
        _T("actions", "代为办结"),
        "gavel",
        (K.REPORT_OVERRIDE,),
        _on_case(flow.ReportInstead, result="text", reason="progress"),
        Ask.EXTENSION,
        _T("actions", "处置结果"),
        weight=8,
        extra={"without_days": True},
    ),
    Action(
        "refuse",
        _T("actions", "不予受理"),
        "x",
        (K.REFUSE,),
        _with_case(intake.RefuseCase, reason="text"),
        Ask.TEXT,
        _T("actions", "不予受理的理由"),
        kind="danger",
        weight=5,
    ),
    Action(
        "propose_refusal",
        _T("actions", "建议不受理"),
        "x",
        (K.PROPOSE_REFUSAL,),
        _with_case(intake.ProposeRefusal, reason="text"),
        Ask.TEXT,
        _T("actions", "理由"),
        weight=6,
    ),
    Action(
        "void",
        _T("actions", "作废"),
        "trash-2",
        (K.VOID,),
        _with_case(intake.VoidCase, reason="text"),
        Ask.TEXT,
        _T("actions", "作废原因（编号不再使用）"),
        kind="danger",
        weight=9,
    ),
)
"""Every action, in no order; a detail shows the lightest first."""

RETURN_REASONS = tuple(ReturnReason)
SATISFACTIONS = tuple(Satisfaction)


def possible_actions(kinds: Iterable[StepKind], facts: dict[str, Any]) -> list[Action]:
    """Return the actions whose steps are possible, the most likely first.

    ``facts`` tells ``is_urged``, ``has_request`` (an extension waits for an answer) and ``role``
    hints; an action that contradicts them is left out.
    """
    known = set(kinds)
    found = []
    for action in ACTIONS:
        if not known.intersection(action.kinds):
            continue
        if action.extra.get("needs_request") and not facts.get("has_request"):
            continue
        if facts.get(action.extra.get("unless", ""), False):
            continue
        if "when" in action.extra and not facts.get(action.extra["when"], False):
            continue
        found.append(action)
    if any(action.id == "refuse" for action in found):
        found = [action for action in found if action.id != "propose_refusal"]
    return sorted(found, key=lambda action: action.weight)
