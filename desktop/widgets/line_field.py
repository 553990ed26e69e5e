"""A line of text that narrows full-width letters while they are typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.left_keys import LeavesKeys
from desktop.widgets.wide_letters import NarrowingValidator


class LineField(LeavesKeys, QLineEdit):
    """A line; with `digits` it is for telephone and identity numbers and keeps only those."""

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        digits: bool = False,
        narrowing: bool = False,
        longest: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        if digits or narrowing:
            self.setValidator(NarrowingValidator(self, digits_only=digits))
        if longest:
            self.setMaxLength(longest)

    def value(self) -> str:
        """Return the text without blanks at its ends."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show `value`."""
        self.setText(value)
        self.setCursorPosition(0)
