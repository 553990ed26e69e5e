"""The keys that work now, read from the shortcuts and the widgets themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.widgets.shortcut import KeyLine, Shortcut


@runtime_checkable
class TellsKeys(Protocol):
    """A widget that understands keys of its own."""

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""


@dataclass(frozen=True)
class KeyGroup:
    """Keys that belong together: those of the page, of the window, of the lists and fields."""

    title: str
    lines: tuple[KeyLine, ...]


def page_keys(page: QWidget) -> tuple[KeyLine, ...]:
    """Return the shortcuts of a page and of what it shows now."""
    owned = [one for one in _shortcuts(page) if _is_shown(one, page)]
    return _merged(one.line() for one in owned)


def window_keys(window: QWidget, pages: Iterable[QWidget]) -> tuple[KeyLine, ...]:
    """Return the shortcuts that work on every page."""
    inside = list(pages)
    return _merged(
        one.line()
        for one in _shortcuts(window)
        if _owner(one).window() is window
        and not any(page is _owner(one) or page.isAncestorOf(_owner(one)) for page in inside)
    )


def widget_keys(page: QWidget) -> tuple[KeyLine, ...]:
    """Return the keys of the lists, charts and fields that stand on a page now."""
    lines: list[KeyLine] = []
    seen: set[type] = set()
    for one in _children(page):
        if not isinstance(one, TellsKeys) or type(one) in seen:
            continue
        if not isinstance(one, QWidget) or one.isVisibleTo(page):
            seen.add(type(one))
            lines += one.told_keys()
    return tuple(dict.fromkeys(lines))


def _shortcuts(owner: QWidget) -> list[Shortcut]:
    return [one for one in _children(owner) if isinstance(one, Shortcut)]


def _children(owner: QWidget) -> list[QObject]:
    # Qt's stubs take the class for one that finds nothing.
    return cast(list[QObject], owner.findChildren(QObject))


def _owner(one: Shortcut) -> QWidget:
    owner = one.parent()
    assert isinstance(owner, QWidget)  # a Shortcut is made with one
    return owner


def _is_shown(one: Shortcut, page: QWidget) -> bool:
    owner = _owner(one)
    return owner is page or (owner.window() is page.window() and owner.isVisibleTo(page))


def _merged(lines: Iterable[KeyLine]) -> tuple[KeyLine, ...]:
    """Put keys that do the same side by side into one line."""
    found = []
    for words, same in groupby(dict.fromkeys(lines), key=_words):
        found.append(KeyLine(" / ".join(line.keys for line in same), words))
    return tuple(found)


def _words(line: KeyLine) -> str:
    return line.words
