"""A case inside one command: it is moved on by steps and by nothing else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from db import circumstances
from db.audit import plain
from db.circumstances import Circumstances
from db.errors import NotAllowed, RuleError
from db.model.case import PRIVATE_COLUMNS, STEP_COLUMNS, case_step, extension_request
from db.rules import steps
from db.rules.grams import normalise
from db.rules.steps import Guard, Standing, StepKind
from db.rules.terms import CaseState, ExtensionState, UnitPart, Urgency
from db.ways import ONLY_WRITES

if TYPE_CHECKING:
    from db.work import Work

_STEP = insert(case_step).execution_options(**ONLY_WRITES)
_REQUEST = select(extension_request).where(
    extension_request.c.case_id == bindparam("case"),
    extension_request.c.state == ExtensionState.APPLIED.value,
)
_PARTS = frozenset({Guard.ASSISTANT, Guard.INFORMED})

_SEARCHED = ("title", "content", "address", "reporter_name", "reporter_phone", "item_id")


class CaseRecord:
    """The columns of a case as they stand now in the transaction, and the step that moves it."""

    def __init__(
        self, work: Work, row: dict[str, Any], around: Circumstances | None = None
    ) -> None:
        self._work = work
        self.row = row
        self._around = around
        self._just_decided = False

    @property
    def id(self) -> int:
        """The id."""
        return int(self.row["id"])

    @property
    def number(self) -> str:
        """The case number."""
        return str(self.row["number"])

    @property
    def version(self) -> int:
        """How many steps were taken."""
        return int(self.row["version"])

    @property
    def state(self) -> CaseState:
        """Where the case stands."""
        return CaseState(self.row["state"])

    @property
    def urgency(self) -> Urgency:
        """How fast its clock runs."""
        return Urgency(self.row["urgency"])

    def __getitem__(self, column: str) -> Any:
        """Return a column's value."""
        return self.row[column]

    @property
    def around(self) -> Circumstances:
        """What stands around the case now."""
        if self._around is None:
            work = self._work
            self._around = circumstances.read(work.connection, self.id, work.actor.unit_id)
        return self._around

    def look_around_anew(self) -> None:
        """Forget what stood around the case: its units or its requests were written."""
        self._around = None

    def moment(self, column: str) -> datetime | None:
        """Return a time column's value."""
        value: datetime | None = self.row[column]
        return value

    def standing(self, guards: Collection[Guard] = tuple(Guard)) -> Standing:
        """Return what the guards of the step rules look at, reading only what these guards need."""
        part = self.around.own_part if _PARTS.intersection(guards) else None
        pending = Guard.ASSISTANTS_REPLIED in guards
        before = self.row["suspended_from"]
        return Standing(
            state=self.state,
            holder_is_actor=self.row["holder_id"] == self._work.actor.unit_id,
            actor_assists=part == UnitPart.ASSIST,
            actor_informed=part == UnitPart.INFORM,
            assistants_pending=self.around.pending_assistants if pending else 0,
            return_count=self.row["return_count"],
            extension_count=self.row["extension_count"],
            supervision_level=self.row["supervision_level"],
            suspended_from=None if before is None else CaseState(before),
            is_linked=self.row["duplicate_of"] is not None,
            just_decided=self._just_decided,
            registered_by_actor=self.row["created_by"] == self._work.actor.account_id,
            just_registered=steps.is_just_registered(self.row["registered_at"], self._work.now),
            self_handled=self.row["self_handled"],
        )

    def refuse_unless(self, kind: StepKind, to: CaseState | None = None) -> None:
        """Refuse now what the step would refuse later, before other rows are written.

        :raises NotAllowed: the role may not take this step.
        :raises RuleError: the step does not follow the state, or a guard is not met.
        """
        target = self.state if to is None else to
        role = self._work.actor.role
        rule = steps.find_rule(kind, self.state, target, role)
        code = steps.refusal(kind, target, role, self.standing(rule.guards if rule else ()))
        if code is None:
            return
        facts = {"step": kind.value, "state": int(self.state), "number": self.number}
        raise NotAllowed(code, **facts) if code == "step_not_for_role" else RuleError(code, **facts)

    def take(
        self,
        kind: StepKind,
        to: CaseState | None = None,
        *,
        note: str = "",
        reason: str = "",
        target_id: int | None = None,
        **changes: Any,
    ) -> None:
        """Take one step: the database applies the state and the changed columns to the case.

        :raises NotAllowed: the role may not take this step.
        :raises RuleError: the step does not follow the state, or a guard is not met.
        """
        self.refuse_unless(kind, to)
        target = self.state if to is None else to
        if any(name in changes for name in _SEARCHED):
            changes["search_text"] = self._search_text({**self.row, **changes})
        changes = {
            name: value
            for name, value in changes.items()
            if name in STEP_COLUMNS and self.row[name] != value
        }
        work = self._work
        work.connection.execute(
            _STEP,
            {
                "id": work.new_step_id(),
                "case_id": self.id,
                "version": self.version + 1,
                "kind": kind.value,
                "from_state": int(self.state),
                "to_state": int(target),
                "actor_id": work.actor.account_id,
                "role": work.actor.role.value,
                "unit_id": work.actor.unit_id,
                "at": work.now,
                "target_id": target_id,
                "note": note,
                "reason": reason,
                "changes": plain(changes),
            },
        )
        self._record(changes, target)
        if self.state is CaseState.IN_PROGRESS and target is not CaseState.IN_PROGRESS:
            self._lapse_request()
        self.row.update(changes, state=int(target), version=self.version + 1)
        self._just_decided = kind is StepKind.DECIDE

    def _record(self, changes: dict[str, Any], target: CaseState) -> None:
        told = {
            name: (self.row[name], value)
            for name, value in changes.items()
            if name not in PRIVATE_COLUMNS and name != "search_text"
        }
        if target != self.state:
            told["state"] = (int(self.state), int(target))
        self._work.record("case", self.id, told)
        private = {n: (self.row[n], v) for n, v in changes.items() if n in PRIVATE_COLUMNS}
        if private:
            self._work.record_private("case", self.id, private)

    def _lapse_request(self) -> None:
        """Close a request for more time that nobody answered before the case moved on."""
        if not self.around.has_request:
            return
        asked = self._work.connection.execute(_REQUEST, {"case": self.id}).mappings().first()
        if asked is not None:
            self._work.update(
                extension_request,
                dict(asked),
                state=ExtensionState.LAPSED.value,
                decided_at=self._work.now,
                decided_by=self._work.actor.account_id,
            )

    def _search_text(self, row: dict[str, Any]) -> str:
        parts = [
            row["number"],
            row["source_number"],
            row["title"],
            row["content"],
            row["address"],
            row["reporter_name"],
            row["reporter_phone"],
            self._work.item_name(row["item_id"]),
        ]
        return normalise(" ".join(str(part) for part in parts if part))
