"""What each role may do at all; which case it may do it to is told by the step rules and scope."""

from __future__ import annotations

from enum import StrEnum

from db.rules.terms import Role


class Permission(StrEnum):
    """A right that a command asks for."""

    CASE_REGISTER = "case_register"
    CASE_ACCEPT = "case_accept"
    CASE_ASSIGN = "case_assign"
    CASE_HANDLE = "case_handle"
    CASE_VERIFY = "case_verify"
    CASE_DECIDE = "case_decide"
    CASE_MARK = "case_mark"
    CASE_IMPORT = "case_import"
    CASE_SEE = "case_see"
    SHIFT_HAND_OVER = "shift_hand_over"
    PRIVATE_SEE = "private_see"
    EXPORT = "export"
    MEETING_HOLD = "meeting_hold"
    MEETING_REPORT = "meeting_report"
    SUPERVISION_DRAFT = "supervision_draft"
    SUPERVISION_CHECK = "supervision_check"
    SUPERVISION_ISSUE = "supervision_issue"
    SUPERVISION_PRINT = "supervision_print"
    SUPERVISION_REPLY = "supervision_reply"
    SUPERVISION_LIST = "supervision_list"
    FIGURES_SEE = "figures_see"
    VIEW_SHARE = "view_share"
    SETTINGS = "settings"
    ACCOUNTS = "accounts"
    AUDIT_SEE = "audit_see"
    BACKUP = "backup"


P = Permission
_OPERATOR = frozenset(
    {
        P.CASE_REGISTER,
        P.CASE_ACCEPT,
        P.CASE_ASSIGN,
        P.CASE_VERIFY,
        P.CASE_DECIDE,
        P.CASE_MARK,
        P.CASE_IMPORT,
        P.CASE_SEE,
        P.PRIVATE_SEE,
        P.EXPORT,
        P.MEETING_HOLD,
        P.MEETING_REPORT,
        P.SHIFT_HAND_OVER,
        P.SUPERVISION_DRAFT,
        P.SUPERVISION_LIST,
        P.SUPERVISION_PRINT,
        P.FIGURES_SEE,
    }
)
_SHIFT_LEAD = _OPERATOR | {P.SUPERVISION_CHECK, P.SUPERVISION_ISSUE, P.VIEW_SHARE}
_DIRECTOR = _SHIFT_LEAD | {P.SETTINGS, P.ACCOUNTS, P.BACKUP, P.AUDIT_SEE}
_UNIT = frozenset(
    {
        P.CASE_REGISTER,
        P.CASE_HANDLE,
        P.CASE_SEE,
        P.PRIVATE_SEE,
        P.MEETING_REPORT,
        P.SUPERVISION_REPLY,
        P.FIGURES_SEE,
    }
)

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.OPERATOR: _OPERATOR,
    Role.SHIFT_LEAD: _SHIFT_LEAD,
    Role.DIRECTOR: _DIRECTOR,
    Role.HANDLER: _UNIT,
    Role.STATION_HEAD: _UNIT,
    Role.GRID: _UNIT,
    Role.LEADER: frozenset(
        {
            P.CASE_SEE,
            P.CASE_DECIDE,
            P.CASE_MARK,
            P.EXPORT,
            P.MEETING_HOLD,
            P.SUPERVISION_ISSUE,
            P.SUPERVISION_CHECK,
            P.FIGURES_SEE,
        }
    ),
    Role.CLERK: frozenset({P.CASE_SEE, P.SUPERVISION_PRINT, P.FIGURES_SEE, P.EXPORT}),
    Role.DISTRICT: frozenset({P.CASE_SEE, P.CASE_DECIDE, P.FIGURES_SEE}),
    Role.SYSTEM_ADMIN: frozenset({P.SETTINGS, P.BACKUP}),
    Role.SECURITY_ADMIN: frozenset({P.ACCOUNTS}),
    Role.AUDITOR: frozenset({P.AUDIT_SEE}),
}
"""Role → rights (domain.md §1.4; reliability.md §1.2 for the three administrators)."""


def may(role: Role, permission: Permission) -> bool:
    """Tell whether a role has a right."""
    return permission in GRANTS[role]
