"""What belongs to a case: its steps, units, requests, files, reminders, notices, links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.rules.steps import StepKind
from db.rules.terms import CaseState, ExtensionState, UnitPart


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a case: who did what when, and what it changed (new values by column)."""

    id: int
    version: int
    kind: StepKind
    from_state: CaseState
    to_state: CaseState
    at: datetime
    actor_id: int
    actor: str
    role: str
    unit_id: int
    unit: str
    target_id: int | None
    target: str
    note: str
    reason: str
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseUnitRow:
    """A unit that takes part in a case."""

    unit_id: int
    unit: str
    part: UnitPart
    since: datetime
    accepted_at: datetime | None
    replied_at: datetime | None
    reply: str
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """A request for more time and its answer."""

    id: int
    unit: str
    applied_at: datetime
    days: int
    reason: str
    progress: str
    state: ExtensionState
    decided_at: datetime | None
    decided_by: str
    answer: str
    old_due_at: datetime | None
    new_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a case, without its content."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    purpose: str
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A reminder or a phone call about a case."""

    id: int
    at: datetime
    means: str
    unit: str
    actor: str
    spoke_with: str
    note: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A supervision notice about a case."""

    id: int
    number: str
    state: str
    level: int
    subject: str
    issued_at: datetime | None


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A case that this one doubles, or that doubles this one."""

    id: int
    number: str
    title: str
    state: CaseState
