"""The drill: a backup of a working street comes back on an empty cluster without a difference."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from db.engine import open_database
from db.server.administration.fingerprint import fingerprint
from db.verify import verify
from desktop.cli.main import run
from tests.office.conftest import Office, new_office
from tests.story import MONDAY, Story

pytestmark = pytest.mark.debian_server

Told = Callable[..., Any]


def backed_up(office: Office, told: Told) -> Path:
    """Make a backup by the command and return its dump."""
    code, answer = told("backup", "--folder", str(office.folder))
    assert code == 0, answer
    return Path(answer["path"])


def database_rights(raw: psycopg.Connection[Any]) -> list[Any]:
    """Return the owner of the database and who may connect to it."""
    return raw.execute(
        "SELECT pg_get_userbyid(datdba), datacl::text FROM pg_database"
        " WHERE datname = 'command_room'"
    ).fetchall()


def roles(raw: psycopg.Connection[Any]) -> list[Any]:
    """Return every role of ours with its verifier, and who belongs to whom."""
    return [
        raw.execute(
            "SELECT rolname, rolpassword, rolcanlogin, rolcreaterole, rolsuper, rolinherit,"
            " rolconnlimit, rolvaliduntil::text, rolconfig FROM pg_authid"
            " LEFT JOIN LATERAL (SELECT setconfig AS rolconfig FROM pg_db_role_setting"
            " WHERE setrole = pg_authid.oid) s ON true WHERE rolname ~ '^(cr|duty)_' ORDER BY 1"
        ).fetchall(),
        raw.execute(
            "SELECT DISTINCT roleid::regrole::text, member::regrole::text, admin_option"
            " FROM pg_auth_members WHERE member::regrole::text ~ '^(cr|duty)_' ORDER BY 1, 2"
        ).fetchall(),
    ]


@pytest.fixture(scope="module")
def one_backup(office: Office) -> Path:
    """A backup of the office's record, made by its call."""
    assert run(["server", "backup", "--folder", str(office.folder)]) == 0
    return max((office.folder / "backups").glob("*.dump"))


@pytest.fixture
def copied(one_backup: Path, office: Office, tmp_path: Path) -> Iterator[Path]:
    """A copy of it, to be harmed."""
    folder = office.cluster.folder / tmp_path.name
    shutil.copytree(one_backup.parent, folder, ignore=lambda *_: [".lock"])
    hand_over(folder, one_backup.parent)
    yield folder / one_backup.name
    shutil.rmtree(folder)


@pytest.fixture
def elsewhere() -> Iterator[Office]:
    """Another machine's empty cluster, set up by the same command."""
    made = new_office()
    try:
        assert made.init() == 0
        yield made
    finally:
        made.cluster.stop()


def test_a_backup_comes_back_on_an_empty_cluster_without_a_difference(
    office: Office, elsewhere: Office, story: Story, told: Told
) -> None:
    for _ in range(3):
        story.signed()
    with office.raw() as raw:
        raw.execute("ALTER ROLE cr_operator SET work_mem = '8MB'")
        raw.execute("ALTER ROLE cr_operator VALID UNTIL '2027-02-01 00:00+08'")
    dump = backed_up(office, told)
    carried = elsewhere.folder / "carried"
    shutil.copytree(dump.parent, carried, ignore=lambda *_: [".lock"])
    hand_over(carried, dump.parent)
    code, answer = told("restore", str(carried / dump.name), "--folder", str(elsewhere.folder))
    assert (code, answer["kept"]) == (0, None)
    with office.raw() as before, elsewhere.raw() as after:
        one, other = fingerprint(before), fingerprint(after)
        assert one.differences(other) == ()
        assert one.sequences == other.sequences and one.sequences
        # Something was compared: rows, functions, triggers and grants are among it.
        assert one.tables["app.cases"][0] >= 3 and one.tables["app.audit"][0] > 10
        kinds = {what.split(" ")[0] for what in one.structure}
        assert {"function", "trigger", "policy", "grant", "index", "constraint"} <= kinds
        assert database_rights(before) == database_rights(after)
        assert roles(before) == roles(after)
    opened = open_database(elsewhere.url(), clock=lambda: MONDAY)
    try:
        assert verify(opened) == []
        assert Story(opened).signed() > 0
    finally:
        opened.close()
    with psycopg.connect(**elsewhere.network("cr_operator")) as mine:
        assert mine.execute("SELECT count(*) > 0 FROM app.cases").fetchone() == (True,)


def hand_over(folder: Path, like: Path) -> None:
    """Give a folder with its files to the user to whom another belongs."""
    owner = like.stat()
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner.st_uid, owner.st_gid)


