"""大屏投放: the wall display, its picture, and how it is put on the second screen."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.rules.permissions import Permission
from desktop.pages.page import Page
from desktop.pages.screen_picture import ScreenPicture
from desktop.pages.wall_facts import WallSeen, wall_seen
from desktop.pages.wall_settings import WallSettings
from desktop.pages.wall_words import board_of
from desktop.screen.board import Board
from desktop.screen.optics import DESIGN_HEIGHT, DESIGN_WIDTH, Optics
from desktop.screen.stage import stage_of
from desktop.screen.wall_view import WallView
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.empty_state import EmptyState

QUIET_MILLISECONDS = 2000
"""Changes that come in a row are shown together."""
SLOW_MILLISECONDS = 60_000
"""Time passes without changes: cases become overdue, a day ends."""
RETRY_MILLISECONDS = 10_000
_LOG = logging.getLogger(__name__)


class WallPage(Page):
    """Keeps the last good figures; the wall itself is a view on the stage."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._board: Board | None = None
        self._view: WallView | None = None
        self._is_away = False
        self._soon = self._timer(QUIET_MILLISECONDS)
        self._soon.setSingleShot(True)
        self._slow = self._timer(SLOW_MILLISECONDS)
        self._may_see = session.may(Permission.FIGURES_SEE)
        if not self._may_see:
            self._refuse()
            return
        self._stage = stage_of(self)
        self._build()
        self._stage.ended.connect(self._forget)
        self._stage.changed.connect(self._follow_stage)
        self._stage.pressed.connect(self._follow_key)
        QShortcut(QKeySequence("F11"), self, self.switch)

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("大屏投放")

    def arrive(self) -> None:
        if self._may_see:
            self.reload()

    def follow(self, changes: tuple[Any, ...]) -> None:
        watched = self._view is not None or (self._may_see and self.isVisible())
        # Not started anew while it runs: under a steady stream of changes it would never fire.
        if watched and not self._soon.isActive():
            self._soon.start()

    def follow_width(self, width: int) -> None:
        if self._may_see:
            self.settings.setFixedWidth(360 if width >= 1600 else 316)

    # What others call ---------------------------------------------------------------------

    def view(self) -> WallView | None:
        """Return the wall display while it is on the stage."""
        return self._view

    @Slot()
    def reload(self) -> None:
        """Ask for fresh figures."""
        self.services.ask(
            wall_seen, parent=self, done=self._show, failed=self._tell_away, key="wall"
        )

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
        self._slow.start(SLOW_MILLISECONDS)
        self._follow_stage()
        self.reload()

    # Building -----------------------------------------------------------------------------

    def _refuse(self) -> None:
        words = self.tr("大屏显示全街道的统计，由指挥室和街道领导使用。")
        QVBoxLayout(self).addWidget(EmptyState("lock", words))

    def _build(self) -> None:
        self.model = WallView(self)
        self.model.hide()
        self.model.resize(DESIGN_WIDTH, DESIGN_HEIGHT)
        self.picture = ScreenPicture(self.tr("大屏画面"), self)
        self.settings = WallSettings(self._stage, self)
        self.settings.switch_wanted.connect(self.switch)
        card = Card(self, margins=16, spacing=12)
        self._title = CardTitle(self.tr("大屏画面"))
        card.body.addWidget(self._title)
        card.body.addWidget(self.picture)
        card.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self.settings)
        self.follow_width(DESIGN_WIDTH)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.reload)
        return timer

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, seen: WallSeen) -> None:
        self._board = board_of(seen, self.session.room_name)
        if self._is_away:
            self._is_away = False
            self._slow.setInterval(SLOW_MILLISECONDS)
        self._show_all()

    @Slot(object)
    def _tell_away(self, error: Exception) -> None:
        """Keep the last good figures and say how old they are; try again soon."""
        _LOG.warning("the wall display could not be refreshed: %s", error)
        self._is_away = True
        self._slow.start(RETRY_MILLISECONDS)
        self._show_all()

    @Slot(object)
    def _forget(self, view: object) -> None:
        if view is self._view:
            self._view = None
            self._slow.stop()

    @Slot()
    def _follow_stage(self) -> None:
        self.settings.show_running(self._view is not None)
        self._show_picture()

    @Slot(object)
    def _follow_key(self, key: object) -> None:
        if key == Qt.Key.Key_F11 and self._view is not None:
            self._stage.take_back()

    # Inside -------------------------------------------------------------------------------

    def _show_all(self) -> None:
        if self._view is not None:
            self._dress(self._view)
        self._dress(self.model)
        self._show_picture()

    def _dress(self, view: WallView) -> None:
        if self._board is not None:
            view.show_board(self._board)
        if self._is_away:
            as_of = self._board.as_of if self._board else self.tr("未读到")
            view.show_age(self.session.room_name, as_of)

    def _show_picture(self) -> None:
        """Paint the wall as the second screen shows it, small."""
        if not self.isVisible():
            return
        there = self._stage.optics()
        height = round(DESIGN_WIDTH * there.height / max(1, there.width))
        optics = Optics(DESIGN_WIDTH, height, there.height_mm, there.distance_m)
        self.model.resize(optics.width, optics.height)
        self.model.follow_optics(optics, self._stage.settings())
        self.picture.show_picture(self.model.grab(), self.model.words())
        as_of = self._board.as_of if self._board else ""
        self._title.set_note(self.tr("数据截至 {time}").format(time=as_of) if as_of else "")
