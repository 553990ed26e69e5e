"""What is shown of private data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.masking import mask_address, mask_id, mask_name, mask_phone, mask_text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张**"),
        (" 欧阳小明 ", "欧**"),
        ("张三(房东)", "张**"),
        ("John Smith", "J**"),
        ("张", "**"),
        ("13800001234", "**"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_name_keeps_its_first_character(name, shown):
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13812340000", "138****0000"),
        ("138 1234 0000", "138****0000"),
        ("138-1234-0000", "138****0000"),
        ("+86 13812340000", "138****0000"),
        ("0086-13812340000", "138****0000"),
        ("１３８１２３４００００", "138****0000"),
        ("13812340000/13912345678", "138****0000、139****5678"),
        ("13812340000 13912345678", "138****0000、139****5678"),
        ("0577-86551234", "****1234"),
        ("86551234", "****1234"),
        ("6551234", "****"),
        ("110", "****"),
        ("张三", "****"),
        ("", ""),
        (" / ", ""),
    ],
)
def test_a_phone_number_keeps_three_and_four_digits(phone, shown):
    assert mask_phone(phone) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("330302199001011234", "3303********1234"),
        ("33030219900101123x", "3303********123X"),
        ("3303 0219 9001 0112 34", "3303********1234"),
        ("330302900101123", "3303********1123"),
        ("E12345678", "********"),
        ("3303", "********"),
        ("", ""),
    ],
)
def test_an_identity_number_keeps_four_and_four(number, shown):
    assert mask_id(number) == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("永中街道人民路88号3幢201室", "永中街道人民路***"),
        ("罗东大街二十八号", "罗东大街***"),
        ("5号楼", "***"),
        ("永强", "永***"),
        ("", ""),
    ],
)
def test_an_address_ends_before_its_number(address, shown):
    assert mask_address(address) == shown


def test_numbers_in_a_text_are_masked_and_case_numbers_and_dates_are_not():
    text = (
        "YZW202611220001 于2026-11-22 08:30 反映：张三，电话13812340000，座机0577-86551234，"
        "身份证330302199001011234，欠薪5000元，3号楼"
    )
    assert mask_text(text) == (
        "YZW202611220001 于2026-11-22 08:30 反映：张三，电话138****0000，座机****1234，"
        "身份证3303********1234，欠薪5000元，3号楼"
    )


digits = st.text(st.sampled_from("0123456789０１２ -+/()转x张A，"), max_size=40)


@given(digits)
def test_no_odd_number_shows_more_than_asked(phone):
    for part in mask_phone(phone).split("、"):
        shown = [sign for sign in part if sign.isdigit()]
        assert len(shown) <= 7
        assert part == "" or "****" in part
    assert sum(sign.isdigit() for sign in mask_id(phone)) <= 8


@given(st.text(max_size=30))
def test_no_odd_name_or_address_shows_more_than_asked(text):
    name = mask_name(text)
    assert name == "" or (name.endswith("**") and len(name) <= 3)
    address = mask_address(text)
    assert address == "" or address.endswith("***")
    assert not any(sign.isnumeric() for sign in address)


@given(before=st.text(max_size=10), after=st.text(max_size=10))
def test_a_mobile_number_never_comes_through_a_text(before, after):
    assert "13812345678" not in mask_text(f"{before}13812345678{after}")
