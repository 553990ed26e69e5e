"""Write the tables of figures as xlsx, with basis and cut-off under them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.engine import Database
from db.queries.door import Reader, ask
from db.queries.statistics import FigureScope, GroupBy
from db.rules.indicators import indicator_table
from db.rules.permissions import Permission
from desktop import texts
from desktop.exchange.sheets import Cell
from desktop.exchange.tables import Column, Kind
from desktop.exporting import write_list
from desktop.pages import figures_words as words
from desktop.pages.figures_columns import CODES, FigureRow
from desktop.pages.figures_seen import ALL_ITEMS, Wanted, items_seen, stations_seen, table_seen
from desktop.pages.figures_stations import RATES
from desktop.pages.figures_table import figure_rows
from desktop.pages.file_field import DIALOG_WIDTH, FileField, usual_folder
from desktop.paths import dated_name
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.segmented_choice import SegmentedChoice

Rows = list[list[Cell]]


class Sheet(StrEnum):
    """The tables that can be written."""

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
                (Sheet.TABLE, self.tr("统计明细表")),
                (Sheet.ITEMS, self.tr("事项排行")),
                (Sheet.STATIONS, self.tr("站所排名")),
            ),
            name=self.tr("哪一张表"),
        )
        self._sheet.set_value(Sheet.TABLE)
        self._sheet.changed.connect(self._propose)
        self.path = FileField(self.tr("表格 (*.xlsx *.csv)"), name=self.tr("存到"), saves=True)
        self.body.addWidget(FieldRow(self.tr("哪一张表"), self._sheet))
        self.body.addWidget(FieldRow(self.tr("存到"), self.path))
        self.setMinimumWidth(DIALOG_WIDTH)
        self.set_text(self.tr("按当前的时期、口径和范围导出；表下注明口径和截止时间。"))
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("导出"), kind="primary", key="Ctrl Enter", icon="download", closes=False
        )
        yes.clicked.connect(self._tell)
        self._propose(Sheet.TABLE)

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
    """Write a table of figures as an account sees it; run on the worker.

    :raises NotAllowed: the right to export is missing.
    :raises ExchangeError: ``unknown_ending``, ``cannot_write``.
    """
    title, columns, rows, scope = ask(database, _table, account_id, sheet, wanted, by)
    notes: Rows = [[], [words.basis_words(scope)], [_explanation()]]
    write_list(path, columns, [*rows, *notes], title=title, total=len(rows))
    return WrittenFigures(path, len(rows))


def _table(
    reader: Reader, sheet: Sheet, wanted: Wanted, by: GroupBy
) -> tuple[str, list[Column], Rows, FigureScope]:
    reader.demand(Permission.EXPORT)
    if sheet is Sheet.ITEMS:
        return _items(reader, wanted)
    if sheet is Sheet.STATIONS:
        return _stations(reader, wanted)
    result, fair = table_seen(reader, wanted, by)
    name = Column(words.translate("figures", "名称"), 24)
    columns = [name, *(_figure_column(code) for code in CODES)]
    rows = [[row.name, *(_cell(row, code) for code in CODES)] for row in figure_rows(result, fair)]
    return texts.label(by), columns, rows, result.scope


def _explanation() -> str:
    return words.translate("figures", "分母为零的比率显示“—”；环比、同比的“点”指百分点。")


def _items(reader: Reader, wanted: Wanted) -> tuple[str, list[Column], Rows, FigureScope]:
    seen = items_seen(reader, wanted, ALL_ITEMS)
    columns = [
        Column(words.translate("figures", "名次"), 8, Kind.NUMBER),
        Column(words.translate("figures", "事项"), 30),
        Column(words.translate("figures", "件数"), 10, Kind.NUMBER),
        Column(words.translate("figures", "占比"), 12),
        Column(words.translate("figures", "累计占比"), 12),
    ]
    rows: Rows = [
        [row.rank, row.name, row.count, texts.rate(row.share), texts.rate(row.cumulative_share)]
        for row in seen.items
    ]
    return words.translate("figures", "事项排行"), columns, rows, seen.scope


def _stations(reader: Reader, wanted: Wanted) -> tuple[str, list[Column], Rows, FigureScope]:
    seen = stations_seen(reader, wanted)
    columns = [
        Column(words.translate("figures", "名次"), 8, Kind.NUMBER),
        Column(words.translate("figures", "上期名次"), 10, Kind.NUMBER),
        Column(words.translate("figures", "站所"), 24),
        Column(words.translate("figures", "得分"), 10, Kind.NUMBER),
        Column(words.translate("figures", "件数"), 10, Kind.NUMBER),
        *(Column(texts.indicator_name(code), 14) for code in RATES),
        Column(words.translate("figures", "黄牌"), 8, Kind.NUMBER),
        Column(words.translate("figures", "红牌"), 8, Kind.NUMBER),
    ]
    table = indicator_table()
    rows: Rows = [
        [
            station.rank,
            station.previous_rank,
            station.name,
            None if station.score.total is None else float(station.score.total),
            station.counters.registered,
            *(texts.rate(table[code].value(station.counters)) for code in RATES),
            station.yellow_cards,
            station.red_cards,
        ]
        for station in seen.stations
    ]
    return words.translate("figures", "站所排名"), columns, rows, seen.scope


def _figure_column(code: str) -> Column:
    is_count = indicator_table()[code].denominator is None
    return Column(texts.indicator_name(code), 14, Kind.NUMBER if is_count else Kind.TEXT)


def _cell(row: FigureRow, code: str) -> Cell:
    indicator = indicator_table(fair_is_satisfied=row.fair)[code]
    if indicator.denominator is None:
        return indicator.numerator(row.counters)
    return texts.rate(indicator.value(row.counters))
