"""The page of people and items: who is who, what may be registered, when work is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.rules.permissions import Permission
from db.rules.setting_fields import SettingTopic
from desktop.pages.office_calendar import CalendarView
from desktop.pages.office_items import ItemsView
from desktop.pages.office_notice_texts import NoticeTextsView
from desktop.pages.office_numbering import NumberingView
from desktop.pages.office_people import AccountsView, PeopleView
from desktop.pages.office_settings import SettingsView
from desktop.pages.office_suggestions import SuggestionsView
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.status_tabs import StatusTabs

_ITEMS, _PEOPLE, _ACCOUNTS, _CALENDAR, _LIMITS = "items", "people", "accounts", "calendar", "limits"
_WORDS, _RULES, _PAPERS, _NUMBERS = "words", "rules", "papers", "numbering"
_KINDS = frozenset({"item", "suggestion_rule", "unit", "person", "account", "calendar", "setting"})


class OfficePage(Page):
    """Lists of the street itself; what the person may not change is only shown."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self.people = PeopleView(services, self)
        self.items = ItemsView(services, session, self)
        self.suggestions = SuggestionsView(services, session, self)
        self.calendar = CalendarView(services, session, self)
        self.limits = SettingsView(services, session, SettingTopic.LIMITS, self)
        self.rules = SettingsView(services, session, SettingTopic.SUPERVISION, self)
        self.papers = NoticeTextsView(services, session, self)
        self.numbering = NumberingView(services, session, self)
        self.accounts: AccountsView | None = None
        self._views: dict[str, Any] = {_PEOPLE: self.people}
        tabs = [(_PEOPLE, self.tr("单位和人员"))]
        if session.may(Permission.ACCOUNTS):
            self.accounts = AccountsView(services, session, self)
            self.accounts.told.connect(self.told)
            self._views[_ACCOUNTS] = self.accounts
            tabs.append((_ACCOUNTS, self.tr("账号")))
        self._views |= {_ITEMS: self.items, _WORDS: self.suggestions}
        self._views |= {_CALENDAR: self.calendar, _LIMITS: self.limits, _RULES: self.rules}
        self._views |= {_PAPERS: self.papers, _NUMBERS: self.numbering}
        tabs += [
            (_ITEMS, self.tr("事项清单")),
            (_WORDS, self.tr("登记提示词")),
            (_CALENDAR, self.tr("工作日历")),
            (_LIMITS, self.tr("办理时限")),
            (_RULES, self.tr("督办规则")),
            (_PAPERS, self.tr("文书用语")),
            (_NUMBERS, self.tr("编号规则")),
        ]
        self.items.told.connect(self.told)
        self.suggestions.told.connect(self.told)
        self.calendar.told.connect(self.told)
        self.limits.told.connect(self.told)
        self.rules.told.connect(self.told)
        self.papers.told.connect(self.told)
        self.numbering.told.connect(self.told)
        self.tabs = StatusTabs(tabs, name=self.tr("人员与事项"))
        self.tabs.changed.connect(self.show_view)
        self._stack = QStackedWidget(self)
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("人员与事项")

    def search_hint(self) -> str:
        return self.tr("搜索单位、姓名、账号、事项，支持拼音首字母")

    def arrive(self) -> None:
        self._view().reload()
        self._view().take_focus()

    def start(self, command: str) -> None:
        """Show the list of this name."""
        self.show_view(command)

    def search(self, words: str) -> None:
        view = self._view()
        if hasattr(view, "search"):
            view.search(words)

    def follow(self, changes: tuple[Any, ...]) -> None:
        if self.isVisible() and any(change.kind in _KINDS for change in changes):
            self._view().reload()

    def follow_width(self, width: int) -> None:
        self.items.follow_width(width)
        self.people.follow_width(width)

    def carried(self) -> Any:
        return self.tabs.value(), self.papers.typed()

    def carry(self, kept: Any) -> None:
        view, typed = kept
        self.papers.take_typed(typed)
        self.show_view(view)

    @Slot(object)
    def show_view(self, view: str) -> None:
        """Show one of the lists."""
        self.tabs.set_value(view)
        self._stack.setCurrentWidget(self._views[view])
        self._view().reload()

    def _view(self) -> Any:
        return self._stack.currentWidget()
