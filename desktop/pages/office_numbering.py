"""How papers are numbered: the office's signs, the year in 〔〕, and the number that is next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.numbering import ChangeOrganCode, SetNextNumber
from db.queries.numbering import NumberingRow, numbering_rows
from db.rules.numbering import MOST_SERIAL, Numbered, is_organ_code
from db.rules.permissions import Permission
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.office_question import OfficeQuestion
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel


class NumberingDialog(BasicDialog):
    """One part of a number; the whole number is shown as it will be written."""

    wanted = Signal(str)

    def __init__(
        self,
        title: str,
        label: str,
        value: str,
        note: str,
        written: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "", icon="pencil", parent=parent)
        self._written = written
        self.field = LineField("", name=label, narrowing=True, longest=9)
        self.field.set_value(value)
        self.field.selectAll()
        self.field.textChanged.connect(self._show_sample)
        self._row = FieldRow(label, self.field, note=note)
        self._sample = PlainLabel("", kind="section")
        self.body.addWidget(self._row)
        self.body.addWidget(self._sample)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("保存"), kind="primary", key="Ctrl Enter", icon="save", closes=False
        )
        yes.clicked.connect(self._tell)
        self._show_sample(value)
        self.field.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        self._row.set_error(words)
        self.field.setFocus()

    @Slot(str)
    def _show_sample(self, typed: str) -> None:
        self._row.clear_error()
        sample = self._written(typed.strip())
        self._sample.setText(self.tr("下一个：{number}").format(number=sample) if sample else "")

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self.field.value())


class NumberingView(Card):
    """The numbers of this year; who keeps the settings may let them go on with a later one."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=8)
        self._services = services
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        self._question = OfficeQuestion(services, self)
        self._question.told.connect(self.told)
        self._question.taken.connect(self.reload)
        self._kind = Numbered.NOTICE
        title = CardTitle(
            self.tr("编号规则"),
            self.tr("每年从 1 开始，签发时取号；作废的号保留，不再使用，编号只能往后调"),
        )
        self.code = ActionButton(self.tr("修改机关代字"), "pencil", parent=self)
        self.number = ActionButton(self.tr("调整下一个编号"), "pencil", parent=self)
        self.code.clicked.connect(self.ask_code)
        self.number.clicked.connect(self.ask_number)
        for button in (self.code, self.number):
            button.setVisible(self._keeps)
            if self._keeps:
                title.add(button)
        self.table = WholeTable(
            (
                Column("kind", self.tr("文种"), 200, _kind, strong=_always),
                Column("year", self.tr("年度"), 100, _year),
                Column("last", self.tr("已用到"), 120, self._last),
                Column("next", self.tr("下一个"), 260, _next, stretch=True),
            ),
            name=self.tr("编号规则"),
        )
        self.table.row_changed.connect(self._follow_choice)
        self.body.addWidget(title)
        self.body.addWidget(self.table, 1)
        self._follow_choice(None)

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask how the numbers stand."""
        self._services.ask(numbering_rows, parent=self, done=self._show, key="numbering")

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._question.dialog()

    @Slot()
    def ask_code(self) -> None:
        """Ask with which signs the numbers of notices begin."""
        row = next(one for one in self.table.all_rows() if one.kind is Numbered.NOTICE)
        self._open(
            self.tr("修改机关代字"),
            self.tr("机关代字"),
            row.organ_code,
            self.tr("1 到 9 个汉字；已经签发的文号不变"),
            _with_code(row),
            self._send_code,
        )

    @Slot()
    def ask_number(self) -> None:
        """Ask with which number the chosen papers go on."""
        row = self.table.row_here()
        if row is not None:
            self._kind = row.kind
            self._open(
                self.tr("调整下一个编号"),
                self.tr("下一个编号"),
                str(row.next),
                self.tr("已经手工编过号时用；{n} 以后的数都可以，中间的号空着").format(n=row.next),
                _with_serial(row),
                self._send_number,
            )

    # Inside -------------------------------------------------------------------------------

    def _open(
        self,
        title: str,
        label: str,
        value: str,
        note: str,
        written: Callable[[str], str],
        send: Callable[[str], None],
    ) -> None:
        dialog = NumberingDialog(title, label, value, note, written, self.window())
        dialog.wanted.connect(send)
        self._question.open(dialog)

    @Slot(object)
    def _show(self, rows: tuple[NumberingRow, ...]) -> None:
        self.table.show_rows(rows)
        self.table.choose_place(max(0, self.table.currentIndex().row()))

    @Slot(object)
    def _follow_choice(self, row: NumberingRow | None) -> None:
        self.number.setEnabled(row is not None)
        self.code.setEnabled(row is not None)

    @Slot(str)
    def _send_code(self, typed: str) -> None:
        self._run(ChangeOrganCode(organ_code=typed))

    @Slot(str)
    def _send_number(self, typed: str) -> None:
        if typed.isdecimal():
            self._run(SetNextNumber(kind=self._kind, next=int(typed)))
            return
        dialog = self._question.dialog()
        if dialog is not None:
            dialog.refuse(self.tr("请填数字，如 12"))

    def _run(self, command: Command) -> None:
        self._question.send(command, self.tr("编号规则已保存"))

    def _last(self, row: NumberingRow) -> str:
        return str(row.last) if row.last else self.tr("还没有")


def _with_code(row: NumberingRow) -> Callable[[str], str]:
    def written(typed: str) -> str:
        return row.written(row.next, typed) if is_organ_code(typed) else ""

    return written


def _with_serial(row: NumberingRow) -> Callable[[str], str]:
    def written(typed: str) -> str:
        is_number = typed.isdecimal() and 0 < int(typed) <= MOST_SERIAL
        return row.written(int(typed)) if is_number else ""

    return written


def _kind(row: NumberingRow) -> str:
    return texts.label(row.kind)


def _year(row: NumberingRow) -> str:
    return str(row.year)


def _next(row: NumberingRow) -> str:
    return row.written(row.next)


def _always(_row: Any) -> bool:
    return True
