"""An office of the street: who sits down before the program, and their habits with its keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from db.rules.terms import CaseState
from tests.xvfb.record import Record
from tests.xvfb.sitting import Seen, Sitting

HAND = 3.0
"""Keys a second of a practised hand."""
PER_CHARACTER = 3
"""Keys that a Chinese character takes on a pinyin keyboard, with the choice of the candidate."""
MOST_STEPS = 12


@dataclass(frozen=True)
class Taken:
    """One registration: how long it took here, and how long it takes a practised hand."""

    item: str
    seconds: float
    keys: int
    by_hand: float


@dataclass
class Office:
    """The street of one story: its file, what is read in it, and what was measured."""

    file: Path
    state: Path
    record: Record
    taken: list[Taken] = field(default_factory=list)
    keys: int = 0
    sittings: int = 0

    @contextmanager
    def desk(self, login: str, name: str, at: datetime) -> Iterator[Desk]:
        """Let somebody start the program, sign on, work, and leave."""
        sitting = Sitting(self.file, at, self.state)
        try:
            sitting.at("账号")
            sitting.type(login)
            sitting.until(f"{name} marked", lambda seen: seen.marked == name)
            # Take the name, pass the password that practice does not have, sign on, in a hurry.
            sitting.press("Return", "Return", "Return")
            sitting.until("the shell", lambda seen: seen.shows("事件台账", name))
            yield Desk(sitting, self)
            last = sitting.leave()
            self.keys += last.keys
            self.sittings += 1
        finally:
            sitting.kill()


class Desk:
    """A signed-on person's habits."""

    def __init__(self, sitting: Sitting, office: Office) -> None:
        self.sitting = sitting
        self._office = office
        self.record = office.record
        self.press, self.type = sitting.press, sitting.type
        self.shows, self.at = sitting.shows, sitting.at

    def register(self, content: str, place: str, item: str) -> int:
        """Take a call down, from F2 to Ctrl+Enter, and return the new case."""
        before, keys = self.record.newest(), self.sitting.keyboard.pressed
        begin = time.monotonic()
        self.press("F2")
        self.at("来电号码")
        self.type("13805770001")
        self.press("Return", "Return", "Return")
        self.at("事项描述")
        self.type(content)
        self.press("Return")
        self.at("地点")
        self._pick(place)
        self.at("详细地址")
        self.press("Return")
        self.at("类别")
        self._pick(item)
        self.press("Ctrl+Return")
        self.record.until("the case", lambda: self.record.newest() > before)
        seconds = time.monotonic() - begin
        struck = self.sitting.keyboard.pressed - keys
        spelled = struck + sum(PER_CHARACTER - 1 for letter in content if not letter.isascii())
        self._office.taken.append(Taken(item, seconds, struck, spelled / HAND))
        return self.record.newest()

    def open(self, case_id: int) -> None:
        """Go to a case by its number."""
        number = self.record.number(case_id)
        self.press("Ctrl+K")
        self.sitting.front("CommandPalette")
        self.type(number)
        self.sitting.until(number, lambda seen: seen.marked.startswith(number))
        self.press("Return")
        self.sitting.until(
            f"case {number}", lambda seen: seen.window == "MainWindow" and number in seen.words
        )

    def call(self, name: str, letters: str = "") -> None:
        """Choose a page or an action in the palette by its name, or by its first letters."""
        self.press("Ctrl+K")
        self.sitting.front("CommandPalette")
        self.type(letters or name)
        self.sitting.until(f"{name} marked", lambda seen: seen.marked == name)
        self.press("Return")
        self.sitting.until("the palette away", lambda seen: seen.window != "CommandPalette")

    def act(self, case_id: int, how: str, state: CaseState, **answers: str) -> None:
        """Do something with a case: ``F3 签收`` by its key, ``palette 退回`` by its name there.

        An answer beginning with ``press `` is a key; the others are typed.
        """
        self.open(case_id)
        key, name = how.split(" ", 1)
        self.button(name)
        if key == "palette":
            self.call(name)
        else:
            self.press(key)
        if answers:
            self.answer("CaseActionDialog", **answers)
        self.record.until(f"{name}: {state}", lambda: self.record.state(case_id) is state)

    def walk(self, kind: str) -> None:
        """Go with F6 from part to part of a page until the cursor stands in one of a kind."""
        self._repeat("F6", lambda seen: seen.kind == kind)

    def until_section(self, *words: str) -> None:
        """Go from section to section of an agenda until one shows words."""
        self._repeat("Alt+PgDown", lambda seen: seen.shows(*words))

    def down_to(self, words: str) -> None:
        """Go down a list until the cursor stands on an entry that holds words."""
        self._repeat("Down", lambda seen: words in seen.field)

    def button(self, words: str) -> None:
        """Wait until the window in front offers a button."""
        self.sitting.until(
            f"the button {words}",
            lambda seen: any(one == words or one.startswith(f"{words} ") for one in seen.words),
        )

    def answer(self, window: str, **answers: str) -> None:
        """Fill the fields of a dialog by their names and send it."""
        self.sitting.front(window)
        for name, words in answers.items():
            if name:
                self.sitting.tab_to(name)
                self.put(words)
        self.press("Ctrl+Return")
        self.sitting.front("MainWindow")

    def save_as(self, path: Path) -> None:
        """Name the file in Qt's own dialog; the first Enter may only close its list of names."""
        self.sitting.front("QFileDialog")
        self.put(str(path))
        self._repeat("Return", lambda seen: "QFileDialog" not in seen.windows)

    def put(self, words: str) -> None:
        """Put words, or a key, into the field where the cursor stands."""
        if words.startswith("press "):
            self.press(*words.split(" ")[1:])
            return
        self.press("Ctrl+A")
        if words:
            self.type(words)
        else:
            self.press("Delete")

    def _repeat(self, key: str, holds: Callable[[Seen], bool]) -> None:
        for _ in range(MOST_STEPS):
            if holds(self.sitting.look()):
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead there: {self.sitting.look()}")

    def _pick(self, letters: str) -> None:
        self.type(letters)
        self.sitting.until(f"{letters} found", lambda seen: bool(seen.marked))
        self.press("Return")
