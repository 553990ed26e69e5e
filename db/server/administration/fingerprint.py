"""What a database holds, so that two can be compared: every row, right, rule and definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psycopg import sql

from db.server.administration.reach import Raw, name, rows

_OURS = "nspname !~ '^pg_' AND nspname <> 'information_schema'"

_TABLES = f"""
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OURS} AND c.relkind = 'r' ORDER BY 1, 2
"""

_STRUCTURE = {
    "column": f"""
SELECT format('%s.%s.%s', nspname, relname, attname),
       format('%s %s %s', format_type(atttypid, atttypmod), attnotnull,
              pg_get_expr(adbin, adrelid))
FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE {_OURS} AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
""",
    "table": f"""
SELECT format('%s.%s', nspname, relname),
       format('%s %s %s %s', pg_get_userbyid(relowner), relkind, relrowsecurity,
              relforcerowsecurity)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
WHERE {_OURS} AND relkind IN ('r', 'v', 'S')
""",
    "view": f"""
SELECT format('%s.%s', nspname, relname), pg_get_viewdef(c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE {_OURS} AND relkind = 'v'
""",
    "index": f"""
SELECT format('%s.%s', nspname, relname), pg_get_indexdef(c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE {_OURS} AND relkind = 'i'
""",
    "constraint": f"""
SELECT format('%s.%s.%s', nspname, conrelid::regclass, conname), pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace WHERE {_OURS} AND contype <> 'n'
""",
    "trigger": f"""
SELECT format('%s.%s.%s', nspname, relname, tgname), format('%s %s', tgenabled,
              pg_get_triggerdef(t.oid))
FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
WHERE {_OURS} AND NOT tgisinternal
""",
    "function": f"""
SELECT format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)),
       format('%s %s', pg_get_userbyid(proowner), pg_get_functiondef(p.oid))
FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE {_OURS} AND prokind IN ('f', 'p')
""",
    "policy": """
SELECT format('%s.%s.%s', schemaname, tablename, policyname),
       format('%s %s %s %s %s', permissive, roles, cmd, qual, with_check)
FROM pg_policies
""",
    "grant on schema": f"""
SELECT format('%s to %s', nspname, coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_namespace n, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) x
WHERE {_OURS} GROUP BY 1
""",
    "grant on table": f"""
SELECT format('%s.%s to %s', nspname, relname,
              coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace,
     aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
                                            relowner))) x
WHERE {_OURS} AND relkind IN ('r', 'v', 'S') GROUP BY 1
""",
    "grant on column": f"""
SELECT format('%s.%s.%s to %s', nspname, relname, attname,
              coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
JOIN pg_namespace n ON n.oid = relnamespace, aclexplode(attacl) x
WHERE {_OURS} AND attnum > 0 GROUP BY 1
""",
    "grant on function": f"""
SELECT format('%s.%s(%s) to %s', nspname, proname, pg_get_function_identity_arguments(p.oid),
              coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace,
     aclexplode(coalesce(proacl, acldefault('f', proowner))) x
WHERE {_OURS} GROUP BY 1
""",
    "grant on system": """
SELECT format('%s to %s', p.oid::regprocedure,
              coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_proc p LEFT JOIN pg_init_privs i ON i.objoid = p.oid AND i.classoid = 'pg_proc'::regclass,
     aclexplode(p.proacl) x
WHERE pronamespace = 'pg_catalog'::regnamespace AND p.proacl IS DISTINCT FROM i.initprivs GROUP BY 1
""",
    "grant by default": """
SELECT format('%s %s %s to %s', pg_get_userbyid(defaclrole),
              coalesce(defaclnamespace::regnamespace::text, ''), defaclobjtype,
              coalesce(pg_get_userbyid(nullif(x.grantee, 0)), 'public')),
       string_agg(format('%s%s', x.privilege_type, x.is_grantable), ',' ORDER BY x.privilege_type)
FROM pg_default_acl, aclexplode(defaclacl) x GROUP BY 1
""",
}
"""Kind of object → a query for its name and what can be said of it."""

_SEQUENCES = """
SELECT format('%s.%s', schemaname, sequencename), coalesce(last_value, 0) FROM pg_sequences
"""


@dataclass(frozen=True)
class Fingerprint:
    """Rows of every table as count and sum; every definition and right as text; sequences."""

    tables: Mapping[str, tuple[int, str]]
    structure: Mapping[str, str]
    sequences: Mapping[str, int]

    def differences(self, other: Fingerprint, *, structure: bool = True) -> tuple[str, ...]:
        """Return the names of what differs; without ``structure`` of the data alone.

        Sequences belong to no transaction: they may have run on, but never be behind.
        """
        found = list(_differing(self.tables, other.tables))
        found += sorted(
            f"sequence {what}"
            for what, last in self.sequences.items()
            if other.sequences.get(what, -1) < last
        )
        if structure:
            found += _differing(self.structure, other.structure)
        return tuple(found)


def fingerprint(connection: Raw) -> Fingerprint:
    """Return what the connection's database holds, as one transaction sees it."""
    tables = {}
    for schema, table in rows(connection, _TABLES):
        query = sql.SQL(
            "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text"
            " FROM {schema}.{table} t"
        ).format(schema=name(schema), table=name(table))
        count, total = connection.execute(query).fetchone() or (0, "0")
        tables[f"{schema}.{table}"] = (int(count), str(total))
    structure = {
        f"{kind} {what}": str(said)
        for kind, query in _STRUCTURE.items()
        for what, said in rows(connection, query)
    }
    return Fingerprint(tables, structure, dict(rows(connection, _SEQUENCES)))


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    yield from sorted(
        what for what in one.keys() | other.keys() if one.get(what) != other.get(what)
    )
