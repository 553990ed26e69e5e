"""Write the rules of ``db/rules/steps.py`` as triggers of the embedded file.

All objects made here carry the prefix ``rule_`` and can be dropped and made again at any time
(``db/sync.py``). A raised message reads ``rule:<code>``; ``db/engine.py`` turns it into an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.model.case import FIXED_COLUMNS, STEP_COLUMNS
from db.reference import TABLES
from db.rules.steps import MAX_EXTENSIONS, MAX_RETURNS, TAKE_BACK_SECONDS, Guard, StepKind
from db.rules.terms import CaseState, UnitPart

PREFIX = "rule_"

APPEND_ONLY = (
    "case_step",
    "audit",
    "change_log",
    "reminder",
    "notice_step",
    "suggestion_answer",
    "points_entry",
    "listed_report",
    "decision_progress",
    "paper",
    "paper_print",
    "command_done",
    "attachment",
    "attachment_chunk",
    "alarm_acknowledged",
)
"""Tables whose rows are never changed and never deleted (the change log may be pruned)."""

NEVER_DELETED = (
    "cases",
    "case_unit",
    "case_party",
    "extension_request",
    "notice",
    "listed_supervision",
    "meeting",
    "agenda_case",
    "decision",
    "attendance",
    "handover",
    "handover_item",
    "unit",
    "person",
    "account",
    "item",
    "suggestion_rule",
    "street",
    "chain_head",
    "counter",
)

COMMANDS_ONLY = (
    "case_unit",
    "case_party",
    "extension_request",
    "reminder",
    "notice",
    "notice_step",
    "points_entry",
    "listed_supervision",
    "listed_report",
    "meeting",
    "attendance",
    "agenda_case",
    "decision",
    "decision_progress",
    "paper",
    "paper_print",
    "attachment",
    "attachment_chunk",
    "unit_outline",
    "alarm_acknowledged",
    "alarm_volume",
    "handover",
    "handover_item",
    "saved_view",
    "list_layout",
)
"""Tables that only a command of a known person writes."""

HANDOVER_FIXED = (
    "id",
    "street_id",
    "shift",
    "began_at",
    "giver_id",
    "taker_id",
    "at",
    "counts",
    "note",
)
HANDOVER_ITEM_FIXED = ("id", "handover_id", "case_id", "remark")
"""What a signature never changes."""

REMOVED_BY_COMMANDS = ("unit_outline", "saved_view")
"""Tables of which a command of a known person may also take rows away."""

FOUNDED = (
    "street",
    "unit",
    "person",
    "account",
    "item",
    "suggestion_rule",
    "platform",
    "setting",
    "calendar_day",
)
"""Tables that the founding fills without an actor; once an account exists, only commands may."""

_GUARD_SQL: dict[Guard, str] = {
    Guard.HOLDER: "c.holder_id IS NEW.unit_id",
    Guard.ASSISTANT: (
        "EXISTS (SELECT 1 FROM case_unit u WHERE u.case_id = c.id AND u.unit_id = NEW.unit_id"
        f" AND u.part = '{UnitPart.ASSIST}')"
    ),
    Guard.INFORMED: (
        "EXISTS (SELECT 1 FROM case_unit u WHERE u.case_id = c.id AND u.unit_id = NEW.unit_id"
        f" AND u.part = '{UnitPart.INFORM}')"
    ),
    Guard.ASSISTANTS_REPLIED: (
        "NOT EXISTS (SELECT 1 FROM case_unit u WHERE u.case_id = c.id"
        f" AND u.part = '{UnitPart.ASSIST}' AND u.replied_at IS NULL)"
    ),
    Guard.FIRST_RETURNS: f"c.return_count < {MAX_RETURNS}",
    Guard.REPEATED_RETURNS: f"c.return_count >= {MAX_RETURNS}",
    Guard.NOT_FORCED: f"c.return_count < {MAX_RETURNS}",
    Guard.EXTENSIONS_LEFT: f"c.extension_count < {MAX_EXTENSIONS}",
    Guard.RESUMES: "c.suspended_from IS NEW.to_state",
    Guard.SUPERVISION_BELOW_ORDINARY: "c.supervision_level < 1",
    Guard.SUPERVISION_BELOW_YELLOW: "c.supervision_level < 100",
    Guard.SUPERVISION_BELOW_RED: "c.supervision_level < 200",
    Guard.SUPERVISED: "c.supervision_level > -1",
    Guard.LINKED: "c.duplicate_of IS NOT NULL",
    Guard.UNLINKED: "c.duplicate_of IS NULL",
    Guard.JUST_DECIDED: (
        "EXISTS (SELECT 1 FROM case_step s WHERE s.case_id = c.id AND s.version = c.version"
        f" AND s.kind = '{StepKind.DECIDE}' AND s.actor_id = NEW.actor_id AND s.at = NEW.at)"
    ),
    Guard.REGISTRANT: "c.created_by IS NEW.actor_id",
    Guard.JUST_REGISTERED: (
        f"strftime('%s', NEW.at) - strftime('%s', c.registered_at) <= {TAKE_BACK_SECONDS}"
    ),
    Guard.SELF_HANDLED: "c.self_handled",
}


_RULE = (
    "FROM step_rule r WHERE r.kind = NEW.kind AND r.from_state = NEW.from_state"
    " AND r.to_state = NEW.to_state AND r.role = NEW.role"
)


def statements() -> list[str]:
    """Return every statement that makes the rules' triggers, in order."""
    return [
        _case_insert(),
        _case_update(),
        _step_check(),
        _step_guards(),
        _step_apply(),
        _search_update(),
        *(_refuse("UPDATE", table) for table in APPEND_ONLY),
        *(_refuse("DELETE", table) for table in APPEND_ONLY if table != "change_log"),
        *(_refuse("DELETE", table) for table in NEVER_DELETED),
        *(_refuse(what, "step_rule") for what in ("INSERT", "UPDATE", "DELETE")),
        _audit_insert(),
        _audit_head(),
        _head_guard(),
        _counter_guard(),
        *_handover_guards(),
        _last_time(),
        *(_new_mark(what, table) for table in TABLES for what in ("INSERT", "UPDATE", "DELETE")),
        *(_commands_only(what, table) for table in COMMANDS_ONLY for what in ("INSERT", "UPDATE")),
        *(_commands_only("DELETE", table) for table in REMOVED_BY_COMMANDS),
        *(_founded(what, table) for table in FOUNDED for what in ("INSERT", "UPDATE")),
    ]


