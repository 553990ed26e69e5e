"""The five kinds of decision with their digits; the chosen one tells who and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.screen.fitting import largest
from desktop.screen.panel import draw_panel
from desktop.screen.part import ScreenPart
from desktop.screen.slides import Offered
from desktop.widgets.canvas import CENTER, Canvas

NAMES, DIGIT, LINES, MARK = (48, 44, 40, 36), 40, (42, 38, 34), 34
"""Sizes to choose from: the first at which everything fits, else the last one."""
_GAP = 16
_CHOSEN_SHARE = 2.6
"""How many times wider the chosen one is where there is room."""
_TALL = 150
_LINE = 1.25
"""The least step from line to line, in sizes of the letters."""
_BADGE, _SIDE, _RULE = 56, 22, 22


class OfferRow(ScreenPart):
    """Five cards; the chosen one is filled."""

    _offered: tuple[Offered, ...] = ()

    def show_offered(self, offered: Sequence[Offered]) -> None:
        """Show the kinds."""
        self._offered = tuple(offered)
        chosen = [one for one in self._offered if one.chosen]
        self.say(
            [f"{one.digit} {one.name}" for one in self._offered]
            + [" ".join(("✓", one.name, one.mark, *one.lines)) for one in chosen]
        )

    def draw(self, canvas: Canvas) -> None:
        if not self._offered:
            return
        gap = self.theme.px(_GAP)
        room = self.width() - gap * (len(self._offered) - 1)
        size, widths = self._widths(room)
        x = 0.0
        for offered, wide in zip(self._offered, widths, strict=True):
            rect = QRectF(x, 0, wide, self.height())
            if offered.chosen:
                self._draw_chosen(canvas, rect, offered)
            else:
                self._draw_offered(canvas, rect, offered, size)
            x += wide + gap

    def _is_tall(self) -> bool:
        return self.height() >= self.theme.px(_TALL)

    def _widths(self, room: float) -> tuple[int, list[float]]:
        """Return the size of the names and the widths: equal, but for one that is chosen."""
        chosen = next((one for one in self._offered if one.chosen and one.lines), None)
        if chosen is None:
            each = room / len(self._offered)
            size = next((one for one in NAMES if self._needed(one) <= each), NAMES[-1])
            return size, [each] * len(self._offered)
        others = [one for one in self._offered if one is not chosen]
        least = self._beside(chosen, LINES[-1]) if not self._is_tall() else self._stacked(chosen)
        wanted = max(least, room * _CHOSEN_SHARE / (_CHOSEN_SHARE + len(others)))
        for size in NAMES:
            if self._needed(size) * len(others) <= room - least:
                taken = min(wanted, room - self._needed(size) * len(others))
                each = (room - taken) / len(others)
                return size, [taken if one is chosen else each for one in self._offered]
        # Too narrow for equal ones: each takes what its name needs, the chosen one the rest.
        needed = {one.digit: self._needed_by(one, NAMES[-1]) for one in others}
        rest = room - sum(needed.values())
        return NAMES[-1], [needed.get(one.digit, rest) for one in self._offered]

    def _needed(self, size: int) -> float:
        """Return the width at which each card that is not chosen can show its name."""
        return max(self._needed_by(one, size) for one in self._offered if not one.chosen)

    def _needed_by(self, offered: Offered, size: int) -> float:
        px = self.theme.px
        name = self.theme.text_width(offered.name, size, bold=True)
        return name + px(28) if self._is_tall() else name + px(_BADGE - 8 + 12 + 28)

    def _head(self, offered: Offered) -> float:
        """Return the width of the chosen one's digit and name."""
        px = self.theme.px
        name = self.theme.text_width(offered.name, self._chosen_size(), bold=True)
        mark = self._pill(offered) if offered.mark else 0.0
        return max(px(_BADGE + 18) + name, mark)

    def _chosen_size(self) -> int:
        return 60 if self._is_tall() else 42

    def _pill(self, offered: Offered) -> float:
        return self.theme.text_width(offered.mark, MARK, bold=True) + self.theme.px(34)

    def _longest(self, offered: Offered, size: int) -> float:
        measure = self.theme.text_width
        return max((measure(line, size, bold=True) for line in offered.lines), default=0.0)

    def _beside(self, offered: Offered, size: int) -> float:
        """Return the width for the lines at the right of the name."""
        px = self.theme.px
        return self._head(offered) + self._longest(offered, size) + px(2 * _SIDE + 2 * _RULE)

    def _stacked(self, offered: Offered) -> float:
        """Return the width for the lines below the name."""
        px = self.theme.px
        head = px(_BADGE + 18) + self.theme.text_width(offered.name, NAMES[0], bold=True)
        if offered.mark:
            head += px(18) + self._pill(offered)
        return max(head, self._longest(offered, LINES[-1])) + px(2 * _SIDE)

    def _draw_offered(self, canvas: Canvas, rect: QRectF, offered: Offered, size: int) -> None:
        px = self.theme.px
        draw_panel(canvas, rect)
        if self._is_tall():
            side = px(_BADGE + 2)
            top = rect.top() + (rect.height() - side - px(80)) / 2
            badge = QRectF(rect.center().x() - side / 2, top, side, side)
            name = QRectF(rect.left(), badge.bottom() + px(12), rect.width(), px(68))
            canvas.text(name, offered.name, size, bold=True, align=CENTER)
        else:
            side = px(_BADGE - 8)
            words = self.theme.text_width(offered.name, size, bold=True)
            x = rect.left() + max(px(8), (rect.width() - side - px(12) - words) / 2)
            badge = QRectF(x, rect.center().y() - side / 2, side, side)
            left = badge.right() + px(12)
            name = QRectF(left, rect.top(), rect.right() - px(4) - left, rect.height())
            canvas.text(name, offered.name, size, bold=True)
        canvas.box(badge, px(8), "select")
        canvas.text(badge, offered.digit, DIGIT, "focus", bold=True, align=CENTER)

    def _draw_chosen(self, canvas: Canvas, rect: QRectF, offered: Offered) -> None:
        px = self.theme.px
        draw_panel(canvas, rect, "warn", "warn")
        left = rect.left() + px(_SIDE)
        if self._is_tall() and self._beside(offered, LINES[0]) > rect.width():
            self._draw_stacked(
                canvas, rect.adjusted(px(_SIDE), px(12), -px(_SIDE), -px(12)), offered
            )
            return
        high = rect.height()
        middle = rect.top() + high * (0.34 if offered.mark else 0.5)
        self._draw_head(canvas, left, middle, offered, self._chosen_size())
        if offered.mark:
            deep = min(px(50), high * 0.37)
            pill = QRectF(left, rect.top() + high * 0.77 - deep / 2, self._pill(offered), deep)
            self._draw_pill(canvas, pill, offered)
        if not offered.lines:
            return
        x = left + self._head(offered) + px(_RULE)
        canvas.line(x, rect.top() + px(18), x, rect.bottom() - px(18), "on_brand", px(2))
        self._draw_lines(
            canvas,
            QRectF(x + px(_RULE), rect.top(), rect.right() - x - px(_RULE + 14), high),
            offered,
        )

    def _draw_stacked(self, canvas: Canvas, room: QRectF, offered: Offered) -> None:
        px = self.theme.px
        head = px(64)
        middle = room.top() + head / 2
        end = self._draw_head(canvas, room.left(), middle, offered, NAMES[0])
        if offered.mark:
            wide = self._pill(offered)
            if end + px(18) + wide <= room.right() + px(8):
                pill = QRectF(end + px(18), middle - px(24), wide, px(48))
                self._draw_pill(canvas, pill, offered)
        self._draw_lines(canvas, room.adjusted(0, head, 0, 0), offered)

    def _draw_head(
        self, canvas: Canvas, left: float, middle: float, offered: Offered, size: int
    ) -> float:
        """Draw digit and name and return where they end."""
        px = self.theme.px
        side = px(_BADGE) if self._is_tall() else px(_BADGE - 10)
        badge = QRectF(left, middle - side / 2, side, side)
        canvas.box(badge, px(8), "on_brand")
        canvas.text(badge, offered.digit, DIGIT, "warn", bold=True, align=CENTER)
        wide = self.theme.text_width(offered.name, size, bold=True)
        name = QRectF(badge.right() + px(18), middle - px(44), wide + px(2), px(88))
        canvas.text(name, offered.name, size, "on_brand", bold=True)
        return name.right()

    def _draw_pill(self, canvas: Canvas, pill: QRectF, offered: Offered) -> None:
        canvas.box(pill, pill.height() / 2, "on_brand")
        canvas.text(pill, offered.mark, MARK, "warn", bold=True, align=CENTER)

    def _draw_lines(self, canvas: Canvas, room: QRectF, offered: Offered) -> None:
        if not offered.lines:
            return
        longest = max(offered.lines, key=len)
        step = min(room.height() / len(offered.lines), self.theme.px(62))
        sizes = [size for size in LINES if self.theme.px(size) * _LINE <= step] or LINES[-1:]
        size = largest(self.theme, longest, sizes, room.width())
        top = room.center().y() - step * len(offered.lines) / 2
        for place, line in enumerate(offered.lines):
            box = QRectF(room.left(), top + place * step, room.width(), step)
            canvas.text(box, line, size, "on_brand", bold=True)
