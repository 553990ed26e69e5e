"""Run every measurement and write the table: ``python -m tests.bench [CASES] [NAME ...]``.

With a number of cases other than the usual one, or with the names of some benches (``register``
for ``bench_register.py``), nothing is written; the table is only printed.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from datetime import datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from tests.bench.measuring import HEADING, Measured, load
from tests.bench.street import CASES, build_street

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"


def main(arguments: list[str]) -> int:
    """Measure and print; return 0 when every target was met."""
    size = next((int(one) for one in arguments if one.isdigit()), CASES)
    wanted = {one for one in arguments if not one.isdigit()}
    with tempfile.TemporaryDirectory() as folder:
        street = build_street(Path(folder) / "bench.db", size)
        try:
            found: list[Measured] = []
            for name in sorted(path.stem for path in HERE.glob("bench_*.py")):
                if wanted and name.removeprefix("bench_") not in wanted:
                    continue
                for measured in import_module(f"tests.bench.{name}").run(street):
                    found.append(measured)
                    print(measured.row(), flush=True)
        finally:
            street.database.close()
    if size == CASES and not wanted:
        RESULTS.write_text(report(found, size), encoding="utf-8")
    return int(any(not measured.is_met for measured in found))


def report(found: list[Measured], size: int) -> str:
    """Return the page of results."""
    lines = [
        "# Measurements",
        "",
        f"{size} cases of three years in one file, without a key. {datetime.now():%Y-%m-%d %H:%M}."
        " Floors are of the same run; judge by the ratios.",
        "",
        f"Machine: {os.cpu_count()} cores, {_processor()}, {platform.system()}"
        f" {platform.release()}. Load at the end: {load()}.",
        f"Versions: Python {platform.python_version()}, SQLAlchemy {version('sqlalchemy')},"
        f" sqlcipher3 {version('sqlcipher3')}, SQLite {driver.sqlite_version}.",
        "",
        HEADING,
        *(measured.row() for measured in found),
        "",
        "Made by `python -m tests.bench`.",
        "",
    ]
    return "\n".join(lines)


def _processor() -> str:
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
