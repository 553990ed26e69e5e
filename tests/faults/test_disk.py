"""A disk that is full or may not be written: read on, refuse politely, lose nothing (F17, F18).

The small disks need ``mount``; without root these tests fail instead of being left out.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.engine import open_database
from db.errors import DatabaseAway, OpeningError
from db.verify import verify
from desktop.errors import sentence
from tests.faults import child
from tests.faults.conftest import call
from tests.faults.programs import Programs
from tests.story import MONDAY, Story

MEGABYTE = 2**20


def open_to_all(path: Path) -> None:
    """Let everybody come to a file: the folders of pytest are its owner's only."""
    for folder in path.parents:
        if folder.stat().st_uid == os.getuid() and folder != Path(folder.anchor):
            folder.chmod(folder.stat().st_mode | 0o055)


@pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["folder open", "folder closed"])
def test_a_file_without_the_right_to_write_is_read(
    programs: Programs, street: Path, tmp_path: Path, folder_mode: int
) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    path = Path(shutil.copyfile(street, folder / "street.db"))
    open_to_all(path)
    path.chmod(0o444)
    folder.chmod(folder_mode)
    before = path.read_bytes()
    ended = programs.run(child.read_as_anybody, str(path))
    folder.chmod(0o777)
    assert ended.acknowledged == [{"seen": 1, "read_only": True, "code": "read_only"}]
    assert path.read_bytes() == before


def test_a_file_that_may_not_be_read_is_told(
    programs: Programs, street: Path, tmp_path: Path
) -> None:
    open_to_all(street)
    street.chmod(0o000)
    ended = programs.run(child.read_as_anybody, str(street))
    assert ended.acknowledged == [{"refused": "file_not_readable"}]


def test_a_log_that_nobody_can_bring_in_is_told_and_not_passed_over(
    programs: Programs, street: Path, tmp_path: Path
) -> None:
    assert programs.run(child.register, str(street), 3, fault="after_commit:2").was_killed
    folder = tmp_path / "record"
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{street}{suffix}", folder / f"street.db{suffix}")
    path = folder / "street.db"
    open_to_all(path)
    folder.chmod(0o555)
    ended = programs.run(child.read_as_anybody, str(path))
    folder.chmod(0o777)
    assert ended.acknowledged == [{"refused": "file_unfinished"}]
    database = open_database(str(path), clock=lambda: MONDAY)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM cases").scalar() == 3
    database.close()


def test_a_disk_mounted_read_only_is_read(street: Path, small_disk: Callable[[str], Path]) -> None:
    disk = small_disk("size=16m")
    path = Path(shutil.copyfile(street, disk / "street.db"))
    call("mount", "-o", "remount,ro", str(disk))
    database = open_database(str(path), clock=lambda: MONDAY)
    assert database.read_only and verify(database) == []
    with pytest.raises(DatabaseAway, match="read_only"):
        Story(database).registered()
    database.close()
    with pytest.raises(OpeningError, match="folder_not_writable"):
        open_database(str(disk / "new.db"), create=True)


def test_a_disk_that_becomes_read_only_refuses_to_save(
    street: Path, small_disk: Callable[[str], Path], tmp_path: Path
) -> None:
    disk = small_disk("size=16m")
    path = Path(shutil.copyfile(street, disk / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY)
    story = Story(database)
    story.registered()
    database.engine.dispose()
    call("mount", "-o", "remount,ro", str(disk))
    with pytest.raises((DatabaseAway, OpeningError)) as caught:
        story.registered()
    assert "没有" in sentence(caught.value)
    database.close()
    call("mount", "-o", "remount,rw", str(disk))
    again = open_database(str(path), clock=lambda: MONDAY)
    assert verify(again) == []
    again.close()


@pytest.mark.parametrize("room", range(0, 160, 16), ids=lambda room: f"{room} KiB left")
def test_a_full_disk_refuses_a_case_whole(
    street: Path, small_disk: Callable[[str], Path], room: int
) -> None:
    disk = small_disk(f"size={street.stat().st_size // MEGABYTE + 2}m")
    path = Path(shutil.copyfile(street, disk / "street.db"))
    database = open_database(str(path), clock=lambda: MONDAY)
    story = Story(database)
    story.registered()
    saved = 2
    filler = disk / "filler"
    fill(filler, disk, room * 1024)
    for _ in range(20):
        try:
            story.registered()
        except DatabaseAway as error:
            assert error.code == "disk_full", error
            assert "已填的内容都在" in sentence(error)
            break
        saved += 1
    else:
        pytest.fail("the disk did not fill")
    assert verify(database) == [], "what is there can still be read"
    filler.unlink()
    story.registered()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM cases").scalar() == saved + 1
    assert verify(database) == []
    database.close()


def fill(filler: Path, disk: Path, room: int) -> None:
    """Fill a disk with a file until so many bytes are free."""
    free = os.statvfs(disk)
    size = free.f_bavail * free.f_frsize - room
    filler.write_bytes(b"\0" * size)


@pytest.mark.parametrize("size", ["64k", "256k", "512k"])
def test_a_street_is_not_founded_on_a_full_disk(
    small_disk: Callable[[str], Path], size: str
) -> None:
    disk = small_disk(f"size={size}")
    with pytest.raises(OpeningError) as caught:
        open_database(str(disk / "street.db"), create=True)
    assert caught.value.code == "disk_full"
    call("mount", "-o", "remount,size=8m", str(disk))
    open_database(str(disk / "street.db"), create=True).close()
