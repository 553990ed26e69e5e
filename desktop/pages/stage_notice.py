"""Tells the operator, on whatever page, that the second screen went away or came back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.screen.stage import Stage
from desktop.widgets.notices import Banner


class StageNotice(Banner):
    """Stands over the page while a projected page waits for its screen."""

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.hide()
        stage.lost.connect(self._tell_lost)
        stage.returned.connect(self._offer)
        stage.changed.connect(self._follow)
        self.action_chosen.connect(stage.resume)

    @Slot()
    def _tell_lost(self) -> None:
        words = self.tr("第二块屏幕断开了：投屏已收起，您的屏幕没有变化。接好后可以恢复投屏。")
        self.show_banner("warn", words)

    @Slot()
    def _offer(self) -> None:
        self.show_banner("info", self.tr("第二块屏幕已接回。"), self.tr("恢复投屏"))

    @Slot()
    def _follow(self) -> None:
        if not self._stage.is_waiting():
            self.hide()
