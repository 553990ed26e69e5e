"""The projection of a meeting, driven from its console: what is shown, and the keys of a remote."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from db.queries.agenda import AgendaRow
from db.queries.meetings import MeetingDetail
from db.rules.agenda import MeetingState, Section
from desktop.pages.meeting_facts import ConsoleSeen
from desktop.pages.meeting_slides import Draft, Scene, slide_of
from desktop.pages.meeting_wall import WallSeen, wall_meeting, wall_shots
from desktop.pages.meeting_words import span_words, tr
from desktop.screen.meeting_view import MeetingView
from desktop.screen.slides import CaseSlide, Shot
from desktop.screen.stage import Stage, stage_of
from desktop.services import Services

if TYPE_CHECKING:
    from desktop.pages.meeting_console import MeetingConsole

FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space})
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up})
CONFIRM = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_LOG = logging.getLogger(__name__)


class MeetingProjection(QObject):
    """Keeps the projected page in step with the console."""

    changed = Signal()
    """Another page is shown, or the stage changed."""

    def __init__(self, services: Services, console: MeetingConsole, street: str) -> None:
        super().__init__(console)
        self._services = services
        self._console = console
        self._street = street
        self._stage = stage_of(console)
        self._view: MeetingView | None = None
        self._detail: MeetingDetail | None = None
        self._lists = False
        self._row_id: int | None = None
        self._speech = (0, 0)
        self._follows = QTimer(self)
        self._follows.setSingleShot(True)
        self._follows.setInterval(0)
        self._follows.timeout.connect(self.follow)
        self._stage.ended.connect(self._forget)
        self._stage.changed.connect(self.changed)
        self._stage.pressed.connect(self._take_key)

    # What the console calls ---------------------------------------------------------------

    def stage(self) -> Stage:
        """Return the stage."""
        return self._stage

    def view(self) -> MeetingView | None:
        """Return the projected view, also while it waits for its screen."""
        return self._view

    def is_shown(self) -> bool:
        """Tell whether the meeting can be seen on the second screen."""
        return self._view is not None and self._stage.is_shown()

    @Slot()
    def switch(self) -> None:
        """Project the meeting, resume what lost its screen, or take it back."""
        if self._console.seen() is None:
            return
        if self._view is None:
            view = MeetingView()
            self._stage.project(view, self.tr("例会投屏"))
            self._view = view
            self._row_id = None
            self.reload()
            self.changed.emit()
        elif self._stage.is_waiting():
            self._stage.resume()
        else:
            self._stage.take_back()

    @Slot()
    def reload(self) -> None:
        """Read the masked meeting again."""
        meeting_id = self._console.meeting_id()
        if self._view is not None and meeting_id is not None:
            self._services.ask(
                wall_meeting,
                meeting_id,
                parent=self,
                done=self._show,
                failed=self._keep,
                key="wall",
            )

    @Slot()
    def follow_soon(self) -> None:
        """Follow what is being chosen, once all of it has been chosen."""
        if self._view is not None:
            self._follows.start()

    @Slot()
    def follow(self) -> None:
        """Show the row that the console shows."""
        view, detail, here = self._view, self._detail, self._console.current()
        if view is None or detail is None or here is None:
            return
        row = next((one for one in detail.agenda if one.id == here.id), None)
        if row is None or detail.row.id != self._console.meeting_id():
            # Not in what was read for the wall: it is read again with the console's next answer.
            return
        if row.id != self._row_id:
            moved, self._row_id = self._row_id is not None, row.id
            self._lists = self._lists and not moved
        scene = Scene(detail, row, self._street, self._draft(row), self._lists)
        slide = slide_of(scene)
        before = view.slide()
        view.show_slide(slide, self._as_of(detail))
        self._tell_speech()
        if isinstance(slide, CaseSlide) and slide.case_id is not None:
            is_other = not isinstance(before, CaseSlide) or before.case_id != slide.case_id
            if is_other:
                self._services.ask(
                    wall_shots, slide.case_id, parent=self, done=self._show_shots, key="shots"
                )
        self.changed.emit()

    def turn(self, by: int) -> bool:
        """Turn to or from the list of overdue cases; tell whether that was all of the step."""
        if not self.is_shown():
            return False
        if self._lists:
            self._lists = False
            if by > 0:
                self.follow()
                return True
            return False
        if by < 0 and self._is_first_overdue():
            self._lists = True
            self.follow()
            return True
        return False

    def enter(self) -> None:
        """The console stepped on: the list comes before the first overdue case."""
        if self.is_shown() and self._is_first_overdue():
            self._lists = True
            self.follow()

    @Slot(int, int)
    def show_speech(self, left: int, whole: int) -> None:
        """Show the time that is left to speak."""
        self._speech = (left, whole)
        self._tell_speech()

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, seen: WallSeen) -> None:
        self._detail = seen.detail
        if self._view is not None:
            self._view.show_now(seen.now)
        self.follow()

    @Slot(object)
    def _keep(self, error: Exception) -> None:
        """Keep the last good page; its stamp says of when it is."""
        _LOG.warning("the projected meeting could not be refreshed: %s", error)

    @Slot(object)
    def _show_shots(self, found: tuple[int, tuple[Shot, ...]]) -> None:
        if self._view is not None:
            self._view.show_shots(*found)
            self.changed.emit()

    @Slot(object)
    def _forget(self, view: object) -> None:
        if view is self._view:
            self._view = self._detail = self._row_id = None
            self._lists = False

    @Slot(object)
    def _take_key(self, key: Qt.Key) -> None:
        """Do what a key on the projected page asks for."""
        if self._view is None:
            return
        if key in FORWARD:
            self._console.next()
        elif key in BACK:
            self._console.previous()
        elif key in DIGITS:
            self._console.choose_kind(DIGITS.index(key))
        elif key in CONFIRM:
            self._console.confirm()
        elif key == Qt.Key.Key_F11:
            self._stage.take_back()

    # Inside -------------------------------------------------------------------------------

    def _tell_speech(self) -> None:
        """Show the clock on a case; nobody's time is counted on a topic such as 领导部署."""
        view, seen = self._view, self._console.seen()
        if view is None:
            return
        is_open = seen is not None and seen.detail.row.state is MeetingState.OPEN
        left, whole = self._speech
        is_counted = is_open and whole > 0 and isinstance(view.slide(), CaseSlide)
        view.show_speech(left if is_counted else None, whole, span_words(abs(left)))

    def _is_first_overdue(self) -> bool:
        seen, here = self._console.seen(), self._console.current()
        if seen is None or here is None:
            return False
        first = next((one for one in seen.detail.of(Section.OVERDUE) if one.case), None)
        return first is not None and first.id == here.id

    def _draft(self, row: AgendaRow) -> Draft:
        """Return what the form has for this row; the chosen kind shows at once."""
        matter = self._console.matter
        here, seen = matter.row(), self._console.seen()
        if seen is None or here is None or here.id != row.id or not matter.is_deciding():
            return Draft()
        form = matter.form
        kind = form.kind.value()
        if kind is None:
            return Draft()
        lead_id = form.lead.value()
        lead = next((unit.name for unit in seen.units if unit.id == lead_id), "")
        return Draft(kind, lead, form.due.value(), _agreed_mark(seen, row))

    def _as_of(self, detail: MeetingDetail) -> str:
        seen = self._console.seen()
        at = detail.row.frozen_at or (seen.now if seen is not None else None)
        return self.tr("数据截至 {time}").format(time=f"{at:%m-%d %H:%M}") if at else ""


def _agreed_mark(seen: ConsoleSeen, row: AgendaRow) -> str:
    agreed = seen.decision_of(row.case.case_id) if row.case is not None else None
    return tr("已议定") if agreed is not None else tr("拟议")
