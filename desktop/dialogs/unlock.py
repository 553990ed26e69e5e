"""Say with the password that one is back at the desk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.errors import sentence
from desktop.services import Services
from desktop.session import Session
from desktop.signing_on import prove
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField


class UnlockDialog(BasicDialog):
    """Closes only when the password was right; ``leaving`` asks for the end of the program."""

    leaving = Signal()

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        who = f"{session.name}（{session.login}）"
        super().__init__(
            parent=parent,
            title=self.tr("屏幕已锁定"),
            text=self.tr("{who} 输入密码继续；正在填写的内容都在。").format(who=who),
            icon="lock",
        )
        self._services = services
        self._session = session
        self._password = LineField(name=self.tr("密码"), longest=100)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.returnPressed.connect(self._prove)
        self.body.addWidget(FieldRow(self.tr("密码"), self._password, required=True))
        other = self.add_button("other", self.tr("换人：退出程序"), closes=False)
        other.clicked.connect(self.leaving)
        self._yes = self.add_button(
            "yes", self.tr("解锁"), kind="primary", icon="check", closes=False
        )
        self._yes.clicked.connect(self._prove)
        self._password.setFocus()

    def reject(self) -> None:
        """Stay: the screen is locked."""

    @Slot()
    def _prove(self) -> None:
        if not self._yes.isEnabled() or not self._password.text():
            return
        self._yes.setEnabled(False)
        login, password = self._session.login, self._password.text()
        self._services.work(
            partial(prove, self._services.database, login, password),
            parent=self,
            done=self._proven,
            failed=self._refuse,
        )

    @Slot(object)
    def _proven(self, _done: object) -> None:
        self.accept()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._yes.setEnabled(True)
        self.set_error(sentence(error))
        self._password.setFocus()
        self._password.selectAll()
