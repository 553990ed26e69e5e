"""A paper that is a look at the record and not an issued document, so it is not filed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange.part_file import part_file
from desktop.paths import file_title

A4_LANDSCAPE = (841.89, 595.28)
A4 = (595.28, 841.89)
WORD = ".docx"


@dataclass(frozen=True)
class LoosePaper:
    """A made paper: what it is called, what is said above it, its file and its pages.

    `word` makes the copy that can be edited, if there is one.
    """

    title: str
    note: str
    data: bytes
    pages: int
    size: tuple[float, float] = A4_LANDSCAPE
    word: Callable[[], bytes] | None = None

    def file_name(self) -> str:
        """Return the name under which it is proposed to be saved."""
        return file_title(self.title)


def save_paper(paper: LoosePaper, path: Path) -> Path:
    """Write the paper whole or not at all: as PDF, or as a file for WPS and Word."""
    is_word = path.suffix.lower() == WORD and paper.word is not None
    data = paper.word() if is_word and paper.word is not None else paper.data
    with part_file(path) as stream:
        stream.write(data)
    return path
