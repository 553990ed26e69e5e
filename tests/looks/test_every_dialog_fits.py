"""Every dialog is in the registry, opens by its way, and fits in the hardest windows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable

from PySide6.QtWidgets import QDialog

import desktop
from desktop.shots_openings import OPENINGS
from desktop.shots_scene import Scene
from tests.looks.walking import Way, walk_dialogs
from tests.screens.conftest import Desk

BASES = {
    "BasicDialog": "the frame of all others, never shown by itself",
    "NoticeDialog": "the frame of the dialogs about a notice",
}
"""Classes of dialogs that are never shown, and why."""
HARDEST = Way((1366, 768), 1.5, "light", "en_US")
"""Of the 24 ways; ``python -m tests.looks`` walks all of them, and takes its time."""


def dialogs_of_the_program() -> set[str]:
    """Return the names of all classes of dialogs, wherever in the program they stand."""
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[str] = set()
    waiting = [QDialog]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("desktop."):
                found.add(kind.__name__)
    return found


def test_every_class_of_dialogs_has_a_way_to_it() -> None:
    known = {opening.kind for opening in OPENINGS} | set(BASES)
    assert dialogs_of_the_program() - known == set()
    assert set(BASES) <= dialogs_of_the_program()


def test_every_picture_has_a_name_of_its_own() -> None:
    names = [opening.name for opening in OPENINGS]
    assert len(names) == len(set(names))


def test_every_dialog_opens_and_fits(street_desk: Callable[..., Desk], street_data: str) -> None:
    way = HARDEST
    desk = street_desk(way.size, way.factor, way.theme, way.language, "director")
    scene = Scene(desk.window, desk.settled)
    wrong = [
        f"{name}: {one}"
        for name, found in walk_dialogs(scene, way.language, street_data)
        for one in found
    ]
    assert not wrong, "\n".join(wrong)
