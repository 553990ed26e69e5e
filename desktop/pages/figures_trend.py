"""What came in and what was closed over time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from db.queries.page import CaseFilter
from db.queries.statistics import GroupBy, TrendPoint, counter_filter
from db.rules.counters import Basis
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import TrendSeen
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.charts.line_chart import Band, LineChart, Series
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice

LEAST_HEIGHT = 190


class TrendCard(Card):
    """The trend; ``step_wanted`` asks for days, weeks or months, ``cases_wanted`` for a list."""

    step_wanted = Signal(object)
    cases_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=6)
        self._seen: TrendSeen | None = None
        self._place = -1
        self._title = CardTitle(self.tr("录入与办结趋势"))
        self._step = SegmentedChoice(
            (
                (GroupBy.DAY, self.tr("日")),
                (GroupBy.WEEK, self.tr("周")),
                (GroupBy.MONTH, self.tr("月")),
            ),
            name=self.tr("按日、周、月"),
            numbered=False,
            compact=True,
        )
        self._step.changed.connect(self.step_wanted)
        self._title.add(self._step)
        self.chart = LineChart(name=self.tr("录入与办结趋势"), unit=self.tr("件"))
        self.chart.setMinimumHeight(LEAST_HEIGHT)
        # Only the least height counts, so that the rankings below have their rows.
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.chart.chosen.connect(self._choose)
        self._bucket = PlainLabel("", kind="second", tone="text2")
        self._registered = ActionButton("", kind="link")
        self._closed = ActionButton("", kind="link")
        self._last_year = PlainLabel("", kind="second", tone="text3")
        self._registered.clicked.connect(self._want_registered)
        self._closed.clicked.connect(self._want_closed)
        links = QHBoxLayout()
        links.setSpacing(10)
        for widget in (self._bucket, self._registered, self._closed, self._last_year):
            links.addWidget(widget)
        links.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(self.chart, 1)
        self.body.addLayout(links)

    def show_trend(self, seen: TrendSeen) -> None:
        """Show a trend."""
        self._seen = seen
        self._step.set_value(seen.by)
        note = {
            GroupBy.DAY: self.tr("按日 · {n} 天 · 点任一天看清单"),
            GroupBy.WEEK: self.tr("按周 · {n} 周 · 点任一周看清单"),
            GroupBy.MONTH: self.tr("按月 · {n} 个月 · 点任一月看清单"),
        }[seen.by]
        self._title.set_note(note.format(n=len(seen.points)))
        points = seen.points
        self.chart.show_series(
            [words.bucket_label(point, seen.by) for point in points],
            [
                Series(
                    self.tr("录入"), [point.registered for point in points], "brand", filled=True
                ),
                Series(self.tr("办结"), [point.closed for point in points], "ok"),
                *self._last_year_line(seen),
            ],
            bands=self._bands(seen),
            details=[words.bucket_name(point, seen.by) for point in points],
        )
        self._show_point(len(points) - 1)

    def registered_link(self) -> ActionButton:
        """Return the link to what came in in the chosen time."""
        return self._registered

    def closed_link(self) -> ActionButton:
        """Return the link to what was closed in the chosen time."""
        return self._closed

    def _last_year_line(self, seen: TrendSeen) -> list[Series]:
        counts = [point.last_year for point in seen.points]
        # A street in its first year has none to be drawn along the axis.
        return [Series(self.tr("去年录入"), counts, "text3", dashed=True)] if any(counts) else []

    def _bands(self, seen: TrendSeen) -> list[Band]:
        found = []
        for holiday in seen.holidays:
            places = [
                place
                for place, point in enumerate(seen.points)
                if point.start <= holiday.last and point.end >= holiday.first
            ]
            # A month is too long to be shaded for one holiday in it.
            if places and seen.by is not GroupBy.MONTH:
                found.append(Band(places[0], places[-1], words.holiday_name(holiday.code)))
        return found

    def _show_point(self, place: int) -> None:
        seen = self._seen
        self._place = place
        known = seen is not None and 0 <= place < len(seen.points)
        for widget in (self._registered, self._closed):
            widget.setVisible(known)
        self._last_year.setText("")
        self._bucket.setText(self.tr("这段时间还没有到"))
        if seen is None or not known:
            return
        point = seen.points[place]
        self._bucket.setText(words.bucket_name(point, seen.by))
        self._registered.setText(self.tr("录入 {n} 件").format(n=words.number(point.registered)))
        self._closed.setText(self.tr("办结 {n} 件").format(n=words.number(point.closed)))
        self._last_year.setText(self.tr("去年同期 {n} 件").format(n=words.number(point.last_year)))

    @Slot(object)
    def _choose(self, place: int) -> None:
        self._show_point(place)
        self._want_registered()

    @Slot()
    def _want_registered(self) -> None:
        if self._seen is not None:
            point = self._seen.points[self._place]
            self._want(_came_in(self._seen, point), self.tr("录入"), point)

    @Slot()
    def _want_closed(self) -> None:
        if self._seen is not None:
            point = self._seen.points[self._place]
            self._want(_went_out(self._seen, point), self.tr("办结"), point)

    def _want(self, wanted: CaseFilter, what: str, point: TrendPoint) -> None:
        assert self._seen is not None  # both callers looked
        name = words.bucket_name(point, self._seen.by)
        self.cases_wanted.emit(wanted, self.tr("{time} {what}").format(time=name, what=what))


def _came_in(seen: TrendSeen, point: TrendPoint) -> CaseFilter:
    """Return the filter of what came in: by the day of entry, whatever the basis of the page."""
    scope = replace(seen.scope, start=point.start, end=point.end, basis=Basis.REGISTERED)
    return counter_filter(scope, "registered")


def _went_out(seen: TrendSeen, point: TrendPoint) -> CaseFilter:
    """Return the filter of what was closed in the time, whenever it came in."""
    scope = replace(seen.scope, start=point.start, end=point.end, basis=Basis.CLOSED)
    closed = counter_filter(scope, "closed")
    return closed.replace(closed_from=point.start, closed_to=point.end)
