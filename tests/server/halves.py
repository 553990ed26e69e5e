"""Attacks that do something by halves: what must follow in the same transaction is left out.

Nobody can look for it before the transaction ends, so these end with the server's looking.
"""

from __future__ import annotations

from db.rules.terms import UNIT_ROLES, Role
from db.server.reckoning import hash_of

AT_THE_END = "; SET CONSTRAINTS ALL IMMEDIATE"
NOW = "now() AT TIME ZONE 'Asia/Shanghai'"
EVERYBODY = frozenset(Role)

STEP = (
    "INSERT INTO case_step (id, case_id, version, kind, from_state, to_state, actor_id, role,"
    " unit_id, at, changes) SELECT 1, c.id, c.version + 1, 'note', c.state, c.state, a.id, a.role,"
    f" a.unit_id, {NOW}, '{{}}' FROM cases c, account a WHERE c.id = $held AND a.id = $mine"
)
_COLUMNS = {
    "street_id": "h.street_id",
    "seq": "h.seq + 1",
    "at": NOW,
    "actor_id": "$mine::bigint",
    "role": "''",
    "command": "'AddNote'",
    "object_kind": "''",
    "object_id": "NULL::bigint",
    "client": "''",
    "diff": "'[]'",
    "previous": "h.hash",
}
ENTRY = (
    f"INSERT INTO audit ({', '.join(_COLUMNS)}, hash) SELECT e.*, {hash_of('e')} FROM (SELECT "
    + ", ".join(f"{value} AS {name}" for name, value in _COLUMNS.items())
    + " FROM chain_head h WHERE h.street_id = $street) e"
)
"""An entry as it should be."""

_CASES = "kind = 'case' AND name = 'YZH20261116'"
_NEW_CASE = (
    f"UPDATE counter SET last = last + 1 WHERE {_CASES}; INSERT INTO cases (id, number, street_id,"
    " source, registered_at, created_by) SELECT 1, name || lpad(last::text, 4, '0'), $street,"
    f" 'hotline_12345', {{at}}, $mine FROM counter WHERE {_CASES}"
)
_THAT_DAY = "timestamp '2026-11-16 10:00'"


def _count_on(kind: str, last: str = "last + 1") -> str:
    return f"UPDATE counter SET last = {last} WHERE kind = '{kind}'"


def _begin(kind: str, name: str, last: str = "1") -> str:
    return f"INSERT INTO counter (kind, name, last) VALUES ('{kind}', {name}, {last})"


_BEGUN = (
    ("a notice", "notice", "'$street/2031'"),
    ("minutes", "minutes", "'$street:2031'"),
    ("a letter", "department_letter", "'$street:2031'"),
    ("a reminder", "reminder", "'$street:2031'"),
    ("an agreed item", "decision", "'$street:2031:9'"),
    ("a case of a day to come", "case", "'YZH20310101'"),
    ("nothing that is known", "case", "'$street'"),
)

