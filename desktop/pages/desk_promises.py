"""Promises of meetings on the desk: the owing unit reports, the room confirms, by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.decisions import (
    ConfirmDecision,
    FinishDecision,
    RejectDecision,
    ReportDecisionProgress,
)
from db.queries.decisions import DecisionRow
from db.rules.agenda import DecisionState
from db.rules.permissions import Permission
from desktop.dialogs.promise import PromiseDialog
from desktop.errors import sentence
from desktop.pages.meeting_words import day_and_time
from desktop.services import Services
from desktop.session import Session


class DeskPromises(QObject):
    """Asks for the word that a promise waits for, and sends it."""

    told = Signal(str, str)
    done = Signal(object)

    def __init__(self, services: Services, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._session = session
        self._window = window
        self._row: DecisionRow | None = None
        self._dialog: PromiseDialog | None = None

    def dialog(self) -> PromiseDialog | None:
        """Return the open question, if there is one."""
        return self._dialog

    def moves(self, row: DecisionRow) -> list[tuple[str, str, str]]:
        """Return what the person may say on a promise: id, words and icon, the chief one first."""
        if self._session.read_only:
            return []
        if row.stored_state is DecisionState.TO_CONFIRM:
            if not self._session.may(Permission.MEETING_HOLD):
                return []
            return [
                ("confirm", self.tr("确认完成"), "badge-check"),
                ("reject", self.tr("不予确认"), "undo-2"),
            ]
        found = [("progress", self.tr("报进展"), "pencil")]
        if self._session.is_room or row.lead_id == self._session.unit_id:
            found.append(("finish", self.tr("报完成"), "check"))
        return found

    def start(self, row: DecisionRow) -> None:
        """Ask for the next word on a promise."""
        moves = self.moves(row)
        if self._dialog is not None or not moves:
            return
        self._row = row
        last = row.last_progress or self.tr("还没有报过进展")
        facts = self.tr("承诺 {due} 前完成 · 责任人 {name} · 最近：{last}").format(
            due=day_and_time(row.due_at), name=row.responsible, last=last
        )
        matter = self.tr("{code} {text}").format(code=row.code, text=row.text)
        self._dialog = PromiseDialog(
            self.tr("议定事项"), matter, facts, moves, self._window.window()
        )
        self._dialog.accepted.connect(self._send)
        self._dialog.rejected.connect(self._drop)
        self._dialog.open()

    @Slot()
    def _send(self) -> None:
        dialog, row = self._dialog, self._row
        if dialog is None or row is None:
            return
        words = dialog.words()
        which: dict[str, Any] = {"decision_id": row.id, "version": row.version}
        commands: dict[str, Callable[[], Command]] = {
            "progress": lambda: ReportDecisionProgress(**which, text=words),
            "finish": lambda: FinishDecision(**which, text=words),
            "confirm": lambda: ConfirmDecision(**which, note=words),
            "reject": lambda: RejectDecision(**which, reason=words),
        }
        command = commands[dialog.answer]()
        self._services.run(command, parent=self, done=self._finish, failed=self._refuse)

    @Slot(object)
    def _finish(self, result: dict[str, Any]) -> None:
        self._drop()
        self.told.emit(self.tr("{code} 已办理").format(code=result["code"]), "ok")
        self.done.emit(result)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """What was typed stays in the dialog, with the reason."""
        if self._dialog is not None:
            self._dialog.set_error(sentence(error))
            self._dialog.open()

    @Slot()
    def _drop(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
