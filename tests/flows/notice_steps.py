"""The usual moves of a supervision notice, for stories."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from db.commands.notice_replies import (
    AskStrikeOff,
    DeliverNotice,
    ReplyNotice,
    StrikeOffNotice,
)
from db.commands.notices import CheckNotice, DraftNotice, IssueNotice, NoticeTexts
from db.queries.notices import BookRow, NoticeRow, notice_book, notices
from db.rules.notice_states import ReplyOutcome
from db.rules.terms import SupervisionLevel
from tests.story import Story

ORDINARY, YELLOW, RED = SupervisionLevel.ORDINARY, SupervisionLevel.YELLOW, SupervisionLevel.RED
SIGNER = {ORDINARY: "shift_lead", YELLOW: "director", RED: "leader"}

TEXTS = NoticeTexts(
    subject="邻居夜间装修噪声长期未解决",
    background="群众多次反映夜间装修噪声。",
    handling="司法所于11月16日签收，至今未办结。",
    problem="未按期办结，未说明原因。",
    basis="街道事件处置时限规定",
    demands=("立即约谈施工方。", "书面反馈办理结果。"),
    consequence="逾期未办结的，升级督办。",
)


def drafted(story: Story, case: int, level: SupervisionLevel = ORDINARY, **given: Any) -> int:
    """Draft a complete notice and return its id."""
    given.setdefault("texts", TEXTS)
    return int(story.do(DraftNotice(case_id=case, level=level, **given))["notice_id"])


def checked(story: Story, case: int, level: SupervisionLevel = ORDINARY, **given: Any) -> int:
    """Bring a notice until it waits for its signer."""
    notice = drafted(story, case, level, **given)
    story.do(CheckNotice(notice_id=notice), by="shift_lead")
    return notice


def issued(
    story: Story,
    case: int,
    level: SupervisionLevel = ORDINARY,
    *,
    at: datetime | None = None,
    **given: Any,
) -> int:
    """Issue a notice by the one who signs its level and return its id."""
    notice = checked(story, case, level, **given)
    story.do(IssueNotice(notice_id=notice), by=SIGNER[level], at=at)
    return notice


def delivered(story: Story, case: int, level: SupervisionLevel = ORDINARY) -> int:
    """Bring a notice until the unit has it."""
    notice = issued(story, case, level)
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"), by="clerk")
    return notice


def replied(
    story: Story, notice: int, outcome: ReplyOutcome = ReplyOutcome.CLOSED, by: str = "sfs_head"
) -> None:
    """Let the unit reply."""
    story.do(
        ReplyNotice(notice_id=notice, outcome=outcome, text="已约谈并整改。", signer="司法所长甲"),
        by=by,
    )


def asked(story: Story, case: int, level: SupervisionLevel = ORDINARY) -> int:
    """Bring a notice until the unit has asked to strike it off."""
    notice = delivered(story, case, level)
    replied(story, notice)
    story.do(AskStrikeOff(notice_id=notice, evidence="现场照片2张"), by="sfs_head")
    return notice


def struck_off(story: Story, case: int, level: SupervisionLevel = ORDINARY) -> int:
    """Bring a notice to its end."""
    notice = asked(story, case, level)
    story.do(StrikeOffNotice(notice_id=notice, opinion="同意销号"), by=SIGNER[level])
    return notice


def row_of(story: Story, notice: int, by: str = "operator") -> NoticeRow:
    """Return a notice as the register shows it."""
    return next(row for row in story.ask(notices, by=by) if row.id == notice)


def book(story: Story, by: str = "operator") -> tuple[BookRow, ...]:
    """Return the whole register book."""
    return story.ask(notice_book, datetime(2026, 1, 1), datetime(2028, 1, 1), by=by)
