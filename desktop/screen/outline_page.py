"""Where the meeting stands: its sections, those that are done, the one that is held."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.screen.part import ScreenPart
from desktop.screen.slides import DONE, HERE, OutlineSlide
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

TITLE, NAME, NOTE = 96, 44, 36
_COLUMNS, _GAP = 2, 40


class OutlinePage(ScreenPart):
    """The topic very large, the agenda below."""

    _slide: OutlineSlide | None = None

    def show_slide(self, slide: OutlineSlide) -> None:
        """Show where the meeting stands."""
        self._slide = slide
        self.say([slide.title, *(f"{one.name} {one.note}" for one in slide.steps)])

    def draw(self, canvas: Canvas) -> None:
        slide = self._slide
        if slide is None:
            return
        px = self.theme.px
        head = self.height() * 0.3
        canvas.text(QRectF(0, 0, self.width(), head), slide.title, TITLE, bold=True, align=CENTER)
        rows = -(-len(slide.steps) // _COLUMNS)
        high = (self.height() - head) / max(1, rows)
        wide = (self.width() - px(_GAP) * (_COLUMNS - 1)) / _COLUMNS
        for place, step in enumerate(slide.steps):
            column, row = divmod(place, rows)
            left = column * (wide + px(_GAP))
            rect = QRectF(left, head + row * high, wide, high).adjusted(0, px(5), 0, -px(5))
            is_here = step.state == HERE
            canvas.box(rect, px(10), "select" if is_here else "surface", "focus" if is_here else "")
            number = QRectF(rect.left() + px(16), rect.top(), px(70), rect.height())
            if step.state == DONE:
                canvas.icon("check", "ok", number.left() + px(14), rect.center().y(), NAME)
            else:
                ink = "focus" if is_here else "text3"
                canvas.text(number, str(place + 1), NAME, ink, bold=True, align=CENTER)
            line = rect.adjusted(px(100), 0, -px(28), 0)
            taken = canvas.text(line, step.note, NOTE, "text2", align=RIGHT)
            ink = "text3" if step.state == DONE else "text"
            name = line.adjusted(0, 0, -taken - px(20), 0)
            canvas.text(name, step.name, NAME, ink, bold=is_here)