def _raise(code: str, condition: str) -> str:
    return f"SELECT RAISE(ABORT, 'rule:{code}') WHERE {condition};"


def _trigger(name: str, when: str, body: list[str], condition: str = "") -> str:
    lines = "\n  ".join(body)
    guard = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {PREFIX}{name} {when}{guard}\nBEGIN\n  {lines}\nEND"


def _refuse(what: str, table: str) -> str:
    body = ["SELECT RAISE(ABORT, 'rule:append_only');"]
    return _trigger(f"{table}_no_{what.lower()}", f"BEFORE {what} ON {table}", body)


def _commands_only(what: str, table: str) -> str:
    body = [_raise("nobody", "cmd_user() IS NULL")]
    return _trigger(f"{table}_{what.lower()}_by", f"BEFORE {what} ON {table}", body)


def _founded(what: str, table: str) -> str:
    body = [_raise("nobody", "cmd_user() IS NULL AND EXISTS (SELECT 1 FROM account)")]
    return _trigger(f"{table}_{what.lower()}_by", f"BEFORE {what} ON {table}", body)


def _case_insert() -> str:
    counted = (
        "return_count",
        "rework_count",
        "extension_count",
        "extended_days",
        "assign_count",
        "is_transferred",
        "self_handled",
    )
    empty = " AND ".join(
        f"NEW.{name} = 0" if name in counted else f"NEW.{name} IS NULL"
        for name in STEP_COLUMNS
        if name in counted or name.endswith("_at") or name in ("holder_id", "lead_id")
    )
    body = [
        _raise("actor", "NEW.created_by IS NOT cmd_user()"),
        _raise("case_not_new", f"NEW.state <> {CaseState.NEW:d} OR NEW.version <> 0"),
        _raise("case_not_new", f"NOT ({empty})"),
        _raise(
            "number_not_taken",
            # The serial has four digits, more beyond 9,999 a day; each length names one counter.
            "NOT EXISTS (SELECT 1 FROM counter k WHERE k.kind = 'case' AND k.name IN ("
            + ", ".join(f"substr(NEW.number, 1, length(NEW.number) - {n})" for n in (4, 5, 6))
            + ") AND CAST(substr(NEW.number, length(k.name) + 1) AS INTEGER)"
            " BETWEEN 1 AND k.last)",
        ),
    ]
    return _trigger("cases_insert", "BEFORE INSERT ON cases", body)


