"""The real window on a real server: by keys, with certificates and passwords as in an office."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from db.commands.organisation import SetPassword
from db.model.account import account, person
from db.model.audit import audit
from db.queries.page import EVERYTHING, case_count
from db.rules.passwords import GRACE_DAYS, MAX_FAILURES, PASSWORD_DAYS
from db.server import lockout
from desktop import paths
from desktop.dialogs.new_password import NewPasswordDialog
from desktop.dialogs.unlock import UnlockDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice_box import CheckField
from desktop.widgets.line_field import LineField
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.workplace import ServerPlace, Workplace, address_at_start, remember, remembered
from tests.screens.test_exchange import SMALL, look
from tests.server.office import PASSWORD, Office
from tests.server.office_desk import Key, OfficeDesk, desk

__all__ = ["desk"]
GIVEN, CHOSEN = "Anfang-2026-xy", "Eigenes-2026-zw"


def test_the_right_password_opens_the_window(desk: OfficeDesk) -> None:
    desk.open()
    desk.enter(PASSWORD)
    assert desk.is_in()
    assert desk.services.session.login == "operator"
    case = desk.story.registered()
    desk.page("ledger")
    assert desk.story.column(case, "number") in desk.words()


def test_a_wrong_password_is_told_beside_its_field_and_the_right_one_goes_on(
    desk: OfficeDesk,
) -> None:
    desk.open()
    desk.enter("Falsch-2026-xx")
    assert not desk.is_in()
    assert "登录名或密码不对" in desk.words(desk.card)
    assert desk.focused() is desk.field("密码")
    desk.enter(PASSWORD)
    assert desk.is_in()


def test_the_first_start_asks_where_the_record_is(desk: OfficeDesk, office: Office) -> None:
    """What was typed once is known at the next start: the address and the login, no password."""
    desk.address = address_at_start()
    desk.open()
    assert "建立街道" in desk.words()
    choice = desk.find(SegmentedChoice)
    choice.setFocus()
    desk.press(choice, Key.Key_Right)
    desk.write("服务器地址", "127.0.0.1")
    desk.write("端口", str(office.port))
    desk.write("库名", "street")
    if office.knows_tls:
        desk.write("证书文件", str(office.keys.authority))
    desk.write("登录名", "operator")
    desk.enter(PASSWORD)
    assert desk.is_in()
    desk.address = address_at_start()
    desk.open()
    assert "127.0.0.1 · street" in desk.words(desk.card)
    assert desk.focused() is desk.field("密码") and desk.field("密码").text() == ""
    desk.enter(PASSWORD)
    assert desk.is_in()
    written = [path.read_text(errors="replace") for path in _files()]
    assert written and not any(PASSWORD in text for text in written)


def test_the_way_back_to_the_file_of_this_machine(desk: OfficeDesk) -> None:
    remember(Workplace(ServerPlace(("127.0.0.1",)), True, "operator"))
    desk.address = address_at_start()
    desk.open()
    choice = desk.find(SegmentedChoice)
    choice.setFocus()
    desk.press(choice, Key.Key_Left)
    desk.settled()
    assert "建立街道" in desk.words()
    assert not remembered().on_server and remembered().server.hosts == ("127.0.0.1",)


def test_the_password_is_kept_only_when_the_person_wants(desk: OfficeDesk) -> None:
    desk.open()
    desk.enter(PASSWORD)
    assert desk.store.kept == {}
    desk.open()
    desk.find(CheckField, desk.card).click()
    desk.enter(PASSWORD)
    assert list(desk.store.kept.values()) == [PASSWORD]
    desk.open()
    assert desk.field("密码").text() == PASSWORD
    desk.press(None, Key.Key_Return)
    desk.settled()
    desk.settled()
    assert desk.is_in()
    desk.open()
    desk.find(CheckField, desk.card).click()
    desk.enter(PASSWORD)
    assert desk.is_in() and desk.store.kept == {}


def test_without_a_safe_store_the_password_is_asked_for_every_time(desk: OfficeDesk) -> None:
    desk.store = None  # as on a machine whose store is none of the allowed
    desk.open()
    assert "密码每次输入" in desk.words(desk.card)
    assert not any(box.isVisible() for box in desk.card.findChildren(CheckField))


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [
        ("库名", "other", "服务器上没有这个库"),
        ("端口", "1", "连不上数据库服务器"),
        ("登录名", "nobody", "登录名或密码不对"),
    ],
)
def test_what_was_typed_wrong_is_told_and_mended_in_its_place(
    desk: OfficeDesk, field: str, wrong: str, told: str
) -> None:
    desk.open()
    desk.find(ActionButton, desk.card, name="更改").click()
    right = desk.field(field).text()
    desk.write(field, wrong)
    desk.enter(PASSWORD)
    assert told in desk.words(desk.card)
    assert desk.field(field).text() == wrong and desk.field("密码").text() == PASSWORD
    desk.write(field, right)
    desk.enter(PASSWORD)
    assert desk.is_in()


def _files() -> list[Path]:
    folders = [paths.config_folder(), paths.data_folder(), paths.log_folder()]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_the_first_sign_on_asks_for_a_password_of_ones_own(desk: OfficeDesk) -> None:
    _new_password(desk, must_change=True)
    desk.open()
    desk.enter(GIVEN)
    dialog = desk.find(NewPasswordDialog)
    assert "请设置自己的密码" in desk.words(dialog)
    _write_twice(desk, dialog, "schwach")
    assert "密码太简单" in desk.words(dialog)
    _write_twice(desk, dialog, CHOSEN)
    assert not any(one.isVisible() for one in desk.window.findChildren(NewPasswordDialog))
    # The window goes on with the new password, and the next one takes no other.
    desk.settled()
    # Idle ones only: one that a worker reads by just now stays in the pool's hands.
    desk.services.database.engine.pool.dispose()
    assert desk.page("ledger") is not None
    desk.open()
    desk.enter(GIVEN)
    assert "登录名或密码不对" in desk.words(desk.card)
    desk.enter(CHOSEN)
    assert desk.is_in() and not desk.services.session.must_change_password


def test_a_password_whose_time_is_over_is_changed_at_the_sign_on(desk: OfficeDesk) -> None:
    _new_password(desk, must_change=False)
    desk.now = desk.story.now + timedelta(days=PASSWORD_DAYS, hours=1)
    desk.open()
    desk.enter(GIVEN)
    dialog = desk.find(NewPasswordDialog)
    assert "密码已用满 90 天" in desk.words(dialog)
    _write_twice(desk, dialog, CHOSEN)
    desk.open()
    desk.enter(CHOSEN)
    assert desk.is_in() and not desk.services.session.must_change_password


def test_a_password_is_changed_by_wish_and_the_kept_one_with_it(desk: OfficeDesk) -> None:
    desk.open()
    desk.find(CheckField, desk.card).click()
    desk.enter(PASSWORD)
    page = desk.page("settings")
    page.change_password()
    dialog = desk.find(NewPasswordDialog)
    _write(desk, dialog, ("falsch", CHOSEN, CHOSEN))
    assert "登录名或密码不对" in desk.words(dialog)
    assert list(desk.store.kept.values()) == [PASSWORD]
    _write(desk, dialog, (PASSWORD, CHOSEN, CHOSEN))
    assert list(desk.store.kept.values()) == [CHOSEN]
    desk.open()
    desk.press(None, Key.Key_Return)
    desk.settled()
    desk.settled()
    assert desk.is_in()


def test_an_expired_password_lets_nobody_in(desk: OfficeDesk, office: Office) -> None:
    _new_password(desk, must_change=False)
    ends = "SELECT date(rolvaliduntil) FROM pg_roles WHERE rolname = 'cr_operator'"
    last_day = desk.story.now.date() + timedelta(days=PASSWORD_DAYS + GRACE_DAYS)
    assert office.ask(ends) == [(last_day,)]
    office.run("ALTER ROLE cr_operator VALID UNTIL '2026-01-01'")
    desk.open()
    desk.enter(GIVEN)
    assert not desk.is_in()
    assert "账号可能已锁定或过期" in desk.words(desk.card)


def _new_password(desk: OfficeDesk, *, must_change: bool) -> None:
    """Let the director give the operator a password, or the operator choose one."""
    who = desk.story.account("operator")
    by = "director" if must_change else "operator"
    desk.story.do(SetPassword(account_id=who, password=GIVEN), by=by)


def _write_twice(desk: OfficeDesk, dialog: NewPasswordDialog, password: str) -> None:
    _write(desk, dialog, (password, password))


def _write(desk: OfficeDesk, dialog: NewPasswordDialog, words: tuple[str, ...]) -> None:
    fields = [one for one in dialog.findChildren(LineField) if one.isVisible()]
    for field, password in zip(fields, words, strict=True):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, password)
    desk.press(dialog, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()


def test_a_locked_screen_asks_the_server_for_the_password(desk: OfficeDesk) -> None:
    desk.open()
    desk.enter(PASSWORD)
    desk.screen_lock().lock()
    dialog = desk.find(UnlockDialog)
    field = desk.find(LineField, dialog)
    for password in ("falsch", PASSWORD):
        assert dialog.isVisible()
        field.selectAll()
        QTest.keyClicks(field, password)
        desk.press(field, Key.Key_Return)
        desk.settled()
    assert not desk.screen_lock().is_locked()


def test_every_window_lets_the_server_count(desk: OfficeDesk, office: Office) -> None:
    with desk.story.database.engine.begin() as connection:
        lockout.install(connection)
    desk.open()
    desk.enter(PASSWORD)
    for _ in range(MAX_FAILURES):
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(office.network("sfs"), password="falsch")
    desk.program().watch.look()
    desk.settled()
    locked = "SELECT login FROM app.account WHERE locked_until IS NOT NULL"
    assert office.ask(locked, "street") == [("sfs",)]
    office.run("ALTER ROLE cr_sfs VALID UNTIL 'infinity'")


def test_long_work_goes_on_in_a_process_of_its_own_as_who_began_it(
    desk: OfficeDesk, tmp_path: Path
) -> None:
    sheet = tmp_path / "小表.csv"
    sheet.write_text(SMALL, encoding="utf-8")
    desk.open()
    desk.enter(PASSWORD)
    page = desk.page("exchange")
    look(desk, page, sheet)
    assert "可以导入 2 件" in page.coming.result()
    page.coming.bring_in()
    desk.settled()
    assert desk.story.ask(case_count, EVERYTHING, bound=None) == 2
    imported = select(person.c.name).join(account, account.c.person_id == person.c.id)
    with desk.story.database.reading() as connection:
        by = imported.join(audit, audit.c.actor_id == account.c.id)
        who = set(connection.execute(by.where(audit.c.command.like("Import%"))).scalars())
    assert who == {"值班员甲"}
