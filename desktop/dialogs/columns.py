"""Choose which columns a list shows, in which order and how wide, by keys alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.basic_dialog import BasicDialog
from desktop.widgets.buttons import IconButton
from desktop.widgets.card import ScrollColumn
from desktop.widgets.choice_box import CheckField
from desktop.widgets.line_field import LineField
from desktop.widgets.shortcut import Shortcut
from desktop.widgets.table_columns import NARROWEST, WIDEST


class ColumnsDialog(BasicDialog):
    """A line for each column: a box to tick, its width, and a way up and down (Alt+↑↓)."""

    def __init__(
        self,
        columns: Sequence[tuple[str, str, int]],
        shown: Sequence[str],
        widths: Mapping[str, int],
        usual: Sequence[str],
        *,
        fixed: str,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``columns`` (key, title, usual width); the ``fixed`` one takes the room left."""
        super().__init__(
            title=self.tr("显示哪些列"),
            text=self.tr("空格勾选，Alt ↑ ↓ 调整次序；宽度不填则用默认。放不下的列从后往前省略。"),
            icon="layers",
            parent=parent,
        )
        self._usual = tuple(usual)
        self._fixed = fixed
        self._lines: dict[str, _ColumnLine] = {}
        self._order: list[str] = []
        scroll = ScrollColumn(self, name=self.windowTitle(), spacing=4)
        scroll.body.setContentsMargins(2, 2, 14, 2)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        scroll.body.addLayout(self._column)
        for key, title, _ in columns:
            self._lines[key] = _ColumnLine(key, title, fixed=key == fixed, parent=self)
        self.body.addWidget(scroll, 1)
        self._show(shown, widths)
        for keys, words, step in (
            # A box to tick takes the arrows for itself, also with Alt.
            ("Alt+Up", self.tr("这一列前移"), -1),
            ("Alt+Down", self.tr("这一列后移"), 1),
        ):
            shortcut = Shortcut(keys, self, words, self._move_by_key)
            shortcut.setProperty("step", step)
        default = self.add_button("usual", self.tr("恢复默认"), icon="undo-2", closes=False)
        default.clicked.connect(self._show_usual)
        self.add_button(None, self.tr("取消"), key="Esc")
        yes = self.add_button(
            "yes", self.tr("显示这些列"), kind="primary", key="Ctrl Enter", closes=False
        )
        yes.clicked.connect(self._check)
        theme = active_theme()
        room = parent.height() if parent is not None else 760
        self.resize(theme.px(520), min(theme.px(760), max(420, room - 60)))
        self._lines[self._order[0]].box.setFocus()

    def columns(self) -> tuple[str, ...]:
        """Return the ticked columns in their order."""
        return tuple(key for key in self._order if self._lines[key].box.value())

    def widths(self) -> dict[str, int]:
        """Return the widths that were filled in."""
        return {
            key: int(words)
            for key, line in self._lines.items()
            if (words := str(line.width_field.value() or "")).isdigit()
        }

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _show_usual(self) -> None:
        self._show(self._usual, {})

    @Slot()
    def _move_up(self) -> None:
        self._move(self.sender().property("column"), -1)

    @Slot()
    def _move_by_key(self) -> None:
        here = next((key for key, one in self._lines.items() if one.has_keyboard()), "")
        if here:
            self._move(here, self.sender().property("step"))

    @Slot()
    def _check(self) -> None:
        for key, line in self._lines.items():
            words = str(line.width_field.value() or "")
            if words and not (words.isdigit() and NARROWEST <= int(words) <= WIDEST):
                told = self.tr("宽度请填 {least} 到 {most} 的整数，或不填。")
                self.set_error(told.format(least=NARROWEST, most=WIDEST))
                self._lines[key].width_field.setFocus()
                return
        self.answer = "yes"
        self.accept()

    # Helpers ------------------------------------------------------------------------------

    def _show(self, shown: Sequence[str], widths: Mapping[str, int]) -> None:
        known = [key for key in shown if key in self._lines]
        self._order = known + [key for key in self._lines if key not in known]
        for key, line in self._lines.items():
            line.box.set_value(key in known or key == self._fixed)
            line.width_field.set_value(str(widths[key]) if key in widths else "")
        self._lay_out()

    def _move(self, key: str, step: int) -> None:
        place = self._order.index(key)
        other = max(0, min(len(self._order) - 1, place + step))
        self._order.insert(other, self._order.pop(place))
        self._lay_out()
        self._lines[key].box.setFocus()

    def _lay_out(self) -> None:
        before: QWidget | None = None
        for key in self._order:
            line = self._lines[key]
            self._column.removeWidget(line)
            self._column.addWidget(line)
            if before is not None:
                self.setTabOrder(before, line.box)
            self.setTabOrder(line.box, line.width_field)
            before = line.width_field


class _ColumnLine(QWidget):
    """One column: its box, its width and the button that moves it up."""

    def __init__(self, key: str, title: str, *, fixed: bool, parent: ColumnsDialog) -> None:
        super().__init__(parent)
        self.box = CheckField(title, parent=self)
        self.box.setEnabled(not fixed)
        placeholder = self.tr("占满其余宽度") if fixed else self.tr("默认宽度")
        self.width_field = LineField(
            placeholder, name=self.tr("{column}的宽度").format(column=title), digits=True
        )
        self.width_field.setEnabled(not fixed)
        self.width_field.setFixedWidth(active_theme().px(130))
        up = IconButton("chevron-up", self.tr("上移{column}").format(column=title), size=28)
        up.setProperty("column", key)
        up.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        up.clicked.connect(parent._move_up)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.box, 1)
        line.addWidget(self.width_field)
        line.addWidget(up)

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in this line."""
        return self.box.hasFocus() or self.width_field.hasFocus()
