"""What the line at the bottom tells: the record's time, the day's numbers, when it was read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.rules.permissions import Permission
from desktop import texts
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.status_bar import StatusBar, StatusItem

if TYPE_CHECKING:
    from db.queries.door import Reader
    from db.queries.today import Today

SECOND = 1000
MINUTE = 60 * SECOND
LATE_MS = 300
"""Several changes that come one after the other are counted once."""


class StatusLine(QObject):
    """Keeps the status bar up to date while somebody is signed on."""

    cases_wanted = Signal(object, str)

    def __init__(self, bar: StatusBar, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._services = services
        self._session: Session | None = None
        self._street_time: datetime | None = None
        self._seconds = _timer(self, SECOND, self._show_time)
        self._minutes = _timer(self, MINUTE, self._count)
        self._late = _timer(self, LATE_MS, self._count)
        self._late.setSingleShot(True)
        bar.item_chosen.connect(self._open)
        services.connection.lost.connect(self._show_connection)
        services.connection.found.connect(self._show_connection)

    # What others call ---------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Begin for the person who signed on."""
        self._session = session
        self._show_connection()
        if session.is_practice:
            words = self.tr("练习数据，人员均为虚构")
            self._bar.set_item("practice", StatusItem(words, "info", "warn"))
        self._seconds.start()
        self._minutes.start()
        self._count()
        self._show_time()

    def stop(self) -> None:
        """End with the window."""
        for timer in (self._seconds, self._minutes, self._late):
            timer.stop()

    def follow(self, changes: tuple[Any, ...]) -> None:
        """Tell when the record was last read, and count anew when cases moved."""
        words = self.tr("{time} 已同步").format(time=f"{datetime.now():%H:%M:%S}")
        self._bar.set_item("synced", StatusItem(words, "refresh-cw"))
        if any(change.kind == "case" for change in changes) and not self._late.isActive():
            self._late.start()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _show_connection(self) -> None:
        if self._services.connection.is_away():
            self._bar.set_connection("bad", self.tr("连不上服务器"))
        else:
            self._bar.set_connection("ok", self.tr("已连接"))

    @Slot()
    def _count(self) -> None:
        if self._session is not None:
            self._services.ask(_today, parent=self, done=self._show_counts, key="today")

    @Slot(object)
    def _show_counts(self, found: Today) -> None:
        assert self._session is not None  # asked only then
        if self._session.is_practice:
            self._street_time = found.now
        if self._session.may(Permission.CASE_SEE):
            for key, words, icon, tone in (
                ("registered", self.tr("今日录入 {n}"), "file-plus", "text2"),
                ("closed", self.tr("办结 {n}"), "circle-check", "text2"),
                ("overdue", self.tr("超期 {n}"), "alarm-clock", "danger"),
            ):
                count = getattr(found, key)
                shown = tone if count else "text2"
                item = StatusItem(words.format(n=f"{count:,}"), icon, shown)
                self._bar.set_item(key, item, right=True)
        # The date stands at the end of the line, behind what was put there after it.
        self._bar.set_item("clock", None, right=True)
        self._show_time()

    @Slot()
    def _show_time(self) -> None:
        # A practice street has a time of its own, by which its deadlines are judged.
        now = self._street_time or datetime.now()
        weekday = texts.weekday(now.weekday())
        words = self.tr("{year} 年 {month} 月 {day} 日 星期{weekday}  {time}").format(
            year=now.year, month=now.month, day=now.day, weekday=weekday, time=f"{now:%H:%M}"
        )
        self._bar.set_item("clock", StatusItem(words, "calendar"), right=True)

    @Slot(object)
    def _open(self, key: str) -> None:
        """Open the list behind a number."""
        from db.queries.page import CaseFilter, Tab

        day = (self._street_time or datetime.now()).date()
        lists = {
            "registered": (
                CaseFilter(registered_from=day, registered_to=day),
                self.tr("今日录入"),
            ),
            "closed": (CaseFilter(tab=Tab.CLOSED_TODAY), self.tr("今日办结")),
            "overdue": (CaseFilter(tab=Tab.OVERDUE), self.tr("超期")),
        }
        if key in lists:
            self.cases_wanted.emit(*lists[key])


def _timer(parent: QObject, milliseconds: int, slot: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


def _today(reader: Reader) -> Today:
    from db.queries.today import today

    return today(reader)
