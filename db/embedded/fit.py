"""Compare the tables of a file with those of this program: the revision alone does not tell.

A revision that was changed before its release leaves files that bear its name and lack its columns.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection

from db.embedded.connection import connect
from db.model import METADATA

_COLUMNS = (
    'SELECT m.name, c.name, c."notnull" AND c.dflt_value IS NULL AND NOT c.pk'
    " FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'"
)


def misfits(connection: Connection) -> list[str]:
    """Return which columns are missing, or are there and want a value that nobody gives them.

    Any other column more does no harm, nor does a table more.
    """
    wanted = {(table.name, column.name) for table in METADATA.tables.values() for column in table.c}
    found = {(row[0], row[1]): row[2] for row in connection.exec_driver_sql(_COLUMNS).all()}
    ours = {table for table, _ in wanted}
    strange = {name for name, wants in found.items() if wants and name[0] in ours} - wanted
    return sorted(f"{table}.{column}" for table, column in (wanted - found.keys()) | strange)


def is_practice_file(path: Path) -> bool:
    """Tell whether a file without a key says of itself that its people are invented."""
    connection: Any = connect(path, None, "look")
    try:
        row = connection.execute("SELECT is_practice FROM app_meta").fetchone()
    except driver.OperationalError:
        # Whatever has no such mark is taken for a record, and is kept where it is.
        return False
    finally:
        connection.close()
    return bool(row and row[0])
