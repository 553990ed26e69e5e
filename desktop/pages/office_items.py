"""The admission list: what may be registered, from when to when, and who handles it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.items import AddItem, ChangeItem, RetireItem
from db.queries.door import Reader
from db.queries.lookup import ItemRow, UnitRow, handling_units, items, platforms
from db.rules.limits import HOURS_A_DAY
from db.rules.permissions import Permission
from db.rules.terms import ItemStatus, UnitKind, Urgency
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.office_item_dialogs import AddItemDialog, RetireItemDialog
from desktop.pages.office_item_limit import ItemLimitDialog
from desktop.pages.office_question import OfficeQuestion
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.chips import ChipSpec
from desktop.widgets.filter_pill import FilterPill

NARROW_BELOW = 1500
_VALID, _TEMPORARY, _GONE = "valid", "temporary", "gone"


class ItemsView(Card):
    """The list of items; who keeps the settings may add, limit and retire one."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=8)
        self._services = services
        self._today = date.today()
        self._found: tuple[ItemRow, ...] = ()
        self._units: dict[str, str] = {}
        self._leads: tuple[UnitRow, ...] = ()
        self._platforms: dict[str, str] = {}
        self._words = ""
        self._question = OfficeQuestion(services, self, self._field_words)
        self._question.told.connect(self.told)
        self._question.taken.connect(self.reload)
        self._build()
        self._keeps = session.may(Permission.SETTINGS) and not session.read_only
        for button in (self.add, self.limit, self.retire):
            button.setVisible(self._keeps)
            if self._keeps:
                self._title.add(button)
        if self._keeps:
            self.table.opened.connect(self._open)
        services.ask(handling_units, parent=self, done=self._keep_units)
        services.ask(platforms, parent=self, done=self._keep_platforms)

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the list."""
        self._services.ask(_listed, parent=self, done=self._show, key="items")

    def search(self, words: str) -> None:
        """Narrow the list to words."""
        self._words = words.strip().lower()
        self._narrow()

    def dialog(self) -> BasicDialog | None:
        """Return the open question."""
        return self._question.dialog()

    def follow_width(self, width: int) -> None:
        """Leave out the lesser columns in a narrow window."""
        self.table.hide_columns({"assists"} if width < NARROW_BELOW else ())

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    @Slot()
    def ask_new(self) -> None:
        """Ask for a temporary item."""
        classes = tuple(dict.fromkeys(row.class_name for row in self._found))
        leads = [
            (unit.code, unit.name, unit.code, unit.initials, unit.full_pinyin)
            for unit in self._leads
            if unit.kind is not UnitKind.GRID
        ]
        dialog = AddItemDialog(classes, self._platforms, leads, self._today, self.window())
        dialog.wanted.connect(self._add)
        self._question.open(dialog)

    @Slot()
    def ask_limit(self) -> None:
        """Ask how long cases of the chosen item may take."""
        row = self.table.row_here()
        if row is not None:
            dialog = ItemLimitDialog(row, self.window())
            dialog.wanted.connect(self._change)
            self._question.open(dialog)

    @Slot()
    def ask_retire(self) -> None:
        """Ask for the last day of the chosen item."""
        row = self.table.row_here()
        if row is None:
            return
        dialog = RetireItemDialog(row, self._today, self.window())
        dialog.wanted.connect(self._retire)
        self._question.open(dialog)

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._title = CardTitle(self.tr("事项准入清单"))
        self._state = FilterPill(
            self.tr("状态"),
            "list-filter",
            (
                (None, self.tr("全部")),
                (_VALID, self.tr("可以登记")),
                (_TEMPORARY, self.tr("临时事项")),
                (_GONE, self.tr("已停用或过期")),
            ),
        )
        self._state.changed.connect(self._narrow_by)
        self._title.add(self._state)
        self.add = ActionButton(self.tr("新增临时事项"), "plus", parent=self)
        self.limit = ActionButton(self.tr("修改时限"), "pencil", key="Enter", parent=self)
        self.limit.clicked.connect(self.ask_limit)
        self.retire = ActionButton(self.tr("停用所选事项"), "minus", parent=self)
        self.add.clicked.connect(self.ask_new)
        self.retire.clicked.connect(self.ask_retire)
        self.table = WholeTable(
            (
                Column("code", self.tr("编码"), 80, _code, tone=_faint),
                Column("name", self.tr("事项"), 220, _name, strong=_is_urgent, stretch=True),
                Column("class_name", self.tr("大类"), 150, _class_name),
                Column("platform", self.tr("平台"), 96, _platform),
                Column("urgency", self.tr("紧急程度"), 88, _urgency, tone=_urgency_tone),
                Column("limit", self.tr("办理时限"), 110, self._limit),
                Column("lead", self.tr("牵头单位"), 150, partial(self._unit_names, lead=True)),
                Column("assists", self.tr("协办单位"), 180, partial(self._unit_names, lead=False)),
                Column("validity", self.tr("有效期"), 190, self._validity),
                Column("state", self.tr("状态"), 92, _nothing, chip=self._chip),
            ),
            name=self.tr("事项准入清单"),
            density="compact",
        )
        self.table.row_changed.connect(self._follow_choice)
        self.body.addWidget(self._title)
        self.body.addWidget(self.table, 1)
        self._follow_choice(None)

    # Answers ------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, found: tuple[tuple[ItemRow, ...], date]) -> None:
        self._found, self._today = found
        self._narrow()

    @Slot(object)
    def _keep_units(self, found: tuple[UnitRow, ...]) -> None:
        self._leads = found
        self._units = {unit.code: unit.short_name or unit.name for unit in found}
        self._narrow()

    @Slot(object)
    def _keep_platforms(self, found: dict[str, str]) -> None:
        self._platforms = found

    @Slot(object)
    def _add(self, command: AddItem) -> None:
        words = self.tr("已新增临时事项 {name}").format(name=command.name)
        self._question.send(command, words)

    @Slot(object)
    def _open(self, _place: object) -> None:
        if self.limit.isEnabled():
            self.ask_limit()

    @Slot(object)
    def _change(self, command: ChangeItem) -> None:
        row = next((one for one in self._found if one.id == command.item_id), None)
        name = "" if row is None else row.name
        words = self.tr("已修改 {name} 的办理时限").format(name=name)
        self._question.send(command, words)

    @Slot(object)
    def _retire(self, command: RetireItem) -> None:
        row = next((one for one in self._found if one.id == command.item_id), None)
        name = "" if row is None else row.name
        if command.last_day is not None and command.last_day >= self._today:
            words = self.tr("{name} 用到 {day} 为止").format(
                name=name, day=texts.day(command.last_day)
            )
        else:
            words = self.tr("已停用 {name}").format(name=name)
        self._question.send(command, words)

    # Inside -------------------------------------------------------------------------------

    @Slot(object)
    def _narrow_by(self, _state: object) -> None:
        self._narrow()

    def _narrow(self) -> None:
        state = self._state.value()
        shown = [row for row in self._found if self._is_in(row, state) and self._matches(row)]
        self.table.show_rows(shown)
        valid = sum(self._is_in(row, _VALID) for row in self._found)
        self._title.set_note(
            self.tr("共 {n} 项，可以登记 {valid} 项；清单外的事件不予受理").format(
                n=len(self._found), valid=valid
            )
        )
        self._follow_choice(self.table.row_here())

    def _is_in(self, row: ItemRow, state: str | None) -> bool:
        gone = row.status is ItemStatus.RETIRED or bool(
            row.valid_to is not None and row.valid_to < self._today
        )
        if state == _GONE:
            return gone
        if state == _TEMPORARY:
            return row.status is ItemStatus.TEMPORARY
        if state == _VALID:
            return not gone and (row.valid_from is None or row.valid_from <= self._today)
        return True

    def _matches(self, row: ItemRow) -> bool:
        parts = (row.name, row.code, row.class_name, row.initials, row.full_pinyin, row.synonyms)
        return not self._words or any(self._words in part.lower() for part in parts)

    @Slot(object)
    def _follow_choice(self, row: ItemRow | None) -> None:
        is_valid = row is not None and not self._is_in(row, _GONE)
        self.retire.setEnabled(is_valid)
        self.limit.setEnabled(is_valid)

    def _limit(self, row: ItemRow) -> str:
        return self._hours(row.limit_hours, row.urgency)

    def _hours(self, hours: int, urgency: Urgency) -> str:
        if urgency is not Urgency.NORMAL:
            return self.tr("{n} 小时").format(n=hours)
        return self.tr("{n} 个工作日").format(n=max(1, -(-hours // HOURS_A_DAY)))

    def _field_words(self, name: str, value: Any) -> tuple[str, str]:
        """Say a field that others changed as the open question says it."""
        dialog = self._question.dialog()
        if name == "limit_hours" and isinstance(dialog, ItemLimitDialog):
            return self.tr("办理时限"), self._hours(value, Urgency(dialog.urgency.value()))
        if name == "urgency":
            return self.tr("紧急程度"), texts.label(Urgency(value))
        if name == "approval_number":
            return self.tr("依据"), value
        if name == "status":
            return self.tr("状态"), texts.label(ItemStatus(value))
        return self.tr("有效期至"), self.tr("长期") if value is None else value.isoformat()

    def _unit_names(self, row: ItemRow, *, lead: bool) -> str:
        codes = [row.lead_code] if lead else row.assist_codes.replace(",", " ").split()
        return "、".join(self._units.get(code, code) for code in codes if code)

    def _validity(self, row: ItemRow) -> str:
        if row.valid_from is None and row.valid_to is None:
            return self.tr("长期")
        start = "" if row.valid_from is None else row.valid_from.isoformat()
        end = self.tr("长期") if row.valid_to is None else row.valid_to.isoformat()
        return self.tr("{start} 至 {end}").format(start=start, end=end).strip()

    def _chip(self, row: ItemRow) -> ChipSpec:
        if row.status is ItemStatus.RETIRED:
            return ChipSpec(texts.label(row.status), "grey")
        if row.valid_to is not None and row.valid_to < self._today:
            return ChipSpec(self.tr("已过期"), "grey")
        if row.valid_from is not None and row.valid_from > self._today:
            return ChipSpec(self.tr("未到期"), "amber")
        tone = "amber" if row.status is ItemStatus.TEMPORARY else "green"
        return ChipSpec(texts.label(row.status), tone)


def _listed(reader: Reader) -> tuple[tuple[ItemRow, ...], date]:
    """Return the whole list and the record's own day, by which it is valid or not."""
    return items(reader), reader.now.date()


def _nothing(_row: Any) -> str:
    return ""


def _faint(_row: Any) -> str:
    return "text2"


def _code(row: ItemRow) -> str:
    return row.code


def _name(row: ItemRow) -> str:
    return row.name


def _is_urgent(row: ItemRow) -> bool:
    return row.urgency is not Urgency.NORMAL


def _class_name(row: ItemRow) -> str:
    return row.class_name


def _platform(row: ItemRow) -> str:
    return row.platform_name


def _urgency(row: ItemRow) -> str:
    return texts.label(row.urgency)


def _urgency_tone(row: ItemRow) -> str:
    return {Urgency.NORMAL: "text2", Urgency.URGENT: "warn", Urgency.MAJOR: "danger"}[row.urgency]
