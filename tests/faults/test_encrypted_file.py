"""An encrypted file opens with its key only, and its key is looked for in one place."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db.embedded.header import PAGE, kind_of
from db.engine import Database, open_database
from db.errors import OpeningError
from db.seed import FirstAccount, found_street
from db.verify import verify
from desktop.credentials import Credentials, file_identity
from desktop.founding import street_plan
from desktop.opening import backup_file, open_file, restore_file
from tests.story import MONDAY

KEY, OTHER = "ab" * 32, "cd" * 32
SECRET_WORDS = ("永中街道", "SQLite format", "cases")


class Store:
    """A key store in memory; the world outside is played, not our code."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        """Return what was kept."""
        return self.kept.get(name)

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep a secret."""
        self.kept[name] = secret


@pytest.fixture
def store() -> Store:
    """An empty key store."""
    return Store()


@pytest.fixture
def credentials(store: Store) -> Credentials:
    """The program's way to the store."""
    return Credentials(lambda: store)


@pytest.fixture
def path(tmp_path: Path, credentials: Credentials) -> Path:
    """A founded street in an encrypted file."""
    found = tmp_path / "street.db"
    database = open_file(str(found), create=True, credentials=credentials, clock=lambda: MONDAY)
    found_street(database, street_plan("永中街道", FirstAccount("director", "", "主任甲"), grids=3))
    database.close()
    return found


@pytest.fixture
def reopen(path: Path, credentials: Credentials) -> Iterator[Callable[[], Database]]:
    """Open the file with the store, closed at the end."""
    found: list[Database] = []

    def now() -> Database:
        found.append(open_file(str(path), credentials=credentials))
        return found[-1]

    yield now
    for one in found:
        one.close()


def refusal(opening: Callable[[], Any]) -> str:
    """Return the code of a refused opening."""
    with pytest.raises(OpeningError) as caught:
        opening()
    return caught.value.code


def test_nothing_can_be_read_in_the_file(path: Path, reopen: Callable[[], Database]) -> None:
    database = reopen()
    with database.writing(None):
        pass
    for one in path.parent.glob("street.db*"):
        content = one.read_bytes()
        assert not any(word.encode() in content for word in SECRET_WORDS), one
    assert kind_of(path) == "encrypted" and verify(database) == []


def test_it_opens_with_its_key_only(path: Path) -> None:
    before = path.read_bytes()
    assert refusal(lambda: open_database(str(path))) == "key_missing"
    assert refusal(lambda: open_database(str(path), key=lambda: OTHER)) == "wrong_key"
    assert refusal(lambda: open_file(str(path), credentials=Credentials(Store))) == "key_missing"
    assert refusal(lambda: open_file(str(path), create=True, credentials=Credentials(Store)))
    assert path.read_bytes() == before


def test_a_key_of_a_plain_file_is_not_asked_for(street: Path) -> None:
    def no_store() -> Any:
        raise AssertionError("the key store was asked")

    open_file(str(street), credentials=Credentials(no_store)).close()
    assert refusal(lambda: open_database(str(street), key=lambda: KEY)) == "wrong_key"


def test_any_flipped_byte_is_told_at_the_start(path: Path, store: Store) -> None:
    whole = path.read_bytes()
    key = store.kept[f"database:{file_identity(path)}"]
    places = [0, 15, 16, PAGE - 1, PAGE, len(whole) - 1]
    for place in places + random.sample(range(len(whole)), 10):
        content = bytearray(whole)
        content[place] ^= 0x40
        path.write_bytes(content)
        code = refusal(lambda: open_database(str(path), key=lambda: key))
        assert code in ("file_damaged", "wrong_key"), place
    for size in (PAGE, PAGE * 3 + 512, len(whole) - 1, len(whole) - PAGE):
        path.write_bytes(whole[:size])
        assert refusal(lambda: open_database(str(path), key=lambda: key)) == "file_damaged"
    path.write_bytes(whole)
    open_database(str(path), key=lambda: key).close()


def test_a_photograph_is_not_taken_for_an_encrypted_file(
    tmp_path: Path, credentials: Credentials
) -> None:
    photograph = tmp_path / "photograph.db"
    photograph.write_bytes(b"\x89PNG" + random.randbytes(9_999))
    assert refusal(lambda: open_file(str(photograph), credentials=credentials)) == "file_foreign"


def test_a_backup_is_encrypted_and_comes_back(
    path: Path, tmp_path: Path, store: Store, credentials: Credentials
) -> None:
    database = open_file(str(path), credentials=credentials)
    copy = backup_file(database, tmp_path / "copy.db", credentials)
    assert refusal(lambda: backup_file(database, path, credentials)) == "target_exists"
    database.close()
    assert kind_of(copy) == "encrypted"
    open_file(str(copy), credentials=credentials).close()
    path.write_bytes(b"\0" * 8192)
    aside = restore_file(copy, str(path), credentials)
    assert aside is not None and aside.read_bytes() == b"\0" * 8192
    database = open_file(str(path), credentials=credentials)
    assert verify(database) == []
    database.close()
    missing = tmp_path / "none.db"
    assert refusal(lambda: restore_file(missing, str(path), credentials)) == "file_missing"


def test_the_file_kept_aside_keeps_its_key(
    path: Path, founded: Path, credentials: Credentials
) -> None:
    aside = restore_file(founded, str(path), credentials)
    assert aside is not None and kind_of(aside) == "encrypted" and kind_of(path) == "plain"
    open_file(str(aside), credentials=credentials).close()
    open_file(str(path), credentials=credentials).close()


def test_a_new_file_at_an_old_place_does_not_lose_the_old_key(
    path: Path, store: Store, credentials: Credentials
) -> None:
    elsewhere = path.rename(path.with_name("moved.db"))
    kept = dict(store.kept)
    open_file(str(path), create=True, credentials=credentials).close()
    assert kept.items() <= store.kept.items()
    elsewhere.replace(path)
    open_file(str(path), credentials=credentials).close()


def test_a_file_that_was_moved_opens_without_being_asked_for_its_key(
    path: Path, tmp_path: Path, credentials: Credentials
) -> None:
    folder = tmp_path / "new computer room"
    folder.mkdir()
    moved = path.rename(folder / "renamed.db")
    database = open_file(str(moved), credentials=credentials)
    copy = backup_file(database, tmp_path / "copy.db", credentials).rename(folder / "stick.db")
    database.close()
    assert restore_file(copy, str(path), credentials) is None
    open_file(str(path), credentials=credentials).close()


def test_a_practice_file_is_not_encrypted(tmp_path: Path, credentials: Credentials) -> None:
    path = tmp_path / "practice.db"
    open_file(str(path), create=True, practice=True, credentials=credentials).close()
    assert kind_of(path) == "plain"


def test_without_a_key_store_the_file_is_plain(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    open_file(str(path), create=True, credentials=Credentials(lambda: None)).close()
    assert kind_of(path) == "plain"


def test_an_encrypted_file_that_was_killed_opens_again(
    path: Path, reopen: Callable[[], Database]
) -> None:
    database = reopen()
    with database.writing(None) as connection:
        connection.exec_driver_sql("UPDATE app_meta SET last_time = last_time")
    left = path.with_name("left.db")
    for suffix in ("", "-wal"):
        left.with_name(left.name + suffix).write_bytes(
            path.with_name(path.name + suffix).read_bytes()
        )
    again = open_database(str(left), key=database.key)
    assert verify(again) == []
    again.close()
