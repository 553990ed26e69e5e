"""A second screen that goes away and comes back while a meeting is projected on it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
WALL = [1920, 0, 1600, 900]
OPERATOR = [100, 80, 1200, 700, True]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Return what a program with two screens told after each step."""
    plain = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "operator", "x": 0, "y": 0, "width": 1920, "height": 1080, **plain},
        {"name": "wall", "x": 1920, "y": 0, "width": 1600, "height": 900, **plain},
    ]
    path = tmp_path_factory.mktemp("screens") / "screens.json"
    whole = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False}
    path.write_text(json.dumps({**whole, "screens": screens}), encoding="utf-8")
    command = [sys.executable, "-m", "tests.screens.projection_screens_child", str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    told = (json.loads(line) for line in run.stdout.splitlines())
    return {one["step"]: one for one in told}


def test_the_page_covers_the_second_screen_and_nothing_else(seen: dict[str, Any]) -> None:
    assert not seen["before"]["visible"]
    projected = seen["projected"]
    assert projected["visible"] and projected["full"] and projected["box"] == WALL
    assert not projected["over_operator"] and projected["operator"] == OPERATOR


def test_a_screen_that_goes_away_takes_the_page_with_it(seen: dict[str, Any]) -> None:
    removed = seen["removed"]
    assert not removed["visible"] and removed["waits"] and removed["kept"]
    assert removed["operator"] == OPERATOR


def test_the_page_comes_back_by_itself_with_its_screen(seen: dict[str, Any]) -> None:
    added = seen["added"]
    assert added["visible"] and added["full"] and added["box"] == WALL
    assert not added["waits"] and not added["over_operator"]
    assert added["operator"] == OPERATOR


def test_a_page_never_lies_over_an_operator_who_moves_to_its_screen(seen: dict[str, Any]) -> None:
    moved = seen["operator moved there"]
    assert not moved["visible"] and moved["waits"] and moved["operator"][0] >= WALL[0]
    back = seen["operator moved back"]
    assert back["visible"] and back["box"] == WALL and not back["over_operator"]


def test_what_was_taken_back_does_not_return_with_the_screen(seen: dict[str, Any]) -> None:
    end = seen["taken back"]
    assert not end["visible"] and not end["kept"] and not end["waits"]


def test_the_page_is_never_over_the_operator(seen: dict[str, Any]) -> None:
    assert [step for step, told in seen.items() if told["over_operator"]] == []
