"""Pick one of many by typing: Chinese, full pinyin or initials; the mouse is never needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.left_keys import LeavesKeys
from desktop.widgets.matching import Choice, as_choices, find
from desktop.widgets.picker_popup import PickerPopup
from desktop.widgets.shortcut import KeyLine


class Picker(LeavesKeys, QLineEdit):
    """A line with a list below: ↑↓ mark, Enter and Tab take, Esc gives up.

    With `free` the words themselves are a value too (an address that is in no list).
    With `remote` the page answers `typed` by `set_choices`; nothing is filtered here.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(
        self,
        placeholder: str = "",
        *,
        name: str = "",
        icon: str = "",
        free: bool = False,
        remote: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._value: Any = None
        self._taken_text = ""
        self._dropped: tuple[Any, str] | None = None
        self._free = free
        self._remote = remote
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._popup = PickerPopup(self, icon)
        self._popup.taken.connect(self._take)
        self.textEdited.connect(self._follow_typing)

    def set_choices(self, rows: Sequence[Sequence[Any]]) -> None:
        """Offer these (id, text, detail, initials, pinyin); the value stays."""
        self._choices = as_choices(rows)
        if self._popup.isVisible() or (self._remote and self._is_typing()):
            self.show_choices()

    def value(self) -> Any:
        """Return the id of what was taken, or None (also for free words)."""
        return self._value

    def set_value(self, value: Any, text: str | None = None) -> None:
        """Take without telling; `text` is needed only when the choice is not in the list."""
        known = next((c.text for c in self._choices if c.id == value), "")
        self._value = value
        self._dropped = None
        self._taken_text = text if text is not None else known
        self.setText(self._taken_text)
        self.setCursorPosition(0)

    def clear(self) -> None:
        """Take nothing and empty the line, without telling."""
        self.set_value(None, "")

    def shown_choices(self) -> list[Choice]:
        """Return what the words in the line find."""
        if self._remote:
            return list(self._choices)
        words = self.text() if self._is_typing() else ""
        return find(self._choices, words)

    def show_choices(self) -> None:
        """Open the list under the line."""
        words = self.text() if self._is_typing() else ""
        found = self.shown_choices()
        if not found and (self._free or not words.strip()):
            self._popup.hide()
            return
        self._popup.show_choices(found, words, self.tr("没有符合的选项"))
        if self._value is not None and not words:
            self._popup.mark(self._value)
        self._popup.show()

    def is_open(self) -> bool:
        """Tell whether the list is shown."""
        return self._popup.isVisible()

    def take_current(self) -> bool:
        """Take the marked choice if the list is open; tell whether something was taken."""
        current = self._popup.current() if self._popup.isVisible() else None
        if current is not None:
            self._take(current)
            return True
        self._popup.hide()
        return False

    def told_keys(self) -> tuple[KeyLine, ...]:
        """Return the keys that work here, for the key sheet."""
        return (
            KeyLine("↓", self.tr("选择栏：展开选项，再按选下一个")),
            KeyLine("PgDn", self.tr("选择栏：往下翻八个选项")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self._popup.isVisible():
                self._popup.step(steps[Qt.Key(key)])
            else:
                self.show_choices()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._popup.isVisible():
            self.take_current()
        elif key == Qt.Key.Key_Escape and self._popup.isVisible():
            self._give_up()
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.ignore()

    def event(self, event: QEvent) -> bool:
        """Let Tab take the first choice, and keep Esc from closing a dialog under the list."""
        if isinstance(event, QKeyEvent) and self._popup.isVisible():
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self.take_current()
            elif event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._popup.isVisible():
            self.show_choices()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._popup.hide()
        if self._is_typing() and not self._free:
            self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide):
            self._popup.hide()
        return super().eventFilter(watched, event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def _is_typing(self) -> bool:
        return self.text() != self._taken_text

    def _follow_typing(self, words: str) -> None:
        if self._value is not None and words != self._taken_text:
            self._dropped = (self._value, self._taken_text)
            self._value = None
            self._taken_text = ""
            self.chosen.emit(None)
        self.typed.emit(words)
        if not self._remote:
            self.show_choices()

    def _take(self, choice: Choice) -> None:
        self._popup.hide()
        self.set_value(choice.id, choice.text)
        self.chosen.emit(choice.id)

    def _settle(self) -> None:
        """Leave no half-typed word: take it if it names exactly one choice, else empty."""
        named = [c for c in self._choices if c.text == self.text().strip()]
        if len(named) == 1:
            self._take(named[0])
        else:
            self.set_value(None, "")

    def _give_up(self) -> None:
        """Close the list; what was chosen before the typing is chosen again."""
        self._popup.hide()
        if self._dropped is not None:
            self.set_value(*self._dropped)
            self.chosen.emit(self._value)
        elif not self._free:
            self.setText(self._taken_text)
