"""The sound of an alarm: made by our own code, played by what the system has."""

from __future__ import annotations

import logging
import math
import shutil
import sys
import wave
from array import array
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.paths import cache_folder

PLAYERS = ("pw-play", "paplay", "aplay")
RATE = 22_050
TONES = ((880.0, 0.16), (0.0, 0.05), (1174.7, 0.16), (0.0, 0.05), (880.0, 0.22))
"""Hertz and seconds; silence parts the three strokes."""
LOUDEST = 100
_FADE = 0.012
_LOG = logging.getLogger(__name__)


class AlarmSound(QObject):
    """Plays the alarm; a computer without a sound tool beeps instead and says so."""

    tool_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = _player()
        self._process: QProcess | None = None

    def has_tool(self) -> bool:
        """Tell whether something on this computer can play the sound."""
        return bool(self._player)

    def play(self, volume: int) -> None:
        """Play once at a volume of 0 to 100; while it still sounds nothing is added."""
        if volume <= 0 or self._process is not None:
            return
        try:
            path = sound_file(volume)
        except OSError as error:
            _LOG.warning("the alarm's sound could not be written: %s", error)
            self._do_without()
            return
        if sys.platform == "win32":
            self._play_on_windows(path)
        elif self._player:
            self._start(path)
        else:
            QApplication.beep()

    def stop(self) -> None:
        """End what still sounds; the window is closing."""
        process, self._process = self._process, None
        if process is not None:
            process.disconnect(self)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _play_on_windows(self, path: Path) -> None:
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            try:
                winsound.PlaySound(str(path), flags)
            except RuntimeError as error:
                _LOG.warning("Windows could not play the alarm: %s", error)
                self._do_without()

    def _start(self, path: Path) -> None:
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail)
        self._process.start(self._player, [str(path)])

    @Slot(int, QProcess.ExitStatus)
    def _end(self, code: int, _status: object) -> None:
        self._let_go()
        if code:
            _LOG.warning("%s ended with %s", self._player, code)
            self._do_without()

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            _LOG.warning("%s did not start", self._player)
            self._let_go()
            self._do_without()

    def _let_go(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None

    def _do_without(self) -> None:
        """Beep from now on: a player without a sound device fails every time."""
        self._player = ""
        self.tool_changed.emit()
        QApplication.beep()


def sound_file(volume: int) -> Path:
    """Return the file of the sound at a volume; it is made when it is not there yet.

    :raises OSError: the folder cannot be written.
    """
    path = cache_folder() / f"alarm-{volume}.wav"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        with wave.open(str(half), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(volume).tobytes())
        half.replace(path)
    return path


def samples(volume: int) -> array[int]:
    """Return the strokes as 16-bit values, each faded in and out so that nothing clicks."""
    made = array("h")
    top = 32_000 * min(volume, LOUDEST) / LOUDEST
    for hertz, seconds in TONES:
        count = round(RATE * seconds)
        fade = RATE * _FADE
        for place in range(count):
            part = min(1.0, place / fade, (count - place) / fade)
            made.append(round(top * part * math.sin(2 * math.pi * hertz * place / RATE)))
    if sys.byteorder == "big":
        made.byteswap()
    return made


def _player() -> str:
    """Return what plays a file here: a program on Linux, the system itself on Windows."""
    if sys.platform == "win32":
        return "winsound"
    return next((found for name in PLAYERS if (found := shutil.which(name))), "")
