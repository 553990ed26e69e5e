"""What is left of a block of ids, kept from one command to the next.

Ids come from a counter that all who write share. A command that finds some left need neither ask
the server once more nor wait for whoever holds that counter until the end of his transaction.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple


class IdBlock(NamedTuple):
    """Numbers of the counter that nobody else will get."""

    next: int
    left: int


NO_IDS = IdBlock(0, 0)


class IdShelf:
    """The rest of the last block; several threads may take it, one gets it."""

    def __init__(self) -> None:
        self._kept: deque[IdBlock] = deque(maxlen=1)

    def take(self) -> IdBlock:
        """Return what is kept, and keep it no more; an empty block where there is nothing."""
        try:
            return self._kept.pop()
        except IndexError:
            return NO_IDS

    def keep(self, block: IdBlock) -> None:
        """Keep what a command left over, once it is committed: before, the counter may go back."""
        if block.left:
            self._kept.append(block)
