"""A paper made from the record: a look at it that is not filed, or one that can be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.documents.preview import page_count
from desktop.documents.stored import restored
from desktop.exchange.part_file import part_file
from desktop.paths import file_title

if TYPE_CHECKING:
    from db.queries.papers import PaperFile
    from desktop.documents.word import Editable
    from desktop.pages.paper_filing import Filing

A4_LANDSCAPE = (841.89, 595.28)
A4 = (595.28, 841.89)
WORD = ".docx"


@dataclass(frozen=True)
class LoosePaper:
    """A made paper: what it is called, what is said above it, its file and its pages.

    Of its `contents` the copy is made that can be edited. Without `filing` it is not kept.
    """

    title: str
    note: str
    data: bytes
    pages: int
    size: tuple[float, float] = A4_LANDSCAPE
    contents: Editable | None = None
    filing: Filing | None = None

    def kept_as(self, file: PaperFile, filing: Filing) -> LoosePaper:
        """Return it as the file that is kept; the copy to be edited says what was kept."""
        contents = self.contents
        if contents is not None:
            contents = restored(type(contents), file.contents)
        return replace(
            self, data=file.data, pages=page_count(file.data), contents=contents, filing=filing
        )

    def file_name(self) -> str:
        """Return the name under which it is proposed to be saved."""
        number = "" if self.filing is None else self.filing.number
        return file_title(f"{self.title} {number}".strip())


def save_paper(paper: LoosePaper, path: Path) -> Path:
    """Write the paper whole or not at all: as PDF, or as a file for WPS and Word."""
    data = paper.data
    if path.suffix.lower() == WORD and paper.contents is not None:
        from desktop.documents import word

        data = word.build(paper.contents)
    with part_file(path) as stream:
        stream.write(data)
    return path
