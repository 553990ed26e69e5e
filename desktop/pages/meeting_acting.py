"""What is done in a meeting: commands, the questions before them, and their refusals in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.carry_out import CODE
from db.commands.decisions import (
    CancelDecision,
    ChangeDecision,
    ConfirmDecision,
    DecideCase,
    ExtendDecision,
    RejectDecision,
    SuperviseDecision,
    WithdrawDecision,
)
from db.commands.meetings import (
    AddAgendaCase,
    CloseMeeting,
    DeferAgendaCase,
    RemoveAgendaCase,
    RenewAgenda,
    StartMeeting,
)
from db.commands.notices import NoticeTexts
from db.errors import Conflict, RecordError, RuleError
from db.queries.agenda import AgendaRow
from db.queries.cases import case_id_of
from db.queries.decisions import DecisionRow
from db.queries.effects import Effect
from db.queries.outlook import Outlook, outlook
from db.rules.agenda import AgendaState, DecisionKind, Section
from db.rules.decided import EffectKind
from desktop import texts
from desktop.dialogs.meeting_closing import ClosingDialog, ReadItem
from desktop.dialogs.notice_move import Asked, NoticeMoveDialog
from desktop.errors import changes_since, sentence
from desktop.meeting_figures import week_figures
from desktop.notice_texts import draft_texts
from desktop.pages.meeting_effects import effect_here, stays_words
from desktop.pages.meeting_facts import ConsoleSeen, is_valid
from desktop.pages.meeting_words import day_and_time
from desktop.services import Services
from desktop.widgets.basic_dialog import BasicDialog, QuestionDialog, ReasonDialog

_FIELDS = {
    "unit_cannot_handle": "lead_id",
    "due_in_the_past": "due_at",
    "lead_assists": "assist_ids",
}
"""Codes that name a field of the form by what they are about."""


class MeetingActs(QObject):
    """Acts on the meeting that ``show_seen`` was told of last."""

    told = Signal(str, str)
    stayed = Signal(str, str)
    """What a changed decision did to its case and does not undo, and the tone."""
    moved = Signal(bool)
    """Something was done; True when the next row is to be called."""
    closed = Signal()
    refused = Signal(str, str, bool)
    """Words, the field that is to blame, and whether the record has moved on."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._seen: ConsoleSeen | None = None
        self._said = ""
        self._goes_on = False
        self._effects: Sequence[Effect] = ()
        self._deciding: tuple[AgendaRow, dict[str, Any], DecisionRow | None]
        self._dialog: BasicDialog | None = None
        self._about: Any = None

    def show_seen(self, seen: ConsoleSeen) -> None:
        """Take over what the console shows."""
        self._seen = seen

    def dialog(self) -> BasicDialog | None:
        """Return the question that is open."""
        return self._dialog

    # Meeting ------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Open the meeting on the figures of this moment."""
        row = self._meeting()
        self._services.ask(week_figures, row.year, row.week, parent=self, done=self._start_with)

    @Slot(object)
    def _start_with(self, figures: dict[str, Any]) -> None:
        row = self._meeting()
        command = StartMeeting(meeting_id=row.id, version=row.version, figures=figures)
        self._send(command, self.tr("会议开始，数据已定格"))

    @Slot()
    def renew(self) -> None:
        """Build the agenda anew."""
        row = self._meeting()
        self._send(RenewAgenda(meeting_id=row.id, version=row.version), self.tr("议程已重排"))

    @Slot()
    def read_back(self) -> None:
        """Read back what was agreed; then the meeting is closed."""
        seen = self._seen
        if seen is None:
            return
        detail = seen.detail
        items = [
            ReadItem(row.code, row.text, self._read_note(row))
            for row in detail.decisions
            if is_valid(row)
        ]
        waiting = sum(
            row.state is AgendaState.WAITING and row.case is not None and row.decision is None
            for row in detail.agenda
        )
        notes = {row.section: row.discussion for row in detail.agenda if row.discussion}
        dialog = ClosingDialog(
            items,
            waiting=waiting,
            outlook=notes.get(Section.OUTLOOK, ""),
            speech=notes.get(Section.SPEECH, ""),
            parent=self._window.window(),
        )
        dialog.accepted.connect(self._close)
        self._open(dialog, None)

    @Slot()
    def _close(self) -> None:
        dialog = self._dialog
        if not isinstance(dialog, ClosingDialog):
            return
        row = self._meeting()
        command = CloseMeeting(
            meeting_id=row.id,
            version=row.version,
            opinion=dialog.opinion.value(),
            next_focus=dialog.outlook.value(),
            speech=dialog.speech.value(),
        )
        self._services.run(command, parent=self, done=self._show_closed, failed=self._refuse)

    @Slot(object)
    def _show_closed(self, answer: dict[str, Any]) -> None:
        self._drop_dialog()
        words = self.tr("会议已结束，纪要{number}").format(number=answer["issue_number"])
        self.told.emit(words, "ok")
        self.closed.emit()

    # Agenda -------------------------------------------------------------------------------

    @Slot()
    def add_case(self) -> None:
        """Ask for the number of a case that should come before the meeting."""
        dialog = ReasonDialog(
            self.tr("加一件上会"),
            self.tr("办结前的事件都可以提请上会，放在“重大疑难会商”。"),
            self.tr("加入议程"),
            label=self.tr("事件编号"),
            several_lines=False,
            parent=self._window.window(),
        )
        dialog.accepted.connect(self._look_for_case)
        self._open(dialog, None)

    @Slot()
    def _look_for_case(self) -> None:
        dialog = self._dialog
        if isinstance(dialog, ReasonDialog):
            self._services.ask(
                case_id_of, dialog.reason(), parent=self, done=self._add, failed=self._refuse
            )

    @Slot(object)
    def _add(self, case_id: int) -> None:
        command = AddAgendaCase(meeting_id=self._meeting().id, case_id=case_id)
        self._send(command, self.tr("已加入议程"))

    @Slot(object)
    def remove(self, row: AgendaRow | None) -> None:
        """Take a case off the agenda before it was discussed."""
        if row is not None and row.case is not None and row.decision is None:
            self._send(RemoveAgendaCase(agenda_case_id=row.id), self.tr("已移出议程"))

    def defer(self, row: AgendaRow) -> None:
        """Leave a case for the next meeting."""
        command = DeferAgendaCase(agenda_case_id=row.id)
        self._send(command, self.tr("已缓议，留待下次"), goes_on=True)

    # Decisions ----------------------------------------------------------------------------

    def decide(self, row: AgendaRow, given: dict[str, Any], agreed: DecisionRow | None) -> None:
        """Agree on a row of the agenda, or change what this meeting agreed on it."""
        self._deciding = (row, given, agreed)
        drafts = given["kind"] is DecisionKind.SUPERVISE and row.case is not None
        if not drafts or effect_here(agreed, given) is not None:
            self._send_decision(None)
            return
        # The notice is drafted from the facts of this moment, with the decision as its basis.
        self._services.ask(
            outlook,
            row.case.case_id if row.case else 0,
            *(given[name] for name in ("kind", "lead_id", "assist_ids", "due_at")),
            parent=self,
            done=self._decide_with_notice,
            failed=self._refuse,
        )

    @Slot(object)
    def _decide_with_notice(self, seen: Outlook) -> None:
        if seen.refusal is not None or seen.draft is None:
            self._refuse(seen.refusal or RuleError("our_mistake"))
            return
        now = self._seen.now if self._seen is not None else datetime.now()
        found = draft_texts(seen.draft, now, code=CODE)
        recorder = self._meeting().recorder_name
        self._send_decision(replace(found, contact_name=recorder or found.contact_name))

    def _send_decision(self, notice: NoticeTexts | None) -> None:
        row, given, agreed = self._deciding
        version = row.case.version if row.case else None
        command: Command
        if agreed is not None:
            command = ChangeDecision(
                decision_id=agreed.id,
                version=agreed.version,
                case_version=version if effect_here(agreed, given) is None else None,
                notice=notice,
                **given,
            )
            said = self.tr("{code} 已修改").format(code=agreed.code)
            self._send(command, said, goes_on=True, effects=agreed.effects)
            return
        command = DecideCase(
            meeting_id=self._meeting().id,
            agenda_case_id=row.id,
            case_version=version,
            notice=notice,
            **given,
        )
        self._send(command, self.tr("已议定 {code}"), goes_on=True)

    @Slot(object)
    def withdraw(self, row: DecisionRow) -> None:
        """Take a decision of this meeting back; what it did to its case is told before."""
        words = stays_words(row.effects, [one.kind for one in row.effects])
        stays = (words,) if words else ()
        dialog = ReasonDialog(
            self.tr("撤销议定事项"),
            "\n".join((self.tr("{code} {text}").format(code=row.code, text=row.text), *stays)),
            self.tr("撤销"),
            label=self.tr("原因"),
            parent=self._window.window(),
        )
        dialog.accepted.connect(self._withdraw)
        self._open(dialog, row)

    @Slot()
    def _withdraw(self) -> None:
        dialog, row = self._dialog, self._about
        if isinstance(dialog, ReasonDialog):
            command = WithdrawDecision(
                decision_id=row.id, version=row.version, reason=dialog.reason()
            )
            said = self.tr("{code} 已撤销").format(code=row.code)
            self._send(command, said, effects=row.effects)

    @Slot(str)
    def move_decision(self, move: str) -> None:
        """Ask what a move of an earlier decision needs to be told."""
        row = self._decision_here()
        if row is None:
            return
        window = self._window.window()
        text = self.tr("{code} {text}").format(code=row.code, text=row.text)
        dialog: BasicDialog
        if move == "confirm":
            dialog = QuestionDialog(
                self.tr("确认完成并销号"), text, self.tr("确认完成"), parent=window
            )
        elif move == "extend":
            reason = Asked("reason", self.tr("延期理由"), needed=True)
            due = Asked("due_at", self.tr("新的时限"), kind="moment", needed=True)
            dialog = NoticeMoveDialog(
                self.tr("给予延期"), text, self.tr("延期"), (due, reason), parent=window
            )
        else:
            titles = {
                "reject": (self.tr("不予确认"), self.tr("退回继续落实")),
                "cancel": (self.tr("取消议定事项"), self.tr("取消事项")),
                "supervise": (self.tr("转督办"), self.tr("转督办")),
            }
            title, yes = titles[move]
            dialog = ReasonDialog(title, text, yes, label=self.tr("理由"), parent=window)
        dialog.setProperty("move", move)
        dialog.accepted.connect(self._move)
        self._open(dialog, row)

    @Slot()
    def _move(self) -> None:
        dialog, row = self._dialog, self._about
        if dialog is None:
            return
        move = dialog.property("move")
        given: dict[str, Any] = {"decision_id": row.id, "version": row.version}
        reason = dialog.reason() if isinstance(dialog, ReasonDialog) else ""
        meeting_id = self._meeting().id
        command: Command
        if move == "confirm":
            command = ConfirmDecision(**given)
        elif move == "reject":
            command = RejectDecision(**given, reason=reason)
        elif move == "cancel":
            command = CancelDecision(**given, meeting_id=meeting_id, reason=reason)
        elif move == "supervise":
            command = SuperviseDecision(**given, note=reason)
        else:
            assert isinstance(dialog, NoticeMoveDialog)
            command = ExtendDecision(**given, meeting_id=meeting_id, **dialog.given())
        self._send(command, self.tr("{code} 已办理").format(code=row.code))

    # Inside -------------------------------------------------------------------------------

    def _meeting(self) -> Any:
        assert self._seen is not None
        return self._seen.detail.row

    def _decision_here(self) -> DecisionRow | None:
        row = self._window.current()  # type: ignore[attr-defined]
        return row.decision if row is not None else None

    def _read_note(self, row: DecisionRow) -> str:
        words = self.tr("牵头 {lead} {person}；时限 {due}")
        note = words.format(
            lead=row.lead_name, person=row.responsible, due=day_and_time(row.due_at)
        )
        if row.assist_names:
            units = "、".join(row.assist_names)
            note = self.tr("{note}；协办 {units}").format(note=note, units=units)
        return note

    def _open(self, dialog: BasicDialog, about: Any) -> None:
        self._drop_dialog()
        self._dialog, self._about = dialog, about
        dialog.rejected.connect(self._drop_dialog)
        dialog.open()

    @Slot()
    def _drop_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None

    def _send(
        self, command: Command, said: str, *, goes_on: bool = False, effects: Sequence[Effect] = ()
    ) -> None:
        self._said, self._goes_on, self._effects = said, goes_on, effects
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    @Slot(object)
    def _done(self, answer: dict[str, Any]) -> None:
        self._drop_dialog()
        said = self._said.format(code=answer.get("code", ""))
        done = (texts.label(EffectKind(one["kind"])) for one in answer.get("effects", ()))
        stays = stays_words(self._effects, answer.get("stays", ()))
        self.told.emit(" · ".join((said, *done)), "ok")
        if stays:
            self.stayed.emit(stays, "warn")
        self.moved.emit(self._goes_on)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        """Keep what was typed: an open question opens again with the reason."""
        words = sentence(error)
        is_stale = isinstance(error, Conflict)
        since = changes_since(error) if is_stale and _has_steps(error) else ()
        words = "\n".join((words, *since))
        if self._dialog is not None:
            self._dialog.set_error(words)
            self._dialog.open()
            if is_stale:
                self.moved.emit(False)
            return
        field = ""
        if isinstance(error, RecordError):
            field = _FIELDS.get(error.code, str(error.facts.get("field", "")))
        self.refused.emit(words, field, is_stale)


def _has_steps(error: Exception) -> bool:
    """Tell whether a conflict names the steps of a case, and not of something else."""
    since = getattr(error, "facts", {}).get("since", ())
    return all(isinstance(one, dict) and "columns" in one for one in since)
