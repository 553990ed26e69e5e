"""Files that are damaged, disguised or made to choke the reader are refused at once."""

from __future__ import annotations

import io
import os
import stat
import time
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import text_check
from desktop.exchange.faults import ExchangeError
from desktop.exchange.guards import MAX_FILE_BYTES
from desktop.exchange.sheets import read_tables
from tests.exchange.conftest import REAL_EXPORT

SMALL_XLS = REAL_EXPORT.with_name("small.xls")
SHEET = "xl/worksheets/sheet1.xml"


def remade(changes: dict[str, bytes], template: bytes | None = None) -> bytes:
    """Return a small workbook with some of its parts exchanged."""
    if template is None:
        buffer = io.BytesIO()
        with xlsxwriter.Workbook(buffer) as book:
            book.add_worksheet().write_string(0, 0, "x")
        template = buffer.getvalue()
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(template)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in {*old.namelist(), *changes}:
            new.writestr(name, changes.get(name) or old.read(name))
    return made.getvalue()


def sheet_xml(rows: bytes) -> bytes:
    """Return the XML of a sheet."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return b'<worksheet xmlns="' + space + b'"><sheetData>' + rows + b"</sheetData></worksheet>"


def ods(body: bytes, doctype: bytes = b"") -> bytes:
    """Return an ods file with one table."""
    office = b"urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        b'<?xml version="1.0"?>' + doctype + b'<office:document-content xmlns:office="' + office
        + b'office:1.0" xmlns:table="' + office + b'table:1.0" xmlns:text="' + office
        + b'text:1.0"><office:body><office:spreadsheet><table:table table:name="t">' + body
        + b"</table:table></office:spreadsheet></office:body></office:document-content>"
    )  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        manifest = b'<manifest:manifest xmlns:manifest="' + office + b'manifest:1.0"/>'
        archive.writestr("META-INF/manifest.xml", manifest)
    return made.getvalue()


def cell(text: bytes, repeat: bytes = b"1") -> bytes:
    """Return a cell of an ods file."""
    return (
        b'<table:table-cell office:value-type="string" table:number-columns-repeated="' + repeat
        + b'"><text:p>' + text + b"</text:p></table:table-cell>"
    )  # fmt: skip


def lying_size() -> bytes:
    """Return an archive whose directory names less than it unpacks."""
    data = bytearray(remade({SHEET: sheet_xml(b"<row/>" * 50_000)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo(SHEET).file_size.to_bytes(4, "little")
    return bytes(data.replace(size, (100).to_bytes(4, "little")))


BOMBS = {
    "ratio": (remade({SHEET: sheet_xml(b"<row><c/></row>" * 400_000)}), "unsafe_archive"),
    "many rows": (
        remade({SHEET: sheet_xml(b"".join(b'<row r="%d"/>' % n for n in range(1, 100_200)))}),
        "too_many_rows",
    ),
    "far corner": (
        remade({SHEET: sheet_xml(b'<row r="1"><c r="A1"/></row><row><c r="XFD1048576"/></row>')}),
        "too_many_rows",
    ),
    "far column": (
        remade({SHEET: sheet_xml(b"<row r='1'><c  r = 'XFD1' ><v>1</v></c></row>")}),
        "too_many_columns",
    ),
    "far row": (remade({SHEET: sheet_xml(b'<x:row r="900000"/>')}), "too_many_rows"),
    "endless row": (remade({SHEET: sheet_xml(b"<row>" + b"<c/>" * 5_000)}), "too_many_columns"),
    "many entries": (remade({f"a/{n}": b"x" for n in range(2_100)}), "unsafe_archive"),
    "entities": (remade({SHEET: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + sheet_xml(b"")}),
                 "unsafe_archive"),
    "entities in strings": (remade({"xl/sharedStrings.xml": b"<!DOCTYPE a><sst/>"}),
                            "unsafe_archive"),
    "lying size": (lying_size(), "damaged"),
    "ods rows": (
        ods(b'<table:table-row table:number-rows-repeated="9000000">' + cell(b"x")
            + b"</table:table-row>"),
        "too_many_rows",
    ),
    "ods columns": (
        ods(b"<table:table-row>" + cell(b"x", b"16000") + b"</table:table-row>"),
        "too_many_columns",
    ),
    "ods entities": (ods(b"", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"), "unsafe_archive"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_two_seconds(name, tmp_path):
    data, code = BOMBS[name]
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(data)
    start = time.perf_counter()
    with pytest.raises(ExchangeError) as caught:
        read_tables(path)
    assert caught.value.code == code
    assert time.perf_counter() - start < 2


REAL = REAL_EXPORT.read_bytes()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n ", "file_empty"),
        (REAL[: len(REAL) // 2], "damaged"),
        (REAL[:5_000] + b"\0" * 3_000 + REAL[8_000:], "damaged"),
        (remade({SHEET: b"<worksheet><sheetData><row>"}), "damaged"),
        (b"PK\x03\x04 nothing more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", "web_page"),
        (b"%PDF-1.7 ...", "unknown_format"),
        (b"\xff\xfe\x00", "bad_encoding"),
        (b"\x81\x20\xff\xff\xff", "bad_encoding"),
        (b'a,b\n1,"never closed\n2,3\n', "bad_quotes"),
        (b"\n" * 100_101 + b"x", "too_many_rows"),
        (b"x," * 800, "too_many_columns"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_a_code(data, code, tmp_path):
    path = tmp_path / "file.xlsx"
    path.write_bytes(data)
    with pytest.raises(ExchangeError) as caught:
        read_tables(path)
    assert caught.value.code == code


def test_an_archive_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.xlsx", "x")
    with pytest.raises(ExchangeError) as caught:
        read_tables(path)
    assert caught.value.code == "unknown_format"
    assert os.listdir(tmp_path) == ["other.zip"]


def test_a_file_of_a_gigabyte_is_refused_without_being_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.write(b"a,b\n")
        stream.truncate(2**30)
    start = time.perf_counter()
    with pytest.raises(ExchangeError) as caught:
        read_tables(path)
    assert caught.value.code == "file_too_large"
    assert caught.value.facts["limit"] == MAX_FILE_BYTES
    assert time.perf_counter() - start < 1


def test_missing_files_and_folders_are_told_apart(tmp_path):
    for path, code in ((tmp_path / "none.csv", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(ExchangeError) as caught:
            read_tables(path)
        assert caught.value.code == code


def test_an_ods_file_is_read_with_its_line_numbers(tmp_path):
    path = tmp_path / "t.ods"
    empty = (
        b'<table:table-row table:number-rows-repeated="%d"><table:table-cell/></table:table-row>'
    )
    row = b"<table:table-row>" + cell("甲".encode()) + cell(b"1") + b"</table:table-row>"
    path.write_bytes(ods(empty % 2 + row + empty % 1_048_000))
    rows = read_tables(path)[0].rows
    assert rows[2] == ("甲", "1") and len(rows) == 3


def test_an_old_excel_file_is_read(tmp_path):
    rows = read_tables(SMALL_XLS)[0].rows
    assert rows[0][0] == "永中街道事件台账"
    assert rows[1][:2] == ("事件编号", "上报时间")
    assert rows[2] == ("A1", datetime(2026, 5, 25, 13, 16, 34), "井盖缺失", 13800000000.0)


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"sep=;\r\na;b,c\r\n1;2\r\n", (("a", "b,c"), ("1", "2"))),
        (b'a,b\n="0138",\'=1\n', (("a", "b"), ("0138", "=1"))),
        (b'a\tb\n"1\n2"\t"3""4"\n', (("a", "b"), ("1\n2", '3"4'))),
        (
            "编号;名称,别名\n1;甲,乙\n2;丙\n".encode("gb18030"),
            (("编号", "名称,别名"), ("1", "甲,乙"), ("2", "丙")),
        ),
        (b"one\n\ntwo", (("one",), (), ("two",))),
    ],
)
def test_text_tables_of_many_makers_are_cut_right(data, rows, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    assert read_tables(path)[0].rows == rows


def test_hidden_sheets_are_left_alone(tmp_path):
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("甲").write_string(3, 1, "x")
        book.add_worksheet("乙").hide()
    tables = read_tables(path)
    assert [table.name for table in tables] == ["甲"]
    assert len(tables[0].rows) == 4, "the leading empty lines keep their numbers"


def test_a_reader_never_writes_beside_the_file(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"a;b\r\n1;2\r\n")
    path.chmod(stat.S_IRUSR)
    assert read_tables(path)[0].rows == (("a", "b"), ("1", "2"))
    assert os.listdir(tmp_path) == ["t.csv"]


@pytest.mark.parametrize(
    "text", ["a\0b", "\ud800", "\udfffx", "\ufffe", "\U0001fffe", "\ufdef", "e" + "\u0301" * 9]
)
def test_text_that_cannot_be_kept_is_refused(text):
    for clean in (text_check.check, text_check.name, text_check.prose):
        with pytest.raises(text_check.TextFault):
            clean(text)


@pytest.mark.parametrize(
    ("text", "name", "prose"),
    [
        ("\ufeff张三", "张三", "张三"),
        ("张\u202e三\u200b\u2066", "张三", "张\u202e三\u200b\u2066"),
        ("a\U000e0041b", "ab", "a\U000e0041b"),
        ("\u200d张\u200d三", "张三", "\u200d张\u200d三"),
        ("👩\u200d🚒", "👩\u200d🚒", "👩\u200d🚒"),
        ("𠀀𪚥𬺰", "𠀀𪚥𬺰", "𠀀𪚥𬺰"),
        ("（１２）Ａｂ", "(12)Ab", "（12）Ab"),
        ("一\r\n二\x0b三\x07", "一 二 三", "一\n二\n三"),
        ("e" + "\u0301" * 8, "e" + "\u0301" * 8, "e" + "\u0301" * 8),
    ],
)
def test_names_lose_unseen_marks_and_bodies_keep_them(text, name, prose):
    assert text_check.name(text) == name
    assert text_check.prose(text) == prose


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_cleaning_twice_changes_nothing_more(text):
    try:
        once = text_check.name(text), text_check.prose(text)
    except text_check.TextFault:
        return
    assert (text_check.name(once[0]), text_check.prose(once[1])) == once
