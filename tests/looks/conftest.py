"""A street whose names are as long as real ones, and the program on it, worn in any way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.engine import open_database
from desktop.app import build
from desktop.demo.street import make_street
from desktop.languages import install
from desktop.theme import apply
from tests.looks.street_words import words_of_the_street
from tests.screens.conftest import OWN_FOLDERS, Desk
from tests.story import Story


@pytest.fixture(scope="session")
def short_street(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo street with some weeks of history: enough for a meeting, notices and photos."""
    path = tmp_path_factory.mktemp("looks") / "street.db"
    make_street(path, first_day=datetime(2026, 11, 9))
    return path


@pytest.fixture(scope="session")
def street_data(short_street: Path) -> str:
    """Every text in the record of the street."""
    return words_of_the_street(short_street)


@pytest.fixture
def street_desk(
    qtbot: QtBot, short_street: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Desk]]:
    """Start the program by (size, factor, theme, language, person) and sign the person on.

    Nothing of another test is on the disk; letters, colours and language are as before afterwards.
    """
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    database = open_database(str(short_street))
    started: list[Desk] = []

    def start(size: tuple[int, int], factor: float, theme: str, language: str, person: str) -> Desk:
        make = partial(build, factor=factor, theme=theme, language=language)
        desk = Desk(qtbot, Story(database), short_street, make=make, size=size)
        started.append(desk)
        return desk.sign_on_as(person)

    yield start
    for desk in started:
        desk.close()
    database.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install(application, "zh_CN")
    apply(application)
