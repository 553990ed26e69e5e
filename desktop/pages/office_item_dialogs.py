"""The questions before an item is added to the list or taken off it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.items import AddItem, RetireItem
from db.queries.lookup import ItemRow
from db.rules.limits import HOURS_A_DAY
from db.rules.terms import Urgency
from desktop import texts
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.segmented_choice import SegmentedChoice

USUAL_MONTHS_IN_DAYS = 90
USUAL_DAYS = 5


class AddItemDialog(BasicDialog):
    """A temporary item; ``wanted`` tells the command, the dialog stays until it is done."""

    wanted = Signal(object)

    def __init__(
        self,
        classes: Sequence[str],
        platforms: dict[str, str],
        leads: Sequence[tuple[Any, ...]],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", icon="plus", parent=parent)
        title = self.tr("新增临时事项")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self.set_text(self.tr("临时事项到期自动失效；到期前登记的事件照常办理。"))
        self.name = LineField(self.tr("如 台风灾后隐患排查"), name=self.tr("事项名称"), longest=60)
        self.code = LineField(self.tr("如 LS01"), name=self.tr("编码"), longest=20)
        self.class_name = Picker(self.tr("所属大类"), name=self.tr("大类"), free=True)
        self.class_name.set_choices([(one, one, "", "", "") for one in classes])
        self.platform = ChoiceBox(tuple(platforms.items()), name=self.tr("平台"))
        self.platform.set_value(next(iter(platforms), None))
        self.urgency = SegmentedChoice(
            tuple((one, texts.label(one)) for one in Urgency), name=self.tr("紧急程度")
        )
        self.urgency.set_value(Urgency.NORMAL)
        self.urgency.changed.connect(self._name_limit)
        self.limit = LineField("", name=self.tr("办理时限"), digits=True, longest=4)
        self.limit.set_value(str(USUAL_DAYS))
        self.lead = Picker(self.tr("名称或拼音首字母"), name=self.tr("牵头单位"))
        self.lead.set_choices(leads)
        self.first = DateTimeField(name=self.tr("从哪天起"), with_time=False)
        self.last = DateTimeField(name=self.tr("到哪天止"), with_time=False)
        self.first.set_value(datetime.combine(today, time()))
        self.last.set_value(datetime.combine(today + timedelta(USUAL_MONTHS_IN_DAYS), time()))
        self.approval = LineField(self.tr("批准文号或会议"), name=self.tr("依据"), longest=60)
        self._lay_out()
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("新增"), kind="primary", key="Ctrl Enter", icon="plus", closes=False
        )
        yes.clicked.connect(self._tell)
        self._name_limit(Urgency.NORMAL)
        self.name.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        row = self._rows.get(field)
        if row is None:
            self.set_error(words)
            return
        row.set_error(words)
        row.field.setFocus()

    # Inside -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._rows = {
            "name": FieldRow(self.tr("事项名称"), self.name, required=True),
            "code": FieldRow(self.tr("编码"), self.code, required=True),
            "class_name": FieldRow(self.tr("大类"), self.class_name, required=True),
            "platform": FieldRow(self.tr("平台"), self.platform),
            "urgency": FieldRow(self.tr("紧急程度"), self.urgency),
            "limit_hours": FieldRow(self.tr("办理时限"), self.limit, required=True),
            "lead_code": FieldRow(self.tr("牵头单位"), self.lead),
            "approval_number": FieldRow(self.tr("依据"), self.approval),
            "valid_from": FieldRow(self.tr("从哪天起"), self.first),
            "valid_to": FieldRow(self.tr("到哪天止"), self.last, required=True),
        }
        names = list(self._rows)
        for left, right in zip(names[::2], names[1::2], strict=True):
            pair = QHBoxLayout()
            pair.setSpacing(12)
            pair.addWidget(self._rows[left], 1)
            pair.addWidget(self._rows[right], 1)
            self.body.addLayout(pair)
        self.widen(640)

    @Slot(object)
    def _name_limit(self, urgency: Urgency) -> None:
        unit = self.tr("个工作日") if urgency is Urgency.NORMAL else self.tr("小时")
        self._rows["limit_hours"].set_label(self.tr("办理时限（{unit}）").format(unit=unit))

    @Slot()
    def _tell(self) -> None:
        for row in self._rows.values():
            row.clear_error()
        self.set_error("")
        first, last = self.first.value(), self.last.value()
        missing = [
            name
            for name, value in (
                ("name", self.name.value()),
                ("code", self.code.value()),
                ("class_name", self.class_name.text()),
                ("limit_hours", self.limit.value()),
                ("valid_to", last),
            )
            if not value
        ]
        for name in missing:
            self._rows[name].set_error(self.tr("请填写"))
        if missing:
            self._rows[missing[0]].field.setFocus()
            return
        urgency = Urgency(self.urgency.value())
        amount = int(self.limit.value())
        self.wanted.emit(
            AddItem(
                code=self.code.value(),
                name=self.name.value(),
                class_name=self.class_name.text().strip(),
                platform=str(self.platform.value()),
                limit_hours=amount * HOURS_A_DAY if urgency is Urgency.NORMAL else amount,
                urgency=urgency,
                lead_code=str(self.lead.value() or ""),
                temporary=True,
                valid_from=None if first is None else first.date(),
                valid_to=None if last is None else last.date(),
                approval_number=self.approval.value(),
            )
        )


class RetireItemDialog(BasicDialog):
    """The last day of an item; without one it is off at once."""

    wanted = Signal(object)

    def __init__(self, item: ItemRow, today: date, parent: QWidget | None = None) -> None:
        super().__init__(f"{item.code} {item.name}", icon="triangle-alert", parent=parent)
        self._item = item
        self.set_text(
            self.tr("停用后不能再按这个事项登记；已经登记的事件照常办理，统计仍按原事项计算。")
        )
        self.last = DateTimeField(name=self.tr("最后一天"), with_time=False)
        row = FieldRow(self.tr("最后一天"), self.last, note=self.tr("不填则立即停用"))
        self.body.addWidget(row)
        self._row = row
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button("yes", self.tr("停用事项"), kind="danger", closes=False)
        yes.setDefault(False)
        yes.clicked.connect(self._tell)
        self.last.setFocus()

    @Slot()
    def _tell(self) -> None:
        if self.last.is_unclear():
            self._row.set_error(self.tr("看不懂这个日期，如 2026-12-31"))
            return
        last = self.last.value()
        self.wanted.emit(
            RetireItem(
                item_id=self._item.id,
                last_day=None if last is None else last.date(),
                seen={"valid_to": self._item.valid_to, "status": self._item.status.value},
            )
        )
