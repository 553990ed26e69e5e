"""How the desk tells its columns and cards: names, empty columns, and a card of each kind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from db.queries.cases import CaseRow
from db.queries.decisions import DecisionRow
from db.queries.desk import Duty
from db.queries.handovers import Matter
from db.queries.waiting_notices import WaitingNotice
from db.rules.agenda import DecisionState
from db.rules.clock import Remaining
from db.rules.steps import step_rules
from db.rules.terms import CaseState, Role
from desktop import texts
from desktop.actions import Action
from desktop.case_actions import ACTIONS
from desktop.case_words import (
    deadline_look,
    follow_up_look,
    moment_words,
    short_number,
    span_words,
    tag_of,
)
from desktop.pages.desk_cards import DutyCardLook
from desktop.pages.desk_view import DECISIONS, HANDED, NOTICES, STEPS, DeskView
from desktop.widgets.deadline import DeadlineLook


class DeskLooks(QObject):
    """The words of the desk for one role."""

    def __init__(self, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._moves = {(r.kind, r.from_state) for r in step_rules() if r.role is role}

    # Columns ------------------------------------------------------------------------------

    def names(self) -> dict[Any, str]:
        """Return the name of every column."""
        return {
            Duty.WAITING_ACCEPTANCE: self.tr("待受理"),
            Duty.TO_ASSIGN: self.tr("待交办"),
            Duty.RETURNED: self.tr("待改派"),
            Duty.TO_SIGN: self.tr("待签收"),
            Duty.TO_HANDLE: self.tr("待办理"),
            Duty.TO_FOLLOW_UP: self.tr("续报"),
            Duty.TO_ASSIST: self.tr("待协办"),
            Duty.TO_READ: self.tr("待阅"),
            Duty.NEARLY_DUE: self.tr("临期"),
            Duty.OVERDUE: self.tr("超期"),
            Duty.TO_VERIFY: self.tr("待核查"),
            Duty.TO_CALL_BACK: self.tr("待回访"),
            Duty.EXTENSIONS: self.tr("延期待批"),
            Duty.REVIEW_SUSPENDED: self.tr("待复核"),
            DECISIONS: self.tr("议定"),
            HANDED: self.tr("上一班交来"),
            NOTICES: self.tr("督办单"),
        }

    def empty(self, duty: Any) -> str:
        """Return what an empty column says: that nothing waits, and what comes here or is next."""
        return {
            Duty.WAITING_ACCEPTANCE: self.tr("没有待受理的。\n按 F2 登记。"),
            Duty.TO_ASSIGN: self.tr("没有待交办的。\n受理后排到这里。"),
            Duty.RETURNED: self.tr("没有待改派的。\n退回的排到这里。"),
            Duty.TO_SIGN: self.tr("没有待签收的。\n新交办的排到这里。"),
            Duty.TO_HANDLE: self.tr("没有在办的。\n签收后排到这里。"),
            Duty.TO_ASSIST: self.tr("没有要协办的。"),
            Duty.TO_READ: self.tr("没有要阅知的。"),
            Duty.NEARLY_DUE: self.tr("没有临期的。\n快到期的排到这里。"),
            Duty.OVERDUE: self.tr("没有超期的。"),
            Duty.TO_VERIFY: self.tr("没有待核查的。\n反馈后排到这里。"),
            Duty.TO_CALL_BACK: self.tr("没有待回访的。\n核查后排到这里。"),
            Duty.EXTENSIONS: self.tr("没有待批的延期。"),
            Duty.REVIEW_SUSPENDED: self.tr("没有要复核的。"),
            DECISIONS: self.tr("没有议定事项。\n例会定的排到这里。"),
        }.get(duty, self.tr("没有要办的"))

    def step_words(self, duty: Any) -> str:
        """Return what Space does in a column, empty where this role can only look."""
        own = {
            NOTICES: self.tr("空格：到督办页办理"),
            HANDED: self.tr("空格：了结"),
            DECISIONS: self.tr("空格：报进展或确认"),
        }
        if duty in own:
            return own[duty]
        kinds = {kind for kind, _state in self._moves}
        labels = [one.label() for one in _actions(duty) if kinds.intersection(one.kinds)]
        words = self.tr("或").join(labels)
        return self.tr("空格：{step}").format(step=words) if words else ""

    # Cards --------------------------------------------------------------------------------

    def case(self, row: CaseRow, duty: Duty, view: DeskView) -> DutyCardLook:
        """Return the card of a case."""
        hint = ""
        if duty in (Duty.TO_ASSIGN, Duty.RETURNED) and row.item_id in view.suggested:
            hint = self.tr("建议 → {unit}").format(unit=view.suggested[row.item_id])
        place = row.grid or row.community
        if row.state not in (CaseState.WAITING_ACCEPTANCE, CaseState.WAITING_ASSIGNMENT):
            place = row.lead or place
        follows = duty is Duty.TO_FOLLOW_UP
        return DutyCardLook(
            id=row.id,
            number=short_number(row.number),
            title=row.title,
            place=place,
            hint=hint,
            tag=tag_of(row),
            action=self._action(duty, row.state),
            deadline=follow_up_look(row) if follows else deadline_look(row, view.now),
        )

    def decision(self, row: DecisionRow, action: str, now: datetime) -> DutyCardLook:
        """Return the card of something that a meeting agreed."""
        if row.stored_state is DecisionState.TO_CONFIRM:
            hint = self.tr("报完成，等确认")
        elif row.stored_state is DecisionState.SUPERVISED:
            hint = self.tr("已转督办")
        else:
            hint = "" if row.last_progress_at is not None else self.tr("还没报进展")
        return DutyCardLook(
            id=row.id,
            number=row.code,
            title=row.text,
            place=row.lead_name,
            hint=hint,
            action=action,
            deadline=self._left(row.due_at, now),
        )

    def matter(self, matter: Matter, view: DeskView) -> DutyCardLook:
        """Return the card of what the shift before named."""
        row = view.rows.get(matter.case_id)
        return DutyCardLook(
            id=matter.id,
            number=short_number(matter.number),
            title=matter.title,
            place=self.tr("{name} {time} 交来").format(
                name=matter.giver, time=moment_words(matter.at, view.now)
            ),
            hint=matter.remark,
            tag=tag_of(row) if row is not None else None,
            action=self.tr("了结"),
            deadline=deadline_look(row, view.now) if row is not None else DeadlineLook("", ""),
        )

    def notice(self, waiting: WaitingNotice, now: datetime) -> DutyCardLook:
        """Return the card of a supervision notice."""
        row, due_at = waiting.row, waiting.due_at
        return DutyCardLook(
            id=row.id,
            number=row.number or self.tr("未编号"),
            title=row.subject,
            place=self.tr("{level} · {unit}").format(
                level=texts.label(row.level), unit=row.unit_short_name or row.unit_name
            ),
            action=texts.label(waiting.action),
            deadline=self._left(due_at, now) if due_at is not None else DeadlineLook("", ""),
        )

    def _action(self, duty: Duty, state: CaseState) -> str:
        """Return the words of the button: the one step that the state allows, or the general."""
        found = [
            one for one in _actions(duty) if any((kind, state) in self._moves for kind in one.kinds)
        ]
        if not found:
            return ""
        return found[0].label() if len(found) == 1 else self.tr("办理")

    def _left(self, due_at: datetime, now: datetime) -> DeadlineLook:
        late = now > due_at
        left = now - due_at if late else due_at - now
        hours, rest = divmod(left.seconds, 3600)
        words = span_words(Remaining(late, left.days, hours, rest // 60, is_working=False))
        if late:
            return DeadlineLook(self.tr("超 {span}").format(span=words), "bad", 1.0)
        return DeadlineLook(
            self.tr("剩 {span}").format(span=words), "warn" if not left.days else "ok", None
        )


def _actions(duty: Any) -> list[Action]:
    known = {action.id: action for action in ACTIONS}
    return [known[name] for name in STEPS.get(duty, ()) if name in known]
