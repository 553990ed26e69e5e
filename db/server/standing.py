"""Tell whether the server still has the rules that were made: a superuser can take them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

_TRIGGER = re.compile(r"CREATE (?:CONSTRAINT )?TRIGGER (\w+) ")
_POLICY = re.compile(r"CREATE POLICY (\w+) ")
_GUARDED = re.compile(r"ALTER TABLE (\w+) ENABLE ROW LEVEL SECURITY")
_FUNCTION = re.compile(
    r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?AS \$(\w+)\$(.*)\$\2\$", re.DOTALL
)


def missing(connection: Connection, statements: list[str]) -> Iterator[str]:
    """Yield what is not there any more, not switched on or not as it was made."""
    made = "\n".join(statements)
    asked = (
        (_TRIGGER, "SELECT tgname FROM pg_trigger WHERE tgenabled = 'O' AND NOT tgisinternal"),
        (_POLICY, "SELECT policyname FROM pg_policies WHERE schemaname = current_schema()"),
        (
            _GUARDED,
            "SELECT relname FROM pg_class WHERE relrowsecurity"
            " AND relnamespace = current_schema()::regnamespace",
        ),
    )
    for pattern, query in asked:
        there = set(connection.execute(text(query)).scalars())
        yield from sorted(set(pattern.findall(made)) - there)
    bodies = {
        name: body
        for name, body in connection.execute(
            text(
                "SELECT proname, prosrc FROM pg_proc"
                " WHERE pronamespace = current_schema()::regnamespace"
            )
        )
    }
    for statement in statements:
        found = _FUNCTION.search(statement)
        if found and bodies.get(found[1]) != found[3]:
            yield f"{found[1]}()"
