"""What waits for me: columns by duty, the most pressing first, every step by one key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.queries.alarms import AlarmView
from db.queries.desk import DeskColumn, Duty, duties_of, duty_filter
from db.queries.page import CaseFilter
from db.queries.waiting_notices import steps_of
from db.rules.permissions import Permission
from desktop.actions import actions_by_key
from desktop.case_actions import ACTIONS
from desktop.pages.desk_cards import DutyCard
from desktop.pages.desk_column import DutyColumn
from desktop.pages.desk_day import DayStrip
from desktop.pages.desk_handover import DeskHandover
from desktop.pages.desk_looks import DeskLooks
from desktop.pages.desk_promises import DeskPromises
from desktop.pages.desk_steps import NextStep
from desktop.pages.desk_strip import AlarmStrip, ShiftStrip
from desktop.pages.desk_view import (
    DECISIONS,
    HANDED,
    ICONS,
    NOTICES,
    SHOWN,
    STEPS,
    DeskView,
    desk_view,
)
from desktop.pages.page import Page
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHints
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut

COMING_AND_GOING = {Duty.TO_FOLLOW_UP: 0, HANDED: 99, NOTICES: 98}
"""Columns that are there only while they hold something, and their places: no other's digit."""
REFRESH_MILLISECONDS = 250
MINUTE_MILLISECONDS = 60_000


