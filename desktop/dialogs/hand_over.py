"""Hand a shift over: to whom, how it stands, what was seen, and which cases are named."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.queries.cases import CaseRow
from db.queries.handovers import HandoverDraft
from db.rules.shifts import Shift
from db.rules.terms import Urgency
from desktop import texts
from desktop.case_words import deadline_look, short_number, tag_of
from desktop.dialogs.shift_counts import CountsLine
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.card import ScrollColumn
from desktop.widgets.chips import Chip, ChipSpec, chip_size
from desktop.widgets.choice_box import CheckField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

REMARK_MOST = 200
NOTE_MOST = 2000


class HandOverDialog(BasicDialog):
    """The form; ``given()`` holds what the command takes."""

    def __init__(self, draft: HandoverDraft, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("交班"), icon="handshake", parent=parent)
        self.set_text(self.tr("按签字这一刻的数据计数；对方在自己的窗口签字后，记录不能再改。"))
        self._lines: list[_MatterLine] = []
        self.body.addWidget(CountsLine(draft.counts, self))
        self._add_heads(draft)
        self._note = TextArea(
            self.tr("本班处置了什么、正在等什么、要提醒什么"),
            name=self.tr("本班情况"),
            lines=3,
            enter_breaks=True,
            longest=NOTE_MOST,
        )
        self.body.addWidget(FieldRow(self.tr("本班情况"), self._note, parent=self))
        self._add_matters(draft)
        self.add_button(None, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes",
            self.tr("交班签字"),
            kind="primary",
            key="Ctrl Enter",
            icon="pencil",
            closes=False,
        )
        yes.clicked.connect(self._check)
        theme = active_theme()
        room = (parent.width(), parent.height()) if parent is not None else (1200, 800)
        self.resize(min(theme.px(860), room[0] - 60), min(theme.px(720), room[1] - 40))
        self._taker.setFocus()

    # What others call ---------------------------------------------------------------------

    def given(self) -> dict[str, Any]:
        """Return taker, shift, note, and the named cases as pairs of id and remark."""
        return {
            "taker_id": self._taker.value(),
            "shift": self._shift.value(),
            "note": self._note.value(),
            "matters": tuple(
                (line.case_id, line.remark.value()) for line in self._lines if line.tick.value()
            ),
        }

    def ticks(self) -> list[CheckField]:
        """Return the boxes of the cases that can be named."""
        return [line.tick for line in self._lines]

    # Building -----------------------------------------------------------------------------

    def _add_heads(self, draft: HandoverDraft) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._taker = Picker(self.tr("姓名或拼音首字母"), name=self.tr("接班人"), icon="user")
        self._taker.set_choices(
            [
                (one.account_id, one.name, texts.label(one.role), one.initials, "")
                for one in draft.colleagues
            ]
        )
        self._taker_row = FieldRow(self.tr("接班人"), self._taker, required=True, parent=self)
        self._shift = SegmentedChoice(
            [(shift, texts.label(shift)) for shift in Shift], name=self.tr("交的班次")
        )
        self._shift.set_value(draft.shift)
        row.addWidget(self._taker_row, 1)
        row.addWidget(FieldRow(self.tr("交的班次"), self._shift, parent=self), 1)
        self.body.addLayout(row)

    def _add_matters(self, draft: HandoverDraft) -> None:
        words = self.tr("点名交给下一班的事件（空格勾选，可写嘱咐）")
        self.body.addWidget(PlainLabel(words, self, kind="second"))
        column = ScrollColumn(self, name=self.tr("点名交给下一班的事件"), spacing=4)
        column.body.setContentsMargins(2, 2, 12, 2)
        tags = [tag for tag in map(tag_of, draft.cases) if tag is not None]
        tag_width = max((chip_size(active_theme(), tag).width() for tag in tags), default=0)
        for case in draft.cases:
            line = _MatterLine(case, draft, tag_width, self)
            self._lines.append(line)
            column.body.addWidget(line)
        if not draft.cases:
            empty = self.tr("没有紧急、督办或超期的事件要点名，直接签字就行。")
            column.body.addWidget(PlainLabel(empty, self, kind="second", tone="text3", wrap=True))
        column.body.addStretch(1)
        self.body.addWidget(column, 1)

    @Slot()
    def _check(self) -> None:
        self.set_error("")
        self._taker_row.clear_error()
        if self._taker.value() is None:
            self._taker_row.set_error(self.tr("请选接班人"))
            self._taker.setFocus()
            return
        self.answer = "yes"
        self.accept()


class _MatterLine(QWidget):
    """A case that can be named, with what the next shift is told about it."""

    def __init__(
        self, case: CaseRow, draft: HandoverDraft, tag_width: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.case_id = case.id
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        title = f"{short_number(case.number)}  {case.title}"
        self.tick = CheckField(title, parent=self)
        self.tick.set_value(case.urgency >= Urgency.URGENT)
        theme = active_theme()
        self.tick.setFixedWidth(theme.px(300))
        row.addWidget(self.tick)
        chip = Chip(tag_of(case) or ChipSpec(""), self)
        kept = chip.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        chip.setSizePolicy(kept)
        chip.setFixedWidth(tag_width)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        look = deadline_look(case, draft.now)
        tone = {"bad": "danger", "warn": "warn"}.get(look.tone, "text2")
        left = PlainLabel(look.words, self, kind="second", tone=tone)
        left.setFixedWidth(theme.px(126))
        row.addWidget(left)
        self.remark = LineField(
            self.tr("嘱咐"),
            name=self.tr("{case} 的嘱咐").format(case=title),
            longest=REMARK_MOST,
        )
        self.remark.textEdited.connect(self._tick_by_typing)
        row.addWidget(self.remark, 1)

    @Slot(str)
    def _tick_by_typing(self, words: str) -> None:
        """Whoever writes a remark means the case."""
        if words.strip():
            self.tick.set_value(True)
