"""The papers of the chosen notice on the screen: form, letter or reply slip."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import sentence
from desktop.pages.paper_reader import A4, PaperReader
from desktop.pages.supervision_papers import (
    NoticeSeen,
    Paper,
    PaperKind,
    PaperMaker,
)
from desktop.services import Services
from desktop.widgets.paper_view import PaperView
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice


class PaperPreview(QWidget):
    """Shows one paper at a time; papers and their pictures are made on the worker."""

    def __init__(
        self, services: Services, maker: PaperMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._maker = maker
        self._seen: NoticeSeen | None = None
        self._paper: Paper | None = None
        self._token = 0
        self._build()

    def show_notice(self, seen: NoticeSeen | None) -> None:
        """Show the papers of another notice, or of the same one as it is now."""
        same = self._seen is not None and seen is not None and _look(seen) == _look(self._seen)
        self._seen = seen
        if seen is None:
            self._token += 1
            self._reader.clear()
        elif not same or self._paper is None:
            self._make()

    def paper(self) -> Paper | None:
        """Return the paper that is shown."""
        return self._paper

    def view(self) -> PdfView:
        """Return the view of the pages."""
        return self._view

    def board(self) -> PaperView:
        """Return the pages with their tools."""
        return self._board

    def show_kind(self, kind: PaperKind) -> None:
        """Show another paper of the same notice."""
        self._kinds.set_value(kind)
        self._make()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        self._kinds = SegmentedChoice(
            (
                (PaperKind.NOTICE, self.tr("通知单")),
                (PaperKind.LETTER, self.tr("信函")),
                (PaperKind.RECEIPT, self.tr("回执")),
            ),
            name=self.tr("看哪一份"),
            numbered=False,
            compact=True,
        )
        self._kinds.set_value(PaperKind.NOTICE)
        self._kinds.changed.connect(self._choose)
        self._place = PlainLabel("", self, kind="small", tone="text2", elide=True)
        line.addWidget(self._kinds)
        line.addWidget(self._place, 1)
        column.addLayout(line)
        self._fault = PlainLabel("", self, tone="danger", wrap=True)
        self._fault.setContentsMargins(12, 4, 12, 4)
        self._fault.hide()
        column.addWidget(self._fault)
        self._board = board = PaperView(name=self.tr("文书预览"), parent=self)
        self._view = board.pages
        self._view.setMinimumHeight(160)
        self._view.page_changed.connect(self._show_place)
        self._reader = PaperReader(self._services, board)
        self._reader.failed.connect(self._show_fault)
        column.addWidget(board, 1)

    def _make(self) -> None:
        if self._seen is None:
            return
        self._token += 1
        self._services.work(
            _made,
            self._maker,
            self._seen,
            self._kinds.value(),
            self._token,
            parent=self,
            done=self._show_paper,
            failed=self._show_fault,
            key="paper",
        )

    @Slot(object)
    def _choose(self, _kind: PaperKind) -> None:
        self._make()

    @Slot(object)
    def _show_paper(self, made: tuple[int, Paper]) -> None:
        token, paper = made
        if token != self._token:
            return
        self._fault.hide()
        self._paper = paper
        self._reader.show(paper.data, [A4] * paper.pages)

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._paper = None
        self._reader.clear()
        self._fault.setText(sentence(error))
        self._fault.show()

    @Slot(object)
    def _show_place(self, place: tuple[int, int]) -> None:
        page, count = place
        words = self.tr("第 {page}/{count} 页").format(page=page, count=count) if count else ""
        if count and self._paper is not None and self._paper.kept:
            words += self.tr(" · 已存档")
        elif count and self._seen is not None and not self._seen.detail.number:
            words += self.tr(" · 草稿")
        if count and self._paper is not None and self._paper.wording is not None:
            words += self.tr(" · 用语第 {n} 版").format(n=self._paper.wording)
        self._place.setText(words)


def _look(seen: NoticeSeen) -> tuple[object, ...]:
    """Return what the look of the papers depends on."""
    detail = seen.detail
    return detail.id, detail.version, len(seen.kept), detail.finish_by


def _made(maker: PaperMaker, seen: NoticeSeen, kind: PaperKind, token: int) -> tuple[int, Paper]:
    return token, maker.make(seen, kind)
