"""Every page on a screen that the desktop scales: a process each, for Qt asks once at its start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("scale", ["1.25", "1.5", "2.0"])
def test_every_page_fits_on_a_scaled_screen(short_street: Path, scale: str) -> None:
    way = ["--scale", scale, "--pages", "--only", "1366x768 100% light zh_CN"]
    walked = subprocess.run(
        [sys.executable, "-m", "tests.looks", "--database", str(short_street), *way],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "1366x768 100% light zh_CN" in walked.stdout and "0 with faults" in walked.stdout
