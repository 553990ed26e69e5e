"""The change of shift on the desk: hand over, sign, take back, and settle what was handed over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.handovers import (
    HandedMatter,
    HandOver,
    SettleMatter,
    TakeOver,
    WithdrawHandover,
)
from db.queries.handovers import (
    NO_SHIFT,
    Handover,
    HandoverDraft,
    Matter,
    ShiftView,
    handover_draft,
)
from desktop.case_words import short_number
from desktop.dialogs.hand_over import HandOverDialog
from desktop.dialogs.handover_record import PRINT, SIGN, WITHDRAW, HandoverRecordDialog
from desktop.errors import sentence
from desktop.services import Services
from desktop.widgets.basic_dialog import BasicDialog, ReasonDialog


class DeskHandover(QObject):
    """Opens the question that fits how the shift stands, and sends its answer."""

    told = Signal(str, str)
    done = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._view = NO_SHIFT
        self._now = datetime.min
        self._dialog: BasicDialog | None = None
        self._record: Handover | None = None
        self._matter: Matter | None = None
        self._words = ""

    # What others call ---------------------------------------------------------------------

    def show_view(self, view: ShiftView, now: datetime) -> None:
        """Know how the shift stands."""
        self._view, self._now = view, now

    def dialog(self) -> BasicDialog | None:
        """Return the open question, if there is one."""
        return self._dialog

    def matter(self, matter_id: int) -> Matter | None:
        """Return a matter that is still open."""
        return next((one for one in self._view.matters if one.id == matter_id), None)

    @Slot()
    def start(self) -> None:
        """Sign what waits for me; take back what I gave; else hand over."""
        if self._dialog is not None:
            return
        if self._view.to_take is not None:
            self._open_record(self._view.to_take, SIGN)
        elif self._view.given is not None:
            self._open_record(self._view.given, WITHDRAW)
        else:
            self._services.ask(handover_draft, parent=self, done=self._open_form, key="handover")

    @Slot()
    def show_last(self) -> None:
        """Show the latest record that both signed."""
        if self._dialog is None and self._view.last is not None:
            self._open_record(self._view.last, PRINT)

    def settle(self, matter_id: int) -> None:
        """Ask what became of a matter."""
        matter = self.matter(matter_id)
        if matter is None or self._dialog is not None:
            return
        self._matter = matter
        title = self.tr("{number} {title}").format(
            number=short_number(matter.number), title=matter.title
        )
        self._dialog = ReasonDialog(
            self.tr("了结上一班交来的事"),
            title,
            self.tr("记为了结"),
            label=self.tr("办理情况"),
            parent=self._window.window(),
        )
        self._dialog.accepted.connect(self._settle)
        self._dialog.rejected.connect(self._drop)
        self._dialog.open()

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _open_form(self, draft: HandoverDraft) -> None:
        if self._dialog is not None:
            return
        self._dialog = HandOverDialog(draft, self._window.window())
        self._dialog.accepted.connect(self._hand_over)
        self._dialog.rejected.connect(self._drop)
        self._dialog.open()

    def _open_record(self, record: Handover, answer: str) -> None:
        self._record = record
        self._dialog = HandoverRecordDialog(record, answer, self._now, self._window.window())
        self._dialog.accepted.connect(self._answer_record)
        self._dialog.rejected.connect(self._drop)
        self._dialog.open()

    @Slot()
    def _hand_over(self) -> None:
        if not isinstance(self._dialog, HandOverDialog):
            return
        given = self._dialog.given()
        matters = tuple(
            HandedMatter(case_id=case_id, remark=remark) for case_id, remark in given["matters"]
        )
        command = HandOver(
            taker_id=given["taker_id"], shift=given["shift"], note=given["note"], matters=matters
        )
        self._send(command, self.tr("已交班，等对方签字接班"))

    @Slot()
    def _answer_record(self) -> None:
        dialog, record = self._dialog, self._record
        if dialog is None or record is None:
            return
        if dialog.answer == PRINT:
            self._drop()
            self.print_wanted.emit(record)
            return
        which: dict[str, Any] = {"handover_id": record.id, "version": record.version}
        if dialog.answer == SIGN:
            self._send(TakeOver(**which), self.tr("已签字接班"))
        else:
            self._send(WithdrawHandover(**which), self.tr("已撤回交班"))

    @Slot()
    def _settle(self) -> None:
        if isinstance(self._dialog, ReasonDialog) and self._matter is not None:
            command = SettleMatter(matter_id=self._matter.id, note=self._dialog.reason())
            self._send(command, self.tr("已了结上一班交来的事"))

    def _send(self, command: Command, words: str) -> None:
        self._words = words
        self._services.run(command, parent=self, done=self._finish, failed=self._refuse)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self._drop()
        self.told.emit(self._words, "ok")
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
