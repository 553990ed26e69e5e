"""The steps of a notice: what each asks, which command it gives, which one comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.commands import Command
from db.commands.notice_replies import (
    AskStrikeOff,
    DeliverNotice,
    ReplyNotice,
    SendNoticeBack,
    StrikeOffNotice,
    VerifyNotice,
)
from db.commands.notices import (
    CheckNotice,
    ExtendNotice,
    IssueNotice,
    RefuseNotice,
    WithdrawNotice,
)
from db.queries.notice_detail import NoticeDetail
from db.rules.notice_states import NoticeAction, NoticeState, ReplyOutcome
from desktop import texts
from desktop.dialogs.notice_move import Asked
from desktop.texts.marking import QT_TRANSLATE_NOOP

A, S = NoticeAction, NoticeState
Build = Callable[[int, int, dict[str, Any]], Command]


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


@dataclass(frozen=True)
class NoticeMove:
    """One thing that a person may do with a notice."""

    action: NoticeAction
    words: str
    icon: str
    build: Build | None = None
    danger: bool = False
    key: str = ""

    def label(self) -> str:
        """Return the words in the language of the screen."""
        return tr(self.words)


MOVES: dict[NoticeAction, NoticeMove] = {
    move.action: move
    for move in (
        NoticeMove(A.CHANGE, QT_TRANSLATE_NOOP("", "修改"), "pencil"),
        NoticeMove(
            A.CHECK,
            QT_TRANSLATE_NOOP("", "审核"),
            "circle-check",
            lambda id_, version, given: CheckNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.REFUSE,
            QT_TRANSLATE_NOOP("", "退回修改"),
            "undo-2",
            lambda id_, version, given: RefuseNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.ISSUE,
            QT_TRANSLATE_NOOP("", "签发编号"),
            "tag",
            lambda id_, version, given: IssueNotice(notice_id=id_, version=version),
        ),
        NoticeMove(
            A.PRINT,
            QT_TRANSLATE_NOOP("", "打印通知单和回执"),
            "printer",
            key="Ctrl P",
        ),
        NoticeMove(
            A.DELIVER,
            QT_TRANSLATE_NOOP("", "登记送达"),
            "send",
            lambda id_, version, given: DeliverNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.REPLY,
            QT_TRANSLATE_NOOP("", "登记回执"),
            "inbox",
            lambda id_, version, given: ReplyNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.SEND_BACK,
            QT_TRANSLATE_NOOP("", "退回重办"),
            "undo-2",
            lambda id_, version, given: SendNoticeBack(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.ASK,
            QT_TRANSLATE_NOOP("", "申请销号"),
            "clipboard-check",
            lambda id_, version, given: AskStrikeOff(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.VERIFY,
            QT_TRANSLATE_NOOP("", "核查通过"),
            "badge-check",
            lambda id_, version, given: VerifyNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.STRIKE_OFF,
            QT_TRANSLATE_NOOP("", "销号"),
            "check",
            lambda id_, version, given: StrikeOffNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.EXTEND,
            QT_TRANSLATE_NOOP("", "延期"),
            "calendar",
            lambda id_, version, given: ExtendNotice(notice_id=id_, version=version, **given),
        ),
        NoticeMove(
            A.WITHDRAW,
            QT_TRANSLATE_NOOP("", "撤销"),
            "x",
            lambda id_, version, given: WithdrawNotice(notice_id=id_, version=version, **given),
            danger=True,
        ),
    )
}

_NEXT: dict[NoticeState, tuple[NoticeAction, ...]] = {
    S.DRAFT: (A.CHECK, A.CHANGE, A.WITHDRAW),
    S.CHECKED: (A.ISSUE, A.REFUSE, A.WITHDRAW),
    S.ISSUED: (A.PRINT, A.DELIVER, A.EXTEND),
    S.DELIVERED: (A.REPLY, A.PRINT, A.EXTEND),
    S.REPLIED: (A.ASK, A.SEND_BACK, A.REPLY, A.PRINT),
    S.SENT_BACK: (A.REPLY, A.PRINT, A.EXTEND),
    S.ASKED: (A.VERIFY, A.STRIKE_OFF, A.SEND_BACK, A.PRINT),
    S.VERIFIED: (A.STRIKE_OFF, A.SEND_BACK, A.PRINT),
    S.STRUCK_OFF: (A.PRINT,),
    S.WITHDRAWN: (),
}
"""State → what is likely next, the likeliest first; what is possible beside it follows."""


_ASIDE = frozenset({A.CHANGE, A.REFUSE, A.SEND_BACK, A.EXTEND, A.WITHDRAW})
"""What does not bring a notice on; it is never offered as the next step."""


def is_next(move: NoticeMove) -> bool:
    """Tell whether a step brings a notice on."""
    return move.action not in _ASIDE


def moves_of(detail: NoticeDetail) -> list[NoticeMove]:
    """Return what the reader may do with a notice, the likeliest first."""
    order = list(_NEXT[detail.state])
    if detail.state is S.ISSUED and detail.printed_at is not None:
        order = [A.DELIVER, A.PRINT, A.EXTEND]
    if detail.state is S.REPLIED and detail.reply_outcome != ReplyOutcome.CLOSED:
        order = [A.REPLY, A.SEND_BACK, A.EXTEND, A.PRINT]
    order += [action for action in NoticeAction if action not in order]
    possible = [action for action in order if action in detail.actions and action in MOVES]
    if detail.state is S.REPLIED and detail.reply_outcome != ReplyOutcome.CLOSED:
        # The command would refuse it: the unit has not finished.
        possible = [action for action in possible if action is not A.ASK]
    return [MOVES[action] for action in possible]


def question_of(move: NoticeMove, detail: NoticeDetail) -> str:
    """Return the sentence over the questions of a step."""
    if move.action is A.ISSUE:
        limit = texts.moment(detail.finish_by)
        return tr("{level}：{subject}。签发即取文号，办结时限 {limit}。").format(
            level=texts.label(detail.level), subject=detail.subject, limit=limit
        )
    if move.action is A.WITHDRAW and detail.number:
        return tr("{number} 撤销后文号保留、不再使用，已扣的分退回。").format(number=detail.number)
    return f"{detail.number}  {detail.subject}".strip()


def asked_of(move: NoticeMove, detail: NoticeDetail) -> tuple[Asked, ...]:
    """Return what a step needs to be told."""
    opinion = tr("意见")
    reason = Asked("reason", tr("理由"), needed=True)
    asked: dict[NoticeAction, tuple[Asked, ...]] = {
        A.CHECK: (Asked("opinion", opinion, lines=2),),
        A.REFUSE: (reason,),
        A.ISSUE: (),
        A.DELIVER: (Asked("received_by", tr("签收人"), "line", needed=True),),
        A.REPLY: (
            Asked(
                "outcome",
                tr("办理结果"),
                "choice",
                needed=True,
                options=tuple((one, texts.label(one)) for one in ReplyOutcome),
            ),
            Asked("text", tr("办理过程、措施和结果；未办结的写明原因"), needed=True, lines=5),
            Asked(
                "signer",
                tr("回复单位签字人"),
                "line",
                needed=True,
                value=detail.unit.head_name or None,
            ),
        ),
        A.SEND_BACK: (reason,),
        A.ASK: (
            Asked(
                "evidence",
                tr("销号依据"),
                needed=True,
                hint=tr("如：现场前后照片 2 张、当事人确认"),
            ),
        ),
        A.VERIFY: (Asked("opinion", tr("核查情况"), needed=True),),
        A.STRIKE_OFF: (Asked("opinion", tr("批准意见"), lines=2),),
        A.EXTEND: (
            Asked(
                "finish_by",
                tr("新的办结时限"),
                "moment",
                needed=True,
                note=tr("原时限 {limit}").format(limit=texts.moment(detail.finish_by)),
            ),
            reason,
        ),
        A.WITHDRAW: (reason,),
    }
    return asked[move.action]
