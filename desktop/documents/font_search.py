"""Find the office's own fonts by the names inside the files.

An office PC nearly always has 方正小标宋 or 仿宋_GB2312, which may not be passed on; where they
are, they win over the bundled ones.
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

WANTED: dict[str, tuple[str, ...]] = {
    "xbs": ("方正小标宋简体", "fzxbsjw--gb1-0", "方正小标宋_gbk", "fzxbsk--gbk1-0"),
    "fangsong": ("仿宋_gb2312", "fangsong_gb2312", "仿宋", "fangsong", "朱雀仿宋"),
    "kai": ("楷体_gb2312", "kaiti_gb2312", "楷体", "kaiti"),
    "hei": ("黑体", "simhei"),
    "song": ("宋体", "simsun"),
    "rare-b": ("simsun-extb",),
    "latin": ("times new roman", "timesnewromanpsmt"),
}
# What a face is called in a sentence to the person who has to find it.
REAL_NAMES = {
    "xbs": "方正小标宋简体",
    "fangsong": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "hei": "黑体",
    "song": "宋体",
}
_NAMES = (1, 4, 6)  # family, full name, PostScript name
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")


@dataclass(frozen=True)
class FoundFont:
    """A face in a file; `index` counts the faces of a collection."""

    path: Path
    index: int = 0
    name: str = ""


def system_folders() -> tuple[Path, ...]:
    """Return the folders where the system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return (windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
    )


def search(folders: Iterable[Path]) -> dict[str, FoundFont]:
    """Return for each role the best wanted face below the folders, the first folder first."""
    best: dict[str, tuple[int, FoundFont]] = {}
    for folder in folders:
        known = dict(best)
        for font, names in _faces(folder):
            for role, wanted in WANTED.items():
                ranks = [wanted.index(name) for name in names if name in wanted]
                if role in known or not ranks:
                    continue
                if role not in best or min(ranks) < best[role][0]:
                    best[role] = (min(ranks), font)
    return {role: font for role, (_, font) in best.items()}


def _faces(folder: Path) -> Iterator[tuple[FoundFont, set[str]]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in (".ttf", ".ttc"):
            continue
        try:
            yield from read_names(path)
        except (OSError, struct.error):
            continue  # a file that cannot be read is no font of ours; the bundled one stays


def read_names(path: Path) -> list[tuple[FoundFont, set[str]]]:
    """Return the TrueType faces of a file with their names in small letters."""
    with path.open("rb") as file:
        magic = file.read(4)
        if magic == b"ttcf":
            file.seek(8)
            (count,) = struct.unpack(">I", file.read(4))
            offsets = struct.unpack(f">{min(count, 64)}I", file.read(4 * min(count, 64)))
        else:
            offsets = (0,)
        found = []
        for index, offset in enumerate(offsets):
            file.seek(offset)
            head = file.read(12)
            if head[:4] not in _TRUETYPE:
                continue
            tables = file.read(16 * struct.unpack(">H", head[4:6])[0])
            names = _names(file, tables)
            found.append((FoundFont(path, index, min(names, default="")), names))
        return found


def _names(file: BinaryIO, tables: bytes) -> set[str]:
    for start in range(0, len(tables), 16):
        tag, _, offset, length = struct.unpack(">4sIII", tables[start : start + 16])
        if tag == b"name":
            file.seek(offset)
            return _read_name_table(file.read(length))
    return set()


def _read_name_table(table: bytes) -> set[str]:
    _, count, storage = struct.unpack(">HHH", table[:6])
    names = set()
    for number in range(count):
        record = table[6 + 12 * number : 18 + 12 * number]
        platform, _, _, identity, length, offset = struct.unpack(">6H", record)
        if identity in _NAMES and platform in (0, 3):
            raw = table[storage + offset : storage + offset + length]
            names.add(raw.decode("utf-16-be", "replace").strip().lower())
    return names
