"""Which papers a supervision notice may have beside 督办通知单 and its 回执 (domain.md §3.2, §3.3).

The level decides how far up a paper goes: a card may be told to the department that sent the
unit, a red card past its limit may be laid before the district.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from db.rules.notice_states import STANDING_STATES, NoticeState
from db.rules.terms import SupervisionLevel


class FurtherPaper(StrEnum):
    """The papers that follow from a notice."""

    REMINDER = "reminder"
    DEPARTMENT_LETTER = "department_letter"
    LISTING_REQUEST = "listing_request"
    STRIKE_OFF = "strike_off"


class ListedPaper(StrEnum):
    """The papers of a matter that the district listed."""

    ORDER = "listed_order"
    REGISTRATION = "listed_registration"


N = NoticeState
_UNANSWERED = frozenset({N.ISSUED, N.DELIVERED, N.SENT_BACK})
_ANSWERED = frozenset({N.REPLIED, N.ASKED, N.VERIFIED, N.STRUCK_OFF})


def further_papers(
    state: NoticeState,
    level: SupervisionLevel,
    finish_by: datetime,
    now: datetime,
    *,
    has_department: bool,
) -> tuple[FurtherPaper, ...]:
    """Return the papers that a notice may have as it stands."""
    stands = state in STANDING_STATES
    is_card = level >= SupervisionLevel.YELLOW
    allowed = {
        FurtherPaper.REMINDER: state in _UNANSWERED,
        FurtherPaper.DEPARTMENT_LETTER: stands and is_card and has_department,
        FurtherPaper.LISTING_REQUEST: (
            stands and level is SupervisionLevel.RED and now > finish_by
        ),
        FurtherPaper.STRIKE_OFF: state in _ANSWERED,
    }
    return tuple(paper for paper in FurtherPaper if allowed[paper])
