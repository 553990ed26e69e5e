"""The check says in plain words what is wrong with the server, and ends with 1 if anything is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from db.engine import wall_clock
from db.server.administration import checking
from db.server.administration.keys import keep_keys
from db.server.administration.plan import Folder, read_plan
from tests.office.conftest import Office, new_office

pytestmark = pytest.mark.debian_server

Told = Callable[..., Any]


@pytest.fixture(scope="module")
def whole() -> Iterator[Office]:
    """A server of its own to break, with a backup."""
    from desktop.cli.main import run

    made = new_office()
    try:
        assert made.init() == 0
        made.cluster.restart()
        assert run(["server", "backup", "--folder", str(made.folder)]) == 0
        yield made
    finally:
        made.cluster.stop()


def wrong(office: Office, told: Told) -> list[str]:
    """Return the codes of what the check finds wrong; its exit code says the same."""
    code, answer = told("check", "--folder", str(office.folder))
    found = [one for one in answer["findings"] if one["state"] == "wrong"]
    assert all(one["words"].endswith("。") and "{" not in one["words"] for one in found)
    assert (code, answer["ok"]) == (int(bool(found)), not found)
    return [one["code"] for one in found]


@pytest.fixture(autouse=True)
def stands_before_and_after(whole: Office, told: Told) -> Iterator[None]:
    """Let every test begin on a server on which nothing is wrong, and leave it so."""
    yield
    whole.init()
    assert wrong(whole, told) == []


def test_a_server_that_was_set_up_stands(whole: Office, told: Told) -> None:
    assert wrong(whole, told) == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ("ssl = off", ["server_tls_off", "server_line_unreadable"]),
        ("password_encryption = md5", ["server_setting_differs"]),
        ("fsync = off", ["server_setting_differs"]),
        ("synchronous_commit = off", ["server_setting_differs"]),
    ],
)
def test_a_setting_that_was_changed_is_told(
    whole: Office, told: Told, change: str, codes: list[str]
) -> None:
    name = change.split(" ")[0]
    whole.cluster.run(f"ALTER SYSTEM SET {change}")
    reload(whole, name, change.split(" ")[-1])
    assert wrong(whole, told) == codes
    whole.cluster.run(f"ALTER SYSTEM RESET {name}")
    if name in ("fsync", "synchronous_commit"):
        reload(whole, name, "on")
    else:
        whole.init()
        reload(whole, name, "on" if name == "ssl" else "scram-sha-256")


def reload(office: Office, name: str, value: str) -> None:
    """Load the settings and wait until a new connection sees this one."""
    office.cluster.run("SELECT pg_reload_conf()")
    for _ in range(200):
        with office.raw("postgres") as raw:
            if raw.execute(f"SHOW {name}".encode()).fetchone() == (value,):
                return
            raw.execute("SELECT pg_sleep(0.01)")
    raise AssertionError(f"{name} never became {value}")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("host all all 0.0.0.0/0 trust\n", "server_line_weak"),
        ("host command_room +cr_person 10.0.0.0/8 md5\n", "server_line_weak"),
        ("host command_room all 10.0.0.0/8 scram-sha-256\n", "server_line_before"),
        ("hostssl all +cr_person 0.0.0.0/0 scram-sha-256\n", "server_line_before"),
        ("host all all 10.0.0.0/8 nonsense\n", "server_line_unreadable"),
    ],
)
def test_a_line_that_lets_others_in_is_told(
    whole: Office, told: Told, line: str, code: str
) -> None:
    path = whole.cluster.folder / "data" / "pg_hba.conf"
    before = path.read_text(encoding="utf-8")
    path.write_text(line + before, encoding="utf-8")
    try:
        assert wrong(whole, told) == [code]
    finally:
        path.write_text(before, encoding="utf-8")


def test_lines_that_are_missing_or_were_changed_are_told(whole: Office, told: Told) -> None:
    path = whole.cluster.folder / "data" / "pg_hba.conf"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("127.0.0.0/8", "0.0.0.0/0  "), encoding="utf-8")
    assert wrong(whole, told) == ["server_lines_differ", "server_network_wide"]
    path.write_text("local all all trust\n", encoding="utf-8")
    assert wrong(whole, told) == ["server_lines_differ"]
    # The next set-up puts them at the top of what the administrator wrote.
    assert whole.init() == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# >>> command-room") and text.endswith("local all all trust\n")
    path.write_text(before, encoding="utf-8")


def test_certificates_are_looked_at(whole: Office, told: Told) -> None:
    keys = whole.folder / "keys"
    kept = whole.cluster.folder / "kept"
    shutil.copytree(keys, kept)
    carried = whole.authority.read_bytes()
    whole.authority.write_bytes(b"another")
    assert wrong(whole, told) == ["server_certificate_carried"]
    whole.authority.write_bytes(carried)
    shutil.copy(kept / "authority.key", keys / "server.key")
    assert "server_certificate_foreign" in wrong(whole, told)
    (keys / "server.key").unlink()
    (keys / "server.crt").unlink()
    assert wrong(whole, told) == ["server_certificate_missing"]


def test_a_certificate_that_runs_out_or_lacks_a_name_is_told(whole: Office) -> None:
    folder = Folder(whole.folder)
    plan = read_plan(folder)
    in_five_years = wall_clock() + timedelta(days=5 * 365 - 40)
    assert codes_at(folder, in_five_years) >= {"server_certificate_ends"}
    assert "server_certificate_ends" not in codes_at(folder, wall_clock())
    # Then the set-up makes it anew by itself.
    assert keep_keys(folder, plan, in_five_years) == ("server",)
    assert "server_certificate_ends" not in codes_at(folder, in_five_years)
    told = json.loads(folder.plan.read_text(encoding="utf-8"))
    folder.plan.write_text(json.dumps({**told, "hosts": ["localhost", "server.office"]}))
    assert "server_certificate_name" in codes_at(folder, wall_clock())


def codes_at(folder: Folder, now: datetime) -> set[str]:
    """Return what the check finds wrong at another time."""
    found = checking.check(read_plan(folder), folder, now)
    return {one.code for one in found if one.state == "wrong"}


def test_an_old_backup_is_told_in_the_morning(whole: Office) -> None:
    folder = Folder(whole.folder)
    assert "server_backup_old" not in codes_at(folder, wall_clock() + timedelta(hours=26))
    assert "server_backup_old" in codes_at(folder, wall_clock() + timedelta(hours=31))


def test_a_record_whose_rules_were_bent_is_told(whole: Office, told: Told) -> None:
    with whole.raw() as raw:
        raw.execute("UPDATE app.app_meta SET rules_hash = 'other'")
        assert wrong(whole, told) == ["server_record_behind"]


def test_a_person_with_too_much_power_is_told(whole: Office, told: Told) -> None:
    whole.cluster.run("CREATE ROLE cr_odd LOGIN CREATEROLE")
    assert wrong(whole, told) == ["server_role_raised"]
    whole.cluster.run("DROP ROLE cr_odd")


def test_a_full_disk_is_told(whole: Office, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LEAST_FREE", 2**60)
    assert wrong(whole, told) == ["server_disk_low", "server_disk_low"]
    monkeypatch.undo()


def test_a_server_that_does_not_run_is_told(whole: Office, told: Told) -> None:
    folder = Folder(whole.folder)
    kept = folder.plan.read_text(encoding="utf-8")
    folder.plan.write_text(kept.replace(whole.cluster.port, "1"), encoding="utf-8")
    assert wrong(whole, told) == ["server_not_running"]
    folder.plan.write_text(kept, encoding="utf-8")


def test_a_folder_without_a_set_up_is_told(told: Told, whole: Office) -> None:
    code, answer = told("check", "--folder", str(whole.folder / "nothing"))
    assert (code, answer["error"]) == (1, "server_not_set_up")
