"""The faces of the printed pages: the office's, else the system's, else the bundled ones.

A style (仿宋, 楷体, 黑体, 小标宋, 宋体) is a chain of faces; `pick` gives the first that has the
character. None of them has it: the page is refused, never printed with a hole.
"""

import hashlib
import json
import lzma
import os
import struct
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Literal

import platformdirs
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop.documents import font_search
from desktop.documents.errors import FontError, MissingGlyph, Place
from desktop.documents.font_search import FoundFont
from desktop.documents.lines import Cell
from desktop.documents.repairs import BUILDING, load_face, repair

Style = Literal["fangsong", "kai", "hei", "xbs", "song"]
Origin = Literal["office", "system", "bundled"]
STYLES: tuple[Style, ...] = ("fangsong", "kai", "hei", "xbs", "song")
CHAINS: dict[Style, tuple[str, ...]] = {
    "fangsong": ("latin", "fangsong", "fangsong-ext", "song", "rare-b"),
    "kai": ("latin", "kai", "kai-ext", "song", "rare-b"),
    "hei": ("hei", "song", "rare-b"),
    "xbs": ("xbs", "song", "rare-b"),
    "song": ("song", "rare-b"),
}
GETA = "〓"  # stands for a missing character in a draft
CENTRE = 0.38  # em above the base line: the middle of an ideograph
LATIN_RISE = 0.02
MOST_CELLS = 50_000
"""So many measured cells are kept from one paper to the next: some 10 MB."""
MIDDLE_DOT = 0xB7  # a Chinese mark in names, though it lies among the Latin ones


@dataclass(frozen=True)
class Face:
    """One face of a font file, known to ReportLab by `name`; `rise` lifts it, in em."""

    name: str
    role: str
    rise: float
    font: TTFont = field(repr=False, compare=False)

    def has(self, character: str) -> bool:
        """Tell whether the face draws the character (a space need not be drawn)."""
        glyph = self.font.face.charToGlyph.get(ord(character), 0)
        if glyph == 0:
            return False
        positions = self.font.face.glyphPos
        return positions[glyph + 1] > positions[glyph] or character.isspace()

    def width(self, character: str) -> float:
        """Return the advance of the character in em."""
        return float(self.font.face.charWidths[ord(character)]) / 1000

    def ink(self, character: str) -> tuple[float, float]:
        """Return how far the ink reaches above and below the base line it is lifted from, in em."""
        low, high = _ink(self.font, ord(character))
        return self.rise + high, -(self.rise + low)


@dataclass(frozen=True)
class FaceSource:
    """Where the face of a role comes from; the pages warn of substitutes with it."""

    role: str
    origin: Origin
    path: Path
    name: str


