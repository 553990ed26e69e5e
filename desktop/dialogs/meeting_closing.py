"""宣读确认: the recorder reads back what was agreed, then the meeting is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import CardTitle, Line, ScrollColumn
from desktop.widgets.choice_box import CheckField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.text_area import TextArea


@dataclass(frozen=True)
class ReadItem:
    """One agreement as it is read out."""

    code: str
    text: str
    note: str


class ClosingDialog(BasicDialog):
    """Each agreement is ticked when it was read; the texts of the minutes follow below."""

    def __init__(
        self,
        items: Sequence[ReadItem],
        *,
        waiting: int,
        outlook: str = "",
        speech: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", icon="book-open", parent=parent)
        self.setWindowTitle(self.tr("宣读确认"))
        self._title.setText(self.tr("宣读确认并生成纪要"))
        note = self.tr("会议结束后纪要不再改动。")
        if waiting:
            note = self.tr(
                "还有 {n} 件没有议到，提请上会的和缓议的留待下次。会议结束后纪要不再改动。"
            ).format(n=waiting)
        self.set_text(note)
        self._checks: list[CheckField] = []
        column = ScrollColumn(self, name=self.tr("议定事项"), spacing=8)
        column.setMinimumHeight(420)
        self._head = CardTitle(self.tr("议定事项"))
        self._all = ActionButton(self.tr("全部已宣读"), "check", key="Alt A")
        self._all.clicked.connect(self.read_all)
        self._all.setVisible(bool(items))
        self._head.add(self._all)
        column.body.addWidget(self._head)
        for item in items:
            self._add_item(column, item)
        if not items:
            words = self.tr("本次会议没有议定事项。")
            column.body.addWidget(PlainLabel(words, tone="text2"))
        column.body.addWidget(Line())
        self.opinion = TextArea(name=self.tr("会议意见"), lines=2, enter_breaks=True)
        self.outlook = TextArea(name=self.tr("下周工作重点"), lines=2, enter_breaks=True)
        self.outlook.set_value(outlook)
        self.speech = TextArea(name=self.tr("领导讲话"), lines=2, enter_breaks=True)
        self.speech.set_value(speech)
        for words, field in (
            (self.tr("会议意见"), self.opinion),
            (self.tr("下周工作重点"), self.outlook),
            (self.tr("领导讲话"), self.speech),
        ):
            column.body.addWidget(FieldRow(words, field))
        column.body.addStretch(1)
        self.body.addWidget(column, 1)
        self.setMinimumSize(760, 640)
        self.add_button(False, self.tr("继续开会"), key="Esc")
        yes = self.add_button(
            True,
            self.tr("结束会议，生成纪要"),
            kind="primary",
            icon="badge-check",
            key="Ctrl Enter",
            closes=False,
        )
        yes.clicked.connect(self._check)
        Shortcut("Alt+A", self, self.tr("全部已宣读"), self.read_all)
        self._count()
        (self._checks[0] if self._checks else self.opinion).setFocus()

    def checks(self) -> list[CheckField]:
        """Return the boxes of the agreements in their order."""
        return list(self._checks)

    @Slot()
    def read_all(self) -> None:
        """Tick every agreement."""
        for check in self._checks:
            check.set_value(True)
        self._count()

    def _add_item(self, column: ScrollColumn, item: ReadItem) -> None:
        check = CheckField(item.code, parent=self)
        check.changed.connect(self._count)
        check.setAccessibleDescription(item.text)
        words = PlainLabel(item.text, kind="row", wrap=True)
        note = PlainLabel(item.note, kind="second", wrap=True)
        for label in (words, note):
            label.setContentsMargins(28, 0, 0, 0)
        for widget in (check, words, note):
            column.body.addWidget(widget)
        self._checks.append(check)

    @Slot()
    def _count(self) -> None:
        done = sum(check.value() for check in self._checks)
        words = self.tr("{n} 项 · 已宣读 {done}").format(n=len(self._checks), done=done)
        self._head.set_note(words)
        if done == len(self._checks):
            self.set_error("")

    @Slot()
    def _check(self) -> None:
        unread = [check for check in self._checks if not check.value()]
        if unread:
            self.set_error(self.tr("还有 {n} 项没有宣读。").format(n=len(unread)))
            unread[0].setFocus()
            return
        self.answer = True
        self.accept()
