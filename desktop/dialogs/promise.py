"""A word on something that a meeting agreed: progress, done, confirmed or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.field_row import FieldRow
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.text_area import TextArea

WITHOUT_WORDS = frozenset({"confirm"})
LONGEST = 2000


class PromiseDialog(BasicDialog):
    """The words and the moves that are possible; ``answer`` is the move that was chosen."""

    def __init__(
        self,
        title: str,
        matter: str,
        facts: str,
        moves: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Offer moves as (id, words, icon), the chief one first."""
        super().__init__(title, matter, icon="gavel", parent=parent)
        self._field = TextArea(
            name=self.tr("情况"), lines=4, enter_breaks=True, longest=LONGEST, parent=self
        )
        self._row = FieldRow(self.tr("情况"), self._field, note=facts, parent=self)
        self.body.addWidget(self._row)
        self.add_button(None, self.tr("取消"), key="Esc")
        for place, (move, words, icon) in reversed(list(enumerate(moves))):
            kind = "normal" if place else "primary"
            key = "F9" if place else "Ctrl Enter"
            button = self.add_button(move, words, icon=icon, kind=kind, key=key, closes=False)
            button.clicked.connect(self._choose)
            if place:
                Shortcut("F9", self, words, button.click)
        self._field.setFocus()

    def words(self) -> str:
        """Return what was typed."""
        return self._field.value()

    @Slot()
    def _choose(self) -> None:
        move = self.sender().property("answer")
        if move not in WITHOUT_WORDS and not self.words():
            self._row.set_error(self.tr("请写明情况"))
            self._field.setFocus()
            return
        self.answer = move
        self.accept()
