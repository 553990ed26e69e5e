"""Ask when and where a meeting is held, who chairs it and which week it goes through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from db.rules.agenda import MeetingKind
from db.rules.numbering import IsoWeek
from desktop import texts
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.segmented_choice import SegmentedChoice

LONGEST = 100


@dataclass(frozen=True)
class PlanProposal:
    """What stands in the fields when the dialog opens."""

    week: IsoWeek
    starts_at: datetime
    now: datetime
    place: str = ""
    chair: str = ""
    recorder: str = ""


class PlanDialog(BasicDialog):
    """``given()`` holds the answers by the names of the command that plans a meeting."""

    def __init__(
        self, proposal: PlanProposal, weeks: Sequence[IsoWeek], parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon="presentation", parent=parent)
        self._now = proposal.now
        self.setWindowTitle(self.tr("准备例会"))
        self._title.setText(self.tr("准备例会"))
        self.set_text(
            self.tr(
                "议程按超期、疑难、缓议和上次议定事项自动排好；开会前可以增减，开会时数据定格。"
            )
        )
        self._make_fields(proposal, weeks)
        self.add_button(False, self.tr("取消"), key="Esc")
        yes = self.add_button(
            True, self.tr("排出议程"), kind="primary", icon="check", key="Ctrl Enter", closes=False
        )
        yes.clicked.connect(self._check)
        self.chair.setFocus()

    def given(self) -> dict[str, Any]:
        """Return the answers by the names of the command."""
        week: IsoWeek = self.week.value()
        return {
            "kind": self.kind.value(),
            "year": week.year,
            "week": week.week,
            "starts_at": self.starts.value(),
            "place": self.place.value(),
            "chair_name": self.chair.value(),
            "recorder_name": self.recorder.value(),
            "title": self.heading.value(),
        }

    def refuse(self, words: str, field: str = "") -> None:
        """Show why the meeting could not be planned, beside its field if one is to blame."""
        row = self._rows.get(field)
        if row is None:
            self.set_error(words)
        else:
            row.set_error(words)
            row.field.setFocus()

    def _make_fields(self, proposal: PlanProposal, weeks: Sequence[IsoWeek]) -> None:
        kinds = [(kind, texts.label(kind)) for kind in MeetingKind]
        self.kind = SegmentedChoice(kinds, name=self.tr("会议类型"))
        self.kind.set_value(MeetingKind.WEEKLY)
        self.week = ChoiceBox([(week, self._week_words(week)) for week in weeks])
        self.week.set_value(proposal.week)
        self.starts = DateTimeField(now=self._clock)
        self.starts.set_value(proposal.starts_at)
        self.place = LineField(longest=LONGEST)
        self.place.set_value(proposal.place)
        self.chair = LineField(self.tr("如：王主任"), longest=LONGEST)
        self.chair.set_value(proposal.chair)
        self.recorder = LineField(longest=LONGEST)
        self.recorder.set_value(proposal.recorder)
        self.heading = LineField(self.tr("不填则按类型和周次"), longest=LONGEST)
        self._rows = {
            "kind": FieldRow(self.tr("会议类型"), self.kind, required=True),
            "week": FieldRow(self.tr("研判哪一周"), self.week, required=True),
            "starts_at": FieldRow(self.tr("开会时间"), self.starts, required=True),
            "chair_name": FieldRow(self.tr("主持人"), self.chair, required=True),
            "recorder_name": FieldRow(self.tr("记录人"), self.recorder),
            "place": FieldRow(self.tr("地点"), self.place),
            "title": FieldRow(self.tr("会议名称"), self.heading),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self._rows["kind"], 0, 0, 1, 2)
        for place, name in enumerate(list(self._rows)[1:]):
            grid.addWidget(self._rows[name], 1 + place // 2, place % 2)
        self.body.addLayout(grid)
        self.widen(680)

    def _week_words(self, week: IsoWeek) -> str:
        return self.tr("{year} 年第 {week} 周（{start} 至 {end}）").format(
            year=week.year,
            week=week.week,
            start=f"{week.monday:%m-%d}",
            end=f"{week.sunday:%m-%d}",
        )

    def _clock(self) -> datetime:
        return self._now

    @Slot()
    def _check(self) -> None:
        self.set_error("")
        gaps = {
            "chair_name": not self.chair.value(),
            "starts_at": self.starts.value() is None,
        }
        for name, is_gap in gaps.items():
            self._rows[name].set_error(self.tr("请填写") if is_gap else "")
        first = next((name for name, is_gap in gaps.items() if is_gap), None)
        if first is not None:
            self._rows[first].field.setFocus()
            return
        self.answer = True
        self.accept()
