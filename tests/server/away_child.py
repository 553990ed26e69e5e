"""A window on a server in a process of its own, which the test kills.

``python -m tests.server.away_child ADDRESS register`` signs the operator on, waits until the
server is away and takes three calls down; ``… send`` starts again, tries until the server lets it
in, and ends when all is sent. Each thing the person is told is a line of its output.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import build, start
from desktop.pages.server_notice import ServerNotice
from desktop.pages.server_sign_on import ServerSignOn
from desktop.widgets.notices import Toast
from desktop.widgets.plain_label import PlainLabel
from tests.story import MONDAY

Key = Qt.Key
PATIENCE_MS = 20_000


def say(words: str) -> None:
    """Tell the test what the person sees."""
    print(words, flush=True)


def until(is_so: Callable[[], Any]) -> None:
    """Let the window live until something is so."""
    loop, look = QEventLoop(), QTimer()
    look.setInterval(10)
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    assert is_so(), "it did not happen"


def focused() -> QWidget:
    """Return where the cursor is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def words_of(widget: QWidget) -> str:
    """Return what the labels of a part of the window say."""
    labels = widget.findChildren(PlainLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


class Person:
    """Somebody before the window, with a keyboard."""

    def __init__(self, address: str) -> None:
        self.program = build(address)
        self.window = self.program.window
        self.window.resize(1600, 900)
        start(self.program, address, clock=lambda: MONDAY)
        self.window.show()

    def begin(self) -> None:
        """Sign on; where the server is away, again and again."""
        card = self.window.findChild(ServerSignOn)
        until(card.isVisible)
        waits = "件待发登记"
        if waits in words_of(card):
            say(next(words for words in words_of(card).splitlines() if waits in words))
        QTest.keyClicks(focused(), "any: this cluster trusts its own machine")
        was_refused = False
        while self._notice() is None:
            self.press(Key.Key_Return)
            until(lambda: self._notice() is not None or "连不上数据库服务器" in words_of(card))
            if self._notice() is None and not was_refused:
                was_refused = True
                say(next(line for line in words_of(card).splitlines() if "连不上" in line))
                say("refused")

    def register(self, content: str) -> None:
        """Take a call down by keys."""
        self.press(Key.Key_F2)
        for _ in ("number", "name", "salutation"):
            self.press(Key.Key_Return)
        event = QInputMethodEvent()
        event.setCommitString(content)
        QCoreApplication.sendEvent(focused(), event)
        self.press(Key.Key_Return)
        QTest.keyClicks(focused(), "ys")
        self.press(Key.Key_Return)
        self.press(Key.Key_Return)
        QTest.keyClicks(focused(), "lljf")
        self.press(Key.Key_Return)
        self.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def press(self, key: Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def toast(self) -> str:
        """Return what the window says."""
        return str(self.window.findChild(Toast).words())

    def banner(self) -> str:
        """Return what stands over the page, or nothing."""
        notice = self._notice()
        return notice.words() if notice is not None and notice.isVisible() else ""

    def _notice(self) -> Any:
        return self.window.findChild(ServerNotice)


def main(address: str, what: str) -> None:
    """Do one half of the story."""
    person = Person(address)
    person.begin()
    person.press(Key.Key_F2)
    form = person.window.page("register").form
    until(lambda: form.item.shown_choices())
    say("ready")
    if what == "register":
        until(lambda: "连不上服务器" in person.banner())
        for nth in (1, 2, 3):
            person.register(f"永上社区中心街{nth}号夜间装修，邻居多次交涉无果。")
            until(lambda nth=nth: f"待发-00{nth}" in person.toast())
            say(person.toast())
        say("done")
        QCoreApplication.exec()
    until(lambda: "待发-003 已登记" in person.toast() and not person.banner())
    say(person.toast())
    assert person.program.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