HALVES: tuple[tuple[str, str, frozenset[Role]], ...] = (
    ("a step without an entry", STEP, UNIT_ROLES),
    (
        "a step whose entry is taken back",
        f"SAVEPOINT s; {STEP}; SAVEPOINT e; {ENTRY}{AT_THE_END}; ROLLBACK TO e",
        frozenset({Role.HANDLER}),
    ),
    ("a case without a first step", _NEW_CASE.format(at=_THAT_DAY), EVERYBODY),
    ("a case without a step but with an entry", _NEW_CASE.format(at=_THAT_DAY) + "; " + ENTRY,
     EVERYBODY),
    ("a case numbered for another day", _NEW_CASE.format(at="timestamp '2026-11-13 10:00'"),
     EVERYBODY),
    ("a case of no time", _NEW_CASE.format(at="NULL::timestamp"), EVERYBODY),
    ("leaves a number of cases out", _count_on("case"), EVERYBODY),
    ("leaves many numbers of cases out", _count_on("case", "last + 5000000"), EVERYBODY),
    ("counts cases to no number", _count_on("case", "NULL"), EVERYBODY),
    ("leaves a number of notices out", _count_on("notice"), EVERYBODY),
    ("leaves numbers out behind an entry", f"{_count_on('case')}; {ENTRY}", EVERYBODY),
    ("uses the ids up", _count_on("id", "9223372036854775807"), EVERYBODY),
    ("takes one id", _count_on("id"), EVERYBODY),
    ("takes ids by no number", _count_on("id", "NULL"), EVERYBODY),
    *(
        (f"takes the number of {what} for nothing", _begin(kind, name), EVERYBODY)
        for what, kind, name in _BEGUN
    ),
    ("lets the server read a file of his", _begin("sign_on_log", "'$street/x'"), EVERYBODY),
    ("a counter of no kind", _begin("case", "NULL"), EVERYBODY),
    ("a counter without a number", _begin("notice", "'$street/2031'", "NULL"), EVERYBODY),
    ("a done command that did nothing", "INSERT INTO command_done (command_id, command, actor_id,"
     f" at, result) VALUES ('x', 'AddNote', $mine, {NOW}, '{{}}')", EVERYBODY),
    ("tells of a meeting that did not change", "INSERT INTO change_log (at, kind, object_id,"
     f" street_id) VALUES ({NOW}, 'meeting', 1, $street)", EVERYBODY),
    ("lengthens a limit untold", "UPDATE item SET limit_hours = 9999", EVERYBODY),
    ("makes a day free untold", "INSERT INTO calendar_day (street_id, day, is_workday)"
     " VALUES ($street, '2026-11-18', false)", EVERYBODY),
    ("changes a setting untold", "INSERT INTO setting (street_id, name, valid_from, value)"
     " VALUES ($street, 'limits', '2026-01-01', '{}')", EVERYBODY),
    ("renames a unit untold", "UPDATE unit SET name = '改'", EVERYBODY),
    ("switches a colleague off untold", "UPDATE account SET active = false WHERE id = $other",
     EVERYBODY),
    ("takes points away untold", "INSERT INTO points_entry (id, street_id, unit_id, at, points,"
     f" reason) VALUES (1, $street, $other_unit, {NOW}, -5, 'x')", EVERYBODY),
    ("rewrites minutes untold", "UPDATE meeting SET opinion = '改'", EVERYBODY),
    ("grants a request untold", "UPDATE extension_request SET state = 'granted',"
     " decided_by = $mine WHERE id = $request", EVERYBODY),
    ("silences an alarm untold", "INSERT INTO alarm_acknowledged (id, street_id, account_id,"
     f" case_id, kind, deadline_at, at) VALUES (1, $street, $mine, $held, 'overdue', {NOW}, {NOW})",
     EVERYBODY),
)  # fmt: skip

SIGNING: tuple[tuple[str, str], ...] = (
    ("files a paper", "paper (id, street_id, kind, object_kind, object_id, contents, sha256, file,"
     " at, actor_id) VALUES (1, $street, 'x', 'notice', $notice, '{}', '', '', now(), {who})"),
    ("attaches", "attachment (id, case_id, name, media_type, size, sha256, added_at, added_by)"
     " VALUES (1, $held, 'x', 'x', 1, '', now(), {who})"),
    ("moves a notice", "notice_step (id, notice_id, kind, from_state, to_state, actor_id, at)"
     " VALUES (1, $notice, 'reply', 'delivered', 'replied', {who}, now())"),
    ("presses", "reminder (id, street_id, case_id, means, at, actor_id)"
     " VALUES (1, $street, $held, 'phone', now(), {who})"),
    ("answers a suggestion", "suggestion_answer (id, street_id, case_id, trigger, level, answer,"
     " actor_id, at) VALUES (1, $street, $held, 'x', 1, 'x', {who}, now())"),
)  # fmt: skip
"""What tells who did it, in another's name or in nobody's."""
