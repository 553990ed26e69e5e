"""The rows of the case ledger: two lines, a state, a deadline with its bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.models.columns import Column
from desktop.widgets.canvas import Canvas
from desktop.widgets.cell_painting import CellDelegate, Index
from desktop.widgets.chips import ChipSpec, paint_chip
from desktop.widgets.deadline import DeadlineLook, paint_deadline

Hits = Sequence[tuple[int, int]]
"""Parts (start, end) of a text."""


@dataclass(frozen=True)
class LedgerCell:
    """One case as the ledger shows it; the page makes it out of its row.

    `strong` is for urgent, overdue or nearly due only; `faint` for what is closed. `more` holds
    the words of further columns by their keys; `hits` what a search has found, by column, and in
    `place` and `unit` of the second line.
    """

    number: str
    time: str
    title: str
    place: str = ""
    tag: ChipSpec | None = None
    item: str = ""
    state: ChipSpec = field(default_factory=lambda: ChipSpec(""))
    unit: str = ""
    deadline: DeadlineLook = field(default_factory=lambda: DeadlineLook(""))
    strong: bool = False
    faint: bool = False
    more: Mapping[str, str] = field(default_factory=dict)
    hits: Mapping[str, Hits] = field(default_factory=dict)


@dataclass(frozen=True)
class GroupLine:
    """A heading between the rows of a list that is parted into groups."""

    name: str
    count: str
    is_open: bool


@dataclass(frozen=True)
class LedgerTitles:
    """The headings, given by the page in the language of the screen."""

    number: str
    title: str
    item: str
    state: str
    unit: str
    deadline: str


def ledger_columns(adapt: Callable[[Any], LedgerCell], titles: LedgerTitles) -> list[Column]:
    """Return the six columns of the ledger over rows that `adapt` understands."""
    return [
        Column(
            "number",
            titles.number,
            118,
            lambda row: adapt(row).number,
            detail=lambda row: adapt(row).time,
            sortable=True,
        ),
        Column(
            "title",
            titles.title,
            360,
            lambda row: adapt(row).title,
            detail=lambda row: adapt(row).place,
            chip=lambda row: adapt(row).tag,
            stretch=True,
        ),
        Column("item", titles.item, 108, lambda row: adapt(row).item, sortable=True),
        Column("state", titles.state, 116, lambda row: adapt(row).state.text, sortable=True),
        Column("unit", titles.unit, 124, lambda row: adapt(row).unit, sortable=True),
        Column(
            "deadline", titles.deadline, 170, lambda row: adapt(row).deadline.words, sortable=True
        ),
    ]


class LedgerDelegate(CellDelegate):
    """Paints `LedgerCell`s; with the unit hidden, it stands in the second line."""

    def __init__(self, adapt: Callable[[Any], LedgerCell], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._adapt = adapt
        self.unit_in_place = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        row = model.row(index.row())
        if isinstance(row, GroupLine):
            look: Any = option
            self._paint_group(painter, QRectF(look.rect), row, index.row())
        else:
            super().paint(painter, option, index)

    def draw_cell(
        self, canvas: Canvas, rect: QRectF, row: Any, column: Column, chosen: bool
    ) -> None:
        cell = self._adapt(row)
        draw = {
            "number": self._draw_number,
            "title": self._draw_title,
            "state": self._draw_state,
            "deadline": self._draw_deadline,
        }.get(column.key)
        if draw is not None:
            draw(canvas, rect, cell, chosen)
        else:
            words = {"item": cell.item, "unit": cell.unit}.get(column.key)
            words = cell.more.get(column.key) if words is None else words
            words = words or "—"
            ink = "text2" if cell.faint else "text"
            canvas.text(rect, words, 14, ink, hits=cell.hits.get(column.key, ()))

    def _draw_number(self, canvas: Canvas, rect: QRectF, cell: LedgerCell, chosen: bool) -> None:
        first, second = self.lines(rect.adjusted(2, 0, 8, 0), self.density == "standard")
        ink = "text2" if cell.faint else "text"
        canvas.text(first, cell.number, 14, ink, hits=cell.hits.get("number", ()))
        if self.density == "standard":
            canvas.text(second, cell.time, 12, "text3")

    def _draw_title(self, canvas: Canvas, rect: QRectF, cell: LedgerCell, chosen: bool) -> None:
        roomy = self.density == "standard"
        first, second = self.lines(rect, roomy)
        x = first.left()
        if cell.tag is not None:
            x += paint_chip(canvas, x, first.center().y(), cell.tag, chosen=chosen) + 8
        ink = "text2" if cell.faint else "text"
        size = 15 if roomy else 14
        room = QRectF(x, first.top(), first.right() - x, first.height())
        hits = cell.hits.get("title", ())
        taken = canvas.text(room, cell.title, size, ink, bold=cell.strong, hits=hits)
        place, found = cell.place, list(cell.hits.get("place", ()))
        if self.unit_in_place and cell.unit:
            place = f"{place} · {cell.unit}" if place else cell.unit
            shift = len(place) - len(cell.unit)
            found += [(a + shift, b + shift) for a, b in cell.hits.get("unit", ())]
        if not place:
            return
        if roomy:
            x = second.left()
            x += canvas.icon("map-pin", "text3", x, second.center().y(), 14) + 4
            room = QRectF(x, second.top(), second.right() - x, second.height())
            canvas.text(room, place, 13, "text2", hits=found)
        elif room.width() - taken > 90:
            room.setLeft(x + taken + 14)
            canvas.text(room, place, 13, "text3", hits=found)

    def _draw_state(self, canvas: Canvas, rect: QRectF, cell: LedgerCell, chosen: bool) -> None:
        left = rect.left() - 4
        paint_chip(
            canvas, left, rect.center().y(), cell.state, chosen=chosen, room=rect.width() + 8
        )

    def _draw_deadline(self, canvas: Canvas, rect: QRectF, cell: LedgerCell, chosen: bool) -> None:
        paint_deadline(canvas, rect, cell.deadline, bar=self.density == "standard")

    def _paint_group(self, painter: QPainter, cell: QRectF, line: GroupLine, place: int) -> None:
        """Paint the part of a heading that lies in one cell; it goes across all of them."""
        painter.save()
        painter.setClipRect(cell)
        tokens = self.theme.tokens
        painter.fillRect(cell, self.theme.colour(tokens.hover if place == self.hovered else "bg"))
        painter.setPen(self.theme.colour(tokens.border))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if place == self.current:
            painter.fillRect(
                QRectF(cell.left(), cell.top(), cell.width(), 2), self.theme.colour("focus")
            )
            painter.fillRect(
                QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2),
                self.theme.colour("focus"),
            )
        canvas = Canvas(painter, self.theme)
        middle = cell.center().y()
        icon = "chevron-down" if line.is_open else "chevron-right"
        x = 12 + canvas.icon(icon, "text2", 12, middle, 16) + 8
        room = QRectF(x, cell.top(), 2000, cell.height())
        x += canvas.text(room, line.name, 15, "text", bold=True) + 12
        canvas.text(QRectF(x, cell.top(), 400, cell.height()), line.count, 13, "text2")
        painter.restore()
