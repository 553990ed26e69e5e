"""The question before words speak for an item, or speak otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.suggestion_rules import AddSuggestionRule, ChangeSuggestionRule
from db.queries.suggestions import SuggestionRuleRow
from db.rules.suggestions import LONGEST_WORDS
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker


class SuggestionDialog(BasicDialog):
    """Words, item and weight; ``wanted`` tells the command, the dialog stays until it is done."""

    wanted = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[Any, ...]],
        row: SuggestionRuleRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", icon="pencil" if row else "plus", parent=parent)
        title = self.tr("修改提示词") if row else self.tr("新增提示词")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self.set_text(self.tr("登记时提到这些词，就建议所选事项和它的承办单位；由人决定采不采纳。"))
        self._row = row
        self.words = LineField(
            self.tr("如 井盖，几个词用空格隔开"), name=self.tr("提到的词"), longest=LONGEST_WORDS
        )
        self.item = Picker(self.tr("名称或拼音首字母"), name=self.tr("建议事项"))
        self.item.set_choices(choices)
        self.weight = LineField(self.tr("按字数自动"), name=self.tr("分量"), digits=True, longest=3)
        if row is not None:
            self.words.set_value(row.words)
            self.item.set_value(row.item_id)
            self.weight.set_value(str(row.weight))
        self._rows = {
            "words": FieldRow(
                self.tr("提到的词"),
                self.words,
                required=True,
                note=self.tr("有几个词时，都提到才算"),
            ),
            "item_id": FieldRow(self.tr("建议事项"), self.item, required=True),
            "weight": FieldRow(
                self.tr("分量"),
                self.weight,
                note=self.tr("1 到 100；提到多个词时相加，分量最大的事项排在前面"),
            ),
        }
        for one in self._rows.values():
            self.body.addWidget(one)
        self.add_button(False, self.tr("取消"), key="Esc")
        words = self.tr("保存") if row else self.tr("新增")
        yes = self.add_button("yes", words, kind="primary", key="Ctrl Enter", closes=False)
        yes.clicked.connect(self._tell)
        self.words.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        row = self._rows.get(field)
        if row is None:
            self.set_error(words)
            return
        row.set_error(words)
        row.field.setFocus()

    def errors(self) -> dict[str, str]:
        """Return what is said to be wrong, by field."""
        return {name: row.error() for name, row in self._rows.items() if row.error()}

    @Slot()
    def _tell(self) -> None:
        for row in self._rows.values():
            row.clear_error()
        self.set_error("")
        missing = [
            name
            for name, value in (("words", self.words.value()), ("item_id", self.item.value()))
            if not value
        ]
        for name in missing:
            self._rows[name].set_error(self.tr("请填写"))
        if missing:
            self._rows[missing[0]].field.setFocus()
            return
        self.wanted.emit(self._command())

    def _command(self) -> Command:
        words, item_id = self.words.value(), int(self.item.value())
        weight = int(self.weight.value()) if self.weight.value() else None
        if self._row is None:
            return AddSuggestionRule(words=words, item_id=item_id, weight=weight)
        return ChangeSuggestionRule(
            rule_id=self._row.id, words=words, item_id=item_id, weight=weight
        )
