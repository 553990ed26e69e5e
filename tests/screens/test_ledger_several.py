"""Several cases chosen in the ledger: what they allow, one action for all, a result for each."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from db.commands.flow import SignForCase
from db.model.audit import command_done
from db.rules.terms import CaseState
from desktop.dialogs.case_action import CaseActionDialog
from desktop.pages.ledger import LedgerPage
from desktop.pages.several_bar import SeveralBar
from desktop.pages.several_outcomes import OutcomesDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.picker import Picker
from desktop.widgets.text_area import TextArea
from tests.screens.conftest import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def page_of(desk: Desk) -> LedgerPage:
    """Open the ledger with the keyboard on its first row."""
    page: LedgerPage = desk.page("ledger")
    page.table().choose_place(0)
    desk.settled()
    return page


def buttons(desk: Desk, page: LedgerPage) -> list[str]:
    """Return the words of the buttons under the list."""
    bar = desk.find(SeveralBar, page)
    found = [one for one in bar.findChildren(ActionButton) if one.objectName()]
    return [one.words() for one in found if one.isVisible()]


def press(desk: Desk, page: LedgerPage, action: str) -> None:
    """Press a button under the list."""
    found = desk.find(SeveralBar, page).findChild(ActionButton, f"several_{action}")
    desk.press(found, Key.Key_Space)
    desk.settled()


def agree(desk: Desk) -> None:
    """Say yes to the question, and let all of it be done."""
    desk.press(desk.find(CaseActionDialog), Key.Key_Return, CTRL)
    desk.settled()


def outcomes(desk: Desk) -> OutcomesDialog:
    """Return the table of results."""
    return desk.find(OutcomesDialog)


def close(desk: Desk) -> None:
    """Close the table of results by Esc."""
    desk.press(outcomes(desk), Key.Key_Escape)
    desk.settled()


def test_several_cases_are_accepted_at_once_each_by_a_command_of_its_own(desk: Desk) -> None:
    ids = [desk.story.registered(title=f"占道经营{n}") for n in range(3)]
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    assert "已选 3 件" in desk.words(page)
    assert buttons(desk, page)[0] == "受理"
    press(desk, page, "accept")
    assert "共 3 件" in desk.words(desk.find(CaseActionDialog))
    agree(desk)
    assert {desk.story.state_of(one) for one in ids} == {CaseState.WAITING_ASSIGNMENT}
    with desk.story.database.reading() as connection:
        commands = select(command_done.c.command_id).where(command_done.c.command == "AcceptCase")
        assert len(set(connection.execute(commands).scalars())) == 3
    assert "受理：3 件全部办成" in desk.words(outcomes(desk))
    close(desk)
    assert len(page.table().chosen_ids()) == 1
    assert not page.findChild(SeveralBar).isVisible()


def test_rows_apart_from_each_other_are_chosen_by_keys(desk: Desk) -> None:
    for n in range(4):
        desk.story.registered(title=f"第{n}件")
    page = page_of(desk)
    table = page.table()
    ids = list(table.rows().ids())
    for _ in range(2):
        desk.press(table, Key.Key_Down, CTRL)
    desk.press(table, Key.Key_Space)
    assert table.chosen_ids() == [ids[0], ids[2]]
    desk.press(table, Key.Key_Space)
    assert table.chosen_ids() == [ids[0]]
    desk.press(table, Key.Key_Down, SHIFT)
    assert table.chosen_ids() == [ids[0], ids[2], ids[3]]
    desk.press(table, Key.Key_Escape)
    assert len(table.chosen_ids()) == 1


def test_what_not_all_cases_allow_says_how_many_do_and_the_rest_is_told_why(desk: Desk) -> None:
    fresh = [desk.story.registered(title="占道经营"), desk.story.registered(title="店外经营")]
    other = desk.story.assigned("SFS", title="邻里纠纷")
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    assert "受理（2 件）" in buttons(desk, page)
    press(desk, page, "accept")
    assert "另有 1 件现在不能受理" in desk.words(desk.find(CaseActionDialog))
    agree(desk)
    assert {desk.story.state_of(one) for one in fresh} == {CaseState.WAITING_ASSIGNMENT}
    assert desk.story.state_of(other) is CaseState.WAITING_SIGNATURE
    told = outcomes(desk)
    assert "受理：2 件办成，1 件没有办" in desk.words(told)
    number = desk.story.column(other, "number")
    assert f"事件 {number} 现在是“待签收”，不能受理，没有改动。" in desk.words(told)
    desk.press(told, Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["编号", "事项", "结果", "说明"]
    assert copied[1].split("\t")[:3] == [number, "邻里纠纷", "未办"]
    assert [line.split("\t")[2] for line in copied[2:]] == ["已办", "已办"]
    close(desk)
    assert page.table().chosen_ids() == [other]


def test_somebody_faster_keeps_one_case_back_and_not_the_others(desk: Desk) -> None:
    ids = [desk.story.assigned("SFS", title=f"纠纷{n}") for n in range(3)]
    desk.sign_on_as("sfs")
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    press(desk, page, "sign")
    dialog = desk.find(CaseActionDialog)
    desk.story.do(SignForCase(case_id=ids[1]), by="sfs_head")
    desk.press(dialog, Key.Key_Return, CTRL)
    desk.settled()
    assert {desk.story.state_of(one) for one in ids} == {CaseState.IN_PROGRESS}
    assert "签收：2 件办成，1 件没有办" in desk.words(outcomes(desk))
    assert outcomes(desk).table().row_here().row.id == ids[1]
    close(desk)
    assert page.table().chosen_ids() == [ids[1]]


def test_several_cases_are_assigned_to_one_unit_by_the_key(desk: Desk) -> None:
    ids = [desk.story.registered(title=f"占道经营{n}") for n in range(2)]
    for one in ids:
        desk.story.accept(one)
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    desk.press(page.table(), Key.Key_F6)
    desk.settled()
    dialog = desk.find(CaseActionDialog)
    # Cases of one item propose its unit.
    assert dialog.given()["lead_id"] == desk.story.unit("SFS")
    desk.find(Picker, dialog).set_value(desk.story.unit("PCS"))
    agree(desk)
    assert {desk.story.column(one, "holder_id") for one in ids} == {desk.story.unit("PCS")}


def test_several_cases_become_duplicates_of_the_one_at_hand(desk: Desk) -> None:
    ids = [desk.story.registered(title=f"路灯不亮{n}") for n in range(3)]
    page = page_of(desk)
    table = page.table()
    table.choose_id(ids[0])
    desk.press(table, Key.Key_A, CTRL)
    desk.settled()
    main = table.current_id()
    desk.press(table, Key.Key_F8)
    desk.settled()
    agree(desk)
    assert main is not None
    others = [one for one in ids if one != main]
    assert {desk.story.column(one, "duplicate_of") for one in others} == {main}
    assert desk.story.column(main, "duplicate_of") is None


def test_an_action_under_way_shows_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    ids = [desk.story.registered(title=f"占道经营{n}") for n in range(12)]
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    press(desk, page, "accept")
    desk.press(desk.find(CaseActionDialog), Key.Key_Return, CTRL)
    assert "受理 0 / 12" in desk.words(page)
    desk.press(page.table(), Key.Key_Escape)
    desk.settled()
    states = [desk.story.state_of(one) for one in ids]
    done = states.count(CaseState.WAITING_ASSIGNMENT)
    assert 0 < done < 12
    assert states.count(CaseState.WAITING_ACCEPTANCE) == 12 - done
    assert f"受理：{done} 件办成，{12 - done} 件没有办" in desk.words(outcomes(desk))
    assert "已停止，没有办理，没有改动。" in desk.words(outcomes(desk))
    close(desk)
    assert len(page.table().chosen_ids()) == 12 - done


def test_a_key_pressed_before_the_answer_is_there_is_not_lost(desk: Desk) -> None:
    for n in range(2):
        desk.story.accept(desk.story.registered(title=f"占道经营{n}"))
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.press(page.table(), Key.Key_F6)
    desk.settled()
    assert "共 2 件" in desk.words(desk.find(CaseActionDialog))
    desk.press(desk.find(CaseActionDialog), Key.Key_Escape)


def test_what_was_typed_stands_there_again_for_the_refused_cases(desk: Desk) -> None:
    ids = [desk.story.signed("SFS", title=f"纠纷{n}") for n in range(2)]
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    press(desk, page, "note")
    dialog = desk.find(CaseActionDialog)
    desk.type(desk.find(TextArea, dialog), "已电话核实两户情况")
    desk.story.report(ids[0])
    desk.press(dialog, Key.Key_Return, CTRL)
    desk.settled()
    assert "办理记录：1 件办成，1 件没有办" in desk.words(outcomes(desk))
    close(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    press(desk, page, "note")
    again = desk.find(CaseActionDialog)
    assert again.given()["text"] == "已电话核实两户情况"
    desk.press(again, Key.Key_Escape)


def test_the_menu_and_the_palette_act_on_all_chosen_cases(desk: Desk) -> None:
    desk.story.registered()
    desk.story.registered()
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    commands: dict[Any, Any] = {one.id: one for one in page.commands()}
    assert "accept" in commands
    assert "void" not in commands
    page.table().menu_wanted.emit(page.mapToGlobal(page.rect().center()))
    from PySide6.QtWidgets import QMenu

    menu = desk.find(QMenu, name="批量办理")
    assert "受理\tF3" in [one.text() for one in menu.actions()]
    desk.press(menu, Key.Key_Escape)


@pytest.mark.parametrize(("login", "words"), [("leader", "领导批示"), ("sfs", "签收")])
def test_each_role_is_offered_what_it_may_do(desk: Desk, login: str, words: str) -> None:
    for n in range(2):
        desk.story.assigned("SFS", title=f"纠纷{n}")
    desk.sign_on_as(login)
    page = page_of(desk)
    desk.press(page.table(), Key.Key_A, CTRL)
    desk.settled()
    assert words in buttons(desk, page)
    assert "受理" not in buttons(desk, page)
