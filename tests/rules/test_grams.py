"""Search: the index never misses what a search for a part of the text would find."""

import re
import sys
import unicodedata

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rules.grams import (
    grams,
    like_patterns,
    matches,
    normalise,
    query_grams,
    spans,
    words,
)

TEXT = "2026年11月22日 永中街道文三路36号A座噪音扰民，反映人张三 13800001234、LED 屏 100%_亮"

# Characters that meet in real texts, with those that have stumbled a tokeniser.
signs = st.sampled_from(
    "永中街道路号楼〇々𠀀𪚥アＡａzßİ0123９ⅣﬁK％%_\\\"'-·，。 \u3000\u200b\u0301\ufe0f😀"
)
texts = st.text(signs, max_size=40)
chinese_latin_digits = st.text(st.sampled_from("永中街道路号ab01 -"), max_size=30)


def found_by_index(text: str, query: str) -> bool:
    """Ask the index alone."""
    return set(query_grams(query)) <= set(grams(text))


@settings(max_examples=400)
@given(data=st.data(), text=texts | chinese_latin_digits | st.text(max_size=30))
def test_any_part_of_a_text_is_found(data, text):
    seen = normalise(text)
    start = data.draw(st.integers(0, len(seen)))
    end = data.draw(st.integers(start, len(seen)))
    query = seen[start:end]
    assert matches(seen, query)
    assert found_by_index(text, query)
    assert found_by_index(seen, query)


@settings(max_examples=400)
@given(text=chinese_latin_digits, query=st.text(st.sampled_from("永中街道路号ab01 -"), max_size=5))
def test_the_index_holds_every_hit_of_the_check(text, query):
    if matches(normalise(text), query):
        assert found_by_index(text, query)


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_every_character_there_is_can_be_normalised():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    seen = normalise(everything)
    assert normalise(seen) == seen
    assert not re.search("[\x00-\x1f\ud800-\udfff\u200b-\u200f\ufeff]", seen)


@pytest.mark.parametrize(
    "query",
    [
        "噪音",
        "座",
        "张",
        "张三",
        "三路36号",
        "36号a",
        "6号",
        "文三路 噪音",
        "138",
        "0000",
        "01234",
        "led",
        "ＬＥＤ",
        "Led 屏",
        "100%",
        "%_亮",
        "１３８００００１２３４",
        "2026年11月",
    ],
)
def test_a_fragment_is_found_and_narrowed_by_the_index(query):
    assert matches(normalise(TEXT), query)
    assert query_grams(query)
    assert found_by_index(TEXT, query)


@pytest.mark.parametrize("query", ["音噪", "三号", "135", "文三路 油烟", "36a", "100_"])
def test_what_is_not_there_is_not_matched(query):
    assert not matches(normalise(TEXT), query)


@pytest.mark.parametrize("query", ["", "  ", "3", "36", "a", "ab 12", "-", "，", "é"])
def test_a_short_latin_fragment_cannot_be_narrowed(query):
    assert query_grams(query) == ()


def test_an_enclosed_number_is_asked_for_whole():
    assert "36" in query_grams("文三路36号")
    assert "36" in query_grams("路-36-号")
    assert "13800001234" in query_grams("电话13800001234机主")
    assert "13800001234" not in query_grams("13800001234")


def test_a_very_long_number_has_pieces_only():
    long = "7" * 70
    assert "7" * 70 not in grams(f"第{long}号")
    assert found_by_index(f"第{long}号", f"第{long}号")


def test_words_are_taken_once_and_levelled():
    assert words(" 噪音　噪音 ＬＥＤ ") == ("噪音", "led")
    assert matches("anything", "")


def test_like_patterns_take_signs_for_themselves():
    connection = sqlite.connect(":memory:")
    for query, text, expected in [
        ("100%", "100%亮", 1),
        ("100%", "1000亮", 0),
        ("a_b", "a_b", 1),
        ("a_b", "axb", 0),
        ("a\\b", "a\\b", 1),
    ]:
        (pattern,) = like_patterns(query)
        row = connection.execute("SELECT ? LIKE ? ESCAPE '\\'", (text, pattern)).fetchone()
        assert row == (expected,)
    connection.close()


def test_each_gram_is_one_word_to_the_index_of_the_file():
    connection = sqlite.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(g, content='', contentless_delete=1)")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row')")
    every_han = "".join(
        chr(point)
        for first, last in [
            (0x3005, 0x3007),
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0x20000, 0x323AF),
        ]
        for point in range(first, last + 1, 7)
        if unicodedata.category(chr(point)) != "Cn" or point >= 0x2EBF0
    )
    wanted = set(grams(every_han)) | set(grams(TEXT)) | set(grams("and or not near 且a"))
    connection.execute("INSERT INTO f (rowid, g) VALUES (1, ?)", (" ".join(wanted),))
    indexed = {row[0] for row in connection.execute("SELECT term FROM v")}
    assert indexed == wanted
    match = " AND ".join(f'"{gram}"' for gram in query_grams(TEXT))
    assert connection.execute("SELECT rowid FROM f WHERE f MATCH ?", (match,)).fetchall() == [(1,)]
    connection.close()


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("永上社区建设路36号路面坑洼", "路面", ["路面"]),
        ("永上社区建设路36号路面坑洼", "路面 建设", ["建设", "路面"]),
        ("建设路建设", "建设", ["建设", "建设"]),
        ("建设路", "建设 设路", ["建设路"]),
        ("１３８０５７７０００１", "0577", ["０５７７"]),
        ("LED 灯不亮", "led", ["LED"]),
        ("Ⅳ号楼", "iv", ["Ⅳ"]),
        ("零\u200b宽", "零宽", ["零\u200b宽"]),
        ("路面", "桥", []),
        ("路面", "", []),
        ("", "路", []),
    ],
)
def test_hits_are_found_in_a_text_as_it_is_shown(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, query)] == marked
