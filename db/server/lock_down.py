"""Take back what a database lends to everybody: temporary tables, large objects, to come in at all.

Each part is done where this role may do it: the first by the owner of the database, the second by
a superuser, which is who sets an office's server up.
"""

from __future__ import annotations

from db.server.people import GROUP

_LARGE_OBJECTS = (
    "lo_creat(integer)",
    "lo_create(oid)",
    "lo_from_bytea(oid, bytea)",
    "lo_open(oid, integer)",
    "lo_put(oid, bigint, bytea)",
    "lowrite(integer, bytea)",
)
"""What fills the disk beside all tables and their policies."""

MAKE = (
    f"""
DO $body$ BEGIN
  IF (SELECT pg_has_role(current_user, datdba, 'USAGE') FROM pg_database
      WHERE datname = current_database()) THEN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO {GROUP}', current_database());
  END IF;
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    REVOKE EXECUTE ON FUNCTION {", ".join(_LARGE_OBJECTS)} FROM PUBLIC;
  END IF;
END $body$
""",
)
