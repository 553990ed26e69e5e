"""The real window on a real server: by keys, with certificates and passwords as in an office."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import paths
from desktop.widgets.buttons import ActionButton
from desktop.widgets.choice_box import CheckField
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.workplace import ServerPlace, Workplace, address_at_start, remember, remembered
from tests.server.office import Office
from tests.server.office_desk import PASSWORD, Key, OfficeDesk, desk, office, street

__all__ = ["desk", "office", "street"]


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
