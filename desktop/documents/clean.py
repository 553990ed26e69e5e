"""Bring what people typed or pasted into the form in which it can be printed.

Nothing that can be seen is dropped: a character that cannot be kept is refused with its place.
"""

import unicodedata
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import TypeVar, cast

from desktop.documents.errors import CharacterError, Place, TooLong

LONGEST_TEXT = 80_000  # characters: more than the most pages would take
ContentsT = TypeVar("ContentsT")

# Radicals look like ideographs and come with text copied from PDF files.
_RADICALS = {
    code: folded
    for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}
# These have no folding in Unicode, but come from PDF files all the same.
_SIMPLIFIED = str.maketrans(
    "⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰",
    "虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙",
)
# Signs without a shape: zero width space, joiners, direction marks, soft hyphen, byte order
# mark, variation selectors. U+2060 stays: it glues what must not be parted.
_SHAPELESS = {
    code: None
    for code in (
        0x00AD,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2061, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0xE0100, 0xE01F0),
    )
}
_SPACES = {0x09: " ", 0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0xA0: " ", 0x2028: "\n", 0x2029: "\n"}
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
_TABLE = {**_CONTROLS, **_RADICALS, **_SIMPLIFIED, **_SHAPELESS, **_SPACES}


def clean_text(text: str, field: str = "") -> str:
    """Return the text in normal form; refuse private, broken and endless text."""
    if len(text) > LONGEST_TEXT:
        raise TooLong("paper_text_too_long", field=field, limit=LONGEST_TEXT, length=len(text))
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = unicodedata.normalize("NFC", lines.translate(_TABLE))
    for character in set(cleaned):
        category = unicodedata.category(character)
        if category == "Co":
            raise CharacterError("private_character", character, _place(cleaned, character, field))
        if category == "Cs" or ord(character) & 0xFFFE == 0xFFFE:
            raise CharacterError("broken_character", character, _place(cleaned, character, field))
    return cleaned


def clean(contents: ContentsT) -> ContentsT:
    """Return the contents with every text in normal form; the field is named in a refusal."""
    return cast(ContentsT, _cleaned(contents, ""))


def _cleaned(value: object, field: str) -> object:
    if isinstance(value, str):
        return clean_text(value, field)
    if value is None or isinstance(value, (bool, int, float, date)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            part.name: _cleaned(getattr(value, part.name), _joined(field, part.name))
            for part in fields(value)
        }
        return replace(value, **changes)
    if isinstance(value, (tuple, list)):
        return tuple(_cleaned(item, f"{field}[{index}]") for index, item in enumerate(value, 1))
    raise TypeError(f"{field}: {type(value).__name__} cannot stand on a page")


def _joined(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _place(text: str, character: str, field: str) -> Place:
    return Place(field, text.index(character) + 1)
