"""The window's own thread while a list comes in: its longest silence, beside an idle window's.

On a busy machine the wall clock says more of the others than of us, so that the processor time
which the window's thread spent in one stretch stands beside it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from db.engine import open_database
from tests.bench.beats import gaps_while, later
from tests.bench.bench_import import EXPORT
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet
from tests.story import MONDAY, found_story

MOST_GAP_MS = 60.0
IDLE_MS = 4_000
PATIENCE_MS = 600_000


def run(street: BenchStreet) -> Iterator[Measured]:
    """Try a file and import it in a window on the page of import."""
    del street  # an empty street takes the list in
    yield from measured(EXPORT)


def measured(source: Path) -> Iterator[Measured]:
    """Measure the gaps while a file is tried and while it comes in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "street.db"
        found_story(path).database.close()
        program, page = exchange_window(path)
        try:
            idle = gaps_while(lambda loop: later(loop, IDLE_MS))
            page.coming.file.set_value(source)
            tried = gaps_while(lambda loop: _until_ended(loop, program, page.coming.look))
            came_in = gaps_while(lambda loop: _until_ended(loop, program, page.coming.bring_in))
            rows = program.services.tasks.tasks()[0].answer["imported"]
        finally:
            program.window.hide()
            program.close()
    for name, seen in (("trying a file", tried), (f"importing {rows} rows", came_in)):
        for which, gaps, floor in (
            ("silence of the window", seen.wall, idle.wall),
            ("work of the window's thread in one stretch", seen.busy, idle.busy),
        ):
            yield Measured(
                f"longest {which} while {name} ({len(gaps)} beats)",
                gaps[-1],
                gaps[int(len(gaps) * 0.95)],
                floor[-1],
                "idle window",
                f"≤ {MOST_GAP_MS:g} ms",
                gaps[-1] <= MOST_GAP_MS,
            )


def _until_ended(loop: Any, program: Any, begin: Callable[[], None]) -> None:
    begin()
    [task] = program.services.tasks.running()
    task.ended.connect(loop.quit)
    later(loop, PATIENCE_MS)


def exchange_window(path: Path) -> tuple[Any, Any]:
    """Open a window on a street, on the page of import and export."""
    from PySide6.QtCore import QEventLoop

    from desktop.app import build
    from desktop.pages.sign_on import SignOnPage

    program = build()
    window = program.window
    window.resize(1600, 900)
    sign_on = window.findChild(SignOnPage)
    sign_on.sign_on_as("operator")
    loop = QEventLoop()
    program.services.signed_on.connect(loop.quit)
    window.show()
    program.services.open(partial(open_database, str(path), clock=lambda: MONDAY), _fail)
    later(loop, 20_000)
    loop.exec()
    window.show_page("exchange")
    settle = QEventLoop()
    later(settle, 1_500)
    settle.exec()
    return program, window.page("exchange")


def _fail(error: Exception) -> None:
    raise error
