"""Show the printed figures of a period."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.queries.statistics import GroupBy
from desktop.pages.figures_paper import FiguresPaperMaker
from desktop.pages.figures_report import FiguresReport, figures_report
from desktop.pages.figures_seen import Wanted
from desktop.pages.loose_preview import LoosePreview
from desktop.services import Services


class FiguresPreview(LoosePreview):
    """From a wish to the pages on the screen: read, build, show."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(services, window)
        self._maker = FiguresPaperMaker()

    def show_figures(self, wanted: Wanted, by: GroupBy) -> None:
        """Show the figures of a period as they are printed."""
        self._services.ask(figures_report, wanted, by, parent=self, done=self._make)

    @Slot(object)
    def _make(self, report: FiguresReport) -> None:
        self.make(self._maker.make, report)
