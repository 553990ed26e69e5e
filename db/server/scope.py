"""Whose eyes a session has: street, unit and ground of the person who signed on.

Policies ask these functions once a statement, as ``column = (select f())``; a function that is
asked for every row makes a list hundreds of times slower (database.md §6).
"""

from __future__ import annotations

from collections.abc import Iterator

from db.rules.terms import UnitKind
from db.server.people import IS_ME, PATH

# Each asks by itself who it is: one function that asks another costs as much again.
_ME = f"FROM account a WHERE {IS_ME}"
_MINE = f"FROM account a JOIN unit u ON u.id = a.unit_id WHERE {IS_ME}"

_ANSWERS = {
    "cmd_street() RETURNS bigint": f"RETURN (SELECT a.street_id {_ME})",
    "cmd_unit() RETURNS bigint": f"RETURN (SELECT a.unit_id {_ME})",
    "cmd_duty() RETURNS text": f"RETURN (SELECT a.role {_ME})",
    "cmd_letters() RETURNS text": (
        "RETURN (SELECT s.letters"
        f" FROM account a JOIN street s ON s.id = a.street_id WHERE {IS_ME})"
    ),
    "cmd_community() RETURNS bigint": (
        f"RETURN (SELECT u.id {_MINE} AND u.kind = '{UnitKind.COMMUNITY}')"
    ),
    "cmd_grids() RETURNS bigint[]": (
        f"RETURN ARRAY(SELECT u.id {_MINE} AND u.kind = '{UnitKind.GRID}'"
        " UNION ALL SELECT g.id FROM unit g WHERE g.parent_id = cmd_community())"
    ),
    "cmd_parts() RETURNS SETOF bigint": (
        "RETURN QUERY SELECT p.case_id FROM case_unit p WHERE p.unit_id = cmd_unit()"
    ),
}
"""What the functions answer; nothing at all to an account that is switched off."""


def statements() -> Iterator[str]:
    """Yield the functions; they look with the owner's eyes, else they would ask themselves."""
    for head, body in _ANSWERS.items():
        yield (
            f"CREATE OR REPLACE FUNCTION {head} LANGUAGE plpgsql STABLE SECURITY DEFINER"
            f" PARALLEL SAFE {PATH} AS $body$ BEGIN {body}; END $body$"
        )


CALLED = tuple(head.partition(" ")[0] for head in _ANSWERS)
"""The functions that the policies call, and so every person."""
