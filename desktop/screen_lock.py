"""The screen is locked while nobody is at the desk, or by its key; the password opens it again.

Source: reliability.md §1.1, 身份鉴别 b. A second screen goes on showing what it shows to everybody.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

from desktop.session import Session
from desktop.widgets.shortcut import Shortcut

if TYPE_CHECKING:
    from desktop.app import Program
    from desktop.dialogs.unlock import UnlockDialog

IDLE_SECONDS = 600
LOOK_MILLISECONDS = 5_000
KEY = "Ctrl+Shift+Q"
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        # All that is seen of a key that is a shortcut.
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
)


class ScreenLock(QObject):
    """Covers the window and asks who is there, once nobody has touched anything for a while.

    A person without a password, as in a practice street, is never locked out.
    """

    def __init__(self, program: Program) -> None:
        super().__init__(program.services)
        self._program = program
        self.clock: Callable[[], float] = time.monotonic
        """Seconds that only go on; the lock waits by them."""
        self._touched = self.clock()
        self._session: Session | None = None
        self._dialog: UnlockDialog | None = None
        self._cover: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        program.services.signed_on.connect(self._begin)
        program.language.changed.connect(self._hang_key)

    def is_locked(self) -> bool:
        """Tell whether the screen is locked."""
        return self._dialog is not None

    @Slot()
    def look(self) -> None:
        """Lock the screen if nobody has touched anything for long enough."""
        if self.clock() - self._touched >= IDLE_SECONDS:
            self.lock()

    @Slot()
    def lock(self) -> None:
        """Cover the window and ask for the password."""
        from desktop.dialogs.unlock import UnlockDialog

        if self._session is None or self._dialog is not None:
            return
        window = self._program.window
        if not self._session.has_password:
            window.tell(self.tr("这个账号没有密码，屏幕不锁定"), "warn")
            return
        self._cover = _cover(window)
        self._dialog = UnlockDialog(self._program.services, self._session, window)
        self._dialog.accepted.connect(self._open)
        self._dialog.leaving.connect(self._leave)
        self._dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._touched = self.clock()
        return False

    @Slot(object)
    def _begin(self, session: Session) -> None:
        self._session = session
        self._hang_key()
        if not session.has_password:
            return
        self._touched = self.clock()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # a window has one
        # On windows only: all the events of all the widgets would be slow to look at.
        application.focusWindowChanged.connect(self._listen_to)
        self._listen_to(application.focusWindow())
        self._timer.start()

    @Slot()
    def _hang_key(self) -> None:
        """Let the key work in the window that is here now; another language has another one."""
        if self._session is not None:
            Shortcut(KEY, self._program.window, self.tr("锁定屏幕"), self.lock)

    @Slot(object)
    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot()
    def _open(self) -> None:
        self._uncover()
        self._touched = self.clock()

    @Slot()
    def _leave(self) -> None:
        """End the program for who is not this person; what is typed stays as at every end."""
        self._uncover()
        self._program.window.close()

    def _uncover(self) -> None:
        dialog, self._dialog = self._dialog, None
        cover, self._cover = self._cover, None
        for widget in (dialog, cover):
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _cover(window: QWidget) -> QWidget:
    """Return an empty page over everything of a window."""
    cover = QWidget(window)
    cover.setProperty("kind", "page")
    cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    # As large as any screen: the window may grow while it is locked.
    cover.setGeometry(0, 0, 16_000, 16_000)
    cover.show()
    cover.raise_()
    return cover
