"""The pictures of a meeting that is held: the operator's console, and what the room sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from db.queries.agenda import AgendaRow

INCHES, DISTANCE_M = 98.0, 8.0
"""The screen and the seats that the picture is made for; what is set on the computer is left."""


def meeting_pictures(
    window: Any, rest: Callable[[], None], size: tuple[int, int]
) -> Iterator[QPixmap]:
    """Project the last meeting's most telling case: the console, then the projected page."""
    page = window.page("meetings")
    held = [row for row in page.listed() if row.opened_at is not None]
    if not held:
        return
    page.open_meeting(held[0].id)
    rest()
    console = page.console
    projection = console.projection
    projection.switch()
    rows = [row for row in console.seen().detail.agenda if row.case is not None]
    if rows:
        console.go_to(max(rows, key=_telling).id)
    rest()
    yield window.grab()
    yield _grabbed(projection, size)
    projection.switch()
    page.show_list()
    rest()


def _telling(row: AgendaRow) -> tuple[bool, bool, int]:
    assert row.case is not None
    is_agreed_earlier = row.decision is not None
    return not is_agreed_earlier, row.case.promise is not None, row.case.attachment_count


def _grabbed(projection: Any, size: tuple[int, int]) -> QPixmap:
    """Return the page as a screen of this size shows it, whatever screens there are."""
    from desktop.screen.optics import Optics, height_of

    width, height = size
    view, stage = projection.view(), projection.stage()
    stage.window().resize(width, height)
    tall = height_of(0.0, INCHES, width, height)
    view.follow_optics(Optics(width, height, tall, DISTANCE_M), stage.settings())
    picture: QPixmap = view.grab()
    return picture
