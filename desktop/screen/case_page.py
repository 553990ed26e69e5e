"""One case a page: what, how late, who, promise beside today, pictures, and what is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.screen.case_parts import CaseTitle, LateBanner, SaidBox, UnitRow
from desktop.screen.offer_row import OfferRow
from desktop.screen.photo_pair import PhotoPair
from desktop.screen.slides import CaseSlide, Shot
from desktop.theme import Theme

_GAP = 18
_TALL = 900
"""From this height of the page on, as designed, nothing needs to be pressed together."""


class CasePage(QWidget):
    """Lays the parts of a case out; they paint themselves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_offers = False
        self._shots: tuple[Shot, ...] = ()
        self.title = CaseTitle(theme, self)
        self.banner = LateBanner(theme, self)
        self.units = UnitRow(theme, self)
        self.said = (SaidBox(theme, self), SaidBox(theme, self))
        self.photos = PhotoPair(theme, self)
        self.offers = OfferRow(theme, self)
        theme.changed.connect(self.arrange)

    def show_slide(self, slide: CaseSlide) -> None:
        """Show a case."""
        self.title.show_slide(slide)
        self.banner.show_slide(slide)
        self.units.show_slide(slide)
        for place, box in enumerate(self.said):
            box.show_said(slide.said[place] if place < len(slide.said) else None)
        self.offers.show_offered(slide.offered)
        self._has_offers = bool(slide.offered)
        self.arrange()

    def show_shots(self, shots: Sequence[Shot]) -> None:
        """Show the pictures of the case; without any the words take their room."""
        self._shots = tuple(shots)
        self.photos.show_shots(shots)
        self.arrange()

    def words(self) -> str:
        """Return everything that is shown."""
        parts = [self.title, self.banner, self.units, *self.said, self.photos, self.offers]
        return "\n".join(part.words() for part in parts if not part.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay out anew."""
        px, wide, high = self._theme.px, self.width(), self.height()
        gap, is_tall = px(_GAP), self.height() >= px(_TALL - 200)
        title = px(168) if is_tall else px(142)
        self.title.setGeometry(0, 0, wide, title)
        bottom = high
        self.offers.setVisible(self._has_offers)
        if self._has_offers:
            row = px(184) if is_tall else px(112)
            self.offers.setGeometry(0, high - row, wide, row)
            bottom -= row + gap
        middle = QRect(0, title + gap // 2, wide, bottom - title - gap // 2)
        self.photos.setVisible(bool(self._shots))
        if self._shots:
            share = 0.355 if len(self._shots) > 1 else 0.24
            photos = round(wide * share)
            self.photos.setGeometry(wide - photos, middle.top(), photos, middle.height())
            middle.setWidth(wide - photos - gap)
        self._arrange_middle(middle, gap, is_tall)

    def _arrange_middle(self, room: QRect, gap: int, is_tall: bool) -> None:
        px = self._theme.px
        banner, units = (px(118), px(80)) if is_tall else (px(106), px(68))
        top = room.top()
        self.banner.setGeometry(room.left(), top, room.width(), banner)
        top += banner + gap
        self.units.setGeometry(room.left(), top, room.width(), units)
        top += units + gap
        boxes = [box for box in self.said if not box.isHidden()]
        each = (room.width() - gap * (len(boxes) - 1)) // max(1, len(boxes))
        for place, box in enumerate(boxes):
            x = room.left() + place * (each + gap)
            box.setGeometry(x, top, each, room.bottom() + 1 - top)
