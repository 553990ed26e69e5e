"""Text hygiene at the door: what is refused, what is mended (reliability.md F42).

Refused: NUL and other controls, lone surrogates, noncharacters, heaps of combining marks, too long.
Mended: line ends, a byte order mark; in one-line fields also blanks, direction marks, zero width.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from db.errors import RuleError

TITLE_LEAST = 2
TITLE_MOST = 50
CONTENT_MOST = 2000
NAME_MOST = 50
PHONE_MOST = 40
FILE_NAME_MOST = 120
MARKS_IN_A_ROW = 8

_BOM = "\ufeff"
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Marks of direction, zero width, tags: they make one text look like another.
_DECEIVING = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n?|\u0085|\u2028|\u2029")
_DASHES = str.maketrans({sign: "-" for sign in "‐‑‒–—―−－"})
_PHONE = re.compile(r"[0-9+\-()*#,;/、转 ]*")
_PATH_SIGNS = re.compile(r'[\\/:*?"<>|\t\n]')


class CheckError(RuleError):
    """A text cannot be taken as it is; ``field`` names where it was typed."""

    def __init__(self, code: str, field: str, **facts: Any) -> None:
        super().__init__(code, field=field, **facts)
        self.field = field


def clean_title(text: str, field: str = "title") -> str:
    """Return a title of one line, 2 to 50 characters."""
    return _within(_one_line(text, field), field, TITLE_MOST, TITLE_LEAST)


def clean_text(text: str, field: str = "content", *, limit: int = CONTENT_MOST) -> str:
    """Return a text of many lines; marks of direction and joiners stay as they were typed."""
    text = _LINE_END.sub("\n", _storable(text, field).replace(_BOM, ""))
    lines = (line.rstrip() for line in text.split("\n"))
    return _within("\n".join(lines).strip(), field, limit, 0)


def clean_name(text: str, field: str = "name", *, limit: int = NAME_MOST) -> str:
    """Return a name or another short text of one line; it may be empty."""
    return _within(_one_line(text, field), field, limit, 0)


def clean_phone(text: str, field: str = "phone") -> str:
    """Return a telephone number in ASCII digits; several may stand side by side; may be empty."""
    phone = unicodedata.normalize("NFKC", _one_line(text, field)).translate(_DASHES)
    phone = " ".join(phone.split())
    if not _PHONE.fullmatch(phone):
        raise CheckError("phone_with_other_signs", field, sign=_PHONE.sub("", phone)[:1])
    if phone and not any(sign.isdigit() for sign in phone):
        raise CheckError("phone_without_digits", field)
    return _within(phone, field, PHONE_MOST, 0)


def clean_file_name(text: str, field: str = "file_name") -> str:
    """Return a file name without folders and without signs that a file system refuses."""
    name = _PATH_SIGNS.split(_one_line(re.sub(r"[\\/]", "\n", text).split("\n")[-1], field))
    return _within("_".join(name).strip(" ."), field, FILE_NAME_MOST, 1)


def _one_line(text: str, field: str) -> str:
    text = _LINE_END.sub(" ", _storable(text, field))
    return " ".join(_DECEIVING.sub("", text).split())


def _storable(text: str, field: str) -> str:
    """Refuse what one of the databases or a PDF cannot hold."""
    if "\0" in text:
        raise CheckError("text_with_nul", field, position=text.index("\0") + 1)
    for code, pattern in (("text_with_surrogate", _SURROGATE), ("text_with_control", _CONTROL)):
        found = pattern.search(text)
        if found:
            point = f"U+{ord(found.group()):04X}"
            raise CheckError(code, field, position=found.start() + 1, sign=point)
    marks = 0
    for position, sign in enumerate(text, start=1):
        kind = unicodedata.category(sign)
        if kind == "Cn" and _is_noncharacter(ord(sign)):
            facts = {"position": position, "sign": f"U+{ord(sign):04X}"}
            raise CheckError("text_with_noncharacter", field, **facts)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > MARKS_IN_A_ROW:
            raise CheckError("text_with_many_marks", field, position=position, most=MARKS_IN_A_ROW)
    return text


def _is_noncharacter(point: int) -> bool:
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF


def _within(text: str, field: str, most: int, least: int) -> str:
    if len(text) > most:
        raise CheckError("text_too_long", field, length=len(text), most=most)
    if len(text) < least:
        raise CheckError("text_too_short", field, length=len(text), least=least)
    return text
