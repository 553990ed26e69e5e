"""Keep a paper in the archive before it leaves the house; its number is taken with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from db.commands.papers import FilePaper
from db.errors import RuleError
from db.queries.numbering import next_number
from db.queries.papers import PaperFile, paper_file
from db.rules.numbering import FILED_NUMBERS, Numbered
from db.rules.permissions import Permission
from desktop.services import Services
from desktop.session import Session

MOST_TRIES = 20
"""So many others were faster; then the person is told."""


@dataclass(frozen=True)
class Filing:
    """Where a paper is kept, and what stands on it as plain values.

    ``paper_id`` is None until it is kept. ``numbered`` makes the paper once more with a number;
    the number is then taken when the paper is filed. ``occasion`` tells papers of one kind about
    one thing apart: the how manyth reminder, the period of a bulletin.
    """

    kind: str
    object_kind: str
    object_id: int
    told: Mapping[str, Any] = field(repr=False)
    number: str = ""
    occasion: str = ""
    paper_id: int | None = None
    prints: int = 0
    numbered: Callable[[str], Filed] | None = field(default=None, repr=False)

    @property
    def takes_number(self) -> bool:
        """Whether its number is taken when it is filed."""
        return self.kind in FILED_NUMBERS


class Filed(Protocol):
    """A paper that can be kept."""

    @property
    def data(self) -> bytes:
        """The PDF."""

    @property
    def filing(self) -> Filing | None:
        """Where it is kept; None for a mere look at the record."""


def may_file(session: Session) -> bool:
    """Tell whether the person may keep papers and count their prints."""
    may = session.may(Permission.SUPERVISION_PRINT) or session.may(Permission.MEETING_HOLD)
    return may and not session.read_only


class PaperFiler(QObject):
    """Keeps one paper at a time; ``filed`` gives it as it is kept, ``refused`` the error."""

    filed = Signal(object)
    refused = Signal(object)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._paper: Any = None
        self._tries = 0

    def file(self, paper: Filed) -> None:
        """Keep a paper; one that takes a number is made once more with the next one."""
        filing = paper.filing
        assert filing is not None
        self._paper = paper
        self._tries = 0
        if filing.takes_number:
            self._ask_number()
        else:
            self._send()

    def _ask_number(self) -> None:
        self._tries += 1
        kind = Numbered(self._paper.filing.kind)
        self._services.ask(
            next_number, kind, parent=self, done=self._make, failed=self._refuse
        )  # fmt: skip

    @Slot(str)
    def _make(self, number: str) -> None:
        make = self._paper.filing.numbered
        assert make is not None
        self._services.work(make, number, parent=self, done=self._take, failed=self._refuse)

    @Slot(object)
    def _take(self, paper: Filed) -> None:
        self._paper = paper
        self._send()

    def _send(self) -> None:
        filing: Filing = self._paper.filing
        command = FilePaper(
            kind=filing.kind,
            number=filing.number,
            object_kind=filing.object_kind,
            object_id=filing.object_id,
            occasion=filing.occasion,
            contents=filing.told,
            data=self._paper.data,
        )
        self._services.run(command, parent=self, done=self._keep, failed=self._try_again)

    @Slot(object)
    def _try_again(self, error: Exception) -> None:
        """Make the paper with the number that is next now, when somebody took this one."""
        was_taken = isinstance(error, RuleError) and error.code == "paper_number_taken"
        if was_taken and self._tries < MOST_TRIES:
            self._ask_number()
        else:
            self._refuse(error)

    @Slot(object)
    def _keep(self, answer: dict[str, Any]) -> None:
        """Give the paper that is kept: it may be the one that somebody else filed before."""
        self._services.ask(
            paper_file, answer["paper_id"], parent=self, done=self._give, failed=self._refuse
        )

    @Slot(object)
    def _give(self, file: PaperFile) -> None:
        self.filed.emit(as_kept(self._paper, file))

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.refused.emit(error)


def as_kept(paper: Any, file: PaperFile, prints: int = 0) -> Any:
    """Return a paper as the one that is kept."""
    filing = replace(paper.filing, number=file.number, paper_id=file.id, prints=prints)
    return paper.kept_as(file, filing)
