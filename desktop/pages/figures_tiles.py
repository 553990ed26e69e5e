"""The chief figures in a row: value, the two numbers it is made of, and how it moved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from db.queries.statistics import Side, counter_name
from db.rules.counters import Counters
from db.rules.indicators import indicator_table
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import Overview, values_of
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.kpi_tile import KpiFigure, KpiTile
from desktop.widgets.plain_label import PlainLabel, plain_tool_tip

CODES = (
    "registered",
    "close_rate",
    "transfer_rate",
    "on_time_rate",
    "sign_on_time_rate",
    "satisfaction_rate",
)
BETTER_COLUMNS = 6


@dataclass(frozen=True)
class Compare:
    """Which comparison stands in front: with the period before (环比) or last year (同比)."""

    with_last_year: bool = False


class FigureTile(KpiTile):
    """A tile whose value and parts each open their list; ``wanted`` tells code and side."""

    wanted = Signal(str, str)

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(texts.indicator_name(code), parent=parent)
        self._code = code
        self._parts = QWidget(self)
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._part = ActionButton("", kind="link", parent=self._parts)
        self._slash = PlainLabel("/", self._parts, kind="second", tone="text2")
        self._whole = ActionButton("", kind="link", parent=self._parts)
        for widget in (self._part, self._slash, self._whole):
            row.addWidget(widget)
        row.addStretch(1)
        self.clicked.connect(self._want_part)
        self._part.clicked.connect(self._want_part)
        self._whole.clicked.connect(self._want_whole)

    def show_overview(self, seen: Overview, compare: Compare) -> None:
        """Show the figure of a period."""
        fair = seen.fair_is_satisfied
        indicator = indicator_table(fair_is_satisfied=fair)[self._code]
        now = seen.compared.current
        value = indicator.value(now)
        is_rate = indicator.denominator is not None
        front, behind = self._changes(seen, compare)
        shown = texts.NOTHING if value is None else value
        if not is_rate:
            shown = words.number(int(value or 0))
        self.show_figure(
            KpiFigure(
                value=shown,
                unit="" if value is None else "%" if is_rate else self.tr("件"),
                change=front.words,
                change_tone=front.tone,
                note=behind.words,
                line=values_of(seen.moves, self._code, fair=fair),
                line_tone="ok"
                if front.tone == "green"
                else "warn"
                if front.tone == "amber"
                else "brand",
            )
        )
        self._show_parts(now, fair=fair)

    def part(self) -> ActionButton:
        """Return the link of the numerator (of a count: of what is still open)."""
        return self._part

    def whole(self) -> ActionButton:
        """Return the link of the denominator."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = active_theme()
        # The line that the tile leaves for the parts of its figure.
        top = 12 + theme.px(62) - 4
        self._parts.setGeometry(11, top, self.width() - 22, theme.px(20) + 8)

    def _changes(self, seen: Overview, compare: Compare) -> tuple[words.Change, words.Change]:
        fair = seen.fair_is_satisfied
        pairs = [
            (self.tr("环比"), seen.compared.previous),
            (self.tr("同比"), seen.compared.last_year),
        ]
        if compare.with_last_year:
            pairs.reverse()
        now = seen.compared.current
        return (
            words.change(self._code, *_pair(pairs[0], now), fair=fair, short=False),
            words.change(self._code, *_pair(pairs[1], now), fair=fair, short=True),
        )

    def _show_parts(self, now: Counters, *, fair: bool) -> None:
        indicator = indicator_table(fair_is_satisfied=fair)[self._code]
        is_rate = indicator.denominator is not None
        self._slash.setVisible(is_rate)
        self._whole.setVisible(is_rate)
        if indicator.denominator is None:
            open_cases = self.tr("其中未办结 {n} 件").format(n=words.number(now.open))
            self._part.setText(open_cases)
            return
        part, whole = indicator.numerator(now), indicator.denominator(now)
        unit = self.tr("次回访") if self._code == "satisfaction_rate" else self.tr("件")
        self._part.setText(words.number(part))
        self._whole.setText(f"{words.number(whole)} {unit}")
        names = [
            words.counter_name(counter_name(count))
            for count in (indicator.numerator, indicator.denominator)
        ]
        for button, name in zip((self._part, self._whole), names, strict=True):
            button.setAccessibleName(f"{name} {button.words()}")
        plain_tool_tip(self, self.tr("{part} ÷ {whole}").format(part=names[0], whole=names[1]))

    @Slot()
    def _want_part(self) -> None:
        if self._code == "registered" and self.sender() is self._part:
            self.wanted.emit("open", Side.NUMERATOR.value)
        else:
            self.wanted.emit(self._code, Side.NUMERATOR.value)

    @Slot()
    def _want_whole(self) -> None:
        self.wanted.emit(self._code, Side.DENOMINATOR.value)


class FigureTiles(QWidget):
    """The row of tiles."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In a low window the charts below scroll; a tile never loses its last line.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.tiles = {code: FigureTile(code, self) for code in CODES}
        for tile in self.tiles.values():
            tile.wanted.connect(self.wanted)
        self.follow_width(1920)

    def show_overview(self, seen: Overview, compare: Compare) -> None:
        """Show the figures of a period."""
        for tile in self.tiles.values():
            tile.show_overview(seen, compare)

    def follow_width(self, width: int) -> None:
        """Take two rows where six tiles in one would lose their words."""
        columns = BETTER_COLUMNS if width >= 1200 * active_theme().factor else 3
        for place, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, place // columns, place % columns)


def _pair(pair: tuple[str, Counters], current: Counters) -> tuple[str, Counters, Counters]:
    label, earlier = pair
    return label, current, earlier
