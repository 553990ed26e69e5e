"""How much memory the process of a task may take, so that a hostile file hurts nobody else."""

from __future__ import annotations

import errno
import sys

MOST_MEMORY = 2 * 2**30
"""Address space in bytes. An import of 100,000 lines was seen to take 385 MB of it."""

READING_SECONDS = 120
"""Longest time in which a file may be read; the window ends the process then."""

SHEET_SECONDS = 20
"""Longest time in which one paper may be made."""


def limit_memory(most: int = MOST_MEMORY) -> None:
    """Let this process fail rather than take more; Windows has no such limit for a process."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def ran_out_of_memory(error: BaseException) -> bool:
    """Tell whether an error comes of too little memory, whoever wrapped it on its way up."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, MemoryError) or (
            isinstance(seen, OSError) and seen.errno == errno.ENOMEM
        ):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
