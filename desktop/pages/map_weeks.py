"""Below the map: the last six weeks side by side, each open to a closer look."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.rules.numbering import IsoWeek
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import FigureRow, shown
from desktop.pages.map_figures import scale_over, value_of
from desktop.pages.map_seen import WEEKS, WeeksSeen
from desktop.theme import active_theme
from desktop.widgets.card import Card
from desktop.widgets.map import MapShape, MiniMap
from desktop.widgets.plain_label import PlainLabel

_HEIGHT = 150


class WeeksStrip(Card):
    """``week_wanted`` tells the Monday and the Sunday of the week that was pressed."""

    week_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=10, spacing=0)
        self._seen: WeeksSeen | None = None
        self._shapes: tuple[MapShape, ...] = ()
        self.maps = tuple(MiniMap(self) for _ in range(WEEKS))
        for nth, one in enumerate(self.maps):
            one.setProperty("nth", nth)
            one.clicked.connect(self._want)
        about = QVBoxLayout()
        about.setSpacing(4)
        about.addWidget(PlainLabel(self.tr("最近 {n} 周").format(n=WEEKS), kind="section"))
        self._figure = PlainLabel("", kind="second", wrap=True)
        about.addWidget(self._figure)
        about.addWidget(
            PlainLabel(self.tr("按现在的状态，同一标尺；点开看大图"), kind="small", wrap=True)
        )
        about.addStretch(1)
        left = QWidget(self)
        left.setLayout(about)
        left.setFixedWidth(active_theme().px(132))
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(left)
        for one in self.maps:
            across.addWidget(one, 1)
        self.body.addLayout(across)
        self.setFixedHeight(active_theme().px(_HEIGHT))

    def show_weeks(
        self, seen: WeeksSeen, shapes: tuple[MapShape, ...], code: str, start: date, end: date
    ) -> None:
        """Shade the weeks by an indicator; the one that the large map shows is marked."""
        self._seen = seen
        if shapes is not self._shapes:
            self._shapes = shapes
            for one in self.maps:
                one.show_shapes(shapes)
        self._figure.setText(texts.indicator_name(code))
        values = [
            {shape.id: value_of(week.of(shape.id), code, fair=seen.fair) for shape in shapes}
            for week in seen.weeks
        ]
        scale = scale_over(code, [v for week in values for v in week.values() if v is not None])
        for one, week, found in zip(self.maps, seen.weeks, values, strict=True):
            total = FigureRow("", week.total, None, None, seen.fair)
            one.show_moment(
                self.tr("第 {n} 周").format(n=IsoWeek.of(week.start).week),
                shown(total, code),
                words.short_days(week.start, week.end),
                {id_: scale.step(value) for id_, value in found.items()},
            )
            one.setChecked((week.start, week.start + timedelta(days=6)) == (start, end))

    @Slot()
    def _want(self) -> None:
        one = self.sender()
        if isinstance(one, MiniMap) and self._seen is not None:
            week = self._seen.weeks[one.property("nth")]
            self.week_wanted.emit(week.start, week.start + timedelta(days=6))
