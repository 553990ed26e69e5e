"""Which record this is: known again wherever it was restored, and told from every other."""

from __future__ import annotations

from sqlalchemy import select

from db.model.setting import app_meta
from db.queries.door import Reader


def record_identity(reader: Reader) -> str:
    """Return the mark that the record got when it was made."""
    return str(reader.connection.execute(select(app_meta.c.identity)).scalar_one())
