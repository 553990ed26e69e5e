"""Tell from the first bytes of a file what it can be, before any library touches it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

PAGE = 4096
APPLICATION_ID = 0x436D6452
"""``CmdR``: the mark in the header of every file that this product made."""

_MAGIC = b"SQLite format 3\0"
_FRACTIONS = slice(21, 24)
_FIXED_FRACTIONS = b"\x40\x20\x20"
"""Three bytes that every plain SQLite header has at its 21st: they outlive a lost magic."""
_IDENTITY = slice(68, 72)
_RANDOM_VALUES = 200
"""Different byte values in 1 KiB: chance alone gives about 251, a text or a table far fewer."""


FileKind = Literal["empty", "plain", "encrypted", "damaged", "foreign"]
"""What a file looks like: a plain SQLite file, nothing but chance as an encrypted one is, a
SQLite file whose beginning is gone, or something else."""


def kind_of(path: Path) -> FileKind:
    """Return what a file looks like."""
    with path.open("rb") as file:
        head = file.read(PAGE)
    if not head:
        return "empty"
    if head.startswith(_MAGIC):
        return "plain"
    is_blank_page = len(head) == PAGE and not any(head)
    if head[_FRACTIONS] == _FIXED_FRACTIONS or is_blank_page:
        return "damaged"
    if len(set(head[:1024])) >= _RANDOM_VALUES:
        return "encrypted"
    return "foreign"


def has_our_mark(path: Path) -> bool:
    """Tell whether the header of a plain file names this product.

    A file that is new or in use can have its header in the log beside it still.
    """
    with path.open("rb") as file:
        head = file.read(PAGE)
    return head[_IDENTITY] == APPLICATION_ID.to_bytes(4, "big")