class Fonts:
    """All faces at hand, loaded when a character asks for them."""

    def __init__(
        self,
        *,
        office_folder: Path | None = None,
        force_bundled: bool = False,
        cache: Path | None = None,
        bundled: Path | None = None,
        strict: bool = False,
    ) -> None:
        """Look for fonts; nothing is loaded yet.

        `strict` refuses a style whose own face neither the office nor the system has; what that
        face lacks, such as a rare character of a name, may still come from another.
        """
        repair()
        self._strict = strict
        self._cache = cache or Path(platformdirs.user_cache_dir("command-room")) / "fonts"
        self._folder = bundled or Path(str(files("resources") / "fonts"))
        self._manifest = self._read_manifest()
        self._office: dict[str, FoundFont] = {}
        self._system: dict[str, FoundFont] = {}
        if not force_bundled:
            self._office = font_search.search([office_folder] if office_folder else [])
            self._system = font_search.search(font_search.system_folders())
        self._faces: dict[tuple[str, Origin], Face | None] = {}
        self._picked: dict[tuple[Style, str], Face] = {}
        self.cells: dict[tuple[Style, float, float], dict[str, Cell]] = {}
        self.glyphs: dict[tuple[str, str], tuple[Face, float]] = {}
        """What papers measured: style, size and pitch → character → cell; style and character →
        face and advance in em. A new paper begins with what the last one knew."""

    def pick(self, style: Style, character: str, place: Place | None = None) -> Face:
        """Return the face that draws the character; raise MissingGlyph if there is none."""
        face = self._picked.get((style, character))
        if face is None:
            face = self._find(style, character)
            if face is None:
                raise MissingGlyph(character, place or Place())
            self._picked[style, character] = face
        return face

    def can_draw(self, style: Style, character: str) -> bool:
        """Tell whether a face of the style draws the character."""
        return (style, character) in self._picked or self._find(style, character) is not None

    def sources(self) -> tuple[FaceSource, ...]:
        """Return where the face of each role comes from."""
        return tuple(self._source(role) for role in self._manifest)

    def warm(self, styles: Iterable[Style] = STYLES) -> None:
        """Load the faces that nearly every page needs; for a background thread."""
        for style in styles:
            for character in "督1":
                self.pick(style, character)

    def unpack(self, styles: Iterable[Style] = STYLES) -> None:
        """Lay the faces that nearly every page needs ready in the cache; none is kept loaded.

        To unpack them is what takes seconds. To load them then takes a fifth of one, and 70 MB
        that a workplace without papers has better use for.
        """
        for style in styles:
            if style not in self._office and style not in self._system:
                self._unpacked(style)

    def first_face(self) -> Face:
        """Return the face a new page starts with."""
        return self.pick("fangsong", "一")

    @contextmanager
    def building(self) -> Iterator[None]:
        """Hold ReportLab for one document: its fonts serve one at a time."""
        with BUILDING:
            if sum(len(cells) for cells in self.cells.values()) > MOST_CELLS:
                self.cells.clear()
            yield

    def _find(self, style: Style, character: str) -> Face | None:
        if self._strict and not (self._face(style, "office") or self._face(style, "system")):
            raise FontError("font_substitute", face=font_search.REAL_NAMES[style])
        code = ord(character)
        for role in CHAINS[style]:
            if role == "latin" and not (0x20 <= code < 0x2000 and code != MIDDLE_DOT):
                continue
            if role == "rare-b" and code < 0x20000:
                continue  # 30 MB that cannot have it
            for origin in ("office", "system", "bundled"):
                face = self._face(role, origin)
                if face is not None and face.has(character):
                    return face
        return None

    def _face(self, role: str, origin: Origin) -> Face | None:
        """Return the face of the role from there, loaded; None if there is none."""
        key = (role, origin)
        with BUILDING:
            if key not in self._faces:
                self._faces[key] = self._load(role, origin)
            return self._faces[key]

    def _load(self, role: str, origin: Origin) -> Face | None:
        if origin == "bundled":
            return _register(role, FoundFont(self._unpacked(role)))
        found = (self._office if origin == "office" else self._system).get(role)
        if found is None:
            return None
        try:
            return _register(role, found)
        except FontError:
            return None  # the next one in the chain stands in; `sources` tells which

    def _source(self, role: str) -> FaceSource:
        if self._face(role, "office") is not None:
            found, origin = self._office[role], "office"
        elif self._face(role, "system") is not None:
            found, origin = self._system[role], "system"
        else:
            found, origin = FoundFont(self._folder / f"{role}.ttf.xz", name=role), "bundled"
        return FaceSource(role, origin, found.path, found.name)  # type: ignore[arg-type]

    def _read_manifest(self) -> dict[str, str]:
        path = self._folder / "manifest.json"
        try:
            lines = json.loads(path.read_text(encoding="utf-8"))["faces"]
        except OSError as error:
            raise FontError("font_missing", path=path) from error
        return {line["role"]: line["sha256"] for line in lines}

    def _unpacked(self, role: str) -> Path:
        """Return the bundled face as a plain file, unpacked once and checked each time."""
        if role not in self._manifest:
            raise FontError("font_missing", role=role)
        checksum = self._manifest[role]
        target = self._cache / f"{role}-{checksum[:16]}.ttf"
        if target.is_file() and _checksum(target.read_bytes()) == checksum:
            return target
        packed = self._folder / f"{role}.ttf.xz"
        try:
            content = lzma.decompress(packed.read_bytes())
        except (OSError, lzma.LZMAError) as error:
            raise FontError("font_damaged", path=packed) from error
        if _checksum(content) != checksum:
            raise FontError("font_damaged", path=packed)
        _write(target, content)
        return target


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(target: Path, content: bytes) -> None:
    """Write the file so that another process sees it whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(name, target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise FontError("font_folder", path=target.parent) from error


def _register(role: str, found: FoundFont) -> Face:
    """Load the file into ReportLab, once a process, and measure its rise."""
    name = f"{role}:{found.path}:{found.index}"
    if name in pdfmetrics.getRegisteredFontNames():
        font = pdfmetrics.getFont(name)
    else:
        try:
            font = load_face(name, str(found.path), found.index)
        except (TTFError, OSError, struct.error) as error:
            raise FontError("font_damaged", path=found.path) from error
        pdfmetrics.registerFont(font)
    return Face(name, role, LATIN_RISE if role == "latin" else _rise(font), font)


def _rise(font: TTFont) -> float:
    """Return the lift in em that brings the middle of the ideographs to CENTRE."""
    known = font.face.charToGlyph
    ideographs = [code for code in known if 0x3400 <= code < 0xA000 or code >= 0x20000]
    sample = sorted(ideographs)[:: max(1, len(ideographs) // 40)]
    boxes = [_ink(font, code) for code in sample]
    centres = [(low + high) / 2 for low, high in boxes if high > low]
    return CENTRE - sum(centres) / len(centres) if centres else 0.0


def _ink(font: TTFont, code: int) -> tuple[float, float]:
    """Return bottom and top of the ink of a character in em, as the outline says."""
    face = font.face
    glyph = face.charToGlyph[code]
    if face.glyphPos[glyph + 1] == face.glyphPos[glyph]:
        return 0.0, 0.0  # a blank has no outline
    position = face.get_table_pos("glyf")[0] + face.glyphPos[glyph]
    _, low, _, high = struct.unpack(">4h", face._ttf_data[position + 2 : position + 10])
    return low / face.unitsPerEm, high / face.unitsPerEm
