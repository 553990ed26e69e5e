"""How one text of the office's papers read before, version by version, to be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.queries.wordings import WordingVersion
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.whole_table import WholeTable
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.text_area import TextArea


@dataclass(frozen=True)
class OlderText:
    """One wording of a text, and the version of the office's wording that brought it."""

    version: WordingVersion
    words: str


class WordingsDialog(BasicDialog):
    """The wordings of one text, the newest first; ``taken`` gives the one to go back to."""

    taken = Signal(str)

    def __init__(
        self,
        key: str,
        built_in: str,
        versions: Sequence[WordingVersion],
        *,
        may_take: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("WordingsDialog", "旧版用语：{name}")
        super().__init__(
            title.format(name=texts.setting_name(key)),
            QCoreApplication.translate(
                "WordingsDialog", "已经打印的文书不变；每份存档都记着用的是第几版。"
            ),
            icon="history",
            parent=parent,
        )
        self.table = WholeTable(
            (
                Column("version", self.tr("版本"), 90, _version),
                Column("since", self.tr("启用"), 170, _since, tone=_faint),
                Column("who", self.tr("修改人"), 120, _who),
                Column("words", self.tr("用语"), 320, _line, stretch=True),
            ),
            name=self.tr("旧版用语"),
            density="compact",
        )
        self.table.setMinimumSize(820, 200)
        self.words = TextArea(name=self.tr("这一版的用语"), lines=6, enter_breaks=True)
        self.words.setReadOnly(True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.words)
        self.add_button(False, self.tr("关闭"), key="Esc")
        if may_take:
            take = self.add_button(
                True, self.tr("换回这一版"), icon="undo-2", key="Ctrl Enter", kind="primary"
            )
            take.clicked.connect(self._take)
        self.table.row_changed.connect(self._show)
        self.table.show_rows(_older(key, built_in, versions))
        self.table.choose_place(0)
        self.table.setFocus()

    @Slot(object)
    def _show(self, row: OlderText | None) -> None:
        self.words.set_value("" if row is None else row.words)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self.words.value())


def _older(key: str, built_in: str, versions: Sequence[WordingVersion]) -> list[OlderText]:
    """Return the versions that changed a text, and the built-in one."""
    return [
        OlderText(one, one.texts.get(key) or built_in)
        for one in versions
        if key in one.changed or one.since is None
    ]


def _version(row: OlderText) -> str:
    return QCoreApplication.translate("WordingsDialog", "第 {n} 版").format(n=row.version.number)


def _since(row: OlderText) -> str:
    if row.version.since is None:
        return QCoreApplication.translate("WordingsDialog", "内置")
    return texts.moment(row.version.since)


def _who(row: OlderText) -> str:
    return row.version.who


def _line(row: OlderText) -> str:
    return " ".join(row.words.split())


def _faint(_row: Any) -> str:
    return "text2"
