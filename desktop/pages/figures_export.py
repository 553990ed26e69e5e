"""Write the figures as a workbook or as one table, with basis and cut-off under each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.engine import Database
from db.queries.door import ask
from db.queries.statistics import GroupBy
from desktop.exchange.faults import ExchangeError
from desktop.exchange.sheets import Cell
from desktop.exchange.tables import BookSheet, Kind, write_book, write_csv
from desktop.pages import figures_words as words
from desktop.pages.figures_report import FiguresReport, figures_report
from desktop.pages.figures_seen import Wanted
from desktop.pages.figures_sheets import (
    HUNDRED,
    book_sheets,
    items_sheet,
    stations_sheet,
    table_sheet,
)
from desktop.pages.file_field import DIALOG_WIDTH, FileField, usual_folder
from desktop.paths import dated_name
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.segmented_choice import SegmentedChoice


class Sheet(StrEnum):
    """What can be written: the whole workbook, or one of its tables."""

    ALL = "all"
    TABLE = "table"
    ITEMS = "items"
    STATIONS = "stations"


@dataclass(frozen=True)
class WrittenFigures:
    """What was written where."""

    path: Path
    rows: int


class FiguresExportDialog(BasicDialog):
    """Ask which table goes into which file; ``wanted`` tells (sheet, path)."""

    wanted = Signal(object, object)

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        title = words.translate("figures", "导出统计表")
        super().__init__(title, icon="download", parent=parent)
        self._now = now
        self._sheet = SegmentedChoice(
            (
                (Sheet.ALL, self.tr("统计报表")),
                (Sheet.TABLE, self.tr("统计明细表")),
                (Sheet.ITEMS, self.tr("事项排行")),
                (Sheet.STATIONS, self.tr("站所排名")),
            ),
            name=self.tr("哪一张表"),
        )
        self._sheet.set_value(Sheet.ALL)
        self._sheet.changed.connect(self._propose)
        self.path = FileField(self.tr("表格 (*.xlsx *.csv)"), name=self.tr("存到"), saves=True)
        self.body.addWidget(FieldRow(self.tr("哪一张表"), self._sheet))
        self.body.addWidget(FieldRow(self.tr("存到"), self.path))
        self.widen(DIALOG_WIDTH)
        self.set_text(
            self.tr(
                "按当前的时期、口径和范围导出，统计报表含六张工作表；每张表下注明口径和截止时间。"
            )
        )
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("导出"), kind="primary", key="Ctrl Enter", icon="download", closes=False
        )
        yes.clicked.connect(self._tell)
        self._propose(Sheet.ALL)

    @Slot(object)
    def _propose(self, sheet: Sheet) -> None:
        name = dated_name(self._sheet.text(), self._now, "xlsx")
        self.path.set_value(usual_folder() / name)

    @Slot()
    def _tell(self) -> None:
        path = self.path.value()
        if path is None:
            self.set_error(self.tr("请写明存到哪里。"))
            self.path.setFocus()
            return
        self.wanted.emit(Sheet(self._sheet.value()), path)


def write_figures(
    database: Database, account_id: int, path: Path, sheet: Sheet, wanted: Wanted, by: GroupBy
) -> WrittenFigures:
    """Write figures as an account sees them; run on the worker.

    :raises NotAllowed: the right to export is missing.
    :raises ExchangeError: ``unknown_ending``, ``cannot_write``.
    """
    report = ask(database, figures_report, account_id, wanted, by)
    ending = path.suffix.lower()
    if ending == ".csv" and sheet is not Sheet.ALL:
        only = _one(report, sheet)
        write_csv(path, only.columns, _lines(only), total=len(only.rows))
        return WrittenFigures(path, len(only.rows))
    if ending != ".xlsx":
        known = (".xlsx",) if sheet is Sheet.ALL else (".xlsx", ".csv")
        raise ExchangeError("unknown_ending", name=path.name, known=known)
    sheets = book_sheets(report) if sheet is Sheet.ALL else (_one(report, sheet),)
    return WrittenFigures(path, write_book(path, sheets).rows)


def _one(report: FiguresReport, sheet: Sheet) -> BookSheet:
    if sheet is Sheet.ITEMS:
        return items_sheet(report)
    return stations_sheet(report) if sheet is Sheet.STATIONS else table_sheet(report)


def _lines(sheet: BookSheet) -> list[list[Cell]]:
    """Return the lines of a text file, where a rate is written with its sign."""
    percent = [column.kind is Kind.PERCENT for column in sheet.columns]
    found: list[list[Cell]] = [
        [
            f"{value * HUNDRED:.2f}%" if is_rate and isinstance(value, float) else value
            for is_rate, value in zip(percent, row, strict=True)
        ]
        for row in sheet.rows
    ]
    found.append([])
    for note in sheet.notes:
        found.append([note])
    return found
