"""A supervision notice waits at each step for one desk, and for no other."""

from __future__ import annotations

from db.commands.notice_replies import DeliverNotice, StrikeOffNotice, VerifyNotice
from db.commands.notices import CheckNotice, IssueNotice
from db.commands.papers import FilePaper, RecordPrint
from db.queries.waiting_notices import waiting_notices
from db.rules.notice_states import NoticeAction, ReplyOutcome
from db.rules.terms import SupervisionLevel
from tests.flows.notice_steps import asked, checked, delivered, drafted, replied
from tests.story import Story

PEOPLE = ("operator", "shift_lead", "director", "leader", "clerk", "sfs_head", "pcs", "auditor")


def waiting(story: Story) -> dict[str, NoticeAction]:
    """Return who is waited for, and with what."""
    found = {}
    for login in PEOPLE:
        for one in story.ask(waiting_notices, by=login):
            found[login] = one.action
    return found


def test_a_notice_goes_from_desk_to_desk(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"))
    act = NoticeAction
    assert waiting(story) == {"shift_lead": act.CHECK, "director": act.CHECK}
    story.do(CheckNotice(notice_id=notice), by="shift_lead")
    signers = ("shift_lead", "director", "leader")
    assert waiting(story) == dict.fromkeys(signers, act.ISSUE)
    story.do(IssueNotice(notice_id=notice), by="shift_lead")
    assert waiting(story) == {"clerk": act.PRINT, "sfs_head": act.DELIVER}
    paper = FilePaper(
        kind="notice", object_kind="notice", object_id=notice, contents={}, data=b"%PDF"
    )
    story.do(RecordPrint(paper_id=story.do(paper, by="clerk")["paper_id"]), by="clerk")
    assert waiting(story) == {"sfs_head": act.DELIVER}
    story.do(DeliverNotice(notice_id=notice, received_by="司法员甲"), by="sfs_head")
    assert waiting(story) == {"sfs_head": act.REPLY}


def test_what_a_unit_asks_for_waits_for_the_room_and_then_for_who_signs(story: Story) -> None:
    notice = asked(story, story.signed("SFS"))
    act = NoticeAction
    room = ("operator", "shift_lead", "director")
    assert waiting(story) == dict.fromkeys(room, act.VERIFY)
    story.do(VerifyNotice(notice_id=notice, opinion="现场属实"))
    signers = ("shift_lead", "director", "leader")
    assert waiting(story) == dict.fromkeys(signers, act.STRIKE_OFF)
    story.do(StrikeOffNotice(notice_id=notice, opinion="同意销号"), by="shift_lead")
    assert waiting(story) == {}


def test_a_red_card_waits_for_the_leader_alone(story: Story) -> None:
    checked(story, story.signed("SFS"), SupervisionLevel.RED)
    assert waiting(story) == {"leader": NoticeAction.ISSUE}


def test_a_reply_that_settles_nothing_is_still_owed(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"))
    replied(story, notice, ReplyOutcome.HANDLING)
    assert waiting(story) == {"sfs_head": NoticeAction.REPLY}
    replied(story, notice)
    assert waiting(story) == {"sfs_head": NoticeAction.ASK}
