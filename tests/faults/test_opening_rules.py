"""A file is opened only if it is ours, whole, of a known schema and in a place to be trusted."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from db.embedded import file as looking
from db.embedded.backup import backup
from db.embedded.connection import PRAGMAS, connect
from db.embedded.file import check_place, file_system
from db.embedded.header import PAGE
from db.engine import Database, open_database
from db.errors import OpeningError
from db.migrations.runner import SCHEMA_EPOCH
from db.verify import verify
from tests.story import MONDAY, Story


def refusal(path: Path | str, *, create: bool = False) -> str:
    """Return the code with which a file is refused."""
    with pytest.raises(OpeningError) as caught:
        open_database(str(path), create=create, clock=lambda: MONDAY)
    return caught.value.code


def digest(path: Path) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def neighbours(path: Path) -> set[str]:
    """Return what lies in the folder of a file."""
    return {one.name for one in path.parent.iterdir()}


def altered(path: Path, statement: str) -> None:
    """Change a file behind the program's back."""
    connection = connect(path, None)
    connection.execute(statement)
    connection.close()


def foreign_database(path: Path) -> None:
    """Write a database of another program."""
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE notes (body TEXT)")
    connection.execute("INSERT INTO notes VALUES ('not ours')")
    connection.commit()
    connection.close()


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db") == "file_missing"
    assert refusal(tmp_path / "no folder" / "none.db", create=True) == "folder_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "not_a_file"
    assert refusal(tmp_path, create=True) == "not_a_file"


@pytest.mark.parametrize("create", [False, True])
def test_a_file_of_another_program_is_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "notes.db"
    foreign_database(path)
    before = digest(path)
    assert refusal(path, create=create) == "file_foreign"
    assert digest(path) == before and neighbours(path) == {"notes.db"}


def test_a_file_of_another_program_with_a_log_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    foreign_database(path)
    writer = driver.connect(str(path), isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("INSERT INTO notes VALUES ('in the log')")
    before = digest(path)
    assert refusal(path, create=True) == "file_foreign"
    assert digest(path) == before
    assert writer.execute("SELECT count(*) FROM notes").fetchone() == (2,)
    writer.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"just a letter to the neighbours\n" * 400, "file_foreign"),
        (b"x", "file_foreign"),
        (b"PK\x03\x04" + b"\0" * 5000, "file_foreign"),
        (b"\0" * PAGE * 3, "file_damaged"),
        (b"SQLite format 3\0" + b"\xff" * 8000, "file_foreign"),
    ],
    ids=["text", "one byte", "archive", "blank", "only the magic"],
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "some.db"
    path.write_bytes(content)
    assert refusal(path, create=True) == code
    assert path.read_bytes() == content


def test_an_empty_file_counts_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert refusal(path) == "file_missing"
    open_database(str(path), create=True).close()
    open_database(str(path)).close()


@pytest.mark.parametrize("size", [100, 512, PAGE - 1, PAGE, PAGE * 2 + 512, -PAGE, -512, -1])
def test_a_cut_file_is_told_at_the_start(street: Path, size: int) -> None:
    content = street.read_bytes()
    street.write_bytes(content[:size])
    before = digest(street)
    assert refusal(street) == "file_damaged"
    assert digest(street) == before


@pytest.mark.parametrize("part", ["magic", "page size", "first page", "root page", "middle"])
def test_a_damaged_page_is_told_at_the_start(street: Path, part: str) -> None:
    content = bytearray(street.read_bytes())
    pages = len(content) // PAGE
    if part == "magic":
        content[0:6] = b"SQLIGH"
    elif part == "page size":
        content[16:18] = b"\x7b\x7b"
    elif part == "first page":
        content[0:PAGE] = bytes(PAGE)
    else:
        number = root_page(street, "cases") if part == "root page" else pages // 2
        content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    street.write_bytes(content)
    before = digest(street)
    assert refusal(street) == "file_damaged"
    assert digest(street) == before, "the damaged file is kept as it is"


@pytest.mark.parametrize("table", ["cases", "case_step", "audit", "account", "item"])
@pytest.mark.parametrize("byte", [0, 3, 5, 8])
def test_a_flipped_bit_in_the_structure_is_told_at_the_start(
    street: Path, table: str, byte: int
) -> None:
    content = bytearray(street.read_bytes())
    content[(root_page(street, table) - 1) * PAGE + byte] ^= 0x10
    street.write_bytes(content)
    assert refusal(street) == "file_damaged"