def _case_update() -> str:
    fixed = _differs(FIXED_COLUMNS)
    as_told = " AND ".join(
        f"(NEW.{name} IS OLD.{name} OR NEW.{name} IS json_extract(s.changes, '$.{name}'))"
        for name in ("holder_id", "due_at", "closed_at", "supervision_level")
    )
    body = [
        _raise("case_fixed", fixed),
        _raise(
            "case_without_step",
            "NEW.version IS NOT OLD.version + 1 OR NOT EXISTS (SELECT 1 FROM case_step s"
            " WHERE s.case_id = NEW.id AND s.version = NEW.version"
            f" AND s.to_state = NEW.state AND s.from_state = OLD.state AND {as_told})",
        ),
    ]
    return _trigger("cases_update", "BEFORE UPDATE ON cases", body)


def _step_check() -> str:
    found = (
        "SELECT 1 FROM step_rule r JOIN cases c ON c.id = NEW.case_id"
        " WHERE r.kind = NEW.kind AND r.from_state = c.state AND r.to_state = NEW.to_state"
    )
    body = [
        _raise("actor", "NEW.actor_id IS NOT cmd_user() OR cmd_user() IS NULL"),
        _raise(
            "actor",
            "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = NEW.actor_id AND a.role = NEW.role"
            " AND a.unit_id = NEW.unit_id AND a.active)",
        ),
        _raise(
            "stale",
            "NEW.version IS NOT (SELECT c.version + 1 FROM cases c WHERE c.id = NEW.case_id)"
            " OR NEW.from_state IS NOT (SELECT c.state FROM cases c WHERE c.id = NEW.case_id)",
        ),
        _raise("step_illegal", f"NOT EXISTS ({found})"),
        _raise("step_not_for_role", f"NOT EXISTS ({found} AND r.role = NEW.role)"),
        _raise("step_changes", "NEW.changes IS NULL OR NOT json_valid(NEW.changes)"),
        _raise(
            "step_column",
            "EXISTS (SELECT 1 FROM json_each(NEW.changes) j"
            f" WHERE instr((SELECT r.columns {_RULE}), ',' || j.key || ',') = 0)",
        ),
    ]
    return _trigger("case_step_check", "BEFORE INSERT ON case_step", body)


def _step_guards() -> str:
    """Check the guards of the step's rule; most rules have none and pay for one look-up."""
    rule = f"SELECT r.guards {_RULE}"
    body = [
        _raise(
            f"guard_{guard.value}",
            f"instr(({rule}), ',{guard.value},') > 0"
            f" AND NOT (SELECT {sql} FROM cases c WHERE c.id = NEW.case_id)",
        )
        for guard, sql in _GUARD_SQL.items()
    ]
    return _trigger("case_step_guards", "BEFORE INSERT ON case_step", body, f"({rule}) <> ','")


def _step_apply() -> str:
    values = ", ".join(
        f"{name} = CASE WHEN json_type(NEW.changes, '$.{name}') IS NULL THEN {name}"
        f" ELSE json_extract(NEW.changes, '$.{name}') END"
        for name in STEP_COLUMNS
    )
    holder = (
        "CASE WHEN json_type(NEW.changes, '$.holder_id') IS NULL THEN c.holder_id"
        " ELSE json_extract(NEW.changes, '$.holder_id') END"
    )
    body = [
        "INSERT INTO change_log (at, kind, object_id, street_id, unit_id, old_unit_id)"
        f" SELECT NEW.at, 'case', c.id, c.street_id, {holder}, c.holder_id"
        " FROM cases c WHERE c.id = NEW.case_id;",
        f"UPDATE cases SET state = NEW.to_state, version = NEW.version, {values}"
        " WHERE id = NEW.case_id;",
    ]
    return _trigger("case_step_apply", "AFTER INSERT ON case_step", body)


