"""Measure in a process of its own: what was imported or kept by another bench does not count."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_OPENING = """
import json, sys, time
from datetime import datetime
from desktop.app import build
from desktop.pages.sign_on import SignOnPage
from tests.bench.beats import rest, until
from tests.bench.fresh import resident_mb
told = {}
def opener():
    from db.engine import open_database
    return open_database(%(path)r, clock=lambda: datetime(2026, 11, 16, 8, 30))
program = build()
window, services = program.window, program.services
window.resize(1600, 900)
window.findChild(SignOnPage).sign_on_as("director")
def fail(error):
    raise error
def paint():
    told["painted"] = time.perf_counter(), time.process_time()
    services.open(opener, fail)
def note_sign_on(_session):
    told["signed_on"] = time.perf_counter(), time.process_time()
window.first_painted.connect(paint)
services.signed_on.connect(note_sign_on)
window.show()
until(lambda: "ledger" in window._pages)
page = window.page("ledger")
rows = page.table().rows()
until(lambda: rows.rowCount() > 0 and rows.known_row(0) is not None)
page.table().viewport().repaint()
told["filled"] = time.perf_counter(), time.process_time()
"""
_CLOSING = """
window.hide()
program.close()
print(json.dumps(told))
"""


def told_by(body: str, path: Path) -> dict[str, Any]:
    """Open the window on a file as the director, run a body there; return what it told."""
    with tempfile.TemporaryDirectory() as folder:
        private = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), folder)
        env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **private, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", _OPENING % {"path": str(path)} + body + _CLOSING],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            text=True,
            timeout=1_800,
            check=True,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def resident_mb() -> float:
    """Return the memory of this process that is in use, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
