"""The agenda at the left of the console: ten sections, the present one opened row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from db.queries.agenda import AgendaRow
from db.queries.decisions import DecisionRow
from db.rules.agenda import AgendaState, Section
from db.rules.terms import Light
from desktop.pages.meeting_words import (
    agenda_chip,
    is_settled,
    row_title,
    section_name,
    short_late_words,
)
from desktop.widgets.canvas import RIGHT, Canvas, PaintedWidget
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.chips import chip_size, paint_chip
from desktop.widgets.key_hint import KeyHints

_PAD = 16.0


@dataclass(frozen=True)
class AgendaLine:
    """One line of the list: a section, or a row inside the opened one."""

    section: Section
    row: AgendaRow | None
    place: int
    """The number before the words."""
    count: str = ""
    done: bool = False


def lines_of(rows: tuple[AgendaRow, ...], opened: Section | None) -> list[AgendaLine]:
    """Return the lines to show: all sections, with the rows of the opened one below it."""
    lines: list[AgendaLine] = []
    order = list(Section)
    before = order[: order.index(opened)] if opened is not None else []
    for number, section in enumerate(Section, start=1):
        own = [row for row in rows if row.section is section]
        listed = [row for row in own if row.case or row.decision]
        done = sum(is_settled(row) for row in own)
        count = f"{sum(is_settled(row) for row in listed)} / {len(listed)}" if listed else ""
        topic = next((row for row in own if row not in listed), None)
        first = topic or (listed[0] if listed else None)
        # A topic that was called has passed, even if nothing was noted of it.
        passed = topic is not None and not listed and section in before
        settled = passed or (bool(own) and done == len(own))
        lines.append(AgendaLine(section, first, number, count, settled))
        if section is opened:
            lines += [
                AgendaLine(section, row, place, "", is_settled(row))
                for place, row in enumerate(listed, start=1)
            ]
    return lines


class AgendaList(PaintedWidget):
    """↑ and ↓ move, Enter or a click chooses the row that is to be discussed."""

    row_chosen = Signal(object)
    remove_wanted = Signal(object)
    moved_to = Signal(int, int)
    """The top and the height of the line that should be in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AgendaLine] = []
        self._agreed: Mapping[int, DecisionRow] = {}
        self._current: int | None = None
        self._marked = 0
        self._over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("议程"))

    def show_agenda(
        self,
        rows: tuple[AgendaRow, ...],
        agreed: Mapping[int, DecisionRow],
        current: int | None,
    ) -> None:
        """Show the agenda; ``agreed`` holds this meeting's decisions by their case."""
        here = next((row for row in rows if row.id == current), None)
        self._lines = lines_of(rows, here.section if here else None)
        self._agreed = agreed
        self._current = current
        self._marked = self._place_of(current)
        self._describe()
        self.updateGeometry()
        self.update()
        top, height = self._rect(self._marked)
        self.moved_to.emit(round(top), round(height))

    def words(self) -> list[str]:
        """Return what the lines tell, from the top."""
        return [" ".join(self._words(line)) for line in self._lines]

    def sizeHint(self) -> QSize:
        return QSize(240, round(sum(self._height(line) for line in self._lines)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def draw(self, canvas: Canvas) -> None:
        top = 0.0
        for place, line in enumerate(self._lines):
            rect = QRectF(0, top, self.width(), self._height(line))
            self._draw_line(canvas, rect, line, place)
            top += rect.height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._lines:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._marked = max(0, min(len(self._lines) - 1, self._marked + step))
            top, height = self._rect(self._marked)
            self.moved_to.emit(round(top), round(height))
            self._describe()
            self.update()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._marked)
        elif plain and key == Qt.Key.Key_Delete and self._lines:
            self.remove_wanted.emit(self._lines[self._marked].row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        self._over = -1 if place is None else place
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._over = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(Canvas(painter, self._theme))
        painter.end()

    # Painting -----------------------------------------------------------------------------

    def _draw_line(self, canvas: Canvas, rect: QRectF, line: AgendaLine, place: int) -> None:
        tokens = canvas.theme.tokens
        current = self._is_current(line, place)
        if current:
            canvas.painter.fillRect(rect, canvas.theme.colour(tokens.select))
            canvas.painter.fillRect(
                QRectF(0, rect.top(), 3, rect.height()), canvas.theme.colour("brand")
            )
        elif place == self._over:
            canvas.painter.fillRect(rect, canvas.theme.colour(tokens.hover))
        if self._is_row(place):
            self._draw_row(canvas, rect, line, current)
        else:
            self._draw_section(canvas, rect, line, current or self._is_open(line))
        if self.hasFocus() and place == self._marked:
            canvas.focus_ring(rect.adjusted(2, 1, -2, -1), 4)

    def _draw_section(self, canvas: Canvas, rect: QRectF, line: AgendaLine, here: bool) -> None:
        middle = rect.center().y()
        icon, ink = ("circle-check", "ok") if line.done else ("circle", "text3")
        x = _PAD + canvas.icon(icon, "brand" if here and not line.done else ink, _PAD, middle, 18)
        ink = "brand" if here else "text" if line.row is not None else "text3"
        right = rect.right() - 14
        width = canvas.theme.text_width(line.count, 14, bold=here)
        words = QRectF(x + 10, rect.top(), right - width - x - 18, rect.height())
        name = f"{line.place}  {section_name(line.section)}"
        canvas.text(words, name, 15, ink, bold=here)
        count = QRectF(right - width - 2, rect.top(), width + 2, rect.height())
        canvas.text(count, line.count, 14, "brand" if here else "text2", bold=here, align=RIGHT)

    def _draw_row(self, canvas: Canvas, rect: QRectF, line: AgendaLine, current: bool) -> None:
        row = line.row
        assert row is not None
        theme = canvas.theme
        left, right = _PAD + theme.px(18) + 6, rect.right() - 14
        first = QRectF(left + 22, rect.top() + 7, right - left - 22, theme.px(21))
        second = QRectF(first.left(), first.bottom() + 1, first.width(), theme.px(19))
        mark = QRectF(left - 4, first.top(), 22, first.height())
        if line.done:
            icon, ink = ("check", "ok")
            if row.state is AgendaState.DEFERRED:
                icon, ink = ("clock", "text3")
            canvas.icon(icon, ink, left - 4, first.center().y(), 16)
        else:
            canvas.text(mark, str(line.place), 13, "brand" if current else "text2", bold=current)
        faint = line.done and not current
        canvas.text(first, row_title(row), 14, "text2" if faint else "text", bold=current)
        chip = agenda_chip(row, self._agreed.get(row.case.case_id) if row.case else None, current)
        if chip is not None:
            width = chip_size(theme, chip).width()
            paint_chip(canvas, right - width, second.center().y(), chip, chosen=current)
            second.setRight(right - width - 6)
        unit, late, ink = _second_line(row)
        taken = canvas.text(second, unit, 12, "text2")
        second.setLeft(second.left() + taken + 8)
        if chip is None or theme.text_width(late, 12, bold=True) <= second.width():
            canvas.text(second, late, 12, ink, bold=ink == "danger")
        canvas.line(first.left(), rect.bottom() - 0.5, right, rect.bottom() - 0.5, "border")

    # Places -------------------------------------------------------------------------------

    def _height(self, line: AgendaLine) -> float:
        is_section = line in self._sections()
        px = self._theme.px
        return px(22) + 18 if is_section else px(21) + px(19) + 17

    def _sections(self) -> list[AgendaLine]:
        seen: set[Section] = set()
        found = []
        for line in self._lines:
            if line.section not in seen:
                seen.add(line.section)
                found.append(line)
        return found

    def _is_row(self, place: int) -> bool:
        return place > 0 and self._lines[place - 1].section is self._lines[place].section

    def _is_open(self, line: AgendaLine) -> bool:
        return any(
            one.section is line.section and one.row is not None and one.row.id == self._current
            for one in self._lines
        )

    def _is_current(self, line: AgendaLine, place: int) -> bool:
        return place == self._place_of(self._current) and line.row is not None

    def _place_of(self, row_id: int | None) -> int:
        """Return the last line of a row: below its section, not the section itself."""
        places = [
            place
            for place, line in enumerate(self._lines)
            if line.row is not None and line.row.id == row_id
        ]
        return places[-1] if places else 0

    def _rect(self, place: int) -> tuple[float, float]:
        top = sum(self._height(line) for line in self._lines[:place])
        return top, self._height(self._lines[place]) if self._lines else 0.0

    def _at(self, y: float) -> int | None:
        top = 0.0
        for place, line in enumerate(self._lines):
            top += self._height(line)
            if y < top:
                return place
        return None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._lines):
            row = self._lines[place].row
            if row is not None:
                self.row_chosen.emit(row.id)

    def _words(self, line: AgendaLine) -> tuple[str, ...]:
        row = line.row
        if row is None or line in self._sections():
            return (f"{line.place} {section_name(line.section)}", line.count)
        agreed = self._agreed.get(row.case.case_id) if row.case else None
        chip = agenda_chip(row, agreed, row.id == self._current)
        return (row_title(row), *_second_line(row)[:2], chip.text if chip else "")

    def _describe(self) -> None:
        if self._lines:
            self.setAccessibleDescription("，".join(self._words(self._lines[self._marked])))


def _second_line(row: AgendaRow) -> tuple[str, str, str]:
    """Return unit, deadline and the ink of the deadline."""
    if row.decision is not None:
        return row.decision.lead_name, f"{row.decision.due_at:%m-%d}", "text2"
    if row.case is None:
        return "", "", "text2"
    ink = "danger" if row.case.light is Light.RED else "text2"
    return row.case.lead_name, short_late_words(row.case), ink


class AgendaCard(Card):
    """The agenda with its progress and its keys."""

    row_chosen = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self.setFixedWidth(340)
        self.list = AgendaList()
        self.list.row_chosen.connect(self.row_chosen)
        self.list.remove_wanted.connect(self.remove_wanted)
        self.list.moved_to.connect(self._show_line)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 14, 12)
        head.setSpacing(10)
        self._title = CardTitle(self.tr("议程"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setAccessibleName(self.tr("议程进度"))
        head.addWidget(self._title)
        head.addWidget(self._bar)
        self._column = ScrollColumn(self, name=self.tr("议程"), spacing=0)
        self._column.body.addWidget(self.list)
        self._column.body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 14, 8)
        self._hints = KeyHints((("Alt ↑↓", self.tr("换件")), ("Alt PgUp PgDn", self.tr("换议程"))))
        foot.addWidget(self._hints)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.body.addWidget(self._column, 1)
        self.body.addWidget(Line())
        self.body.addLayout(foot)

    def show_agenda(
        self,
        rows: tuple[AgendaRow, ...],
        agreed: Mapping[int, DecisionRow],
        current: int | None,
    ) -> None:
        """Show the agenda and how far the meeting is with its cases."""
        listed = [row for row in rows if row.case and not row.decision]
        done = sum(is_settled(row) for row in listed)
        self._title.set_note(self.tr("已议 {done} / {all} 件").format(done=done, all=len(listed)))
        self._bar.setMaximum(max(1, len(listed)))
        self._bar.setValue(done)
        self.list.show_agenda(rows, agreed, current)

    @Slot(int, int)
    def _show_line(self, top: int, height: int) -> None:
        self._column.ensureVisible(0, top + height // 2, 0, height * 2)
