"""The shapes of the numbers: cases, documents, agreed items, issues, weeks (domain.md §1.5, §3.4).

Which number is next is told by the counters of the database.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import total_ordering

from db.rules.terms import SOURCE_LETTERS, Source

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_CASE = re.compile(r"([A-Z]{2,4})([A-Z])(\d{8})(\d{4,})", re.ASCII)
SERIAL_DIGITS = 4
"""How many digits the serial of a case has at least."""
_ORGAN = re.compile(r"[\u4e00-\u9fa5]{1,9}")
_DOCUMENT = re.compile(r"([\u4e00-\u9fa5]{1,10})〔(20\d{2})〕([1-9]\d{0,3})号", re.ASCII)
_AGREED = re.compile(r"议〔(20\d{2})〕第([1-9]\d?)周-([1-9]\d*)", re.ASCII)
_ISSUE = re.compile(r"〔(20\d{2})〕第([1-9]\d*)期", re.ASCII)
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII)
_LETTERS = re.compile(r"[A-Z]{2,4}", re.ASCII)

NUMBERING = "numbering"
"""The kind of object under which the audit tells that numbers were passed over."""
MOST_SERIAL = 9999
"""The largest number that a document of a year may have."""


class Numbered(StrEnum):
    """Papers whose numbers run on through a year."""

    NOTICE = "notice"
    MINUTES = "minutes"
    REMINDER = "reminder"
    DEPARTMENT_LETTER = "department_letter"
    LISTING_REQUEST = "listing_request"
    LISTED_ORDER = "listed_order"
    BULLETIN = "bulletin"


FILED_NUMBERS = frozenset(Numbered) - {Numbered.NOTICE, Numbered.MINUTES}
"""Papers that take their number when they are filed; the others have theirs by then."""

REMINDER_CODE = "催"
"""With what the number of 催办通知书 begins in every office (domain.md §3.3, form C)."""

_SIGNS = {
    Numbered.DEPARTMENT_LETTER: "函",
    Numbered.LISTING_REQUEST: "请",
    Numbered.LISTED_ORDER: "挂",
    Numbered.BULLETIN: "通",
}
"""What follows the office's signs, so that no two kinds of papers have the same number."""


@dataclass(frozen=True)
class CaseNumber:
    """The parts of a case number."""

    letters: str
    source_letter: str
    day: date
    serial: int


@dataclass(frozen=True)
class DocumentNumber:
    """The number of a document: 机关代字〔年〕序号号, without leading zeros."""

    organ: str
    year: int
    serial: int

    def __post_init__(self) -> None:
        """Refuse a number that would not have the official shape."""
        if not _DOCUMENT.fullmatch(str(self)):
            raise ValueError(f"not an official document number: {self}")

    def __str__(self) -> str:
        """Return the number as it is printed."""
        return f"{self.organ}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True)
class AgreedItemCode:
    """The code of an item agreed at the meeting of a week."""

    year: int
    week: int
    serial: int

    def __str__(self) -> str:
        """Return the code as it is printed."""
        return f"议〔{self.year}〕第{self.week}周-{self.serial}"


@dataclass(frozen=True)
class MinutesNumber:
    """The issue number of minutes."""

    year: int
    serial: int

    def __str__(self) -> str:
        """Return the number as it is printed."""
        return f"〔{self.year}〕第{self.serial}期"


def case_number_prefix(letters: str, source: Source, day: date) -> str:
    """Return what all cases of a street, a source letter and a day share; it names the counter."""
    if not _LETTERS.fullmatch(letters):
        raise ValueError("a street has two to four capital letters")
    return f"{letters}{SOURCE_LETTERS[source]}{day:%Y%m%d}"


def case_number(prefix: str, serial: int) -> str:
    """Return a case number; the serial has four digits and grows beyond 9,999."""
    if serial < 1:
        raise ValueError("a serial starts at 1")
    return f"{prefix}{serial:0{SERIAL_DIGITS}d}"


def parse_case_number(text: str) -> CaseNumber | None:
    """Return the parts of a case number, or None when it is none."""
    found = _CASE.fullmatch(text.strip().upper())
    if not found or found[2] not in SOURCE_LETTERS.values():
        return None
    try:
        day = datetime.strptime(found[3], "%Y%m%d").date()
    except ValueError:
        return None
    return CaseNumber(found[1], found[2], day, int(found[4]))


