"""Who speaks: one login role a person, told by the session and not by the program.

The role of an account is ``cr_`` with its login. The owner of the record has no account: the
founding and the upgrades are its work.
"""

from __future__ import annotations

from db.server.connection import LOGIN_PREFIX as LOGIN_PREFIX
from db.server.connection import SCHEMA

PATH = f"SET search_path = {SCHEMA}, pg_temp"
"""What each of our functions says of itself: else a person's temporary table of the same name
would be looked into first."""

GROUP = "cr_person"
"""What every person's role belongs to; the rights on the tables are its."""

MAKE = (
    f"""
CREATE OR REPLACE FUNCTION cmd_user() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE {PATH} AS $body$
  SELECT a.id FROM account a
  WHERE left(session_user, {len(LOGIN_PREFIX)}) = '{LOGIN_PREFIX}'
    AND a.login = substr(session_user, {len(LOGIN_PREFIX) + 1})
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
    f"""
CREATE OR REPLACE FUNCTION rule_account_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER {PATH} AS $rule$
DECLARE name text := '{LOGIN_PREFIX}' || NEW.login;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
    EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 6', name);
  END IF;
  EXECUTE format('GRANT {GROUP} TO %I', name);
  RETURN NEW;
END $rule$
""",
    "CREATE TRIGGER rule_account_role AFTER INSERT ON account"
    " FOR EACH ROW EXECUTE FUNCTION rule_account_role()",
)
