"""A package for support that holds no private data: only what is known to be harmless goes in.

Nothing is taken out of private text; a line goes in because its shape is known, or it stays out.
So a name, a telephone number, an address or the words of a case cannot slip through.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from db.queries.health import Integrity
from desktop.diagnostics import Diagnosis
from desktop.exchange.part_file import part_file

HIDDEN = "***"
_ROOT = Path(__file__).parents[1]
_SUFFIX = re.compile(r"\.[a-z0-9]{1,6}", re.ASCII)
_KNOWN_PARTS = frozenset(
    {
        "", "/", "~", "home", "Users", "usr", "opt", "var", "tmp", "mnt", "media", "data",
        "share", "local", ".local", "lib", "AppData", "Local", "Roaming", "Documents",
        "command-room", "private", "fonts", "resources",
    }
)  # fmt: skip
"""Folders that are the same on everybody's machine."""
_HEAD = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[,.]?\d* ([A-Z]{4,8}) ([a-z_][a-z0-9_.]{0,60}): (.*)",
    re.ASCII,
)
_FRAME = re.compile(r'\s+File "([^"]+)", line (\d+), in ([A-Za-z_<][A-Za-z0-9_>]{0,60})', re.ASCII)
_ERROR = re.compile(r"([A-Za-z_.]{1,60}(?:Error|Exception|Warning|Interrupt|Away|Conflict))\b")
_CODE = re.compile(r"\b([a-z]+(?:_[a-z]+)+)\(", re.ASCII)
_TRACE = "Traceback (most recent call last):"


@dataclass(frozen=True)
class Entry:
    """One file of the package."""

    name: str
    text: str


def entries(diagnosis: Diagnosis, integrity: Integrity | None) -> tuple[Entry, ...]:
    """Return the files of the package, as they would be written."""
    health = diagnosis.health
    file = {
        "path": masked_path(health.path),
        "bytes": health.bytes,
        "log_bytes": health.log_bytes,
        "pages": health.pages,
        "free_pages": health.free_pages,
        "journal": health.journal,
        "engine": health.engine,
        "cipher": health.cipher,
        "revision": health.revision,
        "encrypted": health.is_encrypted,
        "read_only": health.is_read_only,
        "practice": health.is_practice,
        "free_on_disk": diagnosis.free_bytes,
        "backups": diagnosis.backups,
        "last_backup": diagnosis.last_backup or "",
    }
    checked: dict[str, object] = {"checked": integrity is not None}
    if integrity is not None:
        checked |= {"damaged_pages": integrity.damaged, **dict(integrity.findings)}
    return (
        Entry("versions.txt", _table(dict(diagnosis.versions))),
        Entry("file.txt", _table(file)),
        Entry("rows.txt", _table(dict(health.rows))),
        Entry("speeds_ms.txt", _table({name: f"{ms:.1f}" for name, ms in health.speeds})),
        Entry("integrity.txt", _table(checked)),
        Entry("screens.txt", "\n".join(diagnosis.screens) + "\n"),
        Entry("fonts.txt", _table({f"{one.role}.{one.origin}": "" for one in diagnosis.fonts})),
        Entry("log.txt", "\n".join(harmless_lines(diagnosis.log)) + "\n"),
    )


def write_package(path: Path, found: Sequence[Entry]) -> Path:
    """Write the package whole or not at all and return where it lies."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for entry in found:
            package.writestr(entry.name, entry.text)
    with part_file(path) as stream:
        stream.write(buffer.getvalue())
    return path


def masked_path(path: Path) -> str:
    """Return a path that tells how deep and on which usual folders it lies, and nothing else."""
    folders = [part if part in _KNOWN_PARTS else HIDDEN for part in path.parent.parts]
    suffix = path.suffix if _SUFFIX.fullmatch(path.suffix) else ""
    return "/".join([*(part.strip("/") for part in folders), f"*{suffix}"])


def harmless_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield what may leave the machine of a log: when, how bad, where in our code, which error."""
    for line in lines:
        head = _HEAD.fullmatch(line)
        if head is not None:
            code = _CODE.search(head[4])
            yield " ".join([head[1], head[2], head[3], code[1] if code else ""]).rstrip()
            continue
        frame = _FRAME.match(line)
        if frame is not None:
            yield f"  {_source(frame[1])}:{frame[2]} {frame[3]}"
            continue
        error = _ERROR.match(line)
        if line == _TRACE:
            yield line
        elif error is not None:
            code = _CODE.search(line)
            yield " ".join([error[1], code[1] if code else ""]).rstrip()


def _source(path: str) -> str:
    """Return the end of a source's path from its package on: nothing of whose machine it is."""
    parts = path.replace("\\", "/").split("/")
    for anchor in ("site-packages", "db", "desktop"):
        if anchor in parts:
            start = len(parts) - 1 - parts[::-1].index(anchor)
            kept = "/".join(parts[start:])
            if anchor == "site-packages" or (_ROOT / kept).is_file():
                return kept
    return HIDDEN


def _table(facts: dict[str, object]) -> str:
    return "".join(f"{name}: {value}\n".replace(": \n", "\n") for name, value in facts.items())
