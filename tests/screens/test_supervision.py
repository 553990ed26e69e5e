"""The supervision page: from a suggestion to a struck-off notice, by what a person has."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from db.queries.listed import listed_detail
from db.queries.notice_detail import notice_detail
from db.queries.notices import notices
from db.queries.papers import paper_file, papers
from db.queries.supervision import suggestions
from db.rules.notice_states import NoticeState
from db.rules.supervision import Measure
from db.rules.terms import SupervisionLevel
from desktop.dialogs.notice_draft import NoticeDraftDialog
from desktop.dialogs.notice_listed import ListedDialog
from desktop.dialogs.notice_move import NoticeMoveDialog
from desktop.dialogs.notice_print import PrintDialog
from desktop.documents.preview import page_texts
from desktop.exchange.sheets import read_tables
from desktop.pages.supervision_papers import PaperKind
from desktop.pages.supervision_queue import SuggestionItem
from desktop.widgets.chips import Chip
from tests.flows.notice_steps import ORDINARY, YELLOW, delivered, drafted, issued
from tests.screens.conftest import Desk

ONE_DAY_LATE = datetime(2026, 11, 20, 9, 0)
FIVE_DAYS_LATE = datetime(2026, 11, 26, 9, 0)
"""The case of the story is due on Thursday 2026-11-19 at 17:30."""

CONTROL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return


def arrive(desk: Desk, at: datetime = ONE_DAY_LATE) -> Any:
    """Let time pass and go to the page; a practice street's clock goes with its commands."""
    desk.now = at
    desk.story.registered(title="不相干的事件", at=at)
    return desk.page("supervision")


def as_other(desk: Desk, login: str) -> Any:
    """Let somebody else sit down and go to the page."""
    desk.sign_on_as(login)
    return desk.page("supervision")


def fill(desk: Desk, dialog: Any, **words: str) -> None:
    """Type words into fields of a dialog."""
    for name, said in words.items():
        field = dialog.field(name)
        field.clear()
        desk.type(field, said)


def agree(desk: Desk, dialog: Any) -> None:
    """Send a dialog by its key."""
    desk.press(dialog, RETURN, CONTROL)
    desk.settled()


def step(desk: Desk, page: Any, **words: str) -> None:
    """Take the next step by Enter in the register, and answer what it asks."""
    desk.press(page.register().table(), RETURN)
    dialog = desk.find(NoticeMoveDialog)
    fill(desk, dialog, **words)
    agree(desk, dialog)


def push(desk: Desk, page: Any, name: str) -> Any:
    """Press a button of the panel by its name and return the dialog that it opens."""
    desk.press(page.panel().findChild(QPushButton, name), Qt.Key.Key_Space)
    return desk.find(NoticeMoveDialog)


def detail_of(desk: Desk, notice_id: int) -> Any:
    """Return a notice as it is stored."""
    return desk.story.ask(notice_detail, notice_id)


def text_of(pdf: bytes) -> str:
    """Return all words of a document without the blanks that spread them."""
    return "".join("".join(page_texts(pdf)).split())


def chips(page: Any) -> list[str]:
    """Return the words of the chips of the panel."""
    return [chip.text() for chip in page.panel().findChildren(Chip) if chip.isVisible()]


# The whole chain --------------------------------------------------------------------------------