def is_organ_code(text: str) -> bool:
    """Tell whether signs can begin the number of a document: Chinese, one to nine."""
    return _ORGAN.fullmatch(text) is not None


def organ_code_of(kind: Numbered, organ_code: str) -> str:
    """Return the signs with which the numbers of a kind of papers begin."""
    return REMINDER_CODE if kind is Numbered.REMINDER else organ_code + _SIGNS.get(kind, "")


def written_number(kind: Numbered, organ_code: str, year: int, serial: int) -> str:
    """Return a number as it stands on a paper of the kind."""
    if kind is Numbered.MINUTES:
        return minutes_issue_number(year, serial)
    return str(DocumentNumber(organ_code_of(kind, organ_code), year, serial))


def counter_name(kind: Numbered, street_id: int, year: int) -> str:
    """Return the name of the counter of a kind of papers in a year."""
    sign = "/" if kind is Numbered.NOTICE else ":"
    return f"{street_id}{sign}{year}"


def parse_document_number(text: str) -> DocumentNumber | None:
    """Return the parts of a document number, or None when it is none."""
    found = _DOCUMENT.fullmatch(text.strip())
    return DocumentNumber(found[1], int(found[2]), int(found[3])) if found else None


def agreed_item_code(year: int, week: int, serial: int) -> str:
    """Return the code of an agreed item: 议〔2026〕第47周-3."""
    return str(AgreedItemCode(year, week, serial))


def parse_agreed_item_code(text: str) -> AgreedItemCode | None:
    """Return the parts of the code of an agreed item, or None when it is none."""
    found = _AGREED.fullmatch(text.strip())
    return AgreedItemCode(int(found[1]), int(found[2]), int(found[3])) if found else None


def minutes_issue_number(year: int, serial: int) -> str:
    """Return the issue number of minutes: 〔2026〕第3期."""
    return str(MinutesNumber(year, serial))


def parse_minutes_issue_number(text: str) -> MinutesNumber | None:
    """Return the parts of an issue number, or None when it is none."""
    found = _ISSUE.fullmatch(text.strip())
    return MinutesNumber(int(found[1]), int(found[2])) if found else None


@total_ordering
@dataclass(frozen=True)
class IsoWeek:
    """A week from Monday to Sunday, numbered as ISO 8601 does; its year may not be the day's."""

    year: int
    week: int

    def __post_init__(self) -> None:
        """Refuse a week that its year does not have."""
        date.fromisocalendar(self.year, self.week, 1)

    @classmethod
    def of(cls, day: date) -> IsoWeek:
        """Return the week that holds a day."""
        year, week, _ = day.isocalendar()
        return cls(year, week)

    @classmethod
    def parse(cls, text: str) -> IsoWeek | None:
        """Return the week of ``2026-W47``, or None when it is none."""
        found = _ISO_WEEK.fullmatch(text.strip().upper())
        if not found:
            return None
        try:
            return cls(int(found[1]), int(found[2]))
        except ValueError:
            return None

    @property
    def monday(self) -> date:
        """Return the first day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """Return the last day."""
        return date.fromisocalendar(self.year, self.week, 7)

    @property
    def start(self) -> datetime:
        """Return the moment at which the week begins."""
        return datetime.combine(self.monday, time())

    @property
    def end(self) -> datetime:
        """Return the moment at which the next week begins."""
        return datetime.combine(self.sunday + _DAY, time())

    @property
    def previous(self) -> IsoWeek:
        """Return the week before."""
        return IsoWeek.of(self.monday - _WEEK)

    @property
    def next(self) -> IsoWeek:
        """Return the week after."""
        return IsoWeek.of(self.monday + _WEEK)

    def __str__(self) -> str:
        """Return the week as ``2026-W47``."""
        return f"{self.year:04d}-W{self.week:02d}"

    def __lt__(self, other: IsoWeek) -> bool:
        """Order weeks by time."""
        return (self.year, self.week) < (other.year, other.week)
