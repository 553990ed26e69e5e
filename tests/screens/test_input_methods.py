"""Chinese is composed in a field of the registration, as far as no input method has to run."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from tests.screens.conftest import Desk

ENTER = Qt.Key.Key_Return
FIELDS = ("phone", "reporter", "content", "address")


@pytest.fixture
def form(desk: Desk) -> Any:
    """The form of the registration, opened by its key."""
    desk.press(None, Qt.Key.Key_F2)
    desk.settled()
    return desk.window.page("register").form


@pytest.mark.parametrize("name", FIELDS)
def test_enter_while_composing_neither_leaves_the_field_nor_fills_it(
    desk: Desk, form: Any, name: str
) -> None:
    field = getattr(form, name)
    field.setFocus()
    before = form.fields()
    QCoreApplication.sendEvent(field, QInputMethodEvent("renminlu", []))
    desk.press(field, ENTER)
    assert desk.focused() is field
    assert form.fields() == before
    desk.type(field, "13800000000" if name == "phone" else "人民路")
    desk.press(field, ENTER)
    assert field.value() == ("13800000000" if name == "phone" else "人民路")
    assert desk.focused() is not field


def test_full_width_digits_are_taken_as_digits(desk: Desk, form: Any) -> None:
    desk.type(form.phone, "１３８０５７７０００１")
    assert form.phone.value() == "13805770001"
    assert form.facts().reporter_phone == "13805770001"


def test_a_place_is_found_by_what_was_composed(desk: Desk, form: Any) -> None:
    form.place.setFocus()
    QCoreApplication.sendEvent(form.place, QInputMethodEvent("yongshang", []))
    assert form.place.value() is None
    desk.type(form.place, "永上")
    desk.press(form.place, ENTER)
    assert "永上" in form.place.text() and form.place.value() is not None
