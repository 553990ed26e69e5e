"""When cases come in: weekday and hour."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.rules.rates import rate
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import HoursSeen
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.charts.heat_calendar import WHOLE_DAY, HeatCalendar
from desktop.widgets.plain_label import PlainLabel

WEEK = tuple(range(7))
ALL_HOURS = tuple(range(24))
NIGHT = (*range(18, 24), *range(8))


class HoursCard(Card):
    """The heat of the week; ``hours_wanted`` tells (weekdays, hours, words) of a list."""

    hours_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=6)
        self._busiest = (0, 0)
        self.heat = HeatCalendar(name=self.tr("星期与小时"))
        self.heat.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.heat.chosen.connect(self._choose)
        self._busy = ActionButton("", kind="link")
        self._night = ActionButton("", kind="link")
        self._share = PlainLabel("", kind="second", tone="text2")
        self._busy.clicked.connect(self._want_busiest)
        self._night.clicked.connect(self._want_night)
        self.body.addWidget(CardTitle(self.tr("什么时候报得多"), self.tr("星期 × 小时 · 件")))
        self.body.addWidget(self.heat, 1)
        links = QHBoxLayout()
        links.setSpacing(6)
        for widget in (self._busy, self._night, self._share):
            links.addWidget(widget)
        links.addStretch(1)
        self.body.addLayout(links)

    def show_hours(self, seen: HoursSeen) -> None:
        """Show the counts of a period."""
        counts = seen.counts
        self.heat.show_counts(counts)
        most, day, hour = max(
            (count, -day, -hour) for day, row in enumerate(counts) for hour, count in enumerate(row)
        )
        self._busiest = (-day, -hour)
        whole = sum(sum(row) for row in counts)
        night = sum(row[hour] for row in counts for hour in NIGHT)
        self._busy.setVisible(whole > 0)
        self._night.setVisible(whole > 0)
        self._busy.setText(
            self.tr("最忙：{day} {hour:02} 时 {n} 件").format(
                day=words.day_name(-day), hour=-hour, n=words.number(most)
            )
        )
        self._night.setText(self.tr("夜间（18—08 时）{n} 件").format(n=words.number(night)))
        share = self.tr("占 {share}").format(share=texts.rate(rate(night, whole)))
        self._share.setText(share if whole else self.tr("这段时间没有录入，换一个时期看看"))

    def busiest_link(self) -> ActionButton:
        """Return the link to the busiest hour."""
        return self._busy

    @Slot(object)
    def _choose(self, cell: tuple[int, int]) -> None:
        day, hour = cell
        if hour == WHOLE_DAY:
            whole = self.tr("{day}录入").format(day=words.day_name(day))
            self.hours_wanted.emit(((day,), ALL_HOURS, whole))
            return
        name = self.tr("{day} {hour:02} 时录入").format(day=words.day_name(day), hour=hour)
        self.hours_wanted.emit(((day,), (hour,), name))

    @Slot()
    def _want_busiest(self) -> None:
        self._choose(self._busiest)

    @Slot()
    def _want_night(self) -> None:
        self.hours_wanted.emit((WEEK, NIGHT, self.tr("夜间（18—08 时）录入")))
