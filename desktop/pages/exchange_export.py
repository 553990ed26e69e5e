"""Write the cases as a table: all of them, or those of a time, a unit, a state."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.door import Reader
from db.queries.lookup import UnitRow, handling_units
from db.queries.page import EVERYTHING, CaseFilter, Tab, case_count
from db.rules.permissions import Permission
from desktop.errors import sentence
from desktop.pages.file_field import FileField, usual_folder
from desktop.pages.task_line import TaskLine
from desktop.paths import dated_name
from desktop.services import Services
from desktop.session import Session
from desktop.tasks.exporting import export_wish, exported
from desktop.tasks.order import CANCELLED, TaskError
from desktop.tasks.task import Task
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.choice_box import CheckField
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice

COUNT_MILLISECONDS = 200
_ALL, _OPEN, _CLOSED = "all", "open", "closed"
_CARRIED = ("state", "start", "end", "path", "purpose")


class ExportCard(Card):
    """The export on one card; names and phones go out in clear only when that is wished."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=18, spacing=10)
        self._services = services
        self._session = session
        self._task: Task | None = None
        self._count = 0
        self._wanted_unit: int | None = None
        self._proposed: Path | None = None
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(COUNT_MILLISECONDS)
        self._later.timeout.connect(self.count)
        services.ask(handling_units, parent=self, done=self._show_units)

    # What others call ---------------------------------------------------------------------

    def wanted(self) -> CaseFilter:
        """Return the filter that the fields mean."""
        start, end, unit_id = self.start.value(), self.end.value(), self.unit.value()
        state = self.state.value()
        return EVERYTHING.replace(
            open_only=state == _OPEN,
            tab=Tab.CLOSED if state == _CLOSED else Tab.ALL,
            registered_from=_day(start),
            registered_to=_day(end),
            unit_ids=() if unit_id is None else (unit_id,),
        )

    @Slot()
    def count(self) -> None:
        """Count what would be written."""
        self._services.ask(_counted, self.wanted(), parent=self, done=self._show_count, key="count")

    @Slot()
    def export(self) -> None:
        """Write the file."""
        path = self.path.value()
        if path is None:
            self._say(self.tr("请写明存到哪里。"), "danger")
            self.path.setFocus()
            return
        in_clear = self.clear is not None and self.clear.value()
        if in_clear and not self.purpose.value():
            self._say(self.tr("导出姓名和电话，请写明用途。"), "danger")
            self.purpose.setFocus()
            return
        self.button.setEnabled(False)
        self._say("", "text")
        wish = export_wish(path, self.wanted(), in_clear=in_clear, purpose=self.purpose.value())
        self._task = self._services.begin(wish, parent=self, done=self._show_written)
        self.progress.follow(self._task)

    def result(self) -> str:
        """Return the sentence that tells what happened."""
        return self._result.text()

    def counted(self) -> int:
        """Return how many cases would be written."""
        return self._count

    def carried(self) -> dict[str, Any]:
        """Return what the person put into the fields."""
        clear = self.clear is not None and self.clear.value()
        fields = {name: getattr(self, name).value() for name in _CARRIED}
        if fields["path"] == self._proposed:
            del fields["path"]
        return {**fields, "unit": self._wanted_unit or self.unit.value(), "clear": clear}

    def carry(self, kept: dict[str, Any]) -> None:
        """Go on with the fields of the window before."""
        for name in kept.keys() & set(_CARRIED):
            getattr(self, name).set_value(kept[name])
        self._wanted_unit = kept["unit"]
        if self.clear is not None:
            self.clear.set_value(kept["clear"])
            self._purpose_row.setVisible(kept["clear"])

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.state = SegmentedChoice(
            (
                (_ALL, self.tr("全部")),
                (_OPEN, self.tr("未办结")),
                (_CLOSED, self.tr("已办结")),
            ),
            name=self.tr("办理情况"),
            numbered=False,
        )
        self.state.set_value(_ALL)
        self.start = DateTimeField(name=self.tr("录入日期从"), with_time=False)
        self.end = DateTimeField(name=self.tr("录入日期到"), with_time=False)
        self.unit = Picker(self.tr("全部单位；名称或拼音首字母"), name=self.tr("承办单位"))
        self.path = FileField(self.tr("表格 (*.xlsx *.csv)"), name=self.tr("存到"), saves=True)
        self.clear = self._clear_field()
        self.purpose = LineField(
            self.tr("用途，如 区里专项核查"), name=self.tr("用途"), longest=200
        )
        self.button = ActionButton(self.tr("导出"), "download", kind="primary")
        self.progress = TaskLine(self)
        self._counted = PlainLabel("", kind="strong")
        self._result = PlainLabel("", kind="second", wrap=True)
        for signal in (
            self.state.changed,
            self.start.changed,
            self.end.changed,
            self.unit.chosen,
        ):
            signal.connect(self._count_later)
        self.button.clicked.connect(self.export)
        self.propose(datetime.now())
        self._lay_out()

    def propose(self, now: datetime) -> None:
        """Propose a file name of the day, unless one was typed."""
        if self.path.value() is None:
            self._proposed = usual_folder() / dated_name(self.tr("事件台账"), now, "xlsx")
            self.path.set_value(self._proposed)

    def _clear_field(self) -> CheckField | None:
        """Offer names and phones only to who may see them."""
        if not self._session.may(Permission.PRIVATE_SEE):
            return None
        field = CheckField(self.tr("姓名和电话不打码（记入审计）"))
        field.changed.connect(self._show_purpose)
        return field

    def _lay_out(self) -> None:
        self.body.addWidget(CardTitle(self.tr("导出事件"), self.tr("不限条数 · xlsx 或 csv")))
        column = ScrollColumn(self, name=self.tr("导出条件"), spacing=8)
        days = QHBoxLayout()
        days.setSpacing(12)
        days.addWidget(FieldRow(self.tr("录入日期从"), self.start))
        days.addWidget(FieldRow(self.tr("到"), self.end))
        column.body.addWidget(FieldRow(self.tr("办理情况"), self.state))
        column.body.addLayout(days)
        column.body.addWidget(FieldRow(self.tr("承办单位"), self.unit))
        self._purpose_row = FieldRow(self.tr("用途"), self.purpose, required=True)
        if self.clear is not None:
            column.body.addWidget(self.clear)
        else:
            masked = self.tr("姓名和电话打码后导出；您的岗位看不到明文。")
            column.body.addWidget(PlainLabel(masked, kind="second", tone="text2", wrap=True))
        column.body.addWidget(self._purpose_row)
        self._purpose_row.hide()
        column.body.addWidget(FieldRow(self.tr("存到"), self.path))
        column.body.addStretch(1)
        self.body.addWidget(column, 1)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._result)
        foot = QHBoxLayout()
        foot.addWidget(self._counted, 1)
        foot.addWidget(self.button)
        self.body.addLayout(foot)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show_units(self, units: tuple[UnitRow, ...]) -> None:
        self.unit.set_choices(
            [(one.id, one.name, one.code, one.initials, one.full_pinyin) for one in units]
        )
        if self._wanted_unit is not None:
            self.unit.set_value(self._wanted_unit)
            self._wanted_unit = None
            self.count()

    @Slot(object)
    def _count_later(self, _value: Any) -> None:
        self._later.start()

    @Slot(object)
    def _show_purpose(self, wished: bool) -> None:
        self._purpose_row.setVisible(wished)
        if wished:
            self.purpose.setFocus()

    @Slot(object)
    def _show_count(self, count: int) -> None:
        self._count = count
        self._counted.setText(self.tr("共 {n} 件").format(n=f"{count:,}"))
        self.button.setEnabled(count > 0 and self._task is None)

    @Slot(object)
    def _show_written(self, task: Task) -> None:
        self._end()
        try:
            written = exported(task)
        except TaskError as error:
            self._show_fault(error)
            return
        masked = self.tr("姓名和电话已打码") if written.masked else self.tr("姓名和电话为明文")
        words = self.tr("已导出 {n} 件到 {path}（{masked}）").format(
            n=f"{written.rows:,}", path=written.path, masked=masked
        )
        self._say(words, "ok")
        self.told.emit(words, "ok")

    def _show_fault(self, error: TaskError) -> None:
        stopped = error.code == CANCELLED
        words = self.tr("已停止导出，没有留下文件。") if stopped else sentence(error)
        self._say(words, "warn" if stopped else "danger")

    def _end(self) -> None:
        self._task = None
        self.progress.end()
        self.button.setEnabled(True)

    def _say(self, words: str, tone: str) -> None:
        self._result.set_tone(tone)
        self._result.setText(words)


def _counted(reader: Reader, wanted: CaseFilter) -> int:
    """Return the exact count; a list is exported without a cap."""
    return case_count(reader, wanted, bound=None)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
