"""Clean text at the door: what the database, Qt or Excel would bend is refused or removed here.

The rules are the Unicode table of reliability.md §4.2: NUL, lone surrogates and noncharacters
are refused; a leading BOM is stripped; marks that nobody can see are taken out of names.
"""

from __future__ import annotations

import re
import unicodedata

MOST_COMBINING = 8
"""More combining marks than this in a row are no writing but an attack on the screen."""

_REFUSED = re.compile("[\x00\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PLANE_ENDS = re.compile(
    "[" + "".join(chr(p << 16 | e) for p in range(1, 17) for e in (0xFFFE, 0xFFFF)) + "]"
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
_JOINER = re.compile("\u200d")
_BLANKS = re.compile(r"\s+")

_WIDE = {0xFF10 + n: chr(0x30 + n) for n in range(10)}
_WIDE |= {0xFF21 + n: chr(0x41 + n) for n in range(26)}
_WIDE |= {0xFF41 + n: chr(0x61 + n) for n in range(26)}
_WIDE_WITH_BRACKETS = _WIDE | {
    ord("\uff08"): "(", ord("\uff09"): ")", ord("\uff3b"): "[", ord("\uff3d"): "]",
    ord("\uff0d"): "-", ord("\uff0e"): ".", ord("\uff0f"): "/", ord("\u3000"): " ",
}  # fmt: skip


# Most cells hold nothing but these signs, and one look is all that they need.
_COMMON = "!-~\u4e00-\u9fff\u3001\u3002\u300a\u300b\u201c\u201d\uff0c\uff1a\uff1b\uff01\uff1f"
_COMMON_NAME = re.compile(f"[{_COMMON}]*")
_COMMON_PROSE = re.compile(f"[ \n{_COMMON}]*")


class TextFault(ValueError):
    """Text that cannot be kept exactly and is therefore refused."""


def check(text: str) -> str:
    """Return the text without a leading BOM, or refuse it."""
    text = text.lstrip("\ufeff")
    if _REFUSED.search(text) or _PLANE_ENDS.search(text):
        raise TextFault("character")
    if _too_many_combining(text):
        raise TextFault("combining")
    return text


def prose(text: str) -> str:
    """Return a body of text: its own words and line breaks, digits and letters half width.

    Brackets stay as they are written, because full-width ones are right in Chinese prose.
    """
    if _COMMON_PROSE.fullmatch(text):
        return text.strip()
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", check(text)))
    return text.translate(_WIDE).strip()


def name(text: str) -> str:
    """Return a name or title on one line: half width, single blanks, no unseen marks."""
    if _COMMON_NAME.fullmatch(text):
        return text
    text = _UNSEEN.sub("", _CONTROLS.sub("", check(text)).translate(_WIDE_WITH_BRACKETS))
    if "\u200d" in text:
        text = _JOINER.sub(lambda found: _kept_joiner(found, text), text)
    return _BLANKS.sub(" ", text).strip()


def _kept_joiner(found: re.Match[str], text: str) -> str:
    """Keep a zero-width joiner inside one emoji and drop it anywhere else."""
    before, after = text[: found.start()].rstrip("\ufe0f")[-1:], text[found.end() :][:1]
    pictured = all(sign and unicodedata.category(sign) in ("So", "Sk") for sign in (before, after))
    return "\u200d" if pictured else ""


def _too_many_combining(text: str) -> bool:
    """Say whether some letter carries more marks than any writing needs."""
    row = 0
    for sign in text:
        row = row + 1 if unicodedata.combining(sign) else 0
        if row > MOST_COMBINING:
            return True
    return False
