"""One group role a duty: what it may write at all; whatever is not said here is refused.

A person's role is a member of its duty's group and of everybody's (``db/server/people.py``), which
may read; what of a table is read or written then is told by ``db/server/policies.py``. Numbers,
states and what follows from a step are written by the rules alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from db.model import METADATA
from db.rules.notice_states import notice_rules
from db.rules.permissions import GRANTS, Permission
from db.rules.steps import StepKind, step_rules
from db.rules.terms import UNIT_ROLES, Role
from db.server.people import GROUP, LOGIN_PREFIX, PATH

DUTY_PREFIX = "duty_"

Roles = frozenset[Role]
P = Permission
EVERYBODY: Roles = frozenset(Role)
_STEPS: Roles = frozenset(rule.role for rule in step_rules())
"""Those who may take any step at all."""
_ATTACHERS: Roles = frozenset(rule.role for rule in step_rules() if rule.kind is StepKind.ATTACH)
_NOTICES: Roles = frozenset(rule.role for rule in notice_rules())


def duty_role(role: Role) -> str:
    """Return the name of the group role of a duty."""
    return f"{DUTY_PREFIX}{role.value}"


def holders(*permissions: Permission) -> Roles:
    """Return the duties that have one of some rights."""
    return frozenset(role for role, has in GRANTS.items() if not has.isdisjoint(permissions))


@dataclass(frozen=True)
class Rights:
    """What is done to a table, and by which duties."""

    insert: Roles = frozenset()
    update: Mapping[tuple[str, ...], Roles] = field(default_factory=dict)
    """Columns → who may change them."""
    delete: Roles = frozenset()


def _all_but(table: str, *names: str) -> tuple[str, ...]:
    return tuple(c.name for c in METADATA.tables[table].columns if c.name not in names)


_MEETING = holders(P.MEETING_HOLD)
_OFFICE = holders(P.SETTINGS)
_ACCOUNTS = holders(P.ACCOUNTS)
_OWN = holders(P.CASE_SEE)
_SHIFT = holders(P.SHIFT_HAND_OVER)
_FILERS = holders(P.SUPERVISION_PRINT, P.MEETING_HOLD)
_ASSIGNERS = holders(P.CASE_ASSIGN, P.MEETING_HOLD)
_LISTERS = holders(P.SUPERVISION_LIST)
_DECIDED = ("state", "decided_at", "decided_by", "answer", "new_due_at")
_REPLIED = (
    "state",
    "version",
    "delivered_at",
    "received_by",
    "replied_at",
    "reply_outcome",
    "reply_text",
    "reply_signer",
    "strike_off_asked_at",
    "strike_off_evidence",
)
"""What the supervised unit writes on a notice."""

RIGHTS: Mapping[str, Rights] = {
    # Cases are made by their registration, moved by steps; to lock a row a right to change a
    # column is needed, and the rules refuse the change.
    "cases": Rights(holders(P.CASE_REGISTER, P.CASE_IMPORT), {("id",): _STEPS | _OWN}),
    "case_step": Rights(_STEPS),
    "case_unit": Rights(
        _ASSIGNERS | holders(P.CASE_IMPORT),
        {
            _all_but("case_unit", "case_id", "unit_id"): _ASSIGNERS,
            ("accepted_at", "replied_at", "reply", "read_at"): UNIT_ROLES,
        },
    ),
    "extension_request": Rights(
        holders(P.CASE_HANDLE, P.CASE_DECIDE, P.MEETING_HOLD), {_DECIDED: _STEPS}
    ),
    "attachment": Rights(_ATTACHERS),
    "attachment_chunk": Rights(_ATTACHERS),
    "reminder": Rights(holders(P.SUPERVISION_DRAFT)),
    "suggestion_answer": Rights(holders(P.SUPERVISION_DRAFT)),
    "notice": Rights(
        holders(P.SUPERVISION_DRAFT, P.MEETING_HOLD),
        {
            _all_but("notice", "id", "street_id", "drafted_by", "drafted_at"): _NOTICES
            - UNIT_ROLES,
            _REPLIED: UNIT_ROLES,
        },
    ),
    "notice_step": Rights(_NOTICES),
    "points_entry": Rights(holders(P.SUPERVISION_ISSUE)),
    "listed_supervision": Rights(
        _LISTERS, {_all_but("listed_supervision", "id", "street_id", "number"): _LISTERS}
    ),
    "listed_report": Rights(_LISTERS | holders(P.SUPERVISION_REPLY)),
    "meeting": Rights(_MEETING, {_all_but("meeting", "id", "street_id"): _MEETING}),
    "attendance": Rights(_MEETING, {_all_but("attendance", "id", "meeting_id"): _MEETING}),
    "agenda_case": Rights(_MEETING, {_all_but("agenda_case", "id", "meeting_id"): _MEETING}),
    "decision": Rights(
        _MEETING,
        {
            _all_but("decision", "id", "street_id", "code", "serial"): _MEETING,
            ("state", "version", "done_at"): holders(P.MEETING_REPORT),
        },
    ),
    "decision_progress": Rights(holders(P.MEETING_HOLD, P.MEETING_REPORT)),
    "paper": Rights(_FILERS),
    "paper_print": Rights(_FILERS),
    "handover": Rights(_SHIFT, {("taken_at", "withdrawn_at", "version"): _SHIFT}),
    "handover_item": Rights(_SHIFT, {("settled_at", "settled_by", "settled_note"): _SHIFT}),
    "alarm_acknowledged": Rights(_OWN),
    "alarm_volume": Rights(_OWN, {("volume",): _OWN}),
    "list_layout": Rights(_OWN, {("content",): _OWN}),
    "saved_view": Rights(_OWN, {("name", "is_shared", "content", "changed_at"): _OWN}, _OWN),
    "street": Rights(update={("organ_code",): _OFFICE}),
    "unit": Rights(
        _OFFICE | holders(P.CASE_IMPORT),
        {_all_but("unit", "id", "street_id", "created_at"): _OFFICE},
    ),
    "unit_outline": Rights(
        _OFFICE, {_all_but("unit_outline", "unit_id", "street_id"): _OFFICE}, _OFFICE
    ),
    "item": Rights(_OFFICE, {_all_but("item", "id", "street_id", "code"): _OFFICE}),
    "suggestion_rule": Rights(_OFFICE, {("item_id", "active", "weight"): _OFFICE}),
    "setting": Rights(_OFFICE, {("value",): _OFFICE}, _OFFICE),
    "calendar_day": Rights(_OFFICE, {("is_workday", "note"): _OFFICE}, _OFFICE),
    "person": Rights(_ACCOUNTS),
    "account": Rights(
        _ACCOUNTS,
        {
            ("active", "valid_until"): _ACCOUNTS,
            (
                "password_hash",
                "password_until",
                "must_change",
                "failures",
                "locked_until",
            ): EVERYBODY,
        },
    ),
    # Every command leaves these traces and takes its ids.
    "counter": Rights(EVERYBODY, {("last",): EVERYBODY}),
    "audit": Rights(EVERYBODY),
    "command_done": Rights(EVERYBODY),
    "change_log": Rights(EVERYBODY),
    # Locked while the audit is added to; its triggers write it.
    "chain_head": Rights(update={("street_id",): EVERYBODY}),
}
"""Table → who writes it; tables that are not named are written by the owner alone."""

_ON_DUTY = f"""
CREATE OR REPLACE FUNCTION rule_account_role_duty() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER {PATH} AS $rule$
DECLARE
  person text := '{LOGIN_PREFIX}' || NEW.login;
  duty text := '{DUTY_PREFIX}' || NEW.role;
  former text;
