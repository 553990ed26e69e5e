"""Dialogs: a title, a body in plain text or widgets, and buttons; no rich text anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import active_theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.line_field import LineField
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.text_area import TextArea


class BasicDialog(QDialog):
    """Put widgets into `body`, add buttons, then `exec()` or `open()`; Ctrl+Enter is the chief one.

    `answer` is the id of the button that closed it, None after Esc.
    """

    def __init__(
        self, title: str, text: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.answer: Any = None
        self._chief: ActionButton | None = None
        self._buttons_by_id: dict[Any, ActionButton] = {}
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        self._frame = column
        self.widen(active_theme().px(420))
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(12)
        if icon:
            sign = PlainLabel("", self)
            ink = "danger" if icon == "triangle-alert" else "brand"
            theme = active_theme()
            sign.setPixmap(theme.pixmap(icon, ink, theme.px(24), self.devicePixelRatioF()))
            head.addWidget(sign)
        self._title = PlainLabel(title, self, kind="title", wrap=True)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        self._text = PlainLabel(text, self, tone="text2", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setVisible(bool(text))
        column.addWidget(self._text)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        self._error = PlainLabel("", self, tone="danger", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def text(self) -> str:
        """Return the sentence under the title."""
        return self._text.text()

    def widen(self, width: int) -> None:
        """Be at least so wide.

        Not by a minimum of the dialog: that would let it be narrower than what stands in it.
        """
        margins = self._frame.contentsMargins()
        self._frame.addStrut(width - margins.left() - margins.right())

    def set_text(self, text: str) -> None:
        """Change the sentence under the title."""
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def set_error(self, text: str) -> None:
        """Say what is wrong above the buttons; empty takes it back."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def refuse(self, words: str, field: str = "") -> None:
        """Say why the answer was not taken, beside the field to blame where there are fields."""
        self.set_error(words)

    def add_button(
        self,
        answer: Any,
        text: str,
        *,
        kind: str = "normal",
        icon: str = "",
        key: str = "",
        closes: bool = True,
    ) -> ActionButton:
        """Add a button; one that does not close is connected by the caller."""
        button = ActionButton(text, icon, key=key, kind=kind, parent=self)
        button.setProperty("answer", answer)
        if closes:
            button.clicked.connect(self._close_with_answer)
        if kind in ("primary", "danger") and self._chief is None:
            self._chief = button
            button.setDefault(True)
        self._buttons_by_id[answer] = button
        self._buttons.addWidget(button)
        return button

    def button(self, answer: Any) -> ActionButton:
        """Return the button added for this answer."""
        return self._buttons_by_id[answer]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._chief:
            self._chief.click()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as high as the lines need that were broken; Qt asks for that only once."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        needed = layout.totalMinimumHeightForWidth(self.width())
        parent = self.parentWidget()
        most = parent.window().height() if parent is not None else needed
        if self.height() < min(needed, most):
            self.resize(self.width(), min(needed, most))

    def _close_with_answer(self) -> None:
        button = self.sender()
        if isinstance(button, ActionButton):
            found = (a for a, known in self._buttons_by_id.items() if known is button)
            self.answer = next(found)
            if self.answer in (None, False):
                self.reject()
            else:
                self.accept()


class QuestionDialog(BasicDialog):
    """A question with the answer written on the button, and 取消."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        *,
        danger: bool = False,
        no: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, icon="triangle-alert" if danger else "", parent=parent)
        self.add_button(False, no or self.tr("取消"))
        self.add_button(True, yes, kind="danger" if danger else "primary")
        if danger:
            # What cannot be undone is never one careless Enter away.
            self.button(True).setDefault(False)
            self.button(False).setDefault(True)
            self.button(False).setFocus()

    def is_agreed(self) -> bool:
        """Tell whether the person said yes."""
        return self.answer is True


class ReasonDialog(BasicDialog):
    """Ask for a reason in words; an empty one is not let through."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        *,
        label: str = "",
        several_lines: bool = True,
        suggestions: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, parent=parent)
        name = label or self.tr("理由")
        self.field: TextArea | LineField = (
            TextArea(name=name) if several_lines else LineField(name=name)
        )
        self.body.addWidget(PlainLabel(name, self, kind="second"))
        self.body.addWidget(self.field)
        for words in suggestions:
            button = ActionButton(words, kind="link", parent=self)
            button.clicked.connect(self._take_suggestion)
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button(False, self.tr("取消"))
        chief = self.add_button(True, yes, kind="primary", key="Ctrl Enter", closes=False)
        chief.clicked.connect(self._check)
        if isinstance(self.field, TextArea):
            self.field.next_wanted.connect(chief.setFocus)
        self.field.setFocus()

    def reason(self) -> str:
        """Return the words."""
        return self.field.value()

    def _take_suggestion(self) -> None:
        button = self.sender()
        if isinstance(button, ActionButton):
            self.field.set_value(button.words())
            self.field.setFocus()

    def _check(self) -> None:
        if not self.reason():
            self.set_error(self.tr("请写明理由。"))
            self.field.setFocus()
            return
        self.answer = True
        self.accept()
