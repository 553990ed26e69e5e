"""What a search has found is marked in the cells of the list and in the case beside it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from db.rules.masking import mask_phone
from desktop.case_words import number_hits, short_number
from desktop.pages.ledger import LedgerPage
from desktop.theme import LIGHT
from desktop.widgets.plain_label import PlainLabel
from tests.screens.conftest import Desk

PHONE = "13805770001"


@pytest.fixture
def page(desk: Desk) -> LedgerPage:
    """The ledger over one case with a phone and a place."""
    desk.story.registered(title="路面坑洼", address="建设路36号", reporter_phone=PHONE)
    found: LedgerPage = desk.page("ledger")
    desk.settled()
    return found


def marks(widget: QWidget) -> int:
    """Return how many pixels of a widget have the ground of a hit."""
    image = widget.grab().toImage()
    wanted = QColor(LIGHT.hit)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def cell(page: LedgerPage) -> Any:
    """Return the first row as it is painted."""
    rows = page.table().rows()
    return page.table().itemDelegate()._adapt(rows.row(0))


def label(page: LedgerPage, text: str) -> PlainLabel:
    """Return the label of the panel that shows a text."""
    found: list[PlainLabel] = page.panel().findChildren(PlainLabel)
    return next(one for one in found if one.isVisible() and text in one.text())


def test_a_found_word_is_marked_in_the_list_and_in_the_case(desk: Desk, page: LedgerPage) -> None:
    assert marks(page.table().viewport()) == 0
    page.search("坑洼 建设")
    desk.settled()
    title, place = cell(page).title, cell(page).place
    assert [title[a:b] for a, b in cell(page).hits["title"]] == ["坑洼"]
    assert [place[a:b] for a, b in cell(page).hits["place"]] == ["建设"]
    assert marks(page.table().viewport()) > 50
    assert marks(label(page, "路面坑洼")) > 50
    page.search("")
    desk.settled()
    assert marks(page.table().viewport()) == 0
    assert marks(label(page, "路面坑洼")) == 0


def test_the_part_of_a_phone_is_marked_in_the_list_and_in_the_case(
    desk: Desk, page: LedgerPage
) -> None:
    assert PHONE not in cell(page).place
    page.search("0577")
    desk.settled()
    place = cell(page).place
    assert place.startswith(f"{PHONE} · ")
    assert [place[a:b] for a, b in cell(page).hits["place"]] == ["0577"]
    assert marks(page.table().viewport()) > 20
    assert marks(label(page, PHONE)) > 20
    assert marks(label(page, "路面坑洼")) == 0


def test_a_masked_phone_is_not_given_away_by_a_mark(desk: Desk, page: LedgerPage) -> None:
    desk.sign_on_as("leader")
    again: LedgerPage = desk.page("ledger")
    again.search("路面")
    desk.settled()
    again.panel().mark("0577")
    shown = label(again, mask_phone(PHONE))
    assert marks(shown) == 0


@pytest.mark.parametrize(
    ("search", "marked"),
    [
        ("1122-0086", ["1122-0086"]),
        ("11220086", ["1122-0086"]),
        ("yzh20261122", ["YZH 1122"]),
        ("2026", []),
        ("0086", ["0086"]),
    ],
)
def test_a_number_is_marked_though_its_year_is_not_shown(search: str, marked: list[str]) -> None:
    number = "YZH202611220086"
    shown = short_number(number)
    found = number_hits(number, search)
    assert list(dict.fromkeys(shown[start:end] for start, end in found)) == marked
