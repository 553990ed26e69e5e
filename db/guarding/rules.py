"""The rules that the database keeps by itself, as data: what is refused, what follows by itself.

The engines make triggers of them (``db/embedded/triggers.py``, ``db/server/triggers.py``). What is
refused reads ``rule:<code>``; ``db/engine.py`` turns it into an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table

from db.guarding.notices import notice_guards
from db.guarding.speech import Speech
from db.guarding.tables import (
    APPEND_ONLY,
    COMMANDS_ONLY,
    FOUNDED,
    HANDOVER_FIXED,
    HANDOVER_ITEM_FIXED,
    NEVER_DELETED,
    REMOVED_BY_COMMANDS,
    SIGNED,
)
from db.guarding.trigger_rule import TriggerRule
from db.model.case import FIXED_COLUMNS, STEP_COLUMNS, cases
from db.model.handover import handover, handover_item
from db.reference import TABLES
from db.rules.steps import MAX_EXTENSIONS, MAX_RETURNS, TAKE_BACK_SECONDS, Guard, StepKind
from db.rules.terms import CaseState, UnitPart

_CHANGES = ("INSERT", "UPDATE", "DELETE")
_RULE = (
    "FROM step_rule r WHERE r.kind = NEW.kind AND r.from_state = NEW.from_state"
    " AND r.to_state = NEW.to_state AND r.role = NEW.role"
)


def trigger_rules(speech: Speech) -> list[TriggerRule]:
    """Return every rule in the words of an engine, in order."""
    return [
        _case_insert(speech),
        _case_update(speech),
        _step_check(speech),
        _step_guards(speech),
        _step_apply(speech),
        *(_refuse("UPDATE", table) for table in APPEND_ONLY),
        *(_refuse("DELETE", table) for table in APPEND_ONLY if table != "change_log"),
        *(_refuse("DELETE", table) for table in NEVER_DELETED),
        *(_refuse(what, "step_rule") for what in _CHANGES),
        _audit_insert(),
        _audit_head(),
        _head_guard(),
        _counter_guard(),
        *_handover_guards(speech),
        *notice_guards(),
        _last_time(speech),
        *(_new_mark(speech, what, table) for table in TABLES for what in _CHANGES),
        *(_commands_only(what, table) for table in COMMANDS_ONLY for what in ("INSERT", "UPDATE")),
        *(_commands_only("DELETE", table) for table in REMOVED_BY_COMMANDS),
        *(_signed(table, column) for table, column in SIGNED.items()),
        *(_founded(what, table) for table in FOUNDED for what in ("INSERT", "UPDATE")),
    ]


def _refuse(what: str, table: str) -> TriggerRule:
    name = f"{table}_no_{what.lower()}"
    return TriggerRule(name, f"BEFORE {what}", table, (("append_only", "1 = 1"),))


def _commands_only(what: str, table: str) -> TriggerRule:
    nobody = (("nobody", "cmd_user() IS NULL"),)
    return TriggerRule(f"{table}_{what.lower()}_by", f"BEFORE {what}", table, nobody)


def _signed(table: str, column: str) -> TriggerRule:
    another = (("actor", f"NEW.{column} IS DISTINCT FROM cmd_user()"),)
    return TriggerRule(f"{table}_signed", "BEFORE INSERT", table, another)


def _founded(what: str, table: str) -> TriggerRule:
    """Let a street be founded beside others, which have their own accounts already."""
    street = "NEW.id" if table == "street" else "NEW.street_id"
    has_people = f"EXISTS (SELECT 1 FROM account a WHERE a.street_id = {street})"
    nobody = (("nobody", f"cmd_user() IS NULL AND {has_people}"),)
    return TriggerRule(f"{table}_{what.lower()}_by", f"BEFORE {what}", table, nobody)


def _case_insert(speech: Speech) -> TriggerRule:
    counts = (
        "return_count",
        "rework_count",
        "extension_count",
        "extended_days",
        "assign_count",
    )
    flags = ("is_transferred", "self_handled")
    empty = " AND ".join(
        [
            *(f"NEW.{name} = 0" for name in counts),
            *(f"NOT NEW.{name}" for name in flags),
            *(
                f"NEW.{name} IS NULL"
                for name in STEP_COLUMNS
                if name.endswith("_at") or name in ("holder_id", "lead_id")
            ),
        ]
    )
    # The serial has four digits, more beyond 9,999 a day; each length names one counter.
    names = ", ".join(speech.all_but_last("NEW.number", digits) for digits in (4, 5, 6))
    return TriggerRule(
        "cases_insert",
        "BEFORE INSERT",
        "cases",
        (
            ("actor", "NEW.created_by IS DISTINCT FROM cmd_user()"),
            ("case_not_new", f"NEW.state <> {CaseState.NEW:d} OR NEW.version <> 0"),
            ("case_not_new", f"NOT ({empty})"),
            (
                "number_not_taken",
                f"NOT EXISTS (SELECT 1 FROM counter k WHERE k.kind = 'case' AND k.name IN ({names})"
                f" AND {speech.number_behind('NEW.number', 'k.name')} BETWEEN 1 AND k.last)",
            ),
        ),
    )


def _case_update(speech: Speech) -> TriggerRule:
    as_told = " AND ".join(
        f"(NEW.{name} IS NOT DISTINCT FROM OLD.{name}"
        f" OR NEW.{name} IS NOT DISTINCT FROM {speech.value('s.changes', name, name)})"
        for name in ("holder_id", "due_at", "closed_at", "supervision_level")
    )
    return TriggerRule(
        "cases_update",
        "BEFORE UPDATE",
        "cases",
        (
            ("case_fixed", _differs(speech, cases, FIXED_COLUMNS)),
            (
                "case_without_step",
                "NEW.version IS DISTINCT FROM OLD.version + 1"
                " OR NOT EXISTS (SELECT 1 FROM case_step s"
                " WHERE s.case_id = NEW.id AND s.version = NEW.version"
                f" AND s.to_state = NEW.state AND s.from_state = OLD.state AND {as_told})",
            ),
        ),
    )


def _step_check(speech: Speech) -> TriggerRule:
    found = (
        "SELECT 1 FROM step_rule r JOIN cases c ON c.id = NEW.case_id"
        " WHERE r.kind = NEW.kind AND r.from_state = c.state AND r.to_state = NEW.to_state"
    )
    columns, framed = f"(SELECT r.columns {_RULE})", "',' || j.key || ','"
    unknown = f"NOT {speech.contains(columns, framed)}"
    return TriggerRule(
        "case_step_check",
        "BEFORE INSERT",
        "case_step",
        (
            ("actor", "NEW.actor_id IS NULL OR NEW.actor_id IS DISTINCT FROM cmd_user()"),
            (
                "actor",
                "NOT EXISTS (SELECT 1 FROM account a WHERE a.id = NEW.actor_id"
                " AND a.role = NEW.role AND a.unit_id = NEW.unit_id AND a.active)",
            ),
            (
                "stale",
                "NEW.version IS DISTINCT FROM"
                " (SELECT c.version + 1 FROM cases c WHERE c.id = NEW.case_id)"
                " OR NEW.from_state IS DISTINCT FROM"
                " (SELECT c.state FROM cases c WHERE c.id = NEW.case_id)",
            ),
            ("step_illegal", f"NOT EXISTS ({found})"),
            ("step_not_for_role", f"NOT EXISTS ({found} AND r.role = NEW.role)"),
            (
                "step_changes",
                f"NEW.changes IS NULL OR NOT {speech.is_document('NEW.changes')}",
            ),
            (
                "step_column",
                f"EXISTS (SELECT 1 FROM {speech.keys('NEW.changes')} WHERE {unknown})",
            ),
        ),
    )


def _guard_conditions(speech: Speech) -> dict[Guard, str]:
    part = "EXISTS (SELECT 1 FROM case_unit u WHERE u.case_id = c.id AND u.unit_id = NEW.unit_id"
    return {
        Guard.HOLDER: "c.holder_id IS NOT DISTINCT FROM NEW.unit_id",
        Guard.ASSISTANT: f"{part} AND u.part = '{UnitPart.ASSIST}')",
        Guard.INFORMED: f"{part} AND u.part = '{UnitPart.INFORM}')",
        Guard.ASSISTANTS_REPLIED: (
            "NOT EXISTS (SELECT 1 FROM case_unit u WHERE u.case_id = c.id"
            f" AND u.part = '{UnitPart.ASSIST}' AND u.replied_at IS NULL)"
        ),
        Guard.FIRST_RETURNS: f"c.return_count < {MAX_RETURNS}",
        Guard.REPEATED_RETURNS: f"c.return_count >= {MAX_RETURNS}",
        Guard.NOT_FORCED: f"c.return_count < {MAX_RETURNS}",
        Guard.EXTENSIONS_LEFT: f"c.extension_count < {MAX_EXTENSIONS}",
        Guard.RESUMES: "c.suspended_from IS NOT DISTINCT FROM NEW.to_state",
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
        Guard.REGISTRANT: "c.created_by IS NOT DISTINCT FROM NEW.actor_id",
        Guard.JUST_REGISTERED: (
            f"{speech.seconds('NEW.at')} - {speech.seconds('c.registered_at')}"
            f" <= {TAKE_BACK_SECONDS}"
        ),
        Guard.SELF_HANDLED: "c.self_handled",
    }


def _step_guards(speech: Speech) -> TriggerRule:
    """Check the guards of the step's rule; most rules have none and pay for one look-up."""
    guards = f"(SELECT r.guards {_RULE})"
    refused = tuple(
        (
            f"guard_{guard.value}",
            speech.contains(guards, f"',{guard.value},'")
            + f" AND NOT (SELECT {condition} FROM cases c WHERE c.id = NEW.case_id)",
        )
        for guard, condition in _guard_conditions(speech).items()
    )
    return TriggerRule(
        "case_step_guards", "BEFORE INSERT", "case_step", refused, only_if=f"{guards} <> ','"
    )


