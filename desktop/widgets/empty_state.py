"""An empty list says so, and says what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel


class EmptyState(QWidget):
    """An icon, one sentence, and a button for the next step."""

    action_chosen = Signal()

    def __init__(
        self,
        icon: str = "inbox",
        sentence: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._icon_name = icon
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        self._icon = PlainLabel("", self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = PlainLabel("", self, tone="text2", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = ActionButton("", parent=self)
        self._button.clicked.connect(self.action_chosen)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._button)
        row.addStretch(1)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addStretch(3)
        self.show_state(icon, sentence, action)

    def show_state(self, icon: str, sentence: str, action: str = "") -> None:
        """Change icon, sentence and the button's words; empty words hide it."""
        self._icon_name = icon
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._follow_theme()

    def sentence(self) -> str:
        """Return the sentence."""
        return self._sentence.text()

    def _follow_theme(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = self._theme.pixmap(self._icon_name, "text3", self._theme.px(40), ratio)
        self._icon.setPixmap(pixmap)
