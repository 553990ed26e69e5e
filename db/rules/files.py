"""Which files a case takes, told by their first bytes."""

from __future__ import annotations

from pathlib import PurePosixPath

MAX_BYTES = 20 * 1024 * 1024

_SIGNATURES: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"\xff\xd8\xff", "image/jpeg", (".jpg", ".jpeg")),
    (b"\x89PNG\r\n\x1a\n", "image/png", (".png",)),
    (b"GIF8", "image/gif", (".gif",)),
    (b"BM", "image/bmp", (".bmp",)),
    (b"RIFF", "image/webp", (".webp",)),
    (b"%PDF-", "application/pdf", (".pdf",)),
    (b"PK\x03\x04", "application/zip-office", (".docx", ".xlsx", ".ofd", ".wps", ".et")),
    (b"\xd0\xcf\x11\xe0", "application/ole-office", (".doc", ".xls", ".wps", ".et")),
    (b"ID3", "audio/mpeg", (".mp3",)),
    (b"OggS", "audio/ogg", (".ogg",)),
)
_TEXT = (".txt", ".csv")
_MOVIES = (".mp4", ".mov", ".m4a")


def media_type_of(name: str, data: bytes) -> str | None:
    """Return the media type when suffix and first bytes agree, else None."""
    suffix = PurePosixPath(name.lower()).suffix
    for signature, media_type, suffixes in _SIGNATURES:
        if suffix in suffixes and data.startswith(signature):
            return media_type
    if suffix in _MOVIES and data[4:8] == b"ftyp":
        return "video/mp4"
    if suffix in _TEXT and b"\0" not in data[:4096]:
        return "text/plain"
    return None
