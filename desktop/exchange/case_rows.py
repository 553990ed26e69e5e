"""Turn one line of an export into a case row, or say why it cannot be one.

**Which reason wins.** A line may be wrong in several ways and gets the reason that helps most:
``duplicate`` first, because a number that an earlier line already brought in needs no mending
at all; then the fields in the order in which a clerk reads them: ``no_content``, ``bad_time``,
``not_on_list``, and last the small ones (``bad_value``, ``too_long``, ``bad_text``). A number is
taken only by a line that was accepted: if the first of two lines is refused and the second is the
mended one, the second comes in. The street's real export holds no line that is wrong in two ways,
so its counts (24, 11, 9, 29) are the same under any order.

**What makes a line wrong**, decided by looking at that export:

* ``no_content``: nothing in 事件内容 but signs. A missing title is no fault, it is made from the
  first words of the content; a title alone tells nobody what happened.
* ``bad_time``: the time of entry is empty, no date (待补, 昨天下午), impossible (30 February) or
  later than `not_after`; also a closing time before the entry. `not_after` binds the entry only:
  the export of 1 July holds closings of 4 July, and a closing before the signature (both occur,
  and the expected figures count them).
* ``not_on_list``: see ``items.py``; blanks at the end, full-width brackets are no difference.
* ``duplicate``: the same source number, however the rest is written (the real doubles differ in
  the shape of date, phone and item). A line without number is compared by time, place and content.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as data_field
from datetime import datetime
from typing import Any

from db.rules.terms import Satisfaction, Source, Urgency
from desktop.exchange import text_check, words
from desktop.exchange.headers import Header
from desktop.exchange.items import ItemList, ListedItem
from desktop.exchange.moments import MomentFault, read_moment
from desktop.exchange.sheets import Cell, cell_text

TITLE_LIMIT = 50
CONTENT_LIMIT = 2_000
RESULT_LIMIT = 2_000
NAME_LIMIT = 200

_MADE_TITLE = 20
_NOTHING_SAID = frozenset({"无", "暂无", "略", "待补"})
_SENTENCE_END = re.compile(r"[，。；！？,;!?\n]")
_PHONE_JOINTS = re.compile(r"[/、,;或\n]+")
_NO_DIGIT = re.compile(r"\D+")
_SAYING = re.compile(r"\w")
_SHORTEST_PHONE = 5


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case as an export tells it, clean and ready for the command that imports it."""

    line: int
    sheet: str
    source_number: str
    """The number in the platform; empty if the export has none."""
    title: str
    content: str
    source: Source
    item_code: str
    item_name: str
    class_name: str
    community_name: str
    grid_name: str
    address: str
    reporter_name: str
    reporter_phone: str
    urgency: Urgency | None
    """None leaves it to the item."""
    transferred: bool
    unit_name: str
    registered_at: datetime
    occurred_at: datetime | None
    signed_at: datetime | None
    closed_at: datetime | None
    state_text: str
    result: str
    satisfaction: Satisfaction | None
    raw: tuple[Cell, ...] = data_field(repr=False)

    @property
    def closed(self) -> bool:
        """Say whether the case is finished: by its state, or by its closing time without one."""
        if not self.state_text:
            return self.closed_at is not None
        return words.means_closed(self.state_text)

    @property
    def key(self) -> str:
        """Return what tells this case from any other in every later import of the same list."""
        return self.source_number or _key_of(self.registered_at, self.address, self.content)


@dataclass(frozen=True, slots=True)
class Refused:
    """One line that cannot become a case: where, why, and what stood there."""

    line: int
    sheet: str
    code: str
    field: str
    value: str
    raw: tuple[Cell, ...] = data_field(repr=False)
    nearest: tuple[ListedItem, ...] = ()
    """For ``not_on_list``: the items that come nearest."""
    same_as: int | None = None
    """For ``duplicate``: the line that brought the case in."""


