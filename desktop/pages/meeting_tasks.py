"""What meetings agreed, as tasks: who owes what until when, and the word of the room on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.commands import Command
from db.commands.decisions import (
    ConfirmDecision,
    FinishDecision,
    RejectDecision,
    ReportDecisionProgress,
    SuperviseDecision,
)
from db.errors import Conflict
from db.queries.decisions import DecisionDetail, DecisionRow, decision_detail
from db.rules.agenda import OWED, DecisionState
from db.rules.permissions import Permission
from desktop.errors import sentence
from desktop.models.columns import Column
from desktop.pages.meeting_effects import effect_words, notice_of
from desktop.pages.meeting_words import (
    day_and_time,
    kept_chip,
    progress_step,
    task_chip,
)
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog, QuestionDialog, ReasonDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, Line, ScrollColumn
from desktop.widgets.chips import Chip
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.status_tabs import StatusTabs
from desktop.widgets.timeline import Timeline

_OPEN = (*OWED, DecisionState.OVERDUE, DecisionState.TO_CONFIRM, DecisionState.SUPERVISED)
_TABS: dict[str, Callable[[DecisionRow], bool]] = {
    "open": lambda row: row.state in _OPEN,
    "confirm": lambda row: row.state is DecisionState.TO_CONFIRM,
    "late": lambda row: row.state is DecisionState.OVERDUE,
    "done": lambda row: row.state is DecisionState.DONE,
    "all": lambda _row: True,
}


class TasksCard(Card):
    """All decisions of the meetings, narrowed by tabs, with the chosen one beside the list."""

    told = Signal(str, str)
    case_wanted = Signal(object)
    notice_wanted = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=0, spacing=0)
        self._services = services
        self._session = session
        self._rows: tuple[DecisionRow, ...] = ()
        self._chosen: int | None = None
        self._dialog: BasicDialog | None = None
        self._move = ""
        self._detail: DecisionDetail | None = None
        self._build()

    # What others call ---------------------------------------------------------------------

    def show_rows(self, rows: tuple[DecisionRow, ...], now: datetime) -> None:
        """Show these decisions; the chosen one stays chosen."""
        self._rows = rows
        self._tabs.set_counts({name: sum(map(test, rows)) for name, test in _TABS.items()})
        self._show_tab()

    def choose(self, decision_id: int) -> None:
        """Choose a decision by its id."""
        self._chosen = decision_id
        if not any(row.id == decision_id for row in self._shown()):
            self._tabs.set_value("all")
        self._show_tab()

    def dialog(self) -> BasicDialog | None:
        """Return the question that is open."""
        return self._dialog

    def follow_width(self, width: int) -> None:
        """Drop a column when the window is narrow."""
        self.table.hide_columns(set() if width >= 1700 else {"due"})
        wider = min(active_theme().factor, 1.45)
        self._panel.setFixedWidth(round((380 if width >= 1700 else 300) * wider))

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 16, 4)
        self._title = CardTitle(self.tr("议定事项落实"), self.tr("会上定的事，一件一件销号"))
        head.addWidget(self._title)
        self._tabs = StatusTabs(
            (
                ("open", self.tr("在落实")),
                ("confirm", self.tr("待确认"), "warn"),
                ("late", self.tr("已逾期"), "danger"),
                ("done", self.tr("已完成")),
                ("all", self.tr("全部")),
            ),
            name=self.tr("议定事项状态"),
        )
        self._tabs.changed.connect(self._show_tab)
        self.table = WholeTable(self._columns(), name=self.tr("议定事项"), density="standard")
        self.table.row_changed.connect(self._choose)
        self._empty = EmptyState()
        self._empty.action_chosen.connect(self._show_all)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table, 1)
        left.addWidget(self._empty, 1)
        self._panel = QWidget(self)
        self._build_panel()
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self._panel)
        self.body.addLayout(head)
        self.body.addWidget(self._tabs)
        self.body.addLayout(across, 1)

    def _columns(self) -> list[Column]:
        return [
            Column("matter", self.tr("议定事项"), 260, _text, detail=_code_and_unit, stretch=True),
            Column("due", self.tr("时限"), 140, _due, detail=_person),
            Column("state", self.tr("进度"), 104, _no_words, chip=task_chip),
        ]

    def _build_panel(self) -> None:
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = ScrollColumn(self._panel, name=self.tr("议定事项详情"))
        self._scroll.body.setContentsMargins(16, 12, 16, 12)
        self._code = PlainLabel("", kind="second", tone="text2", wrap=True)
        self._kept, self._state = Chip(), Chip()
        chips = QHBoxLayout()
        chips.addWidget(self._kept)
        chips.addWidget(self._state)
        chips.addStretch(1)
        self._scroll.body.addWidget(self._code)
        self._scroll.body.addLayout(chips)
        self._text = PlainLabel("", kind="section", wrap=True)
        self._facts = FactGrid(columns=1)
        self._timeline = Timeline()
        for widget in (self._text, self._facts, Line(), self._timeline):
            self._scroll.body.addWidget(widget)
        self._case = ActionButton(self.tr("看事件"), "arrow-up-right", kind="link")
        self._case.clicked.connect(self._ask_case)
        self._notice = ActionButton(self.tr("看督办单"), "arrow-up-right", kind="link")
        self._notice.clicked.connect(self._ask_notice)
        self._scroll.body.addWidget(self._case, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.body.addWidget(self._notice, 0, Qt.AlignmentFlag.AlignLeft)
        self._scroll.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 10, 12, 10)
        buttons.setSpacing(6)
        self._buttons: dict[str, ActionButton] = {}
        for name, words, icon, kind in (
            ("progress", self.tr("报进展"), "", "normal"),
            ("finish", self.tr("报完成"), "", "normal"),
            ("supervise", self.tr("转督办"), "", "normal"),
            ("reject", self.tr("不予确认"), "undo-2", "normal"),
            ("confirm", self.tr("确认完成"), "badge-check", "primary"),
        ):
            button = ActionButton(words, icon, kind=kind)
            button.setObjectName(f"task_{name}")
            button.setProperty("move", name)
            button.clicked.connect(self._ask)
            buttons.addWidget(button)
            self._buttons[name] = button
        column.addWidget(self._scroll, 1)
        column.addWidget(Line())
        column.addLayout(buttons)

    # Showing ------------------------------------------------------------------------------

    @Slot()
    def _show_tab(self) -> None:
        rows = self._shown()
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._say_emptiness()
        self._panel.setVisible(bool(rows))
        if rows != self.table.all_rows():
            self.table.show_rows(rows)
        place = next((i for i, row in enumerate(rows) if row.id == self._chosen), 0)
        if rows:
            self.table.choose_place(place)
            self._choose(rows[place])

    @Slot()
    def _show_all(self) -> None:
        """Show the agreed items of every state."""
        self._tabs.set_value("all")
        self._show_tab()

    def _say_emptiness(self) -> None:
        """Say what leads on: another state, or the meeting that agrees on something."""
        if self._tabs.value() == "all":
            sentence = self.tr("还没有议定事项。按 Ctrl N 准备例会，会上议定的都在这里落实。")
            self._empty.show_state("clipboard-check", sentence)
        else:
            sentence = self.tr("这一类没有议定事项")
            self._empty.show_state("clipboard-check", sentence, self.tr("看全部"))

    def _shown(self) -> tuple[DecisionRow, ...]:
        test = _TABS[self._tabs.value()]
        return tuple(row for row in self._rows if test(row))

    @Slot(object)
    def _choose(self, row: DecisionRow | None) -> None:
        if row is None:
            return
        self._chosen = row.id
        self._services.ask(
            decision_detail, row.id, parent=self, done=self._show_detail, key="decision"
        )

    @Slot(object)
    def _show_detail(self, detail: DecisionDetail) -> None:
        row = detail.row
        if row.id != self._chosen:
            return
        self._detail = detail
        self._code.setText(row.code)
        self._kept.show_chip(kept_chip(row))
        self._state.show_chip(task_chip(row))
        self._text.setText(row.text)
        facts: list[Any] = [
            (self.tr("牵头"), row.lead_name, True),
            (self.tr("责任人"), row.responsible, True),
            (self.tr("时限"), day_and_time(row.due_at), True),
        ]
        for label, value in (
            (self.tr("协办"), "、".join(row.assist_names)),
            (self.tr("成果"), row.outcome_form),
            (self.tr("事件"), f"{row.case_number} {row.case_title}".strip()),
        ):
            if value:
                facts.append((label, value, True))
        facts += [(self.tr("会上办理"), effect_words(one), True) for one in row.effects]
        if row.missed_meetings:
            words = self.tr("连续 {n} 次例会逾期").format(n=row.missed_meetings)
            facts.append((self.tr("提示"), words, True))
        self._facts.set_facts(facts)
        self._timeline.set_steps([progress_step(one) for one in reversed(detail.progress)])
        self._case.setVisible(row.case_id is not None)
        self._notice.setVisible(notice_of(row) is not None)
        possible = self._possible(row)
        for name, button in self._buttons.items():
            button.setVisible(name in possible)

    def _possible(self, row: DecisionRow) -> Sequence[str]:
        if self._session.read_only:
            return ()
        holds = self._session.may(Permission.MEETING_HOLD)
        own = self._session.unit_id
        reports = self._session.may(Permission.MEETING_REPORT) and (
            self._session.is_room or own in (row.lead_id, *row.assist_ids)
        )
        leads = reports and (self._session.is_room or own == row.lead_id)
        moves: list[str] = []
        if row.stored_state in OWED or row.stored_state is DecisionState.SUPERVISED:
            moves += ["progress"] * reports + ["finish"] * leads
        if row.state is DecisionState.OVERDUE and self._session.may(Permission.SUPERVISION_DRAFT):
            moves.append("supervise")
        if row.stored_state is DecisionState.TO_CONFIRM and holds:
            moves += ["reject", "confirm"]
        return moves

    # Acting -------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        self.begin(self.sender().property("move"))

    def begin(self, move: str) -> None:
        """Ask what a move needs to be told, as its button does."""
        detail = self._detail
        if detail is None or move not in self._possible(detail.row):
            return
        row, window = detail.row, self.window()
        text = self.tr("{code} {text}").format(code=row.code, text=row.text)
        dialog: BasicDialog
        if move == "confirm":
            dialog = QuestionDialog(
                self.tr("确认完成并销号"), text, self.tr("确认完成"), parent=window
            )
        else:
            titles = {
                "progress": (self.tr("报进展"), self.tr("进展情况"), self.tr("报进展")),
                "finish": (self.tr("报完成"), self.tr("完成情况"), self.tr("报完成")),
                "reject": (self.tr("不予确认"), self.tr("理由"), self.tr("退回继续落实")),
                "supervise": (self.tr("转督办"), self.tr("理由"), self.tr("转督办")),
            }
            title, label, yes = titles[move]
            dialog = ReasonDialog(title, text, yes, label=label, parent=window)
        dialog.accepted.connect(self._send)
        dialog.rejected.connect(self._drop_dialog)
        self._drop_dialog()
        self._dialog, self._move = dialog, move
        dialog.open()

    @Slot()
    def _send(self) -> None:
        dialog, detail = self._dialog, self._detail
        if dialog is None or detail is None:
            return
        given: dict[str, Any] = {"decision_id": detail.row.id, "version": detail.row.version}
        words = dialog.reason() if isinstance(dialog, ReasonDialog) else ""
        commands: dict[str, Callable[[], Command]] = {
            "progress": lambda: ReportDecisionProgress(**given, text=words),
            "finish": lambda: FinishDecision(**given, text=words),
            "reject": lambda: RejectDecision(**given, reason=words),
            "supervise": lambda: SuperviseDecision(**given, note=words),
            "confirm": lambda: ConfirmDecision(**given),
        }
        self._services.run(
            commands[self._move](), parent=self, done=self._done, failed=self._refuse
        )

    @Slot(object)
    def _done(self, answer: dict[str, Any]) -> None:
        self._drop_dialog()
        self.told.emit(self.tr("{code} 已办理").format(code=answer["code"]), "ok")
        self._services.ask(
            decision_detail,
            answer["decision_id"],
            parent=self,
            done=self._show_detail,
            key="decision",
        )

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: the question opens again with the reason."""
        if self._dialog is not None:
            self._dialog.set_error(sentence(error))
            self._dialog.open()
        if isinstance(error, Conflict) and self._chosen is not None:
            self._services.ask(
                decision_detail, self._chosen, parent=self, done=self._show_detail, key="decision"
            )

    @Slot()
    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None

    @Slot()
    def _ask_case(self) -> None:
        if self._detail is not None and self._detail.row.case_id is not None:
            self.case_wanted.emit(self._detail.row.case_id)

    @Slot()
    def _ask_notice(self) -> None:
        notice_id = notice_of(self._detail.row) if self._detail is not None else None
        if notice_id is not None:
            self.notice_wanted.emit(notice_id)


def _text(row: DecisionRow) -> str:
    return row.text


def _code_and_unit(row: DecisionRow) -> str:
    return f"{row.code} · {row.lead_name}"


def _due(row: DecisionRow) -> str:
    return day_and_time(row.due_at)


def _person(row: DecisionRow) -> str:
    return row.responsible


def _no_words(_row: DecisionRow) -> str:
    return ""
