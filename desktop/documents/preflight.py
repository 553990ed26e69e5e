"""Look through the contents before a page is begun: every character needs a glyph."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from desktop.documents.clean import clean
from desktop.documents.errors import MissingGlyph, Place
from desktop.documents.fonts import Fonts
from desktop.documents.lines import GLUE

ContentsT = TypeVar("ContentsT")


def prepare(contents: ContentsT, fonts: Fonts, *, draft: bool) -> ContentsT:
    """Return the contents in normal form; refuse what has no glyph unless it is a draft."""
    cleaned = clean(contents)
    if not draft:
        for missing in missing_glyphs(cleaned, fonts):
            raise missing
    return cleaned


def missing_glyphs(contents: object, fonts: Fonts) -> Iterator[MissingGlyph]:
    """Yield every character without a glyph, with its field and its position in it."""
    for field, text in _texts(contents, ""):
        missing = {
            character
            for character in set(text)
            if character not in GLUE + "\n" and not fonts.can_draw("fangsong", character)
        }
        if missing:
            for position, character in enumerate(text, 1):
                if character in missing:
                    yield MissingGlyph(character, Place(field, position))


def _texts(value: object, field: str) -> Iterator[tuple[str, str]]:
    """Yield every text of the contents with the name of its field, in reading order."""
    if isinstance(value, str):
        yield field, value
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            name = f"{field}.{part.name}" if field else part.name
            yield from _texts(getattr(value, part.name), name)
    elif isinstance(value, (tuple, list)):
        for index, item in enumerate(value, 1):
            yield from _texts(item, f"{field}[{index}]")
