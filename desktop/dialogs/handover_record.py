"""One handover as it stands: who, when, the counts, the word left, the named matters; to sign."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from db.queries.handovers import Handover, Matter
from desktop import texts
from desktop.case_words import moment_words, short_number
from desktop.dialogs.shift_counts import CountsLine
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.card import Line, ScrollColumn
from desktop.widgets.plain_label import PlainLabel

SIGN = "sign"
WITHDRAW = "withdraw"
PRINT = "print"


class HandoverRecordDialog(BasicDialog):
    """The record; ``answer`` is SIGN, WITHDRAW, PRINT or nothing."""

    def __init__(
        self,
        record: Handover,
        answer: str,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("交接班记录"), icon="handshake", parent=parent)
        self._now = now
        self.set_text(self._sentence(record))
        self.body.addWidget(CountsLine(record.counts, self))
        column = ScrollColumn(self, name=self.tr("交接班记录"), spacing=8)
        column.body.setContentsMargins(0, 0, 12, 0)
        column.body.addWidget(PlainLabel(self.tr("本班情况"), self, kind="second", tone="text2"))
        note = record.note or self.tr("没有另外说明。")
        column.body.addWidget(PlainLabel(note, self, wrap=True))
        column.body.addWidget(Line())
        heading = self.tr("点名交来 {n} 件").format(n=len(record.matters))
        column.body.addWidget(PlainLabel(heading, self, kind="second", tone="text2"))
        for matter in record.matters:
            column.body.addWidget(PlainLabel(self._line(matter), self, wrap=True))
        column.body.addStretch(1)
        self.body.addWidget(column, 1)
        self.add_button(None, self.tr("关闭"), key="Esc")
        words = {
            SIGN: (self.tr("接班签字"), "pencil", "primary"),
            WITHDRAW: (self.tr("撤回交班"), "undo-2", "danger"),
            PRINT: (self.tr("打印记录"), "printer", "primary"),
        }[answer]
        self.add_button(answer, words[0], icon=words[1], kind=words[2], key="Ctrl Enter")
        if answer == WITHDRAW:
            self.button(answer).setDefault(False)
        theme = active_theme()
        room = (parent.width(), parent.height()) if parent is not None else (1200, 800)
        self.resize(min(theme.px(720), room[0] - 60), min(theme.px(460), room[1] - 60))
        self.button(answer if answer != WITHDRAW else None).setFocus()

    def _sentence(self, record: Handover) -> str:
        facts = {
            "giver": record.giver,
            "taker": record.taker,
            "shift": texts.label(record.shift),
            "day": texts.day(record.began_at.date()),
            "at": moment_words(record.at, self._now),
        }
        if record.taken_at is None:
            return self.tr("{day}{shift}：{giver} {at} 交班，等 {taker} 签字接班。").format(**facts)
        taken = moment_words(record.taken_at, self._now)
        return self.tr("{day}{shift}：{giver} {at} 交班，{taker} {taken} 签字接班。").format(
            **facts, taken=taken
        )

    def _line(self, matter: Matter) -> str:
        facts = {"number": short_number(matter.number), "title": matter.title}
        if matter.settled_at is not None:
            return self.tr("{number} {title}：{remark} ✓ {name} {note}").format(
                **facts, remark=matter.remark, name=matter.settled_by, note=matter.settled_note
            )
        if matter.remark:
            return self.tr("{number} {title}：{remark}").format(**facts, remark=matter.remark)
        return self.tr("{number} {title}").format(**facts)
