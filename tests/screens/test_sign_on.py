"""Signing on by keys."""

from __future__ import annotations

from tests.screens.conftest import Desk


def test_an_operator_signs_on_by_keys_alone(desk: Desk) -> None:
    assert desk.services.session.login == "operator"
    assert desk.services.session.street_name == "永中街道"


def test_another_person_signs_on_in_a_new_window(desk: Desk) -> None:
    first = desk.window
    desk.sign_on_as("sfs")
    assert desk.window is not first
    assert desk.services.session.login == "sfs"
