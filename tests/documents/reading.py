"""Read a printed page back: every character and every rule, in millimetres from the top left.

`measures` compares what is read with the standard.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pdfplumber
from PIL import Image, ImageChops

from desktop.documents.fonts import Fonts, Style
from desktop.documents.preview import page_image

POINT = 25.4 / 72
BODY = 16.0
BLACK = (0.0, 0.0, 0.0)

# One character of each bundled face, to ask for its rise.
SAMPLES: dict[str, tuple[Style, str]] = {
    "fangsong": ("fangsong", "督"),
    "fangsong-ext": ("fangsong", "喆"),
    "kai": ("kai", "督"),
    "kai-ext": ("kai", "喆"),
    "hei": ("hei", "督"),
    "xbs": ("xbs", "督"),
    "song": ("song", "督"),
    "latin": ("fangsong", "8"),
    "rare-b": ("fangsong", "𠮷"),
}
ROLES = {f"Gongwen{role.title().replace('-', '')}": role for role in SAMPLES}

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Glyph:
    """A character as it is drawn: size in points, the rest in millimetres, the rise taken off."""

    text: str
    role: str
    size: float
    left: float
    baseline: float
    width: float
    colour: tuple[float, ...]

    @property
    def right(self) -> float:
        """Return where its advance ends."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Return the top of its em box."""
        return self.baseline - 0.88 * self.size * POINT

    @property
    def bottom(self) -> float:
        """Return the bottom of its em box."""
        return self.baseline + 0.12 * self.size * POINT


@dataclass(frozen=True)
class Rule:
    """A filled box; a level rule is a flat one."""

    left: float
    right: float
    top: float
    bottom: float
    colour: tuple[float, ...]

    @property
    def thickness(self) -> float:
        """Return its height."""
        return self.bottom - self.top

    @property
    def y(self) -> float:
        """Return its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Sheet:
    """One page: its number, its size as it is read, what stands on it in drawing order.

    On a turned page the page number is `sideways`: measured on the sheet as it is bound.
    """

    number: int
    width: float
    height: float
    turned: bool
    glyphs: tuple[Glyph, ...]
    sideways: tuple[Glyph, ...]
    boxes: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """Return all characters in the order in which they are drawn."""
        return "".join(glyph.text for glyph in self.glyphs)

    def find(self, words: str) -> tuple[Glyph, ...]:
        """Return the characters of the first place where these words are drawn."""
        start = self.text.find(words)
        assert start >= 0, f"page {self.number} has no {words!r}: {self.text!r}"
        return self.glyphs[start : start + len(words)]

    def lines(self, size: float = BODY) -> list[list[Glyph]]:
        """Return the characters of this size by base line, from the top."""
        found: dict[float, list[Glyph]] = {}
        for glyph in self.glyphs:
            if abs(glyph.size - size) < 0.01:
                near = next((y for y in found if abs(y - glyph.baseline) < 0.2), glyph.baseline)
                found.setdefault(near, []).append(glyph)
        return [sorted(found[y], key=lambda one: one.left) for y in sorted(found)]

    def rules(self, colour: tuple[float, ...] = BLACK) -> list[Rule]:
        """Return the level rules of a colour, from the top."""
        level = [
            box
            for box in self.boxes
            if alike(box.colour, colour) and box.thickness < 1 and box.right - box.left > 10
        ]
        return sorted(level, key=lambda one: one.top)


def read(pdf: bytes, fonts: Fonts) -> list[Sheet]:
    """Return every page of a file that was made with the bundled fonts."""
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [_sheet(page, fonts) for page in document.pages]


def ink(
    pdf: bytes,
    number: int,
    *,
    red: bool = False,
    within: Box = (0, 0, 1000, 1000),
    dots_per_inch: int = 300,
) -> Box | None:
    """Return left, top, right and bottom of the ink of a rendered page; None without ink."""
    raw = page_image(pdf, number, dots_per_inch)
    picture = Image.frombytes("RGB", (raw.width, raw.height), raw.rgb)
    scale = dots_per_inch / 25.4
    left, top = (max(0, round(edge * scale)) for edge in within[:2])
    right = min(raw.width, round(within[2] * scale))
    bottom = min(raw.height, round(within[3] * scale))
    channels = picture.crop((left, top, right, bottom)).split()
    mask = Image.eval(channels[1], lambda value: 255 if value < 128 else 0)
    if red:
        strong = Image.eval(channels[0], lambda value: 255 if value > 180 else 0)
        mask = ImageChops.multiply(mask, strong)
    box = mask.getbbox()
    if box is None:
        return None
    x0, y0, x1, y1 = box
    return (
        (left + x0) / scale,
        (top + y0) / scale,
        (left + x1) / scale,
        (top + y1) / scale,
    )


def _sheet(page: pdfplumber.page.Page, fonts: Fonts) -> Sheet:
    glyphs = []
    sideways = []
    for one in page.chars:
        role = ROLES.get(one["fontname"].partition("+")[2], one["fontname"])
        rise = fonts.pick(*SAMPLES[role]).rise if role in SAMPLES else 0.0
        upright = one["matrix"][0] > 0
        size = round(float(one["size"] if upright else one["x1"] - one["x0"]), 2)
        along, down = one["matrix"][4], float(page.height) - one["matrix"][5]
        if not upright:
            along, down = down, float(page.width) - one["matrix"][4]
        glyph = Glyph(
            one["text"],
            role,
            size,
            along * POINT,
            (down + rise * size) * POINT,
            one["adv"] * POINT,
            tuple(one["non_stroking_color"]),
        )
        (glyphs if upright else sideways).append(glyph)
    boxes = tuple(
        Rule(
            float(one["x0"]) * POINT,
            float(one["x1"]) * POINT,
            float(one["top"]) * POINT,
            float(one["bottom"]) * POINT,
            tuple(one["non_stroking_color"]),
        )
        for one in page.rects
        if one["fill"]
    )
    return Sheet(
        page.page_number,
        float(page.width) * POINT,
        float(page.height) * POINT,
        page.rotation == 90,
        tuple(glyphs),
        tuple(sideways),
        boxes,
    )


def alike(found: Sequence[float], wanted: Sequence[float]) -> bool:
    """Compare two colours."""
    return len(found) == len(wanted) and all(
        abs(one - other) < 0.005 for one, other in zip(found, wanted, strict=True)
    )
