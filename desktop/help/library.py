"""The written help: one page per screen in each language, links between them, a search."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from desktop.widgets.matching import squeeze

FIRST = "start"
ORDER = (
    FIRST,
    "register",
    "desk",
    "ledger",
    "supervision",
    "figures",
    "map",
    "meetings",
    "wall",
    "exchange",
    "office",
    "settings",
    "refused",
    "practice",
)
"""The pages as they stand in the list; those of the side bar have the name of their screen."""
_AROUND = 24
_SEE_ALSO = ("相关：", "See also:")  # data
_MARKS = re.compile(r"\[([^\]]+)\]\([a-z_]+\)|\{[a-z]+:([^}]+)\}")


@dataclass(frozen=True)
class HelpPage:
    """One page: its name, its title and its text in our small Markdown."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Hit:
    """A place where words were found: the page, and the line with some words around."""

    page: HelpPage
    line: str


class Library:
    """All pages of one language."""

    def __init__(self, pages: Mapping[str, HelpPage]) -> None:
        self._pages = dict(pages)

    def pages(self) -> list[HelpPage]:
        """Return the pages in the order of the list."""
        return list(self._pages.values())

    def page(self, page_id: str) -> HelpPage:
        """Return a page; the first one where a screen has none."""
        return self._pages.get(page_id, self._pages[FIRST])

    def find(self, words: str) -> list[Hit]:
        """Return every page that holds the words, those that have them in the title first."""
        wanted = squeeze(words)
        hits = []
        for page in self._pages.values():
            lines = [line for line in _told_lines(page) if wanted in squeeze(line)]
            in_title = wanted in squeeze(page.title)
            if lines or in_title:
                line = lines[0] if lines else _told_lines(page)[0]
                hits.append((not in_title, -len(lines), Hit(page, _cut(line, words))))
        return [hit for _, _, hit in sorted(hits, key=lambda one: one[:2])]


def library(language: str) -> Library:
    """Read the pages of a language; Chinese is the source."""
    folder = files("resources") / "help" / language
    if not folder.is_dir():
        folder = files("resources") / "help" / "zh_CN"
    texts = {name: (folder / f"{name}.md").read_text(encoding="utf-8") for name in ORDER}
    return Library(
        {name: HelpPage(name, text.partition("\n")[0].lstrip("# "), text)
         for name, text in texts.items()}
    )  # fmt: skip


def plain_lines(text: str) -> list[str]:
    """Return the lines of a page as they read: without marks and without empty ones."""
    found = []
    for line in text.splitlines():
        words = _MARKS.sub(lambda match: match[1] or match[2], line)
        words = re.sub(r"[*`]|^\s*(?:#+|-|\d+\.|>)\s+", "", words)
        words = words.replace("|", " ").strip()
        if words.strip("- "):
            found.append(" ".join(words.split()))
    return found


def _told_lines(page: HelpPage) -> list[str]:
    """Return what a page tells: not its title, not the links at its end."""
    return [line for line in plain_lines(page.text)[1:] if not line.startswith(_SEE_ALSO)]


def _cut(line: str, words: str) -> str:
    """Return the part of a line around the words."""
    place = max(0, line.casefold().find(words.casefold()))
    start = max(0, place - _AROUND)
    end = place + len(words) + 2 * _AROUND
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
