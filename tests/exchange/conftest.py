"""What the tests of exchange share: the admission list, the street's real export, small sheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from desktop.exchange.items import ItemList
from desktop.exchange.sheets import Cell, cell_text, read_tables

ROOT = Path(__file__).resolve().parents[2]
REAL_EXPORT = ROOT / "tests" / "data" / "yongzhong_2026H1.xlsx"


@pytest.fixture(scope="session")
def items() -> ItemList:
    """Return the 61 items of the seed."""
    return ItemList.from_csv((ROOT / "resources/seed/items61.csv").read_text("utf-8"))


@pytest.fixture(scope="session")
def real_rows() -> tuple[tuple[Cell, ...], ...]:
    """Return every line of the real export, titles and totals with it."""
    return read_tables(REAL_EXPORT)[0].rows


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of small workbooks: `workbook(rows, 表二=rows)`."""

    def make(rows: Sequence[Sequence[object]], **more: Sequence[Sequence[object]]) -> Path:
        path = tmp_path / "export.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
            date_format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
            for name, lines in {"台账": rows, **more}.items():
                sheet = book.add_worksheet(name)
                for line, cells in enumerate(lines):
                    for place, cell in enumerate(cells):
                        form = date_format if hasattr(cell, "year") else None
                        sheet.write(line, place, cell, form)
        return path

    return make


def csv_bytes(
    rows: Sequence[Sequence[Cell]], encoding: str, delimiter: str = ",", bom: bytes = b""
) -> bytes:
    """Return rows as another system's csv file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([cell_text(c) for c in row] for row in rows)
    return bom + text.getvalue().encode(encoding)
