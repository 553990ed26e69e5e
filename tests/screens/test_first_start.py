"""The first start in the window: no data, a street is founded, its director signs on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.engine import open_database
from desktop.app import build, start
from desktop.one_window import WindowLock
from desktop.pages.first_start import FirstStart
from desktop.pages.sign_on import SignOnPage

PASSWORD = "Zhihui-2026x"


@pytest.fixture(params=["no file", "a file that a killed founding left"])
def first_start(
    qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[FirstStart]:
    """The founding card of a window where no street was made yet."""
    address = str(tmp_path / "new.db")
    if request.param != "no file":
        open_database(address, create=True).close()
    program = build(address)
    qtbot.addWidget(program.window)
    start(program, address)
    program.window.show()
    card = program.window.findChild(FirstStart)
    assert card is not None
    qtbot.waitUntil(card.isVisible, timeout=10_000)
    yield card
    program.window.close()
    assert program.close()


def _fill(card: FirstStart, password: str) -> None:
    card._street.set_value("永中街道", "永中街道")
    card._name.set_value("沈知行")
    card._password.set_value(password)
    card._again.set_value(password)


def test_a_weak_password_is_told_beside_its_field(first_start: FirstStart, qtbot: QtBot) -> None:
    _fill(first_start, "weak")
    first_start._make.click()
    qtbot.waitUntil(lambda: "10" in first_start._password_row.error(), timeout=10_000)
    assert first_start._name.value() == "沈知行"


def test_a_street_is_founded_and_its_director_signs_on(
    first_start: FirstStart, qtbot: QtBot
) -> None:
    _fill(first_start, PASSWORD)
    first_start._make.click()
    window = first_start.window()
    sign_on = window.findChild(SignOnPage)
    qtbot.waitUntil(lambda: sign_on._enter.isEnabled(), timeout=30_000)
    sign_on._password.set_value(PASSWORD)
    sign_on._enter.click()
    qtbot.waitUntil(lambda: window._current == "ledger", timeout=10_000)
    assert window._services.session.name == "沈知行"


def test_a_second_window_on_the_same_file_is_told_where_the_first_is(
    founded_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "street.db"
    shutil.copyfile(founded_file, path)
    first = WindowLock()
    first.take(path)
    program = build(str(path))
    qtbot.addWidget(program.window)
    start(program, str(path))
    program.window.show()
    sign_on = program.window.findChild(SignOnPage)
    assert sign_on is not None
    qtbot.waitUntil(lambda: "另一个窗口" in sign_on._hint.text(), timeout=10_000)
    first.release()
    sign_on._retry.click()
    qtbot.waitUntil(sign_on._enter.isEnabled, timeout=10_000)
    program.window.close()
    assert program.close()
