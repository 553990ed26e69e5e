"""Ask what a step of a notice needs to be told; what was typed outlives a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import CheckField
from desktop.widgets.conflict_box import ConflictBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

LONGEST = 2000


@dataclass(frozen=True)
class Asked:
    """One question: ``kind`` is line, text, number, choice, picker, day, moment or check."""

    name: str
    label: str
    kind: str = "text"
    needed: bool = False
    value: Any = None
    options: tuple[tuple[Any, ...], ...] = ()
    note: str = ""
    lines: int = 3
    hint: str = ""


class NoticeDialog(BasicDialog):
    """A dialog whose command may be refused: the reason is shown, what was typed stays.

    ``taken_over`` tells that the person read what others did in between and goes on.
    """

    taken_over = Signal()

    def __init__(
        self, title: str, text: str, yes: str, *, icon: str = "", danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(title, text, icon=icon, parent=parent)
        self._rows: dict[str, FieldRow] = {}
        self._needed: set[str] = set()
        self._yes, self._yes_icon, self._danger = yes, icon, danger

    def field(self, name: str) -> Any:
        """Return a field by the name of what it asks."""
        return self._rows[name].field

    def rows(self) -> dict[str, FieldRow]:
        """Return every row by the name of what it asks."""
        return self._rows

    def refuse(self, words: str, field: str = "") -> None:
        """Show why the command was refused, beside the field if one is to blame."""
        row = self._rows.get(field)
        if row is None:
            self.set_error(words)
        else:
            row.set_error(words)
            row.field.setFocus()

    def show_conflict(
        self,
        words: str,
        since: Sequence[str],
        rows: Sequence[tuple[str, str, str, str]] = (),
    ) -> None:
        """Show who did what in between, and field by field; going on needs the person's word."""
        self._conflict.show_conflict(words, since, rows)
        self.button("yes").setEnabled(False)
        self._take_over.show()
        self._take_over.setFocus()

    def add_answers(self) -> None:
        """Add the buttons; called when all fields are there."""
        self.add_button("cancel", self.tr("取消"), key="Esc", closes=False).clicked.connect(
            self.reject
        )
        self._conflict = ConflictBox(self)
        self.body.addWidget(self._conflict)
        self._take_over = self.add_button(
            "take_over", self.tr("重新载入后保留我填写的内容"), icon="refresh-cw", closes=False
        )
        self._take_over.hide()
        self._take_over.clicked.connect(self._go_on)
        kind = "danger" if self._danger else "primary"
        yes = self.add_button(
            "yes", self._yes, kind=kind, icon=self._yes_icon, key="Ctrl Enter", closes=False
        )
        yes.clicked.connect(self._check)

    def add_row(self, name: str, row: FieldRow) -> FieldRow:
        """Keep a row under the name of what it asks."""
        self._rows[name] = row
        if row.required:
            self._needed.add(name)
        return row

    def is_complete(self) -> bool:
        """Tell whether all that is needed was told; the first gap gets the keyboard."""
        gaps = [name for name in self._rows if self._gap(name)]
        for name, row in self._rows.items():
            row.set_error(self._gap(name))
        if gaps:
            self._rows[gaps[0]].field.setFocus()
        return not gaps

    def _gap(self, name: str) -> str:
        field = self.field(name)
        if isinstance(field, DateTimeField) and field.is_unclear():
            return self.tr("看不懂这个时间，请写成 11-20 17:30")
        if name in self._needed and field.value() in (None, ""):
            return self.tr("请填写")
        return ""

    @Slot()
    def _go_on(self) -> None:
        self._conflict.hide()
        self._take_over.hide()
        self.button("yes").setEnabled(True)
        self.taken_over.emit()

    @Slot()
    def _check(self) -> None:
        self.set_error("")
        if self.is_complete():
            self.answer = "yes"
            self.accept()


class NoticeMoveDialog(NoticeDialog):
    """The questions before one step of a notice; ``given()`` holds the answers."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        asked: Sequence[Asked],
        *,
        icon: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, yes, icon=icon, danger=danger, parent=parent)
        for one in asked:
            field = _field(one)
            label = "" if one.kind == "check" else one.label
            row = FieldRow(label, field, required=one.needed, note=one.note, parent=self)
            self.body.addWidget(self.add_row(one.name, row))
            if isinstance(field, LineField):
                field.returnPressed.connect(self._go_on_from_line)
        self.add_answers()
        first = next(iter(self.rows().values()), None)
        (first.field if first else self.button("yes")).setFocus()

    def given(self) -> dict[str, Any]:
        """Return the answers by their names; what was left empty is left out."""
        answers = {name: self.field(name).value() for name in self.rows()}
        return {name: value for name, value in answers.items() if value not in (None, "")}

    @Slot()
    def _go_on_from_line(self) -> None:
        self.focusNextChild()


def _field(asked: Asked) -> Any:
    """Return the field that takes the answer to a question."""
    field: Any
    name = asked.label
    if asked.kind == "choice":
        field = SegmentedChoice(asked.options, name=name)
    elif asked.kind == "picker":
        field = Picker(asked.hint, name=name)
        field.set_choices(list(asked.options))
    elif asked.kind in ("day", "moment"):
        field = DateTimeField(name=name, with_time=asked.kind == "moment")
    elif asked.kind == "check":
        field = CheckField(asked.label)
    elif asked.kind in ("line", "number"):
        field = LineField(asked.hint, name=name, digits=asked.kind == "number", longest=LONGEST)
    else:
        field = TextArea(
            asked.hint, name=name, lines=asked.lines, enter_breaks=True, longest=LONGEST
        )
    if asked.value is not None:
        field.set_value(asked.value)
    return field
