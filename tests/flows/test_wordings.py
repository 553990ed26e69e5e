"""The office's wording has versions: a paper keeps which one it was proposed from."""

from __future__ import annotations

from datetime import date, timedelta

from db.commands.notices import ChangeNotice
from db.commands.papers import FilePaper
from db.commands.settings import ChangeSetting, DropPlannedSetting
from db.queries.notice_detail import notice_detail
from db.queries.notice_draft import notice_draft
from db.queries.papers import paper_file
from db.queries.wordings import wording_versions
from desktop.notice_texts import draft_texts
from desktop.pages.supervision_papers import PaperKind, PaperMaker, notice_seen
from tests.flows.notice_steps import drafted, issued
from tests.story import Story


def say(story: Story, text: str | None, valid_from: date | None = None) -> None:
    """Say what the basis of a notice reads."""
    command = ChangeSetting(name="notice_texts", value={"basis": text}, valid_from=valid_from)
    story.do(command, by="director")


def versions(story: Story) -> list[tuple[int, str]]:
    """Return the number and the basis of every version, the oldest first."""
    found = story.ask(wording_versions, by="director")
    return [(one.number, one.texts.get("notice_texts.basis", "")) for one in reversed(found)]


def test_every_change_is_a_version_and_the_first_is_the_built_in_one(story: Story) -> None:
    say(story, "依据甲。")
    say(story, "依据乙。")
    say(story, None)
    assert versions(story) == [(1, ""), (2, "依据甲。"), (3, "依据乙。"), (4, "")]
    newest = story.ask(wording_versions, by="director")[0]
    assert newest.who and newest.since == story.now and newest.changed == {"notice_texts.basis"}


def test_other_settings_make_no_version(story: Story) -> None:
    story.do(ChangeSetting(name="supervision", value={"notice_limit_days": 4}), by="director")
    assert versions(story) == [(1, "")]


def test_a_planned_wording_becomes_a_version_on_its_day_and_a_dropped_one_never(
    story: Story,
) -> None:
    day = story.now.date() + timedelta(days=3)
    say(story, "三天后。", day)
    say(story, "七天后。", day + timedelta(days=4))
    say(story, "现在。")
    assert versions(story) == [(1, ""), (2, "现在。")]
    story.do(
        DropPlannedSetting(name="notice_texts", valid_from=day + timedelta(days=4)), by="director"
    )
    story.now += timedelta(days=9)
    case = story.signed()
    assert versions(story) == [(1, ""), (2, "现在。"), (3, "三天后。")]
    assert story.ask(notice_draft, case).wording == 3


def test_a_printed_paper_keeps_the_version_that_it_was_proposed_from(story: Story) -> None:
    say(story, "依据甲。")
    case = story.signed("SFS")
    proposed = draft_texts(story.ask(notice_draft, case), story.now)
    say(story, "依据乙。")
    notice = issued(story, case, texts=proposed)
    assert story.ask(notice_detail, notice).wording == 2
    seen = story.ask(notice_seen, notice, by="clerk")
    paper = PaperMaker().make(seen, PaperKind.NOTICE, 2)
    kept = story.do(
        FilePaper(
            kind="notice",
            object_kind="notice",
            object_id=notice,
            contents=paper.told(),
            data=paper.data,
        ),
        by="clerk",
    )["paper_id"]
    contents = story.ask(paper_file, kept).contents
    assert (contents["wording"], contents["basis"]) == (2, "依据甲。")


def test_texts_of_a_newer_version_take_its_number_and_a_persons_own_change_none(
    story: Story,
) -> None:
    case = story.signed("SFS")
    proposed = draft_texts(story.ask(notice_draft, case), story.now)
    notice = drafted(story, case, texts=proposed)
    assert story.ask(notice_detail, notice).wording == 1
    say(story, "依据乙。")
    own = type(proposed)(problem="自己写的。")
    story.do(ChangeNotice(notice_id=notice, texts=own))
    assert story.ask(notice_detail, notice).wording == 1
    again = draft_texts(story.ask(notice_draft, case), story.now)
    story.do(ChangeNotice(notice_id=notice, texts=again))
    assert story.ask(notice_detail, notice).wording == 2
