"""A list over the whole page; what does not fit comes on the next page by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.screen.late_row import draw_row, row_height
from desktop.screen.panel import NOTE, Panel
from desktop.screen.part import draw_lines
from desktop.screen.slides import ListSlide
from desktop.theme import Theme
from desktop.widgets.canvas import RIGHT, Canvas

PAGE_MILLISECONDS = 12_000
_GAP = 28
_FOOT = 48
_TIGHTEST, _LOOSEST = 0.93, 1.2
"""How far a row may be pressed together or drawn out to fill the page."""
_LARGE = 44


class ListPage(Panel):
    """Rows in one or two columns; pages turn by themselves."""

    _slide: ListSlide | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._page = 0
        self._turns = QTimer(self)
        self._turns.setInterval(PAGE_MILLISECONDS)
        self._turns.timeout.connect(self._turn)

    def show_slide(self, slide: ListSlide) -> None:
        """Show a list, from its first page if it is another one."""
        if self._slide is None or self._slide.title != slide.title:
            self._page = 0
        self._slide = slide
        self.set_title(slide.title)
        self.set_note(slide.note, "text2")
        rows = [" ".join((one.title, one.unit, one.span)) for one in slide.rows]
        self.say([slide.title, slide.note, *(rows or [slide.empty])])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._page = 0
        self._turns.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turns.stop()

    def draw_inner(self, canvas: Canvas, room: QRectF) -> None:
        slide = self._slide
        if slide is None:
            return
        if not slide.rows:
            draw_lines(canvas, room, slide.empty, _LARGE, "text2")
            return
        px = self.theme.px
        down, pages = self._pages(slide, room.height())
        each = down * slide.columns
        page = min(self._page, pages - 1)
        below = px(_FOOT) if pages > 1 else 0
        high = min((room.height() - below) / down, px(row_height(slide.lines)) * _LOOSEST)
        wide = (room.width() - px(_GAP) * (slide.columns - 1)) / slide.columns
        for place, row in enumerate(slide.rows[page * each : (page + 1) * each]):
            column, line = divmod(place, down)
            left = room.left() + column * (wide + px(_GAP))
            rect = QRectF(left, room.top() + line * high, wide, high)
            draw_row(canvas, rect, row, "hover" if line % 2 == 0 else "surface", slide.lines)
        if pages > 1:
            foot = QRectF(room.left(), room.bottom() - px(36), room.width(), px(_FOOT))
            words = self.tr("第 {n} / {all} 页").format(n=page + 1, all=pages)
            canvas.text(foot, words, NOTE, "text2", align=RIGHT)

    @Slot()
    def _turn(self) -> None:
        slide = self._slide
        if slide is None:
            return
        self._page = (self._page + 1) % self._pages(slide, self.inner().height())[1]
        self.update()

    def _pages(self, slide: ListSlide, room: float) -> tuple[int, int]:
        """Return how many rows stand below each other, and on how many pages all of them stand."""
        px = self.theme.px
        high = px(row_height(slide.lines)) * _TIGHTEST
        down = max(1, int(room // high))
        if len(slide.rows) > down * slide.columns:
            # The line that tells the page needs room of its own.
            down = max(1, int((room - px(_FOOT)) // high))
        return down, max(1, -(-len(slide.rows) // (down * slide.columns)))
