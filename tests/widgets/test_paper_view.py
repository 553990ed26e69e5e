"""A paper is looked at by keys: zoom and fits, turn, pages, and what is looked for in it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.widgets.paper_view import PaperView

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LYING = (842.0, 595.0)


@pytest.fixture
def paper(theme: Any, qtbot: Any) -> PaperView:
    """A list of ten lying pages."""
    view = PaperView(name="清单")
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_pages([LYING] * 10)
    view.pages.setFocus()
    return view


def test_a_page_fits_the_width_or_whole_and_zooms_by_key_and_wheel(
    paper: PaperView, qtbot: Any
) -> None:
    pages = paper.pages
    wide = pages.page_rects()[0]
    assert wide.width() == pytest.approx(pages.viewport().width() - 32, abs=2)
    qtbot.keyClick(pages, Qt.Key.Key_R, CONTROL)
    qtbot.keyClick(pages, Qt.Key.Key_9, CONTROL)
    whole = pages.page_rects()[0]
    assert whole.height() == pytest.approx(pages.viewport().height() - 32, abs=2)
    paper.resize(500, 400)
    assert pages.page_rects()[0].height() < whole.height(), "the fit follows the view"
    qtbot.keyClick(pages, Qt.Key.Key_Plus, CONTROL)
    assert pages.page_rects()[0].height() > whole.height() * 0.6
    qtbot.keyClick(pages, Qt.Key.Key_0, CONTROL)
    assert pages.page_rects()[0].width() == pytest.approx(pages.viewport().width() - 32, abs=2)


def test_a_lying_page_stands_up_with_its_picture_and_lies_again_after_four_turns(
    paper: PaperView, qtbot: Any
) -> None:
    pages = paper.pages
    wishes: list[tuple[int, float]] = []
    pages.picture_wanted.connect(wishes.append)
    qtbot.keyClick(pages, Qt.Key.Key_R, CONTROL)
    rect = pages.page_rects()[0]
    assert rect.height() > rect.width() and pages.turn() == 1
    qtbot.waitUntil(lambda: bool(wishes))
    page, dpi = wishes[-1]
    drawn = QImage(200, 100, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    drawn.setPixelColor(0, 0, Qt.GlobalColor.red)
    pages.give_picture(page, dpi, drawn)
    turned = pages.picture(page)
    assert turned is not None and (turned.width(), turned.height()) == (100, 200)
    assert turned.pixelColor(99, 0) == Qt.GlobalColor.red, "its left top is right top now"
    for _ in range(3):
        qtbot.keyClick(pages, Qt.Key.Key_R, CONTROL)
    assert pages.page_rects()[0].width() > pages.page_rects()[0].height()


def test_pages_are_turned_over_by_key_and_gone_to_by_number(paper: PaperView, qtbot: Any) -> None:
    pages = paper.pages
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert (pages.current_page(), paper.page.value()) == (2, "3")
    qtbot.keyClick(pages, Qt.Key.Key_PageUp)
    assert paper.page.value() == "2"
    qtbot.keyClick(pages, Qt.Key.Key_G, CONTROL)
    assert paper.page.hasFocus()
    qtbot.keyClicks(paper.page, "7")
    qtbot.keyClick(paper.page, Qt.Key.Key_Return)
    assert pages.current_page() == 6 and pages.hasFocus()
    qtbot.keyClick(pages, Qt.Key.Key_G, CONTROL)
    qtbot.keyClicks(paper.page, "99")
    qtbot.keyClick(paper.page, Qt.Key.Key_Return)
    assert paper.page.value() == "10", "beyond the last is the last"


def test_found_places_are_marked_and_gone_through_both_ways(paper: PaperView, qtbot: Any) -> None:
    pages = paper.pages
    wanted: list[str] = []
    paper.find_wanted.connect(wanted.append)
    qtbot.keyClick(pages, Qt.Key.Key_F, CONTROL)
    assert paper.search.hasFocus()
    paper.search.insert("𬱖")
    qtbot.waitUntil(lambda: wanted == ["𬱖"])
    paper.show_hits("older words", [(0, [(0, 0, 9, 9)])])
    assert pages.hit_count() == 0, "an answer to older words is dropped"
    paper.show_hits("𬱖", [(0, [(421, 0, 431, 10)]), (4, [(0, 0, 9, 9)]), (9, [(0, 0, 9, 9)])])
    assert paper.found_words() == "第 1/3 处"
    (box, is_current) = pages.marks(0, pages.page_rects()[0])[0]
    assert is_current and box.left() == pytest.approx(pages.page_rects()[0].center().x(), abs=2)
    qtbot.keyClick(paper.search, Qt.Key.Key_Return)
    assert paper.found_words() == "第 2/3 处" and pages.current_page() in (3, 4)
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_F3)
    assert paper.found_words() == "第 3/3 处"
    qtbot.keyClick(pages, Qt.Key.Key_F3)
    assert paper.found_words() == "第 1/3 处" and pages.current_page() == 0
    qtbot.keyClick(pages, Qt.Key.Key_F3, SHIFT)
    assert paper.found_words() == "第 3/3 处"


def test_what_is_not_there_is_said_and_esc_ends_the_search(paper: PaperView, qtbot: Any) -> None:
    paper.find_wanted.connect(lambda words: paper.show_hits(words, ()))
    paper.open_search()
    paper.search.insert("没有的话")
    qtbot.waitUntil(lambda: paper.found_words() == "没有找到")
    qtbot.keyClick(paper.search, Qt.Key.Key_Escape)
    assert not paper.search.isVisible() and paper.pages.hasFocus() and paper.isVisible()


def test_the_words_are_looked_for_in_the_next_paper_too(paper: PaperView, qtbot: Any) -> None:
    wanted: list[str] = []
    paper.find_wanted.connect(wanted.append)
    paper.open_search()
    paper.search.insert("督办")
    qtbot.waitUntil(lambda: len(wanted) == 1)
    paper.show_pages([LYING])
    assert wanted == ["督办", "督办"]


def test_a_mark_turns_with_its_page(paper: PaperView) -> None:
    paper.open_search()
    pages = paper.pages
    pages.show_hits([(0, [(0, 0, 84.2, 59.5)])])
    rect = pages.page_rects()[0]
    assert pages.marks(0, rect)[0][0].topLeft() == rect.topLeft()
    pages.turn_right()
    rect = pages.page_rects()[0]
    box = pages.marks(0, rect)[0][0]
    assert box.right() == pytest.approx(rect.right(), abs=1)
    assert box.top() == pytest.approx(rect.top(), abs=1)
    assert box.width() == pytest.approx(rect.width() / 10, abs=1)
