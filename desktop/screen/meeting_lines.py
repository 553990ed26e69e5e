"""The top and the bottom line of a projected meeting."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from desktop.screen.part import ScreenPart
from desktop.screen.slides import DONE, HERE, Heading
from desktop.widgets.canvas import CENTER, RIGHT, Canvas

TITLE, WEEK, SECTION, PLACE, NUMBER, CLOCK, FOOT = 50, 42, 40, 42, 58, 68, 34
HEIGHT = 104
"""Of the line at the top with the way below it."""
_BETWEEN = 26
_MOST_STEPS = 40
_FULL_CIRCLE = 360 * 16
_TOP = 90 * 16
_WARNING_SECONDS = 60


class MeetingTop(ScreenPart):
    """Meeting, section, place in it, the time to speak, and the way below."""

    _heading: Heading | None = None
    _left: int | None = None
    _whole = 1
    _time = ""

    def show_heading(self, heading: Heading) -> None:
        """Show where the meeting stands."""
        self._heading = heading
        self._tell()

    def show_speech(self, left: int | None, whole: int, words: str) -> None:
        """Show the seconds that are left to speak; None shows no clock."""
        self._left, self._whole, self._time = left, max(1, whole), words
        self._tell()

    def draw(self, canvas: Canvas) -> None:
        heading = self._heading
        if heading is None:
            return
        px = self.theme.px
        line = QRectF(0, 0, self.width(), px(86))
        canvas.icon("siren", "focus", 0, line.center().y(), 50)
        left, right = px(66), self._draw_clock(canvas, line)
        week, speech = self._fitting(heading, right - left)
        if speech:
            room = QRectF(left, line.top(), right - px(16) - left, line.height())
            right -= canvas.text(room, speech, PLACE, "text2", align=RIGHT) + px(16)
        line.setRight(right - px(_BETWEEN))
        section = self._section_width(heading)
        after = section + px(_BETWEEN) + self._place_width(heading)
        room = line.adjusted(left, 0, -after - px(20), 0)
        x = left + canvas.text(room, heading.title, TITLE, bold=True) + px(20)
        if week:
            x += canvas.text(line.adjusted(x, 0, 0, 0), week, WEEK, "text2") + px(20)
        self._draw_section(canvas, QRectF(x, line.top(), section, line.height()), heading)
        self._draw_place(canvas, line.adjusted(x + section + px(_BETWEEN), 0, 0, 0), heading)
        self._draw_way(canvas, QRectF(0, px(92), self.width(), px(9)), heading)

    def _fitting(self, heading: Heading, width: float) -> tuple[str, str]:
        """Return the week and the words beside the clock, as far as there is room for them."""
        measure, px = self.theme.text_width, self.theme.px
        needed = measure(heading.title, TITLE, bold=True) + self._section_width(heading)
        needed += self._place_width(heading) + px(20) + 2 * px(_BETWEEN)
        speech, week = self._speech(), heading.week
        long, short = measure(speech, PLACE) + px(16), measure(week, WEEK) + px(20)
        if needed + long + short <= width:
            return week, speech
        # The ring and its colour tell by themselves what is being counted.
        if needed + short <= width:
            return week, ""
        return "", speech if needed + long <= width else ""

    def _speech(self) -> str:
        if self._left is None:
            return ""
        return self.tr("发言超时") if self._left < 0 else self.tr("发言剩余")

    def _section_width(self, heading: Heading) -> float:
        return self.theme.text_width(heading.section, SECTION, bold=True) + self.theme.px(48)

    def _draw_section(self, canvas: Canvas, room: QRectF, heading: Heading) -> None:
        px, tone = self.theme.px, self.theme.tokens.tone(heading.tone)
        box = QRectF(room.left(), room.center().y() - px(33), room.width(), px(66))
        canvas.box(box, px(10), tone.bg, tone.fg, px(2))
        canvas.text(box, heading.section, SECTION, "text", bold=True, align=CENTER)

    def _place_parts(self, heading: Heading) -> tuple[tuple[str, int, str, bool], ...]:
        if not heading.count:
            return ()
        return (
            (self.tr("第"), PLACE, "text2", False),
            (str(heading.place), NUMBER, "focus", True),
            (self.tr("/ {n} 件").format(n=heading.count), PLACE, "text2", False),
        )

    def _place_width(self, heading: Heading) -> float:
        parts = self._place_parts(heading)
        wide = sum(self.theme.text_width(words, size, bold=bold) for words, size, _, bold in parts)
        return wide + self.theme.px(12) * max(0, len(parts) - 1)

    def _draw_place(self, canvas: Canvas, room: QRectF, heading: Heading) -> None:
        x, end = room.left(), room.right() + self.theme.px(12)
        for words, size, ink, bold in self._place_parts(heading):
            part = QRectF(x, room.top(), end - x, room.height())
            x += canvas.text(part, words, size, ink, bold=bold) + self.theme.px(12)

    def _draw_clock(self, canvas: Canvas, line: QRectF) -> float:
        """Draw what is left to speak at the right and return where it begins."""
        if self._left is None:
            return line.right()
        px, painter = self.theme.px, canvas.painter
        is_over = self._left < 0
        ink = "danger" if is_over else "warn" if self._left < _WARNING_SECONDS else "ok"
        taken = canvas.text(line, self._time, CLOCK, ink, bold=True, align=RIGHT)
        side = px(50)
        x = line.right() - taken - px(20) - side
        ring = QRectF(x, line.center().y() - side / 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("border"), px(8)))
        painter.drawEllipse(ring)
        painter.setPen(QPen(self.theme.colour(ink), px(8)))
        share = 1.0 if is_over else min(1.0, self._left / self._whole)
        painter.drawArc(ring, _TOP, round(_FULL_CIRCLE * share))
        return x - px(8)

    def _draw_way(self, canvas: Canvas, room: QRectF, heading: Heading) -> None:
        way = heading.way[:_MOST_STEPS]
        if not way:
            return
        px = self.theme.px
        gap = px(8)
        wide = (room.width() - gap * (len(way) - 1)) / len(way)
        for place, state in enumerate(way):
            ink = "ok" if state == DONE else "focus" if state == HERE else "brand_weak"
            left = room.left() + place * (wide + gap)
            canvas.box(QRectF(left, room.top(), wide, room.height()), px(4), ink)

    def _tell(self) -> None:
        heading = self._heading
        if heading is not None:
            place = f"{heading.place} / {heading.count}" if heading.count else ""
            time = f"{self._speech()} {self._time}" if self._left is not None else ""
            self.say((heading.title, heading.week, heading.section, place, time))


class MeetingFoot(ScreenPart):
    """How old the figures are, that names are masked, date and time."""

    _as_of = ""
    _time = ""

    def show_as_of(self, words: str) -> None:
        """Show of when the figures are."""
        self._as_of = words
        self._tell()

    def show_time(self, words: str) -> None:
        """Show date and time."""
        self._time = words
        self._tell()

    def draw(self, canvas: Canvas) -> None:
        px, line = self.theme.px, QRectF(self.rect())
        canvas.icon("clock", "text2", 0, line.center().y(), FOOT)
        canvas.text(line.adjusted(px(48), 0, 0, 0), self._as_of, FOOT, "text2")
        canvas.text(line, self._masked(), FOOT, "text3", align=CENTER)
        canvas.text(line, self._time, FOOT, "text2", align=RIGHT)

    def _masked(self) -> str:
        return self.tr("个人信息已脱敏")

    def _tell(self) -> None:
        self.say((self._as_of, self._masked(), self._time))
