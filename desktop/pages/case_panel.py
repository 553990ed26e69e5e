"""One case beside the ledger: deadline, facts, photos, what happened, and what can be done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.case_detail import CaseDetail, case_detail
from db.queries.door import Reader
from desktop.actions import Action
from desktop.case_timeline_words import deadline_note, timeline_note, timeline_steps
from desktop.case_words import (
    chip_of,
    deadline_look,
    tag_of,
)
from desktop.errors import sentence
from desktop.pages.case_acting import CaseActing
from desktop.pages.case_buttons import CaseButtons
from desktop.pages.case_fact_words import fact_rows
from desktop.pages.case_files import CaseFiles
from desktop.pages.case_others import CaseOthers
from desktop.pages.case_related import CaseRelated
from desktop.pages.case_trail import CaseTrail
from desktop.pages.hit_marks import mark_hits
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.canvas import Canvas
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.chips import Chip
from desktop.widgets.deadline import DeadlineCard
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.timeline import Timeline


class CasePanel(Card):
    """Shows a case and carries out actions on it."""

    told = Signal(str, str)
    supervision_wanted = Signal(object)
    moved = Signal(object)
    case_wanted = Signal(object)
    """The id of a related case, or of the one before it."""
    close_wanted = Signal()
    print_wanted = Signal(object)
    """The id of the case whose sheet is to be printed."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=20, spacing=10)
        self._services = services
        self._session = session
        self._detail: CaseDetail | None = None
        self._wanted: int | None = None
        self._floats = False
        self._trail = CaseTrail()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("事件详情"))
        self._others = CaseOthers(services, self)
        self._others.told.connect(self._show_others)
        self._acting = CaseActing(services, self, self._others)
        self._acting.told.connect(self.told)
        self._acting.moved.connect(self.moved)
        self._acting.supervision_wanted.connect(self.supervision_wanted)
        self._acting.outdated.connect(self.refresh)
        self._search = ""
        self._build()
        self.show_nothing()

    # What others call ---------------------------------------------------------------------

    def show_case(self, case_id: int | None) -> None:
        """Show a case, or an invitation to choose one."""
        self._wanted = case_id
        self._trail.arrive(case_id)
        self._back.setVisible(self._trail.leads_back())
        if case_id is None:
            self.show_nothing()
            return
        self._services.ask(
            _seen,
            case_id,
            parent=self,
            done=self._show,
            failed=self._show_fault,
            key="detail",
        )

    def show_nothing(self) -> None:
        """Show that no case is chosen."""
        self._keep(None)
        self._empty.show_state("list-checks", self.tr("选一件事件，在这里看详情和流转记录"))
        self._empty.show()
        self._whole.hide()

    def mark(self, search: str) -> None:
        """Mark what was searched for in what is told of the case."""
        self._search = search
        mark_hits(self._column, search)

    @Slot()
    def refresh(self) -> None:
        """Read the shown case again."""
        if self._wanted is not None:
            self.show_case(self._wanted)

    def detail(self) -> CaseDetail | None:
        """Return what is shown."""
        return self._detail

    def actions(self) -> list[Action]:
        """Return what the person may do with the shown case, the most likely first."""
        return self._acting.actions()

    @Slot(str)
    def start(self, action_id: str) -> None:
        """Begin an action by its id, as its button does."""
        self._acting.start(action_id)

    @Slot(str)
    def start_by_key(self, key: str) -> None:
        """Begin the first possible action that has this key."""
        self._acting.start_by_key(key)

    def attach(self, path: Path) -> None:
        """Add a file to the shown case."""
        self._acting.attach(path)

    def has_keys(self) -> bool:
        """Tell whether the keyboard is in the panel."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    @Slot()
    def print_case(self) -> None:
        """Ask for the sheet of the shown case."""
        if self._detail is not None:
            self.print_wanted.emit(self._detail.id)

    def set_floating(self, floats: bool) -> None:
        """Offer to be closed while it lies over the list, and stand out from it."""
        self._floats = floats
        self._close.setVisible(floats)

    @Slot()
    def go_back(self) -> None:
        """Show the case from which a related one was opened."""
        before = self._trail.back()
        if before is not None:
            self.case_wanted.emit(before)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyState(parent=self)
        self._whole = QWidget(self)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._whole, 1)
        self._column = ScrollColumn(self._whole, name=self.tr("事件详情"))
        self._back = ActionButton(self.tr("返回"), "undo-2", key="Alt ←", kind="quiet")
        self._back.clicked.connect(self.go_back)
        self._back.hide()
        self._print = IconButton("printer", self.tr("打印办理单（Ctrl P）"), size=28)
        self._print.clicked.connect(self.print_case)
        self._close = IconButton("x", self.tr("收起，回到列表（Esc）"), size=28)
        self._close.clicked.connect(self.close_wanted)
        self._close.hide()
        self._number = PlainLabel("", kind="second", tone="text2")
        self._urgency, self._state = Chip(), Chip()
        self._title = PlainLabel("", kind="title", wrap=True)
        self._company = PlainLabel("", kind="second", tone="warn", wrap=True)
        self._company.hide()
        self._deadline = DeadlineCard()
        self._facts = FactGrid(columns=2)
        self._content = PlainLabel("", kind="body", wrap=True)
        self._files = CaseFiles(self._services)
        self._files.told.connect(self.told)
        self._related = CaseRelated(self._services)
        self._related.chosen.connect(self._go_to_related)
        self._steps_title = CardTitle(self.tr("流转记录"))
        self._timeline = Timeline()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addWidget(self._number, 1)
        head.addWidget(self._urgency)
        head.addWidget(self._state)
        head.addWidget(self._print)
        head.addWidget(self._close)
        self._head = head
        for widget in (
            self._title,
            self._company,
            self._deadline,
            self._facts,
            self._content,
            self._files,
            Line(),
            self._steps_title,
            self._timeline,
            self._related,
        ):
            self._column.body.addWidget(widget)
        self._column.body.addStretch(1)
        self._buttons = CaseButtons()
        self._buttons.chosen.connect(self.start)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(self._head)
        whole.addWidget(self._column, 1)
        whole.addWidget(Line())
        whole.addWidget(self._buttons)

    # What Qt calls ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys of a list."""
        bar = self._column.verticalScrollBar()
        actions = {
            Qt.Key.Key_Up: bar.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_Down: bar.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_Home: bar.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: bar.SliderAction.SliderToMaximum,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._watch_others()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._others.watch(None)
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        canvas = Canvas(painter, active_theme())
        if self.hasFocus():
            canvas.focus_ring(QRectF(self.rect()), 8)
        elif self._floats:
            canvas.box(QRectF(self.rect()), 8, border="control_border")
        painter.end()

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._keep(None)
        self._whole.hide()
        self._empty.show_state("triangle-alert", sentence(error))
        self._empty.show()

    @Slot(object)
    def _show(self, seen: tuple[CaseDetail, datetime]) -> None:
        detail, now = seen
        if detail.id != self._wanted:
            return
        self._keep(detail)
        row = detail.row
        self._empty.hide()
        self._whole.show()
        self._number.setText(row.number)
        tag = tag_of(row)
        self._urgency.setVisible(tag is not None)
        if tag is not None:
            self._urgency.show_chip(tag)
        self._state.show_chip(chip_of(row.state))
        self._title.setText(row.title)
        self._deadline.show_deadline(deadline_look(row, now), deadline_note(detail))
        self._facts.set_facts(fact_rows(detail))
        self._content.setText(detail.content)
        self._files.show_files(detail)
        self._related.show_case(detail.id)
        self.mark(self._search)
        self._steps_title.set_note(timeline_note(detail, now))
        self._timeline.set_steps(timeline_steps(detail, now))
        self._buttons.show_actions(self._acting.actions())

    @Slot(object)
    def _go_to_related(self, case_id: int) -> None:
        if self._detail is not None:
            self._trail.go(self._detail.id, case_id)
            self.setFocus()
            self.case_wanted.emit(case_id)

    def _keep(self, detail: CaseDetail | None) -> None:
        self._detail = detail
        self._watch_others()
        self._acting.take_case(detail)

    def _watch_others(self) -> None:
        detail = self._detail
        self._others.watch(detail.id if detail is not None and self.isVisible() else None)

    @Slot(str)
    def _show_others(self, words: str) -> None:
        self._company.setText(words)
        self._company.setVisible(bool(words))


def _seen(reader: Reader, case_id: int) -> tuple[CaseDetail, datetime]:
    """Return a case and the record's own time, which a practice street keeps for itself."""
    return case_detail(reader, case_id), reader.now
