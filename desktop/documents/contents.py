"""What stands on the printed pages, free of any layout: one frozen data class a document.

The same object feeds the PDF, the DOCX and the screen. Texts are plain: nothing in them is read
as markup. A name that is empty, a date that is None: the row stays on the paper, blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Level = Literal["ordinary", "yellow", "red"]
Align = Literal["left", "centre", "right"]
Outcome = Literal["", "closed", "handling", "extension", "coordination"]
ParagraphLevel = Literal[0, 1, 2, 3, 4]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text.

    Level 0 is text; 1 to 4 are 一、 （一） 1. （1）. The number is written in the text by the
    author. With a level, `heading` is set in the face of its level and `text` follows in 仿宋.
    """

    text: str = ""
    level: ParagraphLevel = 0
    heading: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its share of the width, its alignment."""

    name: str
    weight: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class Table:
    """Rows of texts below heads; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class NoticeContents:
    """督办通知单: all rows of the table form, and what the letter form needs besides.

    `number` is empty while it is a draft. `copies` and `copy_number` are 份数 and 第_份.
    `title_lines` sets the break of the letter's title by hand; empty means: break by sense.
    `signatory` is the 署名 when it differs from `organ`.
    """

    organ: str
    number: str
    issue_date: date | None
    addressee: str
    subject: str
    demands: tuple[str, ...]
    finish_by: datetime | date | None
    report_by: datetime | date | None
    level: Level = "ordinary"
    copies: int | None = None
    copy_number: int | None = None
    head: str = ""
    phone: str = ""
    means: str = "书面督办"
    urgency: str = ""
    case_numbers: tuple[str, ...] = ()
    item_code: str = ""
    background: str = ""
    assigned_at: datetime | date | None = None
    due: datetime | date | None = None
    overdue_working_days: int | None = None
    reminders: int | None = None
    previous_note: str = ""
    problem: str = ""
    basis: str = ""
    lead_unit: str = ""
    assist_units: tuple[str, ...] = ()
    report_means: str = ""
    consequence: str = ""
    drafter: str = ""
    checker: str = ""
    signer: str = ""
    contact: str = ""
    contact_phone: str = ""
    copy_to: tuple[str, ...] = ()
    signatory: str = ""
    title_lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Annex:
    """附件: a name, and what stands on pages of its own after the signature."""

    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class OfficialContents:
    """A paper in 文件格式: 挂牌督办通知书, 通报, 请示.

    The red mark is `organ` and 文件. With `signers` it is an upward paper. `copy_serial` is 份号.
    `attachments` are only named, `annexes` are named and printed. `signatory` is 署名 when it
    differs from `organ`, `remark` is 附注 without its brackets.
    """

    organ: str
    kind: str
    number: str
    title: str
    recipients: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    issue_date: date | None
    copy_serial: int | None = None
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    signatory: str = ""
    remark: str = ""
    copy_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    title_lines: tuple[str, ...] = ()
    keywords: str = ""


@dataclass(frozen=True, kw_only=True)
class LetterContents:
    """A paper in 信函格式: 督办通知, 督办函, 催办通知书; the fields are those of a 文件."""

    organ: str
    kind: str
    number: str
    title: str
    recipients: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    issue_date: date | None
    copy_serial: int | None = None
    secrecy: str = ""
    urgency: str = ""
    attachments: tuple[str, ...] = ()
    signatory: str = ""
    remark: str = ""
    copy_to: tuple[str, ...] = ()
    title_lines: tuple[str, ...] = ()
    keywords: str = ""


@dataclass(frozen=True, kw_only=True)
class ReceiptContents:
    """督办回执: what is known beforehand; the rest is left blank to be written by hand.

    `check_code` goes into the QR code together with the number; it holds no personal data.
    `struck_off` answers 是否销号: True, False, or None for a blank.
    """

    organ: str
    notice_number: str
    check_code: str
    addressee: str
    subject: str = ""
    report_by: datetime | date | None = None
    received_at: datetime | date | None = None
    handler: str = ""
    head: str = ""
    phone: str = ""
    process: str = ""
    outcome: Outcome = ""
    unfinished_reason: str = ""
    expected_by: datetime | date | None = None
    feedback: str = ""
    attachments: tuple[str, ...] = ()
    unit_head: str = ""
    signed_on: date | None = None
    verification: str = ""
    verifier: str = ""
    verified_on: date | None = None
    struck_off: bool | None = None


