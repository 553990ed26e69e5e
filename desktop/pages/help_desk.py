"""Everything that helps: the key sheet, the pages of the help, the first steps, practice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.help.key_list import KeyGroup, page_keys, widget_keys, window_keys
from desktop.pages.page import Page
from desktop.services import Services
from desktop.widgets.matching import Choice

if TYPE_CHECKING:
    from desktop.dialogs.key_sheet import KeySheet
    from desktop.pages.help_window import HelpWindow


class HelpDesk(QObject):
    """Opens what was asked for; nothing of it is loaded before."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._sheet: KeySheet | None = None
        self._help: HelpWindow | None = None
        self._asked = ""

    def key_groups(self, page: Page, pages: Iterable[QWidget]) -> tuple[KeyGroup, ...]:
        """Return the keys that work while a page is in front."""
        return (
            KeyGroup(page.title(), page_keys(page)),
            KeyGroup(self.tr("整个窗口"), window_keys(self._window, pages)),
            KeyGroup(self.tr("本页的列表、图表和输入栏"), widget_keys(page)),
        )

    def open_keys(self, page_id: str, page: Page, pages: Iterable[QWidget]) -> None:
        """Show the keys of a page; F1 again opens its help."""
        from desktop.dialogs.key_sheet import KeySheet

        if self._sheet is None:
            self._sheet = KeySheet(self._services, self._window)
            self._sheet.help_wanted.connect(self._open_help)
        self._asked = page_id
        self._sheet.open_with(page.title(), self.key_groups(page, pages))

    def open_help(self, page_id: str) -> None:
        """Show the help of a page."""
        from desktop.pages.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_page(page_id)

    @Slot()
    def _open_help(self) -> None:
        self.open_help(self._asked)

    # The command palette ------------------------------------------------------------------

    def destinations(self) -> list[Choice]:
        """Return what the command palette may open."""
        found = [
            Choice(("help", ""), self.tr("本页帮助"), "Shift F1"),
            Choice(("help", "start"), self.tr("帮助：从这里开始"), self.tr("帮助")),
            Choice(("help", "refused"), self.tr("帮助：被拒绝时怎么办"), self.tr("帮助")),
        ]
        return found
