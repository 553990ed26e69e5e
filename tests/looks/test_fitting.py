"""The check of the looks finds what it is there for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.looks.fitting import cut_words, loose_chinese, nameless, outside, overlaps


def window(qtbot: QtBot, *labels: tuple[str, int, int, int]) -> QWidget:
    """Return a window of 200 by 100 with labels of (words, left, width, height)."""
    made = QWidget()
    made.resize(200, 100)
    for words, left, width, height in labels:
        QLabel(words, made).setGeometry(left, 10, width, height)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_fits_is_left_alone(qtbot: QtBot) -> None:
    sound = window(qtbot, ("Ok", 0, 90, 40), ("Too", 95, 90, 40))
    assert not [*cut_words(sound), *overlaps(sound), *outside(sound), *loose_chinese(sound, "")]


def test_a_word_without_room_is_found(qtbot: QtBot) -> None:
    assert "Overdue cases" in cut_words(window(qtbot, ("Overdue cases", 0, 20, 40)))[0]
    assert "Overdue" in cut_words(window(qtbot, ("Overdue", 0, 150, 4)))[0]


def test_words_over_words_are_found(qtbot: QtBot) -> None:
    assert overlaps(window(qtbot, ("One", 0, 90, 40), ("Two", 60, 90, 40)))


def test_words_beyond_the_edge_are_found(qtbot: QtBot) -> None:
    assert "Far" in outside(window(qtbot, ("Far", 150, 90, 40)))[0]


def test_chinese_that_is_not_data_is_found(qtbot: QtBot) -> None:
    made = window(qtbot, ("永上社区 cases", 0, 190, 40))
    assert not loose_chinese(made, "浙江省永上社区")
    assert "永上社区" in loose_chinese(made, "")[0]


def test_a_field_without_a_name_is_found(qtbot: QtBot) -> None:
    made = window(qtbot)
    field = QLineEdit(made)
    field.show()
    assert "no name" in nameless(made)[0]
    field.setAccessibleName("Phone")
    assert not nameless(made)
