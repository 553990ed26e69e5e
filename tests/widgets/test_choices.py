"""Segments, pickers, pills and tabs without the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.matching import Choice, find, marked_part
from desktop.widgets.picker import Picker
from desktop.widgets.picker_popup import PickerPopup
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.status_tabs import StatusTabs

ITEMS = [
    (11, "邻里纠纷", "社会治理", "lljf", "linlijiufen"),
    (12, "劳资纠纷", "社会治理", "lzjf", "laozijiufen"),
    (13, "油烟扰民", "市容环境", "yyrm", "youyanraomin"),
    (14, "人民路 88 号", "03 网格", "rml88h", "renminlu88hao"),
    (15, "人民路小学", "02 网格", "rmlxx", "renminluxiaoxue"),
]


@pytest.fixture
def segments(theme, qtbot):
    choice = SegmentedChoice([("a", "热线"), ("b", "巡查"), ("c", "来访", "danger")], name="来源")
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    return choice


def test_digits_switch_segments(segments, qtbot):
    with qtbot.waitSignal(segments.changed) as told:
        qtbot.keyClick(segments, "2")
    assert told.args == ["b"]
    qtbot.keyClick(segments, "3")
    assert (segments.value(), segments.text()) == ("c", "来访")


def test_a_digit_beyond_the_last_segment_or_with_alt_changes_nothing(segments, qtbot):
    segments.set_value("a")
    qtbot.keyClick(segments, "4")
    qtbot.keyClick(segments, "0")
    qtbot.keyClick(segments, "2", Qt.KeyboardModifier.AltModifier)
    assert segments.value() == "a"


def test_arrows_go_round_the_segments(segments, qtbot):
    seen = []
    for _ in range(4):
        qtbot.keyClick(segments, Qt.Key.Key_Right)
        seen.append(segments.value())
    qtbot.keyClick(segments, Qt.Key.Key_Left)
    assert seen == ["a", "b", "c", "a"]
    assert segments.value() == "c"


def test_a_click_chooses_the_segment_under_it_and_setting_tells_nothing(segments, qtbot):
    told = []
    segments.changed.connect(told.append)
    segments.set_value("b")
    assert told == []
    segments.resize(300, 38)
    qtbot.mouseClick(segments, Qt.MouseButton.LeftButton, pos=segments.rect().center() * 1.7)
    assert told == ["c"]


def test_digits_count_only_while_the_segments_have_the_focus(theme, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    choice, line = SegmentedChoice([(1, "热线"), (2, "巡查")]), QLineEdit()
    column.addWidget(choice)
    column.addWidget(line)
    qtbot.addWidget(window)
    window.show()
    line.setFocus()
    qtbot.keyClicks(line, "2")
    assert choice.value() is None
    assert line.text() == "2"


@pytest.fixture
def picker(theme, qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    line, after = Picker("事项"), QLineEdit()
    line.set_choices(ITEMS)
    column.addWidget(line)
    column.addWidget(after)
    qtbot.addWidget(window)
    window.show()
    line.setFocus()
    window.after = after
    line.window_kept = window
    return line


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lljf", "邻里纠纷"),
        ("linli", "邻里纠纷"),
        ("LZJF", "劳资纠纷"),
        ("rml88", "人民路 88 号"),
        ("yy", "油烟扰民"),
    ],
)
def test_a_picker_finds_by_initials_and_pinyin(picker, qtbot, typed, found):
    qtbot.keyClicks(picker, typed)
    assert picker.is_open()
    with qtbot.waitSignal(picker.chosen):
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.text() == found
    assert picker.value() == next(row[0] for row in ITEMS if row[1] == found)
    assert not picker.is_open()


def test_a_picker_finds_what_an_input_method_types(picker, commit):
    commit(picker, "纠纷")
    assert [c.id for c in picker.shown_choices()] == [11, 12]
    assert picker.is_open()


def test_arrows_move_in_the_list_and_tab_takes_the_marked_one(picker, qtbot):
    qtbot.keyClicks(picker, "rml")
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.text() == "人民路小学"
    assert picker.window().focusWidget() is picker.window_kept.after


def test_escape_gives_up_and_leaves_the_old_choice(picker, qtbot):
    picker.set_value(13)
    picker.selectAll()
    qtbot.keyClicks(picker, "zz")
    assert picker.value() is None
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.is_open()
    assert (picker.value(), picker.text()) == (13, "油烟扰民")


def test_half_a_word_is_not_left_in_a_picker_but_a_free_one_keeps_it(picker, theme, qtbot):
    qtbot.keyClicks(picker, "rml")
    picker.window_kept.after.setFocus()
    assert (picker.text(), picker.value()) == ("", None)
    free = Picker("地点", free=True)
    free.set_choices(ITEMS)
    qtbot.addWidget(free)
    free.show()
    qtbot.keyClicks(free, "zz lane")
    assert (free.text(), free.value()) == ("zz lane", None)


def test_changing_the_words_takes_the_choice_back(picker, qtbot):
    picker.set_value(11)
    picker.end(False)
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.keyClick(picker, Qt.Key.Key_Backspace)
    assert told.args == [None]
    assert picker.value() is None


def test_the_list_is_painted_and_takes_a_click(picker, qtbot):
    qtbot.keyClicks(picker, "jf")
    popup = picker.findChild(PickerPopup)
    assert not popup.grab().isNull()
    place = QPoint(30, 6 + popup.line_height() + 5)
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [12]


def test_a_long_list_scrolls_to_the_marked_choice(picker, qtbot):
    picker.set_choices([(i, f"第 {i} 网格") for i in range(100)])
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(picker, Qt.Key.Key_PageDown)
    picker.findChild(PickerPopup).grab()
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == 24


def test_words_that_fit_nothing_say_so_and_take_nothing(picker, qtbot):
    qtbot.keyClicks(picker, "zzz")
    popup = picker.findChild(PickerPopup)
    assert popup.isVisible() and popup.current() is None
    assert not popup.grab().isNull()
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() is None


def test_a_remote_picker_asks_and_shows_what_it_is_given(theme, qtbot):
    line = Picker("地点", remote=True)
    qtbot.addWidget(line)
    line.show()
    line.setFocus()
    with qtbot.waitSignal(line.typed) as told:
        qtbot.keyClicks(line, "r")
    assert told.args == ["r"]
    line.set_choices([(1, "完全不同的词")])
    assert line.is_open()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.value() == 1


def test_the_best_match_stands_first_and_full_width_letters_count():
    choices = [Choice(1, "甲人民路"), Choice(2, "人民路", "", "rml", "renminlu")]
    assert [c.id for c in find(choices, "人民路")] == [2, 1]
    assert [c.id for c in find(choices, "ｒｍｌ")] == [2]
    assert find(choices, "xyz") == []


@pytest.mark.parametrize(
    ("choice", "words", "marked"),
    [
        (Choice(*ITEMS[3]), "rml88", "人民路 88"),
        (Choice(*ITEMS[0]), "jf", "纠纷"),
        (Choice(*ITEMS[0]), "邻里", "邻里"),
        (Choice(1, "（旧）井盖", "", "jg"), "jg", ""),
    ],
)
def test_the_letters_that_matched_are_marked(choice, words, marked):
    start, length = marked_part(choice, words)
    assert choice.text[start : start + length] == marked


def test_a_pill_tells_the_value_taken_from_its_menu(theme, qtbot):
    pill = FilterPill("类别", "tag", [(None, "全部"), (7, "市容 & 环境")])
    qtbot.addWidget(pill)
    pill.show()
    assert (pill.words(), pill.is_filtering()) == ("类别：全部", False)
    qtbot.keyClick(pill, Qt.Key.Key_Space)
    menu = pill.findChild(QMenu)
    assert [a.text() for a in menu.actions()] == ["全部", "市容 && 环境"]
    with qtbot.waitSignal(pill.changed) as told:
        menu.actions()[1].trigger()
    menu.close()
    assert told.args == [7]
    assert (pill.words(), pill.is_filtering()) == ("类别：市容 & 环境", True)


def test_a_pill_without_options_is_a_switch(theme, qtbot):
    pill = FilterPill("黄牌 4", card="yellow")
    qtbot.addWidget(pill)
    pill.show()
    with qtbot.waitSignal(pill.changed) as told:
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert told.args == [True]


def test_tabs_change_by_arrow_and_say_their_count(theme, qtbot):
    tabs = StatusTabs([("all", "全部"), ("late", "超时", "danger")])
    tabs.set_counts({"all": 138, "late": 9})
    qtbot.addWidget(tabs)
    tabs.show()
    with qtbot.waitSignal(tabs.changed) as told:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["late"]
    assert tabs.accessibleDescription() == "超时 9"


def test_a_choice_box_keeps_its_value_over_new_options(theme, qtbot):
    box = ChoiceBox([(1, "派出所"), (2, "司法所")], name="单位")
    qtbot.addWidget(box)
    box.set_value(2)
    box.set_options([(3, "市场监管所"), (2, "司法所")])
    assert box.value() == 2
    with qtbot.waitSignal(box.changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told.args == [3]


def test_a_check_field_is_ticked_by_space(theme, qtbot):
    field = CheckField("生成通知单")
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Space)
    assert told.args == [True]
    assert field.value()
