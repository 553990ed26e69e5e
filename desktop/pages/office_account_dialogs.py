"""The questions of who keeps the accounts: a new account, and a new password for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from db.queries.accounts import AccountRow
from db.queries.lookup import PersonRow, UnitRow
from db.rules.terms import Role
from desktop import texts
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker

USUAL_ROLE = Role.HANDLER


@dataclass(frozen=True)
class AccountWish:
    """What was written about a new account; ``person_id`` is None for somebody new."""

    person_id: int | None
    name: str
    unit_id: int
    login: str
    role: Role
    password: str
    valid_until: datetime | None


class AccountDialog(BasicDialog):
    """A person, a duty and a first password; ``wanted`` tells it, the dialog stays until then."""

    wanted = Signal(object)

    def __init__(
        self,
        people: Sequence[PersonRow],
        units: Sequence[UnitRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("新建账号"),
            text=self.tr("初始密码当面告诉本人，第一次登录时必须改成自己的。"),
            icon="user",
        )
        self._units = {one.id: one.unit_id for one in people}
        self.person = Picker(
            self.tr("姓名；名单上没有的直接写"), name=self.tr("姓名"), free=True
        )
        self.person.set_choices([(p.id, p.name, p.unit, p.initials, "") for p in people])
        self.person.chosen.connect(self._follow_person)
        self.unit = Picker(self.tr("名称或拼音首字母"), name=self.tr("单位"))
        self.unit.set_choices(
            [(u.id, u.name, texts.label(u.kind), u.initials, u.full_pinyin) for u in units]
        )
        self.login = LineField(
            self.tr("小写字母和数字，如工号"), name=self.tr("登录名"), longest=40
        )
        self.role = ChoiceBox([(one, texts.label(one)) for one in Role], name=self.tr("角色"))
        self.role.set_value(USUAL_ROLE)
        self.password = _secret(self.tr("初始密码"))
        self.until = DateTimeField(name=self.tr("有效期至"))
        self._rows = {
            "name": FieldRow(self.tr("姓名"), self.person, required=True),
            "unit": FieldRow(self.tr("单位"), self.unit, required=True),
            "login": FieldRow(self.tr("登录名"), self.login, required=True),
            "role": FieldRow(self.tr("角色"), self.role),
            "password": FieldRow(
                self.tr("初始密码"),
                self.password,
                required=True,
                note=self.tr("至少 10 位，含三种字符"),
            ),
            "until": FieldRow(
                self.tr("有效期至"), self.until, note=self.tr("代班时填；到时自动失效")
            ),
        }
        names = list(self._rows)
        for left, right in zip(names[::2], names[1::2], strict=True):
            pair = QHBoxLayout()
            pair.setSpacing(12)
            pair.addWidget(self._rows[left], 1)
            pair.addWidget(self._rows[right], 1)
            self.body.addLayout(pair)
        self.widen(640)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("新建"), kind="primary", key="Ctrl Enter", icon="plus", closes=False
        )
        yes.clicked.connect(self._tell)
        self.person.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        row = self._rows.get(field)
        if row is None:
            self.set_error(words)
            return
        row.set_error(words)
        row.field.setFocus()

    @Slot(object)
    def _follow_person(self, person_id: object) -> None:
        if isinstance(person_id, int) and self.unit.value() is None:
            self.unit.set_value(self._units.get(person_id))

    @Slot()
    def _tell(self) -> None:
        for row in self._rows.values():
            row.clear_error()
        self.set_error("")
        name, unit_id = self.person.text().strip(), self.unit.value()
        told = {
            "name": name,
            "unit": unit_id,
            "login": self.login.value(),
            "password": self.password.text(),
        }
        missing = [field for field, value in told.items() if not value]
        for field in missing:
            self._rows[field].set_error(self.tr("请填写"))
        if self.until.text().strip() and self.until.value() is None:
            missing.append("until")
            self._rows["until"].set_error(self.tr("请写日期和时间，如 11-30 17:30"))
        if missing:
            self._rows[missing[0]].field.setFocus()
            return
        known = self.person.value()
        self.wanted.emit(
            AccountWish(
                known if isinstance(known, int) else None,
                name,
                int(unit_id),
                self.login.value(),
                Role(self.role.value()),
                self.password.text(),
                self.until.value(),
            )
        )


class PasswordDialog(BasicDialog):
    """A new password for somebody else, which opens a locked account too."""

    wanted = Signal(str)

    def __init__(self, account: AccountRow, parent: QWidget | None = None) -> None:
        who = f"{account.sign_on.login}（{account.sign_on.name}）"
        super().__init__(
            parent=parent,
            title=self.tr("重设 {who} 的密码").format(who=who),
            text=self.tr("锁定同时解除。新密码当面告诉本人，登录时必须改成自己的。"),
            icon="lock",
        )
        self.password = _secret(self.tr("新密码"))
        row = FieldRow(
            self.tr("新密码"),
            self.password,
            required=True,
            note=self.tr("至少 10 位，含大小写字母、数字、符号中的三种"),
        )
        self.body.addWidget(row)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("重设"), kind="primary", key="Ctrl Enter", icon="check", closes=False
        )
        yes.clicked.connect(self._tell)
        self.password.setFocus()

    def refuse(self, words: str) -> None:
        """Say what is wrong; what was typed stays."""
        self.set_error(words)
        self.password.setFocus()

    @Slot()
    def _tell(self) -> None:
        if not self.password.text():
            self.refuse(self.tr("请填写新密码。"))
            return
        self.wanted.emit(self.password.text())


def _secret(name: str) -> LineField:
    field = LineField(name=name, longest=100)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
