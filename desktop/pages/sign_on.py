"""Signing on: who sits at this desk. Shown first, before the database is open."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.pages.first_start import FirstStart
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card
from desktop.widgets.field_row import FieldRow
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from db.engine import Database


_LOG = logging.getLogger(__name__)


class SignOnPage(QWidget):
    """Name and password; a practice street lets people in without one."""

    retry_wanted = Signal()
    opener_made = Signal(object)
    """A function that makes the first street and returns its open database."""

    def __init__(
        self, services: Services, address: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._address = address
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

    @Slot(object)
    def show_fault(self, error: Exception) -> None:
        """Tell why the database could not be opened, and offer another try."""
        from desktop.errors import sentence

        if getattr(error, "code", "") == "file_missing":
            self._offer_founding()
            return
        _LOG.warning("the database could not be opened: %s", error)
        self._hint.set_tone("danger")
        self._hint.setText(sentence(error) + self._kept_words())
        self._retry.setVisible(True)
        self._enter.setEnabled(False)

    def hint(self) -> str:
        """Return what is told under the fields."""
        return self._hint.text()

    def is_faulty(self) -> bool:
        """Tell whether the database could not be opened and another try is offered."""
        return not self._retry.isHidden()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        card = self._card = Card(self, margins=32, spacing=14)
        card.setFixedWidth(440)
        self._founding = FirstStart(self._address, self)
        self._founding.hide()
        self._founding.opener_made.connect(self.opener_made)
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
        middle.addStretch(1)
        practice = ActionButton(self.tr("练习模式"), "play", kind="quiet", parent=self)
        practice.clicked.connect(self._start_practice)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(practice)
        below.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addSpacing(12)
        outer.addLayout(below)
        outer.addStretch(3)
        self._flow = FormFlow([self._name, self._password], self)
        self._flow.finished.connect(self._sign_on)
        self._enter.clicked.connect(self._sign_on)
        self._retry.clicked.connect(self._try_again)

    def _kept_words(self) -> str:
        """Say what waits on this computer for a server, whoever registered it."""
        from desktop.outbox import count_waiting

        count = count_waiting()
        if not count:
            return ""
        return self.tr("本机存有 {n} 件待发登记，登录后自动发送。").format(n=count)

    def _offer_founding(self) -> None:
        self._card.hide()
        self._founding.show()
        self._founding.start()

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

    @Slot()
    def _load_accounts(self) -> None:
        self._founding.hide()
        self._card.show()
        self._services.work(
            partial(_accounts, self._services.database),
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
            partial(_session, login=account.login, password=password),
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


def _accounts(database: Database) -> tuple[Any, ...] | None:
    """Return who may sign on; None where no street was made yet."""
    from db.queries.accounts import is_founded, sign_on_accounts

    return sign_on_accounts(database) if is_founded(database) else None


def _session(database: Database, *, login: str, password: str) -> Session:
    """Check name and password and return what the pages need to know of the person."""
    from db.accounts import account_id_of, actor_of, sign_on
    from db.queries.accounts import sign_on_accounts
    from db.queries.door import ask
    from db.queries.lookup import street

    known = {a.login: a for a in sign_on_accounts(database)}
    if database.is_practice and not known[login].has_password:
        actor = actor_of(database, account_id_of(database, login))
    else:
        actor = sign_on(database, login, password)
    home = ask(database, street, actor.account_id)
    return Session(
        account_id=actor.account_id,
        login=actor.login,
        name=actor.name,
        role=actor.role,
        unit_id=actor.unit_id,
        unit_name=known[login].unit,
        street_id=actor.street_id,
        street_name=home.name,
        room_name=home.room_name,
        organ_code=home.organ_code,
        is_practice=database.is_practice,
        read_only=database.read_only,
        must_change_password=known[login].must_change,
    )
