"""Loose headers, and the lines below them: what is let in and which reason a refused one gets."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.rules.terms import Satisfaction, Source, Urgency
from desktop.exchange.case_rows import phone_digits
from desktop.exchange.faults import ExchangeError
from desktop.exchange.headers import SYNONYMS, find_header, loose
from desktop.exchange.reading import read_cases
from desktop.exchange.sheets import Table

HEADER = ["事件编号", "上报时间", "事件名称", "事件内容", "事项"]
GOOD = ["A1", "2026-05-25 13:16", "井盖缺失", "人行道井盖缺失", "管线井盖等公共设施隐患"]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("上报时间", "registered_at"), ("录入时间", "registered_at"), ("登记时间", "registered_at"),
        ("登 记 时 间", "registered_at"), ("登记\n时间", "registered_at"),
        ("上报时间(必填)", "registered_at"), ("*上报时间", "registered_at"),
        ("上报时间（格式：年-月-日）", "registered_at"), ("【上报时间】", "registered_at"),
        ("事件标题", "title"), ("标题：", "title"), ("事件描述", "content"),
        ("简要情况", "content"), ("村（社区）", "community_name"), ("村(社区)", "community_name"),
        ("社区", "community_name"), ("所属村社", "community_name"), ("事件小类", "item"),
        ("小类", "item"), ("事件类型", "item"), ("电话　号码", "reporter_phone"),
        ("手机号", "reporter_phone"), ("满意度", "satisfaction"), ("办结日期", "closed_at"),
        ("处置单位", "unit_name"), ("案件编号", "source_number"), ("网格", "grid_name"),
    ],
)  # fmt: skip
def test_a_title_is_known_however_it_is_written(title, field):
    fillers = [names[0] for key, names in SYNONYMS.items() if key != field and key != "class_name"]
    header = find_header(Table("t", ((title, *fillers),)))
    assert header.columns[field] == 0


def test_the_header_is_found_below_titles_and_unknown_columns_are_told(workbook, items):
    path = workbook([["台账"], [], ["", "导出时间:2026-07-01"], [*HEADER, "天气"], [*GOOD, "晴"]])
    result = read_cases(path, items)
    assert result.headers["台账"].line == 4
    assert result.unknown_columns == ("天气",)
    assert [row.line for row in result.rows] == [5]


def test_class_and_item_share_the_name_that_both_use():
    header = find_header(Table("t", (("事件类型", "事项", "上报时间", "内容"),)))
    assert header.columns["item"] == 1 and header.columns["class_name"] == 0


def test_a_list_with_one_time_only_uses_it_for_the_entry():
    both = find_header(Table("t", (("发生时间", "录入时间", "内容", "事项"),)))
    assert both.columns["occurred_at"] == 0 and both.columns["registered_at"] == 1
    one = find_header(Table("t", (("发生时间", "内容", "事项"),)))
    assert one.columns["registered_at"] == 0


def test_no_two_fields_share_a_name_by_accident():
    owners: dict[str, set[str]] = {}
    for field, names in SYNONYMS.items():
        for name in names:
            owners.setdefault(loose(name), set()).add(field)
    shared = {name for name, fields in owners.items() if len(fields) > 1}
    assert shared == {"事件类型", "问题类型"}


def test_missing_columns_are_named(workbook, items):
    with pytest.raises(ExchangeError) as caught:
        read_cases(
            workbook([["事件编号", "事件名称", "上报时间", "社区"], ["1", "x", "y", "z"]]), items
        )
    assert caught.value.code == "missing_columns"
    assert caught.value.facts["fields"] == ("content", "item")


def test_a_sheet_without_a_header_is_told(workbook, items):
    with pytest.raises(ExchangeError) as caught:
        read_cases(workbook([["甲", "乙"], [1, 2]]), items)
    assert caught.value.code == "no_header"


def test_every_sheet_with_cases_is_read_and_others_are_left_alone(workbook, items):
    other = ["A2", *GOOD[1:]]
    path = workbook(
        [HEADER, GOOD], 二月=[HEADER, other, GOOD], 汇总=[["社区", "件数"], ["永昌", 1]]
    )
    result = read_cases(path, items)
    assert [(row.sheet, row.line) for row in result.rows] == [("台账", 2), ("二月", 2)]
    assert result.refused_by_code == {"duplicate": 1}
    assert result.other_sheets == ("汇总",)


def test_lines_that_are_no_data_are_skipped(workbook, items):
    path = workbook(
        [HEADER, GOOD, [], [" ", "　"], ["事件编 号", *HEADER[1:]], ["A2", *GOOD[1:]],
         ["合 计", 2], ["总计：2件"], ["小计", "", "", "2"], ["制表人：张三", "", "审核：李四"]]
    )  # fmt: skip
    result = read_cases(path, items)
    assert result.data_rows == 2
    assert result.skipped == {"blank": 2, "header": 1, "totals": 3, "note": 1}


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({3: ""}, "no_content", "content"),
        ({3: " 。 "}, "no_content", "content"),
        ({3: "", 2: "", 1: "待补"}, "no_content", "content"),
        ({1: ""}, "bad_time", "registered_at"),
        ({1: "2026-02-30"}, "bad_time", "registered_at"),
        ({1: "2027-01-01"}, "bad_time", "registered_at"),
        ({1: "昨天", 4: "代收快递"}, "bad_time", "registered_at"),
        ({4: "代收快递"}, "not_on_list", "item"),
        ({4: ""}, "not_on_list", "item"),
        ({4: "管线井盖等公共设施"}, "not_on_list", "item"),
        ({2: "长" * 51}, "too_long", "title"),
        ({3: "长" * 2001}, "too_long", "content"),
        ({3: "坏\ufdd0字"}, "bad_text", "content"),
        ({3: "坏\x00字"}, "bad_text", "content"),
        ({2: "坏" + "\u0301" * 9}, "bad_text", "title"),
    ],
)
def test_a_wrong_line_gets_the_reason_that_helps_most(changes, code, field, workbook, items):
    cells = [changes.get(place, cell) for place, cell in enumerate(GOOD)]
    path = workbook([HEADER, cells, ["A2", *GOOD[1:]]])
    result = read_cases(path, items, not_after=datetime(2026, 7, 1))
    assert [(row.code, row.field, row.line) for row in result.refused] == [(code, field, 2)]
    assert [row.source_number for row in result.rows] == ["A2"]


def test_a_repeat_is_a_double_whatever_else_is_wrong_with_it(workbook, items):
    result = read_cases(workbook([HEADER, GOOD, ["Ａ1 ", "待补", "", "", ""]]), items)
    assert [(row.code, row.same_as) for row in result.refused] == [("duplicate", 2)]


def test_a_mended_line_comes_in_after_its_refused_first(workbook, items):
    result = read_cases(workbook([HEADER, ["A1", "待补", *GOOD[2:]], GOOD]), items)
    assert [row.line for row in result.rows] == [3]
    assert result.refused_by_code == {"bad_time": 1}


def test_lines_without_a_number_are_compared_by_what_they_say(workbook, items):
    cells = GOOD[1:]
    path = workbook([HEADER[1:], cells, cells, [cells[0], "别的", "另一件", cells[3]]])
    result = read_cases(path, items)
    assert result.refused_by_code == {"duplicate": 1}
    assert len({row.key for row in result.rows}) == 2
    assert [row.key for row in read_cases(path, items).rows] == [row.key for row in result.rows]


def test_every_field_of_a_full_line_is_read(workbook, items):
    header = [names[0] for field, names in SYNONYMS.items()]
    cells = {
        "source_number": 20260525001.0, "registered_at": datetime(2026, 5, 25, 13, 16, 34),
        "occurred_at": "2026/5/25", "source": "12345 转办", "title": "井盖\n缺失\u202e",
        "content": "１号楼旁（东侧）井盖\r\n缺失。\ufeff", "item": "ＺＡ17", "class_name": "",
        "community_name": "永昌（北）社区", "grid_name": "永昌社区０5网格",
        "address": "永强大道295号",
        "reporter_name": "林\u200b某", "reporter_phone": "１３８ 0000-0000", "urgency": "特急",
        "transferred": "√", "unit_name": "司法所", "signed_at": "2026年5月25日下午3时5分",
        "closed_at": 46168.5, "state": "已归档", "result": "办好了", "satisfaction": "基本满意",
    }  # fmt: skip
    row = read_cases(workbook([header, [cells[field] for field in SYNONYMS]]), items).rows[0]
    assert row.source_number == "20260525001" and row.title == "井盖 缺失"
    assert row.content == "1号楼旁（东侧）井盖\n缺失。\ufeff"
    assert (row.item_code, row.class_name) == ("ZA17", "治安安全隐患类")
    assert row.source is Source.HOTLINE_12345 and row.urgency is Urgency.MAJOR
    assert (row.community_name, row.grid_name) == ("永昌(北)社区", "永昌社区05网格")
    assert (row.reporter_name, row.reporter_phone) == ("林某", "13800000000")
    assert row.transferred and row.closed and row.satisfaction is Satisfaction.FAIR
    assert row.occurred_at == datetime(2026, 5, 25)
    assert row.signed_at == datetime(2026, 5, 25, 15, 5)
    assert row.closed_at == datetime(2026, 5, 26, 12)


def test_a_missing_title_is_made_from_the_content(workbook, items):
    path = workbook([HEADER, ["A1", GOOD[1], "", "路灯不亮,已三天。" + "长" * 60, GOOD[4]]])
    assert read_cases(path, items).rows[0].title == "路灯不亮"


@pytest.mark.parametrize(
    ("title", "value", "field"),
    [
        ("紧急程度", "很急很急", "urgency"),
        ("是否流转", "也许", "transferred"),
    ],
)
def test_an_unknown_word_is_refused_where_it_would_change_the_case(
    title, value, field, workbook, items
):
    result = read_cases(workbook([[*HEADER, title], [*GOOD, value]]), items)
    assert [(row.code, row.field, row.value) for row in result.refused] == [
        ("bad_value", field, value)
    ]


@pytest.mark.parametrize("closed_at", ["2026-05-25 13:15", "不详"])
def test_a_closing_time_must_be_a_time_after_the_entry(closed_at, workbook, items):
    result = read_cases(workbook([[*HEADER, "办结时间"], [*GOOD, closed_at]]), items)
    assert [(row.code, row.field) for row in result.refused] == [("bad_time", "closed_at")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("MD02", "MD02"), ("md02", "MD02"), ("邻里纠纷", "MD02"), (" 邻里 纠纷　", "MD02"),
        ("劳资纠纷（欠薪讨薪）", "MD04"), ("劳资纠纷【欠薪讨薪】", "MD04"), ("劳资纠纷", "MD04"),
        ("村（社）务管理纠纷", "MD07"), ("村社务管理纠纷", "MD07"), ("MD02 邻里纠纷", "MD02"),
        ("矛盾纠纷类/邻里纠纷", "MD02"), ("矛盾纠纷类-MD02-邻里纠纷", "MD02"),
        ("噪音扰民", "MS04"), ("代收快递", None), ("", None), ("纠纷", None), ("矛盾纠纷类", None),
        ("MD02 噪声扰民", None), ("邻里纠纷等", None), ("MD99", None),
    ],
)  # fmt: skip
def test_items_are_matched_but_never_guessed(written, code, items):
    found = items.match(written)
    assert (found.code if found else None) == code


def test_nearest_items_begin_with_the_closest(items):
    assert items.nearest_items("邻居之间的纠纷")[0].class_name == "矛盾纠纷类"
    assert items.nearest_items("燃气安全")[0].code == "ZA09"
    assert items.nearest_items("????") == ()


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("13800000000", "13800000000"), ("１３８００００００００", "13800000000"),
        ("+86 138 0000 0000", "13800000000"), ("0577-86960000", "057786960000"),
        ("13800000000/13900000000", "13800000000"), ("无", ""), ("", ""),
        ("（0577）86960000", "057786960000"), ("电话:13800000000", "13800000000"),
    ],
)  # fmt: skip
def test_a_phone_is_its_digits(written, digits):
    assert phone_digits(written) == digits