def test_a_database_with_data_is_not_replaced_without_being_told(
    office: Office, story: Story, told: Told
) -> None:
    dump = backed_up(office, told)
    later = story.registered()
    code, answer = told("restore", str(dump), "--folder", str(office.folder))
    assert (code, answer["error"]) == (1, "server_has_data")
    assert story.column(later, "id") == later
    story.database.close()
    code, answer = told("restore", str(dump), "--folder", str(office.folder), "--replace")
    assert code == 0
    with office.raw() as raw, office.raw(answer["kept"]) as kept:
        query = "SELECT count(*) FROM app.cases WHERE id = %s"
        assert raw.execute(query, (later,)).fetchone() == (0,)
        assert kept.execute(query, (later,)).fetchone() == (1,)
    office.cluster.run(f"DROP DATABASE {answer['kept']}")


def test_somebody_shut_out_since_the_backup_is_not_let_in_again(
    office: Office, one_backup: Path, told: Told
) -> None:
    with office.raw() as raw:
        raw.execute("ALTER ROLE cr_sfs NOLOGIN")
        words = ("restore", str(one_backup), "--folder", str(office.folder), "--replace")
        code, answer = told(*words)
        assert code == 0, answer
    office.cluster.run(f"DROP DATABASE {answer['kept']}")
    with office.raw() as raw:
        may = raw.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'cr_sfs'").fetchone()
        raw.execute("ALTER ROLE cr_sfs LOGIN")
    assert may == (False,)


@pytest.mark.parametrize("harm", ["one byte", "half of it", "its companion"])
def test_a_damaged_backup_is_refused_and_the_data_stay(
    office: Office, copied: Path, told: Told, harm: str
) -> None:
    content = copied.read_bytes()
    if harm == "one byte":
        copied.write_bytes(content[:5000] + bytes([content[5000] ^ 1]) + content[5001:])
    elif harm == "half of it":
        copied.write_bytes(content[: len(content) // 2])
    else:
        copied.with_suffix(".json").unlink()
    with office.raw() as raw:
        before = fingerprint(raw)
        code, answer = told("restore", str(copied), "--folder", str(office.folder), "--replace")
        assert code == 1
        expected = "backup_incomplete" if harm == "its companion" else "backup_damaged"
        assert answer["error"] == expected
        assert before.differences(fingerprint(raw)) == ()


def test_a_dump_that_restores_to_something_else_is_no_backup(
    office: Office, copied: Path, told: Told
) -> None:
    """The companion tells of one row more than the dump brings: nothing is replaced."""
    companion = copied.with_suffix(".json")
    kept = json.loads(companion.read_text(encoding="utf-8"))
    kept["tables"]["app.cases"][0] += 1
    companion.write_text(json.dumps(kept), encoding="utf-8")
    code, answer = told("restore", str(copied), "--folder", str(office.folder), "--replace")
    assert (code, answer["error"]) == (1, "backup_unproven")
    with office.raw() as raw:
        names = raw.execute("SELECT datname FROM pg_database WHERE datname ~ 'command_room_'")
        assert names.fetchall() == []


def test_a_backup_made_while_others_write_is_proven(
    office: Office, story: Story, told: Told
) -> None:
    """The proof compares with what the dump saw, not with what was written meanwhile."""
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            story.registered()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        dump = backed_up(office, told)
    finally:
        stop.set()
        writer.join()
    counted = json.loads(dump.with_suffix(".json").read_text(encoding="utf-8"))["tables"]
    with office.raw() as raw:
        now = raw.execute("SELECT count(*) FROM app.cases").fetchone()
    assert now is not None and counted["app.cases"][0] < now[0]


def test_a_backup_that_cannot_be_restored_is_none_and_is_told_by_the_check(
    office: Office, told: Told
) -> None:
    before = sorted((office.folder / "backups").glob("command_room-*"))
    with office.raw(options="-c search_path=app") as raw:
        # The old trap: what a check calls without its schema is not found while restoring.
        raw.execute("CREATE FUNCTION small() RETURNS integer LANGUAGE sql AS 'SELECT 9'")
        raw.execute(
            "CREATE FUNCTION fits(one integer) RETURNS boolean LANGUAGE plpgsql"
            " AS 'BEGIN RETURN one < small(); END'"
        )
        raw.execute("CREATE TABLE odd (one integer CHECK (fits(one)))")
        raw.execute("INSERT INTO odd VALUES (1)")
        try:
            code, answer = told("backup", "--folder", str(office.folder))
            _, checked = told("check", "--folder", str(office.folder))
        finally:
            raw.execute("DROP TABLE odd")
            raw.execute("DROP FUNCTION fits, small")
        assert (code, answer["error"]) == (1, "server_program_failed")
        names = raw.execute("SELECT datname FROM pg_database WHERE datname ~ 'command_room_'")
        assert names.fetchall() == []
    assert sorted((office.folder / "backups").glob("command_room-*")) == before
    codes = {one["code"] for one in checked["findings"] if one["state"] == "wrong"}
    assert {"server_backup_failed", "server_program_failed"} <= codes
