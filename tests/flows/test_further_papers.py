"""Which papers follow from a notice or a listed matter, and what the record writes on them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from db.commands.supervision import RemindCase, ReminderMeans
from db.queries.door import Reader
from db.queries.further_papers import Further, further
from db.queries.listed import listed_detail
from db.queries.lookup import StreetRow, street
from db.queries.notice_detail import NoticeDetail, notice_detail
from db.rules.notice_papers import FurtherPaper as Paper
from db.rules.notice_papers import ListedPaper
from desktop.documents.contents import FormContents, LetterContents, OfficialContents
from desktop.further_papers import further_contents, listed_paper
from desktop.official_words import bulletin
from tests.flows.notice_steps import RED, YELLOW, asked, book, delivered, drafted, struck_off
from tests.flows.test_listed import received
from tests.story import Story


def facts(reader: Reader, notice_id: int) -> tuple[NoticeDetail, StreetRow, Further, datetime]:
    detail = notice_detail(reader, notice_id)
    return detail, street(reader), further(reader, detail), reader.now


def papers(story: Story, notice: int) -> tuple[Paper, ...]:
    return story.ask(facts, notice)[2].papers


def said(contents: OfficialContents | LetterContents) -> str:
    return "\n".join(one.heading + one.text for one in contents.paragraphs)


def fields(contents: FormContents) -> dict[str, str]:
    return {one.label.replace("\n", ""): one.text for row in contents.rows for one in row}


def test_a_draft_has_no_further_paper(story: Story) -> None:
    assert papers(story, drafted(story, story.signed("SFS"))) == ()


def test_an_ordinary_notice_is_reminded_until_it_is_answered_and_then_struck_off(
    story: Story,
) -> None:
    case = story.signed("SFS")
    assert papers(story, delivered(story, case)) == (Paper.REMINDER,)
    assert papers(story, asked(story, story.signed("SFS"))) == (Paper.STRIKE_OFF,)


def test_a_card_is_told_to_the_department_and_a_late_red_one_laid_before_the_district(
    story: Story,
) -> None:
    yellow = delivered(story, story.signed("SFS"), YELLOW)
    assert papers(story, yellow) == (Paper.REMINDER, Paper.DEPARTMENT_LETTER)
    red = delivered(story, story.signed("SFS"), RED)
    assert Paper.LISTING_REQUEST not in papers(story, red)
    story.registered(at=datetime(2026, 11, 30, 9))
    assert Paper.LISTING_REQUEST in papers(story, red)


def test_a_reminder_counts_those_of_the_case_and_leaves_a_working_day(story: Story) -> None:
    case = story.signed("SFS")
    notice = delivered(story, case)
    for _ in range(2):
        story.do(
            RemindCase(
                case_id=case,
                version=story.column(case, "version"),
                means=ReminderMeans.PHONE,
                spoke_with="司法员甲",
            )
        )
    detail, home, known, now = story.ask(facts, notice)
    assert (known.reminder_nth, known.reminder_by.time().isoformat()) == (2, "17:30:00")
    letter = further_contents(Paper.REMINDER, detail, home, known, now)
    assert isinstance(letter, LetterContents)
    assert letter.title == "催办通知书（第2次）"
    assert letter.recipients == (detail.unit.name,)
    assert detail.number in said(letter)
    assert f"{known.reminder_by.day}日17:30前" in said(letter)


def test_a_letter_to_the_department_names_the_notice_and_the_limit(story: Story) -> None:
    detail, home, known, now = story.ask(facts, delivered(story, story.signed("SFS"), RED))
    letter = further_contents(Paper.DEPARTMENT_LETTER, detail, home, known, now)
    assert isinstance(letter, LetterContents)
    assert letter.recipients == (detail.unit.department,)
    assert letter.copy_to == (detail.unit.name,)
    assert detail.number in said(letter)
    assert letter.title.endswith("的函")
    assert letter.organ.endswith("办事处")


def test_a_letter_after_the_limit_asks_for_what_is_still_possible(story: Story) -> None:
    detail, home, known, now = story.ask(facts, delivered(story, story.signed("SFS"), RED))
    paper = Paper.DEPARTMENT_LETTER
    in_time = further_contents(paper, detail, home, known, now)
    late = further_contents(paper, detail, home, known, detail.finish_by + timedelta(days=1))
    assert isinstance(in_time, LetterContents)
    assert isinstance(late, LetterContents)
    assert "前办结" in said(in_time)
    assert "已过）" in said(late)
    assert "前办结" not in said(late)


def test_a_request_to_the_district_has_its_signer_and_its_sections(story: Story) -> None:
    detail, home, known, now = story.ask(facts, delivered(story, story.signed("SFS"), RED))
    request = further_contents(Paper.LISTING_REQUEST, detail, home, known, now)
    assert isinstance(request, OfficialContents)
    assert request.signers == (detail.issuer,)
    headings = [one.heading for one in request.paragraphs if one.level == 1]
    assert headings == ["一、基本情况", "二、督办情况", "三、存在问题", "四、请示事项"]
    assert "妥否，请批示。" in said(request)


def test_a_struck_off_notice_fills_its_form(story: Story) -> None:
    detail, home, known, now = story.ask(facts, struck_off(story, story.signed("SFS"), YELLOW))
    form = further_contents(Paper.STRIKE_OFF, detail, home, known, now)
    assert isinstance(form, FormContents)
    filled = fields(form)
    assert filled["原督办编号"] == detail.number
    assert filled["佐证材料"] == "现场照片2张"
    assert filled["分管领导意见"] == "同意销号"
    assert filled["指挥室核查意见"] == ""
    assert filled["是否按期"] == "■按期　　□逾期"
    opinions = [one for row in form.rows for one in row if one.signed]
    # It was struck off without a step of verification, whose opinion is left to the hand.
    assert [one.signed_on is not None for one in opinions] == [True, False, True]


def test_a_form_that_is_not_approved_leaves_room_for_the_hand(story: Story) -> None:
    detail, home, known, now = story.ask(facts, asked(story, story.signed("SFS")))
    form = further_contents(Paper.STRIKE_OFF, detail, home, known, now)
    assert isinstance(form, FormContents)
    opinions = [one for row in form.rows for one in row if one.signed]
    assert [bool(one.text) for one in opinions] == [True, False, False]
    assert fields(form)["批准日期"] == ""


def test_a_listed_matter_gives_its_order_and_its_registration(story: Story) -> None:
    row = story.ask(listed_detail, received(story))
    home = story.ask(street)
    order = listed_paper(ListedPaper.ORDER, row, home, datetime(2026, 11, 20, 9))
    assert isinstance(order, OfficialContents)
    assert order.title == "关于对废弃仓库违规存放油漆实行挂牌督办的通知"
    assert "龙委督〔2026〕7号" in said(order)
    assert "2026年11月30日17:30" in said(order)
    assert order.issue_date == date(2026, 11, 20)
    form = listed_paper(ListedPaper.REGISTRATION, row, home, datetime(2026, 11, 20, 9))
    assert isinstance(form, FormContents)
    assert fields(form)["挂牌原因"] == "红牌督办逾期未整改"
    assert fields(form)["摘牌文号"] == ""


def test_a_bulletin_counts_by_unit_and_lists_what_is_late(story: Story) -> None:
    struck_off(story, story.signed("SFS"))
    delivered(story, story.signed("PCS"), YELLOW)
    home = story.ask(street)
    told = bulletin(
        book(story), home, date(2026, 11, 1), date(2026, 11, 30), datetime(2026, 12, 1, 9)
    )
    assert told.title == "关于2026年11月督办情况的通报"
    text = said(told)
    assert "共签发督办通知单2件，其中普通督办1件、黄牌督办1件。" in text
    assert "已销号1件，按期销号率100.00%；逾期未销号1件" in text
    by_unit, late = told.annexes
    assert by_unit.table is not None
    assert by_unit.table.rows[-1][:2] == ("合计", "2")
    assert late.table is not None
    assert len(late.table.rows) == 1


def test_a_bulletin_of_a_quiet_month_says_so(story: Story) -> None:
    home = story.ask(street)
    told = bulletin((), home, date(2026, 10, 1), date(2026, 10, 31), datetime(2026, 11, 1, 9))
    assert "按期销号率—" in said(told)
    assert "没有逾期未销号的督办事项。" in said(told)
