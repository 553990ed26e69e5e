"""The way from case to related case, so that one key leads back."""

from __future__ import annotations


class CaseTrail:
    """Ids of the cases left behind; a case chosen elsewhere begins a new way."""

    def __init__(self) -> None:
        self._left: list[int] = []
        self._awaited: int | None = None

    def go(self, from_id: int, to_id: int) -> None:
        """Remember that a related case is opened from this one."""
        self._left.append(from_id)
        self._awaited = to_id

    def back(self) -> int | None:
        """Return the case to go back to, or None at the beginning."""
        self._awaited = self._left.pop() if self._left else None
        return self._awaited

    def arrive(self, case_id: int | None) -> None:
        """Take note of the case that is shown now."""
        if case_id != self._awaited:
            self._left.clear()
            self._awaited = case_id

    def leads_back(self) -> bool:
        """Tell whether there is a case to go back to."""
        return bool(self._left)
