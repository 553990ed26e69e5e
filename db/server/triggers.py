"""Write the rules of ``db/guarding`` as trigger functions of the server.

Each rule becomes a function and a trigger of one name with the prefix ``rule_``. They look and
write with the owner's rights: what follows by itself (the case that a step moves, the head of the
chain) nobody else may write, and a rule must not overlook what its asker may not see.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    Float,
    Integer,
    Text,
    text,
)

from db.guarding.rules import trigger_rules
from db.guarding.trigger_rule import TriggerRule
from db.model.case import cases
from db.server import (
    at_commit,
    duties,
    live,
    lock_down,
    people,
    policies,
    reckoning,
    scope,
    search,
    standing,
)
from db.server.connection import SCHEMA

PREFIX = "rule_"

_TYPES = {
    BigInteger: "bigint",
    Boolean: "boolean",
    DateTime: "timestamp",
    Float: "double precision",
    Integer: "integer",
    Text: "text",
}


_READ = {"NEW.changes": "changed"}
"""Documents that a function takes apart once, before it looks for one key after the other."""


class ServerSpeech:
    """The words of PostgreSQL."""

    times_kept = "is_practice"
    """A server has a clock, and for one row that all commands write they would queue; but a
    practice street lives in a time of its own."""

    def has(self, document: str, key: str) -> str:
        """Return the condition that a JSON document has a key, be it empty."""
        return f"({_READ.get(document, document)} -> '{key}') IS NOT NULL"

    def value(self, document: str, key: str, column: str) -> str:
        """Return the value of a key as a column of ``cases`` holds it."""
        kind = type(cases.c[column].type)
        if kind is JSON:
            return f"({document} -> '{key}')"
        return f"({_READ.get(document, document)} ->> '{key}')::{_TYPES[kind]}"

    def keys(self, document: str) -> str:
        """Return the source of rows with the column ``key``, aliased ``j``."""
        return f"json_object_keys({document}) j(key)"

    def is_document(self, expression: str) -> str:
        """Return the condition that a value is a JSON object; its type holds nothing else."""
        return f"(json_typeof({expression}) = 'object')"

    def comparable(self, expression: str, column: Column[Any]) -> str:
        """Return a value of a column; documents can be compared as text."""
        return f"{expression}::text" if isinstance(column.type, JSON) else expression

    def contains(self, text: str, part: str) -> str:
        """Return the condition that a text contains another."""
        return f"(strpos({text}, {part}) > 0)"

    def all_but_last(self, text: str, count: int) -> str:
        """Return a text without its last characters."""
        return f"left({text}, -{count})"

    def number_behind(self, text: str, prefix: str) -> str:
        """Return the number that stands behind a prefix, empty where there is none."""
        rest = f"substr({text}, length({prefix}) + 1)"
        return f"(CASE WHEN {rest} ~ '^[0-9]{{1,9}}$' THEN {rest}::bigint END)"

    def seconds(self, moment: str) -> str:
        """Return a moment as seconds."""
        return f"extract(epoch FROM {moment})"

    def fresh_mark(self) -> str:
        """Return a text that was never there before."""
        return "replace(gen_random_uuid()::text, '-', '')"


_REFUSED = "check_violation"
CALLED = ("cmd_user", "cmd_grams", "cmd_search")
"""What every person calls: in a search, and where a column's index is made of it."""


def statements() -> list[str]:
    """Return every statement that makes people, search, rules and rights, in order."""
    kept = [*trigger_rules(ServerSpeech()), *reckoning.rules()]
    rules = [sql for rule in kept for sql in _statements(rule)]
    called = ", ".join((*CALLED, *scope.CALLED))
    return [
        *people.MAKE,
        *duties.make(),
        *scope.statements(),
        *search.MAKE,
        *live.MAKE,
        *rules,
        *at_commit.statements(),
        *duties.grants(),
        *policies.statements(),
        *lock_down.MAKE,
        f"REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION {called} TO {people.GROUP}",
    ]


def missing(connection: Connection) -> list[str]:
    """Return the names of what somebody took away or switched off."""
    return list(standing.missing(connection, statements()))


def drop(connection: Connection) -> None:
    """Drop the policies and the generated functions with their triggers.

    Indexes and roles stay; a table without its policies is seen by its owner alone.
    """
    found = connection.execute(
        text(
            "SELECT policyname, tablename FROM pg_policies WHERE schemaname = current_schema()"
            " AND starts_with(policyname, :prefix)"
        ),
        {"prefix": PREFIX},
    ).all()
    for name, table in found:
        connection.exec_driver_sql(f'DROP POLICY "{name}" ON "{table}"')
    names = connection.execute(
        text(
            "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
            " AND starts_with(proname, :prefix)"
        ),
        {"prefix": PREFIX},
    ).scalars()
    for name in names.all():
        connection.exec_driver_sql(f'DROP FUNCTION "{name}" CASCADE')


def _statements(rule: TriggerRule) -> tuple[str, str]:
    lines = [
        *(
            f"IF {sql} THEN RAISE EXCEPTION 'rule:{code}' USING ERRCODE = '{_REFUSED}'; END IF;"
            for code, sql in rule.refused
        ),
        *(f"{sql};" for sql in rule.then),
        f"RETURN {'OLD' if rule.when.endswith('DELETE') else 'NEW'};",
    ]
    if rule.only_if:
        lines = [f"IF {rule.only_if} THEN", *lines[:-1], "END IF;", lines[-1]]
    body = "\n  ".join(lines)
    read = "".join(
        f"DECLARE\n  {name} jsonb := {document};\n"
        for document, name in _READ.items()
        if f"({name} ->" in body
    )
    return (
        f"CREATE FUNCTION {PREFIX}{rule.name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
        f" {people.PATH} AS $rule$\n{read}BEGIN\n  {body}\nEND $rule$",
        f"CREATE TRIGGER {PREFIX}{rule.name} {rule.when} ON {rule.table}"
        f" FOR EACH ROW EXECUTE FUNCTION {PREFIX}{rule.name}()",
    )
