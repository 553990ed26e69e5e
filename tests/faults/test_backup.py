"""A copy is a backup once it was read back; bringing one back loses nothing of the present."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.embedded import backup as copying
from db.embedded.backup import backup, restore
from db.embedded.connection import connect
from db.engine import Database, open_database
from db.errors import OpeningError
from db.verify import verify
from tests.faults import child
from tests.faults.programs import Programs
from tests.story import MONDAY, Story


def cases_in(path: Path) -> int:
    """Return how many cases a file holds."""
    connection = connect(path, None)
    found = connection.execute("SELECT count(*) FROM cases").fetchone()[0]
    connection.close()
    return int(found)


def test_a_backup_beside_a_busy_writer_is_one_whole_state(
    programs: Programs, street: Path, tmp_path: Path
) -> None:
    programs.start(child.register, str(street), 40)
    copies = [backup(street, tmp_path / f"copy-{nth}.db", None) for nth in range(5)]
    assert len(programs.wait()[0].acknowledged) == 40
    for copy in copies:
        database = open_database(str(copy), clock=lambda: MONDAY)
        assert verify(database) == []
        database.close()
    assert cases_in(street) == 41


def test_a_backup_holds_what_is_still_in_the_log(story: Story, tmp_path: Path) -> None:
    story.registered()
    assert story.database.path.with_name("street.db-wal").stat().st_size > 0
    copy = backup(story.database.path, tmp_path / "copies" / "copy.db", None)
    assert cases_in(copy) == 2
    assert not list(copy.parent.glob("*.part*"))


WORD = "邻居夜间装修噪声".encode()


@pytest.mark.parametrize("place", ["structure", "text", "last byte", "cut"])
def test_a_byte_that_flips_in_the_copy_is_caught_and_the_older_backup_stays(
    street: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    target = tmp_path / "copy.db"
    before = backup(street, target, None).read_bytes()

    def spoil(name: str) -> None:
        if name != "backup_part":
            return
        part = tmp_path / "copy.db.part"
        content = bytearray(part.read_bytes())
        if place == "cut":
            del content[-1:]
        else:
            offset = {"structure": 4096, "text": content.index(WORD), "last byte": -1}[place]
            content[offset] ^= 0x01
        part.write_bytes(content)

    monkeypatch.setattr(copying, "faultpoint", spoil)
    with pytest.raises(OpeningError) as caught:
        backup(street, target, None)
    assert caught.value.code == "backup_failed"
    assert target.read_bytes() == before
    assert {one.name for one in tmp_path.glob("copy*")} == {"copy.db"}


def test_a_backup_cannot_overwrite_its_own_file(story: Story) -> None:
    with pytest.raises(OpeningError, match="target_exists"):
        backup(story.database.path, story.database.path, None)
    story.registered()


def test_a_backup_of_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OpeningError, match="backup_failed"):
        backup(tmp_path / "none.db", tmp_path / "copy.db", None)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_older_backup(
    street: Path, small_disk: Callable[[str], Path]
) -> None:
    size = street.stat().st_size
    disk = small_disk(f"size={size + size // 2}")
    target = disk / "copy.db"
    before = backup(street, target, None).read_bytes()
    with pytest.raises(OpeningError) as caught:
        backup(street, target, None)
    assert caught.value.code == "backup_failed"
    assert target.read_bytes() == before and [one.name for one in disk.iterdir()] == ["copy.db"]


def test_a_restore_keeps_the_present_file_with_its_log(
    programs: Programs, street: Path, tmp_path: Path
) -> None:
    copy = backup(street, tmp_path / "copy.db", None)
    # A program died and left its last entry in the log only.
    assert programs.run(child.register, str(street), 3, fault="after_commit:2").was_killed
    aside = restore(copy, street, None)
    assert aside is not None and cases_in(aside) == 3
    database = open_database(str(street), clock=lambda: MONDAY)
    assert verify(database) == []
    database.close()
    assert cases_in(street) == 1


def test_a_restore_keeps_a_damaged_file_as_it_is(street: Path, tmp_path: Path) -> None:
    copy = backup(street, tmp_path / "copy.db", None)
    street.write_bytes(b"\0" * 8192)
    street.with_name("street.db-wal").write_bytes(b"the log of before")
    aside = restore(copy, street, None)
    assert aside is not None and aside.read_bytes() == b"\0" * 8192
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"the log of before"
    assert cases_in(street) == 1


def test_a_restore_waits_for_nobody_who_has_the_file_open(story: Story, tmp_path: Path) -> None:
    story.registered()
    path = story.database.path
    copy = backup(path, tmp_path / "copy.db", None)
    story.registered()
    with pytest.raises(OpeningError, match="file_locked"):
        restore(copy, path, None)
    story.registered()
    assert cases_in(path) == 4 and not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("content", [b"", b"no database", None], ids=["empty", "text", "missing"])
def test_a_bad_backup_is_not_brought_back(
    street: Path, tmp_path: Path, content: bytes | None
) -> None:
    copy = tmp_path / "copy.db"
    if content is not None:
        copy.write_bytes(content)
    before = street.read_bytes()
    with pytest.raises(OpeningError) as caught:
        restore(copy, street, None)
    assert caught.value.code in ("file_missing", "file_foreign")
    assert street.read_bytes() == before
    with pytest.raises(OpeningError, match="target_exists"):
        restore(street, street, None)


def test_a_full_disk_stops_a_restore_before_the_present_file_moves(
    street: Path, small_disk: Callable[[str], Path]
) -> None:
    size = street.stat().st_size
    disk = small_disk(f"size={size + size // 2}")
    present = Path(shutil.copyfile(street, disk / "street.db"))
    with pytest.raises(OpeningError, match="restore_failed"):
        restore(street, present, None)
    assert [one.name for one in disk.iterdir()] == ["street.db"]
    assert cases_in(present) == 1


def test_a_file_comes_back_where_there_was_none(
    street: Path, tmp_path: Path, opened: Callable[[Path], Database]
) -> None:
    path = tmp_path / "again.db"
    assert restore(street, path, None) is None
    assert verify(opened(path)) == []
