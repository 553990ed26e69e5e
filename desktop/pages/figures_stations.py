"""The stations by score, and why a score is what it is.

The ranking is a table with a bar in its cells, not a plot: each row has a dozen figures of which
each opens its own list, can be reached by key and is read as a cell by a screen reader.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.breakdowns import RankedStation
from db.queries.statistics import GroupBy, Side, counter_filter, figure_filter
from db.rules.indicators import INDICATORS
from db.rules.scores import ScorePart
from desktop import texts
from desktop.models.columns import Column
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import StationsSeen
from desktop.pages.whole_table import WholeTable
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.canvas import RIGHT, Canvas
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.text_delegate import TextDelegate

RATES = ("on_time_rate", "close_rate", "sign_on_time_rate", "rework_rate", "satisfaction_rate")
NARROW = frozenset({"close_rate", "sign_on_time_rate", "rework_rate", "satisfaction_rate"})
USUAL = frozenset({"close_rate"})
USUAL_FROM, WIDE_FROM = 1700, 2100
GOOD, FAIR = Decimal(95), Decimal(90)
MOST_CHIPS = 4
MOST_ROWS = 9


class ScoreDelegate(TextDelegate):
    """Paints a score as a bar with its number."""

    def draw_cell(
        self, canvas: Canvas, rect: QRectF, row: Any, column: Column, chosen: bool
    ) -> None:
        if column.paint != "score" or row.score.total is None:
            super().draw_cell(canvas, rect, row, column, chosen)
            return
        number = self.theme.px(50)
        track = QRectF(rect.left(), rect.center().y() - 4, rect.width() - number, 8)
        filled = QRectF(track)
        filled.setWidth(max(4.0, track.width() * float(row.score.total) / 100))
        tone = "bar_ok" if row.score.total >= GOOD else "brand"
        if row.score.total < FAIR:
            tone = "bar_warn"
        canvas.box(track, 4, "bar_track")
        canvas.box(filled, 4, tone)
        canvas.text(rect, column.text(row), 14, bold=True, align=RIGHT)


class StationsCard(Card):
    """The ranking; ``why_wanted`` asks for the reasons behind a station's score."""

    cases_wanted = Signal(object, str)
    why_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=6)
        self._seen: StationsSeen | None = None
        self._shown: RankedStation | None = None
        self._title = CardTitle(self.tr("站所排名"))
        self.table = WholeTable(
            self._columns(), ScoreDelegate(), name=self.tr("站所排名"), density="compact"
        )
        self.table.cell_chosen.connect(self._choose)
        self._why = QWidget(self)
        self._sentence = PlainLabel("", kind="strong", wrap=True)
        self._parts = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._chips = [Chip() for _ in range(MOST_CHIPS)]
        self._open = ActionButton("", kind="link")
        self._open.clicked.connect(self._want_all)
        self._build_why()
        self.body.addWidget(self._title)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._why)
        self._why.hide()

    def show_stations(self, seen: StationsSeen) -> None:
        """Show the ranking of a period."""
        self._seen = seen
        self._why.hide()
        self._shown = None
        taking_part = sum(station.rank is not None for station in seen.stations)
        note = self.tr("按得分 · 满分 100 · {n} 个单位参与 · 并列同名次 · 无件不参与排名")
        self._title.set_note(note.format(n=taking_part))
        ranked = [station for station in seen.stations if station.rank is not None]
        self.table.show_rows(ranked)
        row, head = self.table.verticalHeader(), self.table.horizontalHeader()
        shown = max(1, min(MOST_ROWS, len(ranked)))
        self.table.setMinimumHeight(shown * row.defaultSectionSize() + head.height() + 4)

    def show_why(self, seen: StationsSeen, unit_id: int) -> None:
        """Show why a station has its score; ``seen`` knows the period before."""
        found = next((one for one in seen.stations if one.unit_id == unit_id), None)
        if found is None:
            return
        self._seen, self._shown = seen, found
        self._sentence.setText(self._story(found, seen.before.get(unit_id)))
        self._show_losses(found)
        self._parts.setText("；".join(self._part_words(part) for part in found.score.parts))
        count = found.counters.registered
        self._open.setText(self.tr("打开这 {n} 件").format(n=words.number(count)))
        self._open.setVisible(count > 0)
        self._why.show()

    def reasons(self) -> str:
        """Return what the reasons say."""
        return f"{self._sentence.text()}\n{self._parts.text()}"

    def follow_width(self, width: int) -> None:
        """Leave out the lesser columns in a narrow window."""
        plain = width / active_theme().factor
        hidden = NARROW if plain < USUAL_FROM else USUAL if plain < WIDE_FROM else frozenset()
        self.table.hide_columns(hidden)

    # Building -----------------------------------------------------------------------------

    def _build_why(self) -> None:
        column = QVBoxLayout(self._why)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for chip in self._chips:
            row.addWidget(chip)
        row.addWidget(self._open)
        row.addStretch(1)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addWidget(self._parts)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("rank", self.tr("名次"), 54, _rank, strong=_is_first, align="right"),
            Column("moved", "", 72, _moved, tone=_moved_tone),
            Column("name", self.tr("站所"), 150, _name, strong=_is_first, stretch=True),
            Column("score", self.tr("得分"), 170, _score, paint="score", align="right"),
            Column("registered", self.tr("件数"), 54, _count, tone=_link, align="right"),
            *(
                Column(
                    code,
                    self._short_title(code),
                    86,
                    partial(_rate, code=code),
                    tone=partial(_rate_tone, code=code),
                    align="right",
                )
                for code in RATES
            ),
            Column("why", "", 82, partial(_why_words, words=self.tr("为什么？")), tone=_link),
        )

    def _short_title(self, code: str) -> str:
        return {
            "on_time_rate": self.tr("按时办结"),
            "close_rate": self.tr("办结"),
            "sign_on_time_rate": self.tr("签收及时"),
            "rework_rate": self.tr("返工"),
            "satisfaction_rate": self.tr("满意"),
        }[code]

    # Reasons ------------------------------------------------------------------------------

    def _story(self, station: RankedStation, before: RankedStation | None) -> str:
        total = station.score.total
        if total is None:
            return self.tr("{unit}本期没有件，不参与排名。").format(unit=station.name)
        earlier = before.score.total if before is not None else None
        if earlier is None or before is None or before.rank is None:
            return self.tr("{unit}得 {score} 分，第 {rank} 名；上期没有件，无从比较。").format(
                unit=station.name, score=total, rank=station.rank
            )
        moved = total - earlier
        more = self.tr("多") if moved > 0 else self.tr("少")
        change = (
            self.tr("{more} {n} 分").format(more=more, n=abs(moved)) if moved else self.tr("持平")
        )
        places = (
            self.tr("名次仍为第 {rank}").format(rank=station.rank)
            if before.rank == station.rank
            else self.tr("名次由第 {before} 到第 {rank}").format(
                before=before.rank, rank=station.rank
            )
        )
        return self.tr("{unit}得 {score} 分，比上期{change}，{places}。").format(
            unit=station.name, score=total, change=change, places=places
        )

    def _show_losses(self, station: RankedStation) -> None:
        losses = [
            (part.effective_weight - part.score, self._part_name(part))
            for part in station.score.parts
            if part.share is not None and part.effective_weight > part.score
        ]
        if station.yellow_cards:
            name = self.tr("黄牌 {n} 张").format(n=station.yellow_cards)
            losses.append((Decimal(5 * station.yellow_cards), name))
        if station.red_cards:
            name = self.tr("红牌 {n} 张").format(n=station.red_cards)
            losses.append((Decimal(10 * station.red_cards), name))
        losses.sort(key=_amount, reverse=True)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(losses))
            if place < len(losses):
                amount, name = losses[place]
                chip.show_chip(ChipSpec(f"{name} −{amount}", "red" if amount >= 1 else "amber"))

    def _part_name(self, part: ScorePart) -> str:
        return self.tr("反馈质量") if part.code == "stars" else texts.indicator_name(part.code)

    def _part_words(self, part: ScorePart) -> str:
        name = self._part_name(part)
        if part.share is None:
            return self.tr("{name}无件可计，权重分给其他项").format(name=name)
        reached = self.tr("1−{name}") if part.is_inverted else "{name}"
        return self.tr("{name} {share}% × 权重 {weight} = {score}").format(
            name=reached.format(name=name),
            share=part.share,
            weight=part.effective_weight,
            score=part.score,
        )

    # Slots --------------------------------------------------------------------------------

    @Slot(object, str)
    def _choose(self, station: RankedStation, key: str) -> None:
        if self._seen is None:
            return
        if key in RATES:
            if not INDICATORS[key].numerator(station.counters):
                return
            wanted = figure_filter(
                self._seen.scope, key, Side.NUMERATOR, GroupBy.STATION, station.unit_id
            )
            name = self.tr("{group} · {figure}").format(
                group=station.name, figure=texts.indicator_name(key)
            )
            self.cases_wanted.emit(wanted, name)
        elif key == "registered":
            self._shown = station
            self._want_all()
        else:
            self.why_wanted.emit(station.unit_id)

    @Slot()
    def _want_all(self) -> None:
        seen, station = self._seen, self._shown
        if seen is None or station is None or not station.counters.registered:
            return
        wanted = counter_filter(seen.scope, "registered", GroupBy.STATION, station.unit_id)
        self.cases_wanted.emit(wanted, self.tr("{unit} · 牵头件").format(unit=station.name))


def _rank(station: RankedStation) -> str:
    return texts.NOTHING if station.rank is None else str(station.rank)


def _is_first(station: RankedStation) -> bool:
    return station.rank == 1


def _moved(station: RankedStation) -> str:
    return words.rank_change(station.rank, station.previous_rank).words


def _moved_tone(station: RankedStation) -> str:
    return words.rank_change(station.rank, station.previous_rank).tone


def _name(station: RankedStation) -> str:
    return station.name


def _score(station: RankedStation) -> str:
    return texts.NOTHING if station.score.total is None else str(station.score.total)


def _count(station: RankedStation) -> str:
    return words.number(station.counters.registered)


def _link(station: RankedStation) -> str:
    return "brand" if station.counters.registered else "text3"


def _rate(station: RankedStation, code: str) -> str:
    return texts.rate(INDICATORS[code].value(station.counters))


def _rate_tone(station: RankedStation, code: str) -> str:
    return "brand" if INDICATORS[code].numerator(station.counters) else "text3"


def _why_words(station: RankedStation, words: str) -> str:
    return words


def _amount(loss: tuple[Decimal, str]) -> Decimal:
    return loss[0]
