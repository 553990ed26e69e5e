"""Run Alembic inside the caller's transaction; know the revisions without loading Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

HEAD = "0001"
_ORDER = ("0001",)


def known_revisions() -> frozenset[str]:
    """Return the revisions that this program can open or bring up to date."""
    return frozenset(_ORDER)


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Bring the tables to a revision, in the transaction of the caller."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
