"""How far a workstation has read the server's change log, and what wakes it to read on.

A transaction takes its number early and commits late, so "all after the last number" would skip
for ever what a slow writer adds (database.md §5: 467 of 2,400 changes). A place in the log is
therefore a snapshot: which transactions were over when it was read. Added since is what the
snapshot did not see, whoever was slow, and nobody waits for the slow one.
"""

from __future__ import annotations

from sqlalchemy import Text, literal_column, text

from db.feed import Feed
from db.server.people import PATH

CHANGES = "command_room_changes"
"""The channel that says that the log grew. It carries nothing: anybody may speak on it."""

MAKE = (
    "ALTER TABLE change_log ADD COLUMN IF NOT EXISTS transaction_id bigint",
    "CREATE INDEX IF NOT EXISTS ix_change_log_transaction ON change_log (transaction_id)",
    f"""
CREATE FUNCTION rule_change_log_transaction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER {PATH} AS $rule$
BEGIN
  NEW.transaction_id := pg_current_xact_id()::text::bigint;
  PERFORM pg_notify('{CHANGES}', '');
  RETURN NEW;
END $rule$
""",
    "CREATE TRIGGER rule_change_log_transaction BEFORE INSERT ON change_log"
    " FOR EACH ROW EXECUTE FUNCTION rule_change_log_transaction()",
)

_SEEN = "CAST(split_part(CAST(:seen AS text), '/', 2) AS pg_snapshot)"
_NUMBER = "CAST(CAST(transaction_id AS text) AS xid8)"
FEED = Feed(
    literal_column(
        "(SELECT system_identifier || '/' || pg_current_snapshot() FROM pg_control_system())", Text
    ),
    # The index finds what the snapshot could have missed; the rest is told by the snapshot itself.
    # A restored log tells of transactions that this server has yet to count to.
    text(
        f"transaction_id >= CAST(CAST(pg_snapshot_xmin({_SEEN}) AS text) AS bigint)"
        f" AND NOT pg_visible_in_snapshot({_NUMBER}, {_SEEN})"
        f" AND pg_visible_in_snapshot({_NUMBER}, pg_current_snapshot())"
    ),
)
"""A place is the mark of the server and a snapshot."""


def is_of_same_log(seen: str, here: str) -> bool:
    """Tell whether two places count the same transactions; after a restore they do not."""
    return seen.split("/")[0] == here.split("/")[0] and _next(seen) <= _next(here)


def _next(place: str) -> int:
    return int(place.split("/")[1].split(":")[1])
