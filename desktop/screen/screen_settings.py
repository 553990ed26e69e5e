"""What is set for the big screen on this computer: distance, diagonal, calm."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.paths import config_folder

DISTANCES = (3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class ScreenSettings:
    """From how far people look, how large the screen is, whether anything may move."""

    distance_m: float = 8.0
    inches: float = 0.0
    """The diagonal; 0 believes what the screen itself tells."""
    still: bool = False
    """减少动画: lists turn pages instead of scrolling."""
    screen: str = ""
    """The name of the screen that was used last."""


def settings_path() -> Path:
    """Return where the settings lie."""
    return config_folder() / "screen.json"


def load_settings() -> ScreenSettings:
    """Return what was set; a file that cannot be read is as good as none."""
    path = settings_path()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return ScreenSettings(
            distance_m=float(found["distance_m"]),
            inches=float(found["inches"]),
            still=bool(found["still"]),
            screen=str(found["screen"]),
        )
    except FileNotFoundError:
        return ScreenSettings()
    except (ValueError, KeyError, TypeError, OSError) as error:
        _LOG.warning("the settings of the screen could not be read: %s", error)
        return ScreenSettings()


def save_settings(settings: ScreenSettings) -> None:
    """Keep the settings for the next start."""
    path = settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(asdict(settings)), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        # They hold until the program ends; a full disk must not stop a meeting.
        _LOG.warning("the settings of the screen could not be written: %s", error)
