"""Lists, slips, case sheets, weekly material and figures as DOCX.

Drawings become tables of their numbers, which can be edited.
"""

from collections.abc import Sequence

from docx.shared import Pt

from desktop.documents import case_sheet, handover, receipt, weekly
from desktop.documents.contents import (
    CaseListContents,
    CaseSheetContents,
    Column,
    Drawing,
    Figure,
    FiguresContents,
    HandoverContents,
    ReceiptContents,
    Section,
    Table,
    WeeklyContents,
)
from desktop.documents.dates import stamp
from desktop.documents.grid import GridRow
from desktop.documents.word_file import LABEL, RED, WIDTH, WordFile

TEXT, NOTE, SMALL_TITLE = 14.0, 10.5, 12.0
TEXT_LINE = Pt(24)
FIGURES = (Column("指标", 2), Column("数值", 1, "right"), Column("环比", 1.4), Column("同比", 1.4))
LOWER = 0.93  # Word adds the room around a paragraph to the height of a row
WEEKDAYS = "一二三四五六日"


def build_list(contents: CaseListContents) -> bytes:
    """Return a landscape list as DOCX."""
    word = WordFile(contents.title, contents.organ, "清单", landscape=True)
    word.page_numbers()
    if contents.heading:
        word.paragraph([(contents.heading, "hei")], align="left")
    _title(word, contents.title, (contents.organ, contents.subtitle))
    word.table(Table(contents.columns, contents.rows))
    _notes(word, contents.notes)
    return word.finish()


def build_handover(contents: HandoverContents) -> bytes:
    """Return the record of a handover as DOCX."""
    return build_list(handover.as_list(contents))


def build_receipt(contents: ReceiptContents) -> bytes:
    """Return the reply slip as DOCX; the code of its number is written, not drawn."""
    word = WordFile(f"督办回执 {contents.notice_number}", contents.organ, "督办回执")
    word.paragraph([("督办回执", "xbs")], size=22, align="centre", line=Pt(33), spread=4.0)
    check = f"校验码：{contents.check_code}"
    word.at_both_ends((f"致：{contents.organ}", "fangsong"), (check, "fangsong"), size=12)
    _form(word, receipt.rows(contents))
    return word.finish()


def build_sheet(contents: CaseSheetContents) -> bytes:
    """Return the sheet of a case as DOCX."""
    word = WordFile(f"事件办理单 {contents.number}", contents.organ, "事件办理单")
    word.page_numbers()
    word.paragraph([("事件办理单", "xbs")], size=22, align="centre", line=Pt(33), spread=4.0)
    number = f"事件编号：{contents.number}"
    if contents.check_code:
        number += f"　校验码：{contents.check_code}"
    word.at_both_ends((contents.organ, "fangsong"), (number, "fangsong"), size=12)
    _form(word, case_sheet.fields(contents))
    _named(word, "办理过程", Table(case_sheet.TIMELINE, case_sheet.timeline(contents)))
    if contents.files:
        rows = tuple((str(nth), *file) for nth, file in enumerate(contents.files, 1))
        _named(word, "附件", Table(case_sheet.FILES, rows))
    printed = (f"打印人：{contents.printed_by}", f"打印时间：{stamp(contents.printed_at)}")
    _notes(word, ("　　".join(printed), *([contents.note] if contents.note else [])))
    return word.finish()


def build_weekly(contents: WeeklyContents) -> bytes:
    """Return the review material of a week as DOCX."""
    word = WordFile(contents.title, contents.organ, "周例会材料")
    word.page_numbers()
    as_of = f"数据截至 {stamp(contents.as_of)}" if contents.as_of else ""
    word.paragraph([(contents.organ, "xbs")], size=22, align="centre", colour=RED, line=Pt(33))
    word.rule_below()
    _title(word, contents.title, (contents.issue, contents.period, as_of))
    for number, section in enumerate(contents.sections, 1):
        _section(word, section, number)
    return word.finish()


