"""The working calendar of a year: holidays, make-up workdays, and years not announced yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.commands.calendar import SetCalendarDays
from db.errors import Conflict
from db.queries.calendar_history import CalendarChange, calendar_changes
from db.queries.door import Reader
from db.queries.what_if import MovedRow, calendar_what_if, own_calendar_days
from db.rules.calendar import DayKind
from db.rules.permissions import Permission
from desktop import texts
from desktop.errors import sentence
from desktop.pages.office_calendar_day import DayDialog, DaySeen, day_words, said_words
from desktop.pages.office_calendar_history import CalendarHistoryDialog
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.canvas import CENTER, LEFT, Canvas, PaintedWidget
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.notices import Banner
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shown_dialog import ShownDialog

MONTHS, ACROSS, WEEKDAYS, WEEKS = 12, 4, 7, 6
_SATURDAY = 5
LINE = 17
"""Least height of a week; a larger font makes the year longer, and it scrolls."""


@dataclass(frozen=True)
class YearSeen:
    """A year of the working calendar."""

    year: int
    announced: bool
    today: date
    days: dict[date, DaySeen]
    workdays: int


def year_seen(reader: Reader, year: int | None) -> YearSeen:
    """Return a year of the calendar; without one the present year."""
    year = year or reader.now.year
    calendar = reader.office.calendar
    said = {own.day: own for own in own_calendar_days(reader, year)}
    days: dict[date, DaySeen] = {}
    day = date(year, 1, 1)
    while day.year == year:
        own = said.get(day)
        note = calendar.note(day) if own is None else own.note
        days[day] = DaySeen(day, calendar.kind(day), note, own is not None)
        day += timedelta(days=1)
    workdays = sum(calendar.is_workday(one) for one in days)
    return YearSeen(year, calendar.is_announced(year), reader.now.date(), days, workdays)


class YearBoard(PaintedWidget):
    """Twelve months; arrows move between days, ``chosen`` tells a day."""

    chosen = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: YearSeen | None = None
        self._current = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("工作日历"))

    def show_year(self, seen: YearSeen) -> None:
        """Show a year."""
        self._seen = seen
        if self._current.year != seen.year:
            here = seen.today.year == seen.year
            self._current = seen.today if here else date(seen.year, 1, 1)
        self._describe()

    def current(self) -> date:
        """Return the day on which the keyboard is."""
        return self._current

    def go_to(self, day: date) -> None:
        """Go to a day of the shown year."""
        if self._seen is not None and day in self._seen.days:
            self._current = day
            self._describe()

    def place_of(self, day: date) -> QRectF:
        """Return where a day stands on the board."""
        return self._cell(day)

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def minimumSizeHint(self) -> QSize:
        month = self._head() + (WEEKS + 1) * self._theme.px(LINE) + 10
        return QSize(620, round(MONTHS // ACROSS * month))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day in self._seen.days if self._seen is not None else ():
            if self._cell(day).contains(event.position()):
                self.go_to(day)
                self.chosen.emit(day)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: WEEKDAYS,
            Qt.Key.Key_Up: -WEEKDAYS,
        }.get(Qt.Key(event.key()), 0)
        if step:
            self.go_to(self._current + timedelta(days=step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def draw(self, canvas: Canvas) -> None:
        if self._seen is None:
            return
        for month in range(1, MONTHS + 1):
            frame = self._frame(month)
            head = QRectF(frame.left(), frame.top(), frame.width(), self._head())
            words = self.tr("{month} 月").format(month=month)
            canvas.text(head, words, 14, bold=True, align=LEFT)
            for weekday, letter in enumerate(self.tr("一二三四五六日")):
                room = self._place(month, weekday, -1)
                ink = "text3" if weekday < _SATURDAY else "text2"
                canvas.text(room, letter, 12, ink, align=CENTER)
        for seen in self._seen.days.values():
            self._draw_day(canvas, seen)

    def _draw_day(self, canvas: Canvas, seen: DaySeen) -> None:
        assert self._seen is not None  # the caller looked
        cell = self._cell(seen.day).adjusted(1, 1, -1, -1)
        tones = self._theme.tokens
        ink = "text"
        if seen.kind is DayKind.HOLIDAY:
            canvas.box(cell, 4, tones.danger_weak)
            ink = "danger"
        elif seen.kind is DayKind.MAKE_UP:
            canvas.box(cell, 4, tones.warn_weak, "warn")
            ink = "warn"
        elif seen.kind is DayKind.WEEKEND:
            ink = "text3"
        if seen.day == self._seen.today:
            canvas.box(cell, 4, "brand")
            ink = "on_brand"
        if seen.is_own:
            side = self._theme.px(6)
            spot = QRectF(cell.right() - side - 3, cell.top() + 3, side, side)
            canvas.box(spot, side / 2, ink)
        marked = seen.kind in (DayKind.HOLIDAY, DayKind.MAKE_UP)
        canvas.text(cell, str(seen.day.day), 12, ink, bold=marked, align=CENTER)
        if self.hasFocus() and seen.day == self._current:
            canvas.focus_ring(cell, 4)

    def _head(self) -> float:
        return float(self._theme.px(22))

    def _frame(self, month: int) -> QRectF:
        down = MONTHS // ACROSS
        wide, high = self.width() / ACROSS, self.height() / down
        place = month - 1
        return QRectF((place % ACROSS) * wide, (place // ACROSS) * high, wide - 24, high - 10)

    def _place(self, month: int, weekday: int, week: int) -> QRectF:
        frame = self._frame(month)
        wide = frame.width() / WEEKDAYS
        high = (frame.height() - self._head()) / (WEEKS + 1)
        top = frame.top() + self._head() + (week + 1) * high
        return QRectF(frame.left() + weekday * wide, top, wide, high)

    def _cell(self, day: date) -> QRectF:
        first = day.replace(day=1).weekday()
        place = first + day.day - 1
        return self._place(day.month, place % WEEKDAYS, place // WEEKDAYS)

    def _describe(self) -> None:
        if self._seen is not None and self._current in self._seen.days:
            self.setAccessibleDescription(day_words(self._seen.days[self._current]))
            self.moved.emit(self._current)
        self.update()


class CalendarView(Card):
    """A year at a time, with a warning where it has not been announced."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=16, spacing=10)
        self._services = services
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        self._sees_cases = session.may(Permission.CASE_SEE)
        self._year: int | None = None
        self._seen: YearSeen | None = None
        self._asked: ShownDialog[DayDialog] = ShownDialog()
        self._shown_now: dict[str, bool | None] = {}
        self._history: ShownDialog[CalendarHistoryDialog] = ShownDialog()
        self.warning = Banner(self)
        self.board = YearBoard(self)
        self.board.moved.connect(self._tell_day)
        if self._keeps:
            self.board.chosen.connect(self.ask)
        self._title = CardTitle(self.tr("工作日历"))
        back = IconButton("chevron-left", self.tr("上一年"))
        forth = IconButton("chevron-right", self.tr("下一年"))
        back.clicked.connect(self.go_back)
        forth.clicked.connect(self.go_forth)
        changes = ActionButton(self.tr("改动记录"), "history", kind="quiet")
        changes.clicked.connect(self.ask_history)
        for widget in (changes, back, forth):
            self._title.add(widget)
        self._day = PlainLabel("", kind="second", tone="text2")
        legend = QHBoxLayout()
        legend.setSpacing(10)
        for kind, tone in ((DayKind.HOLIDAY, "red"), (DayKind.MAKE_UP, "amber")):
            legend.addWidget(Chip(ChipSpec(texts.label(kind), tone)))
        legend.addWidget(PlainLabel(self.tr("● 街道自定"), kind="small", tone="text2"))
        legend.addWidget(self._day, 1)
        if self._keeps:
            hint = self.tr("点一天，或用方向键选好按回车，可以改成上班或休息")
            legend.addWidget(PlainLabel(hint, kind="small", tone="text3"))
        self.body.addWidget(self._title)
        self.body.addWidget(self.warning)
        self._scroll = ScrollColumn(self, name=self.tr("工作日历"))
        self._scroll.body.addWidget(self.board, 1)
        self.body.addWidget(self._scroll, 1)
        self.body.addLayout(legend)
        self.warning.hide()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the year."""
        self._services.ask(year_seen, self._year, parent=self, done=self._show, key="year")

    def take_focus(self) -> None:
        """Put the keyboard onto the year."""
        self.board.setFocus()

    @Slot()
    def go_back(self) -> None:
        """Show the year before."""
        self._step(-1)

    @Slot()
    def go_forth(self) -> None:
        """Show the next year."""
        self._step(1)

    @Slot(object)
    def ask(self, day: date) -> None:
        """Ask what a day is."""
        if self._seen is not None and day in self._seen.days:
            self._shown_now = {}
            dialog = DayDialog(self._seen.days[day], self.window())
            dialog.wanted.connect(self._send)
            if self._sees_cases:
                dialog.tried.connect(self._try)
            self._asked.open(dialog)

    @Slot()
    def ask_history(self) -> None:
        """Show who changed which day when."""
        self._services.ask(calendar_changes, parent=self, done=self._show_history, key="history")

    def history(self) -> CalendarHistoryDialog | None:
        """Return the open history."""
        return self._history.here()

    def dialog(self) -> DayDialog | None:
        """Return the open question."""
        return self._asked.here()

    def seen(self) -> YearSeen | None:
        """Return what is shown."""
        return self._seen

    # Inside -------------------------------------------------------------------------------

    def _step(self, years: int) -> None:
        if self._seen is not None:
            self._year = self._seen.year + years
            self.reload()

    @Slot(object)
    def _show(self, seen: YearSeen) -> None:
        self._seen = seen
        self._title.set_title(self.tr("{year} 年工作日历").format(year=seen.year))
        make_up = sum(one.kind is DayKind.MAKE_UP for one in seen.days.values())
        self._title.set_note(
            self.tr("{n} 个工作日，其中调休上班 {make_up} 天").format(
                n=seen.workdays, make_up=make_up
            )
        )
        if seen.announced:
            self.warning.hide()
        else:
            words = self.tr(
                "{year} 年的放假安排还没有公布或没有录入：现在按周一至周五计算时限，公布后请补录。"
            )
            self.warning.show_banner("warn", words.format(year=seen.year))
        self.board.show_year(seen)

    @Slot(object)
    def _show_history(self, changes: tuple[CalendarChange, ...]) -> None:
        self._history.open(CalendarHistoryDialog(changes, self.window()))

    @Slot(object)
    def _tell_day(self, day: date) -> None:
        if self._seen is not None and day in self._seen.days:
            spot = self.board.place_of(day).center().toPoint()
            self._scroll.ensureVisible(spot.x(), spot.y())
            self._day.setText(day_words(self._seen.days[day]))

    @Slot(object)
    def _try(self, days: dict[date, bool | None]) -> None:
        self._services.ask(
            calendar_what_if, days, parent=self, done=self._show_moved, key="what if"
        )

    @Slot(object)
    def _show_moved(self, moved: tuple[MovedRow, ...]) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            dialog.show_moved(moved)

    @Slot(object)
    def _send(self, command: SetCalendarDays) -> None:
        sent = replace(command, seen={**(command.seen or {}), **self._shown_now})
        self._services.run(sent, parent=self, done=self._done, failed=self._refuse)

    @Slot(object)
    def _done(self, result: dict[str, int]) -> None:
        self._asked.accept()
        words = self.tr("工作日历已保存")
        if result["recalculated"]:
            words = self.tr("工作日历已保存，重算了 {n} 件事件的时限").format(
                n=result["recalculated"]
            )
        self.told.emit(words, "ok")
        self.reload()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        dialog = self._asked.here()
        if dialog is not None:
            moved = error.facts.get("moved", ()) if isinstance(error, Conflict) else ()
            self._shown_now |= {one.name: one.now for one in moved}
            lines = (
                f"{one.name} {said_words(one.was)} → {said_words(one.now)} {one.who}"
                for one in moved
            )
            dialog.set_error("\n".join((sentence(error), *lines)))
