"""Every model of the program keeps Qt's contract through all that a page does to it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import desktop
from desktop.models.rows import PAGE, RowsModel
from desktop.pages.whole_table import WholeTable
from desktop.theme import Theme
from desktop.widgets.virtual_table import VirtualTable
from tests.widgets.conftest import text_columns

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
"""A broken contract ends the process, whoever emitted the signal."""
MANY = 2 * PAGE + 50


@pytest.fixture
def model(theme: Theme, qtbot: QtBot) -> Iterator[RowsModel]:
    """A watched model behind a table that is shown, and a source that answers at once."""
    model = RowsModel(text_columns())
    table = VirtualTable(model, name="台账")
    qtbot.addWidget(table)
    watch = QAbstractItemModelTester(model, FATAL, table)
    model.rows_wanted.connect(lambda wish: model.give_rows(wish[0], rows_of(wish[1])))
    table.show()
    yield model
    assert watch.model() is model


def rows_of(ids: Any) -> dict[int, tuple[str, str, str]]:
    """Return a row for each id."""
    return {one: (f"事件 {one}", "地点", "处置中") for one in ids}


def come(model: RowsModel) -> None:
    """Let the wishes for rows go out and be answered."""
    model.row(0)
    QCoreApplication.processEvents()
    assert model.known_row(0) is not None


def test_each_model_of_the_program_is_walked_here() -> None:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert _models(QAbstractItemModel) == [RowsModel]


def test_rows_that_come_and_change_keep_the_contract(model: RowsModel) -> None:
    model.show_ids(range(1, MANY))
    come(model)
    model.refresh_rows([1, 2])
    model.refresh_rows()
    come(model)
    model.give_rows(model.generation - 1, rows_of([1]))
    assert model.known_row(0) == ("事件 1", "地点", "处置中")


def test_another_order_and_headings_between_the_rows_keep_the_contract(model: RowsModel) -> None:
    model.show_ids(range(1, MANY))
    come(model)
    model.show_ids(reversed(range(1, MANY)))
    come(model)
    assert model.id_at(0) == MANY - 1
    model.show_ids([-1, 5, 6, -2, 7])
    come(model)
    assert model.rowCount() == 5


def test_rows_that_are_added_keep_the_contract(model: RowsModel) -> None:
    model.append_ids(range(1, 4))
    come(model)
    model.append_ids([])
    model.append_ids(range(4, MANY))
    come(model)
    assert model.rowCount() == MANY - 1


def test_other_columns_and_an_empty_list_keep_the_contract(model: RowsModel) -> None:
    model.show_ids(range(1, 9))
    come(model)
    model.set_columns(text_columns()[:2])
    assert model.columnCount() == 2
    model.show_ids([])
    assert model.rowCount() == 0
    model.set_columns(text_columns())
    model.show_ids([3])
    come(model)


def test_a_row_that_is_gone_keeps_the_contract(model: RowsModel) -> None:
    model.rows_wanted.disconnect()
    generation = model.show_ids([1, 2])
    model.row(0)
    QCoreApplication.processEvents()
    model.give_rows(generation, rows_of([1]))
    assert model.is_gone(1)


def test_a_short_table_keeps_the_contract(theme: Theme, qtbot: QtBot) -> None:
    table = WholeTable(text_columns(), name="单位")
    qtbot.addWidget(table)
    watch = QAbstractItemModelTester(table.rows(), FATAL, table)
    table.show()
    for rows in (range(1, 6), range(5, 0, -1), (), range(1, 3)):
        table.show_rows(tuple(rows_of(rows).values()))
        QCoreApplication.processEvents()
        assert watch.model().rowCount() == len(rows)


def test_the_tester_hears_a_broken_contract(qtlog: Any) -> None:
    class Broken(RowsModel):
        """Adds a row without a word, and tells of it afterwards."""

        def append_late(self) -> None:
            self._ids.append(9)
            self.beginInsertRows(QModelIndex(), 0, 0)
            self.endInsertRows()

    told: list[str] = []
    model = Broken(text_columns())
    watch = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    with qtlog.disabled():
        before = qInstallMessageHandler(lambda _kind, _context, words: told.append(words))
        model.append_late()
        qInstallMessageHandler(before)
    assert watch.model() is model
    assert any("FAIL" in words for words in told)


def _models(kind: type[Any]) -> list[type[Any]]:
    below = [deeper for one in kind.__subclasses__() for deeper in (one, *_models(one))]
    return [one for one in below if one.__module__.startswith("desktop.")]