class RowFault(ValueError):
    """The reason for which a line is refused."""

    def __init__(self, code: str, field: str, value: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.field, self.value, self.facts = code, field, value, facts


class RowReader:
    """Reads the lines of one sheet; remembers which cases it has let in."""

    def __init__(
        self,
        sheet: str,
        header: Header,
        items: ItemList,
        taken: dict[str, int],
        not_after: datetime | None = None,
    ) -> None:
        self._sheet = sheet
        self._places = header.columns
        self._items = items
        self._taken = taken
        self._not_after = not_after

    def read(self, line: int, cells: Sequence[Cell]) -> CaseRow | Refused:
        """Return the case of a line, or why there is none."""
        try:
            row = self._case(line, tuple(cells))
        except RowFault as fault:
            value = fault.value[:NAME_LIMIT]
            return Refused(
                line, self._sheet, fault.code, fault.field, value, tuple(cells), **fault.facts
            )
        self._taken[row.key] = line
        return row

    def _case(self, line: int, cells: tuple[Cell, ...]) -> CaseRow:
        """Read the fields in the order in which their faults are told."""
        number = self._number(cells)
        content = self._content(cells)
        registered_at = self._entry(cells)
        address = self._name(cells, "address")
        if not number:
            self._refuse_double(_key_of(registered_at, address, content), content[:_MADE_TITLE])
        item = self._item(cells)
        return CaseRow(
            line=line,
            sheet=self._sheet,
            source_number=number,
            title=self._title(cells, content),
            content=content,
            source=words.source(self._name(cells, "source")),
            item_code=item.code,
            item_name=item.name,
            class_name=item.class_name or self._name(cells, "class_name"),
            community_name=self._name(cells, "community_name"),
            grid_name=self._name(cells, "grid_name"),
            address=address,
            reporter_name=self._name(cells, "reporter_name"),
            reporter_phone=phone_digits(self._text(cells, "reporter_phone")),
            urgency=self._urgency(cells),
            transferred=self._transferred(cells),
            unit_name=self._name(cells, "unit_name"),
            registered_at=registered_at,
            occurred_at=self._moment(cells, "occurred_at"),
            signed_at=self._moment(cells, "signed_at"),
            closed_at=self._closing(cells, registered_at),
            state_text=self._name(cells, "state"),
            result=self._prose(cells, "result", RESULT_LIMIT),
            satisfaction=words.satisfaction(self._name(cells, "satisfaction")),
            raw=cells,
        )

    def _number(self, cells: tuple[Cell, ...]) -> str:
        """Return the number of the platform unless an earlier line has brought it in."""
        number = self._name(cells, "source_number").replace(" ", "")
        if number:
            self._refuse_double(number, number)
        return number

    def _refuse_double(self, key: str, shown: str) -> None:
        """Refuse a case that an earlier line has brought in."""
        if key in self._taken:
            raise RowFault("duplicate", "source_number", shown, same_as=self._taken[key])

    def _content(self, cells: tuple[Cell, ...]) -> str:
        """Return what happened."""
        content = self._prose(cells, "content", CONTENT_LIMIT)
        if not _SAYING.search(content) or content in _NOTHING_SAID:
            raise RowFault("no_content", "content", content)
        return content

    def _title(self, cells: tuple[Cell, ...], content: str) -> str:
        """Return the title, or the first words of the content where there is none."""
        title = self._name(cells, "title", TITLE_LIMIT)
        if title:
            return title
        first = _SENTENCE_END.split(content, maxsplit=1)[0].strip()
        return text_check.name((first if len(first) > 1 else content)[:_MADE_TITLE])

    def _entry(self, cells: tuple[Cell, ...]) -> datetime:
        """Return the time of entry, which a case cannot do without."""
        value = self._cell(cells, "registered_at")
        try:
            return read_moment(value, self._not_after)
        except MomentFault as fault:
            raise RowFault("bad_time", "registered_at", cell_text(value)) from fault

    def _moment(self, cells: tuple[Cell, ...], field: str) -> datetime | None:
        """Return a time that may be empty."""
        value = self._cell(cells, field)
        if value is None or (isinstance(value, str) and not _SAYING.search(value)):
            return None
        try:
            return read_moment(value)
        except MomentFault as fault:
            raise RowFault("bad_time", field, cell_text(value)) from fault

    def _closing(self, cells: tuple[Cell, ...], registered_at: datetime) -> datetime | None:
        """Return the closing time, which cannot lie before the entry."""
        closed_at = self._moment(cells, "closed_at")
        if closed_at is not None and closed_at < registered_at and closed_at.time() != _MIDNIGHT:
            raise RowFault("bad_time", "closed_at", cell_text(closed_at))
        return closed_at

    def _item(self, cells: tuple[Cell, ...]) -> ListedItem:
        """Return the item of the admission list."""
        text = self._name(cells, "item")
        item = self._items.match(text)
        if item is None:
            nearest = self._items.nearest_items(text)
            raise RowFault("not_on_list", "item", text, nearest=nearest)
        return item

    def _urgency(self, cells: tuple[Cell, ...]) -> Urgency | None:
        """Return the urgency; an unknown word must not silently become the slowest."""
        text = self._name(cells, "urgency")
        urgency = words.urgency(text)
        if text and urgency is None:
            raise RowFault("bad_value", "urgency", text)
        return urgency

    def _transferred(self, cells: tuple[Cell, ...]) -> bool:
        """Return whether the case left its grid; an empty cell means that it did not."""
        text = self._name(cells, "transferred")
        flag = words.flag(text)
        if text and flag is None:
            raise RowFault("bad_value", "transferred", text)
        return bool(flag)

    def _name(self, cells: tuple[Cell, ...], field: str, limit: int = NAME_LIMIT) -> str:
        """Return a short text on one line."""
        text = self._text(cells, field)
        try:
            return _within(text_check.name(text), field, limit)
        except text_check.TextFault as fault:
            raise RowFault("bad_text", field, ascii(text)) from fault

    def _prose(self, cells: tuple[Cell, ...], field: str, limit: int) -> str:
        """Return a body of text."""
        text = self._text(cells, field)
        try:
            return _within(text_check.prose(text), field, limit)
        except text_check.TextFault as fault:
            raise RowFault("bad_text", field, ascii(text)) from fault

    def _text(self, cells: tuple[Cell, ...], field: str) -> str:
        """Return the text of a cell."""
        return cell_text(self._cell(cells, field))

    def _cell(self, cells: tuple[Cell, ...], field: str) -> Cell:
        """Return the cell of a field; a short line simply ends earlier."""
        place = self._places.get(field)
        return cells[place] if place is not None and place < len(cells) else None


def phone_digits(text: str) -> str:
    """Return the digits of the first phone number in a cell, without the country's prefix."""
    if text.isdecimal() and text.isascii() and len(text) <= 11:
        return text
    for part in _PHONE_JOINTS.split(unicodedata.normalize("NFKC", text)):
        digits = _NO_DIGIT.sub("", part)
        mobile = digits[-11:]
        if digits.removesuffix(mobile) in ("86", "0086") and mobile.startswith("1"):
            digits = mobile
        if len(digits) >= _SHORTEST_PHONE:
            return digits[:20]
    return ""


_MIDNIGHT = datetime.min.time()  # a closing "day" without a time may be the day of entry


def _within(text: str, field: str, limit: int) -> str:
    """Refuse a text that is longer than its field."""
    if len(text) > limit:
        raise RowFault("too_long", field, text)
    return text


def _key_of(registered_at: datetime, address: str, content: str) -> str:
    """Return a stable key for a case without a number."""
    said = "\x1f".join((registered_at.isoformat(), address, content))
    return "sha256:" + hashlib.sha256(said.encode()).hexdigest()
