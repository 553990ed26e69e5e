"""Every kind of long work by name; what it needs is imported in its process only."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from desktop.tasks.hands import Hands

Work = Callable[[Hands, dict[str, Any], Path], dict[str, Any]]
"""Gets the facts of its wish and a folder that is deleted with the task."""

KINDS: dict[str, tuple[str, str]] = {
    "look": ("desktop.tasks.importing", "look"),
    "import": ("desktop.tasks.importing", "bring_in"),
    "export": ("desktop.tasks.exporting", "export"),
    "print": ("desktop.tasks.printing", "print_notices"),
}
"""Kind → module and function."""


def work_of(kind: str) -> Work:
    """Return the function that does a kind of work."""
    module, name = KINDS[kind]
    found: Work = getattr(import_module(module), name)
    return found
