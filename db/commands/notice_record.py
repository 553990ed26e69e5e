"""A supervision notice inside one command: it is moved on by actions and by nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from db.commands.door import Command, Result
from db.errors import NotAllowed, NotFound, RuleError
from db.model.supervision import notice, notice_step
from db.rules.notice_states import (
    NoticeAction,
    NoticeState,
    find_notice_rule,
    notice_refusal,
)
from db.rules.terms import UNIT_ROLES, SupervisionLevel
from db.work import Work


@dataclass(frozen=True, kw_only=True)
class OnNotice(Command):
    """A command on one notice as the person saw it; ``version=None`` takes it as it is."""

    notice_id: int
    version: int | None = None


class NoticeRecord:
    """The columns of a notice as they stand now in the transaction, and the action on it."""

    def __init__(self, work: Work, row: dict[str, Any]) -> None:
        self._work = work
        self.row = row

    @classmethod
    def of(cls, work: Work, command: OnNotice) -> NoticeRecord:
        """Return the notice of a command.

        :raises NotFound: no such notice in this street, or none of the actor's unit.
        :raises Conflict: it moved on.
        """
        row = work.row(notice, command.notice_id, command.version)
        is_own = row["unit_id"] == work.actor.unit_id and row["number"] is not None
        if work.actor.role in UNIT_ROLES and not is_own:
            raise NotFound("notice_unknown", id=command.notice_id)
        return cls(work, {**row, "points": float(row["points"])})

    def __getitem__(self, column: str) -> Any:
        """Return a column's value."""
        return self.row[column]

    @property
    def id(self) -> int:
        """The id."""
        return int(self.row["id"])

    @property
    def state(self) -> NoticeState:
        """Where the notice stands."""
        return NoticeState(self.row["state"])

    @property
    def level(self) -> SupervisionLevel:
        """How hard it supervises."""
        return SupervisionLevel(self.row["level"])

    def refuse_unless(self, action: NoticeAction) -> None:
        """Refuse unless the actor may do this now.

        :raises NotAllowed: ``notice_not_for_role`` or ``notice_of_another_unit``.
        :raises RuleError: ``notice_step_illegal``.
        """
        actor = self._work.actor
        code = notice_refusal(
            action,
            self.state,
            self.level,
            actor.role,
            is_own_unit=self.row["unit_id"] == actor.unit_id,
        )
        refuse(code, action, self.state, self.level, self.row["number"])

    def take(self, action: NoticeAction, *, note: str = "", **changes: Any) -> None:
        """Do one action: the row moves on and a row of ``notice_step`` tells of it.

        :raises NotAllowed: the role may not, or the notice is another unit's.
        :raises RuleError: the action does not follow the state.
        """
        self.refuse_unless(action)
        work = self._work
        rule = find_notice_rule(action, self.state, self.level, work.actor.role)
        assert rule is not None  # or it would have been refused
        write_step(work, self.id, action, self.state, rule.to_state, note)
        work.update(notice, self.row, state=rule.to_state.value, **changes)
        self.row.update(changes, state=rule.to_state.value, version=self.row["version"] + 1)
        work.changed("notice", self.id, self.row["unit_id"])

    def answer(self) -> Result:
        """Return what every command on one notice answers."""
        return {
            "notice_id": self.id,
            "number": self.row["number"],
            "version": self.row["version"],
            "state": self.row["state"],
        }


def refuse(
    code: str | None,
    action: NoticeAction,
    state: NoticeState | None,
    level: SupervisionLevel,
    number: str | None,
) -> None:
    """Raise the error of a refusal, if there is one."""
    if code is None:
        return
    facts = {
        "action": action.value,
        "state": state.value if state else "",
        "level": int(level),
        "number": number or "",
    }
    raise RuleError(code, **facts) if code == "notice_step_illegal" else NotAllowed(code, **facts)


def write_step(
    work: Work,
    notice_id: int,
    action: NoticeAction,
    from_state: NoticeState | None,
    to_state: NoticeState,
    note: str,
) -> None:
    """Add a row to the life of a notice."""
    work.connection.execute(
        insert(notice_step).values(
            id=work.new_id(),
            notice_id=notice_id,
            kind=action.value,
            from_state=from_state.value if from_state else "",
            to_state=to_state.value,
            actor_id=work.actor.account_id,
            at=work.now,
            note=note,
        )
    )
