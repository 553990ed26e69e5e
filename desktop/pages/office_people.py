"""The units of the street, the people in them, and the accounts they sign on with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.organisation import SwitchAccount
from db.queries.accounts import AccountRow, accounts
from db.queries.lookup import PersonRow, UnitRow, people, units
from db.rules.permissions import Permission
from db.rules.terms import UnitKind
from desktop import texts
from desktop.errors import sentence
from desktop.models.columns import Column
from desktop.pages.office_accounts import AccountKeeping
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.basic_dialog import QuestionDialog
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.chips import ChipSpec
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.shown_dialog import ShownDialog

NARROW_BELOW = 1500
MOMENT = "{at:%Y-%m-%d %H:%M}"


class PeopleView(QWidget):
    """Units on the left; the people of the chosen one on the right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._units: tuple[UnitRow, ...] = ()
        self._people: tuple[PersonRow, ...] = ()
        self._names: dict[int, str] = {}
        self._words = ""
        self._build()

    # What others call ---------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for units and people."""
        self._services.ask(units, (), False, parent=self, done=self._show_units, key="units")
        self._services.ask(people, None, False, parent=self, done=self._show_people, key="people")

    def search(self, words: str) -> None:
        """Narrow both lists to words."""
        self._words = words.strip().lower()
        self._narrow()

    def follow_width(self, width: int) -> None:
        """Leave out the lesser columns in a narrow window."""
        narrow = width < NARROW_BELOW
        self.units.hide_columns({"parent", "state"} if narrow else ())
        self.people.hide_columns({"post"} if narrow else ())

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.units.setFocus()

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        self._kind = FilterPill(
            self.tr("类型"),
            "building-2",
            ((None, self.tr("全部")), *((kind, texts.label(kind)) for kind in UnitKind)),
        )
        self._kind.changed.connect(self._narrow_by)
        self.units = WholeTable(
            (
                Column("name", self.tr("单位"), 190, _unit_name, stretch=True, strong=_is_room),
                Column("kind", self.tr("类型"), 110, _unit_kind),
                Column("code", self.tr("编码"), 140, _unit_code, tone=_faint),
                Column("parent", self.tr("上级"), 130, self._parent_name),
                Column("head", self.tr("负责人"), 100, _head),
                Column("phone", self.tr("电话"), 130, _unit_phone),
                Column("state", "", 84, _nothing, chip=self._unit_chip),
            ),
            name=self.tr("单位"),
            density="compact",
        )
        self.units.row_changed.connect(self._show_people_of)
        self.people = WholeTable(
            (
                Column("name", self.tr("姓名"), 110, _person_name, strong=_is_active),
                Column("post", self.tr("职务"), 120, _post),
                Column("unit", self.tr("单位"), 150, _person_unit, stretch=True),
                Column("phone", self.tr("电话"), 130, _person_phone),
            ),
            name=self.tr("人员"),
            density="compact",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._unit_title = CardTitle(self.tr("单位"))
        self._unit_title.add(self._kind)
        self._people_title = CardTitle(self.tr("人员"))
        for title, table, share in (
            (self._unit_title, self.units, 62),
            (self._people_title, self.people, 38),
        ):
            card = Card(self, margins=14, spacing=8)
            card.body.addWidget(title)
            card.body.addWidget(table, 1)
            row.addWidget(card, share)

    # Showing ------------------------------------------------------------------------------

    @Slot(object)
    def _show_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found
        self._names = {unit.id: unit.name for unit in found}
        self._narrow()

    @Slot(object)
    def _show_people(self, found: tuple[PersonRow, ...]) -> None:
        self._people = found
        self._narrow()

    @Slot(object)
    def _narrow_by(self, _kind: object) -> None:
        self._narrow()

    def _narrow(self) -> None:
        kind = self._kind.value()
        shown = [
            unit
            for unit in self._units
            if (kind is None or unit.kind is kind)
            and _has(self._words, unit.name, unit.code, unit.initials, unit.full_pinyin)
        ]
        self.units.show_rows(shown)
        self._unit_title.set_note(self.tr("{n} 个").format(n=len(shown)))
        self._show_people_of(None)

    @Slot(object)
    def _show_people_of(self, unit: UnitRow | None) -> None:
        shown = [
            one
            for one in self._people
            if (unit is None or one.unit_id == unit.id)
            and (unit is not None or _has(self._words, one.name, one.initials, one.unit))
        ]
        self.people.show_rows(shown)
        where = self.tr("全部") if unit is None else unit.name
        self._people_title.set_note(self.tr("{where} · {n} 人").format(where=where, n=len(shown)))

    def _parent_name(self, unit: UnitRow) -> str:
        return self._names.get(unit.parent_id or 0, "")

    def _unit_chip(self, unit: UnitRow) -> ChipSpec | None:
        return None if unit.active else ChipSpec(self.tr("已撤销"), "grey")


class AccountsView(Card):
    """The accounts of the street, for who keeps them."""

    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=8)
        self._services = services
        self._session = session
        self._found: tuple[AccountRow, ...] = ()
        self._words = ""
        self._asked: ShownDialog[QuestionDialog] = ShownDialog()
        self._wanted: AccountRow | None = None
        self._title = CardTitle(self.tr("账号"))
        self.switch = ActionButton(self.tr("停用账号"), "lock")
        self.switch.clicked.connect(self.ask)
        self.keeping = AccountKeeping(services, self)
        self.keeping.done.connect(self._tell)
        self.set_password = ActionButton(self.tr("重设密码"), "lock")
        self.set_password.clicked.connect(self.ask_password)
        self.new = ActionButton(self.tr("新建账号"), "plus")
        self.new.clicked.connect(self.ask_new)
        if session.may(Permission.ACCOUNTS) and not session.read_only:
            for button in (self.set_password, self.switch, self.new):
                self._title.add(button)
        self.table = WholeTable(
            (
                Column("login", self.tr("账号"), 140, _login, strong=_is_on),
                Column("name", self.tr("姓名"), 120, _account_name),
                Column("role", self.tr("角色"), 130, _role),
                Column("unit", self.tr("单位"), 200, _account_unit, stretch=True),
                Column("post", self.tr("职务"), 140, _account_post),
                Column("password", self.tr("密码"), 130, self._password),
                Column("until", self.tr("有效期至"), 150, self._until),
                Column("state", self.tr("状态"), 110, _nothing, chip=self._chip),
            ),
            name=self.tr("账号"),
            density="single",
        )
        self.table.row_changed.connect(self._follow_choice)
        self.body.addWidget(self._title)
        self.body.addWidget(self.table, 1)
        self._follow_choice(None)

    # What others call ---------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        """Ask for the accounts."""
        self._services.ask(accounts, parent=self, done=self._show, key="accounts")

    def search(self, words: str) -> None:
        """Narrow the list to words."""
        self._words = words.strip().lower()
        self._narrow()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    @Slot()
    def ask_new(self) -> None:
        """Ask who shall have an account."""
        self.keeping.ask_new()

    @Slot()
    def ask_password(self) -> None:
        """Ask for a new password of the chosen account."""
        row = self.table.row_here()
        if row is not None:
            self.keeping.ask_password(row)

    @Slot()
    def ask(self) -> None:
        """Ask before an account is switched."""
        row = self.table.row_here()
        if row is None:
            return
        self._wanted = row
        name = f"{row.sign_on.login}（{row.sign_on.name}）"
        if row.sign_on.active:
            title = self.tr("停用账号 {name}？").format(name=name)
            text = self.tr("停用后不能再登录；已经办过的事件和记录不受影响，随时可以重新启用。")
        else:
            title = self.tr("启用账号 {name}？").format(name=name)
            text = self.tr("启用后可以用原来的密码登录。")
        dialog = QuestionDialog(title, text, self.switch.words(), parent=self.window())
        dialog.accepted.connect(self._send)
        self._asked.open(dialog)

    def dialog(self) -> QuestionDialog | None:
        """Return the open question."""
        return self._asked.here()

    # Inside -------------------------------------------------------------------------------

    @Slot()
    def _send(self) -> None:
        row = self._wanted
        if row is None:
            return
        self._services.run(
            SwitchAccount(
                account_id=row.sign_on.account_id,
                active=not row.sign_on.active,
                valid_until=row.valid_until,
            ),
            parent=self,
            done=self._done,
            failed=self._refuse,
        )

    @Slot(object)
    def _done(self, _result: object) -> None:
        row = self._wanted
        if row is not None:
            words = self.tr("已停用 {login}") if row.sign_on.active else self.tr("已启用 {login}")
            self.told.emit(words.format(login=row.sign_on.login), "ok")
        self.reload()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.told.emit(words, "ok")
        self.reload()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self.told.emit(sentence(error), "danger")

    @Slot(object)
    def _show(self, found: tuple[AccountRow, ...]) -> None:
        self._found = found
        self._narrow()

    def _narrow(self) -> None:
        shown = [
            row
            for row in self._found
            if _has(
                self._words,
                row.sign_on.login,
                row.sign_on.name,
                row.sign_on.initials,
                row.sign_on.unit,
            )
        ]
        self.table.show_rows(shown)
        on = sum(row.sign_on.active for row in shown)
        self._title.set_note(self.tr("{n} 个，启用 {on} 个").format(n=len(shown), on=on))
        self._follow_choice(self.table.row_here())

    @Slot(object)
    def _follow_choice(self, row: AccountRow | None) -> None:
        self.switch.setEnabled(row is not None)
        self.set_password.setEnabled(row is not None)
        off = row is not None and not row.sign_on.active
        self.switch.setText(self.tr("启用账号") if off else self.tr("停用账号"))

    def _password(self, row: AccountRow) -> str:
        if not row.sign_on.has_password:
            return self.tr("未设")
        return self.tr("首次登录须改") if row.sign_on.must_change else self.tr("已设")

    def _until(self, row: AccountRow) -> str:
        return self.tr("长期") if row.valid_until is None else MOMENT.format(at=row.valid_until)

    def _chip(self, row: AccountRow) -> ChipSpec:
        if not row.sign_on.active:
            return ChipSpec(self.tr("已停用"), "grey")
        if row.locked_until is not None and row.locked_until > datetime.now():
            return ChipSpec(self.tr("已锁定"), "red")
        return ChipSpec(self.tr("启用"), "green", mark="dot")


