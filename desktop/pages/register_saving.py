"""One registration on its way into the record: save, accept, assign, link, attach, in order.

Each step's command id is made when the form opens and used again on every retry, so that a lost
answer never makes a second case (design.md §4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.commands import Command
from db.commands.attachments import AttachFile
from db.commands.door import new_command_id
from db.commands.flow import AssignCase
from db.commands.intake import AcceptCase, RegisterCase, SelfHandleCase
from db.commands.marks import LinkDuplicate
from db.errors import TryAgain
from desktop.pages.register_unsent import Unsent
from desktop.registration import PendingFile, Registration
from desktop.services import Services

Result = dict[str, Any]


class Step(StrEnum):
    """A step of a registration."""

    SAVE = "save"
    ATTACH = "attach"
    LINK = "link"
    ACCEPT = "accept"
    ASSIGN = "assign"


class Saving(QObject):
    """Carries out the steps of one form; what failed can be tried again."""

    saved = Signal(object)
    """All is done; the result of the last command, with the number."""
    failed = Signal(object, object)
    """An error, and the result of saving if the case is in the record all the same."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._ids: dict[str, str] = {}
        self._steps: Iterator[tuple[str, Callable[[Result], Command]]] = iter(())
        self._files: dict[str, PendingFile] = {}
        self._step = ""
        self._unsent: list[Unsent] = []
        self._result: Result | None = None
        self._busy = False
        self.begin_anew()

    def begin_anew(self) -> None:
        """Make fresh command ids: another form has been opened."""
        self._ids = {step: new_command_id() for step in Step}
        self._result = None
        self._busy = False
        self._unsent = []

    def begin_with(self, ids: dict[str, str]) -> None:
        """Take the command ids of a registration that was kept, and perhaps sent before."""
        self.begin_anew()
        self._ids = dict(ids)

    def ids_of(self, registration: Registration) -> dict[str, str]:
        """Return the command id of every step that a registration of this form may need."""
        for place in range(len(registration.files)):
            self._id(f"{Step.ATTACH}{place}")
        return dict(self._ids)

    def is_busy(self) -> bool:
        """Tell whether a registration is under way."""
        return self._busy

    def unsent(self) -> tuple[Unsent, ...]:
        """Return the files that the record did not take; the other steps went on without them."""
        return tuple(self._unsent)

    def start(self, registration: Registration) -> None:
        """Send the first command; the others follow its answer."""
        if self._busy:
            return
        self._busy = True
        self._result = None
        self._unsent = []
        self._files = {
            f"{Step.ATTACH}{place}": file for place, file in enumerate(registration.files)
        }
        self._steps = _steps(registration, self._files)
        self._next({})

    @Slot(object)
    def _next(self, result: Result) -> None:
        if result:
            self._result = result
        self._step, make = next(self._steps, ("", _nothing))
        if not self._step:
            self._busy = False
            self.saved.emit(self._result)
            return
        command = replace(make(self._result or {}), command_id=self._id(self._step))
        self._services.run(command, parent=self, done=self._next, failed=self._fail)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        file = self._files.get(self._step)
        if file is not None and self._result is not None and not isinstance(error, TryAgain):
            # A picture is not worth a case that nobody is assigned to.
            case = self._result
            self._unsent.append(Unsent(case["case_id"], case["number"], file, error))
            self._next({})
            return
        self._busy = False
        self.failed.emit(error, self._result)

    def _id(self, name: str) -> str:
        return self._ids.setdefault(name, new_command_id())


def _steps(
    wanted: Registration, files: dict[str, PendingFile]
) -> Iterator[tuple[str, Callable[[Result], Command]]]:
    """Yield the name of each step and what makes its command from the last result."""
    yield Step.SAVE, lambda _: _first(wanted)
    for name, file in files.items():
        yield name, partial(_attaching, file)
    if wanted.self_handled:
        return
    if wanted.main_id is not None:
        main_id = wanted.main_id
        yield Step.LINK, lambda at: LinkDuplicate(**_on(at), main_id=main_id)
    elif wanted.lead_id is not None:
        lead_id = wanted.lead_id
        yield Step.ACCEPT, lambda at: AcceptCase(**_on(at))
        yield (
            Step.ASSIGN,
            lambda at: AssignCase(**_on(at), lead_id=lead_id, assist_ids=wanted.assist_ids),
        )


def _first(wanted: Registration) -> Command:
    if wanted.self_handled:
        return SelfHandleCase(facts=wanted.facts, result=wanted.result)
    return RegisterCase(facts=wanted.facts)


def _attaching(file: PendingFile, at: Result) -> Command:
    return AttachFile(**_on(at), name=file.name, data=file.data)


def _on(result: Result) -> dict[str, Any]:
    return {"case_id": result["case_id"], "version": result["version"]}


def _nothing(_result: Result) -> Command:
    raise AssertionError("there is no further step")
