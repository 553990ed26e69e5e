"""Who keeps the accounts makes one and sets a password, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from db.accounts import sign_on
from db.queries.accounts import AccountRow, accounts
from db.rules.terms import Role
from desktop.pages.office_account_dialogs import AccountDialog, PasswordDialog
from desktop.widgets.line_field import LineField
from tests.screens.conftest import Desk

PASSWORD = "Hongse-daiban-2026"
OTHER = "Anderes-2026-xy"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def accounts_of(desk: Desk) -> dict[str, AccountRow]:
    """Return the accounts as they stand in the record."""
    return {row.sign_on.login: row for row in desk.story.ask(accounts, by="director")}


def test_a_new_account_is_made_and_what_is_wrong_is_told_beside_it(desk: Desk) -> None:
    desk.sign_on_as("director")
    office = desk.page("office")
    office.show_view("accounts")
    desk.settled()
    office.accounts.new.click()
    desk.settled()
    dialog = desk.find(AccountDialog)
    desk.press(dialog, Key.Key_Return, CONTROL)
    assert desk.words(dialog).count("请填写") == 1  # one label a line, told beside four fields
    desk.type(dialog.person, "新来的")
    desk.press(None, Key.Key_Tab)
    desk.type(dialog.unit, "司法所")
    desk.press(None, Key.Key_Tab)
    desk.type(dialog.login, "operator")
    desk.type(dialog.password, "schwach")
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    assert "operator" in desk.words(dialog) and dialog.isVisible()
    dialog.login.clear()
    desk.type(dialog.login, "sfs3")
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    assert "密码太简单" in desk.words(dialog)
    dialog.password.clear()
    desk.type(dialog.password, PASSWORD)
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    made = accounts_of(desk)["sfs3"]
    assert (made.sign_on.name, made.sign_on.role) == ("新来的", Role.HANDLER)
    assert made.sign_on.must_change
    assert sign_on(desk.story.database, "sfs3", PASSWORD).login == "sfs3"
    assert "已新建账号 sfs3" in desk.words()


def test_a_password_is_set_for_somebody_else(desk: Desk) -> None:
    desk.sign_on_as("director")
    office = desk.page("office")
    office.show_view("accounts")
    desk.settled()
    office.search("operator2")
    office.accounts.table.choose_place(0)
    office.accounts.set_password.click()
    dialog = desk.find(PasswordDialog)
    desk.type(desk.find(LineField, dialog), OTHER)
    desk.press(dialog, Key.Key_Return, CONTROL)
    desk.settled()
    assert accounts_of(desk)["operator2"].sign_on.must_change
    assert sign_on(desk.story.database, "operator2", OTHER).login == "operator2"
