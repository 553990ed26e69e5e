"""Ask for the name of a saved view, and whether it is for everybody."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.choice_box import CheckField
from desktop.widgets.field_row import FieldRow
from desktop.widgets.line_field import LineField


class ViewNameDialog(BasicDialog):
    """``name()`` and ``is_shared()`` hold the answers after it was accepted."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        *,
        name: str = "",
        shared: bool = False,
        may_share: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, icon="star", parent=parent)
        self._field = LineField(self.tr("如：待交办的急件"), name=self.tr("视图名称"), longest=30)
        self._field.set_value(name)
        self._row = FieldRow(self.tr("视图名称"), self._field, required=True)
        self.body.addWidget(self._row)
        self._shared = CheckField(self.tr("共享给本街道所有人"))
        self._shared.set_value(shared)
        self._shared.setVisible(may_share)
        self.body.addWidget(self._shared)
        self.add_button(None, self.tr("取消"), key="Esc")
        button = self.add_button("yes", yes, kind="primary", key="Ctrl Enter", closes=False)
        button.clicked.connect(self._check)
        self._field.setFocus()

    def name(self) -> str:
        """Return the name that was typed."""
        return str(self._field.value() or "").strip()

    def is_shared(self) -> bool:
        """Tell whether the view is for everybody."""
        return bool(self._shared.value())

    def refuse(self, words: str, field: str = "") -> None:
        """Show why the name was refused; what was typed stays."""
        self._row.set_error(words)

    @Slot()
    def _check(self) -> None:
        self._row.clear_error()
        if not self.name():
            self._row.set_error(self.tr("请填写"))
            self._field.setFocus()
            return
        self.answer = "yes"
        self.accept()
