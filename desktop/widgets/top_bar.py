"""The bar over a page: its title, the search line and the page's chief actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.search_box import SearchBox


class TopBar(QFrame):
    """64 px: title, chips after it, search, and actions at the right end."""

    searched = Signal(str)

    def __init__(
        self, title: str = "", placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(12)
        self._title = PlainLabel(title, self, kind="page")
        row.addWidget(self._title)
        self._after_title = QHBoxLayout()
        self._after_title.setSpacing(8)
        row.addLayout(self._after_title)
        row.addSpacing(14)
        self.search = SearchBox(placeholder, parent=self)
        self.search.setMaximumWidth(620)
        self.search.searched.connect(self.searched)
        self.search.setVisible(bool(placeholder))
        row.addWidget(self.search, 6)
        row.addStretch(1)
        self._lasting = QHBoxLayout()
        self._lasting.setSpacing(10)
        row.addLayout(self._lasting)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(10)
        row.addLayout(self._actions)

    def set_title(self, title: str) -> None:
        """Change the title of the page."""
        self._title.setText(title)

    def set_search_hint(self, placeholder: str) -> None:
        """Change the words in the empty search line; empty hides the line."""
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(placeholder)
        self.search.setVisible(bool(placeholder))

    def add_after_title(self, widget: QWidget) -> None:
        """Put a chip or a note after the title."""
        self._after_title.addWidget(widget)

    def add_lasting(self, widget: QWidget) -> None:
        """Put a button before the page's own; it stays on every page."""
        self._lasting.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._actions.addWidget(widget)

    def clear_actions(self) -> None:
        """Take all buttons away, for another page's own."""
        while (item := self._actions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
