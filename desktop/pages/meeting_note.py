"""What was said on one row of the agenda, saved while it is written."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.commands.meetings import NoteDiscussion
from db.errors import Conflict
from desktop.errors import sentence
from desktop.services import Services
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import CardTitle
from desktop.widgets.key_hint import KeyHint
from desktop.widgets.plain_label import PlainLabel
from desktop.widgets.text_area import TextArea

SAVE_MILLISECONDS = 800


class NoteBox(QWidget):
    """A note of one row; ``show_row`` saves what stands there before it goes to another one."""

    saved = Signal(object)
    """The id of the row whose note was saved."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._row_id: int | None = None
        self._known = ""
        self._proposal = ""
        self._sent: tuple[int, str] | None = None
        self._theirs = ""
        self._is_sending = False
        self._build()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SAVE_MILLISECONDS)
        self._late.timeout.connect(self.save)

    def show_row(self, row_id: int, text: str, proposal: str = "") -> None:
        """Show the note of a row; a proposal stands in an empty one until it is confirmed."""
        if row_id == self._row_id:
            self._follow_record(text, proposal)
            return
        self.save()
        self._row_id, self._known, self._proposal = row_id, text, proposal
        self._drop_conflict()
        self._state.setText("")
        self._fill(text or proposal)

    def text(self) -> str:
        """Return what stands there."""
        return self.area.value()

    def set_open(self, is_open: bool) -> None:
        """Allow writing only while the meeting is open."""
        self.area.setReadOnly(not is_open)

    def insert_speaker(self, unit: str) -> None:
        """Begin a line with the unit that speaks."""
        if self.area.isReadOnly() or not unit:
            return
        lead = "\n" if self.area.toPlainText() and not self._at_line_start() else ""
        words = self.tr("{lead}【{unit}】").format(lead=lead, unit=unit)
        self.area.textCursor().insertText(words)
        self.area.setFocus()

    def confirm(self) -> None:
        """Save what stands there, also what was only proposed."""
        self._proposal = ""
        self.save()

    @Slot()
    def save(self) -> None:
        """Save at once what is not saved yet."""
        self._late.stop()
        text = self.text()
        untouched = text in (self._known, self._proposal)
        if self._row_id is None or untouched or self.area.isReadOnly() or self._theirs:
            return
        self._services.run(
            NoteDiscussion(agenda_case_id=self._row_id, text=text, previous=self._known),
            parent=self,
            done=self._show_saved,
            failed=self._show_fault,
        )
        self._sent, self._known = (self._row_id, self._known), text
        self._is_sending = True

    # Building -----------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = CardTitle(self.tr("会议记录"))
        self._state = PlainLabel("", kind="second", tone="text2")
        self._title.add(self._state)
        self._title.add(KeyHint("Ctrl I", self.tr("插入发言单位")))
        self.area = TextArea(
            self.tr("谁说了什么、难点在哪里、怎么办"),
            name=self.tr("会议记录"),
            lines=3,
            enter_breaks=True,
        )
        self.area.textChanged.connect(self._wait)
        self._fault = PlainLabel("", tone="danger", wrap=True)
        self._mine = ActionButton(self.tr("保留我写的"), "save")
        self._mine.clicked.connect(self._keep_mine)
        self._other = ActionButton(self.tr("改用新的记录"), "refresh-cw")
        self._other.clicked.connect(self._take_theirs)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self._mine)
        choice.addWidget(self._other)
        choice.addStretch(1)
        for widget in (self._title, self.area, self._fault):
            column.addWidget(widget)
        column.addLayout(choice)
        self._drop_conflict()

    # Slots --------------------------------------------------------------------------------

    @Slot()
    def _wait(self) -> None:
        if self._row_id is not None and self.text() != self._known:
            self._late.start()

    @Slot(object)
    def _show_saved(self, answer: dict[str, Any]) -> None:
        self._is_sending = False
        if answer["agenda_case_id"] == self._row_id:
            time = f"{datetime.now():%H:%M:%S}"
            self._state.setText(self.tr("自动保存 {time}").format(time=time))
        self.saved.emit(answer["agenda_case_id"])

    @Slot(object)
    def _show_fault(self, error: Exception) -> None:
        self._is_sending = False
        if self._sent is None or self._sent[0] != self._row_id:
            # The note of a row that was left: the window tells it.
            self._services.failed.emit(error)
            return
        self._known = self._sent[1]
        self._fault.setText(sentence(error))
        self._fault.show()
        if isinstance(error, Conflict):
            self._theirs = str(error.facts.get("actual", ""))
            words = self.tr("{fault}\n新的记录：{text}")
            self._fault.setText(words.format(fault=sentence(error), text=self._theirs or "—"))
            self._mine.show()
            self._other.show()

    @Slot()
    def _keep_mine(self) -> None:
        self._known = self._theirs
        self._drop_conflict()
        self.save()

    @Slot()
    def _take_theirs(self) -> None:
        text = self._theirs
        self._drop_conflict()
        self._known = text
        self._fill(text)

    # Inside -------------------------------------------------------------------------------

    def _follow_record(self, text: str, proposal: str) -> None:
        """Take over what is new in the record, unless something is being written here."""
        if self._late.isActive() or self._theirs or self._is_sending:
            return
        if self.text() in (self._known, self._proposal):
            self._known, self._proposal = text, proposal
            self._fill(text or proposal)

    def _fill(self, text: str) -> None:
        self.area.blockSignals(True)
        self.area.set_value(text)
        self.area.blockSignals(False)

    def _drop_conflict(self) -> None:
        self._theirs = ""
        for widget in (self._fault, self._mine, self._other):
            widget.hide()

    def _at_line_start(self) -> bool:
        return self.area.textCursor().atBlockStart()
