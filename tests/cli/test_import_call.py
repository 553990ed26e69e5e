"""``init`` and ``import`` on the street's real export, as an administrator would call them."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.exchange.sheets import read_tables
from tests.cli.conftest import REAL_EXPORT, Call

EXPECTED = json.loads(REAL_EXPORT.with_suffix(".expected.json").read_text("utf-8"))
PERIOD = ("indicators", "--from", "2026-01-01", "--to", "2026-06-30", "--json")


def test_an_empty_street_takes_the_real_export_exactly(call: Call, tmp_path: Path) -> None:
    street = tmp_path / "new.db"
    made = call("init", "--street", "永中街道", "--json", database=street)
    assert made.code == 0
    assert (made.json["items"], made.json["communities"]) == (61, 22)
    first = call("import", str(REAL_EXPORT), "--street", "永中街道", "--json", database=street)
    assert first.code == 0
    assert {name: first.json[name] for name in EXPECTED} == EXPECTED
    assert first.json["rows"] == 3024
    report = read_tables(Path(first.json["report"]))[0]
    assert len(report.rows) == 1 + 73 and report.rows[0][-1] == "原因"
    again = call("import", str(REAL_EXPORT), "--json", database=street)
    assert again.json["imported"] == 0 and again.json["close_rate"] is None
    assert again.json["refused"] == {**EXPECTED["refused"], "duplicate": 24 + 2951}
    told = call(*PERIOD, database=street).json["total"]
    assert (told["registered"], told["closed"], told["transferred"]) == (2951, 2938, 435)
    assert (told["close_rate"], told["transfer_rate"]) == ("99.56", "14.74")
    assert told["transferred_closed"] == 432
    by = call(*PERIOD, "--by", "month", database=street).json["groups"]
    assert [one["key"] for one in by] == [f"2026-0{month}" for month in range(1, 7)]
    assert sum(one["registered"] for one in by) == 2951
    assert call("verify", "--json", database=street).json["ok"]


def test_text_of_gb_18030_gives_the_same_counts(call: Call, tmp_path: Path) -> None:
    rows = read_tables(REAL_EXPORT)[0].rows
    path = tmp_path / "台账.csv"
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(["" if cell is None else cell for cell in row] for row in rows)
    said = call("import", str(path), "--json")
    assert {name: said.json[name] for name in EXPECTED} == EXPECTED


def test_a_dry_run_leaves_nothing(call: Call) -> None:
    said = call("import", str(REAL_EXPORT), "--dry-run", "--json")
    assert said.json["imported"] == 2951 and said.json["report"] is None
    assert call("cases", "--json").json["total"] == 0
    words = call("import", str(REAL_EXPORT), "--dry-run").out
    assert "试算，没有写入" in words and "不在清单 29" in words


def test_a_file_that_is_no_list_is_refused_with_a_sentence(call: Call, tmp_path: Path) -> None:
    picture = tmp_path / "picture.xlsx"
    picture.write_bytes(b"\x89PNG\r\n")
    said = call("import", str(picture), "--json")
    assert said.code == 1 and said.json["ok"] is False
    assert said.json["error"] == "unknown_format" and said.json["message"] in said.err
    missing = call("import", str(tmp_path / "none.xlsx"), "--json")
    assert missing.code == 1 and missing.json["error"] == "file_missing"


def test_the_list_of_another_street_is_refused(call: Call) -> None:
    said = call("import", str(REAL_EXPORT), "--street", "蒲州街道", "--json")
    assert (said.code, said.json["error"]) == (1, "street_unknown")
    assert "永中街道" in said.json["message"]


def test_who_may_not_import_is_told_so(call: Call) -> None:
    said = call("import", str(REAL_EXPORT), "--as", "leader", "--json")
    assert (said.code, said.json["error"]) == (1, "permission_missing")


def test_the_program_itself_answers_with_its_exit_codes(tmp_path: Path) -> None:
    def program(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
            cwd=Path(__file__).parents[2],
        )

    street = str(tmp_path / "p.db")
    assert program("init", "--street", "永中街道", "--database", street).returncode == 0
    twice = program("init", "--street", "永中街道", "--database", street, "--json")
    assert twice.returncode == 1 and json.loads(twice.stdout)["error"] == "street_exists"
    wrong = program("imprt", "x")
    assert wrong.returncode == 2 and "命令写得不对" in wrong.stderr


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    heavy = ("sqlalchemy", "PySide6", "reportlab", "xlsxwriter", "keyring", "pypinyin", "argon2")
    code = (
        f"import sys, desktop.cli.main;print([name for name in {heavy!r} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout.strip() == "[]", said.stdout + said.stderr
