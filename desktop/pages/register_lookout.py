"""Looks into the record while a call is taken down: deadline, duplicates, caller, newest cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from db.queries.cases import CaseRow
from db.queries.duplicates import CallerHistory, SimilarCase
from db.rules.clock import Fact, FactCode
from db.rules.terms import Urgency
from desktop import texts
from desktop.case_words import explanation, moment_words
from desktop.pages.register_form import RegisterForm
from desktop.pages.register_queries import (
    caller_of,
    cases_like,
    due_of,
    recent_cases,
    short_moment,
)
from desktop.pages.register_side import DuplicateRadar, RecentCases
from desktop.services import Services
from desktop.widgets.plain_label import plain_tool_tip

WAIT_MILLISECONDS = 300


class Lookout(QObject):
    """Asks a moment after the last key and shows the answers beside the form."""

    def __init__(
        self,
        services: Services,
        form: RegisterForm,
        radar: DuplicateRadar,
        recent: RecentCases,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._form = form
        self._radar = radar
        self._recent = recent
        self._seconds: list[float] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        form.facts_changed.connect(self._look_soon)
        form.phone_left.connect(self._ask_caller)

    @Slot()
    def _look_soon(self) -> None:
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        """Ask for the deadline and for cases that look the same."""
        facts = self._form.facts()
        hours = self._form.limit_hours()
        if hours is None:
            self._form.show_due("", "")
        else:
            urgency = facts.urgency or Urgency.NORMAL
            self._services.ask(due_of, urgency, hours, parent=self, done=self._show_due, key="due")
        if not (facts.content or facts.address or facts.reporter_phone):
            self._radar.show_cases((), datetime.now())
            return
        # What the text speaks for counts as the item until one is chosen.
        facts = replace(facts, item_id=self._form.likely_item())
        self._services.ask(cases_like, facts, parent=self, done=self._show_similar, key="similar")

    @Slot(object)
    def _show_due(self, found: tuple[datetime, tuple[Fact, ...], datetime]) -> None:
        due, facts, now = found
        if self._form.limit_hours() is None:
            return
        words = self.tr("{moment} 前办结").format(moment=short_moment(due, now))
        self._form.show_due(words, self._limit_words(facts))
        plain_tool_tip(self._form.due, explanation(facts))

    def _limit_words(self, facts: tuple[Fact, ...]) -> str:
        known = {fact.code: fact for fact in facts}
        if FactCode.LIMIT_MINUTES in known:
            hours = (known[FactCode.LIMIT_MINUTES].number or 0) // 60
            return self.tr("{n} 小时，昼夜连续计算").format(n=hours)
        first = known[FactCode.COUNTS_FROM].day if FactCode.COUNTS_FROM in known else None
        days = known[FactCode.LIMIT_WORKDAYS].number if FactCode.LIMIT_WORKDAYS in known else 0
        return self.tr("{n} 个工作日，从 {day} 起算").format(
            n=days, day="" if first is None else texts.day_with_weekday(first)
        )

    @Slot(object)
    def _show_similar(self, found: tuple[tuple[SimilarCase, ...], datetime]) -> None:
        self._radar.show_cases(*found)

    @Slot(str)
    def _ask_caller(self, phone: str) -> None:
        self._services.ask(caller_of, phone, parent=self, done=self._show_caller, key="caller")

    @Slot(object)
    def _show_caller(self, found: tuple[str, CallerHistory, datetime]) -> None:
        phone, history, now = found
        if phone != self._form.phone.value():
            return
        if not history.count:
            self._form.rows["phone"].set_note("")
            return
        self._form.rows["phone"].set_note(
            self.tr("该号码近 30 天来电 {n} 次，上次：{time} {title}（{state}）").format(
                n=history.count,
                time=moment_words(history.last_at, now),
                title=history.last_title,
                state=texts.label(history.last_state),
            )
        )

    def load_recent(self, seconds: list[float]) -> None:
        """Read the newest cases again; ``seconds`` tells how long each form took."""
        self._seconds = seconds
        self._services.ask(recent_cases, parent=self, done=self._show_recent, key="recent")

    @Slot(object)
    def _show_recent(self, found: tuple[tuple[CaseRow, ...], int]) -> None:
        rows, count = found
        self._recent.show_cases(rows, count, self._seconds)