def _step_apply(speech: Speech) -> TriggerRule:
    def told(name: str, otherwise: str) -> str:
        value = speech.value("NEW.changes", name, name)
        has = speech.has("NEW.changes", name)
        return f"CASE WHEN {has} THEN {value} ELSE {otherwise} END"

    values = ", ".join(f"{name} = {told(name, name)}" for name in STEP_COLUMNS)
    return TriggerRule(
        "case_step_apply",
        "AFTER INSERT",
        "case_step",
        then=(
            "INSERT INTO change_log (at, kind, object_id, street_id, unit_id, old_unit_id)"
            f" SELECT NEW.at, 'case', c.id, c.street_id, {told('holder_id', 'c.holder_id')},"
            " c.holder_id FROM cases c WHERE c.id = NEW.case_id",
            f"UPDATE cases SET state = NEW.to_state, version = NEW.version, {values}"
            " WHERE id = NEW.case_id",
        ),
    )


def _audit_insert() -> TriggerRule:
    head = "(SELECT {} FROM chain_head h WHERE h.street_id = NEW.street_id)"
    return TriggerRule(
        "audit_insert",
        "BEFORE INSERT",
        "audit",
        (
            ("actor", "NEW.actor_id IS DISTINCT FROM cmd_user()"),
            ("chain", f"NEW.seq IS DISTINCT FROM coalesce({head.format('h.seq')}, 0) + 1"),
            ("chain", f"NEW.previous IS DISTINCT FROM coalesce({head.format('h.hash')}, '')"),
        ),
    )


