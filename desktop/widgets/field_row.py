"""A field with its label above and, below, a note or what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel


class FieldRow(QWidget):
    """Label, 必填 mark, key hint, the field, and one line for a note or an error."""

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        required: bool = False,
        key: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.required = required
        self._note = note
        self._error = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._label = PlainLabel(label, self, kind="second")
        self._label.setBuddy(field)
        self._must = PlainLabel("", self, kind="small", tone="danger")
        self._must.setVisible(required)
        top.addWidget(self._label)
        top.addWidget(self._must)
        top.addStretch(1)
        if key:
            top.addWidget(KeyHint(key, parent=self))
        self._message = PlainLabel("", self, kind="small", wrap=True)
        # The same height with and without a key hint, so that neighbours stand on one line.
        top.addStrut(active_theme().px(24))
        growing = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        grows = field.sizePolicy().verticalPolicy() in growing
        column.addLayout(top)
        column.addWidget(field, 1 if grows else 0)
        column.addWidget(self._message)
        if not grows:
            column.addStretch(1)
        # An example of what to write is no name: the words over the field are.
        example = getattr(field, "placeholderText", str)()
        is_named = field.accessibleName() not in ("", example)
        self._name = field.accessibleName() if is_named or not label else label
        self._say_must()
        self._show()

    def label(self) -> str:
        """Return the words over the field."""
        return self._label.text()

    def set_label(self, label: str) -> None:
        """Change the words over the field."""
        self._label.setText(label)

    def set_note(self, note: str) -> None:
        """Show a helpful line below; an error goes before it."""
        self._note = note
        self._show()

    def set_error(self, error: str) -> None:
        """Show what is wrong; empty takes it back."""
        self._error = error
        self._show()

    def clear_error(self) -> None:
        """Take the error back."""
        self.set_error("")

    def error(self) -> str:
        """Return what is wrong, or nothing."""
        return self._error

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_must()
        super().changeEvent(event)

    def _say_must(self) -> None:
        self._must.setText(QCoreApplication.translate("FieldRow", "必填") if self.required else "")
        suffix = f" {self._must.text()}" if self.required else ""
        self.field.setAccessibleName(f"{self._name}{suffix}")

    def _show(self) -> None:
        self._message.set_tone("danger" if self._error else "brand")
        self._message.setText(self._error or self._note)
        self._message.setVisible(bool(self._error or self._note))
        self.field.setAccessibleDescription(self._error or self._note)
        if self.field.property("invalid") != bool(self._error):
            self.field.setProperty("invalid", bool(self._error))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
