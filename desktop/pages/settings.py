"""The page of settings: how the person likes the screens, and how this machine is doing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.pages.page import Page
from desktop.pages.settings_diagnostics import DiagnosticsView
from desktop.pages.settings_personal import PersonalView
from desktop.personal import Personal
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.shown_dialog import ShownDialog
from desktop.widgets.status_tabs import StatusTabs

_PERSONAL, _MACHINE = "personal", "diagnostics"


class SettingsPage(Page):
    """What belongs to the person and to the machine; the street's own is on the office's page."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self.personal = PersonalView(self)
        self.personal.changed.connect(self.personal_wanted)
        self.diagnostics = DiagnosticsView(services, self)
        self.diagnostics.told.connect(self.told)
        self._password: ShownDialog[QDialog] = ShownDialog()
        self._views: dict[str, Any] = {_PERSONAL: self.personal, _MACHINE: self.diagnostics}
        tabs = [(_PERSONAL, self.tr("个人设置")), (_MACHINE, self.tr("诊断"))]
        self.tabs = StatusTabs(tabs, name=self.title())
        self.tabs.changed.connect(self.show_view)
        self._stack = QStackedWidget(self)
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    @Slot()
    def change_password(self) -> None:
        """Change one's own password without having to."""
        from desktop.dialogs.new_password import NewPasswordDialog

        self._password.open(NewPasswordDialog(self.services, self.window(), by_wish=True))

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("设置")

    def actions_for_bar(self) -> list[QWidget]:
        if not self.session.has_password:
            return []
        change = ActionButton(self.tr("修改密码"), "lock")
        change.clicked.connect(self.change_password)
        return [change]

    def arrive(self) -> None:
        self._view().take_focus()

    def follow_personal(self, personal: Personal) -> None:
        self.personal.show_personal(personal)

    def carried(self) -> str:
        return str(self.tabs.value())

    def carry(self, kept: Any) -> None:
        self.show_view(kept)
        # The keyboard stays where the language was chosen.
        self.personal.start_at("language")

    @Slot(object)
    def show_view(self, view: str) -> None:
        """Show one of the parts."""
        self.tabs.set_value(view)
        self._stack.setCurrentWidget(self._views[view])
        self._view().take_focus()

    def _view(self) -> Any:
        return self._stack.currentWidget()
