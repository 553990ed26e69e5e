"""The map with what lies over its corners: zoom keys, legend and a note."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.rules.terms import UnitKind
from desktop import texts
from desktop.pages.map_figures import MapFigures
from desktop.widgets.buttons import IconButton
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.map import LegendMark, MapLegend, MapView

_EDGE = 12
_LEFT_SHARE = 0.35
"""How much of the legend's width a map with outlines keeps free."""
_TONES = {"warn": "amber", "info": "grey"}


class MapFrame(QWidget):
    """`view` is the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = MapView(name=self.tr("网格地图"), parent=self)
        self.view.setMinimumSize(320, 240)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.legend = MapLegend(name=self.tr("图例"), parent=self.view)
        self.legend.hide()
        self._said = ""
        self._is_plan = False
        self._shown: tuple[MapFigures, UnitKind, bool] | None = None
        self._note = Chip(ChipSpec(""), self.view)
        self._buttons = (
            self._button("plus", self.tr("放大（+）"), self.view.zoom_in),
            self._button("minus", self.tr("缩小（−）"), self.view.zoom_out),
            self._button("expand", self.tr("全图（0）"), self.view.show_whole),
        )
        self.view.zoomed.connect(self._write_legend)

    def show_note(self, said: str, tone: str, *, is_plan: bool = False) -> None:
        """Say over the map what is special about it; empty says nothing."""
        self._is_plan = is_plan
        self._note.show_chip(ChipSpec(said, _TONES.get(tone, "grey"), "tag"))
        self._note.setVisible(bool(said))
        self._said = said
        self._place()

    def note(self) -> str:
        """Return what is said over the map."""
        return self._said

    def show_legend(self, figures: MapFigures, kind: UnitKind, *, with_dots: bool) -> None:
        """Show the steps of an indicator; the signs of dots only where dots are drawn."""
        self._shown = (figures, kind, with_dots)
        self.legend.show()
        self._write_legend()
        self._keep_free()

    @Slot()
    def _write_legend(self) -> None:
        if self._shown is None:
            return
        figures, kind, with_dots = self._shown
        counted = self.tr("网格数") if kind is UnitKind.GRID else self.tr("村社数")
        marks = []
        if figures.code == "open":
            marks.append(LegendMark("alarm", self.tr("其中超期件数")))
        near = with_dots and self.view.shows_dots()
        if near:
            marks += [
                LegendMark("bad", self.tr("超期的事件")),
                LegendMark("warn", self.tr("临近期限")),
                LegendMark("ok", self.tr("期限内")),
            ]
        note = self.tr("放大后显示事件点") if with_dots and not near else ""
        title = texts.indicator_name(figures.code)
        self.legend.show_legend(title, counted, figures.legend(), marks, note)
        self._place()

    def _keep_free(self) -> None:
        """Let a plan of boxes stand beside the legend; a street is narrow in its corners."""
        left = self.legend.width()
        if self._is_plan:
            right, top = self._buttons[0].width(), self._note.height()
            self.view.keep_free(QMargins(left, top, right, 0))
        else:
            self.view.keep_free(QMargins(round(left * _LEFT_SHARE), 0, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _button(self, icon: str, name: str, act: object) -> IconButton:
        button = IconButton(icon, name, framed=True, parent=self.view)
        button.clicked.connect(act)
        return button

    @Slot()
    def _place(self) -> None:
        """Put legend, note and buttons into their corners."""
        self.legend.resize(self.legend.sizeHint())
        self.legend.move(_EDGE, self.view.height() - self.legend.height() - _EDGE)
        self._note.resize(self._note.sizeHint())
        is_high = self.legend.y() > self._note.height() + 2 * _EDGE
        self._note.move(_EDGE if is_high else self.legend.width() + 2 * _EDGE, _EDGE)
        top = _EDGE
        for button in self._buttons:
            button.resize(button.sizeHint())
            button.move(self.view.width() - button.width() - _EDGE, top)
            top += button.height() + 6
