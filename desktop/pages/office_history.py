"""Who changed which setting of the office, when, from what to what, and from which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.settings import SettingChange
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.figures_words import translate
from desktop.pages.office_setting_words import value_words
from desktop.pages.whole_table import WholeTable
from desktop.widgets.basic_dialog import BasicDialog


def history_table(name: str) -> WholeTable:
    """Return a table of changes; the newest stands first."""
    return WholeTable(
        (
            Column("at", translate("settings", "时间"), 170, _at, tone=_faint),
            Column("who", translate("settings", "修改人"), 130, _who),
            Column("name", translate("settings", "设置"), 224, _changed_name),
            Column("change", translate("settings", "改动"), 320, _change_words, stretch=True),
            Column("from", translate("settings", "生效"), 160, _from_words, tone=_faint),
        ),
        name=name,
        density="compact",
    )


class HistoryDialog(BasicDialog):
    """The changes on a board of their own, where a page has no room for them."""

    def __init__(self, changes: Sequence[SettingChange], parent: QWidget | None = None) -> None:
        super().__init__(translate("settings", "改动记录"), icon="history", parent=parent)
        self.table = history_table(self.accessibleName())
        self.table.show_rows(changes)
        self.table.setMinimumSize(900, 320)
        if not changes:
            self.set_text(self.tr("还没有改过，都是内置的用语。"))
        self.body.addWidget(self.table, 1)
        self.add_button(False, self.tr("关闭"), key="Esc")


def _change_words(row: SettingChange) -> str:
    before, after = value_words(row.field, row.before), value_words(row.field, row.after)
    if row.dropped:
        words = translate("settings", "撤回 {before}，仍为 {after}")
        return words.format(before=before, after=after)
    return f"{before} → {after}"


def _from_words(row: SettingChange) -> str:
    if row.valid_from is None:
        return translate("settings", "立即")
    return translate("settings", "{day}起").format(day=texts.day(row.valid_from))


def _faint(_row: Any) -> str:
    return "text2"


def _at(row: SettingChange) -> str:
    return texts.moment(row.at)


def _who(row: SettingChange) -> str:
    return row.who


def _changed_name(row: SettingChange) -> str:
    return texts.setting_name(row.field.key)
