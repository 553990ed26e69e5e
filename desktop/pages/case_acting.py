"""Carry out what a person may do with the shown case: ask, send, and keep what was refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from db.commands import Command
from db.commands.attachments import AttachFile
from db.errors import Conflict, RecordError
from db.queries.case_detail import CaseDetail
from db.queries.cases import case_id_of
from db.queries.lookup import SuggestedUnits, UnitRow, handling_units, suggested_units
from db.rules.files import media_type_of
from desktop.actions import Action, Ask
from desktop.case_actions import actions_for, waiting_requests
from desktop.dialogs.case_action import CaseActionDialog
from desktop.dialogs.photo_purpose import PhotoPurposeDialog
from desktop.errors import changes_since, sentence
from desktop.pages.case_meanwhile import CaseMeanwhile
from desktop.pages.case_others import CaseOthers
from desktop.services import Services


class CaseActing(QObject):
    """The steps of one case, from the wish to the answer of the record."""

    told = Signal(str, str)
    supervision_wanted = Signal(object)
    moved = Signal(object)
    outdated = Signal()
    """What is shown is not what the record holds any more."""

    def __init__(self, services: Services, panel: QWidget, others: CaseOthers) -> None:
        super().__init__(panel)
        self._services = services
        self._panel = panel
        self._detail: CaseDetail | None = None
        # What is asked and sent is about the case that it was begun on, whatever is shown by then.
        self._about: CaseDetail | None = None
        # The case of a step that was sent and whose outcome is not shown yet: a second press is
        # the same wish once more, and would meet the first one's change.
        self._busy_with: int | None = None
        self._is_sending = False
        self._meanwhile = CaseMeanwhile(services, others, self)
        self._actions: list[Action] = []
        self._pending: Action | None = None
        self._units: tuple[UnitRow, ...] = ()
        self._suggested = SuggestedUnits(None, ())
        self._dialog: CaseActionDialog | None = None
        self._asked_photo: PhotoPurposeDialog | None = None
        self._file: tuple[str, bytes] = ("", b"")
        self._done_words = ""
        services.ask(handling_units, parent=self, done=self._keep_units)

    # What others call ---------------------------------------------------------------------

    def take_case(self, detail: CaseDetail | None) -> None:
        """Act on this case from now on, or on none."""
        self._detail = detail
        about = self._about
        is_same = detail is not None and about is not None and detail.id == about.id
        if is_same and self._dialog is None:
            self._about = detail
        if not self._is_sending:
            self._busy_with = None
        self._actions = [] if detail is None else actions_for(detail)

    def actions(self) -> list[Action]:
        """Return what the person may do with the case, the most likely first."""
        return list(self._actions)

    @Slot(str)
    def start(self, action_id: str) -> None:
        """Begin an action by its id, as its button does."""
        for action in self._actions:
            if action.id == action_id:
                self._begin(action)
                return

    def start_by_key(self, key: str) -> None:
        """Begin the first possible action that has this key."""
        for action in self._actions:
            if action.key == key:
                self._begin(action)
                return

    def attach(self, path: Path) -> None:
        """Add a file to the case; of a photo it is asked what it shows."""
        if self._detail is not None:
            self._about = self._detail
            self._drop_dialog()
            self._services.work(
                _read, path, parent=self, done=self._attach_read, failed=self._refuse
            )

    def photo_dialog(self) -> PhotoPurposeDialog | None:
        """Return the question what a photo shows, while it is asked."""
        return self._asked_photo

    # Asking -------------------------------------------------------------------------------

    @Slot(object)
    def _keep_units(self, units: tuple[UnitRow, ...]) -> None:
        self._units = units

    def _begin(self, action: Action) -> None:
        detail = self._detail
        if detail is None or detail.id == self._busy_with:
            return
        self._about = detail
        # One that was cancelled must not come back with the refusal of another action.
        self._drop_dialog()
        if action.extra.get("page") == "supervision":
            self.supervision_wanted.emit(detail.id)
        elif action.asks is Ask.FILE:
            self._ask_file()
        elif action.asks is Ask.NOTHING:
            self._send(action, {})
        elif action.asks is Ask.ASSIGNMENT and detail.row.item_id is not None:
            self._pending = action
            self._services.ask(
                suggested_units, detail.row.item_id, parent=self, done=self._open_assignment
            )
        else:
            self._open(action)

    @Slot(object)
    def _open_assignment(self, suggested: SuggestedUnits) -> None:
        self._suggested = suggested
        if self._pending is not None:
            self._open(self._pending)

    def _open(self, action: Action) -> None:
        detail = self._about
        if detail is None:
            return
        units = [
            (unit.id, unit.name, unit.code, unit.initials, unit.full_pinyin) for unit in self._units
        ]
        longest = max(1, round((detail.limit_hours or 24) / 24))
        self._dialog = CaseActionDialog(
            action,
            f"{detail.row.number}  {detail.row.title}",
            units=units,
            suggested=(self._suggested.lead_id, tuple(self._suggested.assist_ids)),
            longest_days=min(longest, 15 - detail.extended_days),
            parent=self._panel.window(),
        )
        self._pending = action
        self._dialog.accepted.connect(self._send_asked)
        self._dialog.rejected.connect(self._drop_dialog)
        self._meanwhile.begin(detail, action, self._dialog)
        self._dialog.open()

    @Slot()
    def _drop_dialog(self) -> None:
        self._meanwhile.end()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._panel,
            self.tr("添加附件"),
            "",
            self.tr("照片和文件 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"),
        )
        if name:
            self.attach(Path(name))

    # Sending ------------------------------------------------------------------------------

    @Slot()
    def _send_asked(self) -> None:
        dialog, action = self._dialog, self._pending
        if dialog is None or action is None:
            return
        given = dialog.given()
        if action.asks is Ask.MAIN_CASE:
            self._services.ask(
                case_id_of,
                str(given["number"]).strip(),
                parent=self,
                done=self._link,
                failed=self._refuse,
            )
            return
        self._send(action, given)

    @Slot(object)
    def _link(self, main_id: int) -> None:
        if self._pending is not None:
            self._send(self._pending, {"main_id": main_id})

    def _send(self, action: Action, given: dict[str, Any]) -> None:
        detail = self._meanwhile.about() or self._about
        if detail is None:
            return
        waiting = waiting_requests(detail)
        if waiting:
            given.setdefault("request_id", waiting[0])
        command = action.build(detail.id, detail.version, given)
        self._done_words = self.tr("{number} 已{action}").format(
            number=detail.row.number, action=action.label()
        )
        self._run(command, detail.id)

    def _run(self, command: Command, case_id: int) -> None:
        self._busy_with, self._is_sending = case_id, True
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot(object)
    def _attach_read(self, found: tuple[str, bytes]) -> None:
        self._file = found
        name, data = found
        if not (media_type_of(name, data) or "").startswith("image/"):
            self._attach("scene")
            return
        self._asked_photo = PhotoPurposeDialog(name, parent=self._panel.window())
        self._asked_photo.finished.connect(self._take_purpose)
        self._asked_photo.open()

    @Slot(int)
    def _take_purpose(self, _result: int) -> None:
        dialog, self._asked_photo = self._asked_photo, None
        if dialog is not None:
            if dialog.answer == "yes":
                self._attach(dialog.purpose())
            dialog.deleteLater()

    def _attach(self, purpose: str) -> None:
        detail = self._about
        if detail is None:
            return
        name, data = self._file
        self._done_words = self.tr("已添加 {name}").format(name=name)
        command = AttachFile(
            case_id=detail.id, version=detail.version, name=name, data=data, purpose=purpose
        )
        self._run(command, detail.id)

    @Slot(object)
    def _done(self, result: dict[str, Any]) -> None:
        self._is_sending = False
        self._drop_dialog()
        self.told.emit(self._done_words, "ok")
        about = self._about.id if self._about is not None else None
        self.moved.emit(result.get("case_id", about))
        self.outdated.emit()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: the dialog opens again with the reason."""
        self._is_sending, self._busy_with = False, None
        # A conflict also tells, line by line, who did what in between.
        words = "\n".join((sentence(error), *changes_since(error)))
        if self._dialog is not None:
            field = error.facts.get("field", "") if isinstance(error, RecordError) else ""
            self._dialog.refuse(words, str(field))
            self._dialog.open()
        else:
            self.told.emit(words, "danger")
        if isinstance(error, Conflict):
            self._meanwhile.look()
            self.outdated.emit()
        self._meanwhile.show_newest()


def _read(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()
