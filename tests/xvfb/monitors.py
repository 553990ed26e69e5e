"""Two monitors on the one screen of Xvfb: the operator's, and one that is plugged and unplugged."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

DESK, WALL = "DESK", "WALL"
WALL_BOX = (1280, 0, 640, 1080)


def plug() -> None:
    """Plug a monitor of 75 inches in at the right."""
    _xrandr("--setmonitor", WALL, "640/1660x1080/934+1280+0", "none")


def unplug() -> None:
    """Pull the cable of the monitor at the right."""
    _xrandr("--delmonitor", WALL)


@contextmanager
def desk_monitor() -> Iterator[None]:
    """The operator's monitor, with room for another at its right; both are gone afterwards."""
    _xrandr("--setmonitor", DESK, "1280/340x1080/286+0+0", "screen")
    try:
        yield
    finally:
        for name in (WALL, DESK):
            subprocess.run(["xrandr", "--delmonitor", name], capture_output=True, check=False)


def _xrandr(*words: str) -> None:
    subprocess.run(["xrandr", *words], check=True, capture_output=True, timeout=20)
