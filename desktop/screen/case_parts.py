"""The parts of a projected case: title, deadline, units, promise and state of today."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.screen.fitting import largest
from desktop.screen.panel import PADDING, draw_heading, draw_panel
from desktop.screen.part import ScreenPart, draw_lines, line_height, wrapped
from desktop.screen.slides import CaseSlide, Said
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

FACTS, DUE = 40, 36
HEADING, NOTE, MARK = 42, 32, 34
TITLES, LATES = (84, 72, 60, 52), (62, 54, 48, 42)
UNITS, SAIDS = (42, 40, 38, 36, 34, 32), (64, 54, 48, 44, 40, 36, 32)
"""Sizes to choose from: the first at which the words fit, else the last one."""
_TWO_LINES = 48
_AFTER_NAME = 14
_INKS = {"bad": "danger", "warn": "warn", "ok": "ok", "done": "ok", "": "text2"}
_ICONS = {
    **dict.fromkeys(("bad", "warn"), "alarm-clock"),
    **dict.fromkeys(("ok", "done"), "circle-check"),
    "": "clock",
}
_GROUNDS = {"bad": "danger_weak", "warn": "warn_weak", "ok": "ok_weak", "done": "ok_weak"}
_FACTS_LINE, _NOTE_LINE = 52, 46
_SAID_TOP, _SAID_LINE, _SAID_SIDE = 10, 56, 22
_NOTE_BELOW = 250
"""From this height on a box has a line of its own for where its words come from."""


class CaseTitle(ScreenPart):
    """What it is about, and where it came from."""

    _title = ""
    _facts = ""

    def show_slide(self, slide: CaseSlide) -> None:
        """Show the title of a slide."""
        self._title, self._facts = slide.title, slide.facts
        self.say((slide.title, slide.facts))

    def needed(self, width: int, largest_size: int) -> int:
        """Return the height that title and facts need at a width."""
        size, lines = self._layout(width, largest_size)
        return line_height(self.theme, size) * lines + self.theme.px(_FACTS_LINE)

    def draw(self, canvas: Canvas) -> None:
        px, facts = self.theme.px, self.theme.px(_FACTS_LINE)
        high = self.height() - facts
        size, most = self._layout(self.width(), TITLES[0])
        while size > TITLES[-1] and line_height(self.theme, size) > high + px(4):
            size -= 2
        top = max(0.0, (high - line_height(self.theme, size) * most) / 2)
        box = QRectF(0, top, self.width(), high - top + px(4))
        draw_lines(canvas, box, self._title, size, bold=True, most=most)
        line = QRectF(0, high, self.width(), facts)
        canvas.text(line, self._facts, FACTS, "text2")

    def _layout(self, width: int, largest_size: int) -> tuple[int, int]:
        """Return the size of the title and on how many lines it stands."""
        sizes = [largest_size, *(one for one in TITLES if one < largest_size)]
        size = largest(self.theme, self._title, sizes, width)
        if self.theme.text_width(self._title, size, bold=True) <= width:
            return size, 1
        return _TWO_LINES, 2


class LateBanner(ScreenPart):
    """How late, or how much time is left; in words, with an icon and a colour."""

    _late = ""
    _tone = ""
    _due = ""
    _due_short = ""
    _urged = ""

    def show_slide(self, slide: CaseSlide) -> None:
        """Show the deadline of a slide."""
        self._late, self._tone = slide.late, slide.late_tone
        self._due, self._due_short, self._urged = slide.due, slide.due_short, slide.urged
        self.say((slide.late, slide.due, slide.urged))

    def draw(self, canvas: Canvas) -> None:
        px, ink = self.theme.px, _INKS[self._tone]
        rect = QRectF(self.rect())
        draw_panel(canvas, rect, _GROUNDS.get(self._tone, "surface"), ink)
        canvas.icon(_ICONS[self._tone], ink, px(PADDING), rect.center().y(), 56)
        line = rect.adjusted(px(PADDING) + px(78), 0, -px(PADDING), 0)
        due, taken = self._fit_due(line.width())
        rest = line.width() - taken - px(24)
        sizes = [size for size in LATES if px(size) * 1.3 <= rect.height()] or LATES[-1:]
        size = largest(self.theme, self._late, sizes, rest)
        canvas.text(line.adjusted(0, 0, -taken - px(24), 0), self._late, size, bold=True)
        step = min(px(48), rect.height() / 2)
        lines = [one for one in ((due, "text", False), (self._urged, ink, True)) if one[0]]
        top = rect.center().y() - step * len(lines) / 2
        for place, (words, colour, bold) in enumerate(lines):
            room = QRectF(line.left(), top + place * step, line.width(), step)
            canvas.text(room, words, DUE, colour, bold=bold, align=RIGHT)

    def _fit_due(self, width: float) -> tuple[str, float]:
        """Return the deadline in as many words as there is room for, and their width."""
        measure = self.theme.text_width
        urged = measure(self._urged, DUE, bold=True)
        late = measure(self._late, LATES[-2], bold=True) + self.theme.px(24)
        due = self._due
        if late + measure(due, DUE) > width:
            due = self._due_short
        return due, max(urged, measure(due, DUE))


class UnitRow(ScreenPart):
    """Who leads and who assists."""

    _pairs: tuple[tuple[str, str], ...] = ()

    def show_slide(self, slide: CaseSlide) -> None:
        """Show the units of a slide."""
        names = (self.tr("牵头"), slide.lead), (self.tr("协办"), slide.assist)
        self._pairs = tuple((name, unit) for name, unit in names if unit)
        self.say(" ".join(pair) for pair in self._pairs)

    def draw(self, canvas: Canvas) -> None:
        px, rect = self.theme.px, QRectF(self.rect())
        draw_panel(canvas, rect)
        x, end = float(px(PADDING)), rect.right() - px(PADDING)
        size = next((one for one in UNITS if self._width(one) <= end - x), UNITS[-1])
        for place, (name, unit) in enumerate(self._pairs):
            room = QRectF(x, 0, end - x, rect.height())
            x += canvas.text(room, name, size, "text3") + px(_AFTER_NAME)
            room = QRectF(x, 0, end - x, rect.height())
            x += canvas.text(room, unit, size, bold=not place) + px(size)

    def _width(self, size: int) -> float:
        """Return how wide everything is at a size."""
        measure, px = self.theme.text_width, self.theme.px
        wide = -float(px(size))
        for place, (name, unit) in enumerate(self._pairs):
            wide += measure(name, size) + px(_AFTER_NAME)
            wide += measure(unit, size, bold=not place) + px(size)
        return wide


class SaidBox(ScreenPart):
    """A promise or the state of today, with a mark at its corner."""

    _said: Said | None = None
    _size = SAIDS[-1]

    def show_said(self, said: Said | None) -> None:
        """Show words, or hide."""
        self._said = said
        self.setVisible(said is not None)
        if said is not None:
            self.say((said.heading, said.mark, said.text, said.note))

    def best_size(self) -> int:
        """Return the largest size at which all of the words fit into the box as it is."""
        return next((size for size in SAIDS if self._fits(size)), SAIDS[-1])

    def fits(self) -> bool:
        """Tell whether all of the words fit at the smallest size."""
        return self._fits(SAIDS[-1])

    def set_size(self, size: int) -> None:
        """Write in this size, so that boxes side by side look the same."""
        self._size = size
        self.update()

    def draw(self, canvas: Canvas) -> None:
        said = self._said
        if said is None:
            return
        px, theme, rect = self.theme.px, self.theme, QRectF(self.rect())
        draw_panel(canvas, rect, "surface", said.tone if said.mark else "border")
        side = px(_SAID_SIDE)
        line = QRectF(side, px(_SAID_TOP), rect.width() - 2 * side, px(_SAID_LINE))
        marked = self._draw_mark(canvas, line, said) if said.mark else line.right()
        room = line.adjusted(0, 0, marked - line.right() - px(12), 0)
        left = draw_heading(canvas, room, said.heading, said.tone, HEADING)
        body = self._body()
        if self._has_note_below():
            foot = QRectF(line.left(), body.bottom(), line.width(), px(_NOTE_LINE))
            canvas.text(foot, said.note, NOTE, "text3")
        else:
            beside = QRectF(left + px(20), line.top(), marked - left - px(36), line.height())
            if theme.text_width(said.note, NOTE) <= beside.width():
                canvas.text(beside, said.note, NOTE, "text3")
        draw_lines(canvas, body, said.text, self._size, bold=True)

    def _fits(self, size: int) -> bool:
        body = self._body()
        lines = wrapped(self.theme, self._text(), size, True, body.width(), 99)
        return len(lines) * line_height(self.theme, size) <= body.height() + self.theme.px(4)

    def _text(self) -> str:
        return self._said.text if self._said is not None else ""

    def _has_note_below(self) -> bool:
        is_high = self.height() >= self.theme.px(_NOTE_BELOW)
        return is_high and self._said is not None and bool(self._said.note)

    def _body(self) -> QRectF:
        """Return where the words stand."""
        px = self.theme.px
        top = px(_SAID_TOP) + px(_SAID_LINE) + px(4)
        bottom = px(_NOTE_LINE) + px(8) if self._has_note_below() else px(10)
        wide = self.width() - 2 * px(_SAID_SIDE)
        return QRectF(px(_SAID_SIDE), top, wide, max(0, self.height() - top - bottom))

    def _draw_mark(self, canvas: Canvas, line: QRectF, said: Said) -> float:
        """Draw the mark at the right and return where it begins."""
        px, tone = self.theme.px, self.theme.tokens.tone(said.mark_tone)
        wide = self.theme.text_width(said.mark, MARK, bold=True) + px(36)
        pill = QRectF(line.right() - wide + px(8), line.center().y() - px(25), wide, px(50))
        canvas.box(pill, px(25), tone.bg)
        canvas.text(pill, said.mark, MARK, tone.fg, bold=True, align=CENTER)
        return pill.left()
