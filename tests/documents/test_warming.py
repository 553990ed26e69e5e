"""The faces of the papers are read while nobody waits, on a thread of their own."""

from __future__ import annotations

from typing import Any

import pytest

from desktop import warming
from desktop.warming import Warmer


def test_the_faces_are_read_after_a_while_and_not_before(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.documents.fonts import Fonts

    read: list[str] = []
    warm = Fonts.warm

    def told(self: Fonts) -> None:
        warm(self)
        read.append("all")

    monkeypatch.setattr(Fonts, "warm", told)
    monkeypatch.setattr(warming, "DELAY_MILLISECONDS", 20)
    monkeypatch.setenv("COMMAND_ROOM_FONTS", "bundled")
    warmer = Warmer()
    warmer.start()
    assert read == []
    qtbot.waitUntil(lambda: read == ["all"], timeout=30_000)
    warmer.stop()
