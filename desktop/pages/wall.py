"""大屏投放: the wall display, its picture, and how it is put on the second screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import DatabaseAway
from db.rules.permissions import Permission
from desktop.pages.page import Page
from desktop.pages.screen_picture import ScreenPicture
from desktop.pages.wall_figures import WallFigures
from desktop.pages.wall_settings import WallSettings
from desktop.pages.wall_words import as_of, board_of
from desktop.screen.optics import DESIGN_WIDTH, Optics
from desktop.screen.stage import stage_of
from desktop.screen.wall_view import WallView
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.notices import Banner
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut

SETTINGS_WIDTHS = (316, 360)
WIDE_FROM = 1600


class WallPage(Page):
    """Shows the wall small, as the second screen shows it; the wall is a view on the stage."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._view: WallView | None = None
        self._may_see = session.may(Permission.FIGURES_SEE)
        if not self._may_see:
            words = self.tr("大屏显示全街道的统计，由指挥室和街道领导使用。")
            QVBoxLayout(self).addWidget(EmptyState("lock", words))
            return
        self._stage = stage_of(self)
        self.figures = WallFigures(services, self)
        self.figures.changed.connect(self._show_all)
        self.figures.went_away.connect(self._tell_away)
        self.figures.came_back.connect(self._tell_back)
        self._build()
        self._stage.ended.connect(self._forget)
        self._stage.changed.connect(self._follow_stage)
        self._stage.pressed.connect(self._follow_key)
        Shortcut("F11", self, self.tr("投放到大屏或收回"), self.switch)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("大屏投放")

    def arrive(self) -> None:
        if self._may_see:
            self.figures.reload()

    def follow(self, changes: tuple[Any, ...]) -> None:
        if self._may_see:
            self.figures.follow(changes)

    def follow_width(self, width: int) -> None:
        if self._may_see:
            wider = min(active_theme().factor, 1.2)
            self.settings.setFixedWidth(round(SETTINGS_WIDTHS[width >= WIDE_FROM] * wider))

    def hold(self) -> str:
        return self.tr("大屏正在投放：收回以后再换界面语言。") if self._view is not None else ""

    # What others call ---------------------------------------------------------------------

    def may_see(self) -> bool:
        """Tell whether the person may see the wall at all."""
        return self._may_see

    def view(self) -> WallView | None:
        """Return the wall display while it is on the stage."""
        return self._view

    def painted(self, optics: Optics) -> QPixmap:
        """Return the wall as it looks on such a screen."""
        self.model.resize(optics.width, optics.height)
        self.model.follow_optics(optics, self._stage.settings())
        return self.model.grab()

    @Slot()
    def switch(self) -> None:
        """Put the wall display on the second screen, or take it back."""
        if self._view is not None:
            if self._stage.is_waiting():
                self._stage.resume()
            else:
                self._stage.take_back()
            return
        view = WallView()
        self._dress(view)
        # The stage first ends what stood on it; only then is this view the one that stands there.
        self._stage.project(view, self.tr("大屏投放"))
        self._view = view
        self._watch()
        self._follow_stage()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.model = WallView(self)
        self.model.hide()
        self.picture = ScreenPicture(self.tr("大屏画面"), self)
        self.settings = WallSettings(self._stage, self)
        self.settings.switch_wanted.connect(self.switch)
        card = Card(self, margins=16, spacing=12)
        self._title = CardTitle(self.tr("大屏画面"))
        card.body.addWidget(self._title)
        card.body.addWidget(self.picture)
        basis = self.tr(
            "今日：零时到现在，与昨日此时相比。本月：录入口径，与上月同期相比。"
            "排名：站所本月得分。热度：本月录入数。超期未办结：最久的在前。"
        )
        card.body.addWidget(PlainLabel(basis, self, kind="second", tone="text2", wrap=True))
        card.body.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self.settings)
        self.banner = Banner(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(row, 1)
        self.follow_width(DESIGN_WIDTH)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _tell_away(self, error: Exception) -> None:
        """Tell on whatever page the operator is; a mistake of ours goes to the error bar, too."""
        self.told.emit(self.tr("读不到数据，大屏保留着上一次的画面。"), "warn")
        if not isinstance(error, DatabaseAway):
            self.services.failed.emit(error)

    @Slot()
    def _tell_back(self) -> None:
        self.told.emit(self.tr("又读到数据了，大屏已更新。"), "ok")

    @Slot(object)
    def _forget(self, view: object) -> None:
        if view is self._view:
            self._view = None
            self._watch()

    @Slot()
    def _follow_stage(self) -> None:
        self.settings.show_running(self._view is not None)
        self._show_picture()

    @Slot(object)
    def _follow_key(self, key: object) -> None:
        if key == Qt.Key.Key_F11 and self._view is not None:
            self._stage.take_back()

    @Slot()
    def _show_all(self) -> None:
        if self._view is not None:
            self._dress(self._view)
        self._dress(self.model)
        self._show_banner()
        self._show_picture()

    # Qt -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._may_see:
            self._show_picture()

    # Inside -------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Figures are asked for while the wall stands on the stage or the page is looked at."""
        if self._may_see:
            self.figures.watch(self._view is not None or self.isVisible())

    def _as_of(self) -> str:
        """Return of when the shown figures are; empty before the first."""
        seen = self.figures.seen()
        if seen is None:
            return ""
        today = seen.now.date() if self.session.is_practice else datetime.now().date()
        return as_of(seen.now, today)

    def _dress(self, view: WallView) -> None:
        seen, room = self.figures.seen(), self.session.room_name
        if seen is not None:
            # A practice street has a time of its own, by which its deadlines are judged.
            view.keep_time(seen.now if self.session.is_practice else None)
            view.show_board(board_of(seen, room, self.figures.ground()))
        if self.figures.is_away():
            view.show_age(room, self._as_of() or self.tr("未读到"))

    def _show_banner(self) -> None:
        if not self.figures.is_away():
            self.banner.hide()
            return
        words = self.tr("读不到数据：大屏保留 {time} 的画面，并写明时间；读到后自动更新。")
        if self.figures.seen() is None:
            words = self.tr("读不到数据：大屏上还没有画面；读到后自动显示。")
        self.banner.show_banner("warn", words.format(time=self._as_of()))

    def _show_picture(self) -> None:
        """Paint the wall as the second screen shows it, small."""
        if not self.isVisible():
            return
        there = self._stage.optics()
        width = max(DESIGN_WIDTH // 4, self.picture.width())
        height = round(width * there.height / max(1, there.width))
        shown = self.painted(Optics(width, height, there.height_mm, there.distance_m))
        self.picture.show_picture(shown, self.model.words())
        time = self._as_of()
        self._title.set_note(self.tr("数据截至 {time}").format(time=time) if time else "")
