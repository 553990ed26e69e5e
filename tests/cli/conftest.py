"""A street in a file, and a way to give calls to the command line in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.main import run
from tests.story import found_story

REAL_EXPORT = Path(__file__).parents[1] / "data" / "yongzhong_2026H1.xlsx"


@dataclass(frozen=True)
class Said:
    """What one call left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The object that was printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Said]


@pytest.fixture(scope="session")
def founded_street(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice file with the street of the stories and its people, closed again."""
    path = tmp_path_factory.mktemp("cli") / "street.db"
    story = found_story(path)
    with story.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    story.database.close()
    return path


@pytest.fixture
def street_file(founded_street: Path, tmp_path: Path) -> Path:
    """A street of its own for one test."""
    path = tmp_path / "street.db"
    shutil.copyfile(founded_street, path)
    return path


@pytest.fixture
def call(street_file: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Give a call with the street's database behind it."""

    def give(*words: str, database: Path | None = street_file) -> Said:
        capsys.readouterr()
        last = [] if database is None else ["--database", str(database)]
        code = run([*words, *last])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return give
