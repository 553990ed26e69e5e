"""The right side of the console: what comes next, who is there, what was agreed so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.queries.agenda import AgendaRow
from db.queries.decisions import DecisionRow
from db.queries.meetings import Attendant
from db.rules.agenda import AttendanceStatus
from db.rules.terms import Light
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.meeting_effects import notice_of, short_words
from desktop.pages.meeting_facts import is_valid
from desktop.pages.meeting_words import (
    ATTENDANCE_LOOKS,
    kind_chip,
    row_title,
    short_late_words,
    task_chip,
)
from desktop.pages.whole_table import WholeTable
from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel

MOST_NAMES = 24
_ICON = 16


class NextCard(Card):
    """What is called after this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=4)
        head = QHBoxLayout()
        self._place = PlainLabel("", self, kind="second", tone="text2")
        head.addWidget(self._place, 1)
        head.addWidget(KeyHint("Alt ↓", parent=self))
        self._title = PlainLabel("", self, kind="strong", elide=True)
        self._facts = PlainLabel("", self, kind="second", elide=True)
        self.body.addLayout(head)
        self.body.addWidget(self._title)
        self.body.addWidget(self._facts)

    def show_row(self, row: AgendaRow | None) -> None:
        """Show the next row, or that there is none."""
        if row is None:
            self._place.setText(self.tr("下一件"))
            self._title.setText(self.tr("议程已到最后"))
            self._facts.setText(self.tr("Ctrl+M 宣读确认并生成纪要"))
            self._facts.set_tone("text2")
            return
        self._place.setText(self.tr("下一件"))
        self._title.setText(row_title(row))
        unit, late, tone = "", "", "text2"
        if row.decision is not None:
            unit = row.decision.lead_name
        elif row.case is not None:
            unit, late = row.case.lead_name, short_late_words(row.case)
            tone = "danger" if row.case.light is Light.RED else "text2"
        self._facts.setText(" · ".join(part for part in (unit, late) if part))
        self._facts.set_tone(tone)


