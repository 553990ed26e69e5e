"""Match the item that an export names with the admission list, without guessing.

Tried in turn: the code; the name; the name without blanks, brackets and width; the name without
its bracketed part where that is clear; a known synonym; code and name, or class and name, in one
cell. What is only similar is refused and shown with its nearest items.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import StringIO

from desktop.exchange.headers import loose

SYNONYMS: dict[str, str] = {
    "家庭纠纷": "婚姻家庭纠纷",
    "物业纠纷": "小区物业管理纠纷",
    "物业管理纠纷": "小区物业管理纠纷",
    "欠薪讨薪": "劳资纠纷(欠薪讨薪)",
    "征地拆迁纠纷": "征地拆迁安置纠纷",
    "消费纠纷": "消费维权纠纷",
    "消防安全隐患": "消防通道和消防设施隐患",
    "出租房安全隐患": "居住出租房安全隐患",
    "企业安全隐患": "企业安全生产隐患",
    "市容环卫问题": "市容环境卫生问题",
    "违章建筑线索": "违法建筑线索",
    "噪音扰民": "噪声扰民",
    "油烟扰民": "餐饮油烟扰民",
    "垃圾分类问题": "垃圾分类投放问题",
    "露天焚烧": "秸秆垃圾露天焚烧",
    "无证无照": "无证无照经营",
}
"""Older names of the same items; a street adds its own."""

_NOTE = re.compile(r"\([^()]*\)")
_JOINTS = re.compile(r"[\s/\\>|:、-]+")
_SHORTEST_BASE = 3


@dataclass(frozen=True)
class ListedItem:
    """One item of the admission list, as far as matching needs it."""

    code: str
    name: str
    class_name: str = ""


class ItemList:
    """The admission list, ready to be asked."""

    def __init__(self, items: Iterable[ListedItem], synonyms: Mapping[str, str] = SYNONYMS) -> None:
        self._items = tuple(items)
        self._classes = frozenset(loose(item.class_name) for item in self._items)
        self._known = self._keys(synonyms)
        self._asked: dict[str, ListedItem | None] = {}

    @classmethod
    def from_csv(cls, text: str) -> ItemList:
        """Return the list that a seed file with ``code``, ``class`` and ``item`` holds."""
        rows = csv.DictReader(StringIO(text.lstrip("\ufeff")))
        return cls(ListedItem(row["code"], row["item"], row["class"]) for row in rows)

    def match(self, text: str) -> ListedItem | None:
        """Return the item that a cell means, or None if it is not on the list."""
        if text not in self._asked:
            self._asked[text] = self._match(text)
        return self._asked[text]

    def nearest_items(self, text: str, count: int = 3) -> tuple[ListedItem, ...]:
        """Return the items that share most with the text, the nearest first."""
        wanted = loose(text)
        rated = [(_likeness(wanted, loose(item.name)), item) for item in self._items]
        found = sorted((pair for pair in rated if pair[0] > 0), key=lambda pair: -pair[0])
        return tuple(item for _, item in found[:count])

    def _match(self, text: str) -> ListedItem | None:
        """Try the whole cell, then its parts."""
        whole = self._known.get(loose(text))
        if whole is not None:
            return whole
        parts = [loose(part) for part in _JOINTS.split(unicodedata.normalize("NFKC", text))]
        named = [part for part in parts if part and part not in self._classes]
        found = {self._known.get(part) for part in named}
        return found.pop() if len(found) == 1 else None

    def _keys(self, synonyms: Mapping[str, str]) -> dict[str, ListedItem]:
        """Return every spelling that means exactly one item."""
        keys: dict[str, ListedItem] = {}
        bases = Counter(_base(item.name) for item in self._items)
        for item in self._items:
            base = _base(item.name)
            if bases[base] == 1 and len(base) >= _SHORTEST_BASE:
                keys[base] = item
        names = {loose(item.name): item for item in self._items}
        for other, name in synonyms.items():
            if loose(name) in names:
                keys[loose(other)] = names[loose(name)]
        return keys | names | {loose(item.code): item for item in self._items}


def _base(name: str) -> str:
    """Return a name without its bracketed part."""
    return loose(_NOTE.sub("", unicodedata.normalize("NFKC", name)))


def _likeness(one: str, other: str) -> float:
    """Return how much two names share: pairs of signs first, order of signs second."""
    pairs, others = _pairs(one), _pairs(other)
    shared = sum((pairs & others).values())
    if not shared and not set(one) & set(other):
        return 0.0
    total = sum(pairs.values()) + sum(others.values())
    dice = 2 * shared / total if total else 0.0
    return dice + SequenceMatcher(None, one, other).ratio() / 10


def _pairs(text: str) -> Counter[str]:
    """Return the overlapping pairs of signs of a text."""
    return Counter(text[place : place + 2] for place in range(len(text) - 1))
