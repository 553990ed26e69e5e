"""A form is filled from the keyboard, in order, and forgives how things are typed."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.widgets.basic_dialog import QuestionDialog, ReasonDialog
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.date_words import date_words, read_date_words
from desktop.widgets.field_row import FieldRow
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

NOW = datetime(2026, 11, 23, 10, 0)  # a Monday


class Form(QWidget):
    """A small form like that of the registration."""

    def __init__(self):
        super().__init__()
        self.source = SegmentedChoice([(1, "热线"), (2, "巡查")])
        self.phone = LineField(name="电话", digits=True)
        self.words = TextArea(name="描述")
        self.item = Picker("类别")
        self.item.set_choices([(1, "邻里纠纷", "", "lljf", "linlijiufen")])
        column = QVBoxLayout(self)
        for field in (self.source, self.phone, self.words, self.item):
            column.addWidget(FieldRow("字段", field))
        self.flow = FormFlow([self.source, self.phone, self.words, self.item], self)


@pytest.fixture
def form(theme, qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.flow.start()
    return form


def test_enter_goes_through_the_form_and_tells_its_end(form, qtbot):
    assert form.focusWidget() is form.source
    qtbot.keyClick(form.source, "1")
    for field, after in (
        (form.source, form.phone),
        (form.phone, form.words),
        (form.words, form.item),
    ):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert form.focusWidget() is after
    qtbot.keyClicks(form.item, "lljf")
    with qtbot.waitSignal(form.flow.finished):
        qtbot.keyClick(form.item, Qt.Key.Key_Return)
    assert form.item.value() == 1
    assert form.source.value() == 1


def test_shift_enter_goes_back_and_hidden_fields_are_left_out(form, qtbot):
    form.phone.setEnabled(False)
    qtbot.keyClick(form.source, Qt.Key.Key_Return)
    assert form.focusWidget() is form.words
    qtbot.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.focusWidget() is form.source


def test_control_j_breaks_a_line_and_enter_does_not(form, qtbot):
    form.words.setFocus()
    qtbot.keyClicks(form.words, "a")
    qtbot.keyClick(form.words, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(form.words, "b")
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert form.words.value() == "a\nb"


def test_tab_follows_the_same_order(form, qtbot):
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or form.focusWidget(), Qt.Key.Key_Tab)
        seen.append(form.focusWidget())
    assert seen == [form.phone, form.words, form.item]


@pytest.mark.parametrize("typed", ["１３８００００００００", "138 0000 0000", "138-电-00000000"])
def test_full_width_digits_become_ordinary(theme, qtbot, commit, typed):
    field = LineField(digits=True)
    qtbot.addWidget(field)
    commit(field, typed)
    assert field.value().replace("-", "") == "13800000000"


def test_letters_in_composition_are_not_text_yet(theme, qtbot):
    field = LineField(digits=True)
    qtbot.addWidget(field)
    field.show()
    QApplication.sendEvent(field, QInputMethodEvent("ren", []))
    assert field.text() == ""


def test_enter_while_letters_are_composed_does_not_leave_the_field(form, qtbot, commit):
    form.phone.setFocus()
    QApplication.sendEvent(form.phone, QInputMethodEvent("renminlu", []))
    qtbot.keyClick(form.phone, Qt.Key.Key_Return)
    assert form.focusWidget() is form.phone
    commit(form.phone, "１３８")
    assert form.phone.value() == "138"
    qtbot.keyClick(form.phone, Qt.Key.Key_Return)
    assert form.focusWidget() is not form.phone


def test_a_composition_that_was_left_holds_no_other_field(form, qtbot):
    form.phone.setFocus()
    QApplication.sendEvent(form.phone, QInputMethodEvent("ren", []))
    form.words.setFocus()
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert form.focusWidget() is form.item


def test_an_error_stands_under_the_field_and_can_be_taken_back(theme, qtbot):
    row = FieldRow("类别", Picker(), required=True, note="输入拼音首字母")
    qtbot.addWidget(row)
    row.show()
    row.set_error("请选择类别")
    assert row.error() == row.field.accessibleDescription() == "请选择类别"
    assert row.field.property("invalid") is True
    row.clear_error()
    assert row.field.accessibleDescription() == "输入拼音首字母"
    assert row.field.accessibleName() == "类别 必填"


def test_a_long_text_is_cut_where_it_was_typed(theme, qtbot):
    area = TextArea(longest=5)
    qtbot.addWidget(area)
    area.set_value("abcde")
    qtbot.keyClicks(area, "x")
    assert len(area.value()) == 5


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("11-27 17:30", datetime(2026, 11, 27, 17, 30)),
        ("11-27 周五 17:30", datetime(2026, 11, 27, 17, 30)),
        ("2026-12-04", datetime(2026, 12, 4, 17, 30)),
        ("2026年12月4日 9点半", datetime(2026, 12, 4, 9, 30)),
        ("明天 9点", datetime(2026, 11, 24, 9, 0)),
        ("今天下午3点", datetime(2026, 11, 23, 15, 0)),
        ("周五", datetime(2026, 11, 27, 17, 30)),
        ("周一", datetime(2026, 11, 23, 17, 30)),
        ("下周三 10:00", datetime(2026, 12, 2, 10, 0)),
        ("＋３", datetime(2026, 11, 26, 17, 30)),
        ("1127 1730", datetime(2026, 11, 27, 17, 30)),
        ("１１－２７　１７：３０", datetime(2026, 11, 27, 17, 30)),
        ("27日", datetime(2026, 11, 27, 17, 30)),
        ("1-5", datetime(2027, 1, 5, 17, 30)),
        ("18:00", datetime(2026, 11, 23, 18, 0)),
        ("晚上8点", datetime(2026, 11, 23, 20, 0)),
        ("现在", NOW),
        ("", None),
        ("很快", None),
        ("13-45", None),
        ("2-30", None),
        ("11-27 25:00", None),
    ],
)
def test_dates_are_read_as_people_type_them(words, meant):
    assert read_date_words(words, NOW, time(17, 30)) == meant


@pytest.mark.parametrize("day", [1, 9, 28])
@pytest.mark.parametrize("month", [1, 6, 12])
@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_what_is_shown_is_read_back_as_the_same_moment(year, month, day):
    moment = datetime(year, month, day, 8, 5)
    assert read_date_words(date_words(moment, NOW), NOW) == moment


def test_a_date_field_tells_what_was_typed_and_tidies_it(theme, qtbot):
    field = DateTimeField(name="时限", now=lambda: NOW)
    qtbot.addWidget(field)
    field.show()
    told = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field, "11-27 9:00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told[-1] == field.value() == datetime(2026, 11, 27, 9, 0)
    assert field.text() == "11-27 周五 09:00"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == datetime(2026, 11, 28, 9, 0)


def test_words_that_are_no_date_are_kept_and_called_unclear(theme, qtbot):
    field = DateTimeField(now=lambda: NOW)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "abc")
    assert field.is_unclear()
    assert field.text() == "abc"


def test_the_calendar_gives_a_day_and_keeps_the_hour(theme, qtbot):
    field = DateTimeField(now=lambda: NOW)
    qtbot.addWidget(field)
    field.show()
    field.set_value(datetime(2026, 11, 27, 9, 30))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    board = QApplication.activePopupWidget()
    calendar = board.findChild(QWidget, "qt_calendar_calendarview")
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert field.value() == datetime(2026, 11, 28, 9, 30)
    board.close()


def test_a_question_is_answered_by_its_button_and_danger_is_not_the_default(theme, qtbot):
    question = QuestionDialog("作废？", "文号保留", "作废", danger=True)
    qtbot.addWidget(question)
    question.show()
    assert not question.button(True).isDefault()
    question.button(True).click()
    assert question.is_agreed()


def test_escape_answers_no(theme, qtbot):
    question = QuestionDialog("离开？", "已存为草稿", "离开")
    qtbot.addWidget(question)
    question.show()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert not question.is_agreed()


def test_a_reason_must_be_given(theme, qtbot):
    dialog = ReasonDialog("退回", "写明理由", "退回", suggestions=("信息不全",))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field, "not ours")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert (dialog.answer, dialog.reason()) == (True, "not ours")