def _has(words: str, *texts_of: str) -> bool:
    return not words or any(words in text.lower() for text in texts_of)


def _nothing(_row: Any) -> str:
    return ""


def _faint(_row: Any) -> str:
    return "text2"


def _unit_name(unit: UnitRow) -> str:
    return unit.name


def _is_room(unit: UnitRow) -> bool:
    return unit.kind is UnitKind.ROOM


def _unit_kind(unit: UnitRow) -> str:
    return texts.label(unit.kind)


def _unit_code(unit: UnitRow) -> str:
    return unit.code


def _head(unit: UnitRow) -> str:
    return unit.head_name


def _unit_phone(unit: UnitRow) -> str:
    return unit.phone or unit.head_phone


def _person_name(one: PersonRow) -> str:
    return one.name


def _is_active(one: PersonRow) -> bool:
    return one.active


def _post(one: PersonRow) -> str:
    return one.post


def _person_unit(one: PersonRow) -> str:
    return one.unit


def _person_phone(one: PersonRow) -> str:
    return one.phone


def _login(row: AccountRow) -> str:
    return row.sign_on.login


def _is_on(row: AccountRow) -> bool:
    return row.sign_on.active


def _account_name(row: AccountRow) -> str:
    return row.sign_on.name


def _role(row: AccountRow) -> str:
    return texts.label(row.sign_on.role)


def _account_unit(row: AccountRow) -> str:
    return row.sign_on.unit


def _account_post(row: AccountRow) -> str:
    return row.post
