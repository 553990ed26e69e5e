"""The street's real export gives exactly the expected figures, in every form it may come."""

from __future__ import annotations

import json
import time
from collections import Counter

import pytest

from desktop.exchange.faults import ExchangeCancelled
from desktop.exchange.reading import ReadResult, read_cases
from desktop.exchange.report import refusal_sentence, write_report
from desktop.exchange.sheets import read_tables
from tests.exchange.conftest import REAL_EXPORT, csv_bytes

EXPECTED = json.loads(REAL_EXPORT.with_suffix(".expected.json").read_text("utf-8"))


def figures(result: ReadResult) -> dict[str, object]:
    """Return the figures of a reading under the names of the expected file."""
    registered, closed = len(result.rows), sum(row.closed for row in result.rows)
    transferred = [row for row in result.rows if row.transferred]
    return {
        "street": "永中街道",
        "data_rows": result.data_rows,
        "imported": registered,
        "refused": result.refused_by_code,
        "registered": registered,
        "closed": closed,
        "close_rate": round(100 * closed / registered, 2),
        "transferred": len(transferred),
        "transfer_rate": round(100 * len(transferred) / registered, 2),
        "transferred_closed": sum(row.closed for row in transferred),
    }


@pytest.fixture(scope="module")
def result(items):
    """Return the real export, read once."""
    return read_cases(REAL_EXPORT, items)


def test_the_real_export_gives_the_expected_figures(result):
    assert figures(result) == EXPECTED


def test_lines_that_are_no_data_are_told_apart(result):
    assert result.skipped == {"blank": 7, "totals": 1}
    assert result.unknown_columns == ()
    assert result.other_sheets == ()


def test_each_refused_line_names_its_line_and_the_cell(result, real_rows):
    for refused in result.refused:
        assert refused.raw == real_rows[refused.line - 1]
        assert refused.value in {"", *(str(cell).strip() for cell in refused.raw)}
        assert refusal_sentence(refused).endswith("。")
    by_line = {refused.line: refused for refused in result.refused}
    assert by_line[347].code == "duplicate" and by_line[347].same_as == 346
    assert by_line[2518].code == "bad_time" and by_line[2518].value == "2026-02-30 10:00"


def test_an_item_off_the_list_comes_with_its_nearest(result):
    off = [refused for refused in result.refused if refused.code == "not_on_list"]
    assert Counter(refused.value for refused in off) == {
        "代收快递": 12,
        "市民公园相亲角管理": 10,
        "发放促销传单": 7,
    }
    assert all(len(refused.nearest) == 3 for refused in off)


def test_phones_stored_as_numbers_or_full_width_become_digits(result):
    assert {len(row.reporter_phone) for row in result.rows} == {11}
    assert all(row.reporter_phone.isascii() for row in result.rows)


@pytest.mark.parametrize(
    ("encoding", "delimiter", "bom"),
    [
        ("gb18030", ",", b""),
        ("utf-8", ",", b""),
        ("utf-8", ";", b"\xef\xbb\xbf"),
        ("gb18030", "\t", b""),
        ("utf-16-le", "\t", b"\xff\xfe"),
    ],
)
def test_the_same_lines_as_text_give_the_same_cases(
    encoding, delimiter, bom, items, real_rows, result, tmp_path
):
    path = tmp_path / "事件台账.csv"
    path.write_bytes(csv_bytes(real_rows, encoding, delimiter, bom))
    again = read_cases(path, items)
    assert figures(again) == EXPECTED
    assert [told(row) for row in again.rows] == [told(row) for row in result.rows]


def told(row):
    """Return what a row says, without where it stood."""
    return [
        getattr(row, name)
        for name in type(row).__dataclass_fields__
        if name not in ("sheet", "raw")
    ]


def test_reading_is_fast_enough_for_a_clerk_who_waits(items):
    best = min(timed(lambda: read_cases(REAL_EXPORT, items)) for _ in range(3))
    assert 3024 / best > 1_000, "the floor of the import as a whole"


def timed(work) -> float:
    """Return the seconds that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_progress_rises_to_the_total(items):
    told_steps: list[tuple[int, int]] = []
    read_cases(REAL_EXPORT, items, progress=lambda done, total: told_steps.append((done, total)))
    assert [done for done, _ in told_steps] == sorted(done for done, _ in told_steps)
    assert told_steps[-1] == (3032, 3032)
    assert len(told_steps) > 10


@pytest.mark.parametrize("asked_before", [0, 3, 12])
def test_a_wish_to_stop_ends_the_reading(asked_before, items):
    asked = iter(range(1_000))
    with pytest.raises(ExchangeCancelled):
        read_cases(REAL_EXPORT, items, cancelled=lambda: next(asked) >= asked_before)


def test_the_report_holds_the_refused_lines_and_can_be_imported_again(result, items, tmp_path):
    path = tmp_path / "未导入.xlsx"
    assert write_report(path, result).rows == 73
    header, *lines = read_tables(path)[0].rows
    assert header[-2:] == ("行号", "原因")
    assert header[:-2] == result.headers["事件台账"].titles
    assert [int(line[-2]) for line in lines] == [refused.line for refused in result.refused]
    assert all(line[-1] for line in lines)
    again = read_cases(path, items)
    # The first of each double is not in the report, so its repeats are accepted here.
    assert again.refused_by_code == {"not_on_list": 29, "bad_time": 9, "no_content": 11}
    assert len(again.rows) == 24


def test_the_report_takes_another_wording(result, tmp_path):
    path = tmp_path / "report.xlsx"
    write_report(path, result, result.refused[:2], sentence=lambda refused: f"!{refused.code}")
    assert [row[-1] for row in read_tables(path)[0].rows[1:]] == [
        f"!{refused.code}" for refused in result.refused[:2]
    ]
