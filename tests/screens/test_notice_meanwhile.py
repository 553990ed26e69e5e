"""A notice that others work on too: shown before more is typed, both texts kept, no step twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from db.commands.notice_replies import DeliverNotice
from db.commands.notices import ChangeNotice, NoticeTexts
from db.rules.notice_states import NoticeState
from desktop.dialogs.notice_draft import NoticeDraftDialog
from desktop.dialogs.notice_move import NoticeMoveDialog
from tests.flows.notice_steps import drafted, issued
from tests.screens.conftest import Desk
from tests.screens.test_supervision import CONTROL, RETURN, agree, arrive, detail_of, fill, push


def test_a_second_enter_is_the_same_wish_and_no_conflict_with_oneself(desk: Desk) -> None:
    notice = drafted(desk.story, desk.story.signed("SFS"))
    desk.sign_on_as("shift_lead")
    page = desk.page("supervision")
    page.show_notice(notice)
    desk.settled()
    table = page.register().table()
    desk.press(table, RETURN)
    desk.press(desk.find(NoticeMoveDialog), RETURN, CONTROL)
    # The answer is not here yet when the key is struck once more.
    desk.press(table, RETURN)
    assert [one for one in desk.window.findChildren(NoticeMoveDialog) if one.isVisible()] == []
    desk.settled()
    assert detail_of(desk, notice).state is NoticeState.CHECKED
    desk.press(table, RETURN)
    agree(desk, desk.find(NoticeMoveDialog))
    assert detail_of(desk, notice).state is NoticeState.ISSUED


def test_what_was_written_outlives_a_change_by_somebody_else(desk: Desk) -> None:
    notice = drafted(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    desk.press(page.panel().findChild(QPushButton, "move_change"), Qt.Key.Key_Space)
    desk.settled()
    form = desk.find(NoticeDraftDialog)
    fill(desk, form, problem="我的说法。")
    desk.story.do(
        ChangeNotice(notice_id=notice, texts=NoticeTexts(basis="别人写的依据")), by="operator2"
    )
    agree(desk, form)
    assert form.isVisible()
    assert "值班员乙 修改" in desk.words(form)
    for told in ("督办依据", "您打开时", "现在", "谁改的", "别人写的依据"):
        assert told in desk.words(form)
    assert form.field("problem").value() == "我的说法。"
    assert not form.button("yes").isEnabled()
    desk.press(form.button("take_over"), Qt.Key.Key_Space)
    agree(desk, form)
    kept = detail_of(desk, notice)
    assert (kept.problem, kept.basis) == ("我的说法。", "别人写的依据"), "both texts are kept"


def test_a_step_that_somebody_else_took_is_told_and_nothing_is_lost(desk: Desk) -> None:
    notice = issued(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    dialog = push(desk, page, "move_deliver")
    fill(desk, dialog, received_by="司法员甲")
    desk.story.do(DeliverNotice(notice_id=notice, received_by="别人"), by="clerk")
    agree(desk, dialog)
    assert dialog.isVisible()
    assert "打印员甲 送达" in desk.words(dialog)
    assert dialog.field("received_by").value() == "司法员甲"
    desk.press(dialog.button("take_over"), Qt.Key.Key_Space)
    agree(desk, dialog)
    assert "不能送达" in desk.words(dialog)
    assert detail_of(desk, notice).received_by == "别人"


def test_a_step_of_somebody_else_is_shown_before_more_is_typed(desk: Desk) -> None:
    notice = issued(desk.story, desk.story.signed("SFS"))
    page = arrive(desk)
    dialog = push(desk, page, "move_deliver")
    desk.story.do(DeliverNotice(notice_id=notice, received_by="别人"), by="clerk")
    desk.settled()
    assert "打印员甲 送达" in desk.words(dialog)
    assert not dialog.button("yes").isEnabled()
    desk.press(dialog, Qt.Key.Key_Escape)
