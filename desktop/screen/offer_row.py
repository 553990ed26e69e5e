"""The five kinds of decision with their digits; the chosen one tells who and until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.screen.panel import draw_panel
from desktop.screen.part import ScreenPart
from desktop.screen.slides import Offered
from desktop.widgets.canvas import CENTER, Canvas

NAME, UNDER, CHOSEN, DIGIT, LINE, MARK = 48, 42, 60, 40, 42, 34
_GAP = 16
_CHOSEN_SHARE = 2.6
"""How many times wider the chosen one is."""
_TALL = 150


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
        gap = self.theme.px(_GAP)
        shares = [_CHOSEN_SHARE if one.chosen and one.lines else 1.0 for one in self._offered]
        if not shares:
            return
        each = (self.width() - gap * (len(shares) - 1)) / sum(shares)
        x = 0.0
        for offered, share in zip(self._offered, shares, strict=True):
            rect = QRectF(x, 0, each * share, self.height())
            if offered.chosen:
                self._draw_chosen(canvas, rect, offered)
            else:
                self._draw_offered(canvas, rect, offered)
            x += each * share + gap

    def _draw_offered(self, canvas: Canvas, rect: QRectF, offered: Offered) -> None:
        px = self.theme.px
        draw_panel(canvas, rect)
        side = px(58)
        if rect.height() >= px(_TALL):
            top = rect.top() + (rect.height() - side - px(80)) / 2
            badge = QRectF(rect.center().x() - side / 2, top, side, side)
            name = QRectF(rect.left(), badge.bottom() + px(12), rect.width(), px(68))
            canvas.text(name, offered.name, NAME, bold=True, align=CENTER)
        else:
            words = self.theme.text_width(offered.name, UNDER, bold=True)
            x = rect.left() + max(px(10), (rect.width() - side - px(14) - words) / 2)
            badge = QRectF(x, rect.center().y() - side / 2, side, side)
            name = QRectF(badge.right() + px(14), rect.top(), rect.right() - badge.right(), 0)
            name.setBottom(rect.bottom())
            name.setRight(rect.right() - px(6))
            canvas.text(name, offered.name, UNDER, bold=True)
        canvas.box(badge, px(8), "select")
        canvas.text(badge, offered.digit, DIGIT, "focus", bold=True, align=CENTER)

    def _draw_chosen(self, canvas: Canvas, rect: QRectF, offered: Offered) -> None:
        px, theme = self.theme.px, self.theme
        draw_panel(canvas, rect, "warn", "warn")
        side = px(58)
        is_tall = rect.height() >= px(_TALL)
        size = CHOSEN if is_tall else NAME
        words = theme.text_width(offered.name, size, bold=True)
        left = rect.left() + px(26)
        shows_mark = bool(offered.mark) and is_tall
        middle = rect.top() + rect.height() * (0.36 if shows_mark else 0.5)
        badge = QRectF(left, middle - side / 2, side, side)
        canvas.box(badge, px(8), "on_brand")
        canvas.text(badge, offered.digit, DIGIT, "warn", bold=True, align=CENTER)
        name = QRectF(badge.right() + px(20), middle - px(44), words + px(8), px(88))
        canvas.text(name, offered.name, size, "on_brand", bold=True)
        end = name.right()
        if shows_mark:
            wide = theme.text_width(offered.mark, MARK, bold=True) + px(34)
            pill = QRectF(left, rect.top() + rect.height() * 0.62, wide, px(50))
            canvas.box(pill, px(25), "on_brand")
            canvas.text(pill, offered.mark, MARK, "warn", bold=True, align=CENTER)
            end = max(end, pill.right())
        if not offered.lines:
            return
        x = end + px(24)
        canvas.line(x, rect.top() + px(24), x, rect.bottom() - px(24), "on_brand", px(2))
        step = px(60) if is_tall else px(48)
        top = rect.center().y() - step * len(offered.lines) / 2
        for place, line in enumerate(offered.lines):
            room = QRectF(x + px(24), top + place * step, rect.right() - x - px(36), step)
            canvas.text(room, line, LINE if is_tall else 36, "on_brand", bold=True)
