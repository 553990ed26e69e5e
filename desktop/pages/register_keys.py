"""Keys that a field would swallow though the registration means something else by them."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.pages.register_form import RegisterForm


class FormKeys(QObject):
    """Leaves Ctrl+Z to the window where nothing is typed, and takes pictures pasted anywhere."""

    def __init__(
        self, form: RegisterForm, has_way_back: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._has_way_back = has_way_back
        children = cast(list[QWidget], form.findChildren(QWidget))
        for child in children:
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        is_claim = event.type() == QEvent.Type.ShortcutOverride
        is_press = event.type() == QEvent.Type.KeyPress
        if is_claim and event.matches(QKeySequence.StandardKey.Undo):
            if self._has_way_back() and self._form.is_empty():
                event.ignore()
                return True
        elif is_press and event.matches(QKeySequence.StandardKey.Paste) and _is_picture_alone():
            self._form.files.paste()
            return True
        return super().eventFilter(watched, event)


def _is_picture_alone() -> bool:
    """Tell whether the clipboard holds a picture that no text field could take."""
    given = QGuiApplication.clipboard().mimeData()
    return given.hasImage() and not given.hasText()
