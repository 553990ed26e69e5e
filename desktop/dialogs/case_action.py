"""Ask what an action on a case needs to be told, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.supervision import ReminderMeans
from desktop import texts
from desktop.actions import RETURN_REASONS, SATISFACTIONS, Action, Ask
from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.conflict_box import ConflictBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.picker import Picker
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.text_area import TextArea

CONFLICT_WIDTH = 600
"""Of the dialog, once it has to show a table of fields."""
REMINDER_MEANS = (ReminderMeans.PHONE, ReminderMeans.SYSTEM, ReminderMeans.VISIT)


class CaseActionDialog(BasicDialog):
    """The question before an action. ``given()`` holds the answers after it was accepted.

    ``taken_over`` tells that the person read what others did in between and goes on.
    """

    taken_over = Signal()

    def __init__(
        self,
        action: Action,
        number: str,
        *,
        units: list[tuple[Any, ...]] | None = None,
        suggested: tuple[int | None, tuple[int, ...]] = (None, ()),
        longest_days: int = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(action.label(), number, icon=action.icon, parent=parent)
        self._action = action
        self._fields: dict[str, tuple[FieldRow, Any]] = {}
        self._needed: set[str] = set()
        self._units = units or []
        self._suggested = suggested
        self._longest_days = longest_days
        self._others = PlainLabel("", self, kind="second", tone="warn", wrap=True)
        self._others.hide()
        self._conflict = ConflictBox(self)
        self.body.addWidget(self._others)
        self.body.addWidget(self._conflict)
        self._build()
        self.add_button(None, self.tr("取消"), key="Esc")
        self._take_over = self.add_button(
            "take_over", self.tr("保留我填写的内容"), icon="refresh-cw", closes=False
        )
        self._take_over.hide()
        self._take_over.clicked.connect(self._go_on)
        kind = "danger" if action.kind == "danger" else "primary"
        yes = self.add_button(
            "yes", action.label(), kind=kind, key="Ctrl Enter", icon=action.icon, closes=False
        )
        yes.clicked.connect(self._check)
        if self._fields:
            next(iter(self._fields.values()))[1].setFocus()
        elif action.kind != "danger":
            yes.setFocus()

    # What others call ---------------------------------------------------------------------

    def given(self) -> dict[str, Any]:
        """Return the answers by the names that the action's command takes."""
        answers: dict[str, Any] = {}
        for name, (_, field) in self._fields.items():
            value = field.value()
            if name in ("assist", "inform"):
                continue
            if name == "days":
                value = int(value) if str(value).isdigit() else 0
            if value not in (None, ""):
                answers[name] = value
        if "assist" in self._fields:
            # A unit that was proposed as assisting and then chosen as lead only leads.
            lead = answers.get("lead_id")
            for part in ("assist", "inform"):
                named = self._several(part)
                answers[f"{part}_ids"] = tuple(unit for unit in named if unit != lead)
        if self._action.asks is Ask.SATISFACTION or self._action.asks is Ask.RETURN:
            answers["choice"] = self._enum(answers.get("choice"))
        return answers

    def propose(self, name: str, value: Any) -> None:
        """Fill an answer in beforehand, if it is asked for; the person may change it."""
        if name in self._fields:
            self._fields[name][1].set_value(value)

    def show_others(self, words: str) -> None:
        """Tell who else has the case open; empty when nobody has."""
        self._others.setText(words)
        self._others.setVisible(bool(words) and not self._conflict.isVisible())

    def show_conflict(
        self,
        words: str,
        lines: Sequence[str],
        rows: Sequence[tuple[str, str, str, str]],
        *,
        may_go_on: bool,
    ) -> None:
        """Show who did what in between; going on needs the person's word, and may be too late."""
        self.set_error("")
        self._others.hide()
        if rows:
            self.widen(active_theme().px(CONFLICT_WIDTH))
        self._conflict.show_conflict(words, lines, rows)
        self.button("yes").setEnabled(False)
        self._take_over.setVisible(may_go_on)
        if may_go_on and not self._types():
            self._take_over.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Show why the command was refused; what was typed stays."""
        row = self._fields.get(field) or self._fields.get("text")
        if row is not None and field:
            row[0].set_error(words)
        else:
            self.set_error(words)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        builders = {
            Ask.ASSIGNMENT: self._ask_assignment,
            Ask.TEXT: self._ask_text,
            Ask.OPTIONAL_TEXT: self._ask_optional_text,
            Ask.RETURN: self._ask_return,
            Ask.EXTENSION: self._ask_extension,
            Ask.DECISION: self._ask_decision,
            Ask.DAY: self._ask_day,
            Ask.SATISFACTION: self._ask_satisfaction,
            Ask.REMINDER: self._ask_reminder,
            Ask.MAIN_CASE: self._ask_main_case,
        }
        build = builders.get(self._action.asks)
        if build is not None:
            build()
        elif self._action.question:
            self.set_text(self._action.prompt())

    def _add(self, name: str, label: str, field: Any, *, needed: bool = False) -> None:
        row = FieldRow(label, field, required=needed)
        self.body.addWidget(row)
        self._fields[name] = (row, field)
        if needed:
            self._needed.add(name)

    def _area(self, label: str, lines: int = 3) -> TextArea:
        return TextArea(name=label, lines=lines, enter_breaks=True, longest=2000)

    def _ask_text(self) -> None:
        self._add("text", self._action.prompt(), self._area(self._action.prompt()), needed=True)

    def _ask_optional_text(self) -> None:
        self._add("text", self._action.prompt(), self._area(self._action.prompt()))

    def _ask_decision(self) -> None:
        needed = bool(self._action.extra.get("text_needed"))
        self._add("text", self._action.prompt(), self._area(self._action.prompt()), needed=needed)

    def _ask_assignment(self) -> None:
        lead = Picker(self.tr("单位名称或拼音首字母"), name=self.tr("牵头单位"), icon="building-2")
        lead.set_choices(self._units)
        if self._suggested[0] is not None:
            lead.set_value(self._suggested[0])
        self._add("lead_id", self.tr("牵头单位"), lead, needed=True)
        for name, label, chosen in (
            ("assist", self.tr("协办单位"), self._suggested[1]),
            ("inform", self.tr("抄告单位"), ()),
        ):
            field = LineField(self.tr("可填多个，用顿号分开"), name=label)
            names = {row[0]: row[1] for row in self._units}
            field.set_value("、".join(names[unit] for unit in chosen if unit in names))
            self._add(name, label, field)
        due = DateTimeField(name=self.tr("办结时限"))
        self._add("due_at", self.tr("办结时限（不填则按事项时限计算）"), due)
        self._add("note", self.tr("交办要求"), self._area(self.tr("交办要求"), 2))

    def _ask_return(self) -> None:
        reasons = [(reason.value, texts.label(reason)) for reason in RETURN_REASONS]
        self._add(
            "choice",
            self._action.prompt(),
            ChoiceBox(reasons, name=self._action.prompt()),
            needed=True,
        )
        self._add("text", self.tr("说明"), self._area(self.tr("说明"), 2))
        if self._action.id == "return":
            unit = Picker(self.tr("单位名称或拼音首字母"), name=self.tr("建议改派单位"))
            unit.set_choices(self._units)
            self._add("unit_id", self.tr("建议改派单位"), unit)

    def _ask_extension(self) -> None:
        if not self._action.extra.get("without_days"):
            days = LineField(
                self.tr("整数，最多 {n}").format(n=self._longest_days),
                name=self.tr("延期天数"),
                digits=True,
            )
            self._add("days", self.tr("延期工作日数"), days, needed=True)
        self._add("text", self._action.prompt(), self._area(self._action.prompt(), 2), needed=True)
        second = (
            self.tr("代为办结的理由")
            if self._action.extra.get("without_days")
            else self.tr("目前进展和预计完成时间")
        )
        self._add("progress", second, self._area(second, 2), needed=True)

    def _ask_day(self) -> None:
        self._add("text", self._action.prompt(), self._area(self._action.prompt(), 2), needed=True)
        day = DateTimeField(name=self.tr("复核日期"), with_time=False)
        day.set_value(datetime.now() + timedelta(days=30))
        self._add("day", self.tr("复核日期"), day, needed=True)

    def _ask_satisfaction(self) -> None:
        options = [(item.value, texts.label(item)) for item in SATISFACTIONS]
        field = SegmentedChoice(options, name=self._action.prompt())
        self._add("choice", self._action.prompt(), field, needed=True)
        self._add("text", self.tr("群众意见"), self._area(self.tr("群众意见"), 2))

    def _ask_reminder(self) -> None:
        options = [(means, texts.label(means)) for means in REMINDER_MEANS]
        means = SegmentedChoice(options, name=self.tr("催办方式"))
        means.set_value(REMINDER_MEANS[0])
        self._add("choice", self.tr("催办方式"), means, needed=True)
        self._add("name", self.tr("接听人"), LineField(name=self.tr("接听人")))
        self._add("text", self._action.prompt(), self._area(self._action.prompt(), 2))

    def _ask_main_case(self) -> None:
        field = LineField(self.tr("完整的事件编号"), name=self._action.prompt())
        self._add("number", self._action.prompt(), field, needed=True)

    # Checking -----------------------------------------------------------------------------

    def _types(self) -> bool:
        """Tell whether somebody may be typing: a key must not hit what has just appeared."""
        return any(field.hasFocus() for _, field in self._fields.values())

    @Slot()
    def _go_on(self) -> None:
        self._conflict.hide()
        self._take_over.hide()
        self.button("yes").setEnabled(True)
        self.button("yes").setFocus()
        self.taken_over.emit()

    @Slot()
    def _check(self) -> None:
        self.set_error("")
        first: Any = None
        for name, (row, field) in self._fields.items():
            row.clear_error()
            empty = field.value() in (None, "")
            if name in self._needed and empty:
                row.set_error(self.tr("请填写"))
                first = first or field
        for name in ("assist", "inform"):
            if name in self._fields and self._unknown(name):
                self._fields[name][0].set_error(
                    self.tr("没有找到单位：{names}").format(names="、".join(self._unknown(name)))
                )
                first = first or self._fields[name][1]
        if first is not None:
            first.setFocus()
            return
        self.answer = "yes"
        self.accept()

    def _names(self, name: str) -> list[str]:
        words = str(self._fields[name][1].value() or "")
        for mark in "，,；; ":
            words = words.replace(mark, "、")
        return [word for word in words.split("、") if word]

    def _several(self, name: str) -> tuple[int, ...]:
        known = {row[1]: row[0] for row in self._units}
        return tuple(known[word] for word in self._names(name) if word in known)

    def _unknown(self, name: str) -> list[str]:
        known = {row[1] for row in self._units}
        return [word for word in self._names(name) if word not in known]

    def _enum(self, value: Any) -> Any:
        values = RETURN_REASONS if self._action.asks is Ask.RETURN else SATISFACTIONS
        return next((item for item in values if item.value == value), value)
