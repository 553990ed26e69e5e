"""Who speaks: one login role a person, told by the session and not by the program.

The role of an account is ``cr_`` with its login, and follows it: the password, the end of its
validity, being switched off, the lock after five failures. The owner of the record has no account:
the founding and the upgrades are its work.
"""

from __future__ import annotations

from db.rules.passwords import GRACE_DAYS
from db.server.connection import LOGIN_PREFIX as LOGIN_PREFIX
from db.server.connection import SCHEMA

PATH = f"SET search_path = {SCHEMA}, pg_temp"
"""What each of our functions says of itself: else a person's temporary table of the same name
would be looked into first."""

GROUP = "cr_person"
"""What every person's role belongs to; the rights on the tables are its."""

CONNECTIONS = 12
"""How many a person may have: two windows with their workers, a listener and a task each."""

KEPT = "server"
"""What stands in the row of an account whose password the server keeps: a word, no verifier."""

VERIFIER = (
    r"^SCRAM-SHA-256[$][0-9]{4,7}:[A-Za-z0-9+/=]{20,}[$][A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$"
)
"""What a verifier looks like; anything else could be a text that the server would read in clear."""

IS_ME = (
    f"left(session_user, {len(LOGIN_PREFIX)}) = '{LOGIN_PREFIX}'"
    f" AND a.login = substr(session_user, {len(LOGIN_PREFIX) + 1})"
    " AND a.active"
    " AND (a.valid_until IS NULL OR a.valid_until > now() AT TIME ZONE 'Asia/Shanghai')"
)
"""The condition that an account ``a`` is that of who signed on, and may work."""

MAKE = (
    f"""
CREATE OR REPLACE FUNCTION cmd_user() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE {PATH} AS $body$
  SELECT a.id FROM account a WHERE {IS_ME}
$body$
""",
    f"""
DO $body$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{GROUP}') THEN
    CREATE ROLE {GROUP} NOLOGIN;
  END IF;
END $body$
""",
    f"GRANT USAGE ON SCHEMA {SCHEMA} TO {GROUP}",
    # An expired role is refused with every password: while it is locked guessing teaches nothing.
    f"""
CREATE OR REPLACE FUNCTION role_ends(valid timestamp, password timestamp, locked timestamp)
RETURNS text LANGUAGE sql STABLE SET TimeZone = 'Asia/Shanghai' AS $body$
  SELECT coalesce(least(
    valid,
    password + interval '{GRACE_DAYS} days',
    CASE WHEN locked > localtimestamp THEN timestamp '2000-01-01' END
  )::timestamptz::text, 'infinity')
$body$
""",
    f"""
CREATE OR REPLACE FUNCTION rule_account_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER {PATH} SET TimeZone = 'Asia/Shanghai' AS $rule$
DECLARE
  name text := '{LOGIN_PREFIX}' || NEW.login;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
    EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT {CONNECTIONS}', name);
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      -- The owner ends the sessions of who is switched off.
      EXECUTE format('GRANT %I TO %I', name, current_user);
    END IF;
  END IF;
  IF TG_OP = 'INSERT' THEN
    EXECUTE format('GRANT {GROUP} TO %I', name);
  END IF;
  IF NEW.password_hash NOT IN ('', '{KEPT}') THEN
    IF NEW.password_hash !~ '{VERIFIER}' THEN
      RAISE EXCEPTION 'rule:password_form' USING ERRCODE = 'check_violation';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', name, NEW.password_hash);
    NEW.password_hash := '{KEPT}';
  ELSIF TG_OP = 'UPDATE' AND left(session_user, {len(LOGIN_PREFIX)}) = '{LOGIN_PREFIX}'
        AND (NEW.password_until IS DISTINCT FROM OLD.password_until
             OR OLD.must_change AND NOT NEW.must_change) THEN
    -- Nobody spares himself the change of a password without changing it.
    RAISE EXCEPTION 'rule:password_form' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'INSERT' OR (OLD.active, OLD.valid_until, OLD.password_until, OLD.locked_until)
     IS DISTINCT FROM (NEW.active, NEW.valid_until, NEW.password_until, NEW.locked_until) THEN
    EXECUTE format('ALTER ROLE %I %s VALID UNTIL %L', name,
                   CASE WHEN NEW.active THEN 'LOGIN' ELSE 'NOLOGIN' END,
                   role_ends(NEW.valid_until, NEW.password_until, NEW.locked_until));
  END IF;
  RETURN NEW;
END $rule$
""",
    "CREATE TRIGGER rule_account_role BEFORE INSERT OR UPDATE ON account"
    " FOR EACH ROW EXECUTE FUNCTION rule_account_role()",
    f"""
CREATE OR REPLACE FUNCTION rule_account_sessions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER {PATH} AS $rule$
BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE usename = '{LOGIN_PREFIX}' || NEW.login AND pid <> pg_backend_pid();
  RETURN NEW;
END $rule$
""",
    "CREATE TRIGGER rule_account_sessions AFTER UPDATE OF active ON account FOR EACH ROW"
    " WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION rule_account_sessions()",
)
