"""What is typed finds just the cases that hold it, whatever way the index takes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.model.case import cases
from db.queries.page import CaseFilter, case_count, case_ids
from db.rules.grams import words
from tests.story import Story

TEXTS = (
    ("永宁西路36号餐饮油烟直排", "居民反映油烟味大，ＬＥＤ招牌也太亮。", "13805771234"),
    ("龙华路88号窨井盖缺失", "人民路口 100% 破损，编号A_7。", "13912345678"),
    ("小区3幢白蚁蛀梁", "A座与B座之间的楼道，全角数字１２３４。", ""),
    ("夜间装修噪声", "邻居多次交涉无果；(见照片)", "057788990011"),
    ("河道漂浮垃圾", "镇中路36号附近led灯不亮。", "13805771234"),
)


@pytest.fixture
def told(story: Story) -> Story:
    """A street with a few cases of differing texts."""
    for title, content, phone in TEXTS:
        story.registered(title=title, content=content, reporter_phone=phone, address="")
    return story


def found(story: Story, text: str, by: str = "operator") -> list[str]:
    """Return the titles that a search finds, in the order of registration."""
    ids = sorted(story.ask(case_ids, CaseFilter(search=text), by=by))
    return [story.column(id_, "title") for id_ in ids]


def held(story: Story, text: str) -> list[str]:
    """Return the titles of the cases whose text holds every word, found without an index."""
    with story.database.reading() as connection:
        rows = connection.execute(select(cases.c.title, cases.c.search_text).order_by(cases.c.id))
        return [row.title for row in rows if all(word in row.search_text for word in words(text))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("油烟", [0]),
        ("楼", [2]),
        ("led", [0, 4]),
        ("ＬＥＤ", [0, 4]),
        ("36号", [0, 4]),
        ("36", [0, 4]),
        ("西路36", [0]),
        ("1380577", [0, 4]),
        ("577", [0, 3, 4]),
        ("100%", [1]),
        ("A_7", [1]),
        ("a座", [2]),
        ("1234", [0, 1, 2, 4]),
        ("路 号 36", [0, 4]),
        ("邻居　噪声", [3]),
        ("恐龙", []),
        ("%", [1]),
        ("_", [1]),
        ("\\", []),
    ],
)
def test_fragments_find_the_cases_that_hold_them(
    told: Story, text: str, numbers: list[int]
) -> None:
    assert found(told, text) == [TEXTS[number][0] for number in numbers]


_PIECES = st.sampled_from(
    [
        "油烟",
        "路",
        "36",
        "号",
        "a",
        "led",
        "1380",
        "77",
        "%",
        "_",
        "座",
        "装修",
        "噪",
        " ",
        "小区3幢",
    ]
)


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(pieces=st.lists(_PIECES, min_size=1, max_size=4), cut=st.integers(0, 3))
def test_a_search_finds_what_like_finds(told: Story, pieces: list[str], cut: int) -> None:
    text = "".join(pieces)[cut:]
    assert found(told, text) == held(told, text)


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_every_piece_of_a_text_finds_it(told: Story, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(TEXTS) - 1))
    with told.database.reading() as connection:
        texts = connection.execute(select(cases.c.search_text).order_by(cases.c.id)).scalars()
        text = list(texts)[number]
    start = data.draw(st.integers(0, len(text) - 2))
    piece = text[start : start + data.draw(st.integers(2, 12))]
    if piece.strip():
        assert TEXTS[number][0] in found(told, piece)
        assert found(told, piece) == held(told, piece)


def test_a_number_is_found_whole_in_part_and_as_the_list_shows_it(told: Story) -> None:
    number = "YZH202611160003"
    wanted = [TEXTS[2][0]]
    assert found(told, number) == wanted
    assert found(told, number.lower()) == wanted
    assert found(told, "1116-0003") == wanted
    assert found(told, "160003") == wanted


def test_initials_find_the_cases_of_an_item_and_of_a_community(told: Story) -> None:
    other = told.registered(title="路面破损", item_id=told.item("ZA10"), content="路面破损。")
    assert len(found(told, "lljf")) == len(TEXTS)
    assert told.column(other, "title") not in found(told, "lljf")
    assert len(found(told, "ysjwh")) == len(TEXTS) + 1
    assert found(told, "ysjwh 破损") == [TEXTS[1][0], "路面破损"]


def test_initials_of_a_station_find_what_it_leads(told: Story) -> None:
    case = told.assigned("SFS", title="房屋漏水争吵")
    assert [told.column(case, "title")] == found(told, "sfs")


def test_who_may_not_see_a_phone_cannot_find_by_it(told: Story) -> None:
    assert found(told, "13912345678", by="leader") == []
    assert found(told, "林大明", by="leader") == []
    assert found(told, "13912345678") == [TEXTS[1][0]]
    assert found(told, "窨井盖", by="leader") == [TEXTS[1][0]]
    # A word that is also in the open text is found all the same.
    assert found(told, "1234", by="leader") == [TEXTS[2][0]]


def test_a_search_finds_only_what_one_may_see(told: Story) -> None:
    assert found(told, "油烟", by="sfs") == []
    case = told.assigned("SFS", title="油烟扰民")
    assert found(told, "油烟", by="sfs") == [told.column(case, "title")]


def test_an_empty_search_narrows_nothing(told: Story) -> None:
    assert told.ask(case_count, CaseFilter(search="  　")) == len(TEXTS)
