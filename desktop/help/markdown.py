"""Our small Markdown as the rich text of Qt, in the colours and sizes of the theme.

It knows headings, paragraphs, lists, tables, **bold**, `keys`, [links](page), names of buttons
in 「…」 or “…”, and {tone:words}, which look like the chips of the screens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from desktop.theme import Theme

_INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*"
    r"|`(?P<key>[^`]+)`"
    r"|\[(?P<words>[^\]]+)\]\((?P<page>[a-z_]+)\)"
    r"|\{(?P<tone>[a-z]+):(?P<chip>[^}]+)\}"
    r"|(?P<button>「[^」]+」|“[^”]+”)"
)
_LIST = re.compile(r"(?:-|(\d+)\.)\s+(.*)")
_HARD = "\N{NO-BREAK SPACE}"


def html_of(text: str, theme: Theme) -> str:
    """Return a page as rich text; everything in it was written by us, and is escaped anyway."""
    body = "".join(_blocks(text.splitlines(), theme))
    ink, font = theme.colour("text").name(), theme.px(15)
    return f'<div style="color:{ink}; font-size:{font}px; line-height:155%">{body}</div>'


def _blocks(lines: list[str], theme: Theme) -> Iterator[str]:
    place = 0
    while place < len(lines):
        line = lines[place].strip()
        end = place + 1
        if line.startswith("#"):
            yield _heading(line, theme)
        elif line.startswith("|"):
            end = _end(lines, place, "|")
            yield _table([one.strip() for one in lines[place:end]], theme)
        elif _LIST.match(line):
            while end < len(lines) and _LIST.match(lines[end].strip()):
                end += 1
            yield _list([one.strip() for one in lines[place:end]], theme)
        elif line:
            yield f'<p style="margin:0 0 10px 0">{_inline(line, theme)}</p>'
        place = end


def _end(lines: list[str], place: int, start: str) -> int:
    while place < len(lines) and lines[place].strip().startswith(start):
        place += 1
    return place


def _heading(line: str, theme: Theme) -> str:
    marks, _, words = line.partition(" ")
    first = len(marks) == 1
    size, above = (theme.px(24), 0) if first else (theme.px(17), 22)
    ink = theme.colour("text" if first else "brand").name()
    style = f"font-size:{size}px; font-weight:700; color:{ink}; margin:{above}px 0 8px 0"
    return f'<p style="{style}">{_inline(words, theme)}</p>'


def _list(lines: list[str], theme: Theme) -> str:
    numbered = lines[0][0].isdigit()
    items = "".join(
        f'<li style="margin:0 0 5px 0">{_inline(match[2], theme)}</li>'
        for match in map(_LIST.match, lines)
        if match is not None
    )
    tag = "ol" if numbered else "ul"
    return f'<{tag} style="margin:0 0 10px 0; -qt-list-indent:1">{items}</{tag}>'


def _table(lines: list[str], theme: Theme) -> str:
    """Return a table; its first line is the head, the second only parts them."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    line, head = theme.colour("border").name(), theme.colour("surface2").name()
    made = []
    for place, row in enumerate(rows):
        if place == 1:
            continue
        ground = f' bgcolor="{head}"' if place == 0 else ""
        weight = "font-weight:700" if place == 0 else ""
        cells = "".join(
            f'<td{ground} style="{weight}"{_width(column, row)}>{_inline(cell, theme)}</td>'
            for column, cell in enumerate(row)
        )
        made.append(f"<tr>{cells}</tr>")
    look = f'border="1" style="border-collapse:collapse; border-style:solid; border-color:{line}"'
    return f'<table width="100%" cellpadding="7" {look}>{"".join(made)}</table><p></p>'


def _width(column: int, row: list[str]) -> str:
    return ' width="30%"' if column == 0 and len(row) > 1 else ""


def _inline(words: str, theme: Theme) -> str:
    parts, place = [], 0
    for match in _INLINE.finditer(words):
        parts.append(escape(words[place : match.start()]))
        parts.append(_piece(match, theme))
        place = match.end()
    return "".join(parts) + escape(words[place:])


def _piece(match: re.Match[str], theme: Theme) -> str:
    if match["bold"]:
        return f"<b>{_inline(match['bold'], theme)}</b>"
    if match["key"]:
        return _capped(match["key"], "text2", "hover", theme, theme.px(13))
    if match["page"]:
        ink = theme.colour("brand").name()
        words = escape(match["words"])
        return f'<a href="{match["page"]}" style="color:{ink}; text-decoration:none">{words}</a>'
    if match["tone"]:
        tone = theme.tokens.tone(match["tone"])
        return _capped(match["chip"], tone.fg, tone.bg, theme, theme.px(14))
    return f"<b>{escape(match['button'])}</b>"


def _capped(words: str, ink: str, ground: str, theme: Theme, size: int) -> str:
    """Return words on a ground of their own, that no line break parts."""
    whole = _HARD + escape(words).replace(" ", _HARD) + _HARD
    colours = f"color:{theme.colour(ink).name()}; background-color:{theme.colour(ground).name()}"
    return f'<span style="{colours}; font-size:{size}px; font-weight:600">{whole}</span>'
