"""The faces of the papers are unpacked while nobody waits, on a thread of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import platformdirs
import pytest

from desktop import warming
from desktop.documents.fonts import STYLES
from desktop.warming import Warmer


def test_the_faces_are_unpacked_after_a_while_and_not_before(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")
    monkeypatch.setattr(warming, "DELAY_MILLISECONDS", 20)
    folder = Path(platformdirs.user_cache_dir("command-room")) / "fonts"
    assert tmp_path in folder.parents
    warmer = Warmer()
    warmer.start()
    assert not folder.exists()
    qtbot.waitUntil(lambda: _roles(folder) == set(STYLES), timeout=30_000)
    warmer.stop()


def _roles(folder: Path) -> set[str]:
    """Return the roles whose faces lie in a cache, whole."""
    return {path.name.rpartition("-")[0] for path in folder.glob("*.ttf")}
