"""Where the case stands: beside the list, or over it in a narrow window until Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.pages.case_panel import CasePanel
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.virtual_table import VirtualTable

FLOATS_BELOW = 1500
"""In a window narrower than this the list would have no room beside the case."""
NARROW_BELOW = 1600
WIDE, NARROW, FLOATING = 500, 400, 480
MARGIN = 16


class CasePlace(QObject):
    """Docks the panel at the end of a row, or lets it float over the page."""

    def __init__(
        self, page: QWidget, row: QHBoxLayout, panel: CasePanel, table: VirtualTable
    ) -> None:
        super().__init__(page)
        self._page = page
        self._row = row
        self._panel = panel
        self._table = table
        self._floats = False
        row.addWidget(panel)
        panel.close_wanted.connect(self.close)
        Shortcut("Alt+Up", page, self.tr("上一件事件"), self._previous, within=True)
        Shortcut("Alt+Down", page, self.tr("下一件事件"), self._next, within=True)
        page.installEventFilter(self)

    def floats(self) -> bool:
        """Tell whether the window is too narrow for list and case beside each other."""
        return self._floats

    def follow_width(self, width: int) -> None:
        """Take the place that a window of this width has."""
        floats = width < FLOATS_BELOW
        if floats != self._floats:
            self._floats = floats
            self._panel.set_floating(floats)
            if floats:
                self._row.removeWidget(self._panel)
            else:
                self._row.addWidget(self._panel)
            self._panel.setVisible(not floats)
        docked = WIDE if width >= NARROW_BELOW else NARROW
        self._panel.setFixedWidth(FLOATING if floats else docked)
        self._lie()

    def open(self, *, takes_keys: bool = True) -> None:
        """Show the case, over the list if need be, and give it the keys."""
        self._panel.show()
        if self._floats:
            self._lie()
            self._panel.raise_()
        if takes_keys:
            self._panel.setFocus()

    @Slot()
    def close(self) -> None:
        """Go back to the row; what floats over the list goes away."""
        if self._floats:
            self._panel.hide()
        self._table.setFocus()

    @Slot()
    def _previous(self) -> None:
        self._table.step(-1)

    @Slot()
    def _next(self) -> None:
        self._table.step(1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lie anew on another page size."""
        if event.type() == QEvent.Type.Resize:
            self._lie()
        return False

    def _lie(self) -> None:
        """Lay a floating panel along the right side of the page."""
        if self._floats:
            height = self._page.height() - 2 * MARGIN
            self._panel.setFixedHeight(max(0, height))
            self._panel.move(self._page.width() - self._panel.width() - MARGIN, MARGIN)
        else:
            self._panel.setMinimumHeight(0)
            self._panel.setMaximumHeight(16_777_215)
