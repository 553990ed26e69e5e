"""The parts of a projected case: title, deadline, units, promise and state of today."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.screen.panel import PADDING, draw_heading, draw_panel
from desktop.screen.part import ScreenPart, draw_lines, line_height, wrapped
from desktop.screen.slides import CaseSlide, Said
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

FACTS, LATE, DUE, UNITS, LABEL = 40, 62, 36, 42, 38
SAID, SAID_SMALL, NOTE, MARK = 44, 38, 32, 34
_TITLES = ((84, 1), (72, 1), (60, 1), (52, 2))
"""Sizes of a title and the lines it may take, the first that fits is taken."""
_INKS = {"bad": "danger", "warn": "warn", "ok": "ok", "done": "ok", "": "text2"}
_GROUNDS = {"bad": "danger_weak", "warn": "warn_weak", "ok": "ok_weak", "done": "ok_weak"}


class CaseTitle(ScreenPart):
    """What it is about, and where it came from."""

    _title = ""
    _facts = ""

    def show_slide(self, slide: CaseSlide) -> None:
        """Show the title of a slide."""
        self._title, self._facts = slide.title, slide.facts
        self.say((slide.title, slide.facts))

    def draw(self, canvas: Canvas) -> None:
        px = self.theme.px
        room = QRectF(0, 0, self.width(), self.height() - px(56))
        for size, most in _TITLES:
            lines = wrapped(self.theme, self._title, size, True, room.width(), 9)
            high = line_height(self.theme, size) * most
            if len(lines) <= most and high <= room.height() + px(14):
                break
        top = max(0.0, (room.height() - line_height(self.theme, size) * len(lines[:most])) / 2)
        box = room.adjusted(0, top, 0, px(14))
        draw_lines(canvas, box, self._title, size, bold=True, most=most)
        line = QRectF(0, self.height() - px(56), self.width(), px(52))
        canvas.text(line, self._facts, FACTS, "text2")


class LateBanner(ScreenPart):
    """How late, or how much time is left; in words, with an icon and a colour."""

    _late = ""
    _tone = ""
    _due = ""
    _urged = ""

    def show_slide(self, slide: CaseSlide) -> None:
        """Show the deadline of a slide."""
        self._late, self._tone = slide.late, slide.late_tone
        self._due, self._urged = slide.due, slide.urged
        self.say((slide.late, slide.due, slide.urged))

    def draw(self, canvas: Canvas) -> None:
        px, ink = self.theme.px, _INKS[self._tone]
        rect = QRectF(self.rect())
        draw_panel(canvas, rect, _GROUNDS.get(self._tone, "surface"), ink)
        icon = "alarm-clock" if self._tone in ("bad", "warn") else "circle-check"
        canvas.icon(icon, ink, px(PADDING), rect.center().y(), 60)
        line = rect.adjusted(px(PADDING) + px(84), 0, -px(PADDING), 0)
        taken = canvas.text(line, self._late, LATE, bold=True)
        rest = line.adjusted(taken + px(24), 0, 0, 0)
        step = px(50)
        lines = [one for one in ((self._due, "text", False), (self._urged, ink, True)) if one[0]]
        top = rest.center().y() - step * len(lines) / 2
        for place, (words, colour, bold) in enumerate(lines):
            room = QRectF(rest.left(), top + place * step, rest.width(), step)
            canvas.text(room, words, DUE, colour, bold=bold, align=RIGHT)


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
        for place, (name, unit) in enumerate(self._pairs):
            x += canvas.text(QRectF(x, 0, end - x, rect.height()), name, LABEL, "text3") + px(18)
            room = QRectF(x, 0, end - x, rect.height())
            x += canvas.text(room, unit, UNITS, bold=not place) + px(48)


class SaidBox(ScreenPart):
    """A promise or the state of today, with a mark at its corner."""

    _said: Said | None = None

    def show_said(self, said: Said | None) -> None:
        """Show words, or hide."""
        self._said = said
        self.setVisible(said is not None)
        if said is not None:
            self.say((said.heading, said.mark, said.text, said.note))

    def draw(self, canvas: Canvas) -> None:
        said = self._said
        if said is None:
            return
        px, theme, rect = self.theme.px, self.theme, QRectF(self.rect())
        draw_panel(canvas, rect, "surface", said.tone if said.mark else "border")
        line = rect.adjusted(px(PADDING), px(12), -px(PADDING), 0)
        line.setHeight(px(58))
        if said.mark:
            self._draw_mark(canvas, line, said)
        draw_heading(canvas, line, said.heading, said.tone, UNITS)
        note = px(50) if said.note else px(10)
        body = QRectF(line.left(), line.bottom() + px(4), line.width(), 0)
        body.setBottom(rect.bottom() - note - px(4))
        size = SAID
        room = body.height() + line_height(theme, size) * 0.12
        if len(wrapped(theme, said.text, size, True, body.width(), 99)) > (
            room // line_height(theme, size)
        ):
            size = SAID_SMALL
        draw_lines(canvas, body, said.text, size, bold=True)
        foot = QRectF(line.left(), rect.bottom() - note - px(4), line.width(), px(48))
        canvas.text(foot, said.note, NOTE, "text3")

    def _draw_mark(self, canvas: Canvas, line: QRectF, said: Said) -> None:
        px, tone = self.theme.px, self.theme.tokens.tone(said.mark_tone)
        wide = self.theme.text_width(said.mark, MARK, bold=True) + px(36)
        pill = QRectF(line.right() - wide + px(8), line.center().y() - px(25), wide, px(50))
        canvas.box(pill, px(25), tone.bg)
        canvas.text(pill, said.mark, MARK, tone.fg, bold=True, align=CENTER)
