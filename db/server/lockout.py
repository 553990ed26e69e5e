"""Five wrong passwords lock an account for half an hour: counted from the server's own log.

A refused sign-on leaves no trace in the database, only a line in the log. A function with the
rights of the server's superuser reads what was added to it (the log must be written as JSON, and by
the collector), counts the failures in the accounts, and lets the roles of those that are locked
expire. It is called by every open window and by whoever is told to, such as a timer; nobody
learns more by it than that it was called.

What is held: a locked account is refused with every password, the right one too, and is open again
when its time is over or its password is set anew. What is not: between two calls a guesser has as
many tries as the server answers; and who wants to can lock another's account.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, text

from db.rules.passwords import LOCK_MINUTES, MAX_FAILURES
from db.server.connection import LOGIN_PREFIX, SCHEMA
from db.server.people import GROUP, PATH

SETTINGS = {"logging_collector": "on", "log_destination": "jsonlog"}
"""What the server must do; beside ``jsonlog`` it may also write other logs."""

IDLE = timedelta(minutes=30)
"""So long may a person's connection be idle; windows that are open ask again and again."""

_LOCK = 0x436D644C
_KIND = "sign_on_log"
"""The counter that holds how far each file of the log was read."""
_MOST_BYTES = 4 * 2**20


def _watch(idle: timedelta) -> str:
    """Return the statement that makes the function which counts and ends what is idle."""
    return f"""
CREATE OR REPLACE FUNCTION watch_sign_ons() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER {PATH} SET TimeZone = 'Asia/Shanghai' AS $watch$
DECLARE
  newest text := pg_current_logfile('jsonlog');
  file text;
  begun bigint;
  added text;
  touched bigint[];
  one record;
BEGIN
  IF newest IS NULL OR NOT pg_try_advisory_xact_lock({_LOCK}) THEN
    RETURN;
  END IF;
  -- The guards ask for a person; here the server itself writes.
  PERFORM set_config('session_replication_role', 'replica', true);
  WITH opened AS (
    UPDATE account SET locked_until = NULL WHERE locked_until <= localtimestamp RETURNING id
  )
  SELECT coalesce(array_agg(id), '{{}}') INTO touched FROM opened;
  INSERT INTO counter (kind, name, last) VALUES ('{_KIND}', newest, 0) ON CONFLICT DO NOTHING;
  FOR file, begun IN
    SELECT name, last FROM counter WHERE kind = '{_KIND}' ORDER BY name = newest, name
  LOOP
    -- Bytes as they are: a name that somebody sends need not be text.
    added := convert_from(
      coalesce(pg_read_binary_file(file, begun, {_MOST_BYTES}, true), ''), 'LATIN1');
    added := left(added, length(added) - strpos(reverse(added), E'\\n') + 1);
    IF strpos(added, E'\\n') = 0 THEN added := ''; END IF;
    IF file = newest THEN
      UPDATE counter SET last = begun + length(added) WHERE kind = '{_KIND}' AND name = file;
    ELSIF length(added) < {_MOST_BYTES} / 2 THEN
      DELETE FROM counter WHERE kind = '{_KIND}' AND name = file;
    ELSE
      UPDATE counter SET last = begun + length(added) WHERE kind = '{_KIND}' AND name = file;
    END IF;
    WITH refused AS (
      SELECT substr(line::json ->> 'user', {len(LOGIN_PREFIX) + 1}) AS login, count(*) AS times
      FROM regexp_split_to_table(added, E'\\n') AS line
      WHERE line LIKE '%"28P01"%' AND line::json ->> 'state_code' = '28P01'
        AND starts_with(line::json ->> 'user', '{LOGIN_PREFIX}')
      GROUP BY 1
    ), counted AS (
      UPDATE account a
      SET failures = CASE WHEN a.failures + r.times >= {MAX_FAILURES} THEN 0
                          ELSE a.failures + r.times END,
          locked_until = CASE WHEN a.failures + r.times >= {MAX_FAILURES}
                              THEN date_trunc('second', localtimestamp)
                                   + interval '{LOCK_MINUTES} minutes' END
      FROM refused r
      WHERE a.login = r.login
        AND a.locked_until IS NULL
      RETURNING a.id, a.locked_until
    )
    SELECT touched || coalesce(array_agg(id), '{{}}') INTO touched
    FROM counted WHERE locked_until IS NOT NULL;
  END LOOP;
  FOR one IN SELECT * FROM account WHERE id = ANY (touched) LOOP
    EXECUTE format('ALTER ROLE %I VALID UNTIL %L', '{LOGIN_PREFIX}' || one.login,
                   role_ends(one.valid_until, one.password_until, one.locked_until));
    INSERT INTO change_log (at, kind, object_id, street_id, unit_id)
    VALUES (date_trunc('second', localtimestamp), 'account', one.id, one.street_id, one.unit_id);
  END LOOP;
  PERFORM set_config('session_replication_role', 'origin', true);
  -- A listening connection waits; all others ask from time to time as long as somebody works.
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE starts_with(usename, '{LOGIN_PREFIX}') AND state LIKE 'idle%'
    AND state_change < now() - interval '{idle.total_seconds():g} seconds'
    AND query NOT ILIKE 'listen %' AND pid <> pg_backend_pid();
END $watch$
"""


_SIGNED_ON = f"""
CREATE OR REPLACE FUNCTION signed_on() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER {PATH} AS $watch$
BEGIN
  PERFORM watch_sign_ons();
  PERFORM set_config('session_replication_role', 'replica', true);
  UPDATE account SET failures = 0 WHERE id = cmd_user() AND failures > 0;
  PERFORM set_config('session_replication_role', 'origin', true);
END $watch$
"""

_NAMES = ("watch_sign_ons", "signed_on")


def install(connection: Connection, *, idle: timedelta = IDLE) -> None:
    """Make the functions in the record that is open here; the server's superuser may.

    What was logged before is not counted.

    :param idle: how long a person's connection may be idle before the server ends it.
    """
    # The statements are whole; a per cent sign in them is one.
    plain = connection.execution_options(no_parameters=True)
    for statement in (
        f"SET LOCAL search_path = {SCHEMA}",
        _watch(idle),
        _SIGNED_ON,
        *(f"REVOKE ALL ON FUNCTION {name}() FROM PUBLIC" for name in _NAMES),
        *(f"GRANT EXECUTE ON FUNCTION {name}() TO {GROUP}" for name in _NAMES),
        "SET LOCAL session_replication_role = replica",
        f"DELETE FROM counter WHERE kind = '{_KIND}'",
        f"INSERT INTO counter (kind, name, last) SELECT '{_KIND}', name, (pg_stat_file(name)).size"
        " FROM (SELECT pg_current_logfile('jsonlog') AS name) l WHERE name IS NOT NULL",
        "SET LOCAL session_replication_role = origin",
    ):
        plain.exec_driver_sql(statement)


def is_installed(connection: Connection) -> bool:
    """Tell whether this server counts wrong passwords."""
    found = text(f"SELECT to_regprocedure('{SCHEMA}.watch_sign_ons()') IS NOT NULL")
    return bool(connection.execute(found).scalar())


def watch(connection: Connection, *, signed_on: bool = False) -> None:
    """Let the server count; who has just signed on begins with no failures."""
    if is_installed(connection):
        connection.execute(text(f"SELECT {SCHEMA}.{_NAMES[signed_on]}()"))
