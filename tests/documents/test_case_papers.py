"""The sheet of a case and the list of the ledger, from the record to the words on the page."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from db.commands.attachments import AttachFile
from db.queries.page import EVERYTHING, Order, Tab
from db.queries.printed import printed_case, printed_list
from db.rules.terms import Urgency
from desktop.case_sheet_words import case_sheet_contents
from desktop.documents import case_list, case_sheet
from desktop.documents.preview import page_texts
from desktop.languages import install
from desktop.ledger_list_words import ledger_list_contents
from tests.story import MONDAY, Story, found_story

FINISHED = datetime(2026, 11, 17, 10)
CLEAR = ("林大明", "13805770001")


@pytest.fixture
def story(tmp_path: Any) -> Any:
    """A street in memory of the test."""
    made = found_story(tmp_path / "street.db")
    yield made
    made.database.close()


def words(pdf: bytes) -> str:
    """Return all words of a paper without the blanks between them."""
    return re.sub(r"\s", "", "".join(page_texts(pdf)))


def _handled(story: Story) -> int:
    case_id = story.signed("SFS", title="楼上装修噪声", content="来电人13805770001反映夜间装修。")
    photo = b"\xff\xd8\xff" + bytes(2045)
    story.do(
        AttachFile(case_id=case_id, name="现场一角.jpg", data=photo, purpose="before"), by="sfs"
    )
    story.report(case_id, at=FINISHED)
    return case_id


def sheet(story: Story, fonts: Any, case_id: int, *, by: str, in_clear: bool) -> str:
    """Return the words of the printed sheet."""
    printed = story.ask(printed_case, case_id, by=by, in_clear=in_clear)
    return words(case_sheet.build(case_sheet_contents(printed), fonts))


def test_the_sheet_tells_facts_deadlines_result_steps_and_files(story: Story, fonts: Any) -> None:
    case_id = _handled(story)
    found = sheet(story, fonts, case_id, by="operator", in_clear=False)
    for part in (
        story.column(case_id, "number"),
        "楼上装修噪声",
        "主办单位司法所",
        "办理期限2026年11月",
        "反馈时间2026年11月17日10:00",
        "办理过程",
        "交办至司法所",
        "反馈办结",
        "现场一角.jpg处置前2KB",
        "打印人：",
    ):
        assert part in found, part
    assert story.column(case_id, "result") in found


def test_private_data_is_masked_without_a_purpose(story: Story, fonts: Any) -> None:
    found = sheet(story, fonts, _handled(story), by="operator", in_clear=False)
    assert not [part for part in CLEAR if part in found]
    assert "林**" in found and "138****0001" in found and "个人信息已脱敏" in found


def test_private_data_is_masked_for_who_lacks_the_right_whatever_is_wished(
    story: Story, fonts: Any
) -> None:
    found = sheet(story, fonts, _handled(story), by="leader", in_clear=True)
    assert not [part for part in CLEAR if part in found]
    assert "个人信息已脱敏" in found


def test_with_right_and_purpose_the_sheet_is_in_clear_and_says_so(story: Story, fonts: Any) -> None:
    found = sheet(story, fonts, _handled(story), by="operator", in_clear=True)
    assert all(part in found for part in CLEAR)
    assert "本单含个人信息" in found


def test_the_sheet_is_chinese_under_an_english_window(story: Story, fonts: Any, qapp: Any) -> None:
    case_id = _handled(story)
    chinese = sheet(story, fonts, case_id, by="operator", in_clear=False)
    before = QLocale()
    translators = install(qapp, "en_US")
    try:
        english = sheet(story, fonts, case_id, by="operator", in_clear=False)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
    assert english == chinese


def test_the_list_repeats_its_heads_and_numbers_its_pages(story: Story, fonts: Any) -> None:
    for nth in range(40):
        story.registered(title=f"第{nth}件占道经营")
    printed = story.ask(printed_list, EVERYTHING, Order.NEWEST, 500)
    contents = ledger_list_contents(printed, "")
    pages = [re.sub(r"\s", "", page) for page in page_texts(case_list.build(contents, fonts))]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "事件编号事件名称所属村社" in page
        assert f"—{number}—" in page
    whole = "".join(pages)
    assert all(f"第{nth}件占道经营" in whole for nth in range(40))
    assert "数据截至2026年11月16日08:30" in pages[0] and "共40件。" in pages[-1]


def test_a_list_that_is_cut_short_says_so(story: Story) -> None:
    for _ in range(3):
        story.registered(title="电话13805770001占道")
    printed = story.ask(printed_list, EVERYTHING, Order.NEWEST, 2)
    assert printed.has_more and len(printed.rows) == 2
    contents = ledger_list_contents(printed, "")
    assert contents.notes == ("只列前2件，其余未列。",)
    assert "13805770001" not in "".join("".join(row) for row in contents.rows)
    assert MONDAY.date() == printed.now.date()


def test_a_narrowed_list_says_by_what(story: Story) -> None:
    wanted = EVERYTHING.replace(
        tab=Tab.OVERDUE,
        urgencies=(Urgency.URGENT,),
        community_ids=(story.unit("330303001004"),),
        search="噪声 13805770001",
    )
    printed = story.ask(printed_list, wanted, Order.NEWEST, 10)
    subtitle = ledger_list_contents(printed, "").subtitle
    assert subtitle == (
        "超期、紧急、永上居委会、搜索“噪声 138****0001”    数据截至2026年11月16日 08:30"
    )
    given = ledger_list_contents(printed, "第46周录入的事件").subtitle
    assert given.startswith("第46周录入的事件    数据截至")
