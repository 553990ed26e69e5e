"""Why a page cannot be made, as codes and facts; sentences are made by `desktop/texts.py`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Where a character stands: the field of the contents and the character in it, from 1."""

    field: str = ""
    position: int = 0

    def __str__(self) -> str:
        """Return field and position, for logs."""
        return f"{self.field}#{self.position}"


class DocumentError(Exception):
    """A page cannot be made; nothing was written.

    Codes: `missing_glyph`, `private_character`, `broken_character`, `paper_text_too_long`,
    `line_too_long`, `paper_text_empty`, `too_many_pages`, `row_width`, `font_missing`,
    `font_damaged`, `font_folder`, `font_substitute`, `reportlab_version`, `pdf_unreadable`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts."""
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """Return the code and the facts, for logs only."""
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}({facts})"


class CharacterError(DocumentError):
    """One character cannot be printed.

    Facts: `character`, `code_point` (as U+4E00), `field`, `position` (from 1).
    """

    def __init__(self, code: str, character: str, place: Place) -> None:
        """Name the character and its place."""
        self.character = character
        self.place = place
        super().__init__(
            code,
            character=character,
            code_point=f"U+{ord(character):04X}",
            field=place.field,
            position=place.position,
        )


class MissingGlyph(CharacterError):
    """No font at hand has the character."""

    def __init__(self, character: str, place: Place) -> None:
        """Name the character and its place."""
        super().__init__("missing_glyph", character, place)


class TooLong(DocumentError):
    """More text than the paper may take. Facts: `field` and `limit`, or `pages` and `limit`."""


class FontError(DocumentError):
    """A font is missing or damaged. Facts: `path`, `role`, or the `face` a substitute is for."""
