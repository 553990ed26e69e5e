"""Make an account and set a password, as who keeps the accounts: the dialogs and the commands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.organisation import AddAccount, AddPerson, SetPassword
from db.queries.accounts import AccountRow
from db.queries.lookup import PersonRow, UnitRow, people, units
from desktop.errors import sentence
from desktop.pages.office_account_dialogs import AccountDialog, AccountWish, PasswordDialog
from desktop.services import Services
from desktop.widgets.shown_dialog import ShownDialog

_FIELDS = {
    "login_taken": "login",
    "login_bad": "login",
    "password_weak": "password",
    "field_missing": "name",
}
"""Refusal → the field beside which it is told."""


class AccountKeeping(QObject):
    """``done`` tells in words what was done."""

    done = Signal(str)

    def __init__(self, services: Services, owner: QWidget) -> None:
        super().__init__(owner)
        self._services = services
        self._owner = owner
        self._people: tuple[PersonRow, ...] = ()
        self._wish: AccountWish | None = None
        self._row: AccountRow | None = None
        self._made: dict[tuple[str, int], int] = {}
        """People that were added for an account which was then refused."""
        self._new: ShownDialog[AccountDialog] = ShownDialog()
        self._password: ShownDialog[PasswordDialog] = ShownDialog()

    @Slot()
    def ask_new(self) -> None:
        """Ask who shall have an account."""
        self._services.ask(people, None, True, parent=self, done=self._take_people, key="people")

    def ask_password(self, row: AccountRow) -> None:
        """Ask for a new password of somebody."""
        self._row = row
        dialog = PasswordDialog(row, self._owner.window())
        dialog.wanted.connect(self._set_password)
        self._password.open(dialog)

    @Slot(object)
    def _take_people(self, found: tuple[PersonRow, ...]) -> None:
        self._people = found
        self._services.ask(units, (), True, parent=self, done=self._open_new, key="units")

    @Slot(object)
    def _open_new(self, found: tuple[UnitRow, ...]) -> None:
        dialog = AccountDialog(self._people, found, self._owner.window())
        dialog.wanted.connect(self._make)
        self._new.open(dialog)

    @Slot(object)
    def _make(self, wish: AccountWish) -> None:
        self._wish = wish
        known = wish.person_id or self._made.get((wish.name, wish.unit_id))
        if known is None:
            command = AddPerson(unit_id=wish.unit_id, name=wish.name)
            self._services.run(command, parent=self, done=self._go_on, failed=self._refuse)
        else:
            self._add_account(known)

    @Slot(object)
    def _go_on(self, result: dict[str, int]) -> None:
        assert self._wish is not None
        self._made[self._wish.name, self._wish.unit_id] = result["person_id"]
        self._add_account(result["person_id"])

    def _add_account(self, person_id: int) -> None:
        wish = self._wish
        assert wish is not None
        command = AddAccount(
            person_id=person_id,
            login=wish.login,
            role=wish.role,
            unit_id=wish.unit_id,
            password=wish.password,
            valid_until=wish.valid_until,
        )
        self._services.run(command, parent=self, done=self._tell_made, failed=self._refuse)

    @Slot(object)
    def _tell_made(self, result: dict[str, str]) -> None:
        self._new.accept()
        self.done.emit(self.tr("已新建账号 {login}").format(login=result["login"]))

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        dialog = self._new.here()
        if dialog is not None:
            dialog.refuse(sentence(error), _FIELDS.get(getattr(error, "code", ""), ""))

    @Slot(str)
    def _set_password(self, password: str) -> None:
        if self._row is None:
            return
        command = SetPassword(account_id=self._row.sign_on.account_id, password=password)
        self._services.run(command, parent=self, done=self._tell_set, failed=self._refuse_password)

    @Slot(object)
    def _tell_set(self, _result: object) -> None:
        self._password.accept()
        if self._row is not None:
            login = self._row.sign_on.login
            self.done.emit(self.tr("已重设 {login} 的密码").format(login=login))

    @Slot(object)
    def _refuse_password(self, error: Exception) -> None:
        dialog = self._password.here()
        if dialog is not None:
            dialog.refuse(sentence(error))
