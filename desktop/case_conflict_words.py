"""What others did with a case between two looks at it, step by step and field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.rules.terms import UnitPart
from desktop import texts

if TYPE_CHECKING:
    from db.queries.case_detail import CaseDetail, StepRow


@dataclass(frozen=True)
class Difference:
    """A field that says something else now; ``who`` did it, when and by which step."""

    field: str
    before: str
    now: str
    who: str


def tr(source: str) -> str:
    """Return a sentence of this module in the language of the screen."""
    # lupdate files the words of a bare tr() under no context.
    return QCoreApplication.translate("", source)


def steps_since(before: CaseDetail, now: CaseDetail) -> tuple[StepRow, ...]:
    """Return the steps that the earlier look did not show."""
    return tuple(step for step in now.steps if step.version > before.version)


def step_lines(steps: tuple[StepRow, ...]) -> tuple[str, ...]:
    """Return line by line who did what."""
    return tuple(
        " ".join(part for part in (f"{step.at:%m-%d %H:%M}", _who(step), step.note) if part)
        for step in steps
    )


def differences(before: CaseDetail, now: CaseDetail) -> tuple[Difference, ...]:
    """Return what the fields said at the earlier look and what they say now, with who did it."""
    steps = steps_since(before, now)
    found = []
    for name, columns, told in _FIELDS:
        was, is_now = told(before), told(now)
        if was != is_now:
            did = [one for one in steps if _changes(one, columns)] or list(steps)
            step = did[-1] if did else None
            found.append(
                Difference(
                    texts.field_name(name), was or "—", is_now or "—", _who(step) if step else ""
                )
            )
    return tuple(found)


def _who(step: StepRow) -> str:
    return tr("{name} {step}").format(name=step.actor, step=texts.label(step.kind))


def _changes(step: StepRow, columns: frozenset[str]) -> bool:
    if "state" in columns:
        return step.from_state is not step.to_state
    return bool(columns & set(step.changes))


def _due(detail: CaseDetail) -> str:
    due = detail.row.due_at
    return "" if due is None else f"{due:%Y-%m-%d %H:%M}"


def _units(part: UnitPart) -> Callable[[CaseDetail], str]:
    def told(detail: CaseDetail) -> str:
        return "、".join(unit.unit for unit in detail.units if unit.part is part)

    return told


_FIELDS: tuple[tuple[str, frozenset[str], Callable[[CaseDetail], str]], ...] = (
    ("state", frozenset({"state"}), lambda one: texts.label(one.row.state)),
    ("lead_id", frozenset({"lead_id"}), lambda one: one.row.lead),
    ("assist_ids", frozenset(), _units(UnitPart.ASSIST)),
    ("inform_ids", frozenset(), _units(UnitPart.INFORM)),
    ("due_at", frozenset({"due_at"}), _due),
    ("urgency", frozenset({"urgency"}), lambda one: texts.label(one.row.urgency)),
    ("item_id", frozenset({"item_id"}), lambda one: one.row.item),
    ("result", frozenset({"result"}), lambda one: one.result),
    ("verification", frozenset({"verification"}), lambda one: one.verification),
    ("instruction", frozenset({"instruction"}), lambda one: one.instruction),
)
"""Name of the field, the columns of a step that change it, and what it says."""
