"""The words by which a told text suggests an item: the office reads, tries and changes them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands import Command
from db.commands.suggestion_rules import AddSuggestionRule, RetireSuggestionRule
from db.queries.door import Reader
from db.queries.lookup import ItemRow, handling_units, items
from db.queries.suggestions import SuggestionRuleRow, suggested_items, suggestion_rule_rows
from db.rules.permissions import Permission
from db.rules.suggestions import Suggestion
from desktop.models.columns import Column
from desktop.pages.office_question import OfficeQuestion
from desktop.pages.office_suggestion_dialog import SuggestionDialog
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.search_box import SearchBox

SHOWN_ITEMS = 3

Listed = tuple[tuple[SuggestionRuleRow, ...], tuple[ItemRow, ...], dict[str, str]]


class SuggestionsView(Card):
    """The rules; who keeps the settings may add, change and retire them, anybody may try them."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=8)
        self._services = services
        self._found: tuple[SuggestionRuleRow, ...] = ()
        self._items: tuple[ItemRow, ...] = ()
        self._units: dict[str, str] = {}
        self._words = ""
        self._question = OfficeQuestion(services, self)
        self._question.told.connect(self.told)
        self._question.taken.connect(self.reload)
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        self._build()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the rules."""
        self._services.ask(_listed, parent=self, done=self._show, key="suggestions")

    def search(self, words: str) -> None:
        """Narrow the rules to words."""
        self._words = words.strip().lower()
        self._narrow()

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._question.dialog()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    @Slot()
    def ask_new(self) -> None:
        """Ask for words and the item that they speak for."""
        self._open(None)

    @Slot()
    def ask_change(self) -> None:
        """Ask what of the chosen rule is to be otherwise."""
        row = self.table.row_here()
        if row is not None:
            self._open(row)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = CardTitle(self.tr("登记提示词"))
        self.add = ActionButton(self.tr("新增提示词"), "plus", parent=self)
        self.change = ActionButton(self.tr("修改"), "pencil", parent=self)
        self.retire = ActionButton(self.tr("停用"), "minus", parent=self)
        self.add.clicked.connect(self.ask_new)
        self.change.clicked.connect(self.ask_change)
        self.retire.clicked.connect(self._retire)
        for button in (self.add, self.change, self.retire):
            button.setVisible(self._keeps)
            if self._keeps:
                self._title.add(button)
        self.trial = SearchBox(self.tr("输入一段来电内容，看会建议哪个事项"), key="")
        self.trial.searched.connect(self._try)
        self._answer = PlainLabel("", kind="second", tone="text2", wrap=True)
        self.table = WholeTable(
            (
                Column("words", self.tr("提到的词"), 240, _words, strong=_always, stretch=True),
                Column("item_code", self.tr("编码"), 80, _code, tone=_faint),
                Column("item_name", self.tr("建议事项"), 240, _name, stretch=True),
                Column("lead", self.tr("建议承办"), 200, self._unit),
                Column("weight", self.tr("分量"), 80, _weight),
            ),
            name=self.tr("登记提示词"),
            density="compact",
        )
        self.table.row_changed.connect(self._follow_choice)
        if self._keeps:
            self.table.cell_chosen.connect(self._change_chosen)
        self.body.addWidget(self._title)
        self.body.addWidget(self.trial)
        self.body.addWidget(self._answer)
        self.body.addWidget(self.table, 1)
        self._follow_choice(None)
        self._try("")

    def _open(self, row: SuggestionRuleRow | None) -> None:
        choices = [
            (one.id, one.name, f"{one.class_name} {one.code}", one.initials, one.full_pinyin)
            for one in self._items
        ]
        dialog = SuggestionDialog(choices, row, self.window())
        dialog.wanted.connect(self._send)
        self._question.open(dialog)

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, found: Listed) -> None:
        self._found, self._items, self._units = found
        self._narrow()
        self._try(self.trial.text())

    @Slot(str)
    def _try(self, text: str) -> None:
        if not text.strip():
            self._answer.setText(
                self.tr("一条里有几个词时，都提到才算；事项名称和别名不用另立，自动生效。")
            )
            return
        self._services.ask(suggested_items, text, parent=self, done=self._show_tried, key="tried")

    @Slot(object)
    def _show_tried(self, found: tuple[Suggestion, ...]) -> None:
        names = {one.id: one.name for one in self._items}
        parts = [
            self.tr("{item} {score} 分（提到“{words}”）").format(
                item=names.get(one.item_id, ""), score=one.score, words="、".join(one.words)
            )
            for one in found[:SHOWN_ITEMS]
        ]
        self._answer.setText("；".join(parts) or self.tr("没有提到任何提示词，不会建议事项。"))

    @Slot(object)
    def _send(self, command: Command) -> None:
        added = isinstance(command, AddSuggestionRule)
        words = self.tr("已新增提示词") if added else self.tr("已修改提示词")
        self._question.send(command, words)

    @Slot(object, str)
    def _change_chosen(self, _row: SuggestionRuleRow, _key: str) -> None:
        self.ask_change()

    @Slot()
    def _retire(self) -> None:
        """Retire without a question: adding the same words again brings the rule back."""
        row = self.table.row_here()
        if row is None:
            return
        words = self.tr("已停用提示词“{words}”").format(words=row.words)
        self._question.send(RetireSuggestionRule(rule_id=row.id), words)

    # Inside -------------------------------------------------------------------------------

    def _narrow(self) -> None:
        shown = [row for row in self._found if self._matches(row)]
        self.table.show_rows(shown)
        self._title.set_note(
            self.tr("共 {n} 条；登记时提到这些词，就建议相应事项和承办单位").format(
                n=len(self._found)
            )
        )
        self._follow_choice(self.table.row_here())

    def _matches(self, row: SuggestionRuleRow) -> bool:
        parts = (row.words, row.item_name, row.item_code, row.initials)
        return not self._words or any(self._words in part.lower() for part in parts)

    @Slot(object)
    def _follow_choice(self, row: SuggestionRuleRow | None) -> None:
        for button in (self.change, self.retire):
            button.setEnabled(row is not None)

    def _unit(self, row: SuggestionRuleRow) -> str:
        return self._units.get(row.lead_code, row.lead_code)


def _listed(reader: Reader) -> Listed:
    """Return the rules, the items that words may speak for, and the names of units by code."""
    units = {unit.code: unit.short_name or unit.name for unit in handling_units(reader)}
    return suggestion_rule_rows(reader), items(reader, reader.now.date()), units


def _always(_row: Any) -> bool:
    return True


def _faint(_row: Any) -> str:
    return "text2"


def _words(row: SuggestionRuleRow) -> str:
    return row.words.replace(" ", " ＋ ")


def _code(row: SuggestionRuleRow) -> str:
    return row.item_code


def _name(row: SuggestionRuleRow) -> str:
    return row.item_name


def _weight(row: SuggestionRuleRow) -> str:
    return str(row.weight)
