"""The middle of the console: what is discussed, the note of it, and what is agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.agenda import AgendaRow
from db.queries.decisions import DecisionRow
from db.queries.outlook import Outlook, outlook
from db.rules.agenda import AgendaState, DecisionState, MeetingState, Section
from db.rules.decided import EFFECTS
from db.rules.terms import SupervisionLevel
from desktop.minutes_texts import promise_note, topic_note
from desktop.pages.meeting_case import CaseHead, PromiseHead
from desktop.pages.meeting_effects import effect_here, effect_words, notice_of, outlook_words
from desktop.pages.meeting_facts import ConsoleSeen, case_pictures
from desktop.pages.meeting_form import DecisionForm, FormContext
from desktop.pages.meeting_note import NoteBox
from desktop.pages.meeting_topics import TopicHead
from desktop.services import Services
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, Line, ScrollColumn
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.plain_label import PlainLabel

WEEK = timedelta(days=7)
NARROW = 1500
"""Below this width of the window the buttons need all the room."""


class MatterCard(Card):
    """One row of the agenda in work; tells its wishes, sends only the note by itself."""

    confirm_wanted = Signal()
    defer_wanted = Signal()
    back_wanted = Signal()
    decision_move_wanted = Signal(str)
    """confirm, reject, extend, cancel or supervise: what is to happen with an earlier decision."""

    notice_wanted = Signal(object)
    """The id of the notice that a decision had drafted."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._services = services
        self._row: AgendaRow | None = None
        self._seen: ConsoleSeen | None = None
        self._general = False
        self._agreed: DecisionRow | None = None
        self._notice_id: int | None = None
        self._build()

    # What others call ---------------------------------------------------------------------

    def show_row(self, row: AgendaRow, seen: ConsoleSeen, place: str) -> None:
        """Show a row of the agenda; what was typed on the same row stays."""
        moved = self._row is None or self._row.id != row.id
        self._row, self._seen = row, seen
        if moved:
            self._general = False
            self._fault.hide()
            self._scroll.verticalScrollBar().setValue(0)
        is_open = seen.detail.row.state is MeetingState.OPEN
        self._empty.hide()
        self._scroll.show()
        self._agreed = seen.decision_of(row.case.case_id) if row.case else None
        self._show_notice_link(notice_of(row.decision))
        self._show_head(row, seen, place, moved)
        self.note.show_row(row.id, row.discussion, self._proposal(row, seen))
        self.note.set_open(is_open)
        self.note.setVisible(is_open or bool(row.discussion))
        self._show_form(row, seen, is_open)
        self._show_buttons(row, is_open)
        self._show_state()

    def show_nothing(self, sentence: str) -> None:
        """Show that there is nothing to discuss."""
        self._row = None
        self._scroll.hide()
        self._foot.hide()
        self._empty.show_state("clipboard-list", sentence)
        self._empty.show()

    def follow_width(self, width: int) -> None:
        """Give up in a narrow window what a key does as well."""
        self._narrow = width < NARROW
        self._back.setVisible(not self._narrow)

    def row(self) -> AgendaRow | None:
        """Return what is shown."""
        return self._row

    def is_deciding(self) -> bool:
        """Tell whether the form is in use for this row."""
        return self.form.isVisibleTo(self)

    def tell_fault(self, words: str) -> None:
        """Say beside the buttons why something was refused."""
        self._fault.setText(words)
        self._fault.show()

    @Slot()
    def show_form(self) -> None:
        """Bring the whole form into view, as far as there is room."""
        self._scroll.verticalScrollBar().setValue(self.form.y())

    @Slot()
    def add_general(self) -> None:
        """Open the form for an agreement that is about no case."""
        if self._row is not None and self._seen is not None:
            self._general = not self._general
            is_open = self._seen.detail.row.state is MeetingState.OPEN
            self._show_form(self._row, self._seen, is_open)
            self._show_buttons(self._row, is_open)
            self.form.lead.setFocus()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.case = CaseHead()
        self.promise = PromiseHead()
        self.topic = TopicHead()
        self.note = NoteBox(self._services)
        self.form = DecisionForm()
        self.form.changed.connect(self._show_state)
        self.form.changed.connect(self._ask_outlook)
        self._form_line = Line()
        self._scroll = ScrollColumn(self, name=self.tr("正在讨论"), spacing=10)
        self._scroll.body.setContentsMargins(20, 12, 20, 10)
        for widget in (self.case, self.promise, self.topic, Line(), self.note):
            self._scroll.body.addWidget(widget)
        self._scroll.body.addWidget(self._form_line)
        self._scroll.body.addWidget(self.form)
        self._scroll.body.addStretch(1)
        self._empty = EmptyState(parent=self)
        self._foot = QWidget(self)
        self._lay_out_foot()
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._foot)
        self.show_nothing("")

    def _lay_out_foot(self) -> None:
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        self._fault = PlainLabel("", tone="danger", wrap=True)
        self._fault.setContentsMargins(20, 8, 16, 0)
        self._fault.hide()
        column.addWidget(self._fault)
        row = QHBoxLayout()
        row.setContentsMargins(20, 10, 16, 10)
        row.setSpacing(10)
        self._state = PlainLabel("", kind="second", elide=True)
        row.addWidget(self._state, 1)
        self._moves: dict[str, ActionButton] = {}
        for name, words, icon in (
            ("cancel", self.tr("取消事项"), "x"),
            ("extend", self.tr("给予延期"), "calendar"),
            ("supervise", self.tr("转督办"), "siren"),
            ("reject", self.tr("不予确认"), "undo-2"),
            ("confirm", self.tr("确认完成"), "badge-check"),
        ):
            button = ActionButton(words, icon)
            button.setObjectName(f"move_{name}")
            button.setProperty("move", name)
            button.clicked.connect(self._ask_move)
            row.addWidget(button)
            self._moves[name] = button
        self._notice = ActionButton(self.tr("看督办单"), "arrow-up-right", kind="link")
        self._notice.setObjectName("open_notice")
        self._notice.clicked.connect(self._open_notice)
        row.addWidget(self._notice)
        self._general_button = ActionButton(self.tr("另立议定事项"), "plus")
        self._general_button.clicked.connect(self.add_general)
        self._back = ActionButton(self.tr("回到上一件"), "undo-2", key="Alt ↑")
        self._back.clicked.connect(self.back_wanted)
        self._defer = ActionButton(self.tr("暂缓，留待下次"), "clock", key="Ctrl L")
        self._defer.clicked.connect(self.defer_wanted)
        self._confirm = ActionButton("", "check", key="Ctrl Enter", kind="primary")
        self._confirm.clicked.connect(self.confirm_wanted)
        for widget in (self._general_button, self._back, self._defer, self._confirm):
            row.addWidget(widget)
        column.addLayout(row)

    # Showing ------------------------------------------------------------------------------

    def _show_head(self, row: AgendaRow, seen: ConsoleSeen, place: str, moved: bool) -> None:
        self.promise.setVisible(row.decision is not None)
        self.case.setVisible(row.case is not None and row.decision is None)
        self.topic.setVisible(row.case is None and row.decision is None)
        if row.decision is not None:
            self.promise.show_decision(row.decision, row.kept, place)
        elif row.case is not None:
            self.case.show_case(row.case, place)
            if moved and row.case.attachment_count:
                self._services.ask(
                    case_pictures,
                    row.case.case_id,
                    parent=self.case,
                    done=self.case.show_pictures,
                    key="pictures",
                )
        else:
            self.topic.show_topic(row, seen)
            self.topic.roll.set_open(seen.detail.row.state is not MeetingState.CLOSED)

    def _show_form(self, row: AgendaRow, seen: ConsoleSeen, is_open: bool) -> None:
        shown = is_open and row.decision is None and (row.case is not None or self._general)
        self.form.setVisible(shown)
        self._form_line.setVisible(shown)
        if not shown:
            return
        self.form.set_units(seen.units)
        self.form.show_context(
            FormContext(
                row_id=row.id,
                case=row.case,
                agreed=self._agreed,
                now=seen.now,
                soon=seen.soon,
                next_meeting=_next_meeting(seen),
            )
        )

    def _show_buttons(self, row: AgendaRow, is_open: bool) -> None:
        self._foot.setVisible(is_open)
        deciding = self.is_deciding()
        is_case = row.case is not None and row.decision is None
        self._defer.setVisible(is_case and row.state is not AgendaState.DECIDED)
        self._general_button.setVisible(not is_case and row.decision is None)
        self._general_button.setText(self.tr("收起") if self._general else self.tr("另立议定事项"))
        if deciding and is_case:
            words = self.tr("确认议定，下一件")
        elif deciding:
            words = self.tr("确认议定")
        else:
            words = self.tr("记录完毕，下一项")
        self._confirm.setText(words)
        possible = _moves_of(row.decision)
        for name, button in self._moves.items():
            button.setVisible(name in possible)

    @Slot()
    def _show_state(self) -> None:
        """Say whether all that is needed for the agreement is there."""
        if self.sender() is self.form:
            self._fault.hide()
        self._state.set_tone("text2")
        if not self.is_deciding():
            self._state.setText("")
            return
        gaps = self.form.gaps()
        if not gaps:
            self._state.set_tone("ok")
            self._state.setText(self.tr("必填项已齐"))
            return
        names = {
            "kind": self.tr("处理意见"),
            "lead_id": self.tr("牵头单位"),
            "responsible": self.tr("责任人"),
            "due_at": self.tr("完成时限"),
            "text": self.tr("议定事项文字"),
        }
        missing = "、".join(names[gap] for gap in gaps)
        self._state.setText(self.tr("还缺：{names}").format(names=missing))

    @Slot()
    def _ask_outlook(self) -> None:
        """Ask what would happen to the case; what was done already is told at once."""
        row, given = self._row, self.form.given()
        case = row.case if row is not None else None
        complete = given["lead_id"] is not None and given["due_at"] is not None
        if case is None or given["kind"] not in EFFECTS or not complete:
            self._show_effect("", "")
            return
        done = effect_here(self._agreed, given)
        if done is not None:
            self._show_effect(effect_words(done), "ok", done.level, done.notice_id)
            return
        self._services.ask(
            outlook,
            case.case_id,
            *(given[name] for name in ("kind", "lead_id", "assist_ids", "due_at")),
            parent=self,
            done=self._show_outlook,
            key="outlook",
        )

    @Slot(object)
    def _show_outlook(self, seen: Outlook) -> None:
        if seen.kind is self.form.kind.value():
            self._show_effect(*outlook_words(seen, self.form.lead.text()), seen.level)

    def _show_effect(
        self,
        words: str,
        tone: str,
        level: SupervisionLevel = SupervisionLevel.NONE,
        notice_id: int | None = None,
    ) -> None:
        self.form.show_outlook(words, tone, level)
        self._show_notice_link(notice_id)

    def _show_notice_link(self, notice_id: int | None) -> None:
        self._notice_id = notice_id
        self._notice.setVisible(notice_id is not None)

    @Slot()
    def _open_notice(self) -> None:
        if self._notice_id is not None:
            self.notice_wanted.emit(self._notice_id)

    def _proposal(self, row: AgendaRow, seen: ConsoleSeen) -> str:
        if seen.detail.row.state is not MeetingState.OPEN:
            return ""
        if row.decision is not None:
            return promise_note(row.decision)
        if row.case is not None:
            return ""
        detail = seen.detail
        return topic_note(row.section, detail.figures, detail.attendance, detail.decisions)

    @Slot()
    def _ask_move(self) -> None:
        self.decision_move_wanted.emit(self.sender().property("move"))


def _next_meeting(seen: ConsoleSeen) -> datetime:
    return (seen.detail.row.starts_at + WEEK).replace(second=0)


def _moves_of(row: DecisionRow | None) -> Sequence[str]:
    """Return what a meeting may do with an earlier decision."""
    if row is None:
        return ()
    moves: dict[Any, Sequence[str]] = {
        DecisionState.TO_CONFIRM: ("confirm", "reject", "cancel"),
        DecisionState.WAITING: ("extend", "cancel", "supervise"),
        DecisionState.UNDER_WAY: ("extend", "cancel", "supervise"),
        DecisionState.SUPERVISED: ("extend", "cancel"),
    }
    return moves.get(row.stored_state, ())


def takes_first_focus(row: AgendaRow) -> bool:
    """Tell whether the roll call, and not the note, is what a row begins with."""
    return row.section is Section.ATTENDANCE
