"""A program in which somebody types a registration until it is killed.

Run as ``python -m tests.faults.typing_child IDENTITY WORDS``; it says ``kept`` when the draft is
on the disk and goes on typing then.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QInputMethodEvent

from desktop.app import build
from desktop.drafts import open_drafts
from desktop.pages.register_drafts import DraftKeeper
from desktop.pages.register_form import RegisterForm


class Typist(QObject):
    """Types words into the form and tells when they are kept."""

    def __init__(self, identity: str) -> None:
        super().__init__()
        self.form = RegisterForm()
        self._keeper = DraftKeeper(self.form, self)
        self._keeper.take(open_drafts(identity, True))
        self._keeper.kept.connect(self._tell)
        self.form.edited.connect(self._keeper.follow_edit)
        self.form.show()

    def type(self, words: str) -> None:
        """Commit words through the input method."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QCoreApplication.sendEvent(self.form.content, event)

    @Slot()
    def _tell(self) -> None:
        print("kept", flush=True)
        self.type("。")


def main(identity: str, words: str) -> None:
    """Type until the process is killed."""
    program = build()
    typist = Typist(identity)
    typist.type(words)
    QCoreApplication.exec()
    program.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
