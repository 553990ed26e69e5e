"""Answers to suggestions: draft, remind, propose for listing, or ignore with a reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.supervision import AnswerSuggestion, RemindCase, ReminderMeans
from db.queries.supervision import SuggestionAnswer, SuggestionRow
from db.rules.supervision import MEASURE_LEVELS, Measure
from db.rules.terms import SupervisionLevel
from desktop import texts
from desktop.dialogs.notice_move import Asked, NoticeMoveDialog
from desktop.errors import sentence
from desktop.pages.supervision_drafting import Wish
from desktop.pages.supervision_words import head_of_suggestion
from desktop.services import Services


class SuggestionAnswers(QObject):
    """Carries out what a person decides about a suggestion."""

    told = Signal(str, str)
    draft_wanted = Signal(object)
    answered = Signal(object)

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._host = window
        self._row: SuggestionRow | None = None
        self._case_id: int | None = None
        self._dialog: NoticeMoveDialog | None = None
        self._words = ""

    def dialog(self) -> NoticeMoveDialog | None:
        """Return the open question."""
        return self._dialog

    @Slot(object)
    def adopt(self, row: SuggestionRow) -> None:
        """Do what is suggested: the form of a notice, a reminder, or the word to the district."""
        if row.measure in MEASURE_LEVELS:
            self.draft_wanted.emit(wish_of(row))
        elif row.measure is Measure.LIST_AT_DISTRICT:
            self._propose(row)
        elif row.measure is Measure.PHONE and row.case_id is not None:
            self._row = row
            self.remind(row.case_id, row.title)
        elif row.case_id is not None:
            self._row = row
            self._words = self.tr("{number} 已催办").format(number=row.number)
            self._run(RemindCase(case_id=row.case_id, means=ReminderMeans.SYSTEM))

    @Slot(object)
    def change_level(self, row: SuggestionRow) -> None:
        """Open the form with the next level, where the person chooses."""
        levels = [level for level in SupervisionLevel if level > row.level]
        suggested = MEASURE_LEVELS.get(row.measure, SupervisionLevel.NONE)
        other = [level for level in levels if level not in (suggested, SupervisionLevel.NONE)]
        harder = [level for level in other if level > suggested]
        chosen = (harder or other or [SupervisionLevel.RED])[0]
        self.draft_wanted.emit(wish_of(row, chosen))

    @Slot(object)
    def ignore(self, row: SuggestionRow) -> None:
        """Ask why it is ignored; it comes back when a harder measure is due."""
        self._row = row
        self._ask(
            self.tr("忽略建议"),
            self.tr("{reason}：{title}。到了更高一级会再次建议。").format(
                reason=head_of_suggestion(row)[1], title=row.title
            ),
            self.tr("忽略"),
            (Asked("reason", self.tr("理由"), needed=True),),
            self._send_ignoring,
        )

    def remind(self, case_id: int, about: str) -> None:
        """Ask with whom it was spoken, and record the reminder."""
        self._case_id = case_id
        means = tuple((one.value, texts.label(one)) for one in ReminderMeans)
        self._ask(
            self.tr("催办"),
            about,
            self.tr("登记催办"),
            (
                Asked(
                    "means",
                    self.tr("催办方式"),
                    "choice",
                    needed=True,
                    options=means,
                    value=ReminderMeans.PHONE.value,
                ),
                Asked(
                    "spoke_with",
                    self.tr("通话对象"),
                    "line",
                    note=self.tr("电话、上门催办必填"),
                ),
                Asked("note", self.tr("催办内容"), lines=2),
            ),
            self._send_reminder,
        )

    def _propose(self, row: SuggestionRow) -> None:
        self._row = row
        self._ask(
            self.tr("提请区级挂牌督办"),
            self.tr("{title}：记录已向区综合指挥中心提请，收到挂牌文件后在“登记区级挂牌”登记。")
            .format(title=row.title),
            self.tr("已提请"),
            (Asked("reason", self.tr("提请方式和经办"), needed=True),),
            self._send_proposal,
        )  # fmt: skip

    # Sending ------------------------------------------------------------------------------

    @Slot()
    def _send_ignoring(self) -> None:
        if self._row is not None:
            self._words = self.tr("{number} 的建议已忽略").format(number=self._row.number)
            self._answer(SuggestionAnswer.IGNORE)

    @Slot()
    def _send_proposal(self) -> None:
        if self._row is not None:
            self._words = self.tr("{number} 已记录提请挂牌").format(number=self._row.number)
            self._answer(SuggestionAnswer.ADOPT)

    @Slot()
    def _send_reminder(self) -> None:
        if self._dialog is None or self._case_id is None:
            return
        given = self._dialog.given()
        self._words = self.tr("催办已登记")
        self._run(
            RemindCase(
                case_id=self._case_id,
                means=ReminderMeans(given.get("means", ReminderMeans.PHONE)),
                spoke_with=given.get("spoke_with", ""),
                note=given.get("note", ""),
            )
        )

    def _answer(self, answer: SuggestionAnswer) -> None:
        row, dialog = self._row, self._dialog
        if row is None or dialog is None:
            return
        self._run(
            AnswerSuggestion(
                case_id=row.case_id,
                decision_id=row.decision_id,
                measure=row.measure,
                trigger=row.trigger,
                answer=answer,
                reason=dialog.given().get("reason", ""),
            )
        )

    def _run(self, command: Any) -> None:
        self._services.run(command, parent=self, done=self._done, failed=self._refuse)

    def _ask(
        self, title: str, text: str, yes: str, asked: tuple[Asked, ...], accepted: Any
    ) -> None:
        dialog = NoticeMoveDialog(title, text, yes, asked, parent=self._host.window())
        dialog.accepted.connect(accepted)
        dialog.rejected.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self._row, self._case_id = None, None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(object)
    def _done(self, _result: dict[str, Any]) -> None:
        row = self._row
        self._forget()
        self.told.emit(self._words, "ok")
        if row is not None:
            self.answered.emit(row)

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self._dialog is None:
            self.told.emit(sentence(error), "danger")
            return
        self._dialog.open()
        field = str(getattr(error, "facts", {}).get("field", ""))
        self._dialog.refuse(sentence(error), field)


def wish_of(row: SuggestionRow, level: SupervisionLevel | None = None) -> Wish:
    """Return the notice that a suggestion asks for."""
    return Wish(
        case_id=row.case_id,
        decision_id=row.decision_id,
        level=level or MEASURE_LEVELS.get(row.measure, SupervisionLevel.ORDINARY),
        trigger=row.trigger.value,
        reasons=row.reasons,
    )
