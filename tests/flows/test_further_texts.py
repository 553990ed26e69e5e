"""The office's own words on the papers that follow from supervision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from db.commands.settings import ChangeSetting
from db.errors import RuleError
from db.queries.door import Reader
from db.queries.further_papers import further
from db.queries.lookup import street, street_on_paper
from db.queries.notice_detail import notice_detail
from db.rules.notice_papers import FurtherPaper
from db.rules.notice_templates import PLACES
from desktop.documents.contents import LetterContents, OfficialContents
from desktop.documents.kinds import FurtherContents
from desktop.further_papers import further_contents
from desktop.further_sample import further_sample, is_further
from desktop.notice_sample import Sample
from desktop.official_words import bulletin
from tests.flows.notice_steps import delivered
from tests.story import Story

FURTHER = [code for code in PLACES if is_further(code)]
OWN = "本街道原话"


def say(story: Story, **own: str | None) -> None:
    story.do(ChangeSetting(name="notice_texts", value=own), by="director")


def words(contents: FurtherContents) -> str:
    assert isinstance(contents, LetterContents | OfficialContents)
    return "\n".join(one.heading + one.text for one in contents.paragraphs)


def reminder_of(reader: Reader, notice: int) -> FurtherContents:
    detail = notice_detail(reader, notice)
    known, home = further(reader, detail), street_on_paper(reader)
    return further_contents(FurtherPaper.REMINDER, detail, home, known, reader.now)


def test_every_kind_of_further_paper_has_its_texts() -> None:
    kinds = {code.partition("_")[0] for code in FURTHER}
    assert kinds == {"reminder", "letter", "request", "order", "bulletin"}


def test_each_text_stands_on_its_sample_with_all_its_places(story: Story) -> None:
    sample = Sample(story.ask(street), datetime(2026, 11, 20, 9), "0577-86000000")
    for code in FURTHER:
        places = "".join(f"“〔{place}〕”" for place in PLACES[code])
        told = words(further_sample(sample, code, {code: f"{OWN}{places}完"}))
        filled = told.partition(OWN)[2].partition("完")[0]
        assert filled and "“”" not in filled, code
        assert not [place for place in PLACES[code] if f"〔{place}〕" in filled], code
        assert OWN not in words(further_sample(sample, code, {}))


def test_an_own_text_goes_onto_the_next_reminder_and_the_built_in_one_comes_back(
    story: Story,
) -> None:
    notice = delivered(story, story.signed("SFS"))
    before = words(story.ask(reminder_of, notice))
    say(story, reminder_request="请〔被督办单位〕于〔回复时限〕前回复。\n逾期的在例会上说明。")
    told = words(story.ask(reminder_of, notice))
    assert "司法所于2026年" in told and "\n逾期的在例会上说明。" in told
    assert "现予催办" not in told
    say(story, reminder_request=None)
    assert words(story.ask(reminder_of, notice)) == before
    assert "现予催办" in before


@pytest.mark.parametrize("code", FURTHER)
def test_an_unknown_place_is_refused_for_every_kind(story: Story, code: str) -> None:
    with pytest.raises(RuleError, match="place_unknown"):
        say(story, **{code: "请〔没有这一处〕办理"})


def test_an_own_demand_stands_on_the_bulletin(story: Story) -> None:
    home = replace(story.ask(street), own_texts={"bulletin_demands": "甲。\n乙，〔逾期件数〕件。"})
    told = bulletin((), home, date(2026, 10, 1), date(2026, 10, 31), datetime(2026, 11, 1, 9))
    assert [one.text for one in told.paragraphs[-2:]] == ["甲。", "乙，0件。"]
