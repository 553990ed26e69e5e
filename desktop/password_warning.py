"""Say in time that a password will soon have to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.session import Session

if TYPE_CHECKING:
    from desktop.app import Program

DAYS_BEFORE = 14


class PasswordWarning(QObject):
    """Tells it at the sign-on, in the last two weeks."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.services)
        self._program = program
        program.services.signed_on.connect(self._warn)

    @Slot(object)
    def _warn(self, session: Session) -> None:
        days = session.password_days_left
        if days is None or days > DAYS_BEFORE or session.must_change_password:
            return
        words = self.tr("密码还有 {n} 天到期，请到“设置”里修改").format(n=days)
        self._program.window.tell(words, "warn")
