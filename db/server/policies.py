"""Which rows of each table a duty may see and write: by street, unit and part.

The rows are those that the queries show the same person (``db/queries/scope.py`` and its
neighbours); ``tests/server/test_sight.py`` compares the two for every role. What is not told here
is seen by nobody but the owner of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.queries.scope import WHOLE_STREET
from db.rules.agenda import DecisionState
from db.rules.first_steps import TRACES
from db.rules.notice_states import NoticeState
from db.rules.numbering import NUMBERING
from db.rules.permissions import Permission
from db.rules.terms import ROOM_ROLES, UNIT_ROLES, ExtensionState, Role
from db.server.duties import duty_role, holders

PREFIX = "rule_"

EVERYBODY = frozenset(Role)
DISTRICT = frozenset({Role.DISTRICT})
STREET = WHOLE_STREET - DISTRICT
"""Those who see all of one street."""
NEARBY = EVERYBODY - DISTRICT

_MINE = "(select cmd_user())"
_UNIT = "(select cmd_unit())"
OF_STREET = "street_id = (select cmd_street())"
ANYWHERE = "(select cmd_street()) IS NOT NULL"


@dataclass(frozen=True)
class Sight:
    """The rows of a table that some duties see and, where they have the right, write."""

    roles: frozenset[Role]
    rows: str
    verbs: str = "ALL"
    written: str = ""
    """What a row must be after it was written, where that is more than to be seen."""


def _through(table: str, column: str) -> str:
    """Return the condition that the row which a column names is seen itself."""
    return f"EXISTS (SELECT 1 FROM {table} seen WHERE seen.id = {column})"


def _street_only(roles: frozenset[Role], verbs: str = "ALL") -> tuple[Sight, ...]:
    found = (
        Sight(roles - DISTRICT, OF_STREET, verbs),
        Sight(roles & DISTRICT, ANYWHERE, verbs),
    )
    return tuple(sight for sight in found if sight.roles)


def _in(states: Iterable[StrEnum]) -> str:
    return "state IN ({})".format(", ".join(f"'{state.value}'" for state in states))


_KEEPERS = holders(Permission.ACCOUNTS)
_SHARERS = holders(Permission.VIEW_SHARE)
_REFERENCE = _street_only(EVERYBODY)
_OF_CASE = (Sight(WHOLE_STREET | UNIT_ROLES, _through("cases", "case_id")),)
_OWN = (Sight(EVERYBODY, f"{OF_STREET} AND account_id = {_MINE}"),)
_TOLD_BY_UNIT = (NoticeState.DELIVERED, NoticeState.REPLIED, NoticeState.ASKED)
"""Where the supervised unit brings a notice; all else is the room's and the signer's."""
OWN_CASES = (
    f"{OF_STREET} AND (holder_id = {_UNIT} OR lead_id = {_UNIT} OR created_by = {_MINE}"
    " OR community_id = (select cmd_community())"
    " OR grid_id = ANY ((select cmd_grids())::bigint[])"
    " OR id IN (SELECT part FROM cmd_parts() part))"
)
_TOLD = {"setting", NUMBERING, *(kind for kinds in TRACES.values() for kind in kinds)}
_TOLD_TO_ALL = (
    f"{OF_STREET} AND object_kind IN (" + ", ".join(f"'{k}'" for k in sorted(_TOLD)) + ")"
)
"""What the audit tells everybody: what the office's rules were, and which first steps are done."""
_OWN_COUNTERS = (
    "kind = 'id' OR (kind = 'case' AND left(name, -9) = (select cmd_letters()))"
    " OR starts_with(name, (select cmd_street())::text)"
)
"""By the names of ``db/rules/numbering.py``: letters, source and day, or the street's id."""

