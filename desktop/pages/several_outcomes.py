"""What became of each case after an action on several: a table to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.actions import Action
from desktop.models.columns import Column
from desktop.pages.whole_table import WholeTable
from desktop.several import Outcome
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.chips import ChipSpec
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut

ROWS_SEEN = 9


class OutcomesDialog(BasicDialog):
    """Refused cases stand first, each with its sentence; they stay chosen in the list."""

    def __init__(
        self, action: Action, outcomes: Sequence[Outcome], parent: QWidget | None = None
    ) -> None:
        done = sum(outcome.is_done for outcome in outcomes)
        title = _title(action, done, len(outcomes) - done)
        super().__init__(title, icon="list-checks", parent=parent)
        self._outcomes = sorted(outcomes, key=lambda outcome: outcome.is_done)
        if done < len(outcomes):
            self.set_text(self.tr("没有办成的仍在列表中选着，改好后可以再办。"))
        self._table = WholeTable(self._columns(), name=self.tr("办理结果"))
        self._table.show_rows(self._outcomes)
        self._table.row_changed.connect(self._show_whole)
        rows = min(ROWS_SEEN, max(3, len(self._outcomes)))
        height = self._table.verticalHeader().defaultSectionSize()
        self._table.setMinimumHeight(height * (rows + 1))
        self.widen(active_theme().px(840))
        self.body.addWidget(self._table, 1)
        self._whole = PlainLabel("", self, kind="second", tone="text2", wrap=True)
        self.body.addWidget(self._whole)
        copy = self.add_button("copy", self.tr("复制结果"), icon="copy", key="Ctrl C", closes=False)
        copy.clicked.connect(self._copy)
        self.add_button(False, self.tr("关闭"), kind="primary", key="Esc")
        Shortcut("Ctrl+C", self, self.tr("复制结果"), self._copy)
        self._table.choose_place(0)
        self._table.setFocus()

    def table(self) -> WholeTable:
        """Return the table."""
        return self._table

    def as_text(self) -> str:
        """Return what is copied: a heading and a line for each case, parted by tabs."""
        head = (self.tr("编号"), self.tr("事项"), self.tr("结果"), self.tr("说明"))
        lines = [head]
        for outcome in self._outcomes:
            row = outcome.row
            lines.append((row.number, row.title, self._chip(outcome).text, outcome.words))
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _columns(self) -> list[Column]:
        return [
            Column("number", self.tr("编号"), 150, lambda one: one.row.number),
            Column("title", self.tr("事项"), 220, lambda one: one.row.title),
            Column("result", self.tr("结果"), 110, _nothing, chip=self._chip),
            Column("why", self.tr("说明"), 300, lambda one: one.words or "—", stretch=True),
        ]

    def _chip(self, outcome: Outcome) -> ChipSpec:
        if outcome.is_done:
            return ChipSpec(self.tr("已办"), "green", "pill", "check")
        return ChipSpec(self.tr("未办"), "red", "pill", "dot")

    @Slot(object)
    def _show_whole(self, outcome: Outcome | None) -> None:
        """Show the whole sentence of the current row, which its cell may cut."""
        self._whole.setText(outcome.words if outcome is not None else "")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())


def _nothing(_outcome: Outcome) -> str:
    return ""


def _title(action: Action, done: int, refused: int) -> str:
    translate = QCoreApplication.translate
    words = translate("OutcomesDialog", "{action}：{n} 件办成，{m} 件没有办")
    if not refused:
        words = translate("OutcomesDialog", "{action}：{n} 件全部办成")
    return words.format(action=action.label(), n=done, m=refused)
