"""A place under the names that lists and maps give it: 永上居委会, 永上社区, 永上."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from db.rules.grams import normalise

_COMMUNITY_ENDINGS = (  # data
    "社区居民委员会", "社区居委会", "居民委员会", "村民委员会", "社区村委会", "居委会", "村委会",
    "社区", "村",
)  # fmt: skip
_COMMITTEES = (("居委会", "社区"), ("村委会", "村"))
_SHORTEST_BASE = 2
_BLANKS = re.compile(r"[\s()·.,、-]+")


def base_name(name: str) -> str:
    """Return a community's name without what kind of committee it has."""
    for ending in _COMMUNITY_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_BASE:
            return name.removesuffix(ending)
    return name


def folded_name(name: str) -> str:
    """Return a name without width, case, blanks and signs, by which two spellings are one."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name)).casefold()


def short_community(name: str) -> str:
    """Return a community's name without its committee: 永上居委会 → 永上社区."""
    for ending, kind in _COMMITTEES:
        if name.endswith(ending):
            return name.removesuffix(ending) + kind
    return name


def short_grid(name: str, community: str) -> str:
    """Return a grid's name without that of its community: 永上社区01网格 → 01网格."""
    rest = name.removeprefix(base_name(community))
    for _, kind in _COMMITTEES:
        rest = rest.removeprefix(kind)
    return rest or name


def place_in(text: str, names: Iterable[tuple[int, str]]) -> int | None:
    """Return the id of the village, community or grid that a text names, the longest name first."""
    told = normalise(text)
    known = sorted(((_stem(name), id_) for id_, name in names), key=lambda one: -len(one[0]))
    return next((id_ for stem, id_ in known if len(stem) > 1 and stem in told), None)


def _stem(name: str) -> str:
    """Return a name as people say it: without the office that is at home there."""
    for ending in ("居委会", "村委会", "社区"):  # data
        name = name.removesuffix(ending)
    return normalise(name)
