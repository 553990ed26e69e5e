"""Choose a password of one's own: asked at the first sign-on, and when its time is over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from db.commands.organisation import SetPassword
from desktop.errors import sentence
from desktop.services import Services
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField


class NewPasswordDialog(BasicDialog):
    """Two fields and the command; it closes only when the password was changed."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        has_ended = services.session.password_has_ended
        ended = self.tr("密码已用满 90 天。至少 10 位，含大小写字母、数字、符号中的三种。")
        first = self.tr("初始密码只用一次。至少 10 位，含大小写字母、数字、符号中的三种。")
        super().__init__(
            parent=parent,
            title=self.tr("请更换密码") if has_ended else self.tr("请设置自己的密码"),
            text=ended if has_ended else first,
            icon="lock",
        )
        # Nobody asks it anything when it is closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._fields = []
        for name in (self.tr("新密码"), self.tr("再输一次")):
            field = LineField(name=name, longest=100)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self._fields.append(field)
            self.body.addWidget(FieldRow(name, field, required=True))
        yes = self.add_button(
            "yes", self.tr("保存密码"), kind="primary", icon="check", closes=False
        )
        yes.clicked.connect(self._save)

    def reject(self) -> None:
        """Stay: without a password of one's own the work does not begin."""

    @Slot()
    def _save(self) -> None:
        first, again = (field.value() for field in self._fields)
        if not first or first != again:
            self.set_error(self.tr("两次输入的密码不一样，请重新输入。"))
            return
        command = SetPassword(account_id=self._services.session.account_id, password=first)
        self._services.run(command, parent=self, done=self._saved, failed=self._refuse)

    @Slot(object)
    def _saved(self, _result: object) -> None:
        # A server is told the password by every connection that follows.
        self._services.database.ways.take_password(self._fields[0].value())
        self.accept()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.set_error(sentence(error))
