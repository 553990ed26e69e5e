"""Find the header row of an export and say which column holds which field.

Names are compared loosely: full-width and half-width signs, blanks, line breaks, brackets, stars
and colons make no difference; a bracketed note such as (必填) may follow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.exchange.faults import ExchangeError
from desktop.exchange.sheets import Cell, Table, cell_text

SYNONYMS: dict[str, tuple[str, ...]] = {
    "source_number": (
        "事件编号", "事件编码", "案件编号", "工单编号", "工单号", "任务号", "事件号", "受理编号",
        "流水号", "原编号", "来源系统原编号", "平台编号", "编号", "单号",
    ),
    "registered_at": (
        "上报时间", "录入时间", "登记时间", "录入日期", "上报日期", "登记日期", "受理时间",
        "创建时间", "采集时间", "提交时间", "填报时间", "来件时间",
    ),
    "occurred_at": ("发生时间", "事发时间", "发生日期", "事件时间", "发现时间"),
    "source": ("事件来源", "来源", "上报来源", "信息来源", "来源渠道", "问题来源", "上报渠道"),
    "title": ("事件名称", "事件标题", "标题", "名称", "主题", "案件名称", "工单标题", "事件主题"),
    "content": (
        "事件内容", "事件描述", "简要情况", "内容", "描述", "事件简述", "情况描述", "问题描述",
        "主要内容", "事件详情", "诉求内容", "反映内容", "事件经过", "基本情况", "案件描述",
    ),
    "item": (
        "事项", "事项名称", "事项小类", "事件小类", "小类", "事件类型", "事项类型", "二级分类",
        "小类名称", "事项编码", "事项代码", "清单事项", "案件类型", "问题类型",
    ),
    "class_name": (
        "所属大类", "大类", "事件大类", "事项大类", "大类名称", "类别", "事件类别", "一级分类",
        "事件分类", "事件类型", "问题类型",
    ),
    "community_name": (
        "所属村社", "村(社区)", "村社", "社区", "村居", "所属社区", "所属村(社区)", "村/社区",
        "村社区名称", "所属村居", "村居名称", "社区名称", "行政村", "发生村社",
    ),
    "grid_name": ("所属网格", "网格", "网格名称", "发生网格", "责任网格", "网格编号"),
    "address": (
        "发生地点", "地址", "发生地址", "地点", "详细地址", "事发地点", "事件地点", "具体地址",
        "具体位置", "位置",
    ),
    "reporter_name": (
        "当事人", "当事人姓名", "主要当事人", "反映人", "反映人姓名", "姓名", "联系人", "诉求人",
        "来电人", "来访人", "投诉人", "群众姓名",
    ),
    "reporter_phone": (
        "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "当事人电话", "来电号码",
        "反映人电话", "联系人电话", "电话号码",
    ),
    "urgency": ("紧急程度", "紧急级别", "紧急度", "缓急", "缓急程度", "是否紧急", "紧急"),
    "transferred": ("是否流转", "流转", "是否流转件", "流转标志", "是否交办", "流转情况"),
    "unit_name": (
        "承办单位", "处置单位", "处理单位", "办理单位", "责任单位", "牵头单位", "主办单位",
        "处置部门", "承办部门", "责任部门", "处理部门", "办理部门", "当前处理单位",
    ),
    "signed_at": ("签收时间", "签收日期", "接收时间", "接单时间", "部门受理时间"),
    "closed_at": ("办结时间", "办结日期", "结案时间", "完成时间", "处置完成时间", "归档时间"),
    "state": ("当前状态", "状态", "事件状态", "办理状态", "处理状态", "处置状态", "流程状态"),
    "result": (
        "处置结果", "处理结果", "办理结果", "办结意见", "处置情况", "处理情况", "办理情况",
        "处置意见", "反馈结果", "反馈情况", "结果",
    ),
    "satisfaction": ("群众评价", "满意度", "评价", "满意程度", "满意情况", "回访评价", "回访结果"),
}  # fmt: skip
"""The names under which each field is met, the surest first; a column serves one field only."""

REQUIRED = ("registered_at", "content", "item")
"""Without these columns no row can become a case."""

_IGNORED = frozenset({"序号", "行号", "原因", "序列", "no", "index"})
_LOOKED_AT = 30
_LEAST_FOUND = 3
_LOOSE = re.compile(r"[\s()\[\]【】{}《》<>*:：、,，.。/|_\"'＊★※-]+")
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")


@dataclass(frozen=True)
class Header:
    """Where the header stands and what its columns hold."""

    line: int
    titles: tuple[str, ...]
    columns: dict[str, int]
    unknown: tuple[str, ...]
    """Titles that no field answers to; they are kept in the report and otherwise left alone."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the required fields that have no column."""
        return tuple(field for field in REQUIRED if field not in self.columns)

    def repeated_in(self, row: Sequence[Cell]) -> bool:
        """Say whether a row is this header once more, as after each printed page."""
        return all(
            place < len(row) and _same_title(self.titles[place], row[place])
            for place in self.columns.values()
        )


def find_header(table: Table) -> Header:
    """Return the header of a table, or raise ``no_header`` or ``missing_columns``."""
    best: Header | None = None
    for line, row in enumerate(table.rows[:_LOOKED_AT], start=1):
        header = _as_header(line, row)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    if best is None or len(best.columns) < _LEAST_FOUND:
        raise ExchangeError("no_header", sheet=table.name)
    if best.missing:
        raise ExchangeError("missing_columns", sheet=table.name, fields=best.missing)
    return best


@lru_cache(maxsize=1024)
def loose(title: str) -> str:
    """Return a title without what differs between systems: width, blanks, brackets, signs."""
    return _LOOSE.sub("", unicodedata.normalize("NFKC", title)).lower()


def _bare(title: str) -> str:
    """Return a title without its bracketed notes."""
    return loose(_NOTE.sub("", unicodedata.normalize("NFKC", title)))


def _as_header(line: int, row: Sequence[Cell]) -> Header:
    """Read a row as if it were the header."""
    titles = tuple(cell_text(cell).strip() for cell in row)
    columns: dict[str, int] = {}
    for field, place in _matches(titles):
        if field not in columns and place not in columns.values():
            columns[field] = place
    if "registered_at" not in columns and "occurred_at" in columns:
        # Some exports know one time only; it is then the time of entry as well.
        columns["registered_at"] = columns["occurred_at"]
    unknown = tuple(
        title
        for place, title in enumerate(titles)
        if title and place not in columns.values() and loose(title) not in _IGNORED
    )
    return Header(line, titles, columns, unknown)


_READINGS: tuple[Callable[[str], str], ...] = (loose, _bare)


def _matches(titles: tuple[str, ...]) -> list[tuple[str, int]]:
    """Return field and column by sureness: whole names first, then names without their notes."""
    known = _known_names()
    found = [
        (number, order, rank, place, field)
        for number, read in enumerate(_READINGS)
        for place, title in enumerate(titles)
        for order, rank, field in known.get(read(title), ())
    ]
    return [(field, place) for _, _, _, place, field in sorted(found)]


@cache
def _known_names() -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return for each loose name the fields it may mean: order of the field, rank of the name."""
    names: dict[str, tuple[tuple[int, int, str], ...]] = {}
    for order, (field, synonyms) in enumerate(SYNONYMS.items()):
        for rank, synonym in enumerate(synonyms):
            key = loose(synonym)
            names[key] = (*names.get(key, ()), (order, rank, field))
    return names


def _same_title(title: str, cell: Cell) -> bool:
    """Say whether a cell repeats a title."""
    return isinstance(cell, str) and loose(cell) == loose(title)
