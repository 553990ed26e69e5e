"""Importing a street's real export, beside inserting as many bare rows durably."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from db.engine import open_database
from db.seed import FirstAccount, found_street
from desktop.founding import street_plan
from desktop.importing import import_file
from tests.bench.measuring import Measured
from tests.bench.street import BenchStreet

EXPORT = Path(__file__).resolve().parents[1] / "data" / "yongzhong_2026H1.xlsx"
LEAST_PER_SECOND = 1000
BATCH = 500


def run(street: BenchStreet) -> Iterator[Measured]:
    """Import the file into an empty street, reading included; the floor writes bare rows."""
    del street
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(
            str(Path(folder) / "import.db"), create=True, clock=lambda: datetime(2026, 7, 1, 9)
        )
        try:
            founded = found_street(
                database, street_plan("永中街道", FirstAccount("director", "", "主任甲"))
            )
            begun = time.perf_counter()
            done = import_file(database, founded.account_id, EXPORT)
            taken = (time.perf_counter() - begun) * 1000
            rows = done.imported
            floor = _floor(database, rows)
        finally:
            database.close()
    limit = rows / LEAST_PER_SECOND * 1000
    yield Measured(
        f"import of {rows} rows ({rows / taken * 1000:.0f} rows/s)",
        taken,
        taken,
        floor,
        f"{rows} bare rows",
        f"≥ {LEAST_PER_SECOND} rows/s",
        taken <= limit,
    )


def _floor(database: object, rows: int) -> float:
    engine = database.engine  # type: ignore[attr-defined]
    with engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.exec_driver_sql("CREATE TABLE bench_raw (id INTEGER, t TEXT)")
        begun = time.perf_counter()
        for start in range(0, rows, BATCH):
            with connection.begin():
                connection.exec_driver_sql(
                    "INSERT INTO bench_raw VALUES (?, ?)",
                    [(n, "噪声扰民" * 20) for n in range(start, min(start + BATCH, rows))],
                )
        return (time.perf_counter() - begun) * 1000
