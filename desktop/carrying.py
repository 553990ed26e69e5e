"""What a window built anew takes over from the one before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from desktop.pages.page import Page


@dataclass(frozen=True)
class Carried:
    """The page in front, and by page id what each page wants to go on with."""

    page_id: str = ""
    """Empty where nobody had seen a page yet."""
    pages: dict[str, Any] = field(default_factory=dict)


def carried_of(pages: dict[str, Page], page_id: str) -> Carried:
    """Ask every page what it wants to go on with."""
    kept = {name: page.carried() for name, page in pages.items()}
    return Carried(page_id, {name: one for name, one in kept.items() if one is not None})


def hold_of(pages: Iterable[Page]) -> str:
    """Return why the window cannot be built anew just now, or an empty text."""
    return next((why for why in (page.hold() for page in pages) if why), "")