def test_a_suggestion_becomes_a_notice_that_is_printed_answered_and_struck_off(
    desk: Desk, tmp_path: Path
) -> None:
    case = desk.story.signed("SFS")
    page = arrive(desk)
    assert "逾期 1 工作日" in desk.find(SuggestionItem).words()

    # The operator adopts and drafts.
    desk.press(desk.find(SuggestionItem), RETURN)
    desk.settled()
    form = desk.find(NoticeDraftDialog)
    assert "已超期1个工作日" in form.field("handling").value()
    assert ("已超期", "1 个工作日") in form._facts.facts()
    fill(desk, form, subject="中心街29号夜间装修噪声限期解决")
    agree(desk, form)
    (row,) = desk.story.ask(notices)
    assert (row.state, row.trigger, row.case_id) == (NoticeState.DRAFT, "overdue", case)
    assert page.queue().rows() == ()
    assert chips(page) == ["普通", "待审核"]
    assert not [m for m in page.panel().moves() if m.label() == "审核"]
    assert "等值班长或指挥室主任审核" in desk.words(page.panel())

    # The shift lead checks and issues.
    page = as_other(desk, "shift_lead")
    step(desk, page, opinion="情况属实")
    step(desk, page)
    found = detail_of(desk, row.id)
    assert (found.state, found.number) == (NoticeState.ISSUED, "龙永督〔2026〕1号")
    assert "龙永督〔2026〕1号" in desk.words(page.panel())

    # The clerk prints and delivers.
    page = as_other(desk, "clerk")
    print_into(desk, page, tmp_path / "papers")
    notice, slip = sorted((tmp_path / "papers").iterdir(), key=lambda path: len(path.name))[::-1]
    text = text_of(notice.read_bytes())
    for words in ("龙永督〔2026〕1号", "值班员甲", "值班长甲", "司法所", "书面督办"):
        assert words in text
    assert "龙永督〔2026〕1号" in text_of(slip.read_bytes())
    step(desk, page, received_by="司法员甲")

    # The unit replies and asks, the room verifies, the signer strikes off.
    page = as_other(desk, "sfs_head")
    desk.press(page.register().table(), RETURN)
    reply = desk.find(NoticeMoveDialog)
    desk.press(reply.field("outcome"), Qt.Key.Key_1)
    fill(desk, reply, text="已约谈施工方，夜间停工。", signer="司法所长甲")
    agree(desk, reply)
    step(desk, page, evidence="现场照片2张")
    page = as_other(desk, "operator")
    step(desk, page, opinion="现场核查属实")
    page = as_other(desk, "shift_lead")
    step(desk, page, opinion="同意销号")
    found = detail_of(desk, row.id)
    assert (found.state, found.in_time) == (NoticeState.STRUCK_OFF, True)
    assert "已销号" in chips(page)
    assert [one.actor_name for one in found.steps] == [
        "值班员甲", "值班长甲", "值班长甲", "打印员甲", "打印员甲", "打印员甲",
        "司法所长甲", "司法所长甲", "值班员甲", "值班长甲",
    ]  # fmt: skip


def print_into(desk: Desk, page: Any, folder: Path) -> None:
    """Print the chosen notice by key into a folder, without opening the files."""
    # No window manager gives the focus back when a dialog before this one was closed.
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    desk.press(page.register().table(), Qt.Key.Key_P, CONTROL)
    dialog = desk.find(PrintDialog)
    fill(desk, dialog, folder=str(folder))
    desk.press(dialog.opening(), Qt.Key.Key_Space)
    agree(desk, dialog)
    desk.settled()


# Suggestions ------------------------------------------------------------------------------------


def test_an_ignored_suggestion_needs_a_reason_and_goes(desk: Desk) -> None:
    desk.story.signed("SFS")
    page = arrive(desk)
    desk.press(page.queue().findChild(QPushButton, "ignore"), Qt.Key.Key_Space)
    dialog = desk.find(NoticeMoveDialog)
    agree(desk, dialog)
    assert dialog.rows()["reason"].error() == "请填写"
    fill(desk, dialog, reason="当事人已约定周六调解")
    agree(desk, dialog)
    assert page.queue().rows() == ()
    assert desk.story.ask(suggestions) == ()
    desk.now = FIVE_DAYS_LATE
    desk.story.registered(at=FIVE_DAYS_LATE)
    page.reload()
    desk.settled()
    assert [row.measure for row in page.queue().rows()] == [Measure.YELLOW]


