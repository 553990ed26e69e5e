"""Make the papers of a notice on a worker: notice, letter and reply slip, kept ones as kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from db.queries.door import Reader
from db.queries.further_papers import Further, further
from db.queries.lookup import StreetRow, street_on_paper
from db.queries.notice_detail import NoticeDetail, notice_detail
from db.queries.papers import PaperRow, paper_file, papers
from desktop.documents import case_list, notice, receipt
from desktop.documents.archive import archive_copy
from desktop.documents.contents import CaseListContents, NoticeContents, ReceiptContents
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.exchange.part_file import part_file
from desktop.notice_texts import ARCHIVED, FILE_NAMES, means_name, receipt_contents
from desktop.paper_fonts import paper_fonts
from desktop.paper_words import notice_contents
from desktop.paths import file_title

OBJECT = "notice"


class PaperKind(StrEnum):
    """The papers of a notice that can be looked at; the letter is another look, never filed."""

    NOTICE = "notice"
    LETTER = "letter"
    RECEIPT = "receipt"


FILED = (PaperKind.NOTICE, PaperKind.RECEIPT)


@dataclass(frozen=True)
class NoticeSeen:
    """A notice as the panel needs it: all facts, its papers, the record's own time."""

    detail: NoticeDetail
    street: StreetRow
    papers: tuple[PaperRow, ...]
    kept: dict[PaperKind, bytes]
    further: Further
    now: datetime


@dataclass(frozen=True)
class Paper:
    """One made paper; ``kept`` tells that it is the file that was issued before."""

    kind: PaperKind
    contents: NoticeContents | ReceiptContents
    data: bytes
    pages: int
    kept: bool
    wording: int | None = None

    def told(self) -> dict[str, Any]:
        """Return what stands on it as plain values, to be filed beside the file."""
        return asdict(self.contents) | {"wording": self.wording}


def notice_seen(reader: Reader, notice_id: int) -> NoticeSeen:
    """Return a notice with its kept papers; a file that was altered is not used again."""
    detail = notice_detail(reader, notice_id)
    rows = papers(reader, OBJECT, notice_id)
    kept: dict[PaperKind, bytes] = {}
    for kind in FILED:
        found = [row for row in rows if row.kind == kind.value]
        if found:
            # The blank slip went out first; it stays the one that is printed again.
            file = paper_file(reader, min(row.id for row in found))
            if file.is_intact:
                kept[kind] = file.data
    return NoticeSeen(
        detail, street_on_paper(reader), rows, kept, further(reader, detail), reader.now
    )


class PaperMaker:
    """Makes papers; called on the worker for documents only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def fonts(self) -> Fonts:
        """Return the faces, searched for on first use."""
        if self._fonts is None:
            self._fonts = paper_fonts()
        return self._fonts

    def make(self, seen: NoticeSeen, kind: PaperKind, copies: int | None = None) -> Paper:
        """Return one paper; a draft is marked as such, a kept one is given as it was kept."""
        detail = seen.detail
        contents: NoticeContents | ReceiptContents
        if kind is PaperKind.RECEIPT:
            contents = receipt_contents(detail, seen.street)
        else:
            contents = notice_contents(detail, seen.street)
            contents = replace(contents, copies=copies, means=means_name(contents.means))
        data = seen.kept.get(kind)
        # A slip that was answered is shown with its answer, though the blank one is kept.
        answered = kind is PaperKind.RECEIPT and detail.replied_at is not None and copies is None
        if data is not None and not answered:
            return Paper(kind, contents, data, page_count(data), True, detail.wording)
        data = self._built(contents, kind, draft=not detail.number)
        return Paper(kind, contents, data, page_count(data), False, detail.wording)

    def make_all(self, seen: NoticeSeen, copies: int) -> tuple[Paper, ...]:
        """Return the papers that are filed and printed together."""
        return tuple(self.make(seen, kind, copies) for kind in FILED)

    def make_book(self, contents: CaseListContents, path: Path) -> Path:
        """Write the register book as a PDF and return where it lies."""
        return write_file(path, case_list.build(contents, self.fonts()))

    def _built(
        self, contents: NoticeContents | ReceiptContents, kind: PaperKind, *, draft: bool
    ) -> bytes:
        if isinstance(contents, ReceiptContents):
            return receipt.build(contents, self.fonts(), draft=draft)
        letter = kind is PaperKind.LETTER
        return notice.build(contents, self.fonts(), letter=letter, draft=draft)


def save_papers(
    made: tuple[Paper, ...], number: str, folder: Path, archives: bool = False
) -> tuple[Path, ...]:
    """Write the papers into a folder and return where they lie; archive copies go beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for paper in made:
        name = f"{file_title(number)}_{FILE_NAMES[paper.kind.value]}"
        paths.append(write_file(folder / f"{name}.pdf", paper.data))
        if archives:
            write_file(folder / f"{name}_{ARCHIVED}.pdf", archive_copy(paper.data))
    return tuple(paths)


def save_merged(data: bytes, title: str, folder: Path, archives: bool = False) -> Path:
    """Write the papers of a batch as one file and return where it lies."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{file_title(title)}_{FILE_NAMES['notice']}"
    if archives:
        write_file(folder / f"{name}_{ARCHIVED}.pdf", archive_copy(data))
    return write_file(folder / f"{name}.pdf", data)


def write_file(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all, readable by this person only."""
    with part_file(path) as stream:
        stream.write(data)
    return path