class DeskPage(Page):
    """The duties of the person as columns of cards."""

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(services, session, parent)
        self._looks = DeskLooks(session.role, self)
        self._columns: list[DutyColumn] = []
        self._view: DeskView | None = None
        self._chosen: tuple[Any, int, int] | None = None
        self._wants_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("我的待办"))
        self._steps = NextStep(services, self)
        self._steps.told.connect(self.told)
        self._steps.done.connect(self._follow_step)
        self._handover = DeskHandover(services, self)
        self._handover.told.connect(self.told)
        self._handover.done.connect(self._follow_step)
        self._promises = DeskPromises(services, session, self)
        self._promises.told.connect(self.told)
        self._promises.done.connect(self._follow_step)
        self._build()
        words = self.tr("确认收到这些报警")
        Shortcut("Ctrl+Return", self, words, self._strip.acknowledge, within=True)
        self._late = self._timer(REFRESH_MILLISECONDS, single=True)
        self._rhythm = self._timer(MINUTE_MILLISECONDS, single=False)
        for key in ("F6", "F7"):
            words = actions_by_key(ACTIONS, key)
            shortcut = Shortcut(key, self, words, self._act_by_key, within=True)
            shortcut.setProperty("key", key)
        self.reload()

    # Page ---------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("我的待办")

    def arrive(self) -> None:
        self._wants_focus = True
        self._rhythm.start()
        self.reload()

    def leave(self) -> bool:
        """Nothing can be lost here; the clock of the deadlines rests."""
        self._rhythm.stop()
        return True

    def follow(self, changes: tuple[Any, ...]) -> None:
        seen = any(change.kind in ("case", "decision", "handover", "notice") for change in changes)
        if seen and not self._late.isActive():
            self._late.start()

    # What others call ---------------------------------------------------------------------

    def columns(self) -> list[DutyColumn]:
        """Return the columns in their order."""
        return list(self._columns)

    def steps(self) -> NextStep:
        """Return what does the next step of a card."""
        return self._steps

    def show_alarms(self, view: AlarmView) -> None:
        self._strip.show_alarms(view)

    def handover(self) -> DeskHandover:
        """Return what hands the shift over and takes it over."""
        return self._handover

    def promises(self) -> DeskPromises:
        """Return what asks for a word on a promise."""
        return self._promises

    def strip(self) -> AlarmStrip:
        """Return the strip of what waits for a word."""
        return self._strip

    @Slot()
    def reload(self) -> None:
        """Read everything again; the chosen card stays chosen."""
        self.services.ask(desk_view, parent=self, done=self._show, key="desk")

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        self._strip = AlarmStrip(self)
        self._strip.acknowledged.connect(self.alarms_seen)
        self._strip.case_wanted.connect(self.case_wanted)
        self._strip.list_wanted.connect(self.alarms_wanted)
        column.addWidget(self._strip)
        self._shift = ShiftStrip(self)
        self._shift.wanted.connect(self._handover.start)
        column.addWidget(self._shift)
        self._day = DayStrip(self.session, self)
        self._day.cases_wanted.connect(self.cases_wanted)
        column.addWidget(self._day)
        column.addLayout(self._head())
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        names = self._looks.names()
        duties = self._duties()
        places = _places(duties)
        for duty in duties:
            icon, tone = ICONS[duty]
            made = DutyColumn(duty, names[duty], icon, tone, places[duty])
            made.key_pressed.connect(self._follow_key)
            made.chosen.connect(self._keep_chosen)
            made.opened.connect(self._open)
            made.acted.connect(self._act)
            made.all_wanted.connect(self._show_all)
            self._columns.append(made)
            row.addWidget(made, 100)
            if duty in COMING_AND_GOING:
                made.hide()
        # Few columns stay as wide as they can be read; the rest of the window stays free.
        row.addStretch(1)
        self._across = QScrollArea()
        self._across.setAccessibleName(self.tr("待办各栏"))
        self._across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._across.setFrameShape(QScrollArea.Shape.NoFrame)
        self._across.setWidgetResizable(True)
        self._across.setWidget(inner)
        column.addWidget(self._across, 1)
        self._nothing = self._empty_state()
        column.addWidget(self._nothing, 1)

    def _empty_state(self) -> EmptyState:
        """Return what stands in place of columns that are all empty."""
        found = EmptyState("circle-check", parent=self)
        if self.session.may(Permission.CASE_REGISTER):
            words = self.tr("没有等您处理的事。遇到新情况随时登记，交给您的会自己排到这里。")
            found.show_state("circle-check", words, self.tr("登记事件 F2"))
        else:
            words = self.tr("没有等您处理的事。交给您的会自己排到这里。")
            found.show_state("circle-check", words, self.tr("看事件台账"))
        found.action_chosen.connect(self._leave_empty)
        found.hide()
        return found

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self._waiting = PlainLabel("", kind="section")
        self._next = PlainLabel("", kind="second", tone="brand", elide=True)
        line.addWidget(self._waiting)
        line.addWidget(self._next, 1)
        hints = (
            ("0–9", self.tr("选栏")),
            ("← →", self.tr("换栏")),
            ("↑ ↓", self.tr("选卡")),
            ("Enter", self.tr("打开")),
            ("Space", self.tr("办理")),
            ("F7", self.tr("催办")),
        )
        line.addWidget(KeyHints(hints), 2)
        if self.session.may(Permission.SHIFT_HAND_OVER):
            self._add_shift_buttons(line)
        return line

    def _add_shift_buttons(self, line: QHBoxLayout) -> None:
        self._last = ActionButton(self.tr("上次交接"), "history", kind="quiet")
        self._last.clicked.connect(self._handover.show_last)
        self._hand_over = ActionButton(self.tr("交接班"), "handshake", key="Ctrl J")
        self._hand_over.clicked.connect(self._handover.start)
        Shortcut("Ctrl+J", self, self.tr("交接班"), self._handover.start, within=True)
        line.addWidget(self._last)
        line.addWidget(self._hand_over)

    def _timer(self, milliseconds: int, *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.reload)
        return timer

    def _duties(self) -> list[Any]:
        found: list[Any] = list(duties_of(self.session.role))
        if self.session.may(Permission.SHIFT_HAND_OVER):
            found.insert(1, HANDED)
        if self.session.may(Permission.MEETING_REPORT):
            found.append(DECISIONS)
        if steps_of(self.session.role):
            found.append(NOTICES)
        return found

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, view: DeskView) -> None:
        self._view = view
        self._day.show_day(view.day, view.now.date())
        found: dict[Any, DeskColumn] = {column.duty: column for column in view.desk.columns}
        for column in self._columns:
            if column.duty == DECISIONS:
                self._show_decisions(column, view)
            elif column.duty == HANDED:
                self._show_handed(column, view)
            elif column.duty == NOTICES:
                self._show_notices(column, view)
            elif column.duty in found:
                self._show_duty(column, found[column.duty], view)
        is_empty = not any(column.cards() for column in self._columns)
        self._nothing.setVisible(is_empty)
        self._across.setVisible(not is_empty)
        self._show_shift(view)
        self._waiting.setText(self.tr("等我处理 {n} 件").format(n=view.desk.waiting))
        self.badge_changed.emit("desk", view.desk.waiting)
        self._choose_again()

    def _show_duty(self, column: DutyColumn, duty: DeskColumn, view: DeskView) -> None:
        rows = [view.rows[id_] for id_ in duty.ids[:SHOWN] if id_ in view.rows]
        looks = [self._looks.case(row, duty.duty, view) for row in rows]
        left = duty.count - len(looks)
        more = self.tr("还有 {n} 件").format(n=left) if left > 0 else ""
        column.show_cards(looks, duty.count, self._looks.empty(duty.duty), more)
        if duty.duty is Duty.TO_FOLLOW_UP:
            column.setVisible(bool(looks))

    def _show_decisions(self, column: DutyColumn, view: DeskView) -> None:
        looks = []
        for row in view.decisions[:SHOWN]:
            moves = self._promises.moves(row)
            looks.append(self._looks.decision(row, moves[0][1] if moves else "", view.now))
        left = len(view.decisions) - len(looks)
        more = self.tr("还有 {n} 项").format(n=left) if left > 0 else ""
        column.show_cards(looks, len(view.decisions), self._looks.empty(DECISIONS), more)
        # The room owes few promises itself; its eight other columns need the width.
        column.setVisible(bool(looks) or not self.session.is_room)

    def _show_handed(self, column: DutyColumn, view: DeskView) -> None:
        matters = view.shift.matters
        looks = [self._looks.matter(one, view) for one in matters[:SHOWN]]
        left = len(matters) - len(looks)
        more = self.tr("还有 {n} 件").format(n=left) if left > 0 else ""
        column.show_cards(looks, len(matters), self._looks.empty(HANDED), more)
        column.setVisible(bool(looks))

    def _show_notices(self, column: DutyColumn, view: DeskView) -> None:
        looks = [self._looks.notice(one, view.now) for one in view.notices[:SHOWN]]
        left = len(view.notices) - len(looks)
        more = self.tr("还有 {n} 份").format(n=left) if left > 0 else ""
        column.show_cards(looks, len(view.notices), self._looks.empty(NOTICES), more)
        column.setVisible(bool(looks))

    def _show_shift(self, view: DeskView) -> None:
        self._handover.show_view(view.shift, view.now)
        self._shift.show_view(view.shift)
        if self.session.may(Permission.SHIFT_HAND_OVER):
            waits = view.shift.to_take is not None or view.shift.given is not None
            self._hand_over.setVisible(not waits)
            self._last.setVisible(view.shift.last is not None)

    # Choosing -----------------------------------------------------------------------------

    def _choose_again(self) -> None:
        """Choose what was chosen before; a card that went away gives way to the next one."""
        if not (self._wants_focus or self._has_focus()):
            return
        self._wants_focus = False
        duty, card_id, place = self._chosen or (None, 0, 0)
        column = next((one for one in self._columns if one.duty == duty), None)
        cards = column.cards() if column is not None else []
        same = next((card for card in cards if _id_of(card) == card_id), None)
        if same is None and cards:
            same = cards[min(place, len(cards) - 1)]
        if same is None:
            # What the shift before named is read, but the work of the moment comes first.
            full = sorted(
                (one for one in self._columns if one.cards()), key=lambda one: one.duty == HANDED
            )
            same = full[0].cards()[0] if full else None
        if same is not None:
            same.setFocus()
            self._keep_chosen(same)
        else:
            self._chosen = None
            self._next.setText("")
            self.setFocus()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is self or (isinstance(focused, DutyCard) and self.isAncestorOf(focused))

    @Slot(object)
    def _keep_chosen(self, card: DutyCard) -> None:
        column = self._column_of(card)
        look = card.look()
        if column is None or look is None:
            return
        self._chosen = (column.duty, look.id, column.cards().index(card))
        column.bring_into_sight(card)
        self._across.ensureWidgetVisible(column, 10, 0)
        self._next.setText(self._looks.step_words(column.duty))

    def _column_of(self, card: DutyCard) -> DutyColumn | None:
        return next((one for one in self._columns if card in one.cards()), None)

    @Slot(object, object)
    def _follow_key(self, card: DutyCard, key: Qt.Key) -> None:
        column = self._column_of(card)
        if column is None:
            return
        cards = column.cards()
        place = cards.index(card)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(card)
        elif key is Qt.Key.Key_Space:
            self._act(card)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            moves = {
                Qt.Key.Key_Up: place - 1,
                Qt.Key.Key_Down: place + 1,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: len(cards) - 1,
            }
            cards[max(0, min(len(cards) - 1, moves[key]))].setFocus()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go_beside(column, 1 if key is Qt.Key.Key_Right else -1, place)
        else:
            self._go_to_column(key.value - Qt.Key.Key_0.value)

    def _go_beside(self, column: DutyColumn, step: int, place: int) -> None:
        """Go to the next column that has a card."""
        at = self._columns.index(column) + step
        while 0 <= at < len(self._columns):
            cards = self._columns[at].cards()
            if cards:
                cards[min(place, len(cards) - 1)].setFocus()
                return
            at += step

    def _go_to_column(self, place: int) -> None:
        column = next((one for one in self._columns if one.place == place), None)
        if column is not None and column.cards():
            column.cards()[0].setFocus()

    # Acting -------------------------------------------------------------------------------

    @Slot(object)
    def _open(self, card: DutyCard) -> None:
        column, look = self._column_of(card), card.look()
        if column is None or look is None:
            return
        matter = self._handover.matter(look.id) if column.duty == HANDED else None
        if column.duty == DECISIONS:
            self.decision_wanted.emit(look.id)
        elif column.duty == NOTICES:
            self.notice_wanted.emit(look.id)
        elif column.duty != HANDED:
            self.case_wanted.emit(look.id)
        elif matter is not None:
            self.case_wanted.emit(matter.case_id)

    def _start(self, duty: Any, card: DutyCard) -> None:
        look = card.look()
        if look is None:
            return
        if duty == DECISIONS:
            rows = self._view.decisions if self._view is not None else ()
            self._promises.start(next(row for row in rows if row.id == look.id))
        elif duty == NOTICES:
            self.notice_wanted.emit(look.id)
        elif duty == HANDED:
            self._handover.settle(look.id)
        else:
            self._steps.start(look.id, STEPS.get(duty, ()))

    @Slot(object)
    def _act(self, card: DutyCard) -> None:
        column = self._column_of(card)
        if column is not None:
            self._start(column.duty, card)

    @Slot()
    def _act_by_key(self) -> None:
        focused = self.window().focusWidget()
        if not isinstance(focused, DutyCard):
            return
        column, look = self._column_of(focused), focused.look()
        if column is None or look is None:
            return
        wanted = {"F6": ("assign", "reassign", "force_assign"), "F7": ("remind",)}
        steps = wanted[self.sender().property("key")]
        matter = self._handover.matter(look.id) if column.duty == HANDED else None
        if matter is not None:
            self._steps.start(matter.case_id, steps)
        elif isinstance(column.duty, Duty):
            self._steps.start(look.id, steps)

    @Slot(object)
    def _follow_step(self, _result: object) -> None:
        self._wants_focus = True
        self.reload()

    @Slot(object)
    def _show_all(self, duty: Any) -> None:
        if duty == DECISIONS:
            self.page_wanted.emit("meetings")
            return
        if duty == NOTICES:
            self.page_wanted.emit("supervision")
            return
        wanted = None if duty == HANDED else duty_filter(duty, self.session.role)
        if duty == HANDED and self._view is not None:
            wanted = CaseFilter(ids=tuple(one.case_id for one in self._view.shift.matters))
        if wanted is None:
            # Such a list has no filter of its own: it is told by its cases.
            found = self._view.desk.columns if self._view is not None else ()
            ids = next((one.ids for one in found if one.duty is duty), ())
            wanted = CaseFilter(ids=ids)
        words = self.tr("我的待办：{duty}").format(duty=self._looks.names()[duty])
        self.cases_wanted.emit(wanted, words)

    @Slot()
    def _leave_empty(self) -> None:
        may_register = self.session.may(Permission.CASE_REGISTER)
        self.page_wanted.emit("register" if may_register else "ledger")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a column also while no card has the focus."""
        place = event.key() - Qt.Key.Key_0.value
        if not event.modifiers() and any(one.place == place for one in self._columns):
            self._go_to_column(place)
        else:
            super().keyPressEvent(event)


def _places(duties: list[Any]) -> dict[Any, int]:
    """Number the columns that stay from 1; those that come and go take no digit from them."""
    staying = [duty for duty in duties if duty not in COMING_AND_GOING]
    return COMING_AND_GOING | {duty: place for place, duty in enumerate(staying, start=1)}


def _id_of(card: DutyCard) -> int | None:
    look = card.look()
    return look.id if look is not None else None
