"""Somebody sits before the real program: presses keys, and looks at what is there."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from installer.stages import complaints
from tests.xvfb.keyboard import Keyboard

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
LOOK_S = 0.02
"""Looking more often would only take time from the program that is waited for."""
MOST_TABS = 60


@dataclass(frozen=True)
class Seen:
    """What one look at the program showed."""

    keys: int
    forged: int
    mice: int
    window: str
    x_window: int
    field: str
    kind: str
    value: str
    marked: str
    words: list[str]
    windows: dict[str, list[int]]
    screens: list[str]

    def shows(self, *words: str) -> bool:
        """Tell whether all these words stand somewhere in the window in front."""
        return all(any(one in told for told in self.words) for one in words)


class Sitting:
    """From starting the program to leaving it; what is done is done by keys only."""

    def __init__(
        self,
        address: Path | str,
        at: datetime,
        state: Path,
        screen: Mapping[str, str] | None = None,
    ) -> None:
        self._log = state / "stderr.txt"
        where = {**os.environ, **_folders(state), **(screen or {})}
        self._output = b""
        with self._log.open("ab") as errors:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.xvfb.street_program", str(address), at.isoformat()],
                cwd=ROOT,
                env=where,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self.keyboard = Keyboard(where["DISPLAY"], self._wait_for_keys)

    # What a person does --------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as soon as the window in front takes them."""
        for one in keys:
            self._ready()
            self.keyboard.press(one)

    def type(self, words: str) -> None:
        """Type words where the cursor stands."""
        self._ready()
        self.keyboard.type(words)

    def tab_to(self, field: str) -> None:
        """Go with Tab to a field by its name."""
        for _ in range(MOST_TABS):
            if self.look().field.startswith(field):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {field}: {self.look()}")

    def leave(self) -> Seen:
        """End the program by its key; it must end well."""
        last = self.look()
        self.press("Ctrl+Q")
        code = self._program.wait(PATIENCE_S)
        self._close()
        told = self._log.read_text(encoding="utf-8")
        assert code == 0 and not complaints(told), (code, told)
        assert last.mice == 0, "a mouse was used"
        assert last.forged == 0, "a key did not come from the keyboard"
        return last

    # What a person sees --------------------------------------------------------------------

    def look(self) -> Seen:
        """Look once, after every pressed key has reached the program."""
        return self.until("every key arrives", lambda _: True)

    def until(self, what: str, holds: Callable[[Seen], bool]) -> Seen:
        """Look until something holds, after every pressed key has reached the program."""
        end = time.monotonic() + PATIENCE_S
        while True:
            seen = self._ask()
            if seen.keys == self.keyboard.pressed and holds(seen):
                return seen
            assert seen.keys <= self.keyboard.pressed, "keys came from somewhere else"
            assert time.monotonic() < end, f"{what}: not within {PATIENCE_S} s; seen: {seen}"
            time.sleep(LOOK_S)

    def at(self, field: str) -> Seen:
        """Wait until the cursor stands in a field."""
        return self.until(f"the cursor in {field}", lambda seen: seen.field.startswith(field))

    def shows(self, *words: str) -> Seen:
        """Wait until the window in front shows words."""
        return self.until(f"words {words}", lambda seen: seen.shows(*words))

    def front(self, window: str) -> Seen:
        """Wait until a window is in front."""
        return self.until(f"{window} in front", lambda seen: seen.window == window)

    def picture(self, path: Path) -> None:
        """Keep what stands on the screen."""
        self._ask(f"picture {path}")

    def kill(self) -> None:
        """End the program whatever it does; for a story that broke off."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        self._close()

    # Inside --------------------------------------------------------------------------------

    def _ready(self) -> None:
        """Wait until the window in front is the one that X gives the keys to."""
        self.until(
            "a window in front",
            lambda seen: bool(seen.window) and seen.x_window == self.keyboard.focus(),
        )

    def _wait_for_keys(self) -> None:
        self.look()

    def _ask(self, what: str = "look") -> Seen:
        assert self._program.stdin is not None and self._program.stdout is not None
        try:
            self._program.stdin.write(f"{what}\n".encode())
            self._program.stdin.flush()
        except BrokenPipeError:
            raise AssertionError(f"the program ended: {self._log.read_text()}") from None
        while b"\n" not in self._output:
            ready, _, _ = select.select([self._program.stdout], [], [], PATIENCE_S)
            assert ready, "the program does not answer"
            part = os.read(self._program.stdout.fileno(), 65536)
            assert part, f"the program ended: {self._log.read_text(encoding='utf-8')}"
            self._output += part
        line, self._output = self._output.split(b"\n", 1)
        told: dict[str, Any] = json.loads(line)
        return Seen(**told)

    def _close(self) -> None:
        for stream in (self._program.stdin, self._program.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue
        self.keyboard.close()


def _folders(state: Path) -> dict[str, str]:
    """Return the variables that keep what the program leaves behind within the story."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return {
        **{name: str(state / name.lower()) for name in names},
        "COMMAND_ROOM_FONTS": "bundled",
        "PYTHONUTF8": "1",
    }
