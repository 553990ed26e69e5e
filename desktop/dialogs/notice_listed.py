"""Register what the district listed (form E), as its paper tells it."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dialogs.notice_move import LONGEST, NoticeDialog
from desktop.theme import active_theme
from desktop.widgets.card import ScrollColumn
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.text_area import TextArea

Option = tuple[Any, ...]


class ListedDialog(NoticeDialog):
    """The form; ``given()`` holds what the command takes, and ``case_number`` beside it."""

    def __init__(
        self,
        units: tuple[Option, ...],
        *,
        authority: str = "",
        case_number: str = "",
        unit_id: int | None = None,
        subject: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ListedDialog", "登记区级挂牌督办"),
            QCoreApplication.translate(
                "ListedDialog", "按区里的挂牌督办文件填写，摘牌前每个阶段都要报告。"
            ),
            QCoreApplication.translate("ListedDialog", "登记"),
            icon="flag",
            parent=parent,
        )
        self._column = ScrollColumn(self, name=self.windowTitle(), spacing=8)
        self._column.body.setContentsMargins(2, 2, 14, 2)
        self.body.addWidget(self._column, 1)
        self._build(units)
        for name, value in (
            ("authority", authority),
            ("case_number", case_number),
            ("subject", subject),
        ):
            self.field(name).set_value(value)
        if unit_id is not None:
            self.field("unit_id").set_value(unit_id)
        self._column.body.addStretch(1)
        self.add_answers()
        theme = active_theme()
        room = parent.height() if parent is not None else 760
        self.resize(theme.px(820), min(theme.px(780), max(500, room - 60)))
        self.field("number").setFocus()

    def given(self) -> dict[str, Any]:
        """Return the arguments of the command; the case is told by its number."""
        value = {name: self.field(name).value() for name in self.rows()}
        finish: datetime = value["finish_by"]
        if (finish.hour, finish.minute) == (0, 0):
            # A day without an hour is kept until its end of work, as on our own papers.
            value["finish_by"] = datetime.combine(finish.date(), time(17, 30))
        return value

    def _build(self, units: tuple[Option, ...]) -> None:
        self._pair(
            self._line_row("number", self.tr("挂牌文号"), needed=True),
            self._line_row("authority", self.tr("挂牌机关"), needed=True),
            self._day_row("listed_on", self.tr("挂牌日期")),
        )
        self._text_row("subject", self.tr("督办事项"), 1, needed=True)
        self._text_row("reason", self.tr("挂牌原因"), 2, needed=True)
        self._text_row("goal", self.tr("整改目标"), 2)
        unit = Picker(self.tr("单位名称或拼音首字母"), name=self.tr("责任单位"), icon="building-2")
        unit.set_choices(list(units))
        finish = DateTimeField(name=self.tr("整改时限"))
        self._pair(
            FieldRow(self.tr("责任单位"), unit, required=True, parent=self),
            self._line_row("leader_name", self.tr("责任领导")),
            FieldRow(self.tr("整改时限"), finish, required=True, parent=self),
            names=("unit_id", "leader_name", "finish_by"),
        )
        self._pair(
            self._line_row("report_days", self.tr("阶段报告日"), hint=self.tr("如 每周五")),
            self._line_row("case_number", self.tr("关联事件编号（可不填）")),
        )
        self._text_row("measures", self.tr("整改措施"), 2)

    def _pair(self, *rows: FieldRow, names: tuple[str, ...] = ()) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for place, row in enumerate(rows):
            if names and names[place] not in self.rows():
                self.add_row(names[place], row)
            line.addWidget(row, 1)
        self._column.body.addLayout(line)

    def _line_row(self, name: str, label: str, *, needed: bool = False, hint: str = "") -> FieldRow:
        field = LineField(hint, name=label, longest=60)
        return self.add_row(name, FieldRow(label, field, required=needed, parent=self))

    def _day_row(self, name: str, label: str) -> FieldRow:
        field = DateTimeField(name=label, with_time=False)
        return self.add_row(name, FieldRow(label, field, required=True, parent=self))

    def _text_row(self, name: str, label: str, lines: int, *, needed: bool = False) -> None:
        field = TextArea(name=label, lines=lines, enter_breaks=True, longest=LONGEST)
        field.setFixedHeight(field.sizeHint().height())
        row = FieldRow(label, field, required=needed, parent=self)
        self._column.body.addWidget(self.add_row(name, row))
