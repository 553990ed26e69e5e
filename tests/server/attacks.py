"""What people might try over a raw connection with their own password: a list, run by every role.

``$name`` stands for an id of the street that is attacked: ``held`` a case that SFS holds,
``elsewhere`` one of ZZD, ``there`` one of the other street, ``mine`` the attacker's own account.
An attack is refused when the server raises, or when not a row was read or changed by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from db.rules.permissions import Permission
from db.rules.terms import ROOM_ROLES, UNIT_ROLES, Role
from db.server.duties import holders
from tests.server.halves import AT_THE_END, ENTRY, HALVES, SIGNING, STEP

EVERYBODY = frozenset(Role)
_NEARBY = EVERYBODY - {Role.DISTRICT}
_OUTSIDE = EVERYBODY - ROOM_ROLES
_ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
P = Permission


@dataclass(frozen=True)
class Attack:
    """One statement and who must not get anywhere with it."""

    name: str
    sql: str
    by: frozenset[Role] = EVERYBODY
    alone: bool = False
    """Whether the server takes it outside of transactions only."""


def _but(*permissions: Permission) -> frozenset[Role]:
    """Return everybody but those who have one of some rights."""
    return EVERYBODY - holders(*permissions)


_STEP = (
    "INSERT INTO case_step (id, case_id, version, kind, from_state, to_state, actor_id, role,"
    " unit_id, at, changes) SELECT {id}, c.id, {version}, {kind}, {before}, {after}, {actor},"
    " {role}, {unit}, {at}, {changes} FROM cases c, account a WHERE c.id = $held AND a.id = $mine"
)
_AS_TOLD = {
    "id": "1",
    "version": "c.version + 1",
    "kind": "'note'",
    "before": "c.state",
    "after": "c.state",
    "actor": "a.id",
    "role": "a.role",
    "unit": "a.unit_id",
    "at": "now() AT TIME ZONE 'Asia/Shanghai'",
    "changes": "'{}'",
}


def _step(**changed: str) -> str:
    return _STEP.format(**{**_AS_TOLD, **changed})


def _entry(**changed: str) -> str:
    values = {
        "street_id": "h.street_id",
        "seq": "h.seq + 1",
        "at": "now() AT TIME ZONE 'Asia/Shanghai'",
        "actor_id": "$mine",
        "command": "'RegisterCase'",
        "diff": "'[]'",
        "previous": "h.hash",
        "hash": "repeat('0', 64)",
        **changed,
    }
    return (
        f"INSERT INTO audit ({', '.join(values)}) SELECT {', '.join(values.values())}"
        " FROM chain_head h WHERE h.street_id = $street"
    )


def _case(**changed: str) -> str:
    values = {
        "id": "1",
        "number": "'YZH202611169999'",
        "street_id": "$street",
        "source": "'hotline_12345'",
        "registered_at": "now()",
        "created_by": "$mine",
        **changed,
    }
    return f"INSERT INTO cases ({', '.join(values)}) VALUES ({', '.join(values.values())})"


_RAISING = (
    Attack("becomes a superuser", "ALTER ROLE CURRENT_USER SUPERUSER"),
    Attack("may make roles", "ALTER ROLE CURRENT_USER CREATEROLE"),
    Attack("passes by the policies", "ALTER ROLE CURRENT_USER BYPASSRLS"),
    Attack("makes databases", "ALTER ROLE CURRENT_USER CREATEDB"),
    Attack("raises a colleague", "ALTER ROLE cr_grid SUPERUSER"),
    Attack("makes an intruder", "CREATE ROLE cr_intruder LOGIN"),
    Attack("makes a second duty for himself", "GRANT duty_director TO CURRENT_USER"),
    Attack("gives everybody a duty", "GRANT duty_security_admin TO cr_person"),
    Attack("takes a duty from a colleague", "REVOKE duty_director FROM cr_director"),
    Attack("becomes the owner", "GRANT postgres TO CURRENT_USER"),
    Attack("reads server files by a role", "GRANT pg_read_server_files TO CURRENT_USER"),
    Attack("reads all data by a role", "GRANT pg_read_all_data TO CURRENT_USER"),
    Attack("runs programs by a role", "GRANT pg_execute_server_program TO CURRENT_USER"),
    Attack("a colleague's password", "ALTER ROLE cr_leader PASSWORD 'x'",
           EVERYBODY - {Role.LEADER}),
    Attack("lets a colleague in no more", "ALTER ROLE cr_leader NOLOGIN"),
    Attack("drops a colleague", "DROP ROLE cr_grid"),
    Attack("renames a colleague", "ALTER ROLE cr_grid RENAME TO cr_other"),
    Attack("gives his rights on", "GRANT SELECT ON cases TO PUBLIC"),
    Attack("gives himself a table", "GRANT ALL ON cases TO CURRENT_USER"),
    Attack("gives himself a column", "GRANT UPDATE (state) ON cases TO CURRENT_USER"),
    Attack("gives himself a function", "GRANT ALL ON FUNCTION cmd_user TO CURRENT_USER"),
    Attack("rights for all tables to come", "ALTER DEFAULT PRIVILEGES FOR ROLE postgres"
           " GRANT ALL ON TABLES TO PUBLIC"),
)  # fmt: skip
_SWITCHING = (
    Attack("speaks as the leader", "SET SESSION AUTHORIZATION cr_leader",
           EVERYBODY - {Role.LEADER}),
    Attack("acts as the leader", "SET ROLE cr_leader", EVERYBODY - {Role.LEADER}),
    Attack("acts as the owner", "SET ROLE postgres"),
    Attack("speaks as the owner", "SET SESSION AUTHORIZATION postgres"),
    Attack("acts as the director's duty", "SET ROLE duty_director", EVERYBODY - {Role.DIRECTOR}),
    Attack("acts as the auditor's duty", "SET ROLE duty_auditor", EVERYBODY - {Role.AUDITOR}),
    Attack("speaks as another by a setting",
           "SELECT set_config('session_authorization', 'cr_leader', false)",
           EVERYBODY - {Role.LEADER}),
    Attack("acts as another by a setting", "SELECT set_config('role', 'postgres', false)"),
)  # fmt: skip
_POLICIES = (
    Attack("asks for rows without policies", "SET row_security = off; SELECT 1 FROM cases"),
    Attack("switches the policies off", "ALTER TABLE cases DISABLE ROW LEVEL SECURITY"),
    Attack("drops a policy", "DROP POLICY rule_cases_1 ON cases"),
    Attack("widens a policy", "ALTER POLICY rule_cases_1 ON cases USING (true)"),
    Attack("adds a policy", "CREATE POLICY mine ON cases USING (true)"),
    Attack("owns a table", "ALTER TABLE cases OWNER TO CURRENT_USER"),
    Attack("switches the triggers off", "ALTER TABLE cases DISABLE TRIGGER ALL"),
    Attack("switches one trigger off", "ALTER TABLE audit DISABLE TRIGGER rule_audit_hash"),
    Attack("leaves triggers out", "SET session_replication_role = replica"),
    Attack("drops a trigger", "DROP TRIGGER rule_cases_update ON cases"),
    Attack("adds a trigger", "CREATE TRIGGER mine BEFORE INSERT ON audit FOR EACH ROW"
           " EXECUTE FUNCTION suppress_redundant_updates_trigger()"),
    Attack("adds a rewriting rule", "CREATE RULE mine AS ON INSERT TO audit DO INSTEAD NOTHING"),
)  # fmt: skip
_CASES = (
    Attack("closes a case by hand", "UPDATE cases SET state = 70 WHERE id = $held"),
    Attack("rewrites a title", "UPDATE cases SET title = '改' WHERE id = $held"),
    Attack("rewrites a number", "UPDATE cases SET number = 'YZ1' WHERE id = $held"),
    Attack("moves a deadline", "UPDATE cases SET due_at = '2099-01-01' WHERE id = $held"),
    Attack("moves the time of registration", "UPDATE cases SET registered_at = '2020-01-01'"),
    Attack("takes the lent column", "UPDATE cases SET id = id + 1"),
    Attack("uses the lent column to touch", "UPDATE cases SET id = id WHERE id = $held"),
    Attack("deletes a case", "DELETE FROM cases WHERE id = $held"),
    Attack("empties the cases", "TRUNCATE cases CASCADE"),
    Attack("a case of somebody else's making", _case(created_by="$other")),
    Attack("a case that is closed already", _case(state="70", version="1")),
    Attack("a case with a number of his own", _case()),
    Attack("a case in the other street", _case(street_id="$there_street")),
    Attack("a case over an old one", _case(id="$held")),
    Attack("a case without a street", _case(street_id="NULL")),
    Attack("a case by upsert", _case() + " ON CONFLICT (number) DO UPDATE SET state = 70"),
    Attack("a case by merge", "MERGE INTO cases c USING (SELECT $held AS id) s ON c.id = s.id"
           " WHEN MATCHED THEN UPDATE SET state = 70"),
    Attack("a case by copy", "COPY cases (id, number) FROM PROGRAM 'echo 1,2'"),
)  # fmt: skip
_STEPS = (
    Attack("a step long ago", _step(at="'2020-01-01'")),
    Attack("a step in times to come", _step(at="'2099-01-01'")),
    Attack("a step in another's name", _step(actor="$other")),
    Attack("a step of another role", _step(role="'chief'")),
    Attack("a step as the director", _step(role="'director'"), EVERYBODY - {Role.DIRECTOR}),
    Attack("a step of another unit", _step(unit="$other_unit")),
    Attack("a step that closes at once", _step(kind="'verify'", after="70")),
    Attack("a step back to the beginning", _step(kind="'accept'", after="30")),
    Attack("a step from another state", _step(before="20")),
    Attack("a stale step", _step(version="c.version")),
    Attack("a step ahead of its turn", _step(version="c.version + 2")),
    Attack("a step of no kind", _step(kind="'nothing'")),
    Attack("a step with columns it may not carry", _step(changes="'{\"number\":\"YZ1\"}'")),
    Attack("a step that gives the case away", _step(changes="'{\"holder_id\":1}'")),
    Attack("a step with a list instead of changes", _step(changes="'[]'")),
    *(
        Attack(f"a step without its {name}", _step(**{name: "NULL"}))
        for name in _AS_TOLD
    ),
    Attack("a step on a case of ZZD",
           _step().replace("$held", "$elsewhere"), UNIT_ROLES),
    Attack("a step on a case of the other street",
           _step().replace("$held", "$there"), _NEARBY),
    Attack("rewrites a step", "UPDATE case_step SET note = '改'"),
    Attack("deletes a step", "DELETE FROM case_step"),
    Attack("empties the steps", "TRUNCATE case_step"),
    Attack("adds a rule of steps", "INSERT INTO step_rule (kind, from_state, to_state, role)"
           " VALUES ('verify', 40, 70, 'handler')"),
    Attack("rewrites a rule of steps", "UPDATE step_rule SET guards = ','"),
    Attack("deletes the rules of steps", "DELETE FROM step_rule"),
)  # fmt: skip
_TRACES = (
    Attack("an entry with a made up hash", _entry()),
    Attack("an entry in another's name", _entry(actor_id="$other")),
    Attack("an entry of nobody", _entry(actor_id="NULL")),
    Attack("an entry out of turn", _entry(seq="h.seq + 5")),
    Attack("an entry over an old one", _entry(seq="1")),
    Attack("an entry behind another", _entry(previous="repeat('0', 64)")),
    Attack("an entry in the other street's chain", _entry(street_id="$there_street")),
    Attack("rewrites the audit", "UPDATE audit SET command = 'x'"),
    Attack("deletes from the audit", "DELETE FROM audit"),
    Attack("empties the audit", "TRUNCATE audit"),
    Attack("sets the head back", "UPDATE chain_head SET seq = 1"),
    Attack("touches the head", "UPDATE chain_head SET street_id = street_id"),
    Attack("makes a head", "INSERT INTO chain_head (street_id, seq, hash) VALUES (9, 1, '')"),
    Attack("deletes the head", "DELETE FROM chain_head"),
    Attack("a done command in another's name", "INSERT INTO command_done (command_id, command,"
           " actor_id, at, result) VALUES ('x', 'RegisterCase', $other, now(), '{}')"),
    Attack("forgets done commands", "DELETE FROM command_done"),
    Attack("rewrites a done command", "UPDATE command_done SET result = '{}'"),
    Attack("tells of a case that did not change", "INSERT INTO change_log (at, kind, object_id,"
           " street_id) VALUES (now(), 'case', $held, $street)"),
    Attack("tells the other street something", "INSERT INTO change_log (at, kind, object_id,"
           " street_id) VALUES (now(), 'item', 1, $there_street)"),
    Attack("prunes the change log", "DELETE FROM change_log"),
    Attack("sets a counter back", "UPDATE counter SET last = 0"),
    Attack("renames a counter", "UPDATE counter SET name = 'x'"),
    Attack("deletes a counter", "DELETE FROM counter"),
    Attack("a counter of the other street", "INSERT INTO counter (kind, name, last)"
           " VALUES ('notice', '$there_street/2026', 900)"),
    Attack("the other street's counter", "UPDATE counter SET last = last + 100"
           " WHERE name LIKE '$there_street%' OR name LIKE 'HB%'"),
    Attack("sets the record's clock", "UPDATE app_meta SET last_time = '2099-01-01'"),
    Attack("makes the record a practice one", "UPDATE app_meta SET is_practice = true"),
    Attack("tells another version", "UPDATE alembic_version SET version_num = '9999'"),
)  # fmt: skip
_PAPERS = (
    Attack("strikes a notice off by hand",
           "UPDATE notice SET state = 'struck_off' WHERE id = $notice", UNIT_ROLES),
    Attack("lessens its points", "UPDATE notice SET points = 0 WHERE id = $notice",
           UNIT_ROLES | _ADMINISTRATORS),
    Attack("moves its own limit", "UPDATE notice SET finish_by = '2099-01-01'", UNIT_ROLES),
    Attack("turns a notice to another unit",
           "UPDATE notice SET unit_id = $other_unit WHERE id = $notice", UNIT_ROLES),
    Attack("drafts a notice", "INSERT INTO notice (id, street_id, state, level, unit_id,"
           " drafted_by, drafted_at) VALUES (1, $street, 'draft', 1, $other_unit, $mine, now())",
           _but(P.SUPERVISION_DRAFT, P.MEETING_HOLD)),
    Attack("strikes a notice off out of turn",
           "UPDATE notice SET state = 'struck_off' WHERE id = $draft"),
    Attack("signs a notice as another", "UPDATE notice SET issued_by = $other WHERE id = $notice"),
    Attack("renumbers a notice", "UPDATE notice SET serial = 99 WHERE id = $notice"),
    Attack("takes a notice back to a draft", "UPDATE notice SET state = 'draft'"
           " WHERE id = $notice"),
    Attack("a notice that is issued already", "INSERT INTO notice (id, street_id, state, level,"
           " unit_id, drafted_by, drafted_at) VALUES (1, $street, 'issued', 1, $other_unit, $mine,"
           " now())"),
    Attack("deletes a notice", "DELETE FROM notice"),
    Attack("rewrites a step of a notice", "UPDATE notice_step SET note = '改'"),
    Attack("takes points away", "INSERT INTO points_entry (id, street_id, unit_id, at, points,"
           " reason) VALUES (1, $street, $other_unit, now(), -5, 'x')", _but(P.SUPERVISION_ISSUE)),
    Attack("rewrites points", "UPDATE points_entry SET points = 0"),
    Attack("replaces a paper", "UPDATE paper SET file = ''"),
    Attack("files a paper", "INSERT INTO paper (id, street_id, kind, object_kind, object_id,"
           " contents, sha256, file, at, actor_id) VALUES (1, $street, 'notice', 'notice', $notice,"
           " '{}', '', '', now(), $mine)", _but(P.SUPERVISION_PRINT, P.MEETING_HOLD)),
    Attack("swaps an attachment", "UPDATE attachment_chunk SET bytes = ''"),
    Attack("deletes an attachment", "DELETE FROM attachment_chunk"),
    Attack("attaches to the other street's case", "INSERT INTO attachment (id, case_id, name,"
           " media_type, size, sha256, added_at, added_by) VALUES (1, $there, 'x', 'x', 1, '',"
           " now(), $mine)", _NEARBY),
    Attack("grants its own request", "UPDATE extension_request SET state = 'granted',"
           " decided_by = $mine WHERE id = $request", UNIT_ROLES | _ADMINISTRATORS),
    Attack("confirms its own decision", "UPDATE decision SET state = 'done'",
           UNIT_ROLES | _ADMINISTRATORS),
    Attack("puts a decision off", "UPDATE decision SET due_at = '2099-01-01'",
           _but(P.MEETING_HOLD)),
    Attack("rewrites minutes", "UPDATE meeting SET opinion = '改'", _but(P.MEETING_HOLD)),
    Attack("replies for another unit", "UPDATE case_unit SET reply = '改', replied_at = now()"
           " WHERE unit_id = $other_unit", UNIT_ROLES | _ADMINISTRATORS),
    Attack("takes part in any case", "INSERT INTO case_unit (case_id, unit_id, part, since)"
           " SELECT $elsewhere, unit_id, 'assist', now() FROM account WHERE id = $mine",
           UNIT_ROLES | _ADMINISTRATORS),
    Attack("signs a shift for another", "UPDATE handover SET taken_at = now()",
           EVERYBODY - {Role.OPERATOR}),
    Attack("rewrites what was handed over", "UPDATE handover SET note = '改'"),
)  # fmt: skip
_OFFICE = (
    Attack("raises himself", "UPDATE account SET role = 'director' WHERE id = $mine"),
    Attack("moves himself to another unit", "UPDATE account SET unit_id = $other_unit"),
    Attack("changes his login", "UPDATE account SET login = 'x' WHERE id = $mine"),
    Attack("switches a colleague off", "UPDATE account SET active = false WHERE id = $other",
           _but(P.ACCOUNTS)),
    Attack("sets a colleague's password", "UPDATE account SET password_hash = 'x'"
           " WHERE id = $other", _but(P.ACCOUNTS)),
    Attack("sets a neighbour's password", "UPDATE account SET password_hash = 'x'"
           " WHERE street_id = $there_street"),
    Attack("makes an account", "INSERT INTO account (id, street_id, person_id, unit_id, login,"
           " role) SELECT 999, street_id, person_id, unit_id, 'z', 'director' FROM account"
           " WHERE id = $mine", _but(P.ACCOUNTS)),
    Attack("makes an account in the other street", "INSERT INTO account (id, street_id, person_id,"
           " unit_id, login, role) SELECT 999, $there_street, person_id, unit_id, 'z', 'director'"
           " FROM account WHERE id = $mine"),
    Attack("deletes an account", "DELETE FROM account"),
    Attack("renames a unit", "UPDATE unit SET name = '改'", _but(P.SETTINGS)),
    Attack("renames the neighbour's units", "UPDATE unit SET name = '改'"
           " WHERE street_id = $there_street"),
    Attack("lengthens a limit", "UPDATE item SET limit_hours = 9999", _but(P.SETTINGS)),
    Attack("makes a day free", "INSERT INTO calendar_day (street_id, day, is_workday)"
           " VALUES ($street, '2026-11-18', false)", _but(P.SETTINGS)),
    Attack("changes a setting", "INSERT INTO setting (street_id, name, valid_from, value)"
           " VALUES ($street, 'limits', '2026-01-01', '{}')", _but(P.SETTINGS)),
    Attack("changes the neighbour's setting", "INSERT INTO setting (street_id, name, valid_from,"
           " value) VALUES ($there_street, 'limits', '2026-01-01', '{}')"),
    Attack("founds a street", "INSERT INTO street (id, code, name, letters)"
           " VALUES (9, '9', '九', 'JJ')"),
    Attack("shares a view", "INSERT INTO saved_view (id, street_id, owner_id, name, is_shared,"
           " content, changed_at) VALUES (1, $street, $mine, 'x', true, '{}', now())",
           _but(P.VIEW_SHARE)),
    Attack("a view for a colleague", "INSERT INTO saved_view (id, street_id, owner_id, name,"
           " content, changed_at) VALUES (1, $street, $other, 'x', '{}', now())",
           _but(P.VIEW_SHARE)),
    Attack("silences a colleague's alarm", "INSERT INTO alarm_acknowledged (id, street_id,"
           " account_id, case_id, kind, deadline_at, at) VALUES (1, $street, $other, $held,"
           " 'overdue', now(), now())"),
)  # fmt: skip
_UNSEEN_BY = (
    ("a case of ZZD", "cases", "id = $elsewhere", UNIT_ROLES | _ADMINISTRATORS),
    ("a case of the other street", "cases", "id = $there", _NEARBY),
    ("the other street's people", "person", "street_id = $there_street", _NEARBY),
    ("the other street's accounts", "account", "street_id = $there_street",
     _NEARBY),
    ("steps of ZZD", "case_step", "case_id = $elsewhere", UNIT_ROLES | _ADMINISTRATORS),
    ("an attachment's bytes", "attachment_chunk", "attachment_id = $attachment", _ADMINISTRATORS),
    ("a draft about itself", "notice", "id = $draft", UNIT_ROLES | _ADMINISTRATORS),
    ("the audit", "audit", "object_kind = 'case'", _but(P.AUDIT_SEE)),
    ("the other street's audit", "audit", "street_id = $there_street"),
    ("handovers", "handover", "true", _OUTSIDE),
    ("a colleague's views", "saved_view", "owner_id = $other AND NOT is_shared",
     _but(P.VIEW_SHARE)),
)  # fmt: skip
_ROUTES = (
    ("reads", "SELECT 1 FROM {table} WHERE {rows}"),
    ("counts", "SELECT 1 WHERE (SELECT count(*) FROM {table} WHERE {rows}) > 0"),
    ("copies", "COPY (SELECT 1 FROM {table} WHERE {rows}) TO PROGRAM 'cat'"),
    ("fetches", "DECLARE c CURSOR FOR SELECT 1 FROM {table} WHERE {rows}; FETCH 1 FROM c"),
    ("reads as a document", "SELECT to_jsonb(t) FROM {table} t WHERE {rows}"),
)  # fmt: skip
_READING = tuple(
    Attack(f"{how} {what}", route.format(table=table, rows=rows), *by)
    for what, table, rows, *by in _UNSEEN_BY
    for how, route in _ROUTES
)
_SERVER = (
    Attack("reads a file", "SELECT pg_read_file('postgresql.conf')"),
    Attack("reads a file in pieces", "SELECT pg_read_binary_file('PG_VERSION', 0, 1)"),
    Attack("lists a folder", "SELECT pg_ls_dir('.')"),
    Attack("copies a file in", "COPY case_step FROM '/etc/passwd'"),
    Attack("copies a file out", "COPY (SELECT 1) TO '/tmp/out'"),
    Attack("runs a program", "COPY (SELECT 1) TO PROGRAM 'cat'"),
    Attack("reads the passwords", "SELECT rolpassword FROM pg_authid"),
    Attack("reads the passwords by the shadow", "SELECT passwd FROM pg_shadow"),
    Attack("changes the server", "ALTER SYSTEM SET log_statement = 'none'", alone=True),
    Attack("changes the database", "ALTER DATABASE guarded SET row_security = off"),
    Attack("reloads the server", "SELECT pg_reload_conf()"),
    Attack("ends a colleague's session", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
           " WHERE usename = 'postgres'"),
    Attack("loads a library", "LOAD '/tmp/x.so'"),
    Attack("a language of the system's", "CREATE LANGUAGE plpython3u"),
    Attack("adds an extension", "CREATE EXTENSION file_fdw"),
    Attack("a door to other servers", "CREATE FOREIGN DATA WRAPPER mine"),
    Attack("a database", "CREATE DATABASE mine", alone=True),
    Attack("drops the database", "DROP DATABASE founded", alone=True),
    Attack("a schema", "CREATE SCHEMA mine"),
    Attack("a table in our schema", "CREATE TABLE app.mine (id integer)"),
    Attack("a table in the common schema", "CREATE TABLE public.mine (id integer)"),
    Attack("a view in our schema", "CREATE VIEW app.mine AS SELECT * FROM cases"),
    Attack("a function in our schema", "CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql"
           " AS 'SELECT 1'"),
    Attack("a table of his own beside ours", "CREATE TEMP TABLE cases (id bigint)"),
    Attack("a function that sees every row", "CREATE FUNCTION pg_temp.leak(bigint) RETURNS boolean"
           " COST 0.0001 LANGUAGE plpgsql AS 'BEGIN RAISE NOTICE ''%'', $$1; RETURN true; END'"),
    Attack("replaces who speaks", "CREATE OR REPLACE FUNCTION app.cmd_user() RETURNS bigint"
           " LANGUAGE sql AS 'SELECT 1::bigint'"),
    Attack("calls a rule", "SELECT app.rule_case_step_apply()"),
    Attack("calls what makes roles", "SELECT app.rule_account_role()"),
    Attack("drops a table", "DROP TABLE cases CASCADE"),
    Attack("adds a column", "ALTER TABLE cases ADD COLUMN mine text"),
    Attack("drops an index", "DROP INDEX ix_cases_grams"),
    Attack("renames our schema", "ALTER SCHEMA app RENAME TO old"),
    Attack("a large object", "SELECT lo_create(0)"),
    Attack("a large object of bytes", "SELECT lo_from_bytea(0, 'x')"),
    Attack("locks a table for all", "LOCK TABLE cases IN ACCESS EXCLUSIVE MODE"),
    Attack("locks against writers", "LOCK TABLE chain_head IN SHARE MODE"),
    Attack("reads values from the statistics", "SELECT most_common_vals FROM pg_stats"
           " WHERE tablename = 'cases' AND schemaname = 'app'"),
    Attack("reads raw statistics", "SELECT stavalues1 FROM pg_statistic"),
    Attack("reads who is asked what", "SELECT query FROM pg_stat_activity WHERE query <> ''"
           " AND usename <> current_user AND query NOT LIKE '<insufficient%'"),
    Attack("sets the sequence of changes", "SELECT setval('change_log_seq_seq', 1)"),
)  # fmt: skip
_FUNCTIONS = (
    Attack("searches for nothing", "SELECT cmd_search(NULL)"),
    Attack("searches with an empty sign", "SELECT cmd_search(ARRAY[NULL]::text[])"),
    Attack("searches the other street",
           "SELECT f FROM cmd_search(ARRAY['夜间']) f WHERE f = $there",
           _NEARBY),
    Attack("searches what is ZZD's",
           "SELECT f FROM cmd_search(ARRAY['占道']) f WHERE f = $elsewhere",
           UNIT_ROLES | _ADMINISTRATORS),
    Attack("takes part in all cases", "SELECT p FROM cmd_parts() p WHERE p = $there"),
    Attack("wakes everybody with a lie", "SELECT pg_notify('change', 'x')"),
)  # fmt: skip

_HALVES = (
    *(Attack(name, sql + AT_THE_END, by) for name, sql, by in HALVES),
    *(
        Attack(f"{what} as {name}", "INSERT INTO " + row.replace("{who}", who))
        for what, row in SIGNING
        for name, who in (("another", "$other"), ("nobody", "NULL"))
    ),
)

CONTROL = Attack("the step that is twisted", _step(), UNIT_ROLES)
"""What its holder may do: else the attacks on it would be refused for no reason of theirs."""
WHOLE = Attack("the step with its entry", f"{STEP}; {ENTRY}{AT_THE_END}", UNIT_ROLES)
"""A step by halves done whole, which the server lets pass."""

ATTACKS = (
    *_RAISING,
    *_SWITCHING,
    *_POLICIES,
    *_CASES,
    *_STEPS,
    *_TRACES,
    *_PAPERS,
    *_OFFICE,
    *_READING,
    *_SERVER,
    *_FUNCTIONS,
    *_HALVES,
)

ACCEPTED = {
    "wakes everybody with a lie": "NOTIFY has no rights in PostgreSQL; what is told is never shown"
    " nor trusted, it only makes others look again",
}
"""Attack → why it is let through; the test fails on one that is refused by now."""
