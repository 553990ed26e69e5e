"""Papers that follow from supervision take their number when they are kept (domain.md §3.4)."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Any

import pytest

from db.commands.door import execute
from db.commands.numbering import SetNextNumber
from db.commands.papers import FilePaper, RecordPrint
from db.errors import RuleError
from db.queries.notice_detail import notice_detail
from db.queries.numbering import next_number
from db.queries.papers import kept_paper, papers
from db.rules.notice_states import NoticeAction
from db.rules.numbering import FILED_NUMBERS, Numbered
from db.verify import verify
from tests.flows.notice_steps import delivered
from tests.flows.test_listed import received
from tests.story import Story

REMINDER = Numbered.REMINDER


def reminder(story: Story, notice: int, number: str, occasion: str = "1") -> FilePaper:
    """Return the order to keep a reminder on which a number stands."""
    return FilePaper(
        kind=REMINDER.value,
        number=number,
        object_kind="notice",
        object_id=notice,
        occasion=occasion,
        contents={"number": number},
        data=f"%PDF-1.7 {number} {occasion}".encode(),
    )


def keep(story: Story, notice: int, occasion: str = "1", **more: Any) -> str:
    """Keep a reminder with the number that is next, and return the number."""
    number = story.ask(next_number, REMINDER)
    return str(story.do(reminder(story, notice, number, occasion), **more)["number"])


@pytest.fixture
def notice(story: Story) -> int:
    return delivered(story, story.signed("SFS"))


def test_each_kind_has_its_own_numbers_and_no_two_papers_the_same(story: Story) -> None:
    code = story.ask(next_number, Numbered.NOTICE).partition("〔")[0]
    assert {kind: story.ask(next_number, kind) for kind in FILED_NUMBERS} == {
        Numbered.REMINDER: "催〔2026〕1号",
        Numbered.DEPARTMENT_LETTER: f"{code}函〔2026〕1号",
        Numbered.LISTING_REQUEST: f"{code}请〔2026〕1号",
        Numbered.LISTED_ORDER: f"{code}挂〔2026〕1号",
        Numbered.BULLETIN: f"{code}通〔2026〕1号",
    }


def test_a_number_is_taken_when_the_paper_is_kept_and_only_then(story: Story, notice: int) -> None:
    assert story.ask(next_number, REMINDER) == story.ask(next_number, REMINDER) == "催〔2026〕1号"
    assert keep(story, notice, "1") == "催〔2026〕1号"
    assert keep(story, notice, "2") == "催〔2026〕2号"
    kept = story.ask(kept_paper, REMINDER.value, "notice", notice, "1")
    assert kept is not None and kept.file.contents["number"] == kept.file.number == "催〔2026〕1号"
    assert verify(story.database) == []


def test_a_paper_with_another_number_than_the_next_is_refused_and_takes_none(
    story: Story, notice: int
) -> None:
    with pytest.raises(RuleError, match="paper_number_taken") as refused:
        story.do(reminder(story, notice, "催〔2026〕7号"))
    assert refused.value.facts["right"] == "催〔2026〕1号"
    assert keep(story, notice) == "催〔2026〕1号"


def test_who_keeps_the_same_paper_again_is_told_the_one_that_is_kept(
    story: Story, notice: int
) -> None:
    first = story.do(reminder(story, notice, "催〔2026〕1号"))
    again = story.do(reminder(story, notice, "催〔2026〕2号"))
    assert (again["paper_id"], again["number"]) == (first["paper_id"], "催〔2026〕1号")
    assert len(story.ask(papers, "notice", notice)) == 1
    assert keep(story, notice, "2") == "催〔2026〕2号"


def test_two_clerks_at_once_leave_no_gap_and_no_double(story: Story, notice: int) -> None:
    clerk, start, taken = story.account("clerk"), threading.Barrier(2), []

    def work(hand: str) -> None:
        start.wait()
        for nth in range(10):
            number = "催〔2026〕1号"
            while True:
                command = reminder(story, notice, number, f"{hand}{nth}")
                try:
                    done = execute(story.database, command, by=clerk, at=story.now)
                except RuleError as refused:
                    assert refused.code == "paper_number_taken"
                    number = refused.facts["right"]
                else:
                    taken.append(done["number"])
                    break

    hands = [threading.Thread(target=work, args=(hand,)) for hand in "甲乙"]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(taken) == sorted(f"催〔2026〕{nth}号" for nth in range(1, 21))
    assert verify(story.database) == []


def test_two_clerks_who_keep_the_same_paper_at_once_keep_one(story: Story, notice: int) -> None:
    clerk, start, done = story.account("clerk"), threading.Barrier(2), []

    def work() -> None:
        start.wait()
        command = reminder(story, notice, "催〔2026〕1号")
        done.append(execute(story.database, command, by=clerk, at=story.now)["paper_id"])

    hands = [threading.Thread(target=work) for _ in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert len(done) == 2 and len(set(done)) == 1
    assert story.ask(next_number, REMINDER) == "催〔2026〕2号"


def test_a_new_year_begins_with_one(story: Story, notice: int) -> None:
    assert keep(story, notice, "1", at=datetime(2026, 12, 31, 23, 59)) == "催〔2026〕1号"
    story.now = datetime(2027, 1, 1, 0, 1)
    with pytest.raises(RuleError, match="paper_number_taken") as refused:
        story.do(reminder(story, notice, "催〔2026〕2号", "2"))
    assert refused.value.facts["right"] == "催〔2027〕1号"
    story.do(reminder(story, notice, "催〔2027〕1号", "2"))
    assert keep(story, notice, "3") == "催〔2027〕2号"
    assert verify(story.database) == []


def test_numbers_that_were_given_by_hand_before_are_passed_over(story: Story, notice: int) -> None:
    story.do(SetNextNumber(kind=REMINDER, next=15), by="director")
    assert keep(story, notice) == "催〔2026〕15号"
    assert verify(story.database) == []


def test_its_prints_are_counted_and_are_none_of_the_notices(story: Story, notice: int) -> None:
    paper = story.do(reminder(story, notice, "催〔2026〕1号"), by="clerk")["paper_id"]
    before = story.ask(notice_detail, notice)
    assert [
        story.do(RecordPrint(paper_id=paper, printer="HP"), by="clerk")["nth"] for _ in range(2)
    ] == [1, 2]
    after = story.ask(notice_detail, notice)
    assert after.printed_at == before.printed_at
    assert [one for one in after.steps if one.kind is NoticeAction.PRINT] == [
        one for one in before.steps if one.kind is NoticeAction.PRINT
    ]
    kept = story.ask(kept_paper, REMINDER.value, "notice", notice, "1")
    assert kept is not None and kept.prints == 2


def test_a_paper_of_a_listed_matter_is_read_by_its_unit_and_by_no_other(story: Story) -> None:
    listed = received(story)
    number = story.ask(next_number, Numbered.LISTED_ORDER)
    story.do(
        FilePaper(
            kind=Numbered.LISTED_ORDER.value,
            number=number,
            object_kind="listed",
            object_id=listed,
            contents={},
            data=b"%PDF-1.7 order",
        )
    )
    seen = {who: len(story.ask(papers, "listed", listed, by=who)) for who in ("sfs", "pcs")}
    assert sorted(seen.values()) == [0, 1]
