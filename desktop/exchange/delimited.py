"""Read text tables: UTF-8 with or without BOM, UTF-16 with BOM, GB 18030; comma, semicolon, tab."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from desktop.exchange import formulas
from desktop.exchange.faults import ExchangeError
from desktop.exchange.guards import check_columns, check_rows

_DELIMITERS = ",;\t"
_PROBED_LINES = 30
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """Return the text of a file in one of the encodings that offices send."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ExchangeError("bad_encoding")


def records(text: str) -> list[tuple[str, ...]]:
    """Return the lines of a text table with their cells; an empty line has none."""
    delimiter, text = _delimiter(text)
    rows: list[tuple[str, ...]] = []
    for cells in _parsed(text, delimiter):
        rows.append(tuple(_cell(cell) for cell in cells))
        check_rows(len(rows))
        check_columns(len(cells))
    return rows


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the records; a quote that is never closed would swallow the rest, so it is refused."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as fault:
        raise ExchangeError("bad_quotes", line=reader.line_num) from fault


def _delimiter(text: str) -> tuple[str, str]:
    """Return the separator that cuts the first lines most evenly, and the text to cut."""
    first, _, rest = text.partition("\n")
    hint = first.strip().lower()
    if len(hint) == 5 and hint.startswith("sep=") and hint[4] in _DELIMITERS:
        return hint[4], rest
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign)), text


def _evenness(text: str, delimiter: str) -> float:
    """Return the usual number of cells times the share of first lines that have just so many."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(reader, _PROBED_LINES) if any(cells))
    except csv.Error:
        return 0
    if not widths:
        return 0
    width, lines = widths.most_common(1)[0]
    return width * lines / widths.total()


def _cell(cell: str) -> str:
    """Undo what programs wrap around a cell so that Excel leaves it alone."""
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 2:
        return cell[2:-1]
    return formulas.unguarded(cell)
