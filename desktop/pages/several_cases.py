"""One action on several chosen cases: asked once, sent case by case, told case by case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.queries.cases import case_id_of
from db.queries.door import Reader
from db.queries.lookup import SuggestedUnits, UnitRow, handling_units, suggested_units
from db.queries.standings import StandingRow, standings
from desktop.actions import Ask
from desktop.dialogs.case_action import CaseActionDialog
from desktop.errors import sentence
from desktop.pages.several_bar import SeveralBar
from desktop.pages.several_outcomes import OutcomesDialog
from desktop.services import Services
from desktop.session import Session
from desktop.several import MOST_CASES, Outcome, SharedAction, refusal_words, shared_actions
from desktop.widgets.virtual_table import VirtualTable

NUMBERS_SHOWN = 6
CHOICE_MILLISECONDS = 120
"""Shift+↓ held down chooses many rows a second; what they allow is asked when it stops."""


class SeveralCases(QObject):
    """Acts on the cases chosen in a list.

    Each case gets the ordinary command with a ``command_id`` of its own, one after the other on
    the worker, so that a stop leaves the rest untouched and no case takes another one along.
    """

    chosen = Signal(bool)
    """Whether more than one case is chosen, so that the line with the actions is seen."""
    finished = Signal()

    def __init__(
        self,
        services: Services,
        session: Session,
        table: VirtualTable,
        bar: SeveralBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._window = parent
        self._table = table
        self._bar = bar
        self._ids: list[int] = []
        self._rows: tuple[StandingRow, ...] = ()
        self._offered: list[SharedAction] = []
        self._units: tuple[UnitRow, ...] = ()
        self._wanted: SharedAction | None = None
        self._dialog: CaseActionDialog | None = None
        self._given: dict[str, Any] = {}
        self._kept: tuple[str, dict[str, Any]] = ("", {})
        self._wished_key = ""
        self._is_asking = False
        self._waiting: list[StandingRow] = []
        self._outcomes: dict[int, Outcome] = {}
        self._total = 0
        self._is_stopped = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(CHOICE_MILLISECONDS)
        self._late.timeout.connect(self._take_choice)
        table.chosen_changed.connect(self._follow_choice)
        bar.cleared.connect(self.choose_one)
        bar.action_wanted.connect(self.start)
        bar.stopped.connect(self.stop)
        services.ask(handling_units, parent=self, done=self._keep_units)

    # What others call ---------------------------------------------------------------------

    def is_chosen(self) -> bool:
        """Tell whether more than one case is chosen."""
        return len(self._table.chosen_ids()) > 1

    @Slot()
    def choose_one(self) -> None:
        """Choose only the row where the keyboard is."""
        self._table.choose_place(self._table.currentIndex().row())
        self._table.setFocus()

    def actions(self) -> list[SharedAction]:
        """Return what can be done with the chosen cases."""
        return list(self._offered)

    def is_busy(self) -> bool:
        """Tell whether an action is under way."""
        return bool(self._waiting)

    def hold(self) -> str:
        """Return why the window must stay as it is while an action is under way."""
        if self.is_busy():
            return self.tr("正在批量办理：办完或停下以后再换界面语言。")
        return ""

    @Slot()
    def stop(self) -> None:
        """Leave the cases that were not sent yet as they are."""
        self._is_stopped = True

    @Slot(str)
    def start(self, action_id: str) -> None:
        """Ask what an action needs to be told, once for all cases."""
        found = next((one for one in self._offered if one.action.id == action_id), None)
        if found is None or self.is_busy() or self._dialog is not None:
            return
        self._wanted = found
        items = {row.item_id for row in found.rows}
        item_id = items.pop() if len(items) == 1 else None
        if found.action.asks is Ask.ASSIGNMENT and item_id is not None:
            self._services.ask(suggested_units, item_id, parent=self, done=self._open)
        else:
            self._open(SuggestedUnits(None, ()))

    def start_by_key(self, key: str) -> None:
        """Begin the first action that has this key, as soon as it is known what is possible."""
        if self._late.isActive() or self._is_asking:
            self._wished_key = key
            return
        found = next((one for one in self._offered if one.action.key == key), None)
        if found is not None:
            self.start(found.action.id)

    # Choosing -----------------------------------------------------------------------------

    @Slot(object)
    def _follow_choice(self, ids: list[int]) -> None:
        self._bar.show_count(len(ids))
        self.chosen.emit(not self._bar.isHidden())
        if not self.is_busy():
            self._late.start()

    @Slot()
    def _take_choice(self) -> None:
        if self.is_busy():
            return
        ids = self._ids = self._table.chosen_ids()
        if len(ids) < 2:
            self._is_asking = False
            self._show_rows(())
        elif len(ids) > MOST_CASES:
            self._show_rows(())
            self._bar.show_too_many()
        else:
            self._is_asking = True
            self._services.ask(
                _standings_of, tuple(ids), parent=self, done=self._show_found, key="standings"
            )

    # Asking -------------------------------------------------------------------------------

    @Slot(object)
    def _keep_units(self, units: tuple[UnitRow, ...]) -> None:
        self._units = units

    @Slot(object)
    def _show_found(self, found: tuple[tuple[int, ...], tuple[StandingRow, ...]]) -> None:
        ids, rows = found
        # Another choice may have been made in the meantime; its answer is on the way.
        if ids == tuple(self._ids):
            self._is_asking = False
            self._show_rows(rows)
            key, self._wished_key = self._wished_key, ""
            if key:
                self.start_by_key(key)

    def _show_rows(self, rows: tuple[StandingRow, ...]) -> None:
        self._rows = rows
        self._offered = shared_actions(rows)
        why = self.tr("这些事件没有可以一起办理的步骤") if rows and not self._offered else ""
        self._bar.show_actions(self._offered, why)

    @Slot(object)
    def _open(self, suggested: SuggestedUnits) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._dialog = CaseActionDialog(
            wanted.action,
            self._about(wanted),
            units=[(u.id, u.name, u.code, u.initials, u.full_pinyin) for u in self._units],
            suggested=(suggested.lead_id, tuple(suggested.assist_ids)),
            parent=self._window.window(),
        )
        if self._kept[0] == wanted.action.id:
            # Tried again on those that were refused: what was typed stands there again.
            for name, value in self._kept[1].items():
                self._dialog.propose(name, value)
        if wanted.action.asks is Ask.MAIN_CASE:
            main = next(
                (row for row in wanted.rows if row.id == self._table.current_id()), wanted.rows[0]
            )
            self._dialog.propose("number", main.number)
        self._dialog.accepted.connect(self._begin)
        self._dialog.rejected.connect(self._drop)
        self._dialog.open()

    def _about(self, wanted: SharedAction) -> str:
        """Return what the question is about: the numbers, and how many are left out."""
        numbers = self.tr("、").join(row.number for row in wanted.rows[:NUMBERS_SHOWN])
        words = self.tr("共 {n} 件：{numbers}")
        if len(wanted.rows) > NUMBERS_SHOWN:
            words = self.tr("共 {n} 件：{numbers} 等")
        about = words.format(n=len(wanted.rows), numbers=numbers)
        left_out = wanted.chosen - len(wanted.rows)
        if left_out:
            out = self.tr("另有 {n} 件现在不能{action}，不会改动，办完后逐件说明。")
            about += "\n" + out.format(n=left_out, action=wanted.action.label())
        return about

    @Slot()
    def _drop(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    # Sending ------------------------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        dialog, wanted = self._dialog, self._wanted
        if dialog is None or wanted is None:
            return
        self._given = dialog.given()
        if wanted.action.asks is Ask.MAIN_CASE:
            self._services.ask(
                case_id_of,
                str(self._given["number"]).strip(),
                parent=self,
                done=self._link,
                failed=self._ask_again,
            )
        else:
            self._send_all(wanted.rows)

    @Slot(object)
    def _link(self, main_id: int) -> None:
        self._given = {"main_id": main_id}
        assert self._wanted is not None
        # The main case stays what it is; the others become its duplicates.
        self._send_all(tuple(row for row in self._wanted.rows if row.id != main_id))

    @Slot(object)
    def _ask_again(self, error: Exception) -> None:
        assert self._dialog is not None
        self._dialog.refuse(sentence(error), "number")
        self._dialog.open()

    def _send_all(self, rows: Sequence[StandingRow]) -> None:
        wanted = self._wanted
        assert wanted is not None
        self._drop()
        allowing = {row.id for row in wanted.rows}
        self._outcomes = {
            row.id: Outcome(row, refusal_words(wanted.action, row, self._session.role))
            for row in self._rows
            if row.id not in allowing
        }
        self._waiting = list(rows)
        self._total = len(rows)
        self._is_stopped = False
        self._bar.begin(wanted.action.label())
        self._send_next()

    def _send_next(self) -> None:
        wanted = self._wanted
        assert wanted is not None
        self._bar.move_to(self._total - len(self._waiting), self._total)
        if self._is_stopped:
            words = self.tr("已停止，没有办理，没有改动。")
            self._outcomes |= {row.id: Outcome(row, words) for row in self._waiting}
            self._waiting = []
        if not self._waiting:
            self._finish()
            return
        row = self._waiting[0]
        command = wanted.action.build(row.id, row.version, dict(self._given))
        self._services.run(command, parent=self, done=self._note_done, failed=self._note_refused)

    @Slot(object)
    def _note_done(self, _result: dict[str, Any]) -> None:
        self._note("")

    @Slot(object)
    def _note_refused(self, error: Exception) -> None:
        self._note(sentence(error))

    def _note(self, words: str) -> None:
        row = self._waiting.pop(0)
        self._outcomes[row.id] = Outcome(row, words)
        self._send_next()

    def _finish(self) -> None:
        """Tell what became of each case; the refused ones stay chosen."""
        assert self._wanted is not None
        self._bar.end()
        told = [self._outcomes[row.id] for row in self._rows if row.id in self._outcomes]
        refused = [one.row.id for one in told if not one.is_done]
        self._kept = (self._wanted.action.id, self._given) if refused else ("", {})
        if not refused or not self._table.choose_ids(refused):
            self.choose_one()
        self._follow_choice(self._table.chosen_ids())
        self.finished.emit()
        dialog = OutcomesDialog(self._wanted.action, told, self._window.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._return_to_list)
        dialog.open()

    @Slot()
    def _return_to_list(self) -> None:
        self._table.setFocus()


def _standings_of(
    reader: Reader, ids: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[StandingRow, ...]]:
    """Return which cases were asked for, and how they stand."""
    return ids, standings(reader, ids)
