"""The papers that follow from a notice or a listed matter: which contents each kind gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from db.rules.notice_papers import FurtherPaper, ListedPaper
from desktop import official_words, supervision_forms

if TYPE_CHECKING:
    from db.queries.further_papers import Further
    from db.queries.listed import ListedRow
    from db.queries.lookup import StreetRow
    from db.queries.notice_detail import NoticeDetail
    from desktop.documents.kinds import FurtherContents


def further_contents(
    paper: FurtherPaper, detail: NoticeDetail, street: StreetRow, known: Further, now: datetime
) -> FurtherContents:
    """Return what stands on a paper that follows from a notice."""
    made: dict[FurtherPaper, Callable[[], FurtherContents]] = {
        FurtherPaper.REMINDER: lambda: official_words.reminder_letter(
            detail, street, known.reminder_nth, known.reminder_by, now
        ),
        FurtherPaper.DEPARTMENT_LETTER: lambda: official_words.supervision_letter(
            detail, street, now
        ),
        FurtherPaper.LISTING_REQUEST: lambda: official_words.listing_request(detail, street, now),
        FurtherPaper.STRIKE_OFF: lambda: supervision_forms.strike_off_contents(detail, street),
    }
    return made[paper]()


def listed_paper(
    paper: ListedPaper, row: ListedRow, street: StreetRow, now: datetime
) -> FurtherContents:
    """Return what stands on a paper of a listed matter."""
    if paper is ListedPaper.ORDER:
        return official_words.listed_order(row, street, now.date())
    return supervision_forms.listed_contents(row, street)
