"""The first steps of a new street: a strip over the pages that ticks itself from the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from db.commands.first_steps import ConfirmFirstStep, RecordBackup
from db.engine import Database
from db.queries.first_steps import first_steps_done
from db.rules.first_steps import FirstStep
from db.rules.permissions import Permission
from desktop import paths, texts
from desktop.dialogs.first_step import FirstStepDialog
from desktop.put_away import is_put_away, put_away
from desktop.services import Services
from desktop.session import Session
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel

_WATCHED = frozenset(
    {"account", "unit", "item", "suggestion_rule", "calendar", "case", "first_step"}
)
_PLACES = {
    FirstStep.PEOPLE: ("office", "accounts"),
    FirstStep.UNITS: ("office", "people"),
    FirstStep.ITEMS: ("office", "items"),
    FirstStep.CALENDAR: ("office", "calendar"),
    FirstStep.REGISTRATION: ("register", ""),
}


class FirstSteps(QFrame):
    """Shown to who may set up the street, until all is done or it is put away."""

    place_wanted = Signal(str, str)
    """A page and the list on it that a step is taken on."""
    told = Signal(str, str)

    def __init__(self, services: Services, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._done: frozenset[FirstStep] = frozenset()
        self._steps: dict[FirstStep, ActionButton] = {}
        self.setProperty("kind", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("开始使用"))
        self._count = PlainLabel("", self, kind="strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 10, 5)
        row.setSpacing(6)
        row.addWidget(self._count)
        for step in FirstStep:
            button = ActionButton(texts.label(step), "circle", kind="quiet", parent=self)
            button.setProperty("step", step.value)
            button.clicked.connect(self._open)
            self._steps[step] = button
            row.addWidget(button)
        row.addStretch(1)
        away = ActionButton(self.tr("收起"), "x", kind="quiet", parent=self)
        away.clicked.connect(self.put_away)
        row.addWidget(away)
        self.hide()

    # What others call ---------------------------------------------------------------------

    def start(self) -> None:
        """Show what is left to do, unless it was put away on this computer."""
        if self._is_for_this_person() and not is_put_away(self._name()):
            self._read()

    def take_out(self) -> None:
        """Show the steps again, also when all of them are done."""
        put_away(self._name(), False)
        self._read(always=True)

    def is_offered(self) -> bool:
        """Tell whether the person may take the steps."""
        return self._is_for_this_person()

    def follow(self, changes: Iterable[Any]) -> None:
        """Tick what was done."""
        if self.isVisible() and any(change.kind in _WATCHED for change in changes):
            self._read(always=True)

    def done(self) -> frozenset[FirstStep]:
        """Return the steps that are done."""
        return self._done

    @Slot()
    def put_away(self) -> None:
        """Take the strip away; the help brings it back."""
        put_away(self._name(), True)
        self.hide()
        self.told.emit(self.tr("已收起。以后按 Ctrl K，输入「开始使用」可以再打开。"), "info")

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, done: frozenset[FirstStep]) -> None:
        if len(done) < len(FirstStep):
            self._show_always(done)
        else:
            self.hide()

    @Slot(object)
    def _show_always(self, done: frozenset[FirstStep]) -> None:
        self._done = done
        words = self.tr("开始使用 {done} / {all}")
        self._count.setText(words.format(done=len(done), all=len(FirstStep)))
        for step, button in self._steps.items():
            is_done = step in done
            button.set_icon("circle-check" if is_done else "circle")
            state = self.tr("已完成") if is_done else self.tr("待完成")
            button.setAccessibleDescription(state)
        self.show()

    @Slot()
    def _open(self) -> None:
        """Say why a step matters, and offer the way to it."""
        step = FirstStep(self.sender().property("step"))
        dialog = FirstStepDialog(step, step in self._done, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.go_wanted.connect(self._go)
        dialog.confirmed.connect(self._confirm)
        dialog.open()

    @Slot(object)
    def _go(self, step: FirstStep) -> None:
        if step is FirstStep.BACKUP:
            self._ask_for_file()
        else:
            self.place_wanted.emit(*_PLACES[step])

    @Slot(object)
    def _confirm(self, step: FirstStep) -> None:
        self._services.run(ConfirmFirstStep(step=step), parent=self, done=self._read_again)

    @Slot(object)
    def _read_again(self, _result: object) -> None:
        self._read(always=True)

    def _ask_for_file(self) -> None:
        name = paths.dated_name(self.tr("台账备份"), datetime.now(), "db")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("备份到"), str(Path.home() / name), self.tr("数据文件 (*.db)")
        )
        if chosen:
            self.back_up(Path(chosen))

    def back_up(self, path: Path) -> None:
        """Write a proven copy of the record and note it."""
        self.told.emit(self.tr("正在备份……"), "info")
        self._services.work(_back_up, self._services.database, path, parent=self, done=self._note)

    @Slot(object)
    def _note(self, made: Path) -> None:
        command = RecordBackup(file_name=made.name, size=made.stat().st_size)
        self._services.run(command, parent=self, done=self._read_again)
        self.told.emit(self.tr("已备份并验证：{path}").format(path=made), "ok")

    # Helpers ------------------------------------------------------------------------------

    def _read(self, *, always: bool = False) -> None:
        done = self._show_always if always else self._show
        self._services.ask(first_steps_done, parent=self, done=done, key="first steps")

    def _is_for_this_person(self) -> bool:
        session = self._session
        return (
            session.may(Permission.SETTINGS)
            and session.may(Permission.CASE_SEE)
            and not session.read_only
        )

    def _name(self) -> str:
        return f"first steps {self._session.street_id}"


def _back_up(database: Database, path: Path) -> Path:
    from desktop.opening import backup_file

    return backup_file(database, path)
