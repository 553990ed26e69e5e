"""Choose a password of one's own: asked at the first sign-on, and when its time is over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from db.commands.organisation import SetPassword
from desktop.errors import sentence
from desktop.services import Services
from desktop.signing_on import prove
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField


class NewPasswordDialog(BasicDialog):
    """Two fields and the command; it closes only when the password was changed.

    ``by_wish`` is for who changes it without having to: he may leave, and shows the present one.
    """

    def __init__(
        self, services: Services, parent: QWidget | None = None, *, by_wish: bool = False
    ) -> None:
        has_ended = services.session.password_has_ended
        ended = self.tr("密码已用满 90 天。至少 10 位，含大小写字母、数字、符号中的三种。")
        first = self.tr("初始密码只用一次。至少 10 位，含大小写字母、数字、符号中的三种。")
        title = self.tr("请更换密码") if has_ended else self.tr("请设置自己的密码")
        rule = self.tr("至少 10 位，含大小写字母、数字、符号中的三种。")
        super().__init__(
            parent=parent,
            title=self.tr("修改密码") if by_wish else title,
            text=rule if by_wish else ended if has_ended else first,
            icon="lock",
        )
        self._by_wish = by_wish
        # Nobody asks it anything when it is closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._fields: list[LineField] = []
        names = [self.tr("新密码"), self.tr("再输一次")]
        for name in [self.tr("现在的密码"), *names] if by_wish else names:
            field = LineField(name=name, longest=100)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self._fields.append(field)
            self.body.addWidget(FieldRow(name, field, required=True))
        if by_wish:
            self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("保存密码"), kind="primary", icon="check", closes=False
        )
        yes.clicked.connect(self._save)

    def reject(self) -> None:
        """Stay, unless it was by wish: without a password of one's own no work begins."""
        if self._by_wish:
            super().reject()

    @Slot()
    def _save(self) -> None:
        first, again = (field.value() for field in self._fields[-2:])
        if not first or first != again:
            self.set_error(self.tr("两次输入的密码不一样，请重新输入。"))
            return
        if not self._by_wish:
            self._send(None)
            return
        login, present = self._services.session.login, self._fields[0].value()
        self._services.work(
            partial(prove, self._services.database, login, present),
            parent=self,
            done=self._send,
            failed=self._refuse,
        )

    @Slot(object)
    def _send(self, _proven: object) -> None:
        account_id = self._services.session.account_id
        command = SetPassword(account_id=account_id, password=self._fields[-1].value())
        self._services.run(command, parent=self, done=self._saved, failed=self._refuse)

    @Slot(object)
    def _saved(self, _result: object) -> None:
        # A server is told the password by every connection that follows.
        password = self._fields[-1].value()
        self._services.database.ways.take_password(password)
        self._services.password_changed.emit(password)
        self.accept()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.set_error(sentence(error))
