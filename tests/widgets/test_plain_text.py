"""Whatever stands in the data is shown letter by letter."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.widgets.basic_dialog import QuestionDialog
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel, menu_text, plain_tool_tip

HOSTILE = '<img src="file:///canary"><b>粗</b>'


@pytest.mark.parametrize("text", [HOSTILE, "<b>x</b>", "&lt;", "1 < 2", "<table><tr>"])
def test_a_plain_label_never_reads_markup(theme, qtbot, text):
    label = PlainLabel(text)
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == label.shown_text() == text
    wide = label.fontMetrics().horizontalAdvance(text)
    assert label.sizeHint().width() >= wide


def test_a_plain_label_refuses_another_format(theme, qtbot):
    label = PlainLabel("x")
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="plain text"):
        label.setTextFormat(Qt.TextFormat.RichText)


def test_a_label_that_is_cut_keeps_the_whole_in_its_tip(theme, qtbot):
    label = PlainLabel(HOSTILE * 3, elide=True)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.text() == HOSTILE * 3
    assert "<img" not in label.toolTip() and "&lt;img" in label.toolTip()
    label.resize(4000, 24)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_a_tool_tip_shows_markup_as_letters(theme, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    plain_tool_tip(widget, HOSTILE)
    place = QPoint(2, 2)
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    assert "&lt;b&gt;" in widget.toolTip() and "<b>" not in widget.toolTip()
    plain_tool_tip(widget, "")
    assert widget.toolTip() == ""
    for tip in QApplication.topLevelWidgets():
        if tip is not widget and isinstance(tip, QLabel):
            tip.close()
            tip.deleteLater()


def test_an_ampersand_in_data_does_not_vanish_from_a_menu():
    assert menu_text("甲 & 乙") == "甲 && 乙"


def test_all_labels_of_dialogs_and_facts_are_plain(theme, qtbot):
    dialog = QuestionDialog(HOSTILE, HOSTILE, "好")
    facts = FactGrid()
    facts.set_facts([(HOSTILE, HOSTILE), (HOSTILE, HOSTILE, True)])
    qtbot.addWidget(dialog)
    qtbot.addWidget(facts)
    labels = [*dialog.findChildren(QLabel), *facts.findChildren(QLabel)]
    assert len(labels) >= 6
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert all(isinstance(label, PlainLabel) for label in labels)


def test_every_label_of_every_widget_is_plain(every):
    labels = [label for widget in every for label in widget.findChildren(QLabel)]
    rich = [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText]
    assert len(labels) > 20
    # The only foreign labels are inside Qt's own calendar and combo box, which show no data.
    assert rich == []
