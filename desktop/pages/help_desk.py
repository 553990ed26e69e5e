"""Everything that helps: the key sheet, the pages of the help, the first steps, practice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.help.key_list import KeyGroup, page_keys, widget_keys, window_keys
from desktop.pages.page import Page
from desktop.services import Services

if TYPE_CHECKING:
    from desktop.dialogs.key_sheet import KeySheet


class HelpDesk(QObject):
    """Opens what was asked for; nothing of it is loaded before."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._sheet: KeySheet | None = None

    def key_groups(self, page: Page, pages: Iterable[QWidget]) -> tuple[KeyGroup, ...]:
        """Return the keys that work while a page is in front."""
        return (
            KeyGroup(page.title(), page_keys(page)),
            KeyGroup(self.tr("整个窗口"), window_keys(self._window, pages)),
            KeyGroup(self.tr("本页的列表、图表和输入栏"), widget_keys(page)),
        )

    def open_keys(self, page: Page, pages: Iterable[QWidget]) -> None:
        """Show the keys of a page."""
        from desktop.dialogs.key_sheet import KeySheet

        if self._sheet is None:
            self._sheet = KeySheet(self._services, self._window)
            self._sheet.help_wanted.connect(self._open_help)
        self._sheet.open_with(page.title(), self.key_groups(page, pages))

    @Slot()
    def _open_help(self) -> None:
        """Show the help of the page whose keys were shown."""
