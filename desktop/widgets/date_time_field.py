"""A date typed as people write it, with a calendar for those who would rather point."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.date_words import date_words, read_date_words
from desktop.widgets.left_keys import LeavesKeys
from desktop.widgets.shortcut import KeyLine


class DateTimeField(LeavesKeys, QLineEdit):
    """`changed` tells a datetime, or None while the words mean nothing.

    Alt+↓ opens the calendar, ↑ and ↓ move by a day. `now` is asked each time.
    """

    changed = Signal(object)

    def __init__(
        self,
        *,
        name: str = "",
        with_time: bool = True,
        usual: time = time(17, 30),
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = active_theme()
        self._theme.changed.connect(self._follow_theme)
        self._with_time = with_time
        self._usual = usual if with_time else time(0, 0)
        self._now = now
        self._value: datetime | None = None
        self.setAccessibleName(name)
        self._button = QAction(self)
        self._say_hint()
        self._button.triggered.connect(self.open_calendar)
        self.addAction(self._button, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._read)
        self.editingFinished.connect(self._tidy)
        self._follow_theme()

    def value(self) -> datetime | None:
        """Return the moment, or None when the line is empty or unclear."""
        return self._value

    def set_value(self, value: datetime | None) -> None:
        """Show a moment without telling."""
        self._value = value
        self._tidy()
        if value is None:
            self.setText("")

    def is_unclear(self) -> bool:
        """Tell whether there are words that mean no date."""
        return bool(self.text().strip()) and self._value is None

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        board = QFrame(self, Qt.WindowType.Popup)
        board.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        board.setProperty("kind", "card")
        column = QVBoxLayout(board)
        column.setContentsMargins(6, 6, 6, 6)
        calendar = QCalendarWidget(board)
        calendar.setAccessibleName(self.tr("日历"))
        calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        shape = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        calendar.setVerticalHeaderFormat(shape)
        self._dress(calendar)
        shown = self._value or self._now()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(board.close)
        calendar.clicked.connect(board.close)
        column.addWidget(calendar)
        board.move(self.mapToGlobal(QPoint(0, self.height() + 3)))
        board.show()
        calendar.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_hint()
        super().changeEvent(event)

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("Alt ↓", self.tr("时间栏：打开日历")),
            KeyLine("↑", self.tr("时间栏：后一天")),
            KeyLine("↓", self.tr("时间栏：前一天")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._value is not None:
            self._move_days(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tidy()

    def _say_hint(self) -> None:
        long, short = self.tr("如 11-27 17:30、明天 9点、周五"), self.tr("如 11-27、周五、+3")
        self.setPlaceholderText(long if self._with_time else short)
        self._button.setText(self.tr("打开日历"))

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Give the calendar our arrows and a weekend that can be read."""
        weekend = QTextCharFormat()
        weekend.setForeground(self._theme.colour("danger"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, weekend)
        for name, icon in (("prevmonth", "chevron-left"), ("nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(self._theme.icon(icon, "text2", self._theme.px(16)))

    def _move_days(self, days: int) -> None:
        if self._value is not None:
            moved = QDate(self._value.year, self._value.month, self._value.day).addDays(days)
            self._take(moved)

    def _take(self, day: QDate) -> None:
        clock = self._value.timetz() if self._value is not None else self._usual
        found = datetime(day.year(), day.month(), day.day())
        self._value = datetime.combine(found.date(), clock)
        self._tidy()
        self.changed.emit(self._value)

    def _read(self, words: str) -> None:
        found = read_date_words(words, self._now(), self._usual)
        if found != self._value:
            self._value = found
            self.changed.emit(found)

    def _tidy(self) -> None:
        if self._value is not None:
            words = date_words(self._value, self._now(), with_time=self._with_time)
            if words != self.text():
                self.setText(words)

    def _follow_theme(self) -> None:
        self._button.setIcon(self._theme.icon("calendar", "text2", self._theme.px(16)))
