"""The first start: no street exists yet, so one is founded here, in a minute and by keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card
from desktop.widgets.field_row import FieldRow
from desktop.widgets.form_flow import FormFlow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from db.engine import Database


class FirstStart(Card):
    """Asks for the street and its first director; the rest comes from the bundled lists."""

    opener_made = Signal(object)
    """A function that makes the street and returns its open database."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=32, spacing=12)
        self._address = address
        self.setFixedWidth(480)
        self._build()

    def start(self) -> None:
        """Fill the list of streets and wait in the first field."""
        from desktop.founding import known_streets

        self._street.set_choices(
            [(name, name, "", short, full) for name, short, full in known_streets()]
        )
        self._flow.start()

    @Slot(object)
    def show_fault(self, error: Exception) -> None:
        """Tell why the street could not be made; what was typed stays."""
        from desktop.errors import sentence

        self._hint.setText("")
        row = self._password_row if getattr(error, "code", "") == "password_weak" else None
        if row is not None:
            row.set_error(sentence(error))
        else:
            self._hint.set_tone("danger")
            self._hint.setText(sentence(error))
        self._make.setEnabled(True)

    def _build(self) -> None:
        self._street = Picker(
            self.tr("街道名称或拼音首字母，如 yzjd"),
            name=self.tr("街道"),
            icon="building-2",
            free=True,
        )
        self._name = LineField(self.tr("指挥室主任姓名"), name=self.tr("主任姓名"), longest=20)
        self._login = LineField(name=self.tr("登录名"), longest=30)
        self._login.set_value("director")
        self._password = self._secret(self.tr("密码"))
        self._again = self._secret(self.tr("再输一次"))
        self._street_row = FieldRow(self.tr("街道"), self._street, required=True)
        self._name_row = FieldRow(self.tr("主任姓名"), self._name, required=True)
        self._login_row = FieldRow(self.tr("登录名"), self._login, required=True)
        self._password_row = FieldRow(
            self.tr("密码"),
            self._password,
            required=True,
            note=self.tr("至少 10 位，含大小写字母、数字、符号中的三种"),
        )
        self._again_row = FieldRow(self.tr("再输一次"), self._again, required=True)
        self._hint = PlainLabel("", kind="second", tone="text2", wrap=True)
        self.body.addWidget(PlainLabel(self.tr("建立街道"), kind="page"))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "这台电脑上还没有数据。填写后自动建立单位、61 个事项、村社和工作日历；"
                    "网格在导入台账时自动补齐。"
                ),
                kind="second",
                tone="text2",
                wrap=True,
            )
        )
        for row in (
            self._street_row,
            self._name_row,
            self._login_row,
            self._password_row,
            self._again_row,
            self._hint,
        ):
            self.body.addWidget(row)
        self._make = ActionButton(self.tr("建立街道"), "check", key="Enter", kind="primary")
        self._make.clicked.connect(self._found)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._make)
        self.body.addLayout(line)
        self._flow = FormFlow(
            [self._street, self._name, self._login, self._password, self._again], self
        )
        self._flow.finished.connect(self._found)

    def _secret(self, name: str) -> LineField:
        field = LineField(name=name, longest=100)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    @Slot()
    def _found(self) -> None:
        if not self._is_complete():
            return
        self._make.setEnabled(False)
        self._hint.set_tone("text2")
        self._hint.setText(self.tr("正在建立……"))
        self.opener_made.emit(
            partial(
                _found,
                self._address,
                street=self._street.text().strip(),
                name=self._name.value().strip(),
                login=self._login.value().strip(),
                password=self._password.value(),
            )
        )

    def _is_complete(self) -> bool:
        wrong: list[FieldRow] = []
        for row, value in (
            (self._street_row, self._street.text()),
            (self._name_row, self._name.value()),
            (self._login_row, self._login.value()),
            (self._password_row, self._password.value()),
        ):
            row.clear_error()
            if not value.strip():
                row.set_error(self.tr("请填写"))
                wrong.append(row)
        self._again_row.clear_error()
        if not wrong and self._again.value() != self._password.value():
            self._again_row.set_error(self.tr("两次输入的密码不一样"))
            wrong.append(self._again_row)
        if wrong:
            wrong[0].field.setFocus()
        return not wrong


def _found(address: str, *, street: str, name: str, login: str, password: str) -> Database:
    """Make the street with its first director and return the open database."""
    from db.rules.passwords import check_strength
    from db.seed import FirstAccount, found_street
    from desktop.founding import street_plan
    from desktop.opening import open_record

    check_strength(password, login)
    database = open_record(address, create=True)
    try:
        found_street(database, street_plan(street, FirstAccount(login, password, name)))
    except BaseException:
        # Whatever stops the founding: no connection may stay behind; it is told on.
        database.close()
        raise
    return database
