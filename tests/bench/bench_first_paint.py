"""The first paint of the window beside that of an empty one, each in a process of its own.

Processor time is counted: on a busy machine the wall clock says more of the others than of us.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
ALLOWED_MS = 150.0
_COUNTED = """
import sys, time
begun = time.process_time()
{body}
print((painted[0] - begun) * 1000)
"""
_EMPTY = """
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
painted = []
class Empty(QMainWindow):
    def event(self, event):
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not painted:
            painted.append(time.process_time())
            QApplication.quit()
        return handled
application = QApplication(sys.argv[:1])
window = Empty()
window.resize(1440, 900)
window.show()
application.exec()
"""
_OURS = """
from desktop.app import build
painted = []
program = build()
def stop():
    painted.append(time.process_time())
    program.application.quit()
program.window.first_painted.connect(stop)
program.window.resize(1440, 900)
program.window.show()
program.application.exec()
program.services.close()
"""


def milliseconds(body: str) -> float:
    """Start a fresh interpreter; return its processor time from first import to first paint."""
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(ROOT)}
    # A person's second start finds the compiled modules there.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", _COUNTED.format(body=body)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return float(done.stdout.splitlines()[-1])


def run(_street: BenchStreet | None = None) -> Iterator[Measured]:
    """Measure both by turns, so that a busy machine slows both alike."""
    milliseconds(_EMPTY)
    milliseconds(_OURS)
    floors, ours = [], []
    for _ in range(ROUNDS):
        floors.append(milliseconds(_EMPTY))
        ours.append(milliseconds(_OURS))
    floor, median = statistics.median(floors), statistics.median(ours)
    p95 = statistics.quantiles(ours, n=20, method="inclusive")[-1]
    yield Measured(
        "first paint of the window (processor time)",
        median,
        p95,
        floor,
        "empty window",
        f"≤ floor + {ALLOWED_MS:g} ms",
        median - floor <= ALLOWED_MS,
    )
