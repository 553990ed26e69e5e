"""The console of one meeting: agenda at the left, the matter in the middle, people at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.commands.meetings import RecordAttendance
from db.queries.agenda import AgendaRow
from db.rules.agenda import MeetingState, Section
from db.rules.permissions import Permission
from desktop import texts
from desktop.pages.meeting_acting import MeetingActs
from desktop.pages.meeting_agenda import AgendaCard
from desktop.pages.meeting_facts import ConsoleSeen, console_seen
from desktop.pages.meeting_head import MeetingHead
from desktop.pages.meeting_matter import MatterCard
from desktop.pages.meeting_projection import DIGITS, MeetingProjection
from desktop.pages.meeting_screen import ScreenCard
from desktop.pages.meeting_side import AgreedCard, AttendanceCard, NextCard
from desktop.pages.meeting_words import KINDS, is_settled, meeting_title
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.chips import ChipSpec
from desktop.widgets.shortcut import Shortcut

REFRESH_MILLISECONDS = 250


class MeetingConsole(QWidget):
    """Shows one meeting and goes through it; the commands are in ``MeetingActs``."""

    told = Signal(str, str)
    left = Signal()
    minutes_wanted = Signal(object)
    week_wanted = Signal(object)
    notice_wanted = Signal(object)
    title_changed = Signal(str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._meeting_id: int | None = None
        self._seen: ConsoleSeen | None = None
        self._current: int | None = None
        self._go_to_first = False
        self._step_after = 0
        self._is_wide = True
        self._build()
        self._make_keys()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(REFRESH_MILLISECONDS)
        self._late.timeout.connect(self.reload)

    # What others call ---------------------------------------------------------------------

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting; the first row that waits is called."""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._current, self._go_to_first = None, True
            self._seen = None
        self.reload()

    def meeting_id(self) -> int | None:
        """Return the meeting that is shown."""
        return self._meeting_id

    def seen(self) -> ConsoleSeen | None:
        """Return what is shown."""
        return self._seen

    def current(self) -> AgendaRow | None:
        """Return the row under discussion."""
        return self.matter.row()

    def keep(self) -> None:
        """Save the note that is being written; called before the console is left."""
        self.matter.note.save()

    @Slot()
    def reload(self) -> None:
        """Read the meeting again; what is being typed stays."""
        if self._meeting_id is not None:
            self._services.ask(
                console_seen, self._meeting_id, parent=self, done=self._show, key="meeting"
            )

    def follow(self) -> None:
        """Something of meetings changed in the record: read again soon."""
        if self._meeting_id is not None and not self._late.isActive():
            self._late.start()

    def follow_width(self, width: int) -> None:
        """Fit the columns to the width of the window."""
        self._is_wide = wide = width >= 1600
        self.agenda.setFixedWidth(340 if wide else 268)
        self._side.setFixedWidth(430 if wide else 300)
        self._show_what_is_next()
        self._screen.set_room(wide)
        self.head.follow_width(width)
        self.matter.follow_width(width)
        self.people.set_columns(2 if wide else 1)

    @Slot(object)
    def go_to(self, row_id: int) -> None:
        """Call a row of the agenda."""
        if self._seen is not None:
            self._current = row_id
            self._show_all()
            self._focus_matter()

    def go_on(self) -> None:
        """Call the next row once the record was read again."""
        self._step_after = 1

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.head = MeetingHead(self)
        self.agenda = AgendaCard(self)
        self.matter = MatterCard(self._services, self)
        self._side = QWidget(self)
        self.projection = MeetingProjection(self._services, self, self._session.street_name)
        self._screen = ScreenCard(self.projection)
        self._next = NextCard()
        self.people = AttendanceCard()
        self.agreed = AgreedCard()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self._screen)
        side.addWidget(self._next)
        side.addWidget(self.people, 2)
        side.addWidget(self.agreed, 3)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.agenda)
        across.addWidget(self.matter, 1)
        across.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addLayout(across, 1)
        self.acts = MeetingActs(self._services, self)
        self._connect()

    def _connect(self) -> None:
        acts = self.acts
        acts.told.connect(self.head.tell)
        acts.stayed.connect(self.told)
        acts.moved.connect(self._follow_act)
        acts.closed.connect(self._follow_closing)
        acts.refused.connect(self._show_refusal)
        self.head.back_wanted.connect(self.left)
        self.head.start_wanted.connect(acts.start)
        self.head.renew_wanted.connect(acts.renew)
        self.head.add_wanted.connect(acts.add_case)
        self.head.close_wanted.connect(acts.read_back)
        self.head.minutes_wanted.connect(self._ask_minutes)
        self.head.week_wanted.connect(self._ask_week)
        self.head.projection_wanted.connect(self.projection.switch)
        self.head.spoken.connect(self.projection.show_speech)
        self.projection.changed.connect(self._show_screen)
        self.matter.form.changed.connect(self.projection.follow_soon)
        self.agenda.row_chosen.connect(self.go_to)
        self.agenda.remove_wanted.connect(acts.remove)
        self.matter.confirm_wanted.connect(self.confirm)
        self.matter.defer_wanted.connect(self.defer)
        self.matter.back_wanted.connect(self.previous)
        self.matter.decision_move_wanted.connect(acts.move_decision)
        self.matter.topic.roll.recorded.connect(self._record)
        self.people.roll_wanted.connect(self._go_to_roll)
        self.agreed.change_wanted.connect(self._change_agreed)
        self.agreed.withdraw_wanted.connect(acts.withdraw)
        self.agreed.notice_wanted.connect(self.notice_wanted)
        self.matter.notice_wanted.connect(self.notice_wanted)

    def _make_keys(self) -> None:
        for keys, words, slot in (
            ("Ctrl+Return", self.tr("确认议定，转下一件"), self.confirm),
            ("Ctrl+Enter", self.tr("确认议定，转下一件"), self.confirm),
            ("Ctrl+L", self.tr("暂缓，留待下次"), self.defer),
            ("Ctrl+O", self.tr("宣布开会"), self._open),
            ("Ctrl+M", self.tr("宣读确认并生成纪要"), self._finish),
            ("Ctrl+T", self.tr("暂停或继续计时"), self.head.pause),
            ("Ctrl+I", self.tr("插入发言人"), self._insert_speaker),
            ("F11", self.tr("投屏或收起"), self.projection.switch),
            ("PgUp", self.tr("上一件"), self.previous),
            ("PgDown", self.tr("下一件"), self.next),
            ("Alt+Up", self.tr("上一件"), self.previous),
            ("Alt+Down", self.tr("下一件"), self.next),
            ("Alt+PgUp", self.tr("上一个议程"), self.previous_section),
            ("Alt+PgDown", self.tr("下一个议程"), self.next_section),
            ("Alt+Left", self.tr("回到会议列表"), self.left.emit),
            ("Alt+A", self.tr("其余全部出席"), self._all_present),
        ):
            Shortcut(keys, self, words, slot)
        for place, kind in enumerate(KINDS):
            words = self.tr("议定：{kind}").format(kind=texts.label(kind))
            shortcut = Shortcut(f"Alt+{place + 1}", self, words, self._choose_kind)
            shortcut.setProperty("place", place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ←, → and bare digits that nothing in the console had a use for."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Right:
            self.next()
        elif key == Qt.Key.Key_Left:
            self.previous()
        elif key in DIGITS:
            self.choose_kind(DIGITS.index(key))
        else:
            super().keyPressEvent(event)

    # Moving -------------------------------------------------------------------------------

    @Slot()
    def next(self) -> None:
        """Call the next row."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Call the row before."""
        self._step(-1)

    @Slot()
    def next_section(self) -> None:
        """Call the first row of the next section."""
        self._step_section(1)

    @Slot()
    def previous_section(self) -> None:
        """Call the first row of the section before."""
        self._step_section(-1)

    def _step(self, by: int) -> None:
        if self.projection.turn(by):
            return
        rows = self._rows()
        place = self._place()
        if rows and 0 <= place + by < len(rows):
            self.go_to(rows[place + by].id)
            if by > 0:
                self.projection.enter()

    def _step_section(self, by: int) -> None:
        rows, here = self._rows(), self.current()
        if here is None:
            return
        order = list(Section)
        wanted = order[order.index(here.section) + by :: by] if self._has(here, by) else []
        for section in wanted:
            first = next((row for row in rows if row.section is section), None)
            if first is not None:
                self.go_to(first.id)
                return

    def _has(self, here: AgendaRow, by: int) -> bool:
        place = list(Section).index(here.section) + by
        return 0 <= place < len(Section)

    def _rows(self) -> tuple[AgendaRow, ...]:
        return self._seen.detail.agenda if self._seen else ()

    def _place(self) -> int:
        places = (i for i, row in enumerate(self._rows()) if row.id == self._current)
        return next(places, 0)

    # Acting -------------------------------------------------------------------------------

    @Slot()
    def confirm(self) -> None:
        """Confirm what is agreed, or that a topic is done, and go to the next row."""
        row, seen = self.current(), self._seen
        if row is None or seen is None or seen.detail.row.state is not MeetingState.OPEN:
            return
        if self.matter.is_deciding():
            if self.matter.form.is_complete():
                self.matter.note.save()
                agreed = seen.decision_of(row.case.case_id) if row.case else None
                self.matter.form.agreement_sent()
                self.acts.decide(row, self.matter.form.given(), agreed)
            return
        self.matter.note.confirm()
        self.next()

    @Slot()
    def defer(self) -> None:
        """Leave the case for the next meeting."""
        row = self.current()
        if row is not None and row.case is not None and row.decision is None:
            self.matter.note.save()
            self.acts.defer(row)

    @Slot()
    def _open(self) -> None:
        seen = self._seen
        if seen is None or seen.detail.row.state is not MeetingState.PLANNED:
            return
        if self._session.may(Permission.MEETING_HOLD) and not self._session.read_only:
            self.acts.start()

    @Slot()
    def _finish(self) -> None:
        seen = self._seen
        if seen is None:
            return
        if seen.detail.row.state is MeetingState.CLOSED:
            self._ask_minutes()
        elif seen.detail.row.state is MeetingState.OPEN:
            self.matter.note.save()
            self.acts.read_back()

    def choose_kind(self, place: int) -> None:
        """Take a kind of decision by its place, as Alt+1 to Alt+5 and a bare digit do."""
        if self.matter.is_deciding():
            self.matter.form.choose_kind(place)
            self.matter.show_form()

    @Slot()
    def _choose_kind(self) -> None:
        self.choose_kind(self.sender().property("place"))

    @Slot()
    def _insert_speaker(self) -> None:
        row = self.current()
        if row is not None:
            unit = row.decision.lead_name if row.decision else ""
            self.matter.note.insert_speaker(unit or (row.case.lead_name if row.case else ""))

    @Slot()
    def _all_present(self) -> None:
        if self.matter.topic.roll.isVisible():
            self.matter.topic.roll.all_present()

    @Slot(object, str, object)
    def _record(self, unit_id: int, name: str, status: Any) -> None:
        if self._meeting_id is not None:
            command = RecordAttendance(
                meeting_id=self._meeting_id, unit_id=unit_id, name=name, status=status
            )
            self._services.run(command, parent=self, done=self._follow_roll)

    @Slot(object)
    def _follow_roll(self, _answer: dict[str, Any]) -> None:
        self.follow()

    @Slot(object)
    def _change_agreed(self, row: Any) -> None:
        here = next(
            (one for one in self._rows() if one.case and one.case.case_id == row.case_id), None
        )
        if here is not None:
            self.go_to(here.id)

    @Slot()
    def _go_to_roll(self) -> None:
        first = next((row for row in self._rows() if row.section is Section.ATTENDANCE), None)
        if first is not None:
            self.go_to(first.id)

    @Slot()
    def _ask_minutes(self) -> None:
        self.minutes_wanted.emit(self._meeting_id)

    @Slot()
    def _ask_week(self) -> None:
        self.week_wanted.emit(self._meeting_id)

    # What came of it ----------------------------------------------------------------------

    @Slot(bool)
    def _follow_act(self, goes_on: bool) -> None:
        self.matter.form.agreement_made()
        if goes_on:
            self.go_on()
        self.reload()

    @Slot()
    def _follow_closing(self) -> None:
        self.reload()
        self._ask_minutes()

    @Slot(str, str, bool)
    def _show_refusal(self, words: str, field: str, is_stale: bool) -> None:
        """Say it beside the field; after a conflict the record is read again, typed words stay."""
        self.matter.form.agreement_refused()
        if not self.matter.form.refuse(words, field):
            self.matter.tell_fault(words)
        if is_stale:
            self.reload()

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, seen: ConsoleSeen) -> None:
        if seen.detail.row.id != self._meeting_id:
            return
        self._seen = seen
        rows = seen.detail.agenda
        if self._go_to_first or not any(row.id == self._current for row in rows):
            first = next((row for row in rows if not is_settled(row)), rows[0] if rows else None)
            self._current = first.id if first else None
        step, self._step_after = self._step_after, 0
        moves = self._go_to_first or bool(step)
        self._go_to_first = False
        if step and self._place() + step < len(rows):
            self._current = rows[self._place() + step].id
        self.acts.show_seen(seen)
        self._show_all()
        self.projection.reload()
        if moves:
            self._focus_matter()

    def _show_all(self) -> None:
        seen = self._seen
        if seen is None:
            return
        detail = seen.detail
        may_hold = self._session.may(Permission.MEETING_HOLD) and not self._session.read_only
        self.title_changed.emit(meeting_title(detail.row))
        self.head.show_meeting(detail.row, seen.now, may_hold)
        agreed = {
            row.case_id: found
            for row in detail.decisions
            if row.case_id is not None and (found := seen.decision_of(row.case_id)) is not None
        }
        self.agenda.show_agenda(detail.agenda, agreed, self._current)
        is_open = detail.row.state is MeetingState.OPEN
        self.people.show_people(detail.attendance, detail.row.state is not MeetingState.CLOSED)
        self.agreed.show_decisions(
            detail.decisions, is_open, detail.row.state is MeetingState.CLOSED
        )
        rows, place = detail.agenda, self._place()
        self._next.show_row(rows[place + 1] if place + 1 < len(rows) else None)
        row = rows[place] if rows else None
        if row is None:
            self.matter.show_nothing(self.tr("议程是空的"))
            return
        shown = self.matter.row()
        if shown is None or shown.id != row.id:
            self.head.begin_matter()
        self.matter.show_row(row, seen, self._place_words(row))
        self.projection.follow()

    def _show_what_is_next(self) -> None:
        """Tell who speaks next where there is room, and always while the room looks on."""
        self._next.setVisible(self._is_wide or self.projection.view() is not None)

    @Slot()
    def _show_screen(self) -> None:
        """Tell beside the meeting's state what the second screen does."""
        stage, projection = self.projection.stage(), self.projection
        self._show_what_is_next()
        if projection.view() is None:
            self.head.show_screen(ChipSpec(""), self.tr("投屏"))
        elif stage.is_waiting():
            spec = ChipSpec(self.tr("屏幕断开，投屏已收起"), "amber", "pill", "dot")
            self.head.show_screen(spec, self.tr("恢复投屏"))
        else:
            words = self.tr("第二屏投放中") if stage.is_full() else self.tr("窗口投放中")
            self.head.show_screen(ChipSpec(words, "blue", "pill", "dot"), self.tr("收回"))

    def _place_words(self, row: AgendaRow) -> str:
        own = [
            one for one in self._rows() if one.section is row.section and (one.case or one.decision)
        ]
        if row not in own:
            return ""
        return self.tr("第 {n} / {all} 件").format(n=own.index(row) + 1, all=len(own))

    def _focus_matter(self) -> None:
        row = self.current()
        if row is None or not self.isVisible():
            return
        if row.section is Section.ATTENDANCE:
            self.matter.topic.roll.take_focus()
        elif self.matter.is_deciding():
            self.matter.form.kind.setFocus()
        elif self.matter.note.isVisible():
            self.matter.note.area.setFocus()
        else:
            self.agenda.list.setFocus()
