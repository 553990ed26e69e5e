"""Guard text cells of a csv file against being run as formulas (ASVS 5.0, 1.2.10; CWE-1236)."""

from __future__ import annotations

import re

_STARTS_FORMULA = re.compile(r"^'*[\s\ufeff\u200b]*[=+\-@\t\r\n\x00\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Return the text with a quote before anything that a spreadsheet might run.

    Text that already begins with quotes gets one more, so that `unguarded` is its exact inverse.
    """
    return f"'{text}" if _STARTS_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Take off the quote that `guarded` put on."""
    return text[1:] if text.startswith("'") and _STARTS_FORMULA.match(text) else text
