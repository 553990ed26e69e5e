"""The calls that read, print and care for the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from db.embedded.connection import connect
from db.engine import open_database
from db.model.audit import audit
from desktop import paths
from desktop.documents.preview import page_texts
from desktop.exchange.sheets import read_tables
from tests.cli.conftest import Call
from tests.story import MONDAY, Story


@pytest.fixture
def story(street_file: Path) -> Iterator[Story]:
    """The street of this test, for what happens before the call."""
    database = open_database(str(street_file), clock=lambda: MONDAY)
    yield Story(database)
    database.close()


def test_the_list_is_filtered_as_the_words_say(call: Call, story: Story) -> None:
    story.registered(address="永上社区中心街1号")
    story.signed(address="永上社区中心街2号")
    story.self_handled()
    assert call("cases", "--json").json["total"] == 3
    shown = call("cases", "--state", "处置中", "--unit", "司法所", "--json").json["cases"]
    assert [one["address"] for one in shown] == ["永上社区中心街2号"]
    assert call("cases", "--tab", "待受理", "--json").json["total"] == 1
    assert call("cases", "--source", "grid_report", "--platform", "综治工作").code == 0
    assert call("cases", "--from", "2026-11-17", "--json").json["total"] == 0
    assert call("cases", "--overdue", "--json").json["total"] == 0
    assert call("cases", "--duplicates", "--json").json["total"] == 0
    assert call("cases", "--item", "MD02", "--limit", "1").out.endswith("共 3 件，显示 1 件。\n")
    near = call("cases", "--unit", "司法")
    assert near.code == 2 and "司法所" in near.err


def test_a_unit_sees_its_own_cases_only(call: Call, story: Story) -> None:
    story.signed()
    story.registered(address="永上社区中心街9号")
    assert call("cases", "--as", "sfs", "--json").json["total"] == 1
    assert call("cases", "--as", "司法员甲", "--json").json["total"] == 1
    assert call("cases", "--as", "auditor", "--json").json["total"] == 0
    assert call("cases", "--as", "nobody").code == 1


def test_a_list_goes_out_masked_or_in_clear_with_an_entry(
    call: Call, story: Story, tmp_path: Path
) -> None:
    for number in range(3):
        story.registered(address=f"永上社区中心街{number}号")
    clear, dark, led = tmp_path / "a.xlsx", tmp_path / "b.csv", tmp_path / "c.csv"
    said = call("cases", "--out", str(clear), "--json")
    assert said.json == {"rows": 3, "file": str(clear), "masked": False}
    header, *rows = read_tables(clear)[0].rows
    phone = header.index("联系电话")
    assert {row[phone] for row in rows} == {"13805770001"}
    with story.database.reading() as connection:
        entry = connection.execute(select(audit).order_by(audit.c.seq.desc())).first()
    assert entry is not None and entry.command == "ExportPrivate"
    assert call("cases", "--out", str(dark), "--masked", "--json").json["masked"]
    assert "138****0001" in dark.read_text("utf-8-sig")
    assert call("cases", "--out", str(led), "--as", "leader", "--json").json["masked"]
    assert "林大明" not in led.read_text("utf-8-sig")
    refused = call("cases", "--out", str(led), "--as", "sfs", "--json")
    assert refused.json["error"] == "permission_missing"
    ending = call("cases", "--out", str(tmp_path / "list.doc"), "--json")
    assert ending.json["error"] == "unknown_ending" and ".xlsx" in ending.json["message"]


def test_figures_come_by_group_with_rates_as_text(call: Call, story: Story) -> None:
    story.signed()
    story.self_handled()
    week = ("indicators", "--from", "2026-11-16", "--to", "2026-11-22")
    values = call(*week, "--by", "community", "--json").json
    assert values["total"]["close_rate"] == "50.00"
    assert values["total"]["satisfaction_rate"] is None
    assert [one["name"] for one in values["groups"]] == ["永上居委会"]
    for by in ("platform", "station", "grid", "item", "day", "week", "month"):
        groups = call(*week, "--by", by, "--basis", "closed", "--json").json["groups"]
        assert sum(one["registered"] for one in groups) >= 1
    words = call(*week).out
    assert "办结率 50.00%" in words and "满意率 —" in words
    assert call(*week, "--by", "colour").code == 2
    assert call("indicators", "--from", "2026-02-01", "--to", "2026-01-01").code == 2


def test_the_week_and_the_list_are_printed(call: Call, story: Story, tmp_path: Path) -> None:
    story.signed(title="井盖松动")
    week, paper = tmp_path / "week.pdf", tmp_path / "list.pdf"
    assert call("week", "2026-W47", "--out", str(week), "--json").json["pages"] >= 1
    told = "".join(page_texts(week.read_bytes()))
    assert "第47周" in told and "办结率" in told
    assert call("list", "--tab", "处置中", "--out", str(paper)).code == 0
    assert "井盖松动" in "".join(page_texts(paper.read_bytes()))
    assert call("week", "2026-W60", "--out", str(week)).code == 2
    assert call("minutes", "2026-W47", "--out", str(week)).code == 2
    assert call("notice", "龙永督〔2026〕9号", "--out", str(week)).code == 1


def test_a_sound_record_is_verified_and_a_bent_one_is_found(
    call: Call, story: Story, street_file: Path
) -> None:
    story.registered()
    assert call("verify", "--json").json == {
        "ok": True, "database": str(street_file), "findings": [],
    }  # fmt: skip
    story.database.close()
    raw = connect(street_file, None)
    raw.execute("DROP TRIGGER rule_cases_update")
    raw.execute("UPDATE cases SET address = 'anderswo'")
    raw.commit()
    raw.close()
    said = call("verify", "--json")
    assert said.code == 1 and not said.json["ok"]
    assert "case_differs" in [one["code"] for one in said.json["findings"]]
    assert "核查发现" in call("verify").out


def test_a_backup_is_put_back_and_the_old_file_kept(
    call: Call, story: Story, tmp_path: Path, street_file: Path
) -> None:
    story.registered()
    copy = tmp_path / "copy.db"
    assert call("backup", str(copy), "--json").json["bytes"] == copy.stat().st_size
    story.registered(address="later")
    story.database.close()
    said = call("restore", str(copy), "--json")
    assert said.code == 0 and Path(said.json["kept"]).exists()
    assert call("cases", "--json").json["total"] == 1
    assert call("upgrade", "--json").json["ok"]
    onto_itself = call("backup", str(street_file), "--json")
    assert (onto_itself.code, onto_itself.json["error"]) == (1, "target_exists")
    (tmp_path / "foreign.db").write_bytes(b"no database at all, but long enough" * 99)
    foreign = call("restore", str(tmp_path / "foreign.db"), "--json")
    assert (foreign.code, foreign.json["error"]) == (1, "file_foreign")


def test_a_missing_file_is_told_with_what_to_do(call: Call, tmp_path: Path) -> None:
    said = call("cases", "--json", database=tmp_path / "none.db")
    assert (said.code, said.json["error"]) == (1, "file_missing")
    assert "建立街道" in said.err
    away = call("cases", "--json", database=tmp_path / "no" / "folder.db")
    assert away.json["error"] == "folder_missing"


def test_a_read_only_file_is_read_and_not_written(
    call: Call, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.registered()
    story.database.close()
    monkeypatch.setattr("db.embedded.file.is_writable", lambda path: False)
    assert call("cases", "--json").json["total"] == 1
    out = tmp_path / "list.csv"
    assert call("cases", "--out", str(out), "--json").json["masked"]
    refused = call("upgrade", "--json")
    assert (refused.code, refused.json["error"]) == (1, "read_only")


def test_the_doctor_speaks_plainly(call: Call, story: Story, street_file: Path) -> None:
    said = call("doctor", "--json")
    found = {one["what"]: one for one in said.json["findings"]}
    assert said.code == 0 and found["数据库"]["state"] == "ok", said.out
    assert {"Python", "PySide6", "SQLite", "打印字体", "凭据库", "工作日历"} <= found.keys()
    street_file.write_bytes(b"SQLite format 3\x00 but nothing behind it" * 200)
    sick = call("doctor")
    assert sick.code == 1 and "✗ 数据库" in sick.out


def test_wrong_words_are_told_in_chinese(call: Call) -> None:
    for words, told in (
        (("nope",), "没有“nope”这个命令"),
        (("cases", "--serch", "x"), "没有选项 --serch。相近的有：--search"),
        (("import",), "缺少 文件"),
        (("indicators", "--from", "2026-01-01"), "缺少 --to"),
        (("shots", "x", "--size", "big"), "--size"),
        (("shots", "x", "--theme", "pink"), "--theme"),
        (("cases", "--limit", "0"), "命令写得不对"),
    ):
        said = call(*words, "--json", database=None)
        assert said.code == 2 and told in said.err, said.err
        assert said.json["error"] == "wrong_words"


def test_a_given_password_needs_no_change_and_a_weak_one_is_refused(
    call: Call, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("Lantern-2026-x\n", encoding="utf-8")
    street = tmp_path / "new.db"
    call_init = ("init", "--street", "永中街道", "--grids", "60", "--json")
    made = call(*call_init, "--password-file", str(secret), database=street)
    assert made.json["password"] is None and made.json["units"] == 101
    secret.write_text("weak", encoding="utf-8")
    weak = call(*call_init, "--password-file", str(secret), database=tmp_path / "other.db")
    assert (weak.code, weak.json["error"]) == (1, "password_weak")
    assert not (tmp_path / "other.db").exists()


def test_a_street_of_its_own_divisions(call: Call, tmp_path: Path) -> None:
    villages = tmp_path / "villages.csv"
    villages.write_text(
        "street_code,street,community_code,community\n330300999,新村街道,330300999001,一村村委会\n",
        encoding="utf-8",
    )
    street = tmp_path / "new.db"
    made = call(
        "init", "--street", "新村街道", "--divisions", str(villages), "--practice", "--json",
        database=street,
    )  # fmt: skip
    assert made.json["communities"] == 1 and made.json["practice"]
    gone = call("init", "--street", "x", "--divisions", "none.csv", "--json", database=street)
    assert gone.json["error"] == "file_missing"


def test_an_unforeseen_error_is_logged_and_not_shown(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "log")

    def boom(*_arguments: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("db.verify.verify", boom)
    said = call("verify", "--json")
    assert (said.code, said.json["error"]) == (1, "our_mistake")
    assert "secret detail" not in said.err
    assert "secret detail" in (tmp_path / "log" / "command-line.log").read_text("utf-8")


def test_paths_lie_in_the_folders_of_this_person(tmp_path: Path) -> None:
    assert paths.database_of(None).endswith("street.db")
    assert Path(paths.database_of(None)).parent.is_dir()
    at = datetime(2026, 11, 22, 18, 41)
    assert paths.dated_name("事件/台账", at, ".xlsx") == "事件_台账_20261122_1841.xlsx"
    assert paths.file_title("???") == "command-room"
    assert paths.config_folder() != paths.cache_folder()


def test_nothing_but_json_is_printed_with_json(call: Call, story: Story) -> None:
    for words in (("cases",), ("verify",), ("doctor",), ("upgrade",)):
        said = call(*words, "--json")
        assert isinstance(json.loads(said.out), dict)
