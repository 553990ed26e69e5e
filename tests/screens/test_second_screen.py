"""The wall on a computer with several screens, in a program of its own that has them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = Path(__file__).with_name("on_two_screens.py")
SCREENS = (("desk", 0, 1600, 900), ("hall", 1600, 1920, 1080), ("wall", 3520, 3840, 2160))
"""The platform takes them in the order of their names."""
PATIENCE_S = 100


def screens_file(folder: Path) -> Path:
    """Return a file that gives the platform without a display three screens side by side."""
    path = folder / "screens.json"
    screens = [
        {
            "name": name, "x": left, "y": 0, "width": width, "height": height,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
        }
        for name, left, width, height in SCREENS
    ]  # fmt: skip
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return path


def test_the_wall_lives_on_the_second_screen_and_goes_with_it(tmp_path: Path) -> None:
    platform = f"offscreen:configfile={screens_file(tmp_path)}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", str(TESTS)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "6 passed" in done.stdout