SIGHTS: Mapping[str, tuple[Sight, ...]] = {
    **dict.fromkeys(
        (
            "calendar_day",
            "item",
            "person",
            "platform",
            "setting",
            "suggestion_rule",
            "unit",
            "unit_outline",
        ),
        _REFERENCE,
    ),
    "account": (
        *_street_only(EVERYBODY, "SELECT"),
        Sight(_KEEPERS, OF_STREET, "INSERT"),
        Sight(_KEEPERS, OF_STREET, "UPDATE"),
        Sight(EVERYBODY - _KEEPERS, f"id = {_MINE}", "UPDATE"),
    ),
    "street": (
        Sight(NEARBY, "id = (select cmd_street())"),
        Sight(DISTRICT, ANYWHERE),
    ),
    "cases": (*_street_only(WHOLE_STREET), Sight(UNIT_ROLES, OWN_CASES)),
    **dict.fromkeys(
        ("attachment", "case_party", "case_step", "reminder"),
        _OF_CASE,
    ),
    "case_unit": (
        Sight(WHOLE_STREET, _through("cases", "case_id")),
        Sight(UNIT_ROLES, _through("cases", "case_id"), "SELECT"),
        Sight(UNIT_ROLES, f"unit_id = {_UNIT}", "UPDATE"),
    ),
    "extension_request": (
        Sight(WHOLE_STREET, _through("cases", "case_id")),
        Sight(UNIT_ROLES, _through("cases", "case_id"), "SELECT"),
        Sight(
            UNIT_ROLES,
            f"unit_id = {_UNIT} AND {_in([ExtensionState.APPLIED])}"
            f" AND {_through('cases', 'case_id')}",
            "INSERT",
        ),
        # It lapses when its case moves on; who grants it sits in the room.
        Sight(
            UNIT_ROLES,
            _through("cases", "case_id"),
            "UPDATE",
            written=_in([ExtensionState.LAPSED]),
        ),
    ),
    "attachment_chunk": (
        Sight(WHOLE_STREET | UNIT_ROLES, _through("attachment", "attachment_id")),
    ),
    "suggestion_answer": _street_only(WHOLE_STREET),
    "notice": (
        *_street_only(WHOLE_STREET),
        Sight(
            UNIT_ROLES,
            f"{OF_STREET} AND unit_id = {_UNIT} AND number IS NOT NULL",
            written=f"unit_id = {_UNIT} AND {_in(_TOLD_BY_UNIT)}",
        ),
    ),
    "notice_step": (Sight(WHOLE_STREET | UNIT_ROLES, _through("notice", "notice_id")),),
    **dict.fromkeys(
        ("points_entry", "listed_supervision"),
        (
            *_street_only(WHOLE_STREET),
            Sight(UNIT_ROLES, f"{OF_STREET} AND unit_id = {_UNIT}"),
        ),
    ),
    "listed_report": (
        Sight(WHOLE_STREET | UNIT_ROLES, _through("listed_supervision", "listed_id")),
    ),
    "meeting": _street_only(WHOLE_STREET | UNIT_ROLES),
    "attendance": (Sight(WHOLE_STREET | UNIT_ROLES, _through("meeting", "meeting_id")),),
    "agenda_case": (
        Sight(WHOLE_STREET, _through("meeting", "meeting_id")),
        Sight(
            UNIT_ROLES,
            f"{_through('meeting', 'meeting_id')} AND ({_through('cases', 'case_id')}"
            f" OR {_through('decision', 'decision_id')})",
        ),
    ),
    "decision": (
        *_street_only(WHOLE_STREET),
        Sight(
            UNIT_ROLES,
            f"{OF_STREET} AND (lead_id = {_UNIT} OR strpos(assist_ids::text, {_UNIT}::text) > 0)",
            written=_in([DecisionState.UNDER_WAY, DecisionState.TO_CONFIRM]),
        ),
    ),
    "decision_progress": (Sight(WHOLE_STREET | UNIT_ROLES, _through("decision", "decision_id")),),
    "paper": (
        *_street_only(WHOLE_STREET),
        Sight(
            UNIT_ROLES,
            f"{OF_STREET} AND (object_kind = 'meeting'"
            f" OR object_kind = 'notice' AND {_through('notice', 'object_id')}"
            f" OR object_kind = 'listed' AND {_through('listed_supervision', 'object_id')}"
            f" OR object_kind = 'case' AND {_through('cases', 'object_id')})",
        ),
    ),
    "paper_print": (Sight(WHOLE_STREET | UNIT_ROLES, _through("paper", "paper_id")),),
    "handover": _street_only(ROOM_ROLES),
    "handover_item": (Sight(ROOM_ROLES, _through("handover", "handover_id")),),
    **dict.fromkeys(("alarm_acknowledged", "alarm_volume", "list_layout"), _OWN),
    "saved_view": (
        Sight(_SHARERS, f"{OF_STREET} AND (owner_id = {_MINE} OR is_shared)"),
        Sight(
            EVERYBODY - _SHARERS,
            f"{OF_STREET} AND owner_id = {_MINE}",
            written=f"{OF_STREET} AND owner_id = {_MINE} AND NOT is_shared",
        ),
        Sight(EVERYBODY - _SHARERS, f"{OF_STREET} AND is_shared", "SELECT"),
    ),
    "audit": (
        Sight(holders(Permission.AUDIT_SEE), OF_STREET, "SELECT"),
        Sight(EVERYBODY, _TOLD_TO_ALL, "SELECT"),
        Sight(EVERYBODY, OF_STREET, "INSERT"),
    ),
    "chain_head": (Sight(EVERYBODY, OF_STREET),),
    "command_done": (
        Sight(EVERYBODY - UNIT_ROLES, _through("account", "actor_id"), "SELECT"),
        Sight(UNIT_ROLES, f"actor_id = {_MINE}", "SELECT"),
        Sight(EVERYBODY, f"actor_id = {_MINE}", "INSERT"),
    ),
    "change_log": (
        Sight(NEARBY - UNIT_ROLES, OF_STREET, "SELECT"),
        Sight(DISTRICT, ANYWHERE, "SELECT"),
        Sight(
            UNIT_ROLES,
            f"{OF_STREET} AND (unit_id = {_UNIT} OR old_unit_id = {_UNIT}"
            f" OR kind <> 'case' AND unit_id IS NULL"
            f" OR kind = 'case' AND {_through('cases', 'object_id')})",
            "SELECT",
        ),
        # What becomes of a case is told by its steps alone.
        Sight(EVERYBODY, f"{OF_STREET} AND kind <> 'case'", "INSERT"),
    ),
    "counter": (Sight(EVERYBODY, _OWN_COUNTERS),),
}
"""Table → who sees what of it. A person has one duty, so at most one of the sights is theirs,
but for those of one verb, which add up."""

OPEN = frozenset({"app_meta", "step_rule"})
"""Tables that hold no street's data."""


def statements() -> Iterator[str]:
    """Yield what makes the policies, table by table."""
    for table, sights in sorted(SIGHTS.items()):
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        for number, sight in enumerate(sights, start=1):
            yield (
                f"CREATE POLICY {PREFIX}{table}_{number} ON {table} FOR {sight.verbs}"
                f" TO {_roles(sight.roles)} {_conditions(sight)}"
            )


def _roles(roles: Iterable[Role]) -> str:
    return ", ".join(duty_role(role) for role in sorted(roles))


def _conditions(sight: Sight) -> str:
    if sight.verbs == "INSERT":
        return f"WITH CHECK ({sight.rows})"
    # Where nothing else is said, the condition on what is seen holds for what is written too.
    written = f" WITH CHECK ({sight.written})" if sight.written else ""
    return f"USING ({sight.rows}){written}"
