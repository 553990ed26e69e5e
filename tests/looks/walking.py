"""Walk through every page and dialog of the program and write down what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.practice.script_words import CALLS
from desktop.shots import PAGES
from desktop.shots_openings import OPENINGS
from desktop.shots_scene import Scene
from tests.looks.fitting import (
    cut_words,
    loose_chinese,
    nameless,
    outside,
    overlaps,
    sideways,
    too_large,
)
from tests.looks.painted import collisions, crumbs, draw, low, painted_chinese


@dataclass(frozen=True)
class Way:
    """How the program is worn: size of the window, size of letters, colours and language."""

    size: tuple[int, int]
    factor: float
    theme: str
    language: str

    def __str__(self) -> str:
        width, height = self.size
        return f"{width}x{height} {self.factor:.0%} {self.theme} {self.language}"


SIDEWAYS = ("QScrollArea < DeskPage",)
"""The desk is a board whose columns are moved through by the arrow keys."""
OF_THE_STREET = (
    "中文",  # the language's own name
    "事件台账",
    "周例会纪要",
    "年第",
    "书面督办",
)
"""What stays Chinese on an English screen: the names of official pages and what stands on them."""

LAYOUTS = 4
"""A line that is broken makes its parent higher, and that one its own: each in a turn of events."""
OFFICIAL = (
    "TextArea < FieldRow < QWidget < qt_scrollarea_viewport",
    "TextArea < WordingsDialog",
    "qt_scrollarea_viewport < WholeTable < WordingsDialog",
)
"""Where the words of a notice stand: official pages are Chinese in every language."""


def faults(window: QWidget, language: str, data: str) -> list[str]:
    """Return what does not fit on a window or a dialog."""
    for _ in range(LAYOUTS):
        QCoreApplication.processEvents()
    words = draw(window)
    data = "\n".join(
        (data, *OF_THE_STREET, *(call for one in CALLS.values() for call in one.values()))
    )
    found = [*cut_words(window), *overlaps(window), *outside(window), *nameless(window)]
    found += [one for one in sideways(window) if not any(name in one for name in SIDEWAYS)]
    found += [*crumbs(words), *low(words), *collisions(words)]
    if language != "zh_CN":
        loose = [*loose_chinese(window, data), *painted_chinese(words, data)]
        found += [one for one in loose if not one.startswith(OFFICIAL)]
    return found


def walk_pages(scene: Scene, language: str, data: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each page and what does not fit on it."""
    for page_id, _ in PAGES:
        scene.window.show_page(page_id)
        scene.rest()
        yield page_id, faults(scene.window, language, data)


def walk_dialogs(
    scene: Scene,
    language: str,
    data: str,
    look: Callable[[str, Any], None] | None = None,
) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each dialog and what does not fit on it; ``look`` may take its picture."""
    for opening in OPENINGS:
        dialog = opening.open(scene)
        name = f"{opening.kind} {opening.name}"
        if dialog is None:
            yield name, ["does not open"]
        else:
            if look is not None:
                look(opening.name, dialog)
            yield name, [*too_large(dialog, scene.window), *faults(dialog, language, data)]
        scene.close_opened()


def short(fault: str) -> str:
    """Return a fault without its figures, so that the same one is told once."""
    return re.sub(r"-?\d+(\.\d+)?", "#", fault)
