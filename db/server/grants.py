"""What the people's group may do with each table; whatever is not said here is refused."""

from __future__ import annotations

from collections.abc import Iterator

from db.guarding.tables import APPEND_ONLY
from db.model import METADATA
from db.server.people import GROUP

READ_ONLY = frozenset({"step_rule", "app_meta"})
"""Tables that only the rules themselves write."""

LOCKED_ONLY = {"cases": "id", "chain_head": "street_id"}
"""Tables of which a person may lock a row, for which a right to change a column is needed; the
rules refuse the change. Cases are made by their registration and moved by steps."""

FOLLOWED = frozenset({"chain_head"})
"""Tables whose rows follow from others by themselves."""

DELETED = frozenset({"calendar_day", "setting", "unit_outline", "saved_view"})
"""Tables of which a command may take rows away."""


def statements() -> list[str]:
    """Return the grants, in the order of the tables' names."""
    return [
        *(line for name in sorted(METADATA.tables) for line in _table(name)),
        *_sequences(),
        f"GRANT SELECT ON alembic_version TO {GROUP}",
    ]


def _table(name: str) -> Iterator[str]:
    yield f"REVOKE ALL ON {name} FROM {GROUP}"
    yield f"GRANT SELECT ON {name} TO {GROUP}"
    if name in READ_ONLY:
        return
    if name not in FOLLOWED:
        yield f"GRANT INSERT ON {name} TO {GROUP}"
    if name in LOCKED_ONLY:
        yield f"GRANT UPDATE ({LOCKED_ONLY[name]}) ON {name} TO {GROUP}"
    elif name not in APPEND_ONLY:
        yield f"GRANT UPDATE ON {name} TO {GROUP}"
    if name in DELETED:
        yield f"GRANT DELETE ON {name} TO {GROUP}"


def _sequences() -> Iterator[str]:
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO {GROUP}"
