"""The demo street's file: made once, opened again, and made anew when it was left half-made."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from db.errors import OpeningError
from desktop.demo import PLAYED, main
from desktop.demo.making import demo_file, ensure_street
from desktop.documents.preview import page_count, page_texts
from desktop.errors import sentence
from tests.demo.conftest import FIRST_DAY


def nobody(_done: int, _total: int) -> None:
    """Show nobody how far it is."""


def test_a_half_made_file_is_made_again_and_a_whole_one_is_kept(tmp_path: Path) -> None:
    path, told = tmp_path / "street.db", []
    half = tmp_path / "street.db.part"
    half.write_bytes(b"half of a street")
    assert ensure_street(path, told.append, nobody, FIRST_DAY)
    assert path.stat().st_size > 1_000_000
    assert not half.exists()
    before = path.stat().st_mtime_ns
    assert not ensure_street(path, told.append, nobody, FIRST_DAY)
    assert path.stat().st_mtime_ns == before
    assert "秒" in told[-2]
    assert str(path) in told[-1]


def lose(path: Path, *statements: str) -> None:
    """Make of a file what another version left: the same revision, other tables."""
    connection = driver.connect(str(path))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_street_of_an_earlier_version_is_kept_beside_the_new_one(short_street: Path) -> None:
    told: list[str] = []
    path = demo_file(None)
    shutil.copyfile(short_street, path)
    # Nothing stops at a missing column before somebody works: the rules are those of today.
    lose(path, "ALTER TABLE meeting DROP COLUMN speech")
    before, there = path.read_bytes(), set(path.parent.glob("demo-*.db"))
    assert ensure_street(path, told.append, nobody, FIRST_DAY)
    (kept,) = set(path.parent.glob("demo-*.db")) - there
    assert kept.read_bytes() == before
    assert told[0] == (
        f"已有的演示街道由另一版程序建立，这一版不能用。它已改名保存为 {kept}，现在重新建立。"
    )
    assert not ensure_street(path, told.append, nobody, FIRST_DAY)


def test_a_record_in_the_place_of_the_street_is_never_set_aside(short_street: Path) -> None:
    path = demo_file(None)
    shutil.copyfile(short_street, path)
    lose(path, "DROP TABLE handover_item", "UPDATE app_meta SET is_practice = 0")
    before, there = path.read_bytes(), set(path.parent.glob("demo*.db"))
    with pytest.raises(OpeningError) as caught:
        ensure_street(path, lambda _: None, nobody, FIRST_DAY)
    assert path.read_bytes() == before and set(path.parent.glob("demo*.db")) == there
    assert sentence(caught.value) == (
        f"{path}由另一版程序建立，数据表与这一版不同，没有打开，文件没有动。"
        "请用建立它的那一版打开；要换到这一版，请把文件复制一份，连同详情交给管理员。"
    )
    path.unlink()


def test_a_street_of_another_version_that_was_named_is_left_alone(
    short_street: Path, tmp_path: Path
) -> None:
    path = tmp_path / "named.db"
    shutil.copyfile(short_street, path)
    lose(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    assert not ensure_street(path, lambda _: None, nobody, FIRST_DAY)
    assert path.read_bytes() == before


def test_without_an_address_the_street_lies_among_our_data() -> None:
    path = demo_file(None)
    assert path.name == "demo.db"
    assert Path(os.environ["XDG_DATA_HOME"]) in path.parents


def test_without_a_display_the_week_is_played_and_every_file_named(
    short_street: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    street, folder = tmp_path / "street.db", tmp_path / "out"
    shutil.copyfile(short_street, street)
    before = street.read_bytes()
    assert main(database=str(street), shots=folder, no_window=True, as_json=True) == 0
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    files = [Path(name) for name in answer["files"]]
    assert all(path.stat().st_size > 5_000 for path in files)
    papers = {path.stem.split(" ")[0]: path for path in files if path.suffix == ".pdf"}
    assert set(papers) >= {
        *("督办通知单", "督办回执", "会议纪要", "例会材料", "超期事件清单", "督办台账"),
        *("销号审批表", "督办情况通报"),
    }
    copies = {path.stem for path in files if path.suffix == ".docx"}
    assert {"销号审批表", "督办情况通报"} <= copies <= set(papers)
    said = "".join(page_texts(papers["督办通知单"].read_bytes()))
    assert "河边绿地倾倒装修垃圾" in said.replace("\n", "").replace("\r", "")
    assert page_count(papers["会议纪要"].read_bytes()) >= 1
    assert len([path for path in files if path.suffix == ".png"]) >= 8
    assert (folder / PLAYED).is_file()
    assert street.read_bytes() == before, "the street itself keeps its Friday afternoon"
