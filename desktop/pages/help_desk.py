"""Everything that helps: the key sheet, the pages of the help, the first steps, practice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.help.key_list import KeyGroup, page_keys, widget_keys, window_keys
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.matching import Choice

if TYPE_CHECKING:
    from desktop.dialogs.key_sheet import KeySheet
    from desktop.pages.first_steps import FirstSteps
    from desktop.pages.help_window import HelpWindow

FIRST_STEPS = "first_steps"
PRACTICE = "start_practice"


class HelpDesk(QObject):
    """Opens what was asked for; nothing of it is loaded before."""

    place_wanted = Signal(str, str)
    """A page, and what to begin there."""
    told = Signal(str, str)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._sheet: KeySheet | None = None
        self._help: HelpWindow | None = None
        self._steps: FirstSteps | None = None
        self.offers_practice = True
        self._asked = ""

    def start(self, session: Session, column: QVBoxLayout) -> None:
        """Put the first steps over the pages, where the person may take them."""
        from desktop.pages.first_steps import FirstSteps

        self._steps = FirstSteps(self._services, session, self._window)
        self._steps.place_wanted.connect(self.place_wanted)
        self._steps.told.connect(self.told)
        column.insertWidget(1, self._steps)  # between the bar and the pages
        self._steps.start()

    def follow(self, changes: tuple[Any, ...]) -> None:
        """Let the first steps tick themselves."""
        if self._steps is not None:
            self._steps.follow(changes)

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
        """Show the help of a page, or the first steps of the street."""
        if page_id == PRACTICE:
            self._start_practice()
            return
        if page_id == FIRST_STEPS and self._steps is not None:
            self._steps.take_out()
            return
        from desktop.pages.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_page(page_id)

    @Slot()
    def _open_help(self) -> None:
        self.open_help(self._asked)

    def _start_practice(self) -> None:
        from desktop.practice.launch import start

        if start():
            self.told.emit(self.tr("练习窗口正在打开，这个窗口照常使用。"), "info")
        else:
            self.told.emit(self.tr("练习窗口没有打开，真实台账不受影响。请重试。"), "danger")

    # The command palette ------------------------------------------------------------------

    def destinations(self) -> list[Choice]:
        """Return what the command palette may open."""
        found = [
            Choice(("help", ""), self.tr("本页帮助"), "Shift F1"),
            Choice(("help", "start"), self.tr("帮助：从这里开始"), self.tr("帮助")),
            Choice(("help", "refused"), self.tr("帮助：被拒绝时怎么办"), self.tr("帮助")),
        ]
        if self._steps is not None and self._steps.is_offered():
            words = self.tr("开始使用：下一步做什么")
            found.append(Choice(("help", FIRST_STEPS), words, self.tr("帮助")))
        if self.offers_practice:
            words = self.tr("练习模式：在虚构的街道上练手")
            found.append(Choice(("help", PRACTICE), words, self.tr("帮助")))
        return found
