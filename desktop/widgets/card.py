"""The white card that groups what belongs together, and lines inside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.plain_label import PlainLabel


class Line(QFrame):
    """A hair line between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)


class Card(QFrame):
    """A surface with a border and round corners; `body` is its vertical layout."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: int = 20, spacing: int = 12
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(spacing)


class ScrollColumn(QScrollArea):
    """A column that scrolls when the window is low; `body` is its vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", spacing: int = 12) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or QCoreApplication.translate("ScrollColumn", "滚动区域"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)
        self.setWidget(inner)


class CardTitle(QWidget):
    """A bold title, a fainter note after it, and room for controls at the right end."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._title = PlainLabel(title, self, kind="section")
        self._note = PlainLabel(note, self, kind="second", elide=True)
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_note(self, note: str) -> None:
        """Change the words after the title."""
        self._note.setText(note)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._row.addWidget(widget)
