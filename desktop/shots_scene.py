"""The window that pictures are taken of: keys are pressed on it, and what opens is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.queries.page import Tab


class Scene:
    """A window somebody signed on to; ``rest`` waits until it shows all that was asked for."""

    def __init__(self, window: Any, rest: Callable[[], None]) -> None:
        self.window = window
        self.rest = rest

    def page(self, page_id: str) -> Any:
        """Go to a page and return it."""
        self.window.show_page(page_id)
        page = self.window.page(page_id)
        # No window manager gives the focus back when a dialog before this one was closed.
        self.window.activateWindow()
        self.rest()
        return page

    def ledger(self, tab: str) -> Any:
        """Go to the ledger, where a tab is chosen and its first case is shown."""
        from db.queries.page import Tab

        page = self.page("ledger")
        self.choose_tab(page, Tab(tab))
        page.table().choose_place(0)
        self.rest()
        return page

    def choose_tab(self, page: Any, tab: Tab) -> None:
        """Choose a tab of the ledger as the person does."""
        from desktop.widgets.status_tabs import StatusTabs

        tabs = page.findChild(StatusTabs)
        tabs.set_value(tab)
        tabs.changed.emit(tab)
        self.rest()

    def ask(self, query: Callable[..., Any], *given: Any) -> Any:
        """Read something of the record, in the right of the person who signed on."""
        found: list[Any] = []
        services = self.window.page("ledger").services
        services.ask(query, *given, parent=self.window, done=found.append)
        self.rest()
        return found[0]

    def press(self, keys: str) -> None:
        """Press keys where the keyboard is now."""
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtGui import QKeyEvent, QKeySequence

        target = self.window.focusWidget() or self.window
        sequence: Any = QKeySequence(keys)
        pressed = sequence[0]
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, pressed.key(), pressed.keyboardModifiers())
            QCoreApplication.sendEvent(target, event)

    def choose_entry(self, data: object) -> None:
        """Choose an entry of the menu that is open, by what it stands for."""
        from PySide6.QtWidgets import QMenu

        for menu in self.window.findChildren(QMenu):
            for entry in menu.actions() if menu.isVisible() else ():
                if entry.data() == data:
                    menu.close()
                    entry.trigger()
                    return

    def opened(self) -> list[Any]:
        """Return the windows that are open over the window, the front one last."""
        from PySide6.QtWidgets import QMenu, QWidget

        inside = self.window.findChildren(QWidget)
        return [
            one
            for one in inside
            if one.isWindow() and one.isVisible() and not isinstance(one, QMenu)
        ]

    def close_opened(self) -> None:
        """Close what is open over the window, the front one first; nothing is sent."""
        for one in reversed(self.opened()):
            # Some dialogs take Esc for something else than going away.
            one.done(0) if hasattr(one, "done") else one.close()