class AttendanceCard(Card):
    """Who came; a button goes to the roll call."""

    roll_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=10)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(PlainLabel(self.tr("出席情况"), self, kind="section"), 1)
        self._chips = {status: Chip(parent=self) for status in AttendanceStatus}
        for chip in self._chips.values():
            head.addWidget(chip)
        self._roll = ActionButton(self.tr("点名"), "users", kind="link", parent=self)
        self._roll.clicked.connect(self.roll_wanted)
        head.addWidget(self._roll)
        self.body.addLayout(head)
        self._column = ScrollColumn(self, name=self.tr("出席名单"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._column.body.addWidget(holder)
        self._column.body.addStretch(1)
        self.body.addWidget(self._column, 1)
        self._known: tuple[Attendant, ...] | None = None
        self._columns = 2

    def set_columns(self, columns: int) -> None:
        """Show the names in one or two columns."""
        if columns != self._columns:
            self._columns = columns
            known, self._known = self._known, None
            if known is not None:
                self.show_people(known, not self._roll.isHidden())

    def show_people(self, people: tuple[Attendant, ...], is_open: bool) -> None:
        """Show who was recorded; those who are missing come first."""
        self._roll.setVisible(is_open)
        if people == self._known:
            return
        self._known = people
        for status, chip in self._chips.items():
            count = sum(one.status is status for one in people)
            words = self.tr("{status} {n}").format(status=texts.label(status), n=count)
            chip.show_chip(ChipSpec(words if count else "", ATTENDANCE_LOOKS[status][2]))
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for column in (1, 4):
            self._grid.setColumnStretch(column, 1 if column < self._columns * 3 else 0)
        order = (AttendanceStatus.ABSENT, AttendanceStatus.LEAVE, AttendanceStatus.PRESENT)
        ranks = {status: place for place, status in enumerate(order)}
        shown = sorted(people, key=lambda one: ranks.get(one.status, len(order)))[:MOST_NAMES]
        for place, one in enumerate(shown):
            self._add(one, place // self._columns, place % self._columns * 3)
        if not people:
            words = self.tr("还没有点名")
            self._grid.addWidget(PlainLabel(words, self, tone="text2"), 0, 0, 1, 2)

    def _add(self, one: Attendant, line: int, column: int) -> None:
        icon, ink, _ = ATTENDANCE_LOOKS[one.status]
        theme = active_theme()
        sign = PlainLabel("", self)
        sign.setPixmap(theme.pixmap(icon, ink, theme.px(_ICON), self.devicePixelRatioF()))
        sign.setAccessibleName(texts.label(one.status))
        missing = one.status in (AttendanceStatus.ABSENT, AttendanceStatus.LEAVE)
        words = texts.label(one.status) if missing else one.name
        name = PlainLabel(words, self, kind="strong" if missing else "second")
        name.set_tone(ink if missing else "text2")
        self._grid.addWidget(sign, line, column)
        self._grid.addWidget(PlainLabel(one.unit_name, self, elide=True), line, column + 1)
        self._grid.addWidget(name, line, column + 2)


class _AgreedTable(WholeTable):
    """Enter and a double click change, Del takes back."""

    unwanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row_here() is not None:
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)


class AgreedCard(Card):
    """What this meeting agreed, the newest first."""

    change_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    notice_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        self._title = CardTitle(self.tr("本次议定"))
        head.addWidget(self._title)
        self.table = _AgreedTable(
            [
                Column(
                    "matter",
                    self.tr("事项"),
                    200,
                    _matter,
                    detail=self._detail,
                    stretch=True,
                    strong=is_valid,
                ),
                Column("kind", self.tr("意见"), 92, _no_words, chip=self._chip, align="right"),
            ],
            name=self.tr("本次议定"),
            density="standard",
        )
        self.table.horizontalHeader().hide()
        self.table.opened.connect(self._change)
        self.table.unwanted.connect(self._withdraw)
        self._empty = EmptyState(
            "gavel", self.tr("还没有议定事项。选一种处理意见，按 Ctrl Enter 确认。")
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 14, 8)
        self._note = PlainLabel(
            self.tr("双击修改 · Del 撤销（留痕）"), kind="small", tone="text2", elide=True
        )
        foot.addWidget(self._note, 1)
        self.notice = ActionButton(self.tr("看督办单"), "arrow-up-right", kind="link", parent=self)
        self.notice.clicked.connect(self._open_notice)
        foot.addWidget(self.notice)
        self.table.row_changed.connect(self._follow_row)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(foot)
        self._is_closed = False

    def show_decisions(self, rows: Sequence[DecisionRow], is_open: bool, is_closed: bool) -> None:
        """Show these decisions; those taken back stay as a trace."""
        self._is_closed = is_closed
        count = sum(is_valid(row) for row in rows)
        self._title.set_note(self.tr("{n} 项").format(n=count))
        self._note.setVisible(is_open)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        shown = tuple(reversed(rows))
        if shown != self.table.all_rows():
            self.table.show_rows(shown)
        self._follow_row()

    @Slot()
    def _follow_row(self) -> None:
        self.notice.setVisible(notice_of(self.table.row_here()) is not None)

    @Slot()
    def _open_notice(self) -> None:
        notice_id = notice_of(self.table.row_here())
        if notice_id is not None:
            self.notice_wanted.emit(notice_id)

    def _detail(self, row: DecisionRow) -> str:
        if row.effects and is_valid(row):
            done = short_words(row.effects[-1])
            return self.tr("{done} · {code}").format(code=row.code, done=done)
        words = self.tr("{code} · {unit} · {day}")
        return words.format(code=row.code, unit=row.lead_name, day=f"{row.due_at:%m-%d}")

    def _chip(self, row: DecisionRow) -> ChipSpec:
        if self._is_closed or not is_valid(row):
            return task_chip(row)
        return kind_chip(row.kind)

    @Slot()
    def _change(self) -> None:
        row = self.table.row_here()
        if row is not None:
            self.change_wanted.emit(row)

    @Slot()
    def _withdraw(self) -> None:
        row = self.table.row_here()
        if row is not None and is_valid(row):
            self.withdraw_wanted.emit(row)


def _matter(row: DecisionRow) -> str:
    return row.case_title or row.text


def _no_words(_row: DecisionRow) -> str:
    return ""
