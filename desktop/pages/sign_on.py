"""Signing on: who sits at this desk. Shown first, before the database is open."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.credentials import Credentials
from desktop.kept_password import KeptPassword
from desktop.pages.first_start import FirstStart
from desktop.pages.server_sign_on import ServerSignOn, ServerWish
from desktop.services import Services
from desktop.session import Session
from desktop.signing_on import (
    accounts_of,
    open_server,
    password_kept,
    session_on_file,
    session_on_server,
)
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card
from desktop.widgets.field_row import FieldRow
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.workplace import Workplace, remember, remembered, work_on_file

ON_FILE, ON_SERVER = "file", "server"

_LOG = logging.getLogger(__name__)


class SignOnPage(QWidget):
    """Name and password; a practice street lets people in without one."""

    retry_wanted = Signal()
    opener_made = Signal(object)
    """A function that makes the first street and returns its open database."""
    server_wanted = Signal(object)
    """A function that opens an office's server as a person."""

    def __init__(
        self,
        services: Services,
        address: str = "",
        parent: QWidget | None = None,
        *,
        credentials: Callable[[], Credentials] = Credentials,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._address = address
        self._credentials = credentials
        self._kept = KeptPassword(services, credentials)
        self._wish: ServerWish | None = None
        self._accounts: dict[int, Any] = {}
        self._wanted_login = ""
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        services.opened.connect(self._load_accounts)

    # What others call ---------------------------------------------------------------------

    def sign_on_as(self, login: str) -> None:
        """Sign this login on as soon as the database is open (practice streets only)."""
        self._wanted_login = login

    def ask_for_server(self, known: Workplace | None = None) -> None:
        """Ask who signs on to the office's server; nothing is open before."""
        self._show(self._server)
        self._server.start(known or remembered())

    @Slot(object)
    def show_server_fault(self, error: Exception) -> None:
        """Tell why the server did not let the person in; what was typed stays."""
        _LOG.warning("the server did not open: %s", error)
        self._server.show_fault(error)

    @Slot(object)
    def show_fault(self, error: Exception) -> None:
        """Tell why the database could not be opened, and offer another try."""
        from desktop.errors import sentence

        if getattr(error, "code", "") == "file_missing":
            self._offer_founding()
            return
        _LOG.warning("the database could not be opened: %s", error)
        self._hint.set_tone("danger")
        self._hint.setText(sentence(error))
        self._retry.setVisible(True)
        self._enter.setEnabled(False)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        card = self._card = Card(self, margins=32, spacing=14)
        card.setFixedWidth(440)
        self._founding = FirstStart(self._address, self)
        self._founding.hide()
        self._founding.opener_made.connect(self.opener_made)
        self._server = ServerSignOn(self)
        self._server.hide()
        self._server.wanted.connect(self._open_server)
        self._server.login_named.connect(self._look_for_password)
        self._title = PlainLabel(self.tr("街道综合信息指挥室"), kind="page")
        self._street = PlainLabel(self.tr("正在打开数据……"), kind="second", tone="text2", wrap=True)
        self._name = Picker(self.tr("姓名、账号或拼音首字母"), name=self.tr("账号"), icon="user")
        self._password = LineField(name=self.tr("密码"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_row = FieldRow(self.tr("账号"), self._name, required=True)
        self._password_row = FieldRow(self.tr("密码"), self._password)
        self._hint = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._enter = ActionButton(self.tr("登录"), "check", key="Enter", kind="primary")
        self._enter.setEnabled(False)
        self._retry = ActionButton(self.tr("重新打开"), "refresh-cw")
        self._retry.setVisible(False)
        for widget in (self._title, self._street, self._name_row, self._password_row, self._hint):
            card.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._retry)
        buttons.addStretch(1)
        buttons.addWidget(self._enter)
        card.body.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addWidget(self._founding)
        middle.addWidget(self._server)
        middle.addStretch(1)
        choices = ((ON_FILE, self.tr("本机文件")), (ON_SERVER, self.tr("连接办公室服务器")))
        self._where = SegmentedChoice(
            choices, name=self.tr("数据在哪里"), numbered=False, compact=True, parent=self
        )
        self._where.changed.connect(self._go_where)
        self._where.hide()
        above = QHBoxLayout()
        above.addStretch(1)
        above.addWidget(self._where)
        above.addStretch(1)
        self._to_server = ActionButton(
            self.tr("连接办公室服务器"), "database", kind="quiet", parent=self
        )
        self._to_server.clicked.connect(self._leave_for_server)
        practice = ActionButton(self.tr("练习模式"), "play", kind="quiet", parent=self)
        practice.clicked.connect(self._start_practice)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._to_server)
        below.addWidget(practice)
        below.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(above)
        outer.addSpacing(12)
        outer.addLayout(middle)
        outer.addSpacing(12)
        outer.addLayout(below)
        outer.addStretch(3)
        self._flow = FormFlow([self._name, self._password], self)
        self._flow.finished.connect(self._sign_on)
        self._enter.clicked.connect(self._sign_on)
        self._retry.clicked.connect(self._try_again)

    def _offer_founding(self) -> None:
        self._show(self._founding)
        self._founding.start()

    def _show(self, card: QWidget) -> None:
        """Show one of the three cards, and the way to the others."""
        for one in (self._card, self._founding, self._server):
            one.setVisible(one is card)
        self._where.set_value(ON_SERVER if card is self._server else ON_FILE)
        self._where.setVisible(card is not self._card)
        self._to_server.setVisible(card is self._card)

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _try_again(self) -> None:
        self._retry.setVisible(False)
        self._hint.setText("")
        self.retry_wanted.emit()

    @Slot()
    def _start_practice(self) -> None:
        """Open practice in a window of its own; this one stays as it is."""
        from desktop.practice.launch import start

        opens = start()
        self._hint.set_tone("text2" if opens else "danger")
        self._hint.setText(
            self.tr("练习窗口正在打开……") if opens else self.tr("练习窗口没有打开，请重试。")
        )

    @Slot(object)
    def show_founding_fault(self, error: Exception) -> None:
        """Tell why the street could not be made; what was typed stays."""
        self._founding.show_fault(error)

    @Slot(object)
    def _go_where(self, where: str) -> None:
        """Go from the file of this machine to the office's server, or back."""
        if where == ON_SERVER:
            self.ask_for_server()
            return
        self._show(self._card)
        self._services.work(work_on_file, parent=self, done=self._go_to_file)

    @Slot()
    def _leave_for_server(self) -> None:
        self.ask_for_server()

    @Slot(object)
    def _go_to_file(self, _done: object) -> None:
        self.retry_wanted.emit()

    @Slot(object)
    def _open_server(self, wish: ServerWish) -> None:
        self._wish = wish
        self.server_wanted.emit(partial(open_server, wish.place, wish.login, wish.password))

    @Slot()
    def _look_for_password(self) -> None:
        """Ask the key store in the background: it may open a question of its own."""
        name = self._server.place().identity(self._server.login())
        self._services.work(
            partial(password_kept, self._credentials, name),
            parent=self,
            done=self._show_store,
            key="password",
        )

    @Slot(object)
    def _show_store(self, answer: tuple[bool, str]) -> None:
        self._server.show_store(*answer)

    @Slot(object)
    def _enter_server(self, session: Session) -> None:
        """Remember where the record is, and the password only if that was wished."""
        wish, self._wish = self._wish, None
        self._server.show_entered()
        if wish is None:
            return
        self._kept.begin(wish.place.identity(wish.login), wish.password, wish.keeps)
        known = Workplace(wish.place, True, wish.login)
        self._services.work(partial(remember, known), parent=self, done=self._remembered)

    @Slot(object)
    def _remembered(self, _done: object) -> None:
        """Do nothing: the next start begins here."""

    @Slot()
    def _load_accounts(self) -> None:
        if self._wish is not None:
            self._services.sign_on(
                session_on_server, done=self._enter_server, failed=self.show_server_fault
            )
            return
        self._show(self._card)
        self._services.work(
            partial(accounts_of, self._services.database),
            parent=self,
            done=self._show_accounts,
            failed=self.show_fault,
        )

    @Slot(object)
    def _show_accounts(self, accounts: tuple[Any, ...] | None) -> None:
        from desktop import texts

        if accounts is None:
            self._offer_founding()
            return
        self._accounts = {account.account_id: account for account in accounts}
        self._name.set_choices(
            [
                (a.account_id, a.name, f"{texts.label(a.role)} · {a.unit}", a.login, a.login)
                for a in accounts
                if a.active
            ]
        )
        self._enter.setEnabled(True)
        street = accounts[0].street if accounts else ""
        self._street.setText(street)
        if accounts and not any(account.has_password for account in accounts):
            self._password.setPlaceholderText(self.tr("练习账号不设密码"))
        if len(accounts) == 1:
            self._name.set_value(accounts[0].account_id)
        self._flow.start()
        wanted = next((a for a in accounts if a.login == self._wanted_login), None)
        if wanted is not None:
            self._name.set_value(wanted.account_id)
            self._sign_on()

    @Slot()
    def _sign_on(self) -> None:
        if not self._enter.isEnabled():
            # Enter pressed twice in a hurry signs on once.
            return
        account_id = self._name.value()
        if account_id is None:
            self._name_row.set_error(self.tr("请选择账号：输入姓名或拼音首字母，按回车选定。"))
            return
        self._name_row.clear_error()
        self._password_row.clear_error()
        self._enter.setEnabled(False)
        account = self._accounts[account_id]
        password = self._password.value()
        self._services.sign_on(
            partial(session_on_file, login=account.login, password=password),
            done=self._greet,
            failed=self._refuse,
        )

    @Slot(object)
    def _greet(self, _session: Session) -> None:
        self._password.set_value("")

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        from desktop.errors import sentence

        self._enter.setEnabled(True)
        self._password_row.set_error(sentence(error))
        self._password.setFocus()
        self._password.selectAll()
