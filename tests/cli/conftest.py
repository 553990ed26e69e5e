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
from tests.founded import founded_file

__all__ = ["founded_file"]
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


@pytest.fixture
def street_file(founded_file: Path, tmp_path: Path) -> Path:
    """A street of its own for one test."""
    path = tmp_path / "street.db"
    shutil.copyfile(founded_file, path)
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