def build_figures(contents: FiguresContents) -> bytes:
    """Return the figures of a period as DOCX."""
    word = WordFile(contents.title, contents.organ, "统计", landscape=True)
    word.page_numbers()
    as_of = f"数据截至 {stamp(contents.as_of)}" if contents.as_of else ""
    _title(word, contents.title, (contents.organ, contents.period, as_of))
    if contents.figures:
        word.table(_figures(contents.figures))
    drawings = (
        Drawing(heading="录入与办结趋势", labels=contents.labels, trend=contents.trend),
        Drawing(heading="星期与小时（录入件数）", heat=contents.heat),
        Drawing(heading="事项排行（件数、占比、累计占比）", bars=contents.items),
        Drawing(heading="站所排名（得分）", bars=contents.stations),
    )
    for drawing in drawings:
        _drawing(word, drawing)
    for name, table in contents.tables:
        _named(word, name, table)
    _notes(word, contents.notes)
    return word.finish()


def _section(word: WordFile, section: Section, number: int) -> None:
    heading = f"{weekly.ordinal(number)}、{section.heading}"
    word.paragraph([(heading, "hei")], size=TEXT, line=TEXT_LINE, before=8, keeps=True)
    for text in section.paragraphs:
        for part in text.split("\n"):
            word.paragraph([(part, "fangsong")], size=TEXT, line=TEXT_LINE, indent=True)
    if section.figures:
        word.table(_figures(section.figures))
    for drawing in section.drawings:
        _drawing(word, drawing)
    shown = [(name, table) for name, table in weekly.tables(section) if table.rows]
    for name, table in shown:
        _named(word, name, table)
    if not (section.paragraphs or section.figures or section.drawings or shown):
        word.paragraph([(section.nothing, "fangsong")], size=TEXT, line=TEXT_LINE, indent=True)
    _notes(word, section.notes)


def _drawing(word: WordFile, drawing: Drawing) -> None:
    """Write the numbers of a drawing as a table."""
    if drawing.trend:
        columns = (Column("", 1), *(Column(line.name, 1, "right") for line in drawing.trend))
        rows = tuple(
            (label, *(str(line.values[place]) for line in drawing.trend))
            for place, label in enumerate(drawing.labels)
        )
        _named(word, drawing.heading, Table(columns, rows))
    elif drawing.heat:
        hours = tuple(Column(f"{hour:02}", 1, "centre") for hour in range(24))
        columns = (Column("", 2, "centre"), *hours, Column("合计", 2, "right"))
        rows = tuple(
            (f"周{WEEKDAYS[day]}", *(str(count or "") for count in counts), str(sum(counts)))
            for day, counts in enumerate(drawing.heat)
        )
        _named(word, drawing.heading, Table(columns, rows))
    elif drawing.bars:
        columns = (
            Column("名次", 0.6, "centre"),
            Column("名称", 3),
            Column("数值", 1, "right"),
            Column("说明", 1.6, "centre"),
        )
        rows = tuple((bar.rank, bar.name, bar.shown, bar.note) for bar in drawing.bars)
        _named(word, drawing.heading, Table(columns, rows))


def _figures(figures: Sequence[Figure]) -> Table:
    rows = tuple((one.name, one.value, one.change, one.year_change) for one in figures)
    return Table(FIGURES, rows)


def _named(word: WordFile, name: str, table: Table) -> None:
    """Write a table below its name, which stays with it."""
    word.paragraph(
        [(name, "hei")], size=SMALL_TITLE, align="left", line=Pt(20), before=6, keeps=True
    )
    word.table(table)


def _title(word: WordFile, title: str, known: Sequence[str]) -> None:
    word.paragraph([(title, "xbs")], size=22, align="centre", line=Pt(33))
    words = "　　".join(part for part in known if part)
    if words:
        word.paragraph([(words, "kai")], size=12, align="centre", line=Pt(20), after=4)


def _form(word: WordFile, rows: Sequence[GridRow]) -> None:
    """Write rows of labels and texts in turn."""
    for row in rows:
        labels, texts = row.cells[::2], row.cells[1::2]
        spare = 1 - LABEL * len(labels) / WIDTH
        whole = sum(cell.weight for cell in texts)
        fields = [
            (name.text, text.text, spare * text.weight / whole)
            for name, text in zip(labels, texts, strict=True)
        ]
        word.row(fields, height=LOWER * row.least / 72 * 25.4)


def _notes(word: WordFile, notes: Sequence[str]) -> None:
    for note in notes:
        word.paragraph([(note, "fangsong")], size=NOTE, align="left", line=Pt(16), before=2)
