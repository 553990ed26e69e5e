"""The papers of the ledger: the sheet of a case and the list; made on the worker for documents."""

from __future__ import annotations

from dataclasses import dataclass

from db.queries.printed import PrintedCase, PrintedList
from desktop.case_sheet_words import case_sheet_contents
from desktop.documents import case_list, case_sheet
from desktop.documents.fonts import Fonts
from desktop.documents.preview import page_count
from desktop.ledger_list_words import ledger_list_contents
from desktop.paper_fonts import paper_fonts
from desktop.paths import dated_name

A4 = (595.28, 841.89)
A4_LANDSCAPE = (841.89, 595.28)


@dataclass(frozen=True)
class CasePaper:
    """A made paper. It is a look at the record, not an issued document, so it is not filed."""

    title: str
    file_name: str
    data: bytes
    pages: int
    size: tuple[float, float]


class CasePaperMaker:
    """Makes the papers; called on the documents worker only, where its fonts are loaded once."""

    def __init__(self) -> None:
        self._fonts: Fonts | None = None

    def sheet(self, printed: PrintedCase) -> CasePaper:
        """Return the sheet of a case."""
        data = case_sheet.build(case_sheet_contents(printed), self._known_fonts(), draft=True)
        number = printed.detail.number
        name = dated_name(f"办理单_{number}", printed.now, "pdf")  # data
        return CasePaper(number, name, data, page_count(data), A4)

    def list(self, printed: PrintedList, given: str) -> CasePaper:
        """Return the list of cases."""
        contents = ledger_list_contents(printed, given)
        data = case_list.build(contents, self._known_fonts(), draft=True)
        name = dated_name(contents.title, printed.now, "pdf")
        return CasePaper(contents.title, name, data, page_count(data), A4_LANDSCAPE)

    def _known_fonts(self) -> Fonts:
        if self._fonts is None:
            self._fonts = paper_fonts()
        return self._fonts
