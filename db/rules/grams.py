"""Search by fragments: one tokeniser for the index and for the query (database.md §1).

A text becomes a set of grams: every Chinese character, every pair of neighbours of which one is
Chinese, and of each Latin-digit run the whole and its three-character pieces. A query becomes the
grams that every text containing it must hold. The index is asked for all of them; what it finds is
checked again with :func:`matches`, so the answer is exact substring search.

A fragment of one or two Latin characters or digits that touches no Chinese character (``a``,
``36``) has no gram unless other characters enclose it: :func:`query_grams` is then empty for it
and the caller must narrow by other means (newest rows) before the check.

A gram is made of ``a-z``, ``0-9`` and Han characters only, so it can be quoted for FTS5 as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

HAN = (
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
)
"""The Chinese characters, as a class of a regular expression on every engine."""
_RUN = re.compile(f"[{HAN}a-z0-9]+")
_LATIN = re.compile("[a-z0-9]+")

# Invisible characters would part what looks joined; controls and lone surrogates cannot be stored.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_UNSTORABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

LONGEST_WHOLE = 64
PIECE = 3


def normalise(text: str) -> str:
    """Return the text as it is searched: width, case, invisible and blank characters levelled."""
    seen = _UNSTORABLE.sub(" ", _INVISIBLE.sub("", text))
    while True:
        level = unicodedata.normalize("NFKC", seen.casefold())
        level = _INVISIBLE.sub("", unicodedata.normalize("NFKC", level.casefold()))
        if level == seen:
            return " ".join(level.split())
        seen = level


def grams(text: str) -> tuple[str, ...]:
    """Return the grams of a text, each once, in the order met."""
    return tuple(dict.fromkeys(_all_grams(normalise(text))))


def query_grams(text: str) -> tuple[str, ...]:
    """Return the grams that every text holding all words of the query must have.

    Empty when the index cannot narrow the search (nothing typed, one or two Latin characters,
    or signs only).
    """
    return tuple(dict.fromkeys(gram for word in words(text) for gram in _word_grams(word)))


def words(query: str) -> tuple[str, ...]:
    """Return the words of a query; each must occur somewhere in the text."""
    return tuple(dict.fromkeys(normalise(query).split()))


def matches(search_text: str, query: str) -> bool:
    """Say whether a normalised text contains every word of the query."""
    return all(word in search_text for word in words(query))


def spans(text: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a query stand in a text as it is shown, each (start, end)."""
    wanted = words(query)
    if not wanted or not text:
        return ()
    level, places = _levelled(text)
    found: list[tuple[int, int]] = []
    for word in wanted:
        start = level.find(word)
        while start >= 0:
            end = start + len(word)
            found.append((places[start], places[end - 1] + 1))
            start = level.find(word, end)
    return _joined(found)


def _levelled(text: str) -> tuple[str, list[int]]:
    """Return the text as it is searched, and for each character which one of the text it was."""
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        level = " " if character.isspace() else normalise(character)
        parts.append(level)
        places.extend([place] * len(level))
    return "".join(parts), places


def _joined(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return these spans from the left, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def like_patterns(query: str) -> tuple[str, ...]:
    r"""Return the LIKE pattern of each word, to be used with ``ESCAPE '\'``."""
    return tuple(f"%{_escaped(word)}%" for word in words(query))


def _all_grams(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if not run.isascii():
            # Written out: each registration passes here with every character that it has.
            yield from [a + b for a, b in pairwise(run) if a >= "\x80" or b >= "\x80"]
            yield from [character for character in run if character >= "\x80"]
        for part in _LATIN.findall(run):
            yield from _whole(part)
            yield from _pieces(part)


def _word_grams(word: str) -> Iterator[str]:
    """Yield what a text with this word must have, leaving out what another gram implies."""
    for run in _RUN.findall(word):
        if len(run) == 1 and not _is_latin(run):
            yield run
        for left, right in pairwise(run):
            if not (_is_latin(left) and _is_latin(right)):
                yield left + right
    for found in _LATIN.finditer(word):
        # Enclosed by other characters the run is the same in the text; at an edge it may go on.
        is_enclosed = found.start() > 0 and found.end() < len(word)
        if is_enclosed and len(found.group()) <= LONGEST_WHOLE:
            yield found.group()
        else:
            yield from _pieces(found.group())


def _whole(part: str) -> tuple[str, ...]:
    return (part,) if len(part) <= LONGEST_WHOLE else ()


def _pieces(part: str) -> Iterator[str]:
    return (part[i : i + PIECE] for i in range(len(part) - PIECE + 1))


def _is_latin(character: str) -> bool:
    return character < "\x80"


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
