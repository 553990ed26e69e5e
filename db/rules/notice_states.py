"""What may happen to a supervision notice, in which state and by whom (domain.md §1.4, §3.2).

立项拟稿 → 审核 → 签发编号 → 打印送达 → 回执 → 申请销号 → 核查 → 销号, with 退回重办, 延期 and 撤销
beside it. A notice is never deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from db.rules.terms import ROOM_ROLES, UNIT_ROLES, Role, SupervisionLevel


class NoticeState(StrEnum):
    """Where a notice stands."""

    DRAFT = "draft"
    CHECKED = "checked"
    ISSUED = "issued"
    DELIVERED = "delivered"
    REPLIED = "replied"
    SENT_BACK = "sent_back"
    ASKED = "asked"
    """The unit asked to strike it off; the room has to verify."""
    VERIFIED = "verified"
    """The room found the matter settled; the one who signs has to approve."""
    STRUCK_OFF = "struck_off"
    WITHDRAWN = "withdrawn"


class NoticeAction(StrEnum):
    """What people do with a notice; each of them leaves a row of ``notice_step``."""

    DRAFT = "draft"
    CHANGE = "change"
    CHECK = "check"
    REFUSE = "refuse"
    ISSUE = "issue"
    PRINT = "print"
    DELIVER = "deliver"
    REPLY = "reply"
    SEND_BACK = "send_back"
    ASK = "ask"
    VERIFY = "verify"
    STRIKE_OFF = "strike_off"
    EXTEND = "extend"
    WITHDRAW = "withdraw"


class ReplyOutcome(StrEnum):
    """The result that a reply slip tells (domain.md §3.3 B)."""

    CLOSED = "closed"
    HANDLING = "handling"
    EXTENSION = "extension"
    COORDINATION = "coordination"


class NoticeTab(StrEnum):
    """The tabs of the register; every notice stands in one of them beside ``ALL``."""

    ALL = "all"
    TO_ISSUE = "to_issue"
    RUNNING = "running"
    LATE = "late"
    """Running, its reply due and none given."""
    TO_STRIKE_OFF = "to_strike_off"
    STRUCK_OFF = "struck_off"
    WITHDRAWN = "withdrawn"


N = NoticeState
UNNUMBERED_STATES = frozenset({N.DRAFT, N.CHECKED})
"""States before the number is taken."""

RUNNING_STATES = frozenset({N.ISSUED, N.DELIVERED, N.REPLIED, N.SENT_BACK})
"""States in which the unit is at work."""

ASKING_STATES = frozenset({N.ASKED, N.VERIFIED})
"""States in which the room and the signer are at work."""

STANDING_STATES = RUNNING_STATES | ASKING_STATES
"""States of a numbered notice that is still to be struck off."""

ENDED_STATES = frozenset({N.STRUCK_OFF, N.WITHDRAWN})

OWN_UNIT_ACTIONS = frozenset({NoticeAction.DELIVER, NoticeAction.REPLY, NoticeAction.ASK})
"""What the supervised unit does itself; the room may do it on its behalf."""


@dataclass(frozen=True)
class NoticeRule:
    """One row of the table: this role may do this with a notice of this level in this state."""

    action: NoticeAction
    from_state: NoticeState | None
    to_state: NoticeState
    level: SupervisionLevel
    role: Role


_ROOM = tuple(sorted(ROOM_ROLES))
_UNIT = tuple(sorted(UNIT_ROLES))
_LEADS = (Role.SHIFT_LEAD, Role.DIRECTOR)
_PRINTERS = (*_ROOM, Role.CLERK)
_ABOVE = (Role.DIRECTOR, Role.LEADER)
LEVELS = (SupervisionLevel.ORDINARY, SupervisionLevel.YELLOW, SupervisionLevel.RED)

SIGNERS: dict[SupervisionLevel, tuple[Role, ...]] = {
    SupervisionLevel.ORDINARY: (*_LEADS, Role.LEADER),
    SupervisionLevel.YELLOW: _ABOVE,
    SupervisionLevel.RED: (Role.LEADER,),
}
"""Who issues a notice of a level, extends it and strikes it off."""

_WITHDRAWERS: dict[SupervisionLevel, tuple[Role, ...]] = {
    SupervisionLevel.ORDINARY: _ABOVE,
    SupervisionLevel.YELLOW: _ABOVE,
    SupervisionLevel.RED: (Role.LEADER,),
}


def _rules(
    action: NoticeAction,
    moves: Iterable[tuple[NoticeState | None, NoticeState]],
    roles: Iterable[Role] | dict[SupervisionLevel, tuple[Role, ...]],
) -> list[NoticeRule]:
    by_level = roles if isinstance(roles, dict) else dict.fromkeys(LEVELS, tuple(roles))
    return [
        NoticeRule(action, from_state, to_state, level, role)
        for from_state, to_state in moves
        for level in LEVELS
        for role in by_level[level]
    ]


def _in(states: Iterable[NoticeState]) -> list[tuple[NoticeState | None, NoticeState]]:
    return [(state, state) for state in sorted(states)]


def _to(
    target: NoticeState, states: Iterable[NoticeState]
) -> list[tuple[NoticeState | None, NoticeState]]:
    return [(state, target) for state in sorted(states)]


@cache
def notice_rules() -> tuple[NoticeRule, ...]:
    """Return every rule; ``(action, from_state, level, role)`` is unique among them."""
    a = NoticeAction
    at_work = (N.DELIVERED, N.REPLIED, N.SENT_BACK)
    return (
        # A leader drafts nothing at the desk (that right is the room's), but his meeting does.
        *_rules(a.DRAFT, [(None, N.DRAFT)], (*_ROOM, Role.LEADER)),
        *_rules(a.CHANGE, _in([N.DRAFT]), _ROOM),
        *_rules(a.CHECK, _to(N.CHECKED, [N.DRAFT]), _LEADS),
        *_rules(a.REFUSE, _to(N.DRAFT, [N.CHECKED]), (*_LEADS, Role.LEADER)),
        *_rules(a.ISSUE, _to(N.ISSUED, [N.CHECKED]), SIGNERS),
        *_rules(a.PRINT, _in(STANDING_STATES | {N.STRUCK_OFF}), _PRINTERS),
        *_rules(a.DELIVER, _to(N.DELIVERED, [N.ISSUED]), (*_PRINTERS, *_UNIT)),
        *_rules(a.REPLY, _to(N.REPLIED, at_work), (*_ROOM, *_UNIT)),
        *_rules(a.ASK, _to(N.ASKED, [N.REPLIED]), (*_ROOM, *_UNIT)),
        *_rules(
            a.SEND_BACK,
            _to(N.SENT_BACK, [N.REPLIED, *ASKING_STATES]),
            (*_ROOM, Role.LEADER),
        ),
        *_rules(a.VERIFY, _to(N.VERIFIED, [N.ASKED]), _ROOM),
        *_rules(a.STRIKE_OFF, _to(N.STRUCK_OFF, ASKING_STATES), SIGNERS),
        *_rules(a.EXTEND, _in(RUNNING_STATES), SIGNERS),
        *_rules(a.WITHDRAW, _to(N.WITHDRAWN, UNNUMBERED_STATES), (*_ROOM, Role.LEADER)),
        *_rules(a.WITHDRAW, _to(N.WITHDRAWN, STANDING_STATES), _WITHDRAWERS),
    )


@cache
def _index() -> dict[tuple[NoticeAction, NoticeState | None, SupervisionLevel, Role], NoticeRule]:
    return {(r.action, r.from_state, r.level, r.role): r for r in notice_rules()}


def find_notice_rule(
    action: NoticeAction, state: NoticeState | None, level: SupervisionLevel, role: Role
) -> NoticeRule | None:
    """Return the rule by which a role does this in this state, or None where there is none."""
    return _index().get((action, state, level, role))


def notice_refusal(
    action: NoticeAction,
    state: NoticeState | None,
    level: SupervisionLevel,
    role: Role,
    *,
    is_own_unit: bool,
) -> str | None:
    """Return why an action is refused, or None when it may be done.

    The answer is ``notice_step_illegal`` (nobody may, in this state), ``notice_not_for_role`` or
    ``notice_of_another_unit``.
    """
    if find_notice_rule(action, state, level, role) is None:
        known = any(r.action is action and r.from_state == state for r in notice_rules())
        return "notice_not_for_role" if known else "notice_step_illegal"
    if role in UNIT_ROLES and not is_own_unit:
        return "notice_of_another_unit"
    return None


def possible_actions(
    state: NoticeState, level: SupervisionLevel, role: Role, *, is_own_unit: bool
) -> tuple[NoticeAction, ...]:
    """Return what a role may do with a notice that stands so."""
    return tuple(
        action
        for action in NoticeAction
        if notice_refusal(action, state, level, role, is_own_unit=is_own_unit) is None
    )
