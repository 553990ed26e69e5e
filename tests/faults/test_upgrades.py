"""A file of an older program is backed up, then upgraded as a whole or not at all (F37, F39)."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from db.embedded import backup as copying
from db.embedded.connection import connect
from db.engine import Database, open_database
from db.errors import OpeningError
from db.migrations.runner import OURS, Revisions
from db.sync import rules_are_in_step
from db.verify import verify
from desktop.errors import sentence
from tests.faults.revisions import FAILING, SECOND, second_revision
from tests.story import MONDAY, Story


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, and the schema."""
    connection = connect(path, None)
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') ORDER BY name"
    ).fetchall()
    found = {"": tables}
    for name, sql in tables:
        if sql.startswith("CREATE TABLE"):
            found[name] = connection.execute(f'SELECT * FROM "{name}"').fetchall()
    connection.close()
    return found


def upgraded(path: Path, revisions: Revisions) -> Database:
    """Open a file with a program that knows these revisions."""
    return open_database(str(path), clock=lambda: MONDAY, revisions=revisions)


def backups(path: Path) -> list[Path]:
    """Return the automatic backups of a file."""
    return sorted(path.with_name(path.name + ".backups").glob("*"))


def test_an_older_file_is_backed_up_and_upgraded(street: Path, tmp_path: Path) -> None:
    before = contents(street)
    database = upgraded(street, second_revision(tmp_path, SECOND))
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT id FROM synthetic_note").scalar() == 1
        assert connection.exec_driver_sql("SELECT synthetic FROM cases").scalars().all() == [""]
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [
            ("9999",)
        ]
        assert rules_are_in_step(connection)
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        triggers = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).scalars()
        assert set(triggers) == {
            name for name, sql in before[""] if str(sql).startswith("CREATE TRIGGER")
        }
    assert verify(database) == []
    Story(database).registered()
    assert verify(database) == []
    database.close()
    (copy,) = backups(street)
    assert copy.name == "20261116-083000-before-upgrade.db"
    assert contents(copy) == before


def test_a_second_opening_upgrades_nothing(street: Path, tmp_path: Path) -> None:
    revisions = second_revision(tmp_path, SECOND)
    upgraded(street, revisions).close()
    before = contents(street)
    upgraded(street, revisions).close()
    assert contents(street) == before and len(backups(street)) == 1
    with pytest.raises(OpeningError, match="file_newer"):
        open_database(str(street))


@pytest.mark.parametrize("body", [FAILING, "    op.no_such_order()\n"], ids=["sql", "script"])
def test_a_failing_upgrade_leaves_everything_as_it_was(
    street: Path, tmp_path: Path, body: str, opened: Callable[[Path], Database]
) -> None:
    before = contents(street)
    error = OpeningError if body is FAILING else AttributeError
    with pytest.raises(error) as caught:
        upgraded(street, second_revision(tmp_path, body))
    if isinstance(caught.value, OpeningError):
        assert caught.value.code == "migration_failed"
        assert "备份也在" in sentence(caught.value)
    assert contents(street) == before and len(backups(street)) == 1
    database = opened(street)
    assert verify(database) == []
    Story(database).registered()


def test_an_upgrade_whose_script_is_missing_fails_politely(street: Path) -> None:
    before = contents(street)
    with pytest.raises(OpeningError, match="migration_failed"):
        upgraded(street, Revisions((*OURS.order, "9999")))
    assert contents(street) == before


def test_an_upgrade_that_breaks_a_reference_is_refused(street: Path, tmp_path: Path) -> None:
    before = contents(street)
    orphan = '    op.execute("DELETE FROM person")\n'
    with pytest.raises(OpeningError) as caught:
        upgraded(street, second_revision(tmp_path, orphan))
    assert caught.value.code == "migration_failed"
    assert "foreign key" in caught.value.facts["detail"]
    assert contents(street) == before


def test_a_failing_backup_stops_the_upgrade(street: Path, tmp_path: Path) -> None:
    before = contents(street)
    # A file stands where the folder of the backups would be.
    street.with_name("street.db.backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(OpeningError, match="backup_failed"):
        upgraded(street, second_revision(tmp_path, SECOND))
    assert contents(street) == before


def test_a_read_only_file_of_an_older_program_is_not_opened(
    street: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.embedded.file.is_writable", lambda path: False)
    with pytest.raises(OpeningError, match="file_older"):
        upgraded(street, second_revision(tmp_path, SECOND))


def test_rules_that_differ_are_put_back_without_a_backup(
    street: Path, opened: Callable[[Path], Database]
) -> None:
    connection = connect(street, None)
    guard = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'cases'"
    ).fetchone()[0]
    connection.execute(f'DROP TRIGGER "{guard}"')
    connection.execute("UPDATE app_meta SET rules_hash = 'older'")
    connection.close()
    database = opened(street)
    with database.reading() as reading:
        assert rules_are_in_step(reading)
    assert verify(database) == [] and not backups(street)


def test_only_the_newest_ten_backups_are_kept(street: Path) -> None:
    for minute in range(copying.KEEP_AUTOMATIC + 3):
        copying.automatic_backup(street, None, MONDAY.replace(minute=minute), "before-upgrade")
    names = [one.name for one in backups(street)]
    assert len(names) == copying.KEEP_AUTOMATIC
    assert names[0].startswith("20261116-0803") and names[-1].startswith("20261116-0812")


def test_the_backup_of_an_upgrade_opens_with_the_older_program(
    street: Path, tmp_path: Path
) -> None:
    upgraded(street, second_revision(tmp_path, SECOND)).close()
    older = Path(shutil.copyfile(backups(street)[0], tmp_path / "older.db"))
    database = open_database(str(older), clock=lambda: MONDAY)
    assert verify(database) == []
    database.close()
