"""Lists written as xlsx and csv: whole, safe, and nothing left of a stopped one."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.exchange import formulas
from desktop.exchange.faults import ExchangeCancelled, ExchangeError
from desktop.exchange.sheets import read_tables
from desktop.exchange.tables import CUT_MARK, Column, Kind, write_csv, write_xlsx

WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1",
    "＝1", "＋1", "－1", "＠SUM(1)", "\ufeff=1", "\u200b=1", "'=1", "''=1", "' =1", "\x00=1",
    '=HYPERLINK("http://x","y")', "=WEBSERVICE('http://x')", '"=1', ';=1', ',=1', '",=1,"',
    "%0A=1", "|calc", "=IMPORTXML(A1)", "=-1", "-", "=", "+8613800000000", "http://x", "{=1}",
    "=1\n=2", "\u3000=1", "\xa0=1", "\x0b=1", "\u2028=1", "=DDE(1)",
]  # fmt: skip


def pages(path) -> list[str]:
    """Return the XML of each sheet of a workbook."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if "worksheets/sheet" in name)
        return [archive.read(name).decode() for name in names]


def test_no_payload_becomes_a_formula_in_a_workbook(tmp_path):
    path = tmp_path / "list.xlsx"
    write_xlsx(path, [Column("=标题"), Column("数", kind=Kind.NUMBER)], [(p, p) for p in PAYLOADS])
    page = pages(path)[0]
    assert not re.search(r"<f[ >/]|<hyperlink", page)
    assert page.count('t="inlineStr"') + page.count('t="s"') == 2 * len(PAYLOADS) + 2
    rows = read_tables(path)[0].rows[1:]
    assert [row[0] for row in rows] == PAYLOADS


def test_payloads_are_quoted_in_csv_and_come_back_exactly(tmp_path):
    path = tmp_path / "list.csv"
    write_csv(path, [Column("标题")], [(payload,) for payload in PAYLOADS])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") >= len(PAYLOADS)
    told = [row[0] for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))][1:]
    assert not [cell for cell in told if re.match(r"\s*[=+\-@＝＋－＠\t\r\n]", cell)]
    assert [row[0] for row in read_tables(path)[0].rows[1:]] == PAYLOADS


def test_numbers_and_times_stay_what_they_are(tmp_path):
    moment, day = datetime(2026, 5, 25, 13, 16, 34), date(2026, 5, 25)
    columns = [Column("件数", kind=Kind.NUMBER), Column("时间", 20, Kind.MOMENT),
               Column("日", kind=Kind.DAY), Column("电话"), Column("是")]  # fmt: skip
    row = (-12.5, moment, day, "013800000000", True)
    for kind, write in WRITERS.items():
        path = tmp_path / f"list.{kind}"
        write(path, columns, [row, (None, None, None, None, None), (1, "—", "—", 7, False)])
        read = read_tables(path)[0].rows
        if kind == "xlsx":
            assert read[1] == (-12.5, moment, day, "013800000000", "是")
            assert read[3] == (1.0, "—", "—", "7", "否")
        else:
            assert read[1] == ("-12.5", "2026-05-25 13:16:34", "2026-05-25", "013800000000", "是")


