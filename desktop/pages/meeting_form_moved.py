"""Two agree on one matter at once: what the other agreed, field by field, and which one stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.queries.decisions import DecisionRow
from desktop import texts
from desktop.pages.meeting_words import day_and_time
from desktop.widgets.buttons import ActionButton
from desktop.widgets.conflict_box import ConflictBox


class MovedDecision(QWidget):
    """Hidden until somebody else agreed on what is being agreed on here."""

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = ConflictBox(self)
        self.mine = ActionButton(self.tr("保留我填写的内容"), "save", parent=self)
        self.mine.clicked.connect(self.mine_wanted)
        self.theirs = ActionButton(self.tr("改用新的内容"), "refresh-cw", parent=self)
        self.theirs.clicked.connect(self.theirs_wanted)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self.mine)
        choice.addWidget(self.theirs)
        choice.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addLayout(choice)
        self.hide()

    def show_moved(self, before: DecisionRow | None, now: DecisionRow | None) -> None:
        """Show what each field said when the form was filled and what it says now, and by whom."""
        was, is_now = self._said(before), self._said(now)
        who = now.moved_by if now is not None else ""
        rows = [
            (name, was[name] or "—", is_now[name] or "—", who)
            for name in was
            if was[name] != is_now[name]
        ]
        if now is None:
            words = self.tr("这一项的议定已被别人撤销，您填写的内容还在，没有保存。")
        elif before is None:
            words = self.tr("这一项刚被别人议定，您填写的内容还在，没有保存。")
        else:
            words = self.tr("这一项的议定刚被别人改动，您填写的内容还在，没有保存。")
        self._box.show_conflict(words, (), rows)
        self.show()

    def _said(self, row: DecisionRow | None) -> dict[str, str]:
        """Return the words of every field; of no decision they are empty."""
        return {
            self.tr("处理意见"): texts.label(row.kind) if row else "",
            self.tr("牵头单位"): row.lead_name if row else "",
            self.tr("责任人"): row.responsible if row else "",
            self.tr("完成时限"): day_and_time(row.due_at) if row else "",
            self.tr("协办单位"): "、".join(row.assist_names) if row else "",
            self.tr("议定事项文字"): row.text if row else "",
            self.tr("成果形式"): row.outcome_form if row else "",
        }
