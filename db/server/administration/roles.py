"""The roles of the office's people: no part of a database, so a backup carries them beside it."""

from __future__ import annotations

from typing import Any

from psycopg import sql

from db.server.administration.reach import Raw, literal, name, order, rows, told
from db.server.duties import DUTY_PREFIX
from db.server.people import LOGIN_PREFIX

PREFIXES = f"^({LOGIN_PREFIX}|{DUTY_PREFIX})"
"""How the roles of ours begin: people, their groups, the owner; the groups of duties."""

_KEPT = ("rolcanlogin", "rolcreaterole", "rolinherit", "rolconnlimit", "rolpassword")

_ROLES = f"""
SELECT rolname, {", ".join(_KEPT)}, rolvaliduntil::text FROM pg_authid
WHERE rolname ~ %s AND NOT rolsuper ORDER BY rolname
"""
_MEMBERS = """
SELECT g.rolname, m.rolname, bool_or(a.admin_option) FROM pg_auth_members a
JOIN pg_authid g ON g.oid = a.roleid JOIN pg_authid m ON m.oid = a.member
WHERE m.rolname ~ %s AND NOT g.rolsuper GROUP BY 1, 2 ORDER BY 1, 2
"""
_SETTINGS = """
SELECT r.rolname, d.datname IS NOT NULL, unnest(s.setconfig) FROM pg_db_role_setting s
JOIN pg_authid r ON r.oid = s.setrole LEFT JOIN pg_database d ON d.oid = s.setdatabase
WHERE r.rolname ~ %s AND (d.datname IS NULL OR d.datname = %s) ORDER BY 1, 2, 3
"""

Roles = dict[str, list[list[Any]]]


def roles_of(connection: Raw, database: str) -> Roles:
    """Return the roles with their verifiers, memberships and settings, as JSON can hold them."""
    return {
        "roles": [list(row) for row in rows(connection, _ROLES, PREFIXES)],
        "members": [list(row) for row in rows(connection, _MEMBERS, PREFIXES)],
        "settings": [list(row) for row in rows(connection, _SETTINGS, PREFIXES, database)],
    }


def bring_back(connection: Raw, kept: Roles, database: str) -> int:
    """Make the roles that are missing; return how many.

    Those that are there stay as they are: somebody who was shut out since is not let in again.
    """
    missing = [row for row in kept["roles"] if not _is_there(connection, row[0])]
    for row in missing:
        _make(connection, *row)
    made = {row[0] for row in missing}
    for group, member, may_give in kept["members"]:
        if group in made or member in made:
            order(
                connection,
                "GRANT {group} TO {member}" + (" WITH ADMIN OPTION" if may_give else ""),
                group=name(group),
                member=name(member),
            )
    for role, in_database, setting in kept["settings"]:
        if role in made:
            key, _, value = setting.partition("=")
            order(
                connection,
                "ALTER ROLE {role}"
                + (" IN DATABASE {database}" if in_database else "")
                + " SET {key} = {value}",
                role=name(role),
                database=name(database),
                key=sql.SQL(".").join(map(name, key.split("."))),
                value=literal(value),
            )
    return len(missing)


def _is_there(connection: Raw, role: str) -> bool:
    return bool(told(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", role))


def _make(
    connection: Raw,
    role: str,
    can_login: bool,
    makes_roles: bool,
    inherits: bool,
    limit: int,
    verifier: str | None,
    until: str | None,
) -> None:
    words = ["LOGIN" if can_login else "NOLOGIN", "INHERIT" if inherits else "NOINHERIT"]
    words += ["CREATEROLE"] if makes_roles else []
    statement = "CREATE ROLE {role} WITH " + " ".join(words) + " CONNECTION LIMIT {limit}"
    statement += " PASSWORD {verifier}" if verifier else ""
    statement += " VALID UNTIL {until}" if until else ""
    order(
        connection,
        statement,
        role=name(role),
        limit=literal(limit),
        verifier=literal(verifier),
        until=literal(until),
    )
