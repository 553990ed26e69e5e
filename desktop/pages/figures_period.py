"""Which period, on which basis, compared with what, narrowed to where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from db.queries.lookup import PlaceRow
from db.rules.counters import Basis
from db.rules.numbering import IsoWeek
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import Span, Wanted
from desktop.theme import active_theme
from desktop.widgets.buttons import IconButton
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.wide_letters import narrow

ONE_ROW_FROM = 1500
WEEK_DIGITS = 2


class PeriodBar(QWidget):
    """``changed`` tells that other figures are wanted, ``compare_changed`` only another look."""

    changed = Signal()
    compare_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.today()
        self._wanted = Wanted()
        self._build()
        self._show()

    # What others call ---------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """Return what is looked at."""
        return self._wanted

    def with_last_year(self) -> bool:
        """Tell whether last year stands in front."""
        return bool(self._compare.value())

    def show_today(self, today: date) -> None:
        """Take the street's own day, by which this week, month and year are told."""
        if today != self._today:
            self._today = today
            self._show()

    def show_places(self, places: tuple[PlaceRow, ...]) -> None:
        """Offer the communities."""
        everywhere = self.tr("全部 {n} 个").format(n=len(places))
        self._community.set_options([(None, everywhere), *((one.id, one.name) for one in places)])

    def show_platforms(self, platforms: dict[str, str]) -> None:
        """Offer the platforms."""
        self._platform.set_options([(None, self.tr("全部")), *platforms.items()])

    def look_at(self, start: date, end: date) -> None:
        """Look at a period of one's own, as if it had been typed."""
        self._wanted = replace(self._wanted, span=Span.OWN, start=start, end=end, steps=0)
        self._show()
        self.changed.emit()

    def follow_width(self, width: int) -> None:
        """Put the filters into a second row where one is too narrow."""
        own = self._wanted.span is Span.OWN
        one_row = width >= active_theme().px(ONE_ROW_FROM + (220 if own else 0))
        self._grid.addWidget(self._filters, 0 if one_row else 1, 1 if one_row else 0)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._span = SegmentedChoice(
            (
                ((Span.DAY, 0), self.tr("今日")),
                ((Span.WEEK, 0), self.tr("本周")),
                ((Span.WEEK, -1), self.tr("上周")),
                ((Span.MONTH, 0), self.tr("本月")),
                ((Span.MONTH, -1), self.tr("上月")),
                ((Span.QUARTER, 0), self.tr("本季")),
                ((Span.HALF, 0), self.tr("本半年")),
                ((Span.YEAR, 0), self.tr("本年")),
                ((Span.OWN, 0), self.tr("自定")),
            ),
            name=self.tr("统计时期"),
            numbered=False,
            compact=True,
        )
        self._back = IconButton("chevron-left", self.tr("前一个时期"))
        self._forth = IconButton("chevron-right", self.tr("后一个时期"))
        self._name = PlainLabel("", kind="strong")
        self._start = DateTimeField(name=self.tr("开始日期"), with_time=False)
        self._end = DateTimeField(name=self.tr("结束日期"), with_time=False)
        self._week = LineField(self.tr("周，如 2026-W26"), name=self.tr("第几周"), longest=10)
        self._hint = PlainLabel("", kind="second", tone="danger")
        for field in (self._start, self._end):
            field.setFixedWidth(172)
            field.changed.connect(self._take_days)
        self._week.setFixedWidth(150)
        self._week.returnPressed.connect(self._take_week)
        self._compare = SegmentedChoice(
            ((False, self.tr("环比")), (True, self.tr("同比"))),
            name=self.tr("对比"),
            numbered=False,
            compact=True,
        )
        self._compare.set_value(False)
        self._compare.changed.connect(self._tell_compare)
        self._make_filters()
        self._span.changed.connect(self._take_span)
        self._back.clicked.connect(self._go_back)
        self._forth.clicked.connect(self._go_forth)
        self._lay_out()

    def _make_filters(self) -> None:
        self._basis = FilterPill(
            self.tr("口径"), "info", tuple((basis, texts.label(basis)) for basis in Basis)
        )
        self._community = FilterPill(self.tr("村社"), "building-2", ((None, self.tr("全部")),))
        self._platform = FilterPill(self.tr("平台"), "layers", ((None, self.tr("全部")),))
        for pill in (self._basis, self._community, self._platform):
            pill.changed.connect(self._take_filters)

    def _lay_out(self) -> None:
        period = QWidget(self)
        row = QHBoxLayout(period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (
            self._span,
            self._back,
            self._name,
            self._forth,
            self._start,
            self._end,
            self._week,
            self._hint,
        ):
            row.addWidget(widget)
        row.addWidget(PlainLabel(self.tr("对比"), kind="second", tone="text2"))
        row.addWidget(self._compare)
        row.addStretch(1)
        self._filters = QWidget(self)
        pills = QHBoxLayout(self._filters)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(8)
        for pill in (self._basis, self._community, self._platform):
            pills.addWidget(pill)
        pills.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(period, 0, 0)
        self._grid.setColumnStretch(1, 1)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _take_span(self, preset: tuple[Span, int]) -> None:
        span, steps = preset
        start, end = self._wanted.days(self._today)
        self._wanted = replace(self._wanted, span=span, steps=steps, start=start, end=end)
        self._tell()

    @Slot()
    def _go_back(self) -> None:
        self._wanted = replace(self._wanted, steps=self._wanted.steps - 1)
        self._tell()

    @Slot()
    def _go_forth(self) -> None:
        self._wanted = replace(self._wanted, steps=self._wanted.steps + 1)
        self._tell()

    @Slot(object)
    def _take_days(self, _value: object) -> None:
        start, end = self._start.value(), self._end.value()
        if start is None or end is None or start > end:
            backwards = start is not None and end is not None
            self._say(self.tr("结束早于开始") if backwards else self.tr("请填起止日期"))
            return
        self._wanted = replace(
            self._wanted, span=Span.OWN, start=start.date(), end=end.date(), steps=0
        )
        self._say("")
        self.changed.emit()

    @Slot()
    def _take_week(self) -> None:
        typed = narrow(self._week.value()).strip().upper()
        if typed.isdecimal() and len(typed) <= WEEK_DIGITS:
            typed = f"{self._wanted.days(self._today)[1].year}-W{int(typed):02}"
        week = IsoWeek.parse(typed)
        if week is None:
            self._say(self.tr("没有这一周"))
            return
        self._say("")
        self.look_at(week.monday, week.sunday)

    @Slot(object)
    def _take_filters(self, _value: object) -> None:
        self._wanted = replace(
            self._wanted,
            basis=self._basis.value(),
            community_id=self._community.value(),
            platform=self._platform.value(),
        )
        self.changed.emit()

    @Slot(object)
    def _tell_compare(self, _value: object) -> None:
        self.compare_changed.emit()

    # Inside -------------------------------------------------------------------------------

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _say(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _show(self) -> None:
        own = self._wanted.span is Span.OWN
        start, end = self._wanted.days(self._today)
        # Three weeks ago is none of the presets; then the name of the period tells it alone.
        self._span.set_value((self._wanted.span, self._wanted.steps))
        self._name.setText(words.period_name(self._wanted, self._today))
        self._start.set_value(datetime.combine(start, time()))
        self._end.set_value(datetime.combine(end, time()))
        for field in (self._start, self._end, self._week):
            field.setVisible(own)
        for step in (self._back, self._name, self._forth):
            step.setVisible(not own)
        self._say("")
        self.follow_width(self.window().width())
