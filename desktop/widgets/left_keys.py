"""Keys that an editing line would swallow under X11 though the window means something by them.

There Qt gives a line two keys of Emacs: Ctrl+U deletes all of it, Ctrl+E goes to its end. On
Windows they are free, and the window's own keys must work on both.
"""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_LEFT = frozenset({Qt.Key.Key_E, Qt.Key.Key_U})


class LeavesKeys:
    """Stands before Qt's class of a line; the window is asked first for these keys."""

    def event(self, event: QEvent) -> bool:
        """Claim none of them; where the window has no use for one, the press still arrives."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in _LEFT
        ):
            event.ignore()
            return False
        return cast(bool, cast(Any, super()).event(event))
