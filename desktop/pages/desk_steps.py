"""The next step of a card: asked for what it needs, sent, and told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import Conflict, RecordError
from db.queries.case_detail import CaseDetail, case_detail
from db.queries.door import Reader
from db.queries.lookup import SuggestedUnits, UnitRow, handling_units, suggested_units
from desktop.actions import Action, Ask
from desktop.case_actions import actions_for, waiting_requests
from desktop.dialogs.case_action import CaseActionDialog
from desktop.errors import sentence
from desktop.pages.case_meanwhile import CaseMeanwhile
from desktop.pages.case_others import CaseOthers
from desktop.services import Services

ASKED = frozenset({Ask.FILE, Ask.MAIN_CASE, Ask.CONFIRMATION})
"""What is asked in the ledger only."""


class NextStep(QObject):
    """Does the wished action of a case, if the step rules allow it now."""

    told = Signal(str, str)
    done = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._wanted: tuple[str, ...] = ()
        self._detail: CaseDetail | None = None
        self._action: Action | None = None
        self._dialog: CaseActionDialog | None = None
        self._words = ""
        # A second press is the same wish once more, and would meet the first one's change.
        self._is_busy = False
        self._others = CaseOthers(services, self)
        self._meanwhile = CaseMeanwhile(services, self._others, self)

    def start(self, case_id: int, wanted: tuple[str, ...]) -> None:
        """Begin the first of the wished actions (their ids) that is possible."""
        if self._dialog is not None or self._is_busy:
            return
        self._wanted, self._is_busy = wanted, True
        self._services.ask(
            _prepared, case_id, parent=self, done=self._choose, failed=self._refuse, key="step"
        )

    def dialog(self) -> CaseActionDialog | None:
        """Return the open question, if there is one."""
        return self._dialog

    @Slot(object)
    def _choose(self, found: tuple[CaseDetail, tuple[UnitRow, ...], SuggestedUnits]) -> None:
        detail, units, suggested = found
        self._is_busy = False
        known = {action.id: action for action in actions_for(detail) if action.asks not in ASKED}
        self._detail = detail
        self._action = next((known[name] for name in self._wanted if name in known), None)
        if self._action is None:
            self.told.emit(
                self.tr("{number} 现在没有这一步，按回车在台账中查看。").format(
                    number=detail.row.number
                ),
                "warn",
            )
        elif self._action.asks is Ask.NOTHING:
            self._send({})
        else:
            self._open(self._action, detail, units, suggested)

    def _open(
        self,
        action: Action,
        detail: CaseDetail,
        units: tuple[UnitRow, ...],
        suggested: SuggestedUnits,
    ) -> None:
        longest = max(1, round((detail.limit_hours or 24) / 24))
        self._dialog = CaseActionDialog(
            action,
            f"{detail.row.number}  {detail.row.title}",
            units=[(u.id, u.name, u.code, u.initials, u.full_pinyin) for u in units],
            suggested=(suggested.lead_id, tuple(suggested.assist_ids)),
            longest_days=min(longest, 15 - detail.extended_days),
            parent=self._window.window(),
        )
        self._dialog.accepted.connect(self._send_given)
        self._dialog.rejected.connect(self._drop)
        self._meanwhile.begin(detail, action, self._dialog)
        self._others.watch(detail.id)
        self._dialog.open()

    @Slot()
    def _send_given(self) -> None:
        if self._dialog is not None:
            self._send(self._dialog.given())

    def _send(self, given: dict[str, Any]) -> None:
        detail, action = self._meanwhile.about() or self._detail, self._action
        if detail is None or action is None:
            return
        requests = waiting_requests(detail)
        if requests:
            given.setdefault("request_id", requests[0])
        self._words = self.tr("{number} 已{action}").format(
            number=detail.row.number, action=action.label()
        )
        self._is_busy = True
        command = action.build(detail.id, detail.version, given)
        self._services.run(command, parent=self, done=self._finish, failed=self._refuse)

    @Slot(object)
    def _finish(self, result: dict[str, Any]) -> None:
        self._is_busy = False
        self._drop()
        self.told.emit(self._words, "ok")
        self.done.emit(result)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """What was typed stays in the dialog, with the reason."""
        self._is_busy = False
        if self._dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        field = str(error.facts.get("field", "")) if isinstance(error, RecordError) else ""
        self._dialog.refuse(sentence(error), field)
        self._dialog.open()
        if isinstance(error, Conflict):
            self._meanwhile.look()
        self._meanwhile.show_newest()

    @Slot()
    def _drop(self) -> None:
        self._meanwhile.end()
        self._others.watch(None)
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _prepared(
    reader: Reader, case_id: int
) -> tuple[CaseDetail, tuple[UnitRow, ...], SuggestedUnits]:
    """Return a case with the units that it may be given to and those that its item names."""
    detail = case_detail(reader, case_id)
    item_id = detail.row.item_id
    suggested = SuggestedUnits(None, ()) if item_id is None else suggested_units(reader, item_id)
    return detail, handling_units(reader), suggested
