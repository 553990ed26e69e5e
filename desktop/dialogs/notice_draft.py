"""Write a notice: every field of form A; what is computed is shown as computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.commands.notices import NoticeTexts
from db.rules.terms import SupervisionLevel, Urgency
from desktop import texts
from desktop.dialogs.notice_move import LONGEST, NoticeDialog
from desktop.notice_texts import MEANS, means_name
from desktop.theme import active_theme
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

TONES = {
    SupervisionLevel.ORDINARY: "brand",
    SupervisionLevel.YELLOW: "warn",
    SupervisionLevel.RED: "danger",
}
Option = tuple[Any, ...]


@dataclass(frozen=True)
class DraftStart:
    """What stands on the form when it opens."""

    about: str
    level: SupervisionLevel
    levels: tuple[SupervisionLevel, ...]
    unit_id: int | None
    units: tuple[Option, ...]
    urgency: Urgency
    texts: NoticeTexts
    facts: tuple[Option, ...]
    limit_note: str
    means: str = "written"
    finish_by: datetime | None = None
    report_by: datetime | None = None
    is_change: bool = False


class NoticeDraftDialog(NoticeDialog):
    """The form; ``given()`` holds what the command takes.

    ``level_changed`` asks for the texts of another level; what a person edited stays.
    """

    level_changed = Signal(object)

    def __init__(self, start: DraftStart, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("NoticeDraftDialog", "拟督办通知单")
        yes = QCoreApplication.translate("NoticeDraftDialog", "存为拟稿")
        if start.is_change:
            title = QCoreApplication.translate("NoticeDraftDialog", "修改督办通知单")
            yes = QCoreApplication.translate("NoticeDraftDialog", "保存修改")
        super().__init__(title, start.about, yes, icon="gavel", parent=parent)
        self._proposed: dict[str, str] = {}
        self._wording: int | None = None
        self._build(start)
        self.add_answers()
        self.show_texts(start.texts)
        self._fit(parent)
        self.field("level").setFocus()

    # What others call ---------------------------------------------------------------------

    def given(self) -> dict[str, Any]:
        """Return the arguments of the command that drafts or changes a notice."""
        value = {name: self.field(name).value() for name in self.rows()}
        told = {name: value[name] for name in _TEXTS}
        told["demands"] = tuple(
            line.strip() for line in value["demands"].splitlines() if line.strip()
        )
        return {
            "level": value["level"],
            "unit_id": value["unit_id"],
            "means": value["means"],
            "urgency": value["urgency"],
            "finish_by": value["finish_by"],
            "report_by": value["report_by"],
            "texts": NoticeTexts(**told, wording=self._wording),
        }

    def show_texts(self, found: NoticeTexts) -> None:
        """Show proposed texts where the person wrote nothing; None leaves what stands."""
        self._wording = found.wording or self._wording
        for name in _TEXTS:
            words = getattr(found, name)
            if words is None:
                continue
            proposed = "\n".join(words) if isinstance(words, tuple) else words
            field = self.field(name)
            if field.value() == self._proposed.get(name, ""):
                field.set_value(proposed)
                self._proposed[name] = field.value()

    def show_facts(self, facts: Sequence[Option]) -> None:
        """Show what is computed."""
        self._facts.set_facts(list(facts))

    # Building -----------------------------------------------------------------------------

    def _build(self, start: DraftStart) -> None:
        across = QHBoxLayout()
        across.setSpacing(16)
        form = ScrollColumn(self, name=self.tr("督办通知单"), spacing=8)
        form.body.setContentsMargins(2, 2, 14, 2)
        self._form = form
        self._add_head(start)
        for name, label, lines, needed, note in self._long_fields():
            area = TextArea(name=label, lines=lines, enter_breaks=True, longest=LONGEST)
            # A scrolling column would press every field down to its least height.
            area.setFixedHeight(area.sizeHint().height())
            self._add(form.body, name, label, area, needed=needed, note=note)
        self._add_end(start)
        across.addWidget(form, 1)
        across.addWidget(self._computed(start))
        self.body.addLayout(across, 1)

    def _add_head(self, start: DraftStart) -> None:
        levels = [(level, texts.label(level), TONES[level]) for level in start.levels]
        level = SegmentedChoice(levels, name=self.tr("督办级别"))
        level.set_value(start.level)
        level.changed.connect(self._tell_level)
        self._add(self._form.body, "level", self.tr("督办级别"), level, needed=True)
        line = self._line()
        unit = Picker(
            self.tr("单位名称或拼音首字母"), name=self.tr("被督办单位"), icon="building-2"
        )
        unit.set_choices(list(start.units))
        unit.set_value(start.unit_id)
        self._add(line, "unit_id", self.tr("被督办单位"), unit, needed=True)
        means = ChoiceBox([(code, means_name(code)) for code in MEANS], name=self.tr("督办方式"))
        means.set_value(start.means)
        self._add(line, "means", self.tr("督办方式"), means)
        urgency = ChoiceBox([(one, texts.label(one)) for one in Urgency], name=self.tr("紧急程度"))
        urgency.set_value(start.urgency)
        self._add(line, "urgency", self.tr("紧急程度"), urgency)

    def _long_fields(self) -> tuple[tuple[str, str, int, bool, str], ...]:
        return (
            ("subject", self.tr("督办事项"), 1, True, ""),
            ("background", self.tr("事件来源与基本情况"), 4, False, ""),
            ("handling", self.tr("前期办理及超期情况"), 5, False, ""),
            ("problem", self.tr("存在问题"), 2, False, ""),
            ("basis", self.tr("督办依据"), 2, False, ""),
            ("demands", self.tr("办理要求（一行一条，序号自动加）"), 4, True, ""),
            ("consequence", self.tr("逾期后果"), 2, False, ""),
        )

    def _add_end(self, start: DraftStart) -> None:
        line = self._line()
        for name, label, value in (
            ("finish_by", self.tr("办结时限"), start.finish_by),
            ("report_by", self.tr("反馈时限"), start.report_by),
        ):
            field = DateTimeField(name=label)
            if value is not None:
                field.set_value(value)
            note = start.limit_note if name == "finish_by" else self.tr("不填：与办结时限相同")
            self._add(line, name, label, field, note=note)
        label = self.tr("抄送（一行一个）")
        self._add(
            self._form.body, "copy_to", label, TextArea(name=label, lines=1, enter_breaks=True)
        )
        line = self._line()
        contact = LineField(name=self.tr("督办联系人"), longest=40)
        self._add(line, "contact_name", self.tr("督办联系人"), contact)
        phone = LineField(name=self.tr("联系电话"), longest=20)
        self._add(line, "contact_phone", self.tr("联系电话"), phone)
        self._form.body.addStretch(1)

    def _computed(self, start: DraftStart) -> QWidget:
        card = Card(self, margins=16, spacing=10)
        card.setFixedWidth(active_theme().px(290))
        card.body.addWidget(CardTitle(self.tr("自动计算"), parent=card))
        self._facts = FactGrid(columns=1, parent=card)
        column = ScrollColumn(card, name=self.tr("自动计算"))
        column.body.addWidget(self._facts)
        card.body.addWidget(column, 1)
        words = self.tr("这些内容按记录计算，签发时再算一次，不用填写。")
        column.body.addWidget(PlainLabel(words, card, kind="small", wrap=True))
        column.body.addStretch(1)
        self.show_facts(start.facts)
        return card

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self._form.body.addLayout(line)
        return line

    def _add(
        self,
        into: QHBoxLayout | QVBoxLayout,
        name: str,
        label: str,
        field: QWidget,
        *,
        needed: bool = False,
        note: str = "",
    ) -> None:
        row = FieldRow(label, field, required=needed, note=note, parent=self)
        into.addWidget(self.add_row(name, row), 1)

    def _fit(self, window: QWidget | None) -> None:
        """Take as much of the window as the form needs, and no more than it has."""
        theme = active_theme()
        room = window.size() if window is not None else self.size()
        self.resize(
            min(theme.px(1120), max(760, room.width() - 80)),
            min(theme.px(860), max(520, room.height() - 60)),
        )

    @Slot(object)
    def _tell_level(self, level: SupervisionLevel) -> None:
        self.level_changed.emit(level)


_TEXTS = tuple(one.name for one in fields(NoticeTexts) if one.name != "wording")
"""The texts that are written on the form; the version of the wording goes along unseen."""
