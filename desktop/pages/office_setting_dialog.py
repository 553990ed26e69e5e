"""The question what a setting shall be, and from which day."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.settings import ChangeSetting
from db.queries.settings import SettingRow
from db.rules.setting_fields import SettingUnit
from desktop import texts
from desktop.pages.office_setting_words import reach_words, typed_value, value_words
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.segmented_choice import SegmentedChoice


class SettingDialog(BasicDialog):
    """One setting; ``wanted`` tells the command, the dialog stays until it is done."""

    wanted = Signal(object)
    tried = Signal(str, object)
    """A value was typed: the key of the setting and the value, for who can say what it does."""

    def __init__(self, row: SettingRow, parent: QWidget | None = None) -> None:
        key = row.field.key
        super().__init__(texts.setting_name(key), "", icon="pencil", parent=parent)
        self.set_text(
            self.tr("{effect}。现行 {now}，默认 {default}。").format(
                effect=texts.setting_effect(key),
                now=value_words(row.field, row.value),
                default=value_words(row.field, row.field.default),
            )
        )
        self._row, self._setting = row, row.field
        self.value: LineField | SegmentedChoice = self._make_field(row)
        self._value_row = FieldRow(self._label(), self.value, note=self._note())
        self.first = DateTimeField(name=self.tr("从哪天起"), with_time=False)
        self._first_row = FieldRow(
            self.tr("从哪天起"),
            self.first,
            note=self.tr("不填立即生效；填以后的日期，到那天零点起生效。已经算好的时限不变。"),
        )
        self._trial = PlainLabel("", kind="second", tone="warn", wrap=True)
        self._trial.hide()
        if isinstance(self.value, LineField):
            self.value.textEdited.connect(self._try)
        self.body.addWidget(self._value_row)
        self.body.addWidget(self._trial)
        self.body.addWidget(self._first_row)
        self.widen(520)
        self.add_button(False, self.tr("取消"), key="Esc")
        self.back = self.add_button("default", self.tr("恢复默认"), closes=False)
        self.back.clicked.connect(self._tell_default)
        self.back.setEnabled(not row.is_default or bool(row.planned))
        yes = self.add_button(
            "yes", self.tr("保存"), kind="primary", key="Ctrl Enter", icon="save", closes=False
        )
        yes.clicked.connect(self._tell)
        self.value.setFocus()

    def refuse(self, words: str, field: str = "") -> None:
        """Say beside the field what is wrong; what was typed stays."""
        row = self._first_row if field == "valid_from" else self._value_row
        row.set_error(words)
        row.field.setFocus()

    def show_trial(self, words: str) -> None:
        """Say what the typed value would change today."""
        self._trial.setText(words)
        self._trial.setVisible(bool(words))

    # Inside -------------------------------------------------------------------------------

    @Slot(str)
    def _try(self, typed: str) -> None:
        self.show_trial("")
        self.tried.emit(self._setting.key, typed_value(self._setting, typed))

    def _make_field(self, row: SettingRow) -> LineField | SegmentedChoice:
        name = texts.setting_name(row.field.key)
        if row.field.unit is SettingUnit.YES_NO:
            choice = SegmentedChoice(
                ((True, texts.word("yes")), (False, texts.word("no"))), name=name
            )
            choice.set_value(row.value)
            return choice
        line = LineField(value_words(row.field, row.field.default), name=name, narrowing=True)
        shown = "" if row.value is None else row.value
        line.set_value(f"{shown:g}" if isinstance(shown, (int, float)) else str(shown))
        line.selectAll()
        return line

    def _label(self) -> str:
        if self._setting.unit in (SettingUnit.YES_NO, SettingUnit.WORDS, SettingUnit.DAY_HOURS):
            return self.tr("改为")
        return self.tr("改为（{unit}）").format(unit=texts.label(self._setting.unit))

    def _note(self) -> str:
        if self._setting.unit is SettingUnit.DAY_HOURS:
            return self.tr("如 08:30-12:00 14:00-17:30，最多四段；不填恢复默认")
        reach = reach_words(self._setting)
        if not reach:
            return ""
        if self._setting.may_be_off:
            return self.tr("可填 {reach}；不填表示不启用").format(reach=reach)
        return self.tr("可填 {reach}；不填恢复默认").format(reach=reach)

    @Slot()
    def _tell(self) -> None:
        if isinstance(self.value, SegmentedChoice):
            self._send(bool(self.value.value()))
        else:
            self._send(typed_value(self._setting, self.value.value()))

    @Slot()
    def _tell_default(self) -> None:
        self._send(None)

    def _send(self, value: object) -> None:
        self._value_row.clear_error()
        self._first_row.clear_error()
        if self.first.is_unclear():
            self.refuse(self.tr("看不懂这个日期，如 2026-12-31"), "valid_from")
            return
        one, day = self._setting, _day(self.first.value())
        self.wanted.emit(
            ChangeSetting(
                name=one.name,
                value={one.field: value} if one.field else value,
                valid_from=day,
                seen={one.key: _seen_for(self._row, day)},
            )
        )


def _seen_for(row: SettingRow, day: date | None) -> object:
    """Return what was shown to hold on a day: the last plan until then, or what holds now."""
    plans = [one for one in row.planned if day is not None and one.valid_from <= day]
    if not plans:
        return row.value
    return row.field.default if plans[-1].value is None else plans[-1].value


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()
