"""What a day of the calendar shall be, and which deadlines of open cases that would move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.calendar import MOST_DAYS, CalendarDay, SetCalendarDays
from db.queries.what_if import MovedRow
from db.rules.calendar import DayKind
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.figures_words import holiday_name
from desktop.pages.whole_table import WholeTable
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice

_BY_ANNOUNCEMENT = "announced"
WIDE = 980


@dataclass(frozen=True)
class DaySeen:
    """What a day of the calendar is; ``is_own`` when the office says so itself."""

    day: date
    kind: DayKind
    note: str
    is_own: bool = False


class DayDialog(BasicDialog):
    """What the office says of a day or of several in a row; ``wanted`` tells the command."""

    wanted = Signal(object)
    tried = Signal(object)
    """Days and what they would be: someone should tell what they move (``show_moved``)."""

    def __init__(self, seen: DaySeen, parent: QWidget | None = None) -> None:
        super().__init__(texts.day(seen.day), day_words(seen), icon="calendar", parent=parent)
        self._day, self._said = seen.day, _said_by_office(seen)
        self._moved: tuple[MovedRow, ...] = ()
        self.choice = SegmentedChoice(
            (
                (_BY_ANNOUNCEMENT, self.tr("按公布的安排")),
                (True, self.tr("上班")),
                (False, self.tr("休息")),
            ),
            name=self.tr("这一天"),
        )
        self.choice.set_value(_BY_ANNOUNCEMENT if self._said is None else self._said)
        self.choice.changed.connect(self._try)
        self.last = DateTimeField(name=self.tr("连续到"), with_time=False)
        self.last.changed.connect(self._try)
        self._last_row = FieldRow(self.tr("连续到"), self.last, note=self.tr("不填只改这一天"))
        self.note = LineField(self.tr("如 台风停工"), name=self.tr("说明"), longest=50)
        self.note.set_value(seen.note if seen.is_own else "")
        self._build()

    def show_moved(self, moved: tuple[MovedRow, ...]) -> None:
        """Tell which deadlines would move, the movable ones first."""
        self._moved = moved
        movable = [row for row in moved if not row.is_fixed]
        self.table.show_rows(moved)
        self.table.setVisible(bool(moved))
        self._recalculate.setVisible(bool(movable))
        self._told.setText(self._summary(movable, len(moved) - len(movable)))
        self.button("yes").setText(
            self.tr("保存并重算") if self._recalculates() else self.tr("保存")
        )
        self.adjustSize()

    def moved(self) -> tuple[MovedRow, ...]:
        """Return what is told to move."""
        return self._moved

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(FieldRow(self.tr("这一天"), self.choice), 3)
        line.addWidget(self._last_row, 2)
        self.body.addLayout(line)
        self.body.addWidget(FieldRow(self.tr("说明"), self.note))
        hint = self.tr("选上班或休息，先看在办事件的哪些时限会变。")
        self._told = PlainLabel(hint, tone="text2", wrap=True)
        self.body.addWidget(self._told)
        self.table = WholeTable(
            (
                Column("number", self.tr("事件编号"), 166, _number),
                Column("title", self.tr("事件"), 170, _title, stretch=True),
                Column("unit", self.tr("承办单位"), 116, _unit, tone=_faint),
                Column("kind", self.tr("环节"), 84, _kind),
                Column("before", self.tr("原时限"), 178, _before, tone=_faint),
                Column("after", self.tr("新时限"), 178, self._after, tone=_after_tone),
            ),
            name=self.tr("会变的时限"),
            density="compact",
        )
        self.table.setMinimumHeight(150)
        self.widen(WIDE)
        self.table.hide()
        self.body.addWidget(self.table, 1)
        self.recalculate = SegmentedChoice(
            ((True, self.tr("按新日历重算")), (False, self.tr("保持原时限"))),
            name=self.tr("已经算好的时限"),
        )
        self.recalculate.set_value(True)
        self.recalculate.changed.connect(self._say_button)
        self._recalculate = FieldRow(self.tr("已经算好的时限"), self.recalculate)
        self._recalculate.hide()
        self.body.addWidget(self._recalculate)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button("yes", self.tr("保存"), kind="primary", icon="save", closes=False)
        yes.clicked.connect(self._tell)
        self.choice.setFocus()

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _try(self, _value: object) -> None:
        self._last_row.clear_error()
        days = self._days()
        if days:
            self.tried.emit(dict.fromkeys(days, self._value()))

    @Slot(object)
    def _say_button(self, _value: object) -> None:
        self.show_moved(self._moved)

    @Slot()
    def _tell(self) -> None:
        days = self._days()
        if not days:
            self._last_row.set_error(
                self.tr("请填这一天以后的日期，最多 {most} 天").format(most=MOST_DAYS)
            )
            self.last.setFocus()
            return
        value, note = self._value(), self.note.value()
        self.wanted.emit(
            SetCalendarDays(
                days=tuple(CalendarDay(day=day, is_workday=value, note=note) for day in days),
                recalculate=self._recalculates(),
                seen={self._day.isoformat(): self._said},
            )
        )

    # Inside -------------------------------------------------------------------------------

    def _value(self) -> bool | None:
        value = self.choice.value()
        return None if value == _BY_ANNOUNCEMENT else bool(value)

    def _days(self) -> list[date]:
        """Return the days that are meant; none when the last one cannot be."""
        if self.last.is_unclear():
            return []
        moment: datetime | None = self.last.value()
        count = 1 if moment is None else (moment.date() - self._day).days + 1
        if not 1 <= count <= MOST_DAYS:
            return []
        return [self._day + timedelta(nth) for nth in range(count)]

    def _recalculates(self) -> bool:
        movable = any(not row.is_fixed for row in self._moved)
        return movable and bool(self.recalculate.value())

    def _summary(self, movable: Sequence[MovedRow], fixed: int) -> str:
        if not movable and not fixed:
            return self.tr("在办事件的时限都不会变。")
        count = len({row.case_id for row in movable})
        words = self.tr("{cases} 件在办事件的 {n} 个时限会变。").format(cases=count, n=len(movable))
        if not fixed:
            return words
        more = self.tr("另有 {n} 个时限由人指定或挂起过，不自动改，请逐件看。")
        return words + more.format(n=fixed)

    def _after(self, row: MovedRow) -> str:
        return self.tr("不自动改") if row.is_fixed else texts.moment(row.after)


def said_words(value: bool | None) -> str:
    """Return what the office says of a day."""
    if value is None:
        return QCoreApplication.translate("DayDialog", "按公布的安排")
    if value:
        return QCoreApplication.translate("DayDialog", "上班")
    return QCoreApplication.translate("DayDialog", "休息")


def _said_by_office(seen: DaySeen) -> bool | None:
    return seen.kind in (DayKind.WORKDAY, DayKind.MAKE_UP) if seen.is_own else None


def day_words(seen: DaySeen) -> str:
    """Return a day with its weekday, what it is, and why."""
    name = holiday_name(seen.note)
    words = f"{texts.day_with_weekday(seen.day)} {texts.label(seen.kind)}"
    return f"{words} · {name}" if name else words


def _number(row: MovedRow) -> str:
    return row.number


def _title(row: MovedRow) -> str:
    return row.title


def _unit(row: MovedRow) -> str:
    return row.unit_name


def _kind(row: MovedRow) -> str:
    return texts.label(row.kind)


def _before(row: MovedRow) -> str:
    return texts.moment(row.before)


def _after_tone(row: MovedRow) -> str:
    if row.is_fixed:
        return "text3"
    return "danger" if row.after < row.before else "brand"


def _faint(_row: Any) -> str:
    return "text2"
