"""Make the papers of a meeting on a worker: minutes and the material of its week."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from db.queries.door import Reader
from db.queries.lookup import StreetRow, street
from db.queries.meetings import MinutesFacts, minutes_facts
from db.queries.papers import PaperFile, paper_file, papers
from db.queries.week_material import WeekMaterial
from desktop.documents import minutes, weekly, word
from desktop.documents.contents import MinutesContents, WeeklyContents
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.exchange.part_file import part_file
from desktop.minutes_texts import minutes_of
from desktop.pages.paper_filing import Filing
from desktop.paper_fonts import paper_fonts
from desktop.paths import file_title
from desktop.weekly_words import weekly_contents

OBJECT = "meeting"


class PaperKind(StrEnum):
    """The papers of a meeting."""

    MINUTES = "minutes"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class MinutesSeen:
    """What the minutes are made from, and the file that was kept when they were issued."""

    facts: MinutesFacts
    street: StreetRow
    kept: PaperFile | None


@dataclass(frozen=True)
class MeetingPaper:
    """One made paper; ``kept`` tells that it is the file that was filed before."""

    kind: PaperKind
    meeting_id: int
    number: str
    title: str
    contents: MinutesContents | WeeklyContents
    data: bytes
    pages: int
    is_final: bool
    kept: bool
    filing: Filing | None = None

    def kept_as(self, file: PaperFile, filing: Filing) -> MeetingPaper:
        """Return it as the file that is kept."""
        pages = page_count(file.data)
        return replace(self, data=file.data, pages=pages, kept=True, filing=filing)

    def file_name(self) -> str:
        """Return the name under which it is proposed to be saved."""
        return file_title(f"{self.title} {self.number}".strip())


def minutes_seen(reader: Reader, meeting_id: int) -> MinutesSeen:
    """Return what the minutes tell; a kept file that was altered is not used again."""
    facts = minutes_facts(reader, meeting_id)
    kept: PaperFile | None = None
    if facts.meeting.closed_at is not None:
        rows = [
            row for row in papers(reader, OBJECT, meeting_id) if row.kind == PaperKind.MINUTES.value
        ]
        if rows:
            file = paper_file(reader, max(row.id for row in rows))
            kept = file if file.is_intact else None
    return MinutesSeen(facts, street(reader), kept)


class MeetingPaperMaker:
    """Makes papers; called on the worker for documents only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def fonts(self) -> Fonts:
        """Return the faces, searched for on first use."""
        if self._fonts is None:
            self._fonts = paper_fonts()
        return self._fonts

    def make_minutes(self, seen: MinutesSeen) -> MeetingPaper:
        """Return the minutes; before the meeting is closed they are marked as a draft."""
        held = seen.facts.meeting
        contents = minutes_of(seen.facts, seen.street)
        is_final = held.closed_at is not None
        kept = seen.kept
        data = kept.data if kept else minutes.build(contents, self.fonts(), draft=not is_final)
        kind = PaperKind.MINUTES
        filing = Filing(
            kind.value, OBJECT, held.id, asdict(contents), held.issue_number,
            paper_id=kept.id if kept else None,
        )  # fmt: skip
        return MeetingPaper(
            kind=kind,
            meeting_id=held.id,
            number=held.issue_number,
            title=contents.title,
            contents=contents,
            data=data,
            pages=page_count(data),
            is_final=is_final,
            kept=kept is not None,
            filing=filing if is_final else None,
        )

    def make_weekly(self, seen: WeekMaterial, meeting_id: int) -> MeetingPaper:
        """Return the material of a week."""
        contents = weekly_contents(seen)
        data = weekly.build(contents, self.fonts())
        return MeetingPaper(
            kind=PaperKind.WEEKLY,
            meeting_id=meeting_id,
            number=str(seen.week),
            title=contents.title,
            contents=contents,
            data=data,
            pages=page_count(data),
            is_final=False,
            kept=False,
        )


def save_paper(paper: MeetingPaper, path: Path) -> Path:
    """Write a paper whole or not at all: as PDF, or as a file for WPS and Word."""
    data = paper.data
    if path.suffix.lower() == ".docx":
        data = word.build(paper.contents)
    with part_file(path) as stream:
        stream.write(data)
    return path
