"""One window a file: a second one is told where the first is open (reliability.md F23).

The command line may work beside a window; SQLite orders their transactions. Two windows would
only confuse two people about who sits at the desk.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from db.errors import OpeningError


class WindowLock:
    """Held while a window is open; a window that was killed leaves none."""

    def __init__(self) -> None:
        self._lock: QLockFile | None = None

    def take(self, database: Path) -> None:
        """Take the lock of a file.

        :raises OpeningError: ``file_in_use`` with ``host`` and ``process``.
        """
        self.release()
        lock = QLockFile(str(database) + ".window")
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            if lock.error() is QLockFile.LockError.LockFailedError:
                process, host = _owner(lock)
                raise OpeningError("file_in_use", path=str(database), host=host, process=process)
            # A folder that cannot be written has no lock; the file opens for reading only.
            return
        self._lock = lock

    def release(self) -> None:
        """Give the lock back."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _owner(lock: QLockFile) -> tuple[int, str]:
    """Return the process and the computer of the window that holds the lock."""
    answer = lock.getLockInfo()
    if not isinstance(answer, tuple):
        return 0, ""
    process, host, _program = answer
    return int(process), str(host)
