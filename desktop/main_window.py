"""The window: navigation, top bar, status bar and the pages in the middle."""

from __future__ import annotations

import importlib
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.rules.permissions import Permission
from desktop.carrying import Carried, carried_of, hold_of
from desktop.leaving import Leaving
from desktop.pages.help_desk import HelpDesk
from desktop.pages.page import Page
from desktop.personal import Personal, PersonalBook
from desktop.personal_wear import PersonalWear
from desktop.sections import PAGES, destinations, sections
from desktop.services import Services
from desktop.session import Session
from desktop.status_line import StatusLine
from desktop.widgets.buttons import ActionButton
from desktop.widgets.matching import Choice
from desktop.widgets.navigation_rail import NavigationRail
from desktop.widgets.notices import Banner, ErrorBar, Toast
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.status_bar import StatusBar, StatusItem
from desktop.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from desktop.dialogs.command_palette import CommandPalette
    from desktop.pages.alarm_bell import AlarmBell
    from desktop.pages.task_item import TaskItem

_LOG = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """The frame around all pages. It knows nothing of what they show."""

    first_painted = Signal()
    language_wanted = Signal(str)
    """The screens should speak another language; the words of a built window stay."""

    def __init__(
        self, services: Services, book: PersonalBook, sign_on: QWidget | None = None
    ) -> None:
        super().__init__()
        self._services = services
        self._wear = PersonalWear(book, self)
        self._wear.worn.connect(self._follow_personal)
        self._session: Session | None = None
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._palette: CommandPalette | None = None
        self._bell: AlarmBell | None = None
        self._tasks: TaskItem | None = None
        self._leaving = Leaving(services, self)
        self._has_painted = False
        self._build(sign_on)
        services.signed_on.connect(self._show_shell)
        services.failed.connect(self.show_error)
        services.changed.connect(self._follow)
        services.lost_track.connect(self.refresh)

    # What others call ---------------------------------------------------------------------

    def page(self, page_id: str) -> Page:
        """Return a page, made on first use."""
        if page_id not in self._pages:
            module, name = PAGES[page_id]
            page = getattr(importlib.import_module(module), name)(
                self._services, self._services.session, self
            )
            self._connect(page, page_id)
            page.follow_personal(self._wear.now)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    @Slot(object)
    def show_page(self, page_id: str) -> None:
        """Show a page, unless the present one asks to stay."""
        if page_id == self._current:
            self._pages[page_id].arrive()
            return
        if self._current and not self._pages[self._current].leave():
            self._rail.set_current(self._current)
            return
        page = self.page(page_id)
        self._current = page_id
        self._stack.setCurrentWidget(page)
        self._rail.set_current(page_id)
        self._bar.set_title(page.title())
        self._bar.set_search_hint(page.search_hint())
        self._bar.clear_actions()
        for button in [*page.actions_for_bar(), *self._common_actions(page_id)]:
            self._bar.add_action(button)
        page.follow_width(self.width())
        page.arrive()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Tell an error in words: what happened, what was kept, what to do."""
        from desktop.errors import details, sentence

        _LOG.info("told: %s", error)
        self._errors.show_error(sentence(error), details(error))

    def mark(self, strip: QWidget, title: str) -> None:
        """Mark the window on every page: a strip over all of it, and other words as its title."""
        self._whole.insertWidget(0, strip)
        self.setWindowTitle(title)
        self._help.offers_practice = False

    @Slot(str, str)
    def tell(self, words: str, tone: str = "ok") -> None:
        """Show a short notice."""
        self._toast.show_notice(words, tone=tone)

    @Slot(object)
    def show_case(self, case_id: int) -> None:
        """Show a case in the ledger."""
        self.show_page("ledger")
        self.page("ledger").show_case(case_id)  # type: ignore[attr-defined]

    @Slot(object)
    def show_notice(self, notice_id: int) -> None:
        """Show a supervision notice in its register."""
        self.show_page("supervision")
        self.page("supervision").show_notice(notice_id)  # type: ignore[attr-defined]

    @Slot(object)
    def show_decision(self, decision_id: int) -> None:
        """Show what a meeting agreed among its tasks."""
        self.show_page("meetings")
        self.page("meetings").show_decision(decision_id)  # type: ignore[attr-defined]

    @Slot(object, str)
    def show_cases(self, case_filter: Any, words: str) -> None:
        """Show the list behind a figure in the ledger."""
        self.show_page("ledger")
        self.page("ledger").show_filter(case_filter, words)  # type: ignore[attr-defined]

    # Built anew ---------------------------------------------------------------------------

    def carried(self) -> Carried:
        """Return what a window in another language goes on with."""
        return carried_of(self._pages, self._current) if self._current else Carried()

    def go_on(self, session: Session, carried: Carried) -> None:
        """Go on where another window was; where it showed no page, begin."""
        if not carried.page_id:
            self._show_shell(session)
            return
        self._wear.take(session)
        self._furnish(session)
        for page_id, kept in carried.pages.items():
            self.page(page_id).carry(kept)
        self.show_page(carried.page_id)

    def retire(self) -> None:
        """Fall silent and go: another window has taken this one's place."""
        self._rest()
        self.hide()
        self.deleteLater()

    # Building -----------------------------------------------------------------------------

    def _build(self, sign_on: QWidget | None) -> None:
        self.setWindowTitle(self.tr("街道综合信息指挥室"))
        self.setMinimumSize(1100, 680)
        self._outer = QStackedWidget(self)
        if sign_on is not None:
            self._outer.addWidget(sign_on)
        self._shell = QWidget()
        self._shell.setProperty("kind", "page")
        self._shell.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer.addWidget(self._shell)
        self.setCentralWidget(self._outer)
        self._rail = NavigationRail(self._shell)
        self._bar = TopBar(parent=self._shell)
        self._banner = Banner(self._shell)
        self._errors = ErrorBar(self._shell)
        self._stack = QStackedWidget(self._shell)
        self._status = StatusBar(self._shell)
        self._line = StatusLine(self._status, self._services, self)
        self._line.cases_wanted.connect(self.show_cases)
        self._toast = Toast(self._shell)
        self._toast.action_chosen.connect(self._undo)
        self._undoing: Page | None = None
        self._banner.hide()
        self._lay_out()
        self._rail.page_chosen.connect(self.show_page)
        self._bar.searched.connect(self._search)
        self._help = HelpDesk(self._services, self)
        self._help.told.connect(self.tell)
        self._help.place_wanted.connect(self._show_place)

    def _lay_out(self) -> None:
        self._column = right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self._bar, self._banner, self._errors, self._stack):
            right.addWidget(widget, 1 if widget is self._stack else 0)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addLayout(right, 1)
        whole = self._whole = QVBoxLayout(self._shell)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(self._status)

    def _common_actions(self, page_id: str) -> list[QWidget]:
        if page_id == "register":
            return []
        new = ActionButton(self.tr("新建登记"), "plus", key="F2", kind="primary")
        new.clicked.connect(self._register)
        return [new]

    def _connect(self, page: Page, page_id: str) -> None:
        page.search_shown.connect(self._bar.search.show_words)
        page.told.connect(self.tell)
        page.undo_offered.connect(self._offer_undo)
        page.case_wanted.connect(self.show_case)
        page.cases_wanted.connect(self.show_cases)
        page.notice_wanted.connect(self.show_notice)
        page.decision_wanted.connect(self.show_decision)
        page.page_wanted.connect(self.show_page)
        page.badge_changed.connect(self._show_badge)
        page.title_changed.connect(self._bar.set_title)
        page.personal_wanted.connect(self._keep_personal)
        if self._bell is not None:
            page.alarms_wanted.connect(self._bell.open_list)
            page.alarms_seen.connect(self._bell.acknowledge)
            if self._bell.view() is not None:
                page.show_alarms(self._bell.view())

    def _make_keys(self) -> None:
        for keys, words, slot in (
            ("F1", self.tr("快捷键一览，再按一次看帮助"), self._open_keys),
            ("Shift+F1", self.tr("本页帮助"), self._open_help),
            ("F2", self.tr("新建登记"), self._register),
            ("Ctrl+Z", self.tr("撤销刚做的一步"), self._toast.choose_action),
            ("F5", self.tr("重新读取本页"), self.refresh),
            ("Ctrl+K", self.tr("命令面板：页面、操作、事件"), self._open_palette),
            ("Ctrl+F", self.tr("在本页搜索"), self._bar.search.take_focus),
            ("Ctrl+Q", self.tr("退出程序，换人时也这样"), self.close),
        ):
            Shortcut(keys, self, words, slot)
        items = [item for section in sections() for item in section.items]
        for place, item in enumerate(items[:9], start=1):
            shortcut = Shortcut(f"Ctrl+{place}", self, item.text, self._show_page_of_key)
            shortcut.setProperty("page", item.id)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_shell(self, session: Session) -> None:
        if self._wear.take(session):
            self.language_wanted.emit(self._wear.now.language)
            return
        self._furnish(session)
        self.show_page("ledger")
        if session.must_change_password:
            self._ask_new_password()

    def _furnish(self, session: Session) -> None:
        """Fill the frame with what this person may use."""
        self._session = session
        self._rail.set_title(
            session.room_name.replace(self.tr("综合信息"), ""), self.tr("综合信息指挥平台")
        )
        self._rail.set_sections(sections())
        self._rail.set_person(session.name, session.unit_name)
        self._make_keys()
        if session.may(Permission.CASE_SEE):
            self._hang_bell()
        self._hang_notices()
        self._follow_tasks()
        self._outer.setCurrentWidget(self._shell)
        if session.read_only:
            self._banner.show_banner(
                "warn",
                self.tr("数据文件是只读的：可以查看，不能登记或办理。请检查文件权限后重新打开。"),
            )
        self._rail.follow_width(self.width())
        self._help.start(session, self._column)
        self._line.start(session)

    def _hang_notices(self) -> None:
        """Tell on every page when the second screen or the server goes away or comes back."""
        from desktop.pages.stage_notice import StageNotice
        from desktop.screen.stage import stage_of

        notices: list[Banner] = [StageNotice(stage_of(self), self._shell)]
        if self._services.outgoing is not None:
            from desktop.pages.server_notice import ServerNotice

            notices.append(ServerNotice(self._services, self, self._shell))
        for notice in notices:
            self._column.insertWidget(self._column.indexOf(self._stack), notice)

    @Slot(object)
    def _keep_personal(self, chosen: Personal) -> None:
        held = hold_of(self._pages.values()) if self._wear.is_other_language(chosen) else ""
        if held:
            self.tell(held, "warn")
            chosen = replace(chosen, language=self._wear.now.language)
        if self._wear.keep(chosen):
            self.language_wanted.emit(chosen.language)

    @Slot(object)
    def _follow_personal(self, personal: Personal) -> None:
        for page in self._pages.values():
            page.follow_personal(personal)
        if self._bell is not None:
            self._bell.set_silent(not personal.sound)

    def _hang_bell(self) -> None:
        """Hang up the bell; its modules are not needed before somebody has signed on."""
        from desktop.pages.alarm_bell import AlarmBell

        self._bell = AlarmBell(self._services, self._bar)
        self._bar.add_lasting(self._bell)
        self._bell.case_wanted.connect(self.show_case)
        self._bell.sound_told.connect(self._show_sound)
        Shortcut("Ctrl+B", self, self.tr("到期报警"), self._bell.open_list)
        self._bell.set_silent(not self._wear.now.sound)
        self._bell.seen.connect(self._show_alarms)
        self._bell.start()

    def _follow_tasks(self) -> None:
        """Show the tasks at the end of the line; nobody has any before somebody signed on."""
        from desktop.pages.task_item import KEY, TaskItem

        self._tasks = TaskItem(self._services, self)
        self._tasks.told.connect(self.tell)
        self._tasks.item_changed.connect(self._show_tasks)
        self._status.item_chosen.connect(self._tasks.open_from)
        Shortcut(KEY, self, self.tr("任务中心"), self._tasks.open_list)

    @Slot(object)
    def _show_tasks(self, item: StatusItem) -> None:
        self._status.set_item("tasks", item, right=True, before="clock")

    @Slot(object)
    def _show_sound(self, item: StatusItem) -> None:
        self._status.set_item("sound", item)

    @Slot(str, str)
    def _show_place(self, page_id: str, what: str) -> None:
        self.show_page(page_id)
        if what:
            self._pages[page_id].start(what)

    @Slot()
    def _open_keys(self) -> None:
        pages = self._pages
        self._help.open_keys(self._current, pages[self._current], pages.values())

    @Slot()
    def _open_help(self) -> None:
        self._help.open_help(self._current)

    @Slot(object)
    def _show_alarms(self, view: Any) -> None:
        for page in self._pages.values():
            page.show_alarms(view)

    def _ask_new_password(self) -> None:
        from desktop.dialogs.new_password import NewPasswordDialog

        NewPasswordDialog(self._services, self).open()

    @Slot()
    def _open_palette(self) -> None:
        from desktop.dialogs.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._services, self)
            self._palette.chosen.connect(self._go)
        self._palette.open_with(self._destinations())

    def _destinations(self) -> list[Choice]:
        page = self._pages[self._current]
        return [*destinations(page), *self._help.destinations()]

    @Slot(object)
    def _go(self, chosen: tuple[str, Any]) -> None:
        target, what = chosen
        if target == "page":
            self.show_page(what)
        elif target == "case":
            self.show_case(what)
        elif target == "help":
            self._help.open_help(what or self._current)
        elif target == "tasks" and self._tasks is not None:
            self._tasks.open_list()
        elif target == "action":
            self._pages[self._current].start(what)
        else:
            self.show_page("ledger")
            self._bar.search.setText(what)
            self._bar.search.take_focus()

    @Slot(str, str)
    def _offer_undo(self, words: str, tone: str) -> None:
        """Show a notice with the one way back of the page that tells it."""
        page = self.sender()
        assert isinstance(page, Page)
        self._undoing = page
        self._toast.show_notice(words, action=self.tr("撤销 Ctrl Z"), tone=tone)

    @Slot()
    def _undo(self) -> None:
        if self._undoing is not None:
            self._undoing.undo()

    @Slot()
    def _register(self) -> None:
        self.show_page("register")

    @Slot()
    def refresh(self) -> None:
        """Read the present page anew."""
        if self._current:
            self._pages[self._current].arrive()

    @Slot()
    def _show_page_of_key(self) -> None:
        self.show_page(self.sender().property("page"))

    @Slot(str)
    def _search(self, words: str) -> None:
        if self._current:
            self._pages[self._current].search(words)

    @Slot(object)
    def _follow(self, changes: tuple[Any, ...]) -> None:
        for page in self._pages.values():
            page.follow(changes)
        self._line.follow(changes)
        self._help.follow(changes)
        if self._bell is not None:
            self._bell.follow(changes)

    @Slot(str, int)
    def _show_badge(self, page_id: str, count: int) -> None:
        self._rail.set_badge(page_id, count, alert=page_id == "supervision")

    def event(self, event: QEvent) -> bool:
        """Tell when the window was painted for the first time."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._tell_first_paint)
        return handled

    @Slot()
    def _tell_first_paint(self) -> None:
        self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let navigation and pages follow the width."""
        super().resizeEvent(event)
        self._rail.follow_width(self.width())
        for page in self._pages.values():
            page.follow_width(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the present page asks to stay or a task still works."""
        if self._current and not self._pages[self._current].leave():
            event.ignore()
            return
        if self._leaving.must_wait():
            event.ignore()
            return
        self._rest()
        super().closeEvent(event)

    def _rest(self) -> None:
        self._line.stop()
        if self._bell is not None:
            self._bell.stop()
