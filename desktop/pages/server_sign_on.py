"""Signing on to the office's server: where it is, who one is, and the password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.pages.file_field import FileField
from desktop.waiting_count import count_waiting
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card
from desktop.widgets.choice_box import CheckField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.workplace import USUAL_DATABASE, ServerPlace, Workplace, hosts_of

_OF_THE_PASSWORD = frozenset({"server_login_wrong", "account_off", "account_locked"})
_OF_THE_CERTIFICATE = frozenset(
    {"certificate_missing", "certificate_foreign", "certificate_name_wrong"}
)
_OF_THE_ADDRESS = frozenset({"server_host_unknown", "server_address"})
_OF_THE_DATABASE = frozenset({"server_database_unknown"})
_LAST_PORT = 65535


@dataclass(frozen=True)
class ServerWish:
    """What was typed: the server, the person and whether the password is to be kept."""

    place: ServerPlace
    login: str
    password: str
    keeps: bool


class ServerSignOn(Card):
    """``wanted`` tells a complete wish; the address folds away once it is known."""

    wanted = Signal(object)
    login_named = Signal()
    """Another person or another server stands there; the key store may know the password."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=32, spacing=12)
        self.setFixedWidth(480)
        self._kept = ""
        self._build()
        self.show_store(False)

    # What others call ---------------------------------------------------------------------

    def start(self, known: Workplace) -> None:
        """Show what is remembered and wait in the first field that is empty."""
        place = known.server
        self._hosts.set_value(", ".join(place.hosts))
        self._port.set_value(str(place.port))
        self._database.set_value(place.database)
        self._certificate.set_value(Path(place.certificate) if place.certificate else None)
        self._login.set_value(known.login)
        self._unfold(not place.hosts)
        count = count_waiting()
        words = self.tr("本机存有 {n} 件待发登记，登记人登录后自动发送。")
        self._waits.setText(words.format(n=count))
        self._waits.setVisible(bool(count))
        self._go_to_the_first_empty()
        self._tell_name()

    def place(self) -> ServerPlace:
        """Return the server that stands there."""
        path = self._certificate.value()
        port = self._port.value()
        place = ServerPlace(
            hosts_of(self._hosts.value()),
            database=self._database.value() or USUAL_DATABASE,
            certificate="" if path is None else str(path),
        )
        return replace(place, port=int(port)) if port.isdigit() else place

    def login(self) -> str:
        """Return the login that stands there."""
        return self._login.value().lower()

    def show_store(self, usable: bool, password: str = "") -> None:
        """Tell whether this computer can keep a password, and fill in the one that it keeps."""
        self._keeps.setVisible(usable)
        self._keeps.set_value(usable and bool(password))
        self._store.setVisible(not usable)
        if self._password.text() in ("", self._kept):
            self._password.set_value(password)
        self._kept = password

    def show_working(self) -> None:
        """Tell that the server is being asked."""
        self._enter.setEnabled(False)
        self._tell(self.tr("正在连接服务器……"), "text2")

    def show_fault(self, error: Exception) -> None:
        """Tell beside its field what the server said; what was typed stays."""
        from desktop.errors import sentence

        self._enter.setEnabled(True)
        self._tell("")
        code = getattr(error, "code", "")
        for codes, row in (
            (_OF_THE_PASSWORD, self._password_row),
            (_OF_THE_CERTIFICATE, self._certificate_row),
            (_OF_THE_ADDRESS, self._hosts_row),
            (_OF_THE_DATABASE, self._database_row),
        ):
            if code in codes:
                self._unfold(row is not self._password_row or not self._where.isHidden())
                row.set_error(sentence(error))
                row.field.setFocus()
                if row is self._password_row:
                    self._password.selectAll()
                return
        self._tell(sentence(error), "danger")

    def show_entered(self) -> None:
        """Forget the password: the person is in."""
        self._password.set_value("")
        self._kept = ""
        self._tell("")
        self._enter.setEnabled(True)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._hosts = LineField(
            self.tr("如 10.20.1.5；有备用服务器时用逗号隔开"), name=self.tr("服务器地址")
        )
        self._port = LineField(name=self.tr("端口"), digits=True, longest=5)
        self._port.setFixedWidth(90)
        self._database = LineField(name=self.tr("库名"), longest=60)
        self._certificate = FileField(self.tr("证书文件 (*.crt *.pem)"), name=self.tr("证书文件"))
        self._login = LineField(name=self.tr("登录名"), longest=40)
        self._password = LineField(name=self.tr("密码"), longest=100)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._hosts_row = FieldRow(self.tr("服务器地址"), self._hosts, required=True)
        self._port_row = FieldRow(self.tr("端口"), self._port)
        self._database_row = FieldRow(self.tr("库名"), self._database)
        self._certificate_row = FieldRow(
            self.tr("证书文件"),
            self._certificate,
            note=self.tr("管理员给的 ca.crt，选一次即可；服务器就是本机时不用选"),
        )
        self._login_row = FieldRow(self.tr("登录名"), self._login, required=True)
        self._password_row = FieldRow(self.tr("密码"), self._password, required=True)
        self._keeps = CheckField(self.tr("在这台电脑上记住密码"))
        self._store = PlainLabel(
            self.tr("本机没有安全的凭据库，密码每次输入。"), kind="small", tone="text2", wrap=True
        )
        self._hint = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._hint.hide()
        self._waits = PlainLabel("", kind="second", tone="warn", wrap=True)
        self._label = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._change = ActionButton(self.tr("更改"), "pencil", kind="quiet")
        self._change.clicked.connect(self._show_address)
        self.body.addWidget(PlainLabel(self.tr("登录办公室服务器"), kind="page"))
        self._known = QWidget(self)
        line = QHBoxLayout(self._known)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._label, 1)
        line.addWidget(self._change)
        self.body.addWidget(self._known)
        self._where = QWidget(self)
        where = QHBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(12)
        where.addWidget(self._database_row, 1)
        where.addWidget(self._port_row)
        for row in (
            self._hosts_row,
            self._where,
            self._certificate_row,
            self._login_row,
            self._password_row,
            self._keeps,
            self._store,
            self._waits,
            self._hint,
        ):
            self.body.addWidget(row)
        self._enter = ActionButton(self.tr("登录"), "check", key="Enter", kind="primary")
        self._enter.clicked.connect(self._send)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._enter)
        self.body.addLayout(below)
        self._of_the_address = (self._hosts, self._database, self._port, self._certificate.line)
        self._flow = FormFlow([*self._of_the_address, self._login, self._password], self)
        self._flow.finished.connect(self._send)
        for field in (self._hosts, self._database, self._login):
            field.editingFinished.connect(self._tell_name)

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _show_address(self) -> None:
        self._unfold(True)
        self._flow.go_to(self._hosts)

    @Slot()
    def _tell_name(self) -> None:
        if self.login() and hosts_of(self._hosts.value()):
            self.login_named.emit()

    @Slot()
    def _send(self) -> None:
        if not self._enter.isEnabled() or not self._is_complete():
            # Enter pressed twice in a hurry signs on once.
            return
        self.show_working()
        wish = ServerWish(self.place(), self.login(), self._password.text(), self._keeps.value())
        self.wanted.emit(wish)

    # Inside -------------------------------------------------------------------------------

    def _is_complete(self) -> bool:
        for row in (
            self._hosts_row,
            self._port_row,
            self._database_row,
            self._certificate_row,
            self._login_row,
            self._password_row,
        ):
            row.clear_error()
        self._tell("")
        wrong: list[FieldRow] = []
        for row, value in (
            (self._hosts_row, self._hosts.value()),
            (self._login_row, self._login.value()),
            (self._password_row, self._password.text()),
        ):
            if not value:
                row.set_error(self.tr("请填写"))
                wrong.append(row)
        port = self._port.value()
        if port and not 0 < int(port) <= _LAST_PORT:
            self._port_row.set_error(self.tr("1 到 65535"))
            wrong.append(self._port_row)
        if wrong:
            self._unfold(
                not self._where.isHidden() or wrong[0] in (self._hosts_row, self._port_row)
            )
            wrong[0].field.setFocus()
        return not wrong

    def _tell(self, words: str, tone: str = "text2") -> None:
        self._hint.set_tone(tone)
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _unfold(self, unfolds: bool) -> None:
        """Show the fields of the address, or in one line what they say."""
        for row in (self._hosts_row, self._where, self._certificate_row):
            row.setVisible(unfolds)
        for field in self._of_the_address:
            # A field counts as hidden for the keys only if it is so itself.
            field.setVisible(unfolds)
        self._known.setVisible(not unfolds)
        self._label.setText(self.tr("服务器 {place}").format(place=self.place().label()))

    def _go_to_the_first_empty(self) -> None:
        for field in (self._hosts, self._login, self._password):
            if not field.text():
                self._flow.go_to(field)
                return
        self._flow.go_to(self._password)