def _audit_head() -> TriggerRule:
    follows = (
        "INSERT INTO chain_head (street_id, seq, hash) VALUES (NEW.street_id, NEW.seq, NEW.hash)"
        " ON CONFLICT (street_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"
    )
    return TriggerRule("audit_head", "AFTER INSERT", "audit", then=(follows,))


def _head_guard() -> TriggerRule:
    condition = (
        "NEW.seq IS DISTINCT FROM OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM audit a"
        " WHERE a.street_id = NEW.street_id AND a.seq = NEW.seq AND a.hash = NEW.hash)"
    )
    return TriggerRule("chain_head_update", "BEFORE UPDATE", "chain_head", (("chain", condition),))


def _handover_guards(speech: Speech) -> Iterator[TriggerRule]:
    """Keep what two people signed: one signature, by the one who is named, and none after it."""
    is_signed = "OLD.taken_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL"
    both = "NEW.taken_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL"
    differs = _differs(speech, handover, HANDOVER_FIXED)
    item_differs = _differs(speech, handover_item, HANDOVER_ITEM_FIXED)
    another = "IS DISTINCT FROM cmd_user()"
    yield TriggerRule(
        "handover_update",
        "BEFORE UPDATE",
        "handover",
        (
            (
                "append_only",
                f"{is_signed} OR ({both}) OR {differs}",
            ),
            ("actor", f"NEW.taken_at IS NOT NULL AND OLD.taker_id {another}"),
            ("actor", f"NEW.withdrawn_at IS NOT NULL AND OLD.giver_id {another}"),
        ),
    )
    yield TriggerRule(
        "handover_item_update",
        "BEFORE UPDATE",
        "handover_item",
        (
            (
                "append_only",
                f"OLD.settled_at IS NOT NULL OR {item_differs}",
            ),
            ("actor", f"NEW.settled_by {another}"),
        ),
    )
    yield TriggerRule(
        "handover_insert",
        "BEFORE INSERT",
        "handover",
        (
            ("actor", f"NEW.giver_id {another}"),
            ("append_only", "NEW.taken_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL"),
        ),
    )
    yield TriggerRule(
        "handover_item_insert",
        "BEFORE INSERT",
        "handover_item",
        (
            (
                "append_only",
                "EXISTS (SELECT 1 FROM handover h WHERE h.id = NEW.handover_id"
                " AND (h.taken_at IS NOT NULL OR h.withdrawn_at IS NOT NULL))",
            ),
        ),
    )


def _differs(speech: Speech, table: Table, columns: tuple[str, ...]) -> str:
    def of(row: str, name: str) -> str:
        return speech.comparable(f"{row}.{name}", table.c[name])

    return " OR ".join(f"{of('OLD', name)} IS DISTINCT FROM {of('NEW', name)}" for name in columns)


def _last_time(speech: Speech) -> TriggerRule:
    follows = f"UPDATE app_meta SET last_time = NEW.at WHERE {speech.times_kept}"
    return TriggerRule("command_done_time", "AFTER INSERT", "command_done", then=(follows,))


def _new_mark(speech: Speech, what: str, table: str) -> TriggerRule:
    """Replace the mark of what is kept between commands (``db/reference.py``)."""
    follows = f"UPDATE app_meta SET reference_mark = {speech.fresh_mark()}"
    return TriggerRule(f"{table}_{what.lower()}_mark", f"AFTER {what}", table, then=(follows,))


def _counter_guard() -> TriggerRule:
    condition = "NEW.last < OLD.last OR NEW.kind <> OLD.kind OR NEW.name <> OLD.name"
    return TriggerRule("counter_update", "BEFORE UPDATE", "counter", (("counter", condition),))
