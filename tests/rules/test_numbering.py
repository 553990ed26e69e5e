"""The shapes of the numbers (domain.md §1.5, §3.4)."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.numbering import (
    AgreedItemCode,
    CaseNumber,
    DocumentNumber,
    IsoWeek,
    MinutesNumber,
    agreed_item_code,
    case_number,
    case_number_prefix,
    minutes_issue_number,
    parse_agreed_item_code,
    parse_case_number,
    parse_document_number,
    parse_minutes_issue_number,
)
from db.rules.terms import Source

OFFICIAL = re.compile(r"^龙[\u4e00-\u9fa5]{1,8}〔20\d{2}〕[1-9]\d{0,3}号$")


def test_a_case_number_tells_street_source_and_day():
    prefix = case_number_prefix("YZ", Source.GRID_REPORT, date(2026, 11, 22))
    assert case_number(prefix, 1) == "YZW202611220001"
    assert case_number(prefix, 9999) == "YZW202611229999"
    assert case_number(prefix, 10_000) == "YZW2026112210000"
    assert case_number_prefix("YZ", Source.HOTLINE_12345, date(2026, 11, 22)) == "YZH20261122"


@pytest.mark.parametrize("letters", ["", "Y", "yz", "YZZZZ", "永中", "Y1"])
def test_a_street_has_capital_letters(letters):
    with pytest.raises(ValueError, match="letters"):
        case_number_prefix(letters, Source.MANUAL, date(2026, 11, 22))


def test_a_serial_starts_at_one():
    with pytest.raises(ValueError, match="starts at 1"):
        case_number("YZW20261122", 0)


@given(
    letters=st.sampled_from(["YZ", "GQ", "XTW"]),
    source=st.sampled_from(Source),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    serial=st.integers(1, 123_456),
)
def test_a_case_number_is_read_back(letters, source, day, serial):
    prefix = case_number_prefix(letters, source, day)
    found = parse_case_number(f" {case_number(prefix, serial).lower()} ")
    assert found == CaseNumber(letters, prefix[len(letters)], day, serial)


@pytest.mark.parametrize(
    "text", ["", "YZW20261122001", "YZX202611220001", "YZW202613220001", "YZW２０２６11220001"]
)
def test_what_is_no_case_number_is_not_read(text):
    assert parse_case_number(text) is None


def test_a_document_number_has_the_official_shape():
    number = DocumentNumber("龙永督", 2026, 3)
    assert str(number) == "龙永督〔2026〕3号"
    assert OFFICIAL.fullmatch(str(number))
    assert parse_document_number("龙永督〔2026〕3号 ") == number
    assert str(DocumentNumber("催", 2027, 1)) == "催〔2027〕1号"


@pytest.mark.parametrize(
    "text",
    [
        "龙永督[2026]3号",
        "龙永督［2026］3号",
        "龙永督(2026)3号",
        "龙永督〔2026〕03号",
        "龙永督〔2026〕第3号",
        "龙永督〔2026〕三号",
        "龙永督〔2026〕10000号",
        "龙永督〔1999〕3号",
        "〔2026〕3号",
    ],
)
def test_other_brackets_zeros_and_words_are_no_document_number(text):
    assert parse_document_number(text) is None
    assert not OFFICIAL.fullmatch(text)


@pytest.mark.parametrize(
    "parts", [("龙永督", 2026, 0), ("龙永督", 2026, 10_000), ("", 2026, 1), ("LW", 2026, 1)]
)
def test_a_document_number_of_another_shape_cannot_be_made(parts):
    with pytest.raises(ValueError, match="official"):
        DocumentNumber(*parts)


def test_an_agreed_item_has_year_week_and_serial():
    assert agreed_item_code(2026, 47, 3) == "议〔2026〕第47周-3"
    assert parse_agreed_item_code("议〔2026〕第47周-3") == AgreedItemCode(2026, 47, 3)
    assert parse_agreed_item_code("议〔2026〕第047周-3") is None


def test_minutes_have_an_issue_number():
    assert minutes_issue_number(2026, 12) == "〔2026〕第12期"
    assert parse_minutes_issue_number("〔2026〕第12期") == MinutesNumber(2026, 12)
    assert parse_minutes_issue_number("2026年第12期") is None


def test_a_week_runs_from_monday_to_sunday():
    week = IsoWeek.parse("2026-W47")
    assert week == IsoWeek.of(date(2026, 11, 22)) == IsoWeek.of(date(2026, 11, 16))
    assert (week.monday, week.sunday) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (week.start, week.end) == (datetime(2026, 11, 16), datetime(2026, 11, 23))
    assert str(week) == "2026-W47"
    assert (str(week.previous), str(week.next)) == ("2026-W46", "2026-W48")
    assert week.previous < week < week.next


def test_the_year_of_a_week_may_not_be_that_of_the_day():
    assert str(IsoWeek.of(date(2027, 1, 3))) == "2026-W53"
    assert str(IsoWeek.of(date(2027, 1, 3)).next) == "2027-W01"
    assert str(IsoWeek.of(date(2024, 12, 30))) == "2025-W01"


@pytest.mark.parametrize("text", ["2025-W53", "2026-W00", "2026-47", "week", "2026-W4"])
def test_a_week_that_is_not_there_is_not_read(text):
    assert IsoWeek.parse(text) is None


def test_a_week_that_is_not_there_cannot_be_made():
    with pytest.raises(ValueError, match="week"):
        IsoWeek(2025, 53)
