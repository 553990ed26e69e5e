"""A keyboard on an X display, through the XTest extension: it knows keys and nothing else.

Chinese is typed as on a keyboard that has a key for each character: characters that no key
gives are put on keys that a person does not use, as `xdotool type` does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

FIRST_CODE, LAST_CODE = 8, 255
FREE_FROM = 120
"""Above it stand the keys of a multimedia keyboard."""
MODIFIER_CODES = range(203, 208)
_NAMES = {
    "Ctrl": "Control_L",
    "Alt": "Alt_L",
    "Shift": "Shift_L",
    "PgUp": "Prior",
    "PgDown": "Next",
    "Enter": "Return",
    "Space": "space",
    "Esc": "Escape",
}
_UNICODE = 0x01000000


class Keyboard:
    """Presses keys of a display; `pressed` counts every one, modifiers too.

    Before keys get another meaning, `arrived` is called: it returns when all were read.
    """

    def __init__(self, display: str, arrived: Callable[[], None]) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(display.encode())
        assert opened, f"no display {display}"
        self._display = ctypes.c_void_p(opened)
        self._arrived = arrived
        self.pressed = 0
        # A key that is held because the machine is busy must not count twice.
        self._x.XAutoRepeatOff(self._display)
        self._codes = self._known()
        free = range(FREE_FROM, LAST_CODE + 1)
        self._free = [code for code in free if code not in MODIFIER_CODES]
        self._codes = {
            sign: (code, shift)
            for sign, (code, shift) in self._codes.items()
            if code not in self._free
        }
        self._next = 0

    def close(self) -> None:
        """Leave the display; a second time does nothing."""
        if self._display:
            self._x.XAutoRepeatOn(self._display)
            self._x.XCloseDisplay(self._display)
            self._display = ctypes.c_void_p()

    def press(self, keys: str) -> None:
        """Press a key with its modifiers: ``F2``, ``Ctrl+Return``, ``Alt+1``."""
        *modifiers, key = keys.split("+")
        held = [self._codes[self._sign(name)][0] for name in modifiers]
        code, shift = self._codes[self._sign(key)]
        if shift and "Shift" not in modifiers:
            held.append(self._codes[self._sign("Shift")][0])
        self._strike(code, held)

    def type(self, words: str) -> None:
        """Press the key of each character."""
        rest = words
        while rest:
            # As many characters as there are free keys, so that none changes before it was read.
            part, rest = rest[: len(self._free)], rest[len(self._free) :]
            self._learn(part)
            for letter in part:
                code, shift = self._codes[_sign_of(letter)]
                self._strike(code, [self._codes[self._sign("Shift")][0]] if shift else [])

    def focus(self) -> int:
        """Return the window that gets the keys."""
        window, revert = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(window), ctypes.byref(revert))
        return int(window.value)

    # Inside --------------------------------------------------------------------------------

    def _strike(self, code: int, held: list[int]) -> None:
        for one in (*held, code):
            self._test.XTestFakeKeyEvent(self._display, one, 1, 0)
            self.pressed += 1
        for one in (code, *reversed(held)):
            self._test.XTestFakeKeyEvent(self._display, one, 0, 0)
        self._x.XSync(self._display, 0)

    def _learn(self, words: str) -> None:
        """Give each character a key; one that has none takes a free one, the oldest first."""
        wanted = {_sign_of(letter) for letter in words}
        new = sorted(wanted - self._codes.keys())
        if not new:
            return
        self._arrived()
        for sign in new:
            while any(
                known in wanted for known, (code, _) in self._codes.items() if code == self._here()
            ):
                self._next += 1
            code = self._here()
            self._codes = {known: at for known, at in self._codes.items() if at[0] != code}
            signs = (ctypes.c_ulong * 2)(sign, sign)
            self._x.XChangeKeyboardMapping(self._display, code, 2, signs, 1)
            self._codes[sign] = (code, False)
            self._next += 1
        self._x.XSync(self._display, 0)

    def _here(self) -> int:
        return self._free[self._next % len(self._free)]

    def _known(self) -> dict[int, tuple[int, bool]]:
        """Return the key of each sign that the keyboard has, and whether Shift belongs to it."""
        found: dict[int, tuple[int, bool]] = {}
        for level in (0, 1):
            for code in range(FIRST_CODE, LAST_CODE + 1):
                sign = int(self._x.XkbKeycodeToKeysym(self._display, code, 0, level))
                if sign:
                    found.setdefault(sign, (code, bool(level)))
        return found

    def _sign(self, name: str) -> int:
        name = _NAMES.get(name, name)
        sign = (
            _sign_of(name.lower())
            if len(name) == 1
            else int(self._x.XStringToKeysym(name.encode()))
        )
        assert sign in self._codes, f"the keyboard has no {name}"
        return sign


def _sign_of(letter: str) -> int:
    code = ord(letter)
    return code if code < 0x100 else _UNICODE | code
