"""Full-width letters and digits, as input methods type them, made ordinary."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator


def narrow(text: str) -> str:
    """Return `text` with full-width letters, digits and signs as ASCII (NFKC)."""
    return unicodedata.normalize("NFKC", text)


class NarrowingValidator(QValidator):
    """Convert instead of refusing: １３８ becomes 138 while it is typed."""

    def __init__(self, parent: QObject | None = None, *, digits_only: bool = False) -> None:
        super().__init__(parent)
        self._digits_only = digits_only

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return the narrowed text; letters are dropped where only digits make sense."""
        before, after = narrow(text[:place]), narrow(text[place:])
        if self._digits_only:
            before, after = _digits(before), _digits(after)
        return QValidator.State.Acceptable, before + after, len(before)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit() or letter in "+-#*")
