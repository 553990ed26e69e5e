"""The first paint comes before anything heavy is imported (interface.md §1)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xvfb

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    *("numpy", "sqlalchemy", "sqlcipher3", "reportlab", "openpyxl", "pyqtgraph", "pypinyin"),
    *("xlsxwriter", "pypdfium2", "keyring", "typer", "docx", "alembic"),
)
PROGRAM = """
import json, sys
from desktop.app import build
program = build()
window = program.window
seen = []
def look():
    seen.extend(name for name in sys.modules if "." not in name)
    program.application.quit()
window.first_painted.connect(look)
window.showMaximized()
program.application.exec()
ended = program.services.close()
print(json.dumps({"modules": seen, "ended": ended, "width": window.width()}))
"""


def test_the_first_paint_needs_no_heavy_module() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["ended"]
    assert told["width"] >= 1024
    assert "PySide6" in told["modules"]
    assert not set(HEAVY) & set(told["modules"])


def test_the_demo_window_signs_on_and_leaves_without_a_complaint(
    founded_file: Path, tmp_path: Path
) -> None:
    database = tmp_path / "street.db"
    database.write_bytes(founded_file.read_bytes())
    words = ["demo", "--database", str(database), "--exit-after-first-paint"]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "打开窗口" in done.stdout


WARMED = """
import json, sys, threading, time
from PySide6.QtCore import QTimer
from desktop.app import build
program = build()
window = program.window
told = {}
def begin():
    told["before"] = "pyqtgraph" in sys.modules
    told["begun"] = time.perf_counter()
    timer.start()
def look():
    names = [thread.name for thread in threading.enumerate()]
    if "warming" in names and "waited" not in told:
        told["waited"] = time.perf_counter() - told["begun"]
    if "waited" in told and "warming" not in names:
        told["after"] = "pyqtgraph" in sys.modules
        program.application.quit()
timer = QTimer()
timer.setInterval(2)
timer.timeout.connect(look)
window.first_painted.connect(begin)
window.showMaximized()
program.application.exec()
told["ended"] = program.close()
print(json.dumps(told))
"""


def test_the_library_of_the_plots_is_imported_later_and_on_a_thread() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WARMED],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["before"] is False
    assert told["waited"] >= 1.9
    assert told["after"] is True
    assert told["ended"]
