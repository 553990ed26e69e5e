"""The wall display: figures of the day, ranking, trend, heat and what is overdue."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop import texts
from desktop.screen.bar_panel import BarPanel
from desktop.screen.board import Board
from desktop.screen.heat_panel import HeatPanel
from desktop.screen.late_panel import LatePanel
from desktop.screen.number_tiles import NumberTiles
from desktop.screen.optics import Optics
from desktop.screen.panel import Panel
from desktop.screen.screen_settings import ScreenSettings
from desktop.screen.stage_window import StageView
from desktop.screen.trend_panel import TrendPanel
from desktop.screen.wall_head import WallHead
from desktop.theme import Theme
from desktop.widgets.canvas import Canvas

MARGIN, GAP, DOT = 36, 20, 10
TURN_MILLISECONDS = 20_000
"""How long a panel stands where the letters are so large that panels take turns."""
MEASURES_KEPT = 400
"""Words come and go for days; some times as many as stand on the wall are remembered."""
_WIDE, _LOW, _TALL = 1700, 560, 940
_SECONDS = 60


class WallView(StageView):
    """Shows a board; the clock is its own, everything else is told to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme = Theme(self, measures=MEASURES_KEPT)
        theme.wear("projection")
        self.setAccessibleName(self.tr("大屏"))
        self.head = WallHead(theme, self)
        self.tiles = NumberTiles(theme, self)
        self.ranking = BarPanel(theme, self.tr("站所排名"), parent=self)
        self.trend = TrendPanel(theme, self.tr("近 14 天趋势"), parent=self)
        self.heat = HeatPanel(theme, self.tr("网格热度"), self)
        self.late = LatePanel(theme, self.tr("超期未办结"), self)
        self._turn = 0
        self._takes_turns = False
        self._now: datetime | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._show_time)
        self._turns = QTimer(self)
        self._turns.setInterval(TURN_MILLISECONDS)
        self._turns.timeout.connect(self.take_turns)
        self._turns.start()
        self._show_time()

    def show_board(self, board: Board) -> None:
        """Show fresh figures."""
        self.head.show_room(board.room, self.tr("实时"), True)
        self.tiles.show_tiles(board.tiles)
        month = self.tr("本月")
        self.ranking.show_bars(board.bars, self.tr("本月得分"), self.tr("本月还没有可排名的站所"))
        self.trend.show_curves(board.days, board.curves)
        self.heat.show_heat(board.heat, board.map, month, self.tr("本月还没有事件"))
        self.late.show_late(
            board.late,
            self.tr("共 {n} 件").format(n=board.late_count),
            self.tr("没有超期未办结的事件"),
        )

    def keep_time(self, now: datetime | None) -> None:
        """Show a time that somebody else tells, or again that of this computer."""
        if now != self._now:
            self._now = now
            self._show_time()

    def show_age(self, room: str, as_of: str) -> None:
        """Say that these are the last good figures: the database cannot be read."""
        self.head.show_room(room, self.tr("数据截至 {time}").format(time=as_of), False)

    def words(self) -> str:
        """Return everything that is shown."""
        parts = (self.head, self.tiles, *self._in_turn(), self.late, self.late.roll)
        return "\n".join(part.words() for part in parts)

    def follow_optics(self, optics: Optics, settings: ScreenSettings) -> None:
        self.theme.wear("projection", optics.factor)
        self.late.roll.set_still(settings.still)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("bg"))
        if self._takes_turns:
            self._draw_turns(Canvas(painter, self.theme))
        painter.end()

    def _arrange(self) -> None:
        px = self.theme.px
        margin, gap = px(MARGIN), px(GAP)
        wide = self.width() - 2 * margin
        self.head.setGeometry(margin, px(18), wide, px(94))
        top = px(126)
        tiles = px(252) if self.height() > px(_TALL) else px(206)
        self.tiles.setGeometry(margin, top, wide, tiles)
        top += tiles + gap
        lower = QRect(margin, top, wide, self.height() - top - px(24))
        self._takes_turns = self.width() < px(_WIDE) or lower.height() < px(_LOW)
        if not self._takes_turns:
            self._arrange_all(lower, gap)
        else:
            self._arrange_turns(lower, gap)
        self.late.arrange()
        self.update()

    def _arrange_all(self, room: QRect, gap: int) -> None:
        """Three columns; the middle one holds the trend above the map."""
        each = (room.width() - 2 * gap) / 3
        left, right = round(each * 0.73), round(each * 1.04)
        middle = room.width() - left - right - 2 * gap
        upper = round(room.height() * 0.44)
        x = room.left() + left + gap
        below = room.top() + upper + gap
        self.ranking.setGeometry(room.left(), room.top(), left, room.height())
        self.trend.setGeometry(x, room.top(), middle, upper)
        self.heat.setGeometry(x, below, middle, room.height() - upper - gap)
        self.late.setGeometry(x + middle + gap, room.top(), right, room.height())
        for panel in self._in_turn():
            panel.show()

    def _arrange_turns(self, room: QRect, gap: int) -> None:
        """Two columns: enlarged letters leave room for one panel beside the overdue cases."""
        left = (room.width() - gap) // 2
        for place, panel in enumerate(self._in_turn()):
            panel.setGeometry(room.left(), room.top(), left, room.height())
            panel.setVisible(place == self._turn)
        x = room.left() + left + gap
        self.late.setGeometry(x, room.top(), room.width() - left - gap, room.height())

    def _draw_turns(self, canvas: Canvas) -> None:
        """Draw a dot for each panel that takes its turn; the one that stands there is bright."""
        dot, panels = float(self.theme.px(DOT)), self._in_turn()
        below = panels[self._turn].geometry()
        left = below.center().x() - dot * (len(panels) - 0.5)
        top = (below.bottom() + self.height() - dot) / 2
        for place in range(len(panels)):
            spot = QRectF(left + 2 * dot * place, top, dot, dot)
            canvas.box(spot, dot / 2, "focus" if place == self._turn else "control_border")

    def _in_turn(self) -> tuple[Panel, ...]:
        return (self.ranking, self.trend, self.heat)

    @Slot()
    def take_turns(self) -> None:
        """Turn a page of the ranking, and let the next panel stand where only one has room."""
        self._turn = (self._turn + 1) % len(self._in_turn())
        if not self._takes_turns or self._turn == 0:
            self.ranking.turn_page()
        self._arrange()

    @Slot()
    def _show_time(self) -> None:
        now = self._now or datetime.now()
        day = self.tr("{month} 月 {day} 日 周{weekday}").format(
            month=now.month, day=now.day, weekday=texts.weekday(now.weekday())
        )
        self.head.show_clock(day, f"{now:%H:%M}")
        self._clock.start((_SECONDS - datetime.now().second) * 1000 + 50)
