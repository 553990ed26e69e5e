"""The table of checks names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def test_every_test_in_the_table_of_checks_is_there() -> None:
    table = (ROOT / "tests/CHECKS.md").read_text(encoding="utf-8")
    named = NAME.findall(table)
    assert len(named) > 30
    missing = [
        f"{path}::{test}"
        for path, test in named
        if not (ROOT / path).is_file()
        or (test and f"def {test}(" not in (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert not missing


def test_every_check_of_the_face_has_a_line() -> None:
    table = (ROOT / "tests/CHECKS.md").read_text(encoding="utf-8")
    for number in (*range(3, 11), *range(12, 15)):
        assert f"\n| {number} " in table, number
