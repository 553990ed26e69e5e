"""Check the tables that are handed in before a page is begun."""

from desktop.documents.contents import Table
from desktop.documents.errors import DocumentError


def check_table(table: Table) -> None:
    """Refuse a table whose rows are not as wide as its heads."""
    wanted = len(table.columns)
    for number, row in enumerate(table.rows, 1):
        if len(row) != wanted:
            raise DocumentError("row_width", row=number, found=len(row), wanted=wanted)
    if not wanted or any(column.weight <= 0 for column in table.columns):
        raise DocumentError("row_width", row=0, found=wanted, wanted=1)