def test_the_level_of_a_suggestion_is_changed_on_the_form(desk: Desk) -> None:
    desk.story.signed("SFS")
    page = arrive(desk)
    desk.press(page.queue().findChild(QPushButton, "change_level"), Qt.Key.Key_Space)
    desk.settled()
    form = desk.find(NoticeDraftDialog)
    assert form.field("level").value() is SupervisionLevel.YELLOW
    assert "计扣5分" in form.field("consequence").value()
    fill(desk, form, problem="多次催办无果。")
    desk.press(form.field("level"), Qt.Key.Key_3)
    desk.settled()
    assert "计扣10分" in form.field("consequence").value()
    assert form.field("problem").value() == "多次催办无果。"
    agree(desk, form)
    (row,) = desk.story.ask(notices)
    assert row.level is SupervisionLevel.RED


def test_arrow_keys_walk_through_the_suggestions(desk: Desk) -> None:
    first, second = desk.story.signed("SFS"), desk.story.signed("PCS", title="占道经营")
    page = arrive(desk)
    assert {row.case_id for row in page.queue().rows()} == {first, second}
    before = page.queue().current().case_id
    page.queue().take_focus()
    desk.press(None, Qt.Key.Key_Down)
    assert page.queue().current().case_id not in (None, before)
    desk.press(None, Qt.Key.Key_Up)
    assert page.queue().current().case_id == before


def test_a_case_that_is_due_today_is_reminded_by_telephone(desk: Desk) -> None:
    desk.story.signed("SFS")
    page = arrive(desk, datetime(2026, 11, 19, 9, 0))
    assert [row.measure for row in page.queue().rows()] == [Measure.PHONE]
    desk.press(desk.find(SuggestionItem), RETURN)
    dialog = desk.find(NoticeMoveDialog)
    agree(desk, dialog)
    assert "通话对象" in dialog.rows()["spoke_with"].error()
    fill(desk, dialog, spoke_with="司法员甲", note="请今天办结")
    agree(desk, dialog)
    assert page.queue().rows() == ()


# Drafts -----------------------------------------------------------------------------------------


def test_the_ledger_opens_the_form_for_a_case(desk: Desk) -> None:
    case = desk.story.signed("SFS")
    page = arrive(desk)
    page.draft_for(case)
    desk.settled()
    form = desk.find(NoticeDraftDialog)
    assert form.field("subject").value() == "邻居夜间装修噪声"
    assert form.field("unit_id").value() == desk.story.unit("SFS")
    assert "12345转办" in form.field("background").value()
    assert form.field("consequence").value() == "逾期未办结的，升级为黄牌督办。"
    desk.press(form, Qt.Key.Key_Escape)
    desk.settled()
    assert desk.story.ask(notices) == ()


def test_a_second_draft_leads_to_the_first(desk: Desk) -> None:
    case = desk.story.signed("SFS")
    known = drafted(desk.story, case)
    other = drafted(desk.story, desk.story.signed("PCS"))
    page = arrive(desk)
    page.show_notice(other)
    desk.settled()
    page.draft_for(case)
    desk.settled()
    assert not [one for one in desk.window.findChildren(NoticeDraftDialog) if one.isVisible()]
    assert page.register().current().id == known


def test_a_new_notice_asks_for_the_number_of_its_case(desk: Desk) -> None:
    case = desk.story.signed("SFS")
    page = arrive(desk)
    desk.press(page.register().table(), Qt.Key.Key_N, CONTROL)
    dialog = desk.find(NoticeMoveDialog)
    fill(desk, dialog, number="YZH209901010001")
    agree(desk, dialog)
    assert dialog.isVisible() and dialog.rows()["number"].error()
    fill(desk, dialog, number=desk.story.column(case, "number"))
    agree(desk, dialog)
    assert desk.find(NoticeDraftDialog).field("subject").value() == "邻居夜间装修噪声"


