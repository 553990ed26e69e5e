"""Files on a case: kept in pieces, hashed, refused when they are not what they say."""

from __future__ import annotations

import hashlib

import pytest

from db.commands.attachments import AttachFile
from db.errors import NotFound, RuleError
from db.queries.case_detail import attachment_bytes, case_detail
from db.rules.files import MAX_BYTES, media_type_of
from db.verify import verify
from tests.story import Story

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3000


def test_a_picture_comes_back_byte_for_byte(story: Story) -> None:
    case = story.signed()
    done = story.do(AttachFile(case_id=case, name="现场.png", data=PICTURE), by="sfs")
    assert done["sha256"] == hashlib.sha256(PICTURE).hexdigest()
    assert story.ask(attachment_bytes, done["attachment_id"]) == PICTURE
    shown = story.ask(case_detail, case).attachments
    assert [(item.name, item.size) for item in shown] == [("现场.png", len(PICTURE))]
    assert verify(story.database) == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.png", b"", "file_empty"),
        ("大.png", PICTURE[:8] + b"0" * MAX_BYTES, "file_too_large"),
        ("程序.exe", b"MZ" + b"0" * 99, "file_kind_refused"),
        ("网页.html", b"<html>", "file_kind_refused"),
        ("假.png", b"MZ" + b"0" * 99, "file_kind_refused"),
        ("二进制.txt", b"a\0b", "file_kind_refused"),
    ],
)
def test_what_a_case_does_not_take_is_refused(
    story: Story, name: str, data: bytes, code: str
) -> None:
    case = story.signed()
    with pytest.raises(RuleError, match=code):
        story.do(AttachFile(case_id=case, name=name, data=data), by="sfs")
    assert story.ask(case_detail, case).attachments == ()


def test_only_the_holder_and_the_room_attach(story: Story) -> None:
    case = story.signed()
    with pytest.raises(NotFound, match="case_unknown"):
        story.do(AttachFile(case_id=case, name="现场.png", data=PICTURE), by="pcs")
    story.do(AttachFile(case_id=case, name="现场.png", data=PICTURE), by="operator")


def test_an_unknown_attachment_is_not_found(story: Story) -> None:
    with pytest.raises(NotFound):
        story.ask(attachment_bytes, 12345)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.JPG", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.docx", b"PK\x03\x04", "application/zip-office"),
        ("a.mp4", b"\0\0\0\x18ftypmp42", "video/mp4"),
        ("a.txt", "说明".encode(), "text/plain"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", None),
        ("a.mp4", b"nothing", None),
        ("noending", b"\xff\xd8\xff", None),
    ],
)
def test_the_first_bytes_and_the_ending_must_agree(
    name: str, data: bytes, found: str | None
) -> None:
    assert media_type_of(name, data) == found
