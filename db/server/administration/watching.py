"""Let the server count wrong passwords now: a timer does it while nobody has a window open."""

from __future__ import annotations

from db.errors import OpeningError
from db.server.administration.plan import Plan
from db.server.administration.reach import told

_STANDS = "SELECT to_regprocedure('app.watch_sign_ons()') IS NOT NULL"
_LOCKED = "SELECT count(*) FROM app.account WHERE locked_until > localtimestamp"


def watch(plan: Plan) -> int:
    """Count what was refused since the last time; return how many accounts are locked.

    :raises OpeningError: ``server_database_missing``; ``server_lockout_missing``, the server does
        not count.
    """
    with plan.reach.connected() as connection:
        if not told(connection, "SELECT 1 FROM pg_database WHERE datname = %s", plan.database):
            raise OpeningError("server_database_missing", name=plan.database)
    with plan.reach.connected(plan.database) as connection:
        if not told(connection, _STANDS):
            raise OpeningError("server_lockout_missing")
        connection.execute("SELECT app.watch_sign_ons()")
        return int(told(connection, _LOCKED))
