"""Files that did not get into the record with their case: told, kept, and sent again on a wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.commands.attachments import AttachFile
from desktop.errors import sentence
from desktop.registration import PendingFile
from desktop.services import Services
from desktop.widgets.buttons import ActionButton
from desktop.widgets.plain_label import PlainLabel


@dataclass(frozen=True)
class Unsent:
    """A file that stayed behind, the case that it belongs to and why it stayed."""

    case_id: int
    number: str
    file: PendingFile
    error: Exception


class UnsentFiles(QWidget):
    """One line that tells of the files left behind; they stay until sent or thrown away."""

    sent = Signal(str, str)
    """The name of a file that is in the record now, and the number of its case."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: list[Unsent] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._words = PlainLabel("", kind="body", tone="danger", elide=True)
        again = ActionButton(self.tr("重新发送附件"), "refresh-cw")
        drop = ActionButton(self.tr("不要这个附件"), "trash-2", kind="quiet")
        again.clicked.connect(self.send)
        drop.clicked.connect(self._drop_first)
        row.addWidget(self._words, 1)
        row.addWidget(drop)
        row.addWidget(again)
        self.hide()
        if services.outgoing is not None:
            services.outgoing.left_over.connect(self._take_left)
            self._take_left()

    def add(self, unsent: tuple[Unsent, ...]) -> None:
        """Keep files beside those that wait already."""
        self._waiting += unsent
        self._show()

    @Slot()
    def _take_left(self) -> None:
        """Take what stayed behind of a case that was sent from this computer's queue."""
        if self._services.outgoing is not None:
            self.add(self._services.outgoing.take_left())

    def forget_number(self, number: str) -> None:
        """Let go of the files of a case that was taken back: they are in the form again."""
        self._waiting = [one for one in self._waiting if one.number != number]
        self._show()

    def waiting(self) -> tuple[Unsent, ...]:
        """Return the files that are not in the record yet."""
        return tuple(self._waiting)

    def words(self) -> str:
        """Return what is told."""
        return self._words.text()

    @Slot()
    def send(self) -> None:
        """Send the first file again; its answer sends the next."""
        if self._waiting:
            first = self._waiting[0]
            command = AttachFile(
                case_id=first.case_id, version=None, name=first.file.name, data=first.file.data
            )
            self._services.run(command, parent=self, done=self._go_on, failed=self._tell)

    @Slot(object)
    def _go_on(self, result: dict[str, Any]) -> None:
        first = self._waiting.pop(0)
        self.sent.emit(first.file.name, result["number"])
        self._show()
        self.send()

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        first = self._waiting[0]
        self._waiting[0] = Unsent(first.case_id, first.number, first.file, error)
        self._show()

    @Slot()
    def _drop_first(self) -> None:
        self._waiting = self._waiting[1:]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        first = self._waiting[0]
        self._words.setText(
            self.tr("{n} 个附件没有存入，还保留着：{number} 的 {name}，{why}").format(
                n=len(self._waiting),
                number=first.number,
                name=first.file.name,
                why=sentence(first.error),
            )
        )
