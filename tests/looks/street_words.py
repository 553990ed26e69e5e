"""Every text of a street: what of it is Chinese stays so in every language."""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as driver


def words_of_the_street(path: Path) -> str:
    """Return every text in the record: what of it is Chinese stays so in every language."""
    connection = driver.connect(f"file:{path}?mode=ro", uri=True)
    names = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list")]
    texts: list[str] = []
    for name in names:
        if "fts" not in name:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                texts.extend(value for value in row if isinstance(value, str))
    connection.close()
    return "\n".join(texts)
