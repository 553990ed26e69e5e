"""Give back the refused lines as a workbook: the columns as they came, the line, the reason.

The sheet can be mended and imported again as it is: its header is that of the export, and the
two columns of ours mean nothing to the reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.case_rows import CONTENT_LIMIT, TITLE_LIMIT, Refused
from desktop.exchange.faults import Cancelled, Progress, never_cancelled, no_progress
from desktop.exchange.headers import Header
from desktop.exchange.reading import ReadResult
from desktop.exchange.sheets import Cell
from desktop.exchange.tables import Column, Kind, Written, write_xlsx

LINE, REASON = "行号", "原因"

FIELD_NAMES: dict[str, str] = {
    "source_number": "事件编号",
    "registered_at": "上报时间",
    "occurred_at": "发生时间",
    "signed_at": "签收时间",
    "closed_at": "办结时间",
    "source": "事件来源",
    "title": "事件名称",
    "content": "事件内容",
    "item": "事项",
    "class_name": "所属大类",
    "community_name": "所属村社",
    "grid_name": "所属网格",
    "address": "发生地点",
    "reporter_name": "当事人",
    "reporter_phone": "联系电话",
    "urgency": "紧急程度",
    "transferred": "是否流转",
    "unit_name": "承办单位",
    "state": "当前状态",
    "result": "处置结果",
    "satisfaction": "群众评价",
}
"""What each field is called in a sentence."""

_SENTENCES: dict[str, str] = {
    "no_content": "事件内容为空，请补写发生了什么。",
    "bad_time": "{field}“{value}”不是有效的时间，请改成 2026-05-25 13:16 这样的写法。",
    "no_time": "{field}为空，请补填。",
    "not_on_list": "事项“{value}”不在准入清单内，请改为清单内的事项。{nearest}",
    "no_item": "事项为空，请按准入清单填写。",
    "duplicate": "与第 {same_as} 行是同一事件（{value}），只导入一次，不用处理。",
    "in_database": "编号 {value} 的事件以前已经导入，不用处理。",
    "bad_value": "{field}“{value}”无法识别，请按平台的选项填写。",
    "too_long": "{field}太长，请缩短（名称不超过 {title} 字，内容和结果不超过 {content} 字）。",
    "bad_text": "{field}里有无法保存的字符，请重新录入这一格。",
}
_OTHER = "这一行没有导入，请检查{field}。"
_LINE_COLUMN = Column(LINE, 8, Kind.NUMBER)
_REASON_COLUMN = Column(REASON, 48)
_WIDTHS = {"content": 50.0, "result": 30.0, "registered_at": 20.0, "source_number": 20.0}


def refusal_sentence(refused: Refused) -> str:
    """Return in Chinese what is wrong with a line and what to do."""
    nearest = "、".join(item.name for item in refused.nearest)
    return _SENTENCES.get(_sharper_code(refused), _OTHER).format(
        field=FIELD_NAMES.get(refused.field, refused.field),
        value=refused.value,
        nearest=f"相近的事项：{nearest}。" if nearest else "",
        same_as=refused.same_as or "",
        title=TITLE_LIMIT,
        content=CONTENT_LIMIT,
    )


def write_report(
    path: Path,
    result: ReadResult,
    refused: Iterable[Refused] | None = None,
    sentence: Callable[[Refused], str] = refusal_sentence,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> Written:
    """Write the refused lines of a reading, or those given, as xlsx."""
    lines = tuple(result.refused if refused is None else refused)
    layout = _layout(result.headers)
    return write_xlsx(
        path,
        (*layout.columns, _LINE_COLUMN, _REASON_COLUMN),
        _rows(lines, layout, sentence),
        title="未导入",
        total=len(lines),
        progress=progress,
        cancelled=cancelled,
    )


@dataclass(frozen=True)
class _Layout:
    """The columns of the report and, for each sheet, where its own columns go."""

    columns: tuple[Column, ...]
    places: Mapping[str, tuple[int, ...]]


def _layout(headers: Mapping[str, Header]) -> _Layout:
    """Join the columns of all sheets; the same title at the same turn is the same column."""
    joined: dict[tuple[str, int], Column] = {}
    places: dict[str, tuple[int, ...]] = {}
    for sheet, header in headers.items():
        fields = {place: field for field, place in header.columns.items()}
        own: list[int] = []
        for place, title in enumerate(header.titles):
            key = (title, header.titles[:place].count(title))
            joined.setdefault(key, Column(title, _WIDTHS.get(fields.get(place, ""), 14.0)))
            own.append(list(joined).index(key))
        places[sheet] = tuple(own)
    return _Layout(tuple(joined.values()), places)


def _rows(
    lines: Iterable[Refused], layout: _Layout, sentence: Callable[[Refused], str]
) -> Iterator[list[Cell]]:
    """Yield each refused line as it came, with its number and the reason."""
    width = len(layout.columns)
    for refused in lines:
        row: list[Cell] = [None] * width
        for place, cell in zip(layout.places.get(refused.sheet, ()), refused.raw, strict=False):
            row[place] = cell
        yield [*row, refused.line, sentence(refused)]


def _sharper_code(refused: Refused) -> str:
    """Tell an empty cell from a wrong one, and a double in the file from one in the record."""
    if not refused.value:
        return {"bad_time": "no_time", "not_on_list": "no_item"}.get(refused.code, refused.code)
    if refused.code == "duplicate" and refused.same_as is None:
        return "in_database"
    return refused.code
