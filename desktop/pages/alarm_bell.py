"""The bell in the top bar: counts what calls the person, sounds, and opens the list."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.commands.alarms import AcknowledgeAlarms, SeenAlarm, SetAlarmVolume
from db.queries.alarms import AlarmKey, AlarmView, alarms
from desktop.alarm_sound import AlarmSound
from desktop.dialogs.alarms import AlarmsDialog
from desktop.services import Services
from desktop.widgets.buttons import IconButton
from desktop.widgets.status_bar import StatusItem

DEBOUNCE_MILLISECONDS = 400
MINUTE_MILLISECONDS = 60_000
_LOG = logging.getLogger(__name__)


class AlarmBell(IconButton):
    """Follows the alarms by the change log and by the minute; everything is read on a worker."""

    case_wanted = Signal(object)
    seen = Signal(object)
    sound_told = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("bell", self.tr("到期报警（Ctrl+B）"), framed=True, parent=parent)
        self._services = services
        self._view: AlarmView | None = None
        self._heard: frozenset[AlarmKey] = frozenset()
        self._dialog: AlarmsDialog | None = None
        self._silent = False
        self._sound = AlarmSound(self)
        self._sound.tool_changed.connect(self._tell_sound)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(DEBOUNCE_MILLISECONDS)
        self._late.timeout.connect(self.reload)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MILLISECONDS)
        self._minute.timeout.connect(self._look_again)
        self.clicked.connect(self.open_list)

    # What others call ---------------------------------------------------------------------

    def start(self) -> None:
        """Begin to watch for the person who signed on."""
        self._minute.start()
        self.reload()

    def stop(self) -> None:
        """Fall silent; the window is closing."""
        self._minute.stop()
        self._late.stop()
        self._sound.stop()

    def set_silent(self, silent: bool) -> None:
        """Show alarms without a sound, as the person likes it on this machine."""
        self._silent = silent
        if silent:
            self._sound.stop()
        self._tell_sound()

    def follow(self, changes: tuple[Any, ...]) -> None:
        """Look again when a case changed."""
        if any(change.kind == "case" for change in changes) and not self._late.isActive():
            self._late.start()

    def view(self) -> AlarmView | None:
        """Return what calls now, None before it was read."""
        return self._view

    def dialog(self) -> AlarmsDialog | None:
        """Return the open list, if there is one."""
        return self._dialog

    @Slot()
    def reload(self) -> None:
        """Ask what calls now."""
        self._services.ask(alarms, parent=self, done=self._show, failed=self._unread, key="alarms")

    @Slot()
    def open_list(self) -> None:
        """Open the list of alarms."""
        if self._dialog is not None:
            return
        self._dialog = AlarmsDialog(self.window())
        self._dialog.acknowledged.connect(self.acknowledge)
        self._dialog.case_wanted.connect(self.case_wanted)
        self._dialog.volume_chosen.connect(self._set_volume)
        self._dialog.finished.connect(self._drop)
        if self._view is not None:
            self._dialog.show_view(self._view)
        self._tell_sound()
        self._dialog.open()
        self.reload()

    @Slot(object, object)
    def acknowledge(self, keys: list[AlarmKey], minutes: int | None) -> None:
        """Make these alarms quiet, for some minutes or (None) while their deadline stands."""
        chosen = tuple(
            SeenAlarm(case_id=one.case_id, kind=one.kind, deadline_at=one.deadline_at)
            for one in keys
        )
        command = AcknowledgeAlarms(alarms=chosen, minutes=minutes)
        self._services.run(command, parent=self, done=self._follow_answer)

    # Slots --------------------------------------------------------------------------------

    @Slot(object)
    def _show(self, view: AlarmView) -> None:
        self._view = view
        self.set_count(len(view.loud))
        self.set_ink("danger" if view.loud else "text2")
        if view.loud - self._heard and not self._silent:
            self._sound.play(view.volume)
        self._heard = view.loud
        self._tell_sound()
        if self._dialog is not None:
            self._dialog.show_view(view)
        self.seen.emit(view)

    @Slot()
    def _look_again(self) -> None:
        """Ask again by the minute: what nobody acknowledged sounds anew."""
        self._heard = frozenset()
        self.reload()

    def _unread(self, error: Exception) -> None:
        """Keep the last alarms in sight; the window tells that the database is away."""
        _LOG.warning("alarms could not be read at %s: %s", datetime.now(), error)

    @Slot(object)
    def _set_volume(self, volume: int) -> None:
        self._services.run(SetAlarmVolume(volume=volume), parent=self, done=self._follow_volume)

    @Slot(object)
    def _follow_volume(self, result: dict[str, Any]) -> None:
        """Let the person hear what was chosen."""
        self._sound.play(int(result["volume"]))
        self.reload()

    @Slot(object)
    def _follow_answer(self, _result: object) -> None:
        self.reload()

    @Slot()
    def _tell_sound(self) -> None:
        if self._silent or (self._view is not None and not self._view.volume):
            item = StatusItem(self.tr("报警声 关"), "volume-2")
        elif self._sound.has_tool():
            item = StatusItem(self.tr("报警声 开"), "volume-2")
        else:
            item = StatusItem(self.tr("没有播放工具，报警只响提示音"), "volume-2", "warn")
        self.sound_told.emit(item)
        if self._dialog is not None:
            self._dialog.show_sound(item.text)

    @Slot()
    def _drop(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