# Papers -----------------------------------------------------------------------------------------


def test_a_draft_is_shown_as_a_draft_and_cannot_be_printed(desk: Desk) -> None:
    drafted(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    paper = page.panel().preview().paper()
    assert paper is not None and not paper.kept
    assert "草稿" in desk.words(page.panel())
    assert "龙永督〔" not in text_of(paper.data)
    desk.press(page.register().table(), Qt.Key.Key_P, CONTROL)
    assert not [one for one in desk.window.findChildren(PrintDialog) if one.isVisible()]


def test_a_reprint_is_the_kept_paper_and_is_counted(desk: Desk, tmp_path: Path) -> None:
    notice = issued(desk.story, desk.story.signed("SFS"), at=ONE_DAY_LATE)
    page = arrive(desk)
    print_into(desk, page, tmp_path / "first")
    print_into(desk, page, tmp_path / "second")
    first, second = (sorted((tmp_path / name).iterdir()) for name in ("first", "second"))
    assert [a.read_bytes() for a in first] == [b.read_bytes() for b in second]
    rows = [row for row in desk.story.ask(papers, "notice", notice)]
    assert sorted(row.kind for row in rows) == ["notice", "receipt"]
    assert {len(row.prints) for row in rows} == {2}
    assert desk.story.ask(paper_file, rows[0].id).is_intact
    assert "补打 1 次" in desk.words(page.panel())


def test_a_folder_that_cannot_be_written_leaves_no_print(desk: Desk, tmp_path: Path) -> None:
    notice = issued(desk.story, desk.story.signed("SFS"), at=ONE_DAY_LATE)
    page = arrive(desk)
    (tmp_path / "file").write_text("no folder")
    print_into(desk, page, tmp_path / "file" / "papers")
    assert detail_of(desk, notice).printed_at is None
    assert [row.prints for row in desk.story.ask(papers, "notice", notice)] == [(), ()]


def test_letter_and_slip_are_looked_at_beside_the_form(desk: Desk) -> None:
    notice = delivered(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    preview = page.panel().preview()
    for kind, words in ((PaperKind.LETTER, "督办通知"), (PaperKind.RECEIPT, "督办回执")):
        preview.show_kind(kind)
        desk.settled()
        assert preview.paper().kind is kind
        assert words in text_of(preview.paper().data)
    assert preview.view().page_count() >= 1
    assert detail_of(desk, notice).printed_at is None


def test_words_are_looked_for_in_the_paper_and_not_on_the_page(desk: Desk) -> None:
    issued(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    preview = page.panel().preview()
    desk.press(preview.view(), Qt.Key.Key_F, CONTROL)
    board = preview.board()
    desk.type(board.search, "办结时限")
    desk.settled()
    assert board.search.isVisible() and board.found_words().startswith("第 1/")
    desk.press(board.search, Qt.Key.Key_Escape)
    assert board.found_words() == "" and not board.search.isVisible()


# The register -----------------------------------------------------------------------------------


def test_tabs_and_pills_narrow_the_register(desk: Desk) -> None:
    story = desk.story
    issued(story, story.signed("SFS"))
    drafted(story, story.signed("PCS"), YELLOW)
    page = arrive(desk)
    table = page.register().table()
    assert table.rows().rowCount() == 2
    desk.press(page.register().tabs(), Qt.Key.Key_Right)
    assert table.rows().rowCount() == 1
    assert page.register().current().number.text == "未编号（签发时取号）"
    desk.press(page.register().tabs(), Qt.Key.Key_Left)
    page.search("sfs")
    desk.settled()
    assert [page.register().current().unit] == ["司法所"]


def test_a_unit_sees_its_own_issued_notices_and_no_suggestions(desk: Desk) -> None:
    story = desk.story
    mine = issued(story, story.signed("SFS"))
    issued(story, story.signed("PCS"))
    desk.now = ONE_DAY_LATE
    page = as_other(desk, "sfs_head")
    assert not page.queue().isVisible()
    assert list(page.register().table().rows().ids()) == [mine]
    assert [move.label() for move in page.panel().moves()] == ["登记送达"]


def test_a_running_notice_is_raised_by_key(desk: Desk) -> None:
    issued(desk.story, desk.story.signed("SFS"))
    page = arrive(desk, FIVE_DAYS_LATE)
    desk.press(page.register().table(), Qt.Key.Key_U, CONTROL)
    desk.settled()
    form = desk.find(NoticeDraftDialog)
    assert form.field("level").value() is SupervisionLevel.YELLOW
    assert "龙永督〔2026〕1号" in form.field("handling").value()
    agree(desk, form)
    assert {row.level for row in desk.story.ask(notices)} == {ORDINARY, YELLOW}


def test_the_badge_counts_what_is_to_issue_and_to_print(desk: Desk) -> None:
    story = desk.story
    drafted(story, story.signed("SFS"))
    issued(story, story.signed("PCS"))
    delivered(story, story.signed("ZZD"))
    page = desk.page("ledger")
    told: list[tuple[str, int]] = []
    page = desk.window.page("supervision")
    page.badge_changed.connect(lambda name, count: told.append((name, count)))
    desk.page("supervision")
    assert told[-1] == ("supervision", 2)


def test_the_register_book_is_written_as_pdf_and_workbook(desk: Desk, tmp_path: Path) -> None:
    story = desk.story
    issued(story, story.signed("SFS"))
    issued(story, story.signed("PCS"), YELLOW)
    page = arrive(desk)
    page.export_to(tmp_path / "book.pdf")
    desk.settled()
    text = text_of((tmp_path / "book.pdf").read_bytes())
    assert "督办台账" in text and "龙永督〔2026〕2号" in text and "2026年度" in text
    page.export_to(tmp_path / "book.xlsx")
    desk.settled()
    (sheet,) = read_tables(tmp_path / "book.xlsx")
    head, first, second = (list(row) for row in sheet.rows)
    assert head[:3] == ["序号", "编号", "级别"]
    assert first[1:4] == ["龙永督〔2026〕1号", "普通", "司法所"]
    assert (second[2], float(second[13])) == ("黄牌", -5.0)


# Listed by the district -------------------------------------------------------------------------


def test_a_listed_matter_goes_from_registration_to_delisting(desk: Desk) -> None:
    page = arrive(desk)
    page.listing().begin()
    desk.settled()
    form = desk.find(ListedDialog)
    agree(desk, form)
    assert form.rows()["number"].error() == "请填写"
    fill(
        desk,
        form,
        number="龙综指挂〔2026〕5号",
        listed_on="11-18",
        subject="云峰路违法搭建整治",
        reason="群众反复投诉",
        finish_by="12-30 17:30",
    )
    form.field("unit_id").set_value(desk.story.unit("ZZD"))
    agree(desk, form)
    listed_id = page.listed_panel().row().id
    assert page.register().current().is_listed

    panel = page.listed_panel()
    panel.begin("report")
    fill(desk, desk.find(NoticeMoveDialog), text="已拆除三处")
    agree(desk, desk.find(NoticeMoveDialog))
    step(desk, page, measures="全部拆除并恢复路面")
    desk.press(page.register().table(), RETURN)
    delist = desk.find(NoticeMoveDialog)
    fill(
        desk,
        delist,
        delisting_number="龙综指摘〔2026〕2号",
        delisted_on="11-20",
        check_result="现场核查属实",
    )
    agree(desk, delist)
    row = desk.story.ask(listed_detail, listed_id)
    assert row.state == "delisted"
    assert row.delisting_number == "龙综指摘〔2026〕2号"
    assert [one.text for one in row.reports] == ["已拆除三处"]
    assert page.register().current().end.text == "已摘牌"
