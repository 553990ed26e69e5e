"""What the projected meeting asks the record: masked, and pictures without their file names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from db.queries.case_detail import attachment_bytes, case_detail
from db.queries.case_parts import AttachmentRow
from db.queries.door import Reader
from db.queries.meetings import MeetingDetail
from db.queries.wall import meeting_on_wall
from desktop.pages.meeting_words import tr
from desktop.screen.slides import Shot

TALLEST = 900
BEFORE, AFTER, SCENE = "before", "after", "scene"


@dataclass(frozen=True)
class WallSeen:
    """The meeting as everybody may read it, and the record's own time."""

    detail: MeetingDetail
    now: datetime


def wall_meeting(reader: Reader, meeting_id: int) -> WallSeen:
    """Return the masked meeting."""
    return WallSeen(meeting_on_wall(reader, meeting_id), reader.now)


def wall_shots(reader: Reader, case_id: int) -> tuple[int, tuple[Shot, ...]]:
    """Return the first picture from before and the last from after, or of the scene, if any.

    A file's name may hold a name or a number: the caption tells only day and purpose.
    """
    pictures = [
        one
        for one in case_detail(reader, case_id).attachments
        if one.media_type.startswith("image/") and one.purpose in (BEFORE, AFTER, SCENE)
    ]
    pictures.sort(key=lambda one: one.added_at)
    before = next((one for one in pictures if one.purpose == BEFORE), None)
    before = before or next((one for one in pictures if one.purpose == SCENE), None)
    after = next((one for one in reversed(pictures) if one.purpose == AFTER), None)
    if after is None:
        later = [one for one in pictures if one.purpose == SCENE and one is not before]
        after = later[-1] if later else None
    words = tr("{day} 处置前")
    now = tr("{day} 现状")
    shots = []
    if before is not None:
        shots.append(_shot(reader, before, words, is_now=False))
    if after is not None:
        shots.append(_shot(reader, after, now, is_now=True))
    return case_id, tuple(shots)


def _shot(reader: Reader, item: AttachmentRow, words: str, *, is_now: bool) -> Shot:
    image = QImage.fromData(attachment_bytes(reader, item.id))
    if image.height() > TALLEST:
        image = image.scaledToHeight(TALLEST, Qt.TransformationMode.SmoothTransformation)
    return Shot(words.format(day=f"{item.added_at:%m-%d}"), image, is_now)
