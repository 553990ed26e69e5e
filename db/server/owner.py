"""The role to which the record on a server belongs; nobody signs on as it.

The founding and the upgrades are done by the server's superuser in its name, and the functions that
write what nobody else may write run with its rights: with those of the superuser they would have
the whole server's.
"""

from __future__ import annotations

from db.server.people import GROUP

OWNER = "cr_owner"

MAKE = (
    f"""
DO $body$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{OWNER}') THEN
    CREATE ROLE {OWNER} NOLOGIN CREATEROLE;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{GROUP}') THEN
    CREATE ROLE {GROUP} NOLOGIN;
  END IF;
END $body$
""",
    # From 16 on whoever makes roles may give only those groups that were given to him for that.
    f"GRANT {GROUP} TO {OWNER} WITH ADMIN OPTION",
)
"""Made by a superuser; may be run again."""