BEGIN
  FOR former IN
    SELECT g.rolname FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles p ON p.oid = m.member
    WHERE p.rolname = person AND starts_with(g.rolname, '{DUTY_PREFIX}') AND g.rolname <> duty
  LOOP
    EXECUTE format('REVOKE %I FROM %I', former, person);
  END LOOP;
  IF NOT pg_has_role(person, duty, 'MEMBER') THEN
    EXECUTE format('GRANT %I TO %I', duty, person);
  END IF;
  RETURN NEW;
END $rule$
"""


def make() -> Iterator[str]:
    """Yield what makes the group roles and puts every account into that of its duty."""
    for role in Role:
        yield (
            f"DO $body$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname ="
            f" '{duty_role(role)}') THEN CREATE ROLE {duty_role(role)} NOLOGIN; END IF; END $body$"
        )
        yield f"GRANT USAGE ON SCHEMA app TO {duty_role(role)}"
    yield _ON_DUTY
    # After the trigger that makes the person's role: of one moment they go by name.
    yield (
        "CREATE TRIGGER rule_account_role_duty AFTER INSERT OR UPDATE OF role ON account"
        " FOR EACH ROW EXECUTE FUNCTION rule_account_role_duty()"
    )
    # Accounts that were there before their duty's group was.
    yield "UPDATE account SET role = role"


def grants() -> Iterator[str]:
    """Yield the grants, in the order of the tables' names."""
    for name in sorted(METADATA.tables):
        yield f"REVOKE ALL ON {name} FROM {', '.join((GROUP, *map(duty_role, Role)))}"
        yield f"GRANT SELECT ON {name} TO {GROUP}"
        yield from _table(name, RIGHTS.get(name, Rights()))
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO {GROUP}"
    yield f"GRANT SELECT ON alembic_version TO {GROUP}"


def _table(name: str, rights: Rights) -> Iterator[str]:
    if rights.insert:
        yield f"GRANT INSERT ON {name} TO {_names(rights.insert)}"
    for columns, roles in rights.update.items():
        yield f"GRANT UPDATE ({', '.join(columns)}) ON {name} TO {_names(roles)}"
    if rights.delete:
        yield f"GRANT DELETE ON {name} TO {_names(rights.delete)}"


def _names(roles: Iterable[Role]) -> str:
    return ", ".join(duty_role(role) for role in sorted(roles))
