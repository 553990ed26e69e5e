"""What must be so before Qt starts: library versions, input method, plug-in paths, a display."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import MutableMapping, Sequence

from desktop.startup_words import OLD_PYTHON, UNFIT_QT

HOSTILE = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH", "QT_STYLE_OVERRIDE")
"""Variables by which another program's plug-ins would be loaded (reliability.md §2.3, 15)."""


def version_fault(python: Sequence[float], pyside: Sequence[float]) -> str:
    """Return why these versions do not go together, or an empty text.

    PySide6 6.12 loses references on every void call below Python 3.12 and ends with an abort
    (interface.md §0.1).
    """
    if tuple(python) < (3, 11):
        return OLD_PYTHON
    if tuple(python) < (3, 12) and tuple(pyside) >= (6, 12):
        return UNFIT_QT
    return ""


def prepare(environment: MutableMapping[str, str]) -> None:
    """Clear foreign plug-in paths and let Chinese be typed with fcitx5 (interface.md §5)."""
    for name in HOSTILE:
        environment.pop(name, None)
    if not sys.platform.startswith("linux"):
        return
    wanted = environment.get("QT_IM_MODULE", "")
    fcitx = "fcitx" in wanted or "fcitx" in environment.get("XMODIFIERS", "")
    if fcitx or (not wanted and shutil.which("fcitx5")):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"


def has_display(environment: MutableMapping[str, str]) -> bool:
    """Tell whether a window can be shown; Qt would abort without one."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM") in ("offscreen", "minimal", "vnc"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def refuse_unfit() -> None:
    """End with a sentence when the libraries do not go together."""
    import PySide6

    fault = version_fault(sys.version_info[:3], PySide6.__version_info__[:3])
    if fault:
        sys.stderr.write(fault + "\n")
        raise SystemExit(2)


def prepare_process() -> None:
    """Do all of it for this process."""
    prepare(os.environ)
    refuse_unfit()