def test_values_that_excel_cannot_hold_become_text(tmp_path):
    path = tmp_path / "list.xlsx"
    odd = [2**60, float("nan"), float("inf"), 10**400 // 7]
    columns = [Column("数", kind=Kind.NUMBER), Column("时", kind=Kind.MOMENT)]
    write_xlsx(path, columns, [(value, datetime(1850, 1, 1)) for value in odd])
    rows = read_tables(path)[0].rows[1:]
    assert [row[0] for row in rows] == [str(2**60), "nan", "inf", str(10**400 // 7)]
    assert {row[1] for row in rows} == {"1850-01-01 00:00:00"}


def test_a_workbook_is_ready_to_filter_and_to_print(tmp_path):
    path = tmp_path / "list.xlsx"
    write_xlsx(path, [Column("甲", 20), Column("乙")], [("1", "2")] * 3, title="事件/台账[1]")
    page = pages(path)[0]
    for part in ('state="frozen"', 'autoFilter ref="A1:B4"', 'paperSize="9"',
                 'orientation="landscape"', 'fitToHeight="0"', 'width="20.7'):  # fmt: skip
        assert part in page
    with zipfile.ZipFile(path) as archive:
        assert "$1:$1" in archive.read("xl/workbook.xml").decode()
    assert read_tables(path)[0].name == "事件 台账 1"


def test_a_list_longer_than_a_sheet_goes_on_in_the_next(tmp_path):
    path = tmp_path / "list.xlsx"
    written = write_xlsx(
        path, [Column("甲")], ((f"行{n}",) for n in range(1, 26)), title="表", sheet_rows=10
    )
    assert written.rows == 25
    tables = read_tables(path)
    assert [table.name for table in tables] == ["表", "表(2)", "表(3)"]
    assert [row[0] for table in tables for row in table.rows[1:]] == [
        f"行{n}" for n in range(1, 26)
    ]
    assert {table.rows[0] for table in tables} == {("甲",)}
    assert 'autoFilter ref="A1:A6"' in pages(path)[2]


def test_an_empty_list_is_a_header(tmp_path):
    for kind, write in WRITERS.items():
        path = tmp_path / f"list.{kind}"
        assert write(path, [Column("甲"), Column("乙")], []).rows == 0
        assert read_tables(path)[0].rows == (("甲", "乙"),)


@pytest.mark.parametrize("sign", ["长", "𠀀"])
def test_a_cell_too_long_for_excel_is_cut_with_a_mark_and_told(sign, tmp_path):
    path = tmp_path / "list.xlsx"
    long, fits = sign * 40_000, "x" * 32_767
    written = write_xlsx(path, [Column("内容")], [(fits,), (long,)])
    assert written.cut == ((2, "内容"),)
    rows = read_tables(path)[0].rows
    assert rows[1][0] == fits
    assert rows[2][0].endswith(CUT_MARK) and rows[2][0][:16_000] == long[:16_000]
    assert len(rows[2][0].encode("utf-16-le")) // 2 <= 32_767


@pytest.mark.parametrize("kind", WRITERS)
def test_a_stopped_export_leaves_no_file_and_keeps_the_old_one(kind, tmp_path):
    path, asked = tmp_path / f"list.{kind}", iter(range(100))
    rows = ((str(n),) for n in range(10_000))
    with pytest.raises(ExchangeCancelled):
        WRITERS[kind](path, [Column("甲")], rows, cancelled=lambda: next(asked) > 3)
    assert os.listdir(tmp_path) == []
    path.write_bytes(b"old")
    with pytest.raises(ExchangeCancelled):
        WRITERS[kind](path, [Column("甲")], [("1",)], cancelled=lambda: True)
    assert path.read_bytes() == b"old" and len(os.listdir(tmp_path)) == 1


@pytest.mark.parametrize("kind", WRITERS)
def test_a_fault_in_the_rows_leaves_no_file(kind, tmp_path):
    def broken():
        yield ("1",)
        raise LookupError("gone")

    with pytest.raises(LookupError):
        WRITERS[kind](tmp_path / "list", [Column("甲")], broken())
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("kind", WRITERS)
def test_a_place_that_cannot_be_written_is_told(kind, tmp_path):
    with pytest.raises(ExchangeError) as caught:
        WRITERS[kind](tmp_path / "none" / "list", [Column("甲")], [("1",)])
    assert caught.value.code == "cannot_write"


if os.name == "posix":
    import resource
    import signal

    @pytest.mark.parametrize("kind", WRITERS)
    def test_a_full_disk_is_told_and_leaves_no_file(kind, tmp_path):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
        rows = ((os.urandom(40).hex(),) for _ in range(9_000))
        try:
            with pytest.raises(ExchangeError) as caught:
                WRITERS[kind](tmp_path / "list", [Column("甲")], rows)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, before)
        assert caught.value.code == "cannot_write"
        assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("kind", WRITERS)
def test_an_export_is_readable_by_its_owner_alone(kind, tmp_path):
    path = tmp_path / "list"
    WRITERS[kind](path, [Column("甲")], [("1",)])
    expected = 0o600 if os.name == "posix" else 0o666
    assert stat.S_IMODE(path.stat().st_mode) == expected


@pytest.mark.parametrize("kind", WRITERS)
def test_progress_is_told_while_rows_stream(kind, tmp_path):
    steps: list[tuple[int, int]] = []
    WRITERS[kind](
        tmp_path / "list", [Column("甲")], ((str(n),) for n in range(1_200)),
        total=1_200, progress=lambda done, total: steps.append((done, total)),
    )  # fmt: skip
    assert steps == [(500, 1_200), (1_000, 1_200), (1_200, 1_200)]


NASTY = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
        st.sampled_from("=+-@'\"\t\r\n,;\x00＝\ufeff_x中（）\u200b\x0b"),
    )
)
GRID = st.lists(st.tuples(NASTY, NASTY, NASTY), max_size=8)


@settings(max_examples=80, deadline=None)
@given(GRID)
def test_any_text_comes_back_from_csv_as_it_was(tmp_path_factory, grid):
    path = tmp_path_factory.mktemp("csv") / "list.csv"
    write_csv(path, [Column("甲"), Column("乙"), Column("丙")], grid)
    assert list(read_tables(path)[0].rows[1:]) == grid


@settings(max_examples=40, deadline=None)
@given(GRID)
def test_any_text_comes_back_from_a_workbook_as_it_was(tmp_path_factory, grid):
    path = tmp_path_factory.mktemp("xlsx") / "list.xlsx"
    write_xlsx(path, [Column("甲"), Column("乙"), Column("丙")], grid)
    rows = [tuple(row) for row in read_tables(path)[0].rows[1:]]
    filled = [tuple(row) for row in grid]
    while filled and not any(filled[-1]):
        filled.pop()
    assert [row for row in rows[: len(filled)]] == filled
    assert not any(any(row) for row in rows[len(filled) :])


@given(st.text())
def test_the_guard_is_undone_exactly_and_covers_every_start(text):
    guarded = formulas.guarded(text)
    assert formulas.unguarded(guarded) == text
    assert not re.match(r"\s*[=+\-@]", guarded)
