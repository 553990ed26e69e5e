"""The busy day as a list of tasks, each recognised as done from what stands in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.queries.practice import Deed, PracticeCase, Practised
from db.rules.notice_states import NoticeState
from db.rules.terms import Urgency
from desktop import texts
from desktop.practice.script_words import CALLS, HOW, TITLES
from desktop.practice.street import Day
from desktop.texts.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class TaskState:
    """A task as the person sees it now; ``deed`` is what did it."""

    id: str
    title: str
    how: str
    deed: Deed | None = None
    remark: str = ""

    @property
    def is_done(self) -> bool:
        """Whether the task is done."""
        return self.deed is not None

    @property
    def is_registration(self) -> bool:
        """Whether the task begins with a call; its seconds are told."""
        return self.id in CALLS


class BusyDay:
    """Reads from what was practised which tasks are done."""

    def __init__(self, seen: Practised, day: Day, account_id: int) -> None:
        self._seen = seen
        self._day = day
        self._mine = [deed for deed in seen.deeds if deed.account_id == account_id]

    def tasks(self) -> list[TaskState]:
        """Return all tasks in their order."""
        first = self.case_of("register")
        number = first.number if first is not None else "……"
        found = []
        for task_id, title in TITLES.items():
            how = texts.translated("practice", HOW[task_id])
            places = {**CALLS.get(task_id, {}), "number": number}
            found.append(
                TaskState(
                    task_id,
                    texts.translated("practice", title),
                    how.format(**places),
                    self._deed_of(task_id),
                    self._remark(task_id),
                )
            )
        return found

    def case_of(self, task_id: str) -> PracticeCase | None:
        """Return the case that was registered for a task: the call is known by its number."""
        phone = CALLS[task_id]["phone"]
        return next((one for one in self._seen.cases.values() if one.phone == phone), None)

    def notice_ids(self) -> list[int]:
        """Return the notices that the person drafted."""
        return [deed.object_id for deed in self._deeds(("DraftNotice",)) if deed.kind == "notice"]

    def notice_state(self, notice_id: int) -> NoticeState | None:
        """Return where a notice stands."""
        return self._seen.notices.get(notice_id)

    def is_done(self, task_id: str) -> bool:
        """Tell whether a task is done."""
        return self._deed_of(task_id) is not None

    # How each task is recognised ------------------------------------------------------------

    def _deed_of(self, task_id: str) -> Deed | None:
        return _RULES[task_id](self)

    def _deeds(self, commands: Iterable[str], object_id: int | None = None) -> list[Deed]:
        return [
            deed
            for deed in self._mine
            if deed.command in commands and object_id in (None, deed.object_id)
        ]

    def first(self, commands: Iterable[str], object_id: int | None = None) -> Deed | None:
        """Return the first time the person gave one of these commands."""
        return next(iter(self._deeds(commands, object_id)), None)

    def on_case(self, task_id: str, *commands: str) -> Deed | None:
        """Return the first command on the case of a task."""
        case = self.case_of(task_id)
        return None if case is None else self.first(commands, case.id)

    def urgent(self) -> Deed | None:
        """Return the assignment of the urgent call."""
        case = self.case_of("urgent")
        if case is None or case.urgency is Urgency.NORMAL:
            return None
        return self.first(("AssignCase",), case.id)

    def duplicate(self) -> Deed | None:
        """Return how the second call joined the first."""
        case, main = self.case_of("duplicate"), self.case_of("register")
        if case is None or main is None or case.main_id != main.id:
            return None
        return self.first(("LinkDuplicate", "RegisterCase"), case.id)

    def returned(self) -> Deed | None:
        """Return the assignment of the returned case."""
        return self.first(("AssignCase", "ForceAssignCase"), self._day.returned_id)

    def extension(self) -> Deed | None:
        """Return the answer to the wish for more time."""
        return self.first(("GrantExtension",), self._day.extension_id)

    def printed(self) -> Deed | None:
        """Return the first paper that was kept after a notice was issued."""
        issued = self.first(("IssueNotice",))
        papers = self._deeds(("FilePaper", "RecordPrint"))
        return next((one for one in papers if issued and one.seq > issued.seq), None)

    def _remark(self, task_id: str) -> str:
        """Return what could be better though the task is done."""
        wanted = CALLS.get(task_id, {}).get("item")
        case = self.case_of(task_id) if wanted else None
        if case is None or not case.item_code or case.item_code == wanted:
            return ""
        words = texts.translated("practice", _OTHER_ITEM)
        return words.format(item=case.item_name)


_OTHER_ITEM = QT_TRANSLATE_NOOP("practice", "类别选了“{item}”，再听一遍来电，想想是不是更合适的。")
_RULES: dict[str, Callable[[BusyDay], Deed | None]] = {
    "register": lambda day: day.on_case("register", "RegisterCase"),
    "assign": lambda day: day.on_case("register", "AssignCase"),
    "urgent": BusyDay.urgent,
    "duplicate": BusyDay.duplicate,
    "self_handled": lambda day: day.on_case("self_handled", "SelfHandleCase"),
    "verify": lambda day: day.on_case("register", "VerifyCase"),
    "call_back": lambda day: day.first(("CallBackCase",)),
    "reassign": BusyDay.returned,
    "extension": BusyDay.extension,
    "remind": lambda day: day.first(("RemindCase",)),
    "draft": lambda day: day.first(("DraftNotice",)),
    "issue": lambda day: day.first(("IssueNotice",)),
    "print": BusyDay.printed,
    "decide": lambda day: day.first(("DecideCase",)),
}
