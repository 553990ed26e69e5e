"""What the shades of a map mean, in words and numbers, and what its signs are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.canvas import CENTER, RIGHT, Canvas, PaintedWidget
from desktop.widgets.map.dots import paint_mark


@dataclass(frozen=True)
class LegendRow:
    """A step of the ramp (None: hatched): its name, its range, how many areas have it."""

    step: int | None
    name: str
    range: str
    count: int


@dataclass(frozen=True)
class LegendMark:
    """A sign and its meaning: `sign` is alarm, ok, warn, bad or empty."""

    sign: str
    words: str


class MapLegend(PaintedWidget):
    """A small card that lies over a corner of the map."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._counted = self._note = ""
        self._rows: list[LegendRow] = []
        self._marks: list[LegendMark] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)

    def show_legend(
        self,
        title: str,
        counted: str,
        rows: Sequence[LegendRow],
        marks: Sequence[LegendMark] = (),
        note: str = "",
    ) -> None:
        """Show other steps; `counted` says what is counted at the right."""
        self._title, self._counted, self._note = title, counted, note
        self._rows, self._marks = list(rows), list(marks)
        lines = [f"{row.name} {row.range} {row.count}" for row in rows]
        self.setAccessibleDescription("\n".join([title, *lines, *(m.words for m in marks), note]))
        self.resize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def rows(self) -> list[LegendRow]:
        """Return the steps that are shown."""
        return list(self._rows)

    def sizeHint(self) -> QSize:
        theme = self._theme
        wide = theme.text_width(self._title, 13, bold=True) + 24
        wide += theme.text_width(self._counted, 12)
        for row in self._rows:
            wide = max(wide, self._range_at() + theme.text_width(row.range, 12) + theme.px(46))
        for mark in self._marks:
            wide = max(wide, theme.px(26) + theme.text_width(mark.words, 12))
        wide = max(wide, theme.text_width(self._note, 12))
        lines = len(self._rows) + len(self._marks) + (1 if self._note else 0)
        return QSize(round(wide) + 26, theme.px(22) + lines * self._line() + 20)

    def draw(self, canvas: Canvas) -> None:
        canvas.box(QRectF(self.rect()), 8, "surface", "border")
        across = QRectF(12, 8, self.width() - 24, self._theme.px(22))
        canvas.text(across, self._title, 13, bold=True)
        canvas.text(across, self._counted, 12, "text3", align=RIGHT)
        y = across.bottom() + 2
        for row in self._rows:
            self._draw_row(canvas, row, QRectF(12, y, self.width() - 24, self._line()))
            y += self._line()
        for mark in self._marks:
            self._draw_mark(canvas, mark, QRectF(12, y, self.width() - 24, self._line()))
            y += self._line()
        canvas.text(QRectF(12, y, self.width() - 24, self._line()), self._note, 12, "text2")

    def _draw_row(self, canvas: Canvas, row: LegendRow, line: QRectF) -> None:
        box = QRectF(line.left(), line.center().y() - 7, self._theme.px(20), 14)
        heat = self._theme.tokens.heat
        canvas.box(box, 3, heat[row.step] if row.step is not None else "surface", "control_border")
        if row.step is None:
            hatch = QBrush(self._theme.colour("text3"), Qt.BrushStyle.BDiagPattern)
            canvas.painter.fillRect(box.adjusted(1, 1, -1, -1), hatch)
        canvas.text(line.adjusted(self._theme.px(28), 0, 0, 0), row.name, 12, "text")
        canvas.text(line.adjusted(self._range_at(), 0, 0, 0), row.range, 12, "text2")
        canvas.text(line, str(row.count), 12, "text2", align=RIGHT)

    def _draw_mark(self, canvas: Canvas, mark: LegendMark, line: QRectF) -> None:
        middle = QPointF(line.left() + self._theme.px(10), line.center().y())
        if mark.sign == "alarm":
            side = self._theme.px(16)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            canvas.box(box, side / 2, "badge")
            canvas.text(box, "n", 11, "on_badge", bold=True, align=CENTER)
        else:
            paint_mark(canvas, middle, mark.sign)
        canvas.text(line.adjusted(self._theme.px(28), 0, 0, 0), mark.words, 12, "text2")

    def _line(self) -> int:
        return self._theme.px(20)

    def _range_at(self) -> float:
        names = [self._theme.text_width(row.name, 12) for row in self._rows]
        return self._theme.px(28) + max(names, default=0) + self._theme.px(12)
