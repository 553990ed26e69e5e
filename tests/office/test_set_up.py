"""One command sets up an office's server; a second run changes nothing; all of it is told."""

from __future__ import annotations

import json
import shlex
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.engine import open_database
from db.verify import verify
from desktop.cli.main import run
from tests.office.conftest import Office, new_office
from tests.story import Story

pytestmark = pytest.mark.debian_server


def every_file(folder: Path) -> dict[str, bytes]:
    """Return the files that hold decisions, with their bytes."""
    return {
        str(path): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "backups" not in path.parts
    }


def test_a_second_run_changes_nothing(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    data = office.cluster.folder / "data"
    settings = [data / "pg_hba.conf", data / "postgresql.auto.conf"]
    before = every_file(office.folder), [path.read_bytes() for path in settings]
    capsys.readouterr()
    assert office.init() == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("+")] == []
    assert (every_file(office.folder), [path.read_bytes() for path in settings]) == before


def test_what_was_done_is_told_in_chinese_and_in_english(
    office: Office, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    capsys.readouterr()
    assert office.init() == 0
    chinese = capsys.readouterr().out
    assert str(office.authority) in chinese and "拷到每台工作电脑" in chinese
    assert "没有安排夜间备份" in chinese and "server backup" in chinese
    assert office.init("--language", "en_US") == 0
    english = capsys.readouterr().out
    assert str(office.authority) in english
    assert not [sign for sign in english if "\u3000" <= sign <= "\u9fff"]


def test_private_keys_can_be_read_by_the_server_alone(office: Office) -> None:
    for path in (office.folder / "keys").iterdir():
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o600 if path.suffix == ".key" else 0o644), path
    for folder in ("keys", "backups"):
        assert stat.S_IMODE((office.folder / folder).stat().st_mode) == 0o700
    assert stat.S_IMODE(office.authority.stat().st_mode) == 0o644


def test_the_record_belongs_to_a_role_that_nobody_signs_on_as(office: Office) -> None:
    with office.raw() as raw:
        owners = raw.execute(
            "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'app'"
        ).fetchall()
        assert owners == [("cr_owner",)]
        role = "SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = 'cr_owner'"
        assert raw.execute(role).fetchall() == [(False, False)]
        definers = raw.execute(
            "SELECT DISTINCT pg_get_userbyid(proowner) FROM pg_proc"
            " WHERE prosecdef AND pronamespace = 'app'::regnamespace"
            " AND proname NOT IN ('watch_sign_ons', 'signed_on')"
        ).fetchall()
        # Those two read the server's log, which only its superuser may.
        assert definers == [("cr_owner",)]


def test_the_street_works_on_what_was_set_up(story: Story) -> None:
    case_id = story.signed()
    assert story.column(case_id, "number")


def test_the_line_that_is_printed_last_founds_the_street(
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = new_office()
    try:
        assert made.init() == 0
        words = shlex.split(capsys.readouterr().out.splitlines()[-1])
        call = words[words.index("--database") : words.index("--street")]
        assert run([*call, "--street", "永中街道", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["login"] == "director"
        opened = open_database(made.url())
        try:
            assert verify(opened) == []
        finally:
            opened.close()
        with made.raw() as raw:
            roles = "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname ~ '^cr_'"
            assert raw.execute(roles).fetchall() == [("cr_director",)]
    finally:
        made.cluster.stop()


def test_another_name_gets_another_certificate_and_the_authority_stays(
    told: Callable[..., Any],
) -> None:
    made = new_office()
    try:
        assert made.init() == 0
        authority = made.authority.read_bytes()
        server = (made.folder / "keys" / "server.crt").read_bytes()
        assert made.init("--host", "server.office") == 0
        assert made.authority.read_bytes() == authority
        assert (made.folder / "keys" / "server.crt").read_bytes() != server
        made.cluster.restart()
        assert made.init("--host", "server.office") == 0
        code, answer = told("check", "--folder", str(made.folder))
        # Nothing but the backup is missing.
        wrong = [one["code"] for one in answer["findings"] if one["state"] == "wrong"]
        assert (code, wrong) == (1, ["server_backup_none"])
    finally:
        made.cluster.stop()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--host", "server office"), "server_host_wrong"),
        (("--network", "10.1.0.0/99"), "server_network_wrong"),
        (("--name", "Command-Room"), "server_database_wrong"),
    ],
)
def test_wrong_words_are_told_and_nothing_is_changed(
    office: Office, words: tuple[str, str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = every_file(office.folder)
    capsys.readouterr()
    assert office.init(*words, "--json") == 1
    assert f'"error": "{code}"' in capsys.readouterr().out
    assert every_file(office.folder) == before
