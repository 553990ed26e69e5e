"""The window on the second screen, and what can stand in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from desktop.screen.optics import Optics, height_of
from desktop.screen.screen_settings import ScreenSettings

_OWN_WINDOW = (1280, 720)


class StageView(QWidget):
    """What can stand on the big screen; it fits itself to the screen it is looked at on."""

    returns_by_itself = False
    """Whether it goes back to a screen that was lost without being asked for."""

    def follow_optics(self, optics: Optics, settings: ScreenSettings) -> None:
        """Take the sizes that people can read from where they sit."""
        raise NotImplementedError


class StageWindow(QWidget):
    """It takes no focus by itself and holds one view."""

    left = Signal()
    """The person wants it away: Esc, or the window was closed."""
    pressed = Signal(object)
    """A key (``Qt.Key``) that was pressed there, such as by a presenter's remote control."""

    def __init__(self, view: StageView, title: str, settings: ScreenSettings) -> None:
        super().__init__()
        self._view = view
        self._settings = settings
        self.setWindowTitle(title)
        # The program ends with its own window, not with the one on the wall.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        view.setParent(self)
        view.show()

    def fill(self, screen: QScreen) -> None:
        """Cover a whole screen."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def float_on(self, screen: QScreen) -> None:
        """Stand as a window that can be moved: there is no second screen."""
        self.unsetCursor()
        room = screen.availableGeometry()
        width = min(_OWN_WINDOW[0], room.width() * 4 // 5)
        self.resize(width, width * _OWN_WINDOW[1] // _OWN_WINDOW[0])
        self.move(room.right() - self.width() - 24, room.top() + 48)
        self.showNormal()

    def follow_settings(self, settings: ScreenSettings) -> None:
        """Take another distance or calm."""
        self._settings = settings
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        self.pressed.emit(Qt.Key(event.key()))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.left.emit()

    def _fit(self) -> None:
        self._view.setGeometry(self.rect())
        optics = optics_of(self.screen(), self.width(), self.height(), self._settings)
        self._view.follow_optics(optics, self._settings)


def optics_of(screen: QScreen, width: int, height: int, settings: ScreenSettings) -> Optics:
    """Return how a page of so many pixels looks on a screen."""
    size = screen.geometry()
    told = height_of(screen.physicalSize().height(), settings.inches, size.width(), size.height())
    own = told * height / max(1, size.height())
    return Optics(width, height, own, settings.distance_m)
