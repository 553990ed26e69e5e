"""What is shown of private data where the right to see it is missing (domain.md §8).

Whatever the input, no more is shown than: of a name its first character, of a mobile number
three and four digits, of another number at most the last four, of an identity number four and four.
"""

from __future__ import annotations

import re
import unicodedata

_STARS = "****"
_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_IDENTITY = re.compile(r"\d{17}[\dX]|\d{15}", re.ASCII)
_SEVERAL = re.compile(r"[/,，、;；|\n]+|(?<=\d{7})\s+(?=1[3-9]\d{9})")
_MANY_DIGITS = 8
_ADDRESS_SHOWN = 8

# A run of at least seven digits, perhaps grouped by one blank or dash. Case numbers and dates look
# like it and are no secret.
_NUMBER = re.compile(
    r"(?P<open>(?<![A-Za-z])[A-Z]{2,4}[WRHJDS]20\d{10,}(?!\d)"
    r"|(?<!\d)20\d\d[-/.][01]?\d[-/.][0-3]?\d(?!\d))"
    r"|(?P<number>\d(?:[ \-–—]?\d){6,}[xX]?)"
)


def mask_name(name: str) -> str:
    """Return the first character and two stars: 张**; the length is not told."""
    name = _plain(name)
    if not name:
        return ""
    is_shown = len(name) > 1 and unicodedata.category(name[0]).startswith("L")
    return f"{name[0]}**" if is_shown else "**"


def mask_phone(phone: str) -> str:
    """Return 138****0000; of a number that is no mobile at most the last four digits."""
    phone = _plain(phone)
    return "、".join(_mask_one_phone(part) for part in _SEVERAL.split(phone) if part.strip())


def mask_id(number: str) -> str:
    """Return 3303********1234; of what is no identity number nothing."""
    number = re.sub(r"[\s\-]", "", _plain(number)).upper()
    if not number:
        return ""
    if not _IDENTITY.fullmatch(number):
        return _STARS * 2
    return f"{number[:4]}{_STARS * 2}{number[-4:]}"


def mask_address(address: str) -> str:
    """Return the beginning of an address up to its first number, and at most half of it."""
    address = _plain(address)
    if not address:
        return ""
    number = next((i for i, sign in enumerate(address) if sign.isnumeric()), len(address))
    return address[: min(number, _ADDRESS_SHOWN, len(address) // 2)] + "***"


def mask_text(text: str) -> str:
    """Return a text in which telephone and identity numbers are masked."""
    return _NUMBER.sub(_masked_number, text)


def _masked_number(found: re.Match[str]) -> str:
    if found["open"]:
        return found["open"]
    digits = re.sub(r"[^\dX]", "", unicodedata.normalize("NFKC", found["number"]).upper())
    return mask_id(digits) if _IDENTITY.fullmatch(digits) else _mask_one_phone(digits)


def _mask_one_phone(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdecimal())
    for prefix in ("0086", "86"):
        if _MOBILE.fullmatch(digits.removeprefix(prefix)):
            digits = digits.removeprefix(prefix)
    if _MOBILE.fullmatch(digits):
        return f"{digits[:3]}{_STARS}{digits[-4:]}"
    return _STARS + digits[-4:] if len(digits) >= _MANY_DIGITS else _STARS


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
