"""The review material of a week: its facts are those of the lists, and no part is left out."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.queries.page import CaseFilter, case_ids
from db.queries.week_material import WeekMaterial, week_material
from db.rules.numbering import IsoWeek
from db.rules.terms import Source
from desktop.documents.contents import Section, WeeklyContents
from desktop.weekly_warnings import noticed
from desktop.weekly_words import weekly_contents
from tests.flows.notice_steps import delivered
from tests.story import MONDAY, Story

HEADINGS = (
    "核心指标", "分平台情况", "分站所排名", "分村（社区）、分网格情况", "分事项情况",
    "时段与热点地点", "超期清单", "临期清单", "督办与销号", "退回、返工、不满意清单",
    "重大疑难事项", "上次议定事项", "12345、110专栏", "联合执法、双随机、红色代办",
    "研判结论与建议", "下周重点",
)  # fmt: skip


def material(story: Story, at: datetime = MONDAY) -> WeekMaterial:
    week = IsoWeek.of(at.date())
    return story.ask(week_material, week.year, week.week)


def section(contents: WeeklyContents, heading: str) -> Section:
    return next(one for one in contents.sections if one.heading == heading)


def figure(contents: WeeklyContents, name: str) -> str:
    figures = section(contents, "核心指标").figures
    return next(one.value for one in figures if one.name == name)


def test_a_cover_and_sixteen_sections_make_the_seventeen_parts(story: Story) -> None:
    contents = weekly_contents(material(story))
    assert tuple(one.heading for one in contents.sections) == HEADINGS
    assert contents.has_cover


def test_an_empty_week_says_so_in_every_part(story: Story) -> None:
    contents = weekly_contents(material(story, MONDAY - timedelta(days=70)))
    for one in contents.sections:
        assert one.table is None
        assert one.tables == ()
        assert one.drawings == ()
        assert one.figures or one.paragraphs or one.nothing
    assert section(contents, "超期清单").nothing == "没有超期未办结的事件。"
    assert figure(contents, "办结率") == "—"


def test_the_figures_of_the_material_are_those_of_the_list_of_the_week(story: Story) -> None:
    for place in ("中心街29号", "中心街29号", "农贸市场北门"):
        story.registered(address=place)
    story.signed("SFS", source=Source.POLICE_110)
    found = material(story)
    week = IsoWeek.of(MONDAY.date())
    ids = story.ask(case_ids, CaseFilter(registered_from=week.monday, registered_to=week.sunday))
    contents = weekly_contents(found)
    assert figure(contents, "录入数") == str(len(ids)) == "4"
    areas = section(contents, "分村（社区）、分网格情况").tables[0][1]
    assert areas.rows[-1][:2] == ("合计", "4")
    platforms = section(contents, "分平台情况").table
    assert platforms is not None
    assert platforms.rows[-1][1] == "4"
    assert sum(sum(row) for row in found.hours) == 4
    hotline = section(contents, "12345、110专栏").table
    assert hotline is not None
    assert [row[:2] for row in hotline.rows] == [("12345转办", "3"), ("110非警务联动", "1")]
    assert [(one.address, one.count) for one in found.places] == [("中心街29号", 2)]


def test_the_week_tells_its_notices_and_what_is_overdue(story: Story) -> None:
    delivered(story, story.signed("SFS"))
    story.registered(at=MONDAY + timedelta(days=3))
    contents = weekly_contents(material(story))
    told = section(contents, "督办与销号")
    assert told.paragraphs[0].startswith("本周签发督办通知单1件，销号0件；现在督办中1件")
    assert told.table is not None
    assert told.table.rows[0][0] == "龙永督〔2026〕1号"


def test_a_place_that_comes_again_and_a_growing_item_are_noticed(story: Story) -> None:
    next_week = MONDAY + timedelta(days=7)
    story.registered(address="别处")
    for _ in range(3):
        story.registered(at=next_week + timedelta(hours=9), address="中心街29号")
    said = noticed(material(story, next_week))
    assert any("中心街29号一周内录入3件" in one for one in said)
    assert any("本周3件，上周1件，环比+200.00%" in one for one in said)


def test_days_to_come_are_not_drawn_as_a_fall_to_nothing(story: Story) -> None:
    story.registered(at=MONDAY + timedelta(hours=9))
    (drawing,) = section(weekly_contents(material(story)), "核心指标").drawings
    assert drawing.labels == ("11月16日",)
