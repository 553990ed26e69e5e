"""Who changed which day of the calendar, and how many cases that moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.calendar_history import CalendarChange
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.whole_table import WholeTable
from desktop.widgets.basic_dialog import BasicDialog


class CalendarHistoryDialog(BasicDialog):
    """The changes, the newest first."""

    def __init__(self, changes: Sequence[CalendarChange], parent: QWidget | None = None) -> None:
        super().__init__("", "", icon="history", parent=parent)
        title = self.tr("日历改动记录")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        if not changes:
            self.set_text(self.tr("还没有改过，都按公布的安排。"))
        self.table = WholeTable(
            (
                Column("at", self.tr("时间"), 170, _at, tone=_faint),
                Column("who", self.tr("修改人"), 120, _who),
                Column("day", self.tr("哪一天"), 150, _day),
                Column("change", self.tr("改动"), 240, self._change, stretch=True),
                Column("moved", self.tr("重算"), 90, self._moved, tone=_faint),
            ),
            name=title,
            density="compact",
        )
        self.table.setMinimumSize(800, 300)
        self.table.show_rows(changes)
        self.body.addWidget(self.table, 1)
        self.add_button(False, self.tr("关闭"), key="Esc")

    def _change(self, row: CalendarChange) -> str:
        return f"{self._said(row.before)} → {self._said(row.after)}"

    def _said(self, is_workday: bool | None) -> str:
        if is_workday is None:
            return self.tr("按公布的安排")
        return self.tr("上班") if is_workday else self.tr("休息")

    def _moved(self, row: CalendarChange) -> str:
        return self.tr("{n} 件").format(n=row.recalculated) if row.recalculated else ""


def _at(row: CalendarChange) -> str:
    return texts.moment(row.at)


def _who(row: CalendarChange) -> str:
    return row.who


def _day(row: CalendarChange) -> str:
    return texts.day(row.day)


def _faint(_row: Any) -> str:
    return "text2"
