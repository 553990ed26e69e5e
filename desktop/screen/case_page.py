"""One case a page: what, how late, who, promise beside today, pictures, and what is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.screen.case_parts import TITLES, CaseTitle, LateBanner, SaidBox, UnitRow
from desktop.screen.fitting import between, roominess
from desktop.screen.offer_row import OfferRow
from desktop.screen.photo_pair import PhotoPair
from desktop.screen.slides import CaseSlide, Shot
from desktop.theme import Theme

_OUTSIDE = 170
"""What the lines at the top and the bottom take of the height of a page."""
_LOW_TITLE = 64
_PICTURE = 0.75
"""How wide a picture is for its height."""


class CasePage(QWidget):
    """Lays the parts of a case out; they paint themselves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_offers = False
        self._room = 1.0
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
        self._room = room = roominess(self._theme, high + px(_OUTSIDE))
        gap = px(between(10, 18, room))
        top = self.title.needed(wide, between(_LOW_TITLE, TITLES[0], room))
        self.title.setGeometry(0, 0, wide, top)
        top += gap
        bottom = high
        self.offers.setVisible(self._has_offers)
        if self._has_offers:
            row = px(between(108, 184, room))
            self.offers.setGeometry(0, high - row, wide, row)
            bottom -= row + gap
        middle = QRect(0, top, wide, max(0, bottom - top))
        self.photos.setVisible(bool(self._shots))
        if not self._shots:
            self._arrange_middle(middle, gap)
            return
        for photos in self._photo_widths(middle):
            self.photos.setGeometry(wide - photos, middle.top(), photos, middle.height())
            self._arrange_middle(middle.adjusted(0, 0, -photos - gap, 0), gap)
            if all(box.fits() for box in self.said if not box.isHidden()):
                break

    def _photo_widths(self, room: QRect) -> tuple[int, int]:
        """Return a width at which pictures are neither slit nor wall, and one for long words."""
        number = len(self._shots)
        wanted = number * room.height() * _PICTURE
        slim, least, most = (0.18, 0.22, 0.3) if number == 1 else (0.31, 0.34, 0.44)
        best = min(max(wanted, room.width() * least), room.width() * most)
        return round(best), round(room.width() * slim)

    def _arrange_middle(self, room: QRect, gap: int) -> None:
        px = self._theme.px
        top = room.top()
        for part, low, high in ((self.banner, 82, 118), (self.units, 54, 80)):
            height = px(between(low, high, self._room))
            part.setGeometry(room.left(), top, room.width(), height)
            top += height + gap
        boxes = [box for box in self.said if not box.isHidden()]
        each = (room.width() - gap * (len(boxes) - 1)) // max(1, len(boxes))
        for place, box in enumerate(boxes):
            x = room.left() + place * (each + gap)
            box.setGeometry(x, top, each, max(0, room.bottom() + 1 - top))
        size = min((box.best_size() for box in boxes), default=0)
        for box in boxes:
            box.set_size(size)
