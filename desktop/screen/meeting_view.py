"""The projected meeting: one page at a time between its top and its bottom line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop import texts
from desktop.screen.bar_panel import BarPanel
from desktop.screen.case_page import CasePage
from desktop.screen.fitting import between, roominess
from desktop.screen.list_page import ListPage
from desktop.screen.meeting_lines import HEIGHT, MeetingFoot, MeetingTop
from desktop.screen.number_tiles import NumberTiles
from desktop.screen.optics import Optics
from desktop.screen.outline_page import OutlinePage
from desktop.screen.screen_settings import ScreenSettings
from desktop.screen.slides import (
    BarsSlide,
    CaseSlide,
    ListSlide,
    OutlineSlide,
    Shot,
    Slide,
    TilesSlide,
)
from desktop.screen.stage_window import StageView
from desktop.theme import Theme

MARGIN = 36
_SECONDS = 60
_TWO_COLUMNS = 1700


class MeetingView(StageView):
    """Shows slides; the clock at the bottom is its own, everything else is told to it."""

    returns_by_itself = True
    """The room sits and waits, and the operator has the meeting to go on with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme = Theme(self)
        theme.wear("projection")
        self.setAccessibleName(self.tr("例会投屏"))
        self._slide: Slide | None = None
        self._ahead = timedelta()
        self.top = MeetingTop(theme, self)
        self.foot = MeetingFoot(theme, self)
        self.case = CasePage(theme, self)
        self.tiles = NumberTiles(theme, self)
        self.bars = BarPanel(theme, "", parent=self)
        self.list = ListPage(theme, self)
        self.outline = OutlinePage(theme, self)
        for page in self._pages():
            page.hide()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._show_time)
        self._show_time()

    def slide(self) -> Slide | None:
        """Return what is shown."""
        return self._slide

    def show_slide(self, slide: Slide, as_of: str) -> None:
        """Show a page; pictures of another case go."""
        before = self._slide
        self._slide = slide
        self.top.show_heading(slide.heading)
        self.foot.show_as_of(as_of)
        if isinstance(slide, CaseSlide):
            if not isinstance(before, CaseSlide) or before.case_id != slide.case_id:
                self.case.show_shots(())
            self.case.show_slide(slide)
        elif isinstance(slide, TilesSlide):
            self.tiles.show_tiles(slide.tiles)
        elif isinstance(slide, BarsSlide):
            self._show_bars(slide)
        elif isinstance(slide, ListSlide):
            self.list.show_slide(slide)
        else:
            self.outline.show_slide(slide)
        shown = self._page_of(slide)
        for page in self._pages():
            page.setVisible(page is shown)

    def show_shots(self, case_id: int, shots: Sequence[Shot]) -> None:
        """Show the pictures of a case, if it is still the one that is shown."""
        if isinstance(self._slide, CaseSlide) and self._slide.case_id == case_id:
            self.case.show_shots(shots)

    def show_speech(self, left: int | None, whole: int, words: str) -> None:
        """Show the time that is left to speak; None shows no clock."""
        self.top.show_speech(left, whole, words)

    def show_now(self, now: datetime) -> None:
        """Follow the record's own time, which every page shows."""
        self._ahead = now - datetime.now()
        self._show_time()

    def words(self) -> str:
        """Return everything that is shown."""
        slide = self._slide
        body = self._page_of(slide).words() if slide is not None else ""
        return "\n".join((self.top.words(), body, self.foot.words()))

    def follow_optics(self, optics: Optics, settings: ScreenSettings) -> None:
        self.theme.wear("projection", optics.factor)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("bg"))
        painter.end()

    def _pages(self) -> tuple[QWidget, ...]:
        return (self.case, self.tiles, self.bars, self.list, self.outline)

    def _page_of(self, slide: Slide) -> CasePage | NumberTiles | BarPanel | ListPage | OutlinePage:
        pages = {
            CaseSlide: self.case,
            TilesSlide: self.tiles,
            BarsSlide: self.bars,
            ListSlide: self.list,
            OutlineSlide: self.outline,
        }
        return pages[type(slide)]  # type: ignore[return-value]

    def _show_bars(self, slide: BarsSlide) -> None:
        self.bars.set_title(slide.title)
        columns = 2 if self.width() >= self.theme.px(_TWO_COLUMNS) else 1
        self.bars.show_bars(slide.bars, slide.note, slide.empty, columns)

    def _arrange(self) -> None:
        px, wide = self.theme.px, self.width()
        room = roominess(self.theme, self.height())
        margin = px(between(28, MARGIN, room))
        top, head, foot = px(between(6, 14, room)), px(HEIGHT), px(between(50, 60, room))
        self.top.setGeometry(margin, top, wide - 2 * margin, head)
        self.foot.setGeometry(margin, self.height() - foot - px(2), wide - 2 * margin, foot)
        top += head + px(between(6, 12, room))
        left = self.height() - top - foot - px(between(6, 14, room))
        for page in self._pages():
            page.setGeometry(margin, top, wide - 2 * margin, left)
        if isinstance(self._slide, BarsSlide):
            self._show_bars(self._slide)

    @Slot()
    def _show_time(self) -> None:
        now = datetime.now() + self._ahead
        weekday = texts.weekday(now.weekday())
        words = self.tr("{month} 月 {day} 日 周{weekday}  {time}")
        self.foot.show_time(
            words.format(month=now.month, day=now.day, weekday=weekday, time=f"{now:%H:%M}")
        )
        self._clock.start((_SECONDS - now.second) * 1000 + 50)
