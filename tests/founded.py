"""The street of the stories: founded once, copied for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.embedded.connection import PRAGMAS
from db.engine import open_database
from tests.story import MONDAY, Story, found_story


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the founded street, closed again."""
    path = tmp_path_factory.mktemp("street") / "street.db"
    story = found_story(path)
    with story.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    story.database.close()
    return path


@pytest.fixture
def disk_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no commit wait for the disk; what outlives a failing machine is for ``tests/faults``."""
    monkeypatch.setitem(PRAGMAS, "synchronous", ("OFF", 0))


@pytest.fixture
def story(founded_file: Path, tmp_path: Path, disk_not_waited_for: None) -> Iterator[Story]:
    """A street of its own for one test; its clock is the window's clock too."""
    path = tmp_path / "street.db"
    shutil.copyfile(founded_file, path)
    database = open_database(str(path), clock=lambda: MONDAY)
    yield Story(database)
    database.close()
