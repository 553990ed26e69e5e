"""The question how urgent the cases of an item are and how long they may take."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.items import MOST_HOURS, ChangeItem
from db.queries.lookup import ItemRow
from db.rules.limits import HOURS_A_DAY
from db.rules.terms import Urgency
from desktop import texts
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.segmented_choice import SegmentedChoice


class ItemLimitDialog(BasicDialog):
    """Urgency, limit and on what grounds; ``wanted`` tells the command."""

    wanted = Signal(object)

    def __init__(self, item: ItemRow, parent: QWidget | None = None) -> None:
        super().__init__(f"{item.code} {item.name}", "", icon="pencil", parent=parent)
        self.set_text(self.tr("以后交办的事件按新的时限；已经交办的事件时限不变。"))
        self._item = item
        self.urgency = SegmentedChoice(
            tuple((one, texts.label(one)) for one in Urgency), name=self.tr("紧急程度")
        )
        self.urgency.set_value(item.urgency)
        self.urgency.changed.connect(self._name_limit)
        self.limit = LineField("", name=self.tr("办理时限"), digits=True, longest=4)
        self.approval = LineField(self.tr("批准文号或会议"), name=self.tr("依据"), longest=50)
        self._limit_row = FieldRow(self.tr("办理时限"), self.limit, required=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(FieldRow(self.tr("紧急程度"), self.urgency), 3)
        line.addWidget(self._limit_row, 2)
        self.body.addLayout(line)
        self.body.addWidget(FieldRow(self.tr("依据"), self.approval))
        self.widen(560)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("保存"), kind="primary", key="Ctrl Enter", icon="save", closes=False
        )
        yes.clicked.connect(self._tell)
        self._name_limit(item.urgency)
        hours = item.limit_hours
        is_normal = item.urgency is Urgency.NORMAL
        self.limit.set_value(str(max(1, -(-hours // HOURS_A_DAY)) if is_normal else hours))
        self.limit.selectAll()
        self.limit.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        if field in ("", "limit_hours"):
            self._limit_row.set_error(words)
            self.limit.setFocus()
        else:
            self.set_error(words)

    @Slot(object)
    def _name_limit(self, urgency: Urgency) -> None:
        unit = self.tr("个工作日") if urgency is Urgency.NORMAL else self.tr("小时")
        self._limit_row.set_label(self.tr("办理时限（{unit}）").format(unit=unit))

    @Slot()
    def _tell(self) -> None:
        self._limit_row.clear_error()
        urgency = Urgency(self.urgency.value())
        step = HOURS_A_DAY if urgency is Urgency.NORMAL else 1
        typed = self.limit.value()
        if not typed or not 0 < int(typed) * step <= MOST_HOURS:
            self.refuse(self.tr("请填 1 到 {most}").format(most=MOST_HOURS // step))
            return
        self.wanted.emit(
            ChangeItem(
                item_id=self._item.id,
                limit_hours=int(typed) * step,
                urgency=urgency,
                approval_number=self.approval.value() or None,
                seen={
                    "limit_hours": self._item.limit_hours,
                    "urgency": int(self._item.urgency),
                    "approval_number": self._item.approval_number,
                },
            )
        )