@dataclass(frozen=True)
class FormField:
    """A field of a form: label, text, share of the width (0: what is left), least height in mm.

    `signed` ends the text with room for a signature and `signed_on`, or a blank date.
    """

    label: str
    text: str = ""
    share: float = 0.0
    height: float = 0.0
    signed: bool = False
    signer: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class FormContents:
    """A form of one table: 销号审批表, 挂牌督办登记表. `corners` stand above it, left and right."""

    organ: str
    title: str
    number: str
    rows: tuple[tuple[FormField, ...], ...]
    corners: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AgreedItem:
    """One 议定事项: what, who leads and assists, until when, what comes out, who is told."""

    matter: str
    lead_unit: str = ""
    assist_units: tuple[str, ...] = ()
    person: str = ""
    due: date | None = None
    result: str = ""
    report_to: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class MinutesContents:
    """会议纪要. `mark` is the red head; empty means organ + 会议纪要.

    `number` is printed below the mark as it is given, such as 〔2026〕12期.
    """

    organ: str
    number: str
    title: str
    held_at: datetime | date | None
    place: str = ""
    chair: str = ""
    recorder: str = ""
    opening: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    agreed: tuple[AgreedItem, ...] = ()
    present: tuple[str, ...] = ()
    on_leave: tuple[str, ...] = ()
    sitting_in: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    printed_by: str = ""
    printed_on: date | None = None
    mark: str = ""
    title_lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CaseListContents:
    """A landscape list of any rows: 督办台账, 事件清单, 超期清单.

    `heading` stands above the title (附件1), `subtitle` below it (period, scope), `notes` below
    the last row.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    organ: str = ""
    heading: str = ""
    subtitle: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandedOver:
    """A case that a shift named to the next: what was asked, and what became of it."""

    number: str
    title: str
    remark: str = ""
    settled: str = ""


@dataclass(frozen=True, kw_only=True)
class HandoverContents:
    """交接班记录: `taken_at` is None while the one who comes has not signed."""

    organ: str
    shift: str
    began_on: date
    giver: str
    given_at: datetime
    taker: str
    taken_at: datetime | None
    counts: tuple[tuple[str, int], ...] = ()
    note: str = ""
    matters: tuple[HandedOver, ...] = ()


@dataclass(frozen=True)
class Figure:
    """One core figure: its name, its value as text, its change against last week and last year."""

    name: str
    value: str
    change: str = ""
    year_change: str = ""


@dataclass(frozen=True)
class TrendLine:
    """A line of a drawn trend; `tone` is main, second or faint."""

    name: str
    values: tuple[int, ...]
    tone: Literal["main", "second", "faint"]


@dataclass(frozen=True)
class Bar:
    """A bar of a drawn ranking: the words around it, its value and, in a Pareto, the sum so far.

    Values are parts of the longest bar, sums of the whole; both from 0 to 1.
    """

    rank: str
    name: str
    length: float
    shown: str
    note: str = ""
    sum: float | None = None


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing of figures: lines over `labels`, the heat of a week, or bars; one of the three."""

    heading: str
    labels: tuple[str, ...] = ()
    trend: tuple[TrendLine, ...] = ()
    heat: tuple[tuple[int, ...], ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the weekly material; its heading gets the number 一、 二、 by itself.

    `tables` have a name each, which may be empty; `nothing` is said where there is no data.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    table: Table | None = None
    tables: tuple[tuple[str, Table], ...] = ()
    notes: tuple[str, ...] = ()
    nothing: str = "本周无。"


@dataclass(frozen=True, kw_only=True)
class WeeklyContents:
    """The review material of one week; `has_cover` puts title and 目录 on a page of their own."""

    organ: str
    title: str
    period: str
    sections: tuple[Section, ...]
    as_of: datetime | None = None
    issue: str = ""
    has_cover: bool = False


@dataclass(frozen=True, kw_only=True)
class FiguresContents:
    """The figures of a period: tiles and drawings on the first page, tables on the next ones.

    `heat` has seven rows, Monday first, of 24 counts. `notes` stand under every table.
    """

    organ: str
    title: str
    period: str
    as_of: datetime | None = None
    figures: tuple[Figure, ...] = ()
    labels: tuple[str, ...] = ()
    trend: tuple[TrendLine, ...] = ()
    heat: tuple[tuple[int, ...], ...] = ()
    items: tuple[Bar, ...] = ()
    stations: tuple[Bar, ...] = ()
    tables: tuple[tuple[str, Table], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """A label and its text on a sheet; `wide` gives it a row of its own."""

    label: str
    text: str = ""
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One step in the life of a case."""

    at: datetime
    step: str
    unit: str = ""
    person: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseSheetContents:
    """The sheet of one case: its fields, its description and all that happened to it.

    Of each file: name, kind, size, when it was added and by whom. `note` stands at the foot.
    """

    organ: str
    number: str
    title: str
    fields: tuple[Field, ...] = ()
    description: str = ""
    timeline: tuple[TimelineEntry, ...] = ()
    files: tuple[tuple[str, str, str, str, str], ...] = ()
    note: str = ""
    printed_at: datetime | None = None
    printed_by: str = ""
    check_code: str = ""


Contents = (
    NoticeContents
    | OfficialContents
    | LetterContents
    | ReceiptContents
    | FormContents
    | MinutesContents
    | CaseListContents
    | WeeklyContents
    | CaseSheetContents
)
