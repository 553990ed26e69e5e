"""Every page, in small and large windows, letters and languages: no cut word, no loose Chinese."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.shots_scene import Scene
from tests.looks.walking import walk_pages
from tests.screens.conftest import Desk

WAYS = (
    ((1366, 768), 1.0, "light", "zh_CN", "operator"),
    ((1366, 768), 1.5, "light", "zh_CN", "director"),
    ((1366, 768), 1.0, "light", "en_US", "director"),
    ((1366, 768), 1.5, "light", "en_US", "operator"),
    ((1366, 768), 1.5, "light", "en_US", "director"),
    ((1920, 1080), 1.25, "light", "en_US", "operator"),
    ((1920, 1080), 1.0, "dark", "zh_CN", "director"),
    ((3840, 2160), 1.0, "light", "en_US", "director"),
)


@pytest.mark.parametrize(("size", "factor", "theme", "language", "person"), WAYS)
def test_every_page_fits(
    street_desk: Callable[..., Desk],
    street_data: str,
    size: tuple[int, int],
    factor: float,
    theme: str,
    language: str,
    person: str,
) -> None:
    desk = street_desk(size, factor, theme, language, person)
    scene = Scene(desk.window, desk.settled)
    wrong = [
        f"{page_id}: {one}"
        for page_id, found in walk_pages(scene, language, street_data)
        for one in found
    ]
    assert not wrong, "\n".join(wrong)
