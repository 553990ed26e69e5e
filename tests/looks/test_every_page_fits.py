"""Every page, in small and large windows, letters and languages: no cut word, no loose Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.engine import open_database
from desktop.app import build
from desktop.demo.street import make_street
from desktop.languages import install
from desktop.shots import PAGES
from desktop.theme import apply
from tests.looks.fitting import cut_words, loose_chinese, nameless, outside, overlaps
from tests.screens.conftest import OWN_FOLDERS, Desk
from tests.story import Story

WAYS = (
    ("1366x768", 1.0, "zh_CN", "operator"),
    ("1366x768", 1.5, "zh_CN", "director"),
    ("1366x768", 1.0, "en_US", "director"),
    ("1366x768", 1.5, "en_US", "operator"),
    ("1920x1080", 1.25, "en_US", "operator"),
)


@pytest.fixture(scope="session")
def short_street(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo street with a week of history, whose names are as long as real ones."""
    path = tmp_path_factory.mktemp("looks") / "street.db"
    make_street(path, first_day=datetime(2026, 11, 13))
    return path


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of another test on the disk; letters and language as before afterwards."""
    for name in OWN_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    yield
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install(application, "zh_CN")
    apply(application)


@pytest.mark.parametrize(("size", "factor", "language", "person"), WAYS)
def test_every_page_fits(
    qtbot: QtBot,
    short_street: Path,
    own_folders: None,
    size: str,
    factor: float,
    language: str,
    person: str,
) -> None:
    width, height = map(int, size.split("x"))
    database = open_database(str(short_street))
    desk = Desk(
        qtbot,
        Story(database),
        short_street,
        make=partial(build, factor=factor, language=language),
        size=(width, height),
    )
    data = words_of_the_street(short_street)
    wrong = []
    desk.sign_on_as(person)
    try:
        for page_id, _ in PAGES:
            desk.page(page_id)
            found = [*cut_words(desk.window), *overlaps(desk.window), *outside(desk.window)]
            found += nameless(desk.window)
            if language != "zh_CN":
                found += loose_chinese(desk.window, data)
            wrong += [f"{page_id}: {one}" for one in found]
    finally:
        desk.close()
        database.close()
    assert not wrong, "\n".join(wrong)


def words_of_the_street(path: Path) -> str:
    """Return every text in the record: what of it is Chinese stays so in every language."""
    connection = driver.connect(f"file:{path}?mode=ro", uri=True)
    names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list")]
    texts: list[str] = []
    for name in names:
        if "fts" not in name:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                texts.extend(value for value in row if isinstance(value, str))
    connection.close()
    return "\n".join(texts)
