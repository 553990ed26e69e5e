"""All meetings, newest first, and the button that prepares the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.meetings import MeetingRow
from db.rules.agenda import MeetingState
from desktop.models.columns import Column
from desktop.pages.meeting_facts import ListSeen
from desktop.pages.meeting_tasks import TasksCard
from desktop.pages.meeting_words import meeting_chip, meeting_title
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.empty_state import EmptyState


class MeetingList(QWidget):
    """Meetings at the left, what became of their decisions at the right."""

    meeting_wanted = Signal(object)
    plan_wanted = Signal()

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(self, margins=0, spacing=0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 12, 10)
        self._title = CardTitle(self.tr("会议"))
        self.plan = ActionButton(
            self.tr("准备本周例会"), "presentation", key="Ctrl N", kind="primary"
        )
        self.plan.clicked.connect(self.plan_wanted)
        self._title.add(self.plan)
        head.addWidget(self._title)
        self.table = WholeTable(self._columns(), name=self.tr("会议"), density="standard")
        self.table.cell_chosen.connect(self._open)
        self._empty = EmptyState("presentation")
        self._empty.action_chosen.connect(self.plan_wanted)
        self._card.body.addLayout(head)
        self._card.body.addWidget(self.table, 1)
        self._card.body.addWidget(self._empty, 1)
        self.tasks = TasksCard(services, session, self)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(14)
        across.addWidget(self._card)
        across.addWidget(self.tasks, 1)

    def show_seen(self, seen: ListSeen, may_hold: bool, pending: MeetingRow | None) -> None:
        """Show meetings and decisions; a pending meeting is offered instead of a new one."""
        self.plan.setVisible(may_hold)
        words = self.tr("准备本周例会") if pending is None else self.tr("进入本周例会")
        self.plan.setText(words)
        self.table.setVisible(bool(seen.meetings))
        self._empty.setVisible(not seen.meetings)
        sentence = self.tr("还没有开过会。排一次例会，超期件和疑难件会自动排上议程。")
        self._empty.show_state(
            "presentation", sentence, self.tr("准备本周例会") if may_hold else ""
        )
        if seen.meetings != self.table.all_rows():
            self.table.show_rows(seen.meetings)
            if self.table.row_here() is None:
                self.table.choose_place(0)
        self._title.set_note(self.tr("{n} 次").format(n=len(seen.meetings)))
        self.tasks.show_rows(seen.decisions, seen.now)

    def follow_width(self, width: int) -> None:
        """Fit the columns to the width of the window."""
        wide = width >= 1700
        self._card.setFixedWidth(640 if wide else 440)
        self.table.hide_columns(set() if wide else {"agreed"})
        self.tasks.follow_width(width)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "meeting",
                self.tr("会议"),
                180,
                meeting_title,
                detail=_time_and_place,
                stretch=True,
                strong=_is_running,
            ),
            Column("cases", self.tr("已议"), 124, self._cases, detail=_number),
            Column("agreed", self.tr("议定事项"), 112, self._agreed, detail=self._left),
            Column("state", self.tr("状态"), 100, _no_words, chip=meeting_chip),
        ]

    def _cases(self, row: MeetingRow) -> str:
        words = self.tr("{done} / {all} 件")
        return words.format(done=row.settled_count, all=row.case_count)

    def _agreed(self, row: MeetingRow) -> str:
        return self.tr("{n} 项").format(n=row.decision_count)

    def _left(self, row: MeetingRow) -> str:
        if not row.decision_count:
            return ""
        if not row.unfinished_count:
            return self.tr("全部落实")
        return self.tr("{n} 项在落实").format(n=row.unfinished_count)

    @Slot(object, str)
    def _open(self, row: MeetingRow, _key: str) -> None:
        self.meeting_wanted.emit(row.id)


def _is_running(row: MeetingRow) -> bool:
    return row.state is not MeetingState.CLOSED


def _time_and_place(row: MeetingRow) -> str:
    at = row.opened_at or row.starts_at
    return " · ".join(part for part in (f"{at:%Y-%m-%d %H:%M}", row.place) if part)


def _number(row: MeetingRow) -> str:
    return row.issue_number


def _no_words(_row: MeetingRow) -> str:
    return ""
