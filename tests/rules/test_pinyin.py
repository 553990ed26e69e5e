"""Pinyin keys of places, items and people."""

import csv
from pathlib import Path

import pytest

from db.rules.pinyin import full, initials, matches_keys


@pytest.mark.parametrize(
    ("name", "first_letters", "whole"),
    [
        ("人民路88号", "rml88h", "renminlu88hao"),
        ("永中街道", "yzjd", "yongzhongjiedao"),
        ("重庆路", "cql", "chongqinglu"),
        ("银行", "yh", "yinhang"),
        ("绿化", "lh", "lvhua"),
        ("A座（东）", "azd", "azuodong"),
        ("", "", ""),
        ("😀—", "", ""),
    ],
)
def test_a_name_has_initials_and_pinyin(name, first_letters, whole):
    assert initials(name) == first_letters
    assert full(name) == whole


def test_local_readings_go_before_the_dictionary():
    local = {"瞿溪": "qu xi", "溪": "QI", " ": "nothing"}
    assert full("瞿溪街道", local) == "quxijiedao"
    assert initials("老瞿溪村", local) == "lqxc"
    assert full("小溪", local) == "xiaoqi"


def test_every_item_of_the_list_has_the_initials_that_the_list_says():
    seed = Path(__file__).parents[2] / "resources" / "seed" / "items61.csv"
    with seed.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 61
    assert {row["item"]: initials(row["item"]) for row in rows} == {
        row["item"]: row["pinyin"] for row in rows
    }


@pytest.mark.parametrize(
    "query", ["", "人民", "rml", "RML88", "renmin", "ren min lu", "民路88", "８８"]
)
def test_a_name_is_found_by_characters_initials_and_pinyin(query):
    assert matches_keys(query, "人民路88号", "rml88h", "renminlu88hao")


@pytest.mark.parametrize("query", ["路民", "rmlx", "zhongshan", "人 路", "-"])
def test_another_name_is_not_found(query):
    assert not matches_keys(query, "人民路88号", "rml88h", "renminlu88hao")


def test_u_with_dots_is_typed_as_v_or_as_itself():
    assert matches_keys("lühua", "绿化", "lh", "lvhua")