def _search_update() -> str:
    body = [
        "DELETE FROM case_fts WHERE rowid = NEW.id AND OLD.search_text <> '';",
        "INSERT INTO case_fts (rowid, grams) VALUES (NEW.id, cmd_grams(NEW.search_text));",
    ]
    return _trigger(
        "cases_search",
        "AFTER UPDATE OF search_text ON cases",
        body,
        "OLD.search_text IS NOT NEW.search_text",
    )


def _audit_insert() -> str:
    head = "(SELECT {} FROM chain_head h WHERE h.street_id = NEW.street_id)"
    body = [
        _raise("actor", "NEW.actor_id IS NOT cmd_user()"),
        _raise("chain", f"NEW.seq IS NOT coalesce({head.format('h.seq')}, 0) + 1"),
        _raise("chain", f"NEW.previous IS NOT coalesce({head.format('h.hash')}, '')"),
    ]
    return _trigger("audit_insert", "BEFORE INSERT ON audit", body)


def _audit_head() -> str:
    body = [
        "INSERT INTO chain_head (street_id, seq, hash) VALUES (NEW.street_id, NEW.seq, NEW.hash)"
        " ON CONFLICT (street_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;"
    ]
    return _trigger("audit_head", "AFTER INSERT ON audit", body)


def _head_guard() -> str:
    body = [
        _raise(
            "chain",
            "NEW.seq IS NOT OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM audit a"
            " WHERE a.street_id = NEW.street_id AND a.seq = NEW.seq AND a.hash = NEW.hash)",
        )
    ]
    return _trigger("chain_head_update", "BEFORE UPDATE ON chain_head", body)


def _handover_guards() -> Iterator[str]:
    """Keep what two people signed: one signature, by the one who is named, and none after it."""
    is_signed = "OLD.taken_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL"
    both = "NEW.taken_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL"
    body = [
        _raise("append_only", f"{is_signed} OR ({both}) OR {_differs(HANDOVER_FIXED)}"),
        _raise("actor", "NEW.taken_at IS NOT NULL AND OLD.taker_id IS NOT cmd_user()"),
        _raise("actor", "NEW.withdrawn_at IS NOT NULL AND OLD.giver_id IS NOT cmd_user()"),
    ]
    yield _trigger("handover_update", "BEFORE UPDATE ON handover", body)
    body = [
        _raise("append_only", f"OLD.settled_at IS NOT NULL OR {_differs(HANDOVER_ITEM_FIXED)}"),
        _raise("actor", "NEW.settled_by IS NOT cmd_user()"),
    ]
    yield _trigger("handover_item_update", "BEFORE UPDATE ON handover_item", body)
    body = [
        _raise("actor", "NEW.giver_id IS NOT cmd_user()"),
        _raise("append_only", "NEW.taken_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL"),
    ]
    yield _trigger("handover_insert", "BEFORE INSERT ON handover", body)
    body = [
        _raise(
            "append_only",
            "EXISTS (SELECT 1 FROM handover h WHERE h.id = NEW.handover_id"
            " AND (h.taken_at IS NOT NULL OR h.withdrawn_at IS NOT NULL))",
        )
    ]
    yield _trigger("handover_item_insert", "BEFORE INSERT ON handover_item", body)


def _differs(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)


def _last_time() -> str:
    """Keep the time of the last command; a file has no server's clock that never goes back."""
    body = ["UPDATE app_meta SET last_time = NEW.at;"]
    return _trigger("command_done_time", "AFTER INSERT ON command_done", body)


def _new_mark(what: str, table: str) -> str:
    """Replace the mark of what is kept between commands (``db/reference.py``)."""
    body = ["UPDATE app_meta SET reference_mark = hex(randomblob(8));"]
    return _trigger(f"{table}_{what.lower()}_mark", f"AFTER {what} ON {table}", body)


def _counter_guard() -> str:
    body = [
        _raise("counter", "NEW.last < OLD.last OR NEW.kind <> OLD.kind OR NEW.name <> OLD.name")
    ]
    return _trigger("counter_update", "BEFORE UPDATE ON counter", body)
