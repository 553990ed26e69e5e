"""A key that does something, with the words that the key sheet shows for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_SIGNS = {
    "Return": "Enter",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Escape": "Esc",
    "Del": "Delete",
    "PgDown": "PgDn",
}


class KeyLine(NamedTuple):
    """A key as it is printed on the keyboard, and what it does."""

    keys: str
    words: str


class Shortcut(QShortcut):
    """The only kind of shortcut of the product: nobody can be pressed to know it by heart.

    With `within` it works only while the owner or something in it has the focus.
    """

    def __init__(
        self,
        keys: str,
        owner: QWidget,
        words: str,
        slot: Callable[..., Any],
        *,
        within: bool = False,
    ) -> None:
        super().__init__(QKeySequence(keys), owner)
        self._words = words
        if within:
            self.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.activated.connect(slot)

    def line(self) -> KeyLine:
        """Return the key and its words for the sheet."""
        return KeyLine(printed(self.key()), self._words)


def printed(keys: QKeySequence) -> str:
    """Return keys as they stand on buttons and in hints: ``Ctrl Enter``, ``Alt ↑``."""
    parts = keys.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    return " ".join(_SIGNS.get(part, part) for part in parts)
