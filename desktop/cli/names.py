"""Find what a word on the command line means: a unit, an item, a case, a code of an enum."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import typer

if TYPE_CHECKING:
    from desktop.cli.desk import Desk

E = TypeVar("E", bound=Enum)


class UnknownName(typer.BadParameter):
    """A word that means nothing here; it says what comes nearest."""

    def __init__(self, word: str, known: list[str]) -> None:
        near = "、".join(get_close_matches(word, known, n=3, cutoff=0.3))
        super().__init__(f"没有“{word}”。" + (f"相近的有：{near}。" if near else ""))


def member(kind: type[E], word: Any) -> E:
    """Return the member of an enum by its value, its name or its Chinese label."""
    from desktop import texts

    text = str(word)
    for one in kind:
        if text in (str(one.value), texts.label(one)) or text.upper() == one.name:
            return one
    raise UnknownName(text, [texts.label(one) for one in kind] + [str(o.value) for o in kind])


class Names:
    """Looks names up as the account sees them; lists are read once and again after a miss."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lists: dict[str, dict[str, Any]] = {}
        self._finders: dict[str, Callable[[str], int]] = {
            "item_id": lambda word: self._listed("item", word),
            "case_id": self._case,
            "main_id": self._case,
            "draft_id": self._case,
            "account_id": lambda word: self._listed("account", word),
            "person_id": lambda word: self._listed("person", word),
            "notice_id": self._notice,
            "meeting_id": self._meeting,
            "decision_id": lambda word: self._listed("decision", word),
        }

    def id_of(self, field: str, word: str) -> int:
        """Return the id that a word means in a field; most fields mean units."""
        find = self._finders.get(field, lambda text: self._listed("unit", text))
        return find(word)

    def platform(self, word: str) -> str:
        """Return the code of a platform."""
        return str(self._listed("platform", word))

    def _listed(self, kind: str, word: str) -> Any:
        for fresh in (False, True):
            if fresh or kind not in self._lists:
                self._lists[kind] = self._read(kind)
            if word in self._lists[kind]:
                return self._lists[kind][word]
        raise UnknownName(word, list(self._lists[kind]))

    def _read(self, kind: str) -> dict[str, Any]:
        """Return every name of a kind; where two have the same one, the first keeps it."""
        from db.queries import accounts, decisions, lookup

        found: dict[str, Any] = {}
        if kind == "unit":
            rows = self._desk.ask(lookup.units, (), False)
            pairs = [(name, row.id) for row in rows for name in (row.code, row.name)]
            pairs += [(row.short_name, row.id) for row in rows]
        elif kind == "item":
            rows = self._desk.ask(lookup.items)
            pairs = [(name, row.id) for row in rows for name in (row.code, row.name)]
        elif kind == "platform":
            known = self._desk.ask(lookup.platforms)
            pairs = [(name, code) for code, label in known.items() for name in (code, label)]
        elif kind == "person":
            pairs = [(row.name, row.id) for row in self._desk.ask(lookup.people)]
        elif kind == "decision":
            pairs = [(row.code, row.id) for row in self._desk.ask(decisions.decisions)]
        else:
            rows = accounts.sign_on_accounts(self._desk.database)
            pairs = [(row.login, row.account_id) for row in rows]
            pairs += [(row.name, row.account_id) for row in rows]
        for name, value in pairs:
            found.setdefault(name, value)
        return found

    def _case(self, number: str) -> int:
        from db.queries.cases import case_id_of

        return int(self._desk.ask(case_id_of, number))

    def _notice(self, number: str) -> int:
        from db.queries.notice_detail import notice_id_of

        return int(self._desk.ask(notice_id_of, number))

    def _meeting(self, word: str) -> int:
        """Return the latest meeting of a week such as 2026-W47."""
        from db.queries.meetings import meetings
        from db.rules.numbering import IsoWeek

        week = IsoWeek.parse(word.upper())
        if week is None:
            raise UnknownName(word, ["2026-W47"])
        for row in self._desk.ask(meetings, year=week.year):
            if row.week == week.week:
                return int(row.id)
        raise UnknownName(word, [])
