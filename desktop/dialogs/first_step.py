"""One first step of a street: why it matters, the way to it, and that it needed no change."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.rules.first_steps import CONFIRMED_AS, FirstStep
from desktop import texts
from desktop.widgets.basic_dialog import BasicDialog


class FirstStepDialog(BasicDialog):
    """Leads to the place where the step is taken."""

    go_wanted = Signal(object)
    confirmed = Signal(object)

    def __init__(self, step: FirstStep, is_done: bool, parent: QWidget | None = None) -> None:
        icon = "circle-check" if is_done else "circle"
        super().__init__(texts.label(step), texts.first_step_reason(step), icon=icon, parent=parent)
        self._step = step
        self.add_button(None, self.tr("关闭"), key="Esc")
        if step in CONFIRMED_AS and not is_done:
            yes = self.add_button("confirm", self.tr("核对过了，不用改"), icon="check")
            yes.clicked.connect(self._confirm)
        words = {
            FirstStep.REGISTRATION: self.tr("去登记"),
            FirstStep.BACKUP: self.tr("现在备份"),
        }
        go = self.add_button(
            "go",
            words.get(step, self.tr("打开清单")),
            kind="primary",
            icon="arrow-right",
            key="Ctrl Enter",
        )
        go.clicked.connect(self._go)
        go.setFocus()

    @Slot()
    def _go(self) -> None:
        self.go_wanted.emit(self._step)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(self._step)
