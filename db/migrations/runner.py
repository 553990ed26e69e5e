"""Run Alembic inside the caller's transaction; know the revisions without loading Alembic."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.errors import OpeningError

SCHEMA_EPOCH = 1
"""Raised when an older program would do harm to a newer database."""

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Revisions:
    """The revisions of the tables in their order, and the folders of their scripts."""

    order: tuple[str, ...]
    folders: tuple[Path, ...] = (_HERE / "versions",)

    @property
    def head(self) -> str:
        """The newest revision."""
        return self.order[-1]

    def migrate(self, connection: Connection) -> None:
        """Bring the tables to the newest revision, in the transaction of the caller.

        :raises OpeningError: ``migration_failed``, the scripts do not lead there.
        """
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("path_separator", "os")
        # A per cent sign has a meaning in this configuration.
        config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
        folders = os.pathsep.join(str(folder) for folder in self.folders)
        config.set_main_option("version_locations", folders.replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, self.head)
        except CommandError as error:
            raise OpeningError("migration_failed", detail=str(error)) from error


OURS = Revisions(("0001",))
"""The revisions that this program can open or bring up to date."""

HEAD = OURS.head
