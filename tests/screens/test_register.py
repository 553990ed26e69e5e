"""Registering by keys alone: what is typed arrives in the record, and nothing of it is lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from sqlalchemy import select

from db.commands.suggestion_rules import AddSuggestionRule
from db.model.case import case_unit, cases
from db.queries.case_detail import case_detail
from db.queries.duplicates import Likeness
from db.queries.lookup import items, units
from db.rules.terms import CaseState, Source, Urgency
from desktop.drafts import Draft, Drafts
from desktop.pages.register_drafts import DraftOffer
from desktop.pages.register_saving import Saving
from desktop.pages.register_unsent import UnsentFiles
from desktop.registration import Registration
from desktop.widgets.notices import Toast
from tests.screens.conftest import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOISE = "永上社区中心街29号三楼夜间装修，邻居多次交涉无果。"


@pytest.fixture
def page(desk: Desk) -> Any:
    """The registration page, opened by its key."""
    desk.press(None, Key.Key_F2)
    desk.settled()
    return desk.window.page("register")


def fill(desk: Desk, *, content: str = NOISE, place: str = "ys", item: str = "lljf") -> None:
    """Type the compulsory fields from the number on, by keys and the input method only."""
    desk.press(None, Key.Key_Return)  # number
    desk.press(None, Key.Key_Return)  # name
    desk.press(None, Key.Key_Return)  # salutation
    focused = desk.focused()
    assert focused is not None
    desk.type(focused, content)
    desk.press(None, Key.Key_Return)
    desk.keys(place)
    desk.press(None, Key.Key_Return)
    desk.press(None, Key.Key_Return)  # address
    desk.keys(item)
    desk.press(None, Key.Key_Return)
    desk.settled()


def newest(desk: Desk) -> Any:
    """Return the newest case as it is stored."""
    with desk.story.database.reading() as connection:
        return connection.execute(select(cases).order_by(cases.c.id.desc()).limit(1)).one()


def count(desk: Desk) -> int:
    """Return how many cases there are."""
    with desk.story.database.reading() as connection:
        return len(connection.execute(select(cases.c.id)).all())


def toast(desk: Desk) -> str:
    """Return what the window says."""
    return desk.find(Toast).words()


def test_a_call_is_taken_down_from_f2_to_ctrl_enter_without_the_mouse(
    desk: Desk, page: Any
) -> None:
    assert desk.focused() is page.form.phone
    desk.keys("13805770001")
    fill(desk)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    case = newest(desk)
    assert case.state == CaseState.WAITING_ACCEPTANCE
    assert (case.source, case.content) == (Source.HOTLINE_12345, NOISE)
    assert case.item_id == desk.story.item("MD02")
    assert case.community_id == desk.story.unit("330303001004")
    assert (case.reporter_phone, case.wants_call_back) == ("13805770001", True)
    assert case.number in toast(desk)
    assert page.form.is_empty()
    assert desk.focused() is page.form.phone


def test_the_initials_lljf_pick_the_quarrel_of_neighbours(desk: Desk, page: Any) -> None:
    item = page.form.item
    item.setFocus()
    desk.keys("lljf", item)
    assert item.is_open()
    desk.press(item, Key.Key_Return)
    assert item.value() == desk.story.item("MD02")
    assert item.text() == "邻里纠纷"


def test_an_item_suggests_the_unit_the_urgency_and_the_deadline(desk: Desk, page: Any) -> None:
    fill(desk, item="rqaqyh")
    form = page.form
    assert form.urgency.value() is Urgency.URGENT
    assert form.lead.value() == desk.story.unit("ZZD")
    assert "11-17 08:30 前办结" in form.due.text()


def test_an_urgency_chosen_by_hand_is_not_changed_by_the_item(desk: Desk, page: Any) -> None:
    form = page.form
    desk.press(form.urgency, Key.Key_3)
    fill(desk, item="rqaqyh")
    assert form.urgency.value() is Urgency.MAJOR


def test_full_width_digits_become_a_number(desk: Desk, page: Any) -> None:
    desk.type(page.form.phone, "１３８０５７７０００１")
    assert page.form.phone.value() == "13805770001"


def test_enter_goes_on_and_shift_enter_goes_back(desk: Desk, page: Any) -> None:
    desk.press(None, Key.Key_Return)
    assert desk.focused() is page.form.reporter
    desk.press(None, Key.Key_Return, SHIFT)
    assert desk.focused() is page.form.phone


def test_what_is_missing_is_told_under_the_field_and_the_first_one_gets_the_cursor(
    desk: Desk, page: Any
) -> None:
    desk.keys("13805770001")
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    rows = page.form.rows
    assert [name for name in rows if rows[name].error()] == ["content", "place", "item"]
    assert desk.focused() is page.form.content
    assert page.form.phone.value() == "13805770001"
    assert count(desk) == 0


def test_an_error_disappears_when_its_field_is_mended(desk: Desk, page: Any) -> None:
    desk.press(None, Key.Key_Return, CONTROL)
    desk.type(page.form.content, NOISE)
    assert not page.form.rows["content"].error()
    assert page.form.rows["item"].error()


def test_a_refusal_of_the_record_is_told_under_its_field(desk: Desk, page: Any) -> None:
    desk.keys("#")
    fill(desk)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert "联系电话" in page.form.rows["phone"].error()
    assert desk.focused() is page.form.phone
    assert page.form.content.value() == NOISE
    assert count(desk) == 0


def test_f4_takes_item_and_place_that_the_text_names(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, NOISE)
    desk.settled()
    assert "邻居" in desk.words(page.form.rows["content"])
    desk.press(page.form.content, Key.Key_F4)
    assert page.form.item.value() == desk.story.item("MD02")
    assert page.form.place.value() == desk.story.unit("330303001004")


def test_ctrl_d_saves_accepts_and_assigns_to_the_suggested_units(desk: Desk, page: Any) -> None:
    fill(desk)
    desk.press(None, Key.Key_D, CONTROL)
    desk.settled()
    case = newest(desk)
    assert case.state == CaseState.WAITING_SIGNATURE
    assert case.lead_id == desk.story.unit("SFS")
    with desk.story.database.reading() as connection:
        parts = dict(
            connection.execute(
                select(case_unit.c.unit_id, case_unit.c.part).where(case_unit.c.case_id == case.id)
            ).all()
        )
    assert parts == {desk.story.unit("SFS"): "lead", desk.story.unit("PCS"): "assist"}
    assert "司法所" in toast(desk)


def test_a_retry_of_the_same_form_makes_no_second_case(desk: Desk, page: Any) -> None:
    saving = Saving(desk.services, page)
    wanted = Registration(facts=desk.story.facts(), lead_id=desk.story.unit("SFS"))
    for _ in range(2):
        saving.start(wanted)
        desk.settled()
    assert count(desk) == 1
    assert newest(desk).state == CaseState.WAITING_SIGNATURE


def test_a_similar_case_is_shown_and_f8_links_the_new_one_to_it(desk: Desk, page: Any) -> None:
    main = desk.story.registered(reporter_phone="13805770001")
    desk.keys("13805770001")
    fill(desk)
    assert page.radar.isVisible()
    assert page.radar.cases()[0].id == main
    assert "近 30 天来电 1 次" in desk.words(page.form.rows["phone"])
    desk.press(None, Key.Key_F8)
    assert page.radar.main_id() == main
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert newest(desk).duplicate_of == main


def test_a_similar_case_never_stops_the_saving(desk: Desk, page: Any) -> None:
    desk.story.registered()
    fill(desk)
    assert page.radar.isVisible()
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert newest(desk).duplicate_of is None
    assert count(desk) == 2


def test_what_the_grid_settled_itself_is_registered_with_its_result(desk: Desk) -> None:
    desk.sign_on_as("grid")
    page = desk.page("register")
    assert page.form.source() is Source.GRID_REPORT
    desk.press(None, Key.Key_G, CONTROL)
    desk.type(page.form.content, NOISE)
    desk.press(None, Key.Key_F4)
    desk.press(None, Key.Key_Return, CONTROL)
    assert desk.focused() is page.form.result
    desk.type(page.form.result, "当场劝停，双方握手言和。")
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    case = newest(desk)
    assert case.self_handled
    assert case.result == "当场劝停，双方握手言和。"
    assert case.grid_id == desk.story.unit("33030300100401")


def test_a_draft_is_offered_again_in_a_new_window(desk: Desk, page: Any) -> None:
    desk.keys("13805770001")
    desk.type(page.form.content, NOISE)
    desk.press(None, Key.Key_S, CONTROL)
    desk.sign_on_as("operator")
    page = desk.page("register")
    assert NOISE[:20] in desk.find(DraftOffer).words()
    assert page.form.is_empty()
    desk.press(None, Key.Key_R, CONTROL)
    assert page.form.content.value() == NOISE
    assert page.form.phone.value() == "13805770001"


def test_a_closed_window_keeps_the_draft_without_being_asked(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, NOISE)
    desk.sign_on_as("operator")
    assert NOISE[:20] in desk.find(DraftOffer, desk.page("register")).words()


def test_a_saved_case_leaves_no_draft(desk: Desk, page: Any) -> None:
    fill(desk)
    desk.press(None, Key.Key_S, CONTROL)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    desk.sign_on_as("operator")
    assert not desk.page("register").findChild(DraftOffer).isVisible()


def test_a_pasted_picture_is_stored_with_the_case(desk: Desk, page: Any) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    QGuiApplication.clipboard().setImage(picture)
    fill(desk)
    page.form.files.setFocus()
    desk.press(page.form.files, Key.Key_V, CONTROL)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    detail = desk.story.ask(case_detail, newest(desk).id)
    assert [file.media_type for file in detail.attachments] == ["image/png"]


def test_a_picture_is_pasted_while_the_cursor_is_in_the_text(desk: Desk, page: Any) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    QGuiApplication.clipboard().setImage(picture)
    page.form.content.setFocus()
    desk.press(page.form.content, Key.Key_V, CONTROL)
    assert len(page.form.files.files()) == 1
    assert page.form.content.value() == ""


def test_a_picture_dragged_from_a_browser_is_taken(desk: Desk, page: Any) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    given = QMimeData()
    given.setImageData(picture)
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copying, given, left, none)
    QCoreApplication.sendEvent(page.form.files, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), copying, given, left, none)
    QCoreApplication.sendEvent(page.form.files, drop)
    assert [file.name[-4:] for file in page.form.files.files()] == [".png"]


def test_a_file_that_is_refused_is_told_and_kept_and_the_case_goes_on(
    desk: Desk, page: Any
) -> None:
    fill(desk)
    page.form.files.add("现场.png", b"this is no picture")
    desk.press(None, Key.Key_D, CONTROL)
    desk.settled()
    assert newest(desk).state == CaseState.WAITING_SIGNATURE
    assert page.form.is_empty()
    kept = desk.find(UnsentFiles, page)
    assert "现场.png" in kept.words()
    assert newest(desk).number in kept.words()
    kept.send()
    desk.settled()
    assert "现场.png" in kept.words()


def test_leaving_the_page_loses_nothing(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, NOISE)
    desk.press(None, Key.Key_Escape)
    desk.settled()
    assert not page.isVisible()
    desk.press(None, Key.Key_F2)
    assert page.form.content.value() == NOISE


def test_enter_passes_over_what_is_not_shown(desk: Desk, page: Any) -> None:
    page.form.lead.setFocus()
    desk.press(None, Key.Key_Return)
    assert desk.focused() is page.form.files
    desk.press(None, Key.Key_G, CONTROL)
    page.form.grid.setFocus()
    desk.press(None, Key.Key_Return)
    assert desk.focused() is page.form.result


def test_a_draft_with_a_retired_item_asks_for_the_item_again(desk: Desk, page: Any) -> None:
    page.form.fill({"source": "manual", "content": NOISE, "item": 12345})
    assert "item" in page.form.missing()


def test_a_draft_is_readable_by_this_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    draft = Draft("2026-11-16T08:30:00", {"content": NOISE})
    assert Drafts(path).save([draft])
    assert path.stat().st_mode & 0o777 == 0o600
    assert Drafts(path).load() == [draft]


def test_with_a_key_a_draft_is_never_written_in_clear(tmp_path: Path) -> None:
    path = tmp_path / "drafts.locked"
    draft = Draft("2026-11-16T08:30:00", {"content": NOISE, "phone": "13805770001"})
    assert Drafts(path, "ab" * 32).save([draft])
    assert Drafts(path, "ab" * 32).load() == [draft]
    assert path.stat().st_mode & 0o777 == 0o600
    for file in tmp_path.iterdir():
        assert b"13805770001" not in file.read_bytes()


def test_a_draft_that_cannot_be_read_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    path.write_text("{broken", encoding="utf-8")
    assert Drafts(path).load() == []
    assert [file.name for file in tmp_path.iterdir()] == ["drafts.unreadable"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (NOISE, "MD02"),
        ("人民路88号北侧雨水井盖缺失", "ZA17"),
        ("8名工人在厂门口讨要工资", "MD04"),
        ("出租房燃气泄漏，现场有明显异味", "ZA09"),
    ],
)
def test_a_text_suggests_item_and_unit_and_f4_takes_both(
    desk: Desk, page: Any, text: str, code: str
) -> None:
    row = next(one for one in desk.story.ask(items) if one.code == code)
    lead = next(one for one in desk.story.ask(units) if one.code == row.lead_code)
    desk.type(page.form.content, text)
    told = desk.words(page.form.rows["content"])
    assert f"建议类别「{row.name}」" in told
    assert f"承办「{lead.short_name}」" in told
    desk.press(page.form.content, Key.Key_F4)
    assert (page.form.item.value(), page.form.lead.value()) == (row.id, lead.id)


def test_a_text_that_says_nothing_suggests_nothing(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, "您好")
    assert "建议" not in desk.words(page.form.rows["content"])


def test_a_new_word_of_the_office_suggests_in_the_open_form(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, "河边有人放孔明灯")
    assert "建议" not in desk.words(page.form.rows["content"])
    command = AddSuggestionRule(words="孔明灯", item_id=desk.story.item("ZA09"))
    desk.story.do(command, by="director")
    desk.settled()
    assert "孔明灯" in desk.words(page.form.rows["content"])
    desk.press(page.form.content, Key.Key_F4)
    assert page.form.item.value() == desk.story.item("ZA09")


def test_ctrl_z_takes_the_case_back_and_what_was_typed_returns(desk: Desk, page: Any) -> None:
    desk.keys("13805770001")
    fill(desk)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert newest(desk).state == CaseState.WAITING_ACCEPTANCE
    desk.press(None, Key.Key_Z, CONTROL)
    desk.settled()
    case = newest(desk)
    assert case.state == CaseState.VOID
    assert case.void_reason
    assert "已撤销登记" in toast(desk)
    assert (page.form.content.value(), page.form.phone.value()) == (NOISE, "13805770001")
    assert page.form.item.value() == desk.story.item("MD02")
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    assert count(desk) == 2
    assert newest(desk).state == CaseState.WAITING_ACCEPTANCE


def test_a_case_assigned_at_once_is_taken_back_too(desk: Desk, page: Any) -> None:
    fill(desk)
    desk.press(None, Key.Key_D, CONTROL)
    desk.settled()
    desk.press(None, Key.Key_Z, CONTROL)
    desk.settled()
    assert newest(desk).state == CaseState.VOID


def test_ctrl_z_in_a_field_that_is_typed_in_undoes_the_typing_alone(desk: Desk, page: Any) -> None:
    fill(desk)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    desk.keys("1380577")
    desk.press(None, Key.Key_Z, CONTROL)
    desk.settled()
    assert newest(desk).state == CaseState.WAITING_ACCEPTANCE


def test_a_picture_returns_with_a_case_taken_back(desk: Desk, page: Any) -> None:
    fill(desk)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    QGuiApplication.clipboard().setImage(picture)
    page.form.files.setFocus()
    desk.press(page.form.files, Key.Key_V, CONTROL)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    desk.press(None, Key.Key_Z, CONTROL)
    desk.settled()
    assert len(page.form.files.files()) == 1


def test_the_log_tells_the_seconds_and_nothing_of_the_call(
    desk: Desk, page: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="desktop.pages.register")
    desk.keys("13805770001")
    fill(desk)
    desk.press(None, Key.Key_Return, CONTROL)
    desk.settled()
    lines = [one.getMessage() for one in caplog.records if "registered in" in one.getMessage()]
    assert len(lines) == 1
    assert re.fullmatch(r"registered in \d+\.\d seconds", lines[0])


def test_a_text_is_like_a_case_of_the_item_that_it_speaks_for(desk: Desk, page: Any) -> None:
    main = desk.story.registered()
    desk.type(page.form.content, NOISE)
    desk.settled()
    found = page.radar.cases()[0]
    assert found.id == main
    assert Likeness.ITEM in found.reasons


def test_a_phone_is_looked_up_while_the_cursor_is_still_in_it(desk: Desk, page: Any) -> None:
    main = desk.story.registered(reporter_phone="13805770001")
    desk.keys("13805770001")
    desk.settled()
    assert desk.focused() is page.form.phone
    assert [case.id for case in page.radar.cases()] == [main]


def test_an_emptied_form_can_be_brought_back(desk: Desk, page: Any) -> None:
    desk.type(page.form.content, NOISE)
    page._clear()
    assert page.form.is_empty()
    desk.press(None, Key.Key_R, CONTROL)
    assert page.form.content.value() == NOISE
