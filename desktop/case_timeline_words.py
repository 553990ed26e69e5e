"""What happened to a case, and what its deadline is made of, as the panel tells it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.clock import Remaining
from db.rules.steps import StepKind
from desktop import texts
from desktop.case_words import explanation, reason_words, span_words
from desktop.widgets.timeline import TimelineStep

if TYPE_CHECKING:
    from db.queries.case_detail import CaseDetail, StepRow
    from db.queries.cases import CaseRow

_TONES = {
    StepKind.VOID: "danger",
    StepKind.SEND_BACK: "danger",
    StepKind.SUPERVISE_ORDINARY: "danger",
    StepKind.SUPERVISE_YELLOW: "danger",
    StepKind.SUPERVISE_RED: "danger",
    StepKind.REMIND: "warn",
    StepKind.URGE: "warn",
    StepKind.RETURN: "warn",
    StepKind.SUSPEND: "warn",
    StepKind.REQUEST_EXTENSION: "warn",
    StepKind.ASSIGN: "brand",
    StepKind.REASSIGN: "brand",
    StepKind.FORCE_ASSIGN: "brand",
    StepKind.SIGN_FOR: "brand",
    StepKind.REPORT: "ok",
    StepKind.REPORT_OVERRIDE: "ok",
    StepKind.VERIFY: "ok",
    StepKind.CLOSE_WITH_MAIN: "ok",
}
_HOUR = 3600


def timeline_steps(detail: CaseDetail, now: datetime) -> list[TimelineStep]:
    """Return the steps, newest first, with a mark where the deadline was passed."""
    passed = _passed_at(detail.row, now)
    shown: list[TimelineStep] = []
    for step in reversed(detail.steps):
        if passed is not None and step.at < passed:
            shown.append(_mark(passed, now))
            passed = None
        shown.append(_step(step, now))
    return shown


def timeline_note(detail: CaseDetail, now: datetime) -> str:
    """Return how many steps there are and how long the case took, or takes until now."""
    row = detail.row
    whole = max(timedelta(), (row.closed_at or now) - row.registered_at)
    hours, rest = divmod(whole.seconds, _HOUR)
    span = Remaining(False, whole.days, hours, rest // 60, is_working=False)
    return tr("共 {n} 步 · 用时 {span}").format(n=len(detail.steps), span=span_words(span))


def deadline_note(detail: CaseDetail) -> str:
    """Return the arithmetic of the deadline, and what was done about it."""
    told = [explanation(detail.deadline_facts, detail.deadline_stage)]
    if detail.extended_days:
        told.append(tr("已延期 {n} 工作日").format(n=detail.extended_days))
    if detail.reminders:
        told.append(tr("已催办 {n} 次").format(n=len(detail.reminders)))
    return tr("；").join(part for part in told if part)


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def _passed_at(row: CaseRow, now: datetime) -> datetime | None:
    """Return when a deadline was passed: the one that runs, or that of a case closed late."""
    if row.remaining is not None and row.remaining.is_overdue:
        return row.deadline_at
    return row.due_at if row.was_late and row.closed_at is not None else None


def _mark(at: datetime, now: datetime) -> TimelineStep:
    return TimelineStep(f"{at:%H:%M}", tr("超过时限"), tr("系统"), tone="danger", day=_day(at, now))


def _step(step: StepRow, now: datetime) -> TimelineStep:
    name = texts.label(step.kind)
    if step.target:
        name = tr("{step}至 {unit}").format(step=name, unit=step.target)
    return TimelineStep(
        time=f"{step.at:%H:%M}",
        title=name,
        who=tr("{name} · {unit}").format(name=step.actor, unit=step.unit),
        note=" ".join(part for part in (reason_words(step.reason), step.note) if part),
        tone=_TONES.get(step.kind, ""),
        day=_day(step.at, now),
    )


def _day(at: datetime, now: datetime) -> str:
    if at.date() == now.date():
        return ""
    return f"{at:%m-%d}" if at.year == now.year else f"{at:%Y-%m}"
