"""Make or upgrade the tables and the rules, in one transaction of the caller, on every engine."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, inspect, update

from db.migrations.runner import SCHEMA_EPOCH, Revisions
from db.model.setting import app_meta
from db.sync import drop_rules, sync_rules


def upgrade_inside(
    connection: Connection, clock: Callable[[], datetime], practice: bool, revisions: Revisions
) -> None:
    """Bring tables and rules to those of this program; make them where there are none."""
    # Asked again inside the transaction: another program may have been faster.
    is_new = not inspect(connection).has_table(app_meta.name)
    # The guards would refuse a migration as they refuse everybody without a step.
    drop_rules(connection)
    revisions.migrate(connection)
    if is_new:
        connection.execute(
            app_meta.insert().values(
                id=1,
                identity=secrets.token_hex(16),
                schema_epoch=SCHEMA_EPOCH,
                is_practice=practice,
                created_at=clock(),
            )
        )
    else:
        # Without its triggers the migration changed rows that others may have kept.
        mark = secrets.token_hex(8)
        connection.execute(update(app_meta).values(schema_epoch=SCHEMA_EPOCH, reference_mark=mark))
    sync_rules(connection)
