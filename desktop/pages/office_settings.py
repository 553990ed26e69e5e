"""The office's settings of one topic: what holds, what it touches, what is planned, who changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.commands import Command
from db.commands.settings import DropPlannedSetting
from db.queries.door import Reader
from db.queries.rule_trials import RuleTrial, rule_trial
from db.queries.settings import SettingChange, SettingRow, setting_changes, setting_rows
from db.rules.permissions import Permission
from db.rules.setting_fields import SettingTopic
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.office_history import history_table
from desktop.pages.office_question import OfficeQuestion
from desktop.pages.office_setting_dialog import SettingDialog
from desktop.pages.office_setting_words import reach_words, setting_words, trial_words, value_words
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle

Seen = tuple[tuple[SettingRow, ...], tuple[SettingChange, ...]]


class SettingsView(QWidget):
    """A list of settings over the list of their changes; who keeps them may change them."""

    told = Signal(str, str)

    def __init__(
        self,
        services: Services,
        session: Session,
        topic: SettingTopic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._topic = topic
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        self._found: tuple[SettingRow, ...] = ()
        self._words = ""
        self._question = OfficeQuestion(services, self, setting_words)
        self._question.told.connect(self.told)
        self._question.taken.connect(self.reload)
        self._build()

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the settings and their changes."""
        key = f"settings {self._topic}"
        self._services.ask(_seen, self._topic, parent=self, done=self._show, key=key)

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    def search(self, words: str) -> None:
        """Narrow the settings to words."""
        self._words = words.strip()
        self._narrow()

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._question.dialog()

    @Slot()
    def ask_change(self) -> None:
        """Ask what the chosen setting shall be."""
        row = self.table.row_here()
        if row is not None:
            dialog = SettingDialog(row, self.window())
            dialog.wanted.connect(self._send)
            if self._topic is SettingTopic.SUPERVISION:
                dialog.tried.connect(self._try)
            self._question.open(dialog)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        above = Card(self, margins=14, spacing=8)
        below = Card(self, margins=14, spacing=8)
        self._title = CardTitle(texts.label(self._topic))
        self.drop = ActionButton(self.tr("撤回未生效的改动"), "undo-2", parent=self)
        self.change = ActionButton(self.tr("修改"), "pencil", key="Enter", parent=self)
        self.drop.clicked.connect(self._drop)
        self.change.clicked.connect(self.ask_change)
        self.table = WholeTable(
            (
                Column("name", self.tr("设置"), 224, _name, strong=_is_own),
                Column("value", self.tr("现行"), 150, _value, tone=_value_tone, strong=_is_own),
                Column("default", self.tr("默认"), 150, _default, tone=_faint),
                Column("reach", self.tr("可填"), 100, _reach, tone=_faint),
                Column("effect", self.tr("影响"), 320, _effect, tone=_faint, stretch=True),
                Column("planned", self.tr("已安排"), 220, self._planned, tone=_plan_tone),
            ),
            name=texts.label(self._topic),
            density="compact",
        )
        self.table.row_changed.connect(self._follow_choice)
        for button in (self.drop, self.change):
            button.setVisible(self._keeps)
            if self._keeps:
                self._title.add(button)
        if self._keeps:
            self.table.opened.connect(self._open)
        self.history = history_table(self.tr("改动记录"))
        self._history_title = CardTitle(self.tr("改动记录"))
        above.body.addWidget(self._title)
        above.body.addWidget(self.table, 1)
        below.body.addWidget(self._history_title)
        below.body.addWidget(self.history, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(above, 2)
        column.addWidget(below, 1)
        self._follow_choice(None)

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _open(self, _place: object) -> None:
        self.ask_change()

    @Slot(object)
    def _show(self, seen: Seen) -> None:
        self._found, changes = seen
        self.history.show_rows(changes)
        none = self.tr("还没有改过，都是默认值。")
        count = self.tr("{n} 条，最新的在上面").format(n=len(changes))
        self._history_title.set_note(count if changes else none)
        own = sum(not row.is_default for row in self._found)
        self._title.set_note(
            self.tr("共 {n} 项，{own} 项与默认不同；改动只管以后，已经算好的时限不变").format(
                n=len(self._found), own=own
            )
        )
        self._narrow()

    @Slot(str, object)
    def _try(self, key: str, value: object) -> None:
        self._services.ask(
            rule_trial, key, value, parent=self, done=self._show_trial, key="rule trial"
        )

    @Slot(object)
    def _show_trial(self, trial: RuleTrial | None) -> None:
        dialog = self._question.dialog()
        if isinstance(dialog, SettingDialog):
            dialog.show_trial(trial_words(trial))

    @Slot(object)
    def _send(self, command: Command) -> None:
        row = self.table.row_here()
        name = "" if row is None else texts.setting_name(row.field.key)
        self._question.send(command, self.tr("已保存：{name}").format(name=name))

    @Slot()
    def _drop(self) -> None:
        row = self.table.row_here()
        if row is not None and row.planned:
            day = row.planned[0].valid_from
            self._question.send(
                DropPlannedSetting(name=row.field.name, valid_from=day),
                self.tr("已撤回 {day} 起的改动").format(day=texts.day(day)),
            )

    # Inside -------------------------------------------------------------------------------

    def _narrow(self) -> None:
        here = self.table.row_here()
        shown = [row for row in self._found if self._words in _name(row) + _effect(row)]
        self.table.show_rows(shown)
        keys = [row.field.key for row in shown]
        if here is not None and here.field.key in keys:
            self.table.choose_place(keys.index(here.field.key))
        self._follow_choice(self.table.row_here())

    @Slot(object)
    def _follow_choice(self, row: SettingRow | None) -> None:
        self.change.setEnabled(row is not None)
        self.drop.setEnabled(row is not None and bool(row.planned))

    def _planned(self, row: SettingRow) -> str:
        words = self.tr("{day}起 {value}")
        return "；".join(
            words.format(
                day=plan.valid_from.isoformat(),
                value=value_words(
                    row.field, row.field.default if plan.value is None else plan.value
                ),
            )
            for plan in row.planned
        )


def _seen(reader: Reader, topic: SettingTopic) -> Seen:
    """Return the settings of a topic and their changes."""
    return setting_rows(reader, topic), setting_changes(reader, topic)


def _name(row: SettingRow) -> str:
    return texts.setting_name(row.field.key)


def _effect(row: SettingRow) -> str:
    return texts.setting_effect(row.field.key)


def _value(row: SettingRow) -> str:
    return value_words(row.field, row.value)


def _value_tone(row: SettingRow) -> str:
    return "text" if row.is_default else "brand"


def _is_own(row: SettingRow) -> bool:
    return not row.is_default


def _default(row: SettingRow) -> str:
    return value_words(row.field, row.field.default)


def _reach(row: SettingRow) -> str:
    return reach_words(row.field)


def _plan_tone(_row: Any) -> str:
    return "warn"


def _faint(_row: Any) -> str:
    return "text2"
