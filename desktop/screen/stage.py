"""The second screen: which one it is, what is on it, and what happens when it goes away."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.screen.optics import DESIGN_HEIGHT, DESIGN_WIDTH, Optics, height_of
from desktop.screen.screen_settings import ScreenSettings, load_settings, save_settings
from desktop.screen.stage_window import StageView, StageWindow, optics_of

SETTLING_MILLISECONDS = 1500
"""For so long a window manager may still be arranging a window that was put up."""
_NAME = "command_room_stage"


class Stage(QObject):
    """Puts one view on the second screen; there is one stage a window."""

    changed = Signal()
    """Something was put there or taken away, or screens came and went."""
    lost = Signal()
    """The screen went away with the view; the view was hidden and is kept."""
    returned = Signal()
    """A second screen is there again, and a view waits to be asked for."""
    pressed = Signal(object)
    ended = Signal(object)
    """A view was taken away for good and will be deleted."""

    # An interpreter that ends empties the instance before Qt has told the last events.
    _window: StageWindow | None = None
    _watched: QWidget | None = None

    def __init__(self, operator: QWidget) -> None:
        super().__init__(operator)
        self.setObjectName(_NAME)
        self._operator = self._watched = operator
        self._view: StageView | None = None
        self._screen: QScreen | None = None
        self._waits = False
        self._lost = ""
        self._follows_operator = False
        self._kept = QElapsedTimer()
        self._settings = load_settings()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for screen in app.screens():
            screen.geometryChanged.connect(self._follow_geometry)
        app.screenAdded.connect(self._follow_added)
        app.screenRemoved.connect(self._follow_removed)
        operator.installEventFilter(self)

    # What others call ---------------------------------------------------------------------

    def settings(self) -> ScreenSettings:
        """Return what is set on this computer."""
        return self._settings

    def change_settings(self, settings: ScreenSettings) -> None:
        """Take over and keep other settings."""
        moved = settings.screen != self._settings.screen
        self._settings = settings
        save_settings(settings)
        if self._window is not None:
            self._window.follow_settings(settings)
            if moved and self.is_full():
                self._place()
        self.changed.emit()

    def others(self) -> list[QScreen]:
        """Return the screens that show nothing of the one on which the operator's window stands."""
        here = self._operator.screen()
        return [
            one
            for one in QGuiApplication.screens()
            if one is not here and not one.geometry().intersects(here.geometry())
        ]

    def target(self, name: str = "") -> QScreen | None:
        """Return the screen that would be used: the one of a name, else the first other one."""
        found = self.others()
        wanted = [one for one in found if one.name() == (name or self._settings.screen)]
        return next(iter([*wanted, *found]), None)

    def optics(self) -> Optics:
        """Return how the screen in use, or the one that would be, is looked at."""
        screen = self._screen or self.target()
        if screen is None:
            # A window of its own: what will be seen of it depends on where it is moved.
            own = height_of(0.0, self._settings.inches, DESIGN_WIDTH, DESIGN_HEIGHT)
            return Optics(DESIGN_WIDTH, DESIGN_HEIGHT, own, self._settings.distance_m)
        size = screen.geometry()
        return optics_of(screen, size.width(), size.height(), self._settings)

    def view(self) -> StageView | None:
        """Return what is on the stage, or waits for its screen to come back."""
        return self._view

    def window(self) -> StageWindow | None:
        """Return the window of the stage."""
        return self._window

    def is_shown(self) -> bool:
        """Tell whether something is on the stage and can be seen."""
        return self._window is not None and not self._waits

    def is_full(self) -> bool:
        """Tell whether it covers a screen of its own."""
        return self.is_shown() and self._screen is not None

    def is_waiting(self) -> bool:
        """Tell whether the screen of the view went away."""
        return self._waits

    def project(self, view: StageView, title: str) -> None:
        """Put a view on the second screen, or in a window of its own where there is none."""
        self.take_back()
        self._view = view
        self._window = StageWindow(view, title, self._settings)
        self._window.left.connect(self.take_back)
        self._window.pressed.connect(self.pressed)
        self._window.installEventFilter(self)
        self._place()

    @Slot()
    def resume(self) -> None:
        """Show the view that waits again."""
        if self._window is not None and self._waits:
            self._place()

    @Slot()
    def take_back(self) -> None:
        """Take the view away for good."""
        if self._window is None:
            return
        window, view = self._window, self._view
        self._window = self._view = self._screen = None
        self._waits = False
        window.hide()
        window.deleteLater()
        self.ended.emit(view)
        self.changed.emit()

    # Screens ------------------------------------------------------------------------------

    def _place(self, name: str = "") -> None:
        assert self._window is not None
        self._waits = False
        was_active = self._operator.isActiveWindow()
        self._follow_operator()
        self._screen = self.target(name)
        if self._screen is None:
            self._window.float_on(self._operator.screen())
        else:
            self._window.fill(self._screen)
        self._kept.invalidate()
        if was_active:
            self._kept.start()
            self._operator.activateWindow()
        self.changed.emit()

    def _follow_operator(self) -> None:
        """Watch on which screen the operator's window stands, from when it is there on."""
        handle = self._operator.windowHandle()
        if handle is not None and not self._follows_operator:
            self._follows_operator = True
            handle.screenChanged.connect(self._follow_geometry)

    @Slot(QScreen)
    def _follow_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._follow_geometry)
        self._look_for_return()
        self.changed.emit()

    @Slot(QScreen)
    def _follow_removed(self, screen: QScreen) -> None:
        """Hide the page first of all: Qt would throw it over the operator's screen."""
        if screen is self._screen:
            self._lose()
        self.changed.emit()

    @Slot()
    def _follow_geometry(self) -> None:
        """Follow another resolution; a screen that mirrors the operator's is as good as gone."""
        screen = self._screen
        if self._waits:
            self._look_for_return()
        elif screen is None or self._window is None:
            return
        elif screen in self.others():
            self._window.fill(screen)
        else:
            self._lose()

    def _look_for_return(self) -> None:
        """Let a view that may return by itself do so, to its own screen; offer every other.

        A cable that is plugged in again first mirrors the operator's screen on some desktops:
        then the page waits until the screens stand beside each other.
        """
        found = self.others()
        if not self._waits or not found:
            return
        returns = self._view is not None and self._view.returns_by_itself
        if returns and self._lost in [one.name() for one in found]:
            self._place(self._lost)
        else:
            self.returned.emit()

    def _lose(self) -> None:
        assert self._window is not None and self._screen is not None
        self._lost = self._screen.name()
        self._screen = None
        self._waits = True
        self._window.hide()
        self.lost.emit()
        self.changed.emit()

    def _give_back_the_keyboard(self) -> None:
        """Take the keyboard from a page that has just been put up; a click on it later holds."""
        # Window managers hand it to each new window, some of them a while after it was shown.
        if self._kept.isValid() and not self._kept.hasExpired(SETTLING_MILLISECONDS):
            self._operator.activateWindow()

    # Qt -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the stage with the operator's window, and leave the keyboard with the operator."""
        kind = event.type()
        if watched is self._watched and kind == QEvent.Type.Hide and not event.spontaneous():
            self.take_back()
        elif watched is self._window and kind == QEvent.Type.WindowActivate:
            self._give_back_the_keyboard()
        return super().eventFilter(watched, event)


def stage_of(widget: QWidget) -> Stage:
    """Return the stage of a widget's window; made when it is first asked for."""
    window = widget.window()
    found = window.findChild(Stage, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Stage) else Stage(window)