def test_a_flipped_bit_in_a_case_is_found_by_the_check(
    street: Path, opened: Callable[[Path], Database]
) -> None:
    content = street.read_bytes()
    word = "永上社区中心街29号三楼".encode()
    assert word in content
    street.write_bytes(content.replace(word, word.replace(b"29", b"28")))
    assert {finding.code for finding in verify(opened(street))} & {
        "case_differs",
        "audit_row_altered",
    }


def root_page(path: Path, table: str) -> int:
    """Return the page at which a table begins."""
    connection = connect(path, None)
    found = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).fetchone()[0]
    connection.close()
    return int(found)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alembic_version SET version_num = '9998'",
        f"UPDATE app_meta SET schema_epoch = {SCHEMA_EPOCH + 1}",
    ],
    ids=["revision", "epoch"],
)
def test_a_file_of_a_newer_program_is_left_alone(street: Path, statement: str) -> None:
    altered(street, statement)
    before = digest(street)
    assert refusal(street) == "file_newer"
    assert digest(street) == before
    assert neighbours(street) == {"street.db"}


def test_a_file_of_a_newer_program_that_died_is_left_alone(street: Path, tmp_path: Path) -> None:
    writer = connect(street, None)
    writer.execute("UPDATE alembic_version SET version_num = '9998'")
    path = tmp_path / "left" / "street.db"
    path.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{street}{suffix}", f"{path}{suffix}")
    writer.close()
    before = [digest(path), digest(path.with_name("street.db-wal"))]
    assert refusal(path) == "file_newer"
    assert [digest(path), digest(path.with_name("street.db-wal"))] == before


@pytest.mark.parametrize(
    "statement", ["DELETE FROM alembic_version", "DELETE FROM app_meta", "DROP TABLE app_meta"]
)
def test_a_file_without_its_revision_is_damaged(street: Path, statement: str) -> None:
    altered(street, statement)
    assert refusal(street) == "file_damaged"


def test_a_locked_file_is_told(street: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.embedded.connection.BUSY_MILLISECONDS", 50)
    other = driver.connect(str(street), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE app_meta SET last_time = last_time")
    assert refusal(street) == "file_locked"
    other.close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    share = tmp_path / "the share"
    share.mkdir()
    mounts = tmp_path / "mounts"
    escaped = str(share).replace(" ", "\\040")
    mounts.write_text(
        f"/dev/sda1 / ext4 rw 0 0\nserver:/x {escaped} {kind} rw 0 0\nshort line\n",
        encoding="utf-8",
    )
    assert file_system(share / "street.db", mounts) == kind
    assert file_system(tmp_path / "street.db", mounts) == "ext4"
    assert file_system(share / "street.db", tmp_path / "none") == ""
    monkeypatch.setattr(looking, "file_system", lambda path: file_system(path, mounts))
    assert refusal(share / "street.db", create=True) == "file_on_network"
    assert list(share.iterdir()) == []


@pytest.mark.parametrize("path", ["//server/share/street.db", "\\\\server\\share\\street.db"])
def test_a_network_name_is_refused(path: str) -> None:
    with pytest.raises(OpeningError, match="file_on_network"):
        check_place(Path(path))


def test_the_settings_are_read_back_on_every_connection(story: Story) -> None:
    engine = story.database.engine
    held = [engine.connect() for _ in range(6)]
    for one in held:
        raw = one.connection.dbapi_connection
        for name, (_, wanted) in PRAGMAS.items():
            assert raw.execute(f"PRAGMA {name}").fetchone()[0] == wanted
        assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert one.execute(text("PRAGMA synchronous")).scalar() == 2
    for one in held:
        one.close()


def test_a_setting_that_does_not_hold_is_refused(
    street: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "synchronous", ("OFF", 2))
    with pytest.raises(OpeningError) as caught:
        connect(street, None)
    assert (caught.value.code, caught.value.facts["found"]) == ("setting_refused", 0)


@pytest.mark.parametrize(
    "name", ["100 % sure?.db", "a#b;c&mode=ro.db", "街 道\u3000一.db", "-x.db"]
)
def test_odd_names_are_files_like_any_other(street: Path, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copyfile(street, tmp_path / name))
    database = open_database(str(path), clock=lambda: MONDAY)
    Story(database).registered()
    assert verify(database) == []
    database.close()
    assert path.stat().st_size and neighbours(path) == {name, "street.db"}


def test_a_file_that_somebody_reads_without_a_log_is_told(
    street: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backup(street, tmp_path / "copy.db", None)
    reader = driver.connect(str(path), isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM cases").fetchone()
    monkeypatch.setattr("db.embedded.connection.BUSY_MILLISECONDS", 50)
    with pytest.raises(OpeningError, match="file_locked"):
        connect(path, None)
    reader.close()
    open_database(str(path), clock=lambda: MONDAY).close()
