"""``python -m tests.looks``: every page and dialog in every size, colour, language and letter.

Prints a line for each of the 24 ways with the number of windows looked at and of faults, and the
faults themselves. ``--database FILE`` takes a street that is there; else a short one is made.
``--only TEXT`` takes the ways whose name holds it, ``--scale N`` is the scale of the screen (1 to
2, as the desktop sets it), ``--pages`` leaves the dialogs out. Returns 1 when anything does not
fit.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.demo.street import make_street
from tests.looks.street_words import words_of_the_street
from tests.looks.walking import Way, short, walk_dialogs, walk_pages

Walk = Callable[[Any, str, str], Iterator[tuple[str, list[str]]]]
SIZES = ((1366, 768), (1920, 1080), (3840, 2160))
FACTORS = (1.0, 1.5)
THEMES = ("light", "dark")
LANGUAGES = ("zh_CN", "en_US")
WAYS = [Way(*one) for one in itertools.product(SIZES, FACTORS, THEMES, LANGUAGES)]


def look(
    way: Way, street: Path, data: str, told: dict[str, str], walks: Sequence[Walk]
) -> tuple[int, int]:
    """Walk one way; return how many windows were seen and how many of them have faults."""
    from desktop.app import build
    from desktop.shots_running import close, rest, sign_on
    from desktop.shots_scene import Scene

    program = build(theme=way.theme, factor=way.factor, language=way.language, remembers=False)
    program.window.resize(*way.size)
    seen = wrong = 0
    try:
        sign_on(program, str(street), "director")
        scene = Scene(program.window, lambda: rest(program))
        for walk in walks:
            for name, found in walk(scene, way.language, data):
                seen += 1
                wrong += bool(found)
                for fault in found:
                    told.setdefault(short(f"{name}: {fault}"), f"[{way}] {name}: {fault}")
    finally:
        close(program)
    return seen, wrong


def main() -> int:
    """Walk every way and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.looks", description=__doc__)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    given = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # It holds for a whole process, so another scale needs another run.
    os.environ["QT_SCALE_FACTOR"] = str(given.scale)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(folder) / name.lower())
        from desktop.startup import prepare_process

        prepare_process()
        street = given.database
        if street is None:
            street = Path(folder) / "street.db"
            make_street(street, first_day=datetime(2026, 11, 2))
        data = words_of_the_street(street)
        told: dict[str, str] = {}
        walks: Sequence[Walk] = (walk_pages,) if given.pages else (walk_pages, walk_dialogs)
        for way in WAYS:
            if given.only in str(way):
                seen, wrong = look(way, street, data, told, walks)
                print(f"{way!s:<32} {seen:>4} windows  {wrong:>3} with faults", flush=True)
        for line in told.values():
            print(line)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
