"""Read the bundled seed files and make the plan of a new street from them."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

from db.rules.pinyin import full, initials
from db.rules.place_names import short_community
from db.rules.terms import Platform, UnitKind, Urgency
from db.seed import FirstAccount, ItemSeed, StreetPlan, SuggestionSeed, UnitSeed

PLATFORM_NAMES = {
    Platform.SECURITY.value: "综治工作",
    Platform.MARKET.value: "市场监管",
    Platform.ENFORCEMENT.value: "综合执法",
    Platform.SERVICE.value: "便民服务",
}
_URGENCIES = {"一般": Urgency.NORMAL, "紧急": Urgency.URGENT, "重大": Urgency.MAJOR}


def street_plan(
    name: str,
    first_account: FirstAccount,
    *,
    divisions: Path | None = None,
    grids: int = 0,
) -> StreetPlan:
    """Return the plan of a street: units, its villages, ``grids`` grids spread over them, items.

    :param divisions: a CSV with street_code, street, community_code, community; without it the
        bundled divisions of 龙湾区 are used.
    :raises ValueError: the divisions file lacks its columns.
    """
    rows = _rows("longwan_divisions.csv") if divisions is None else _file_rows(divisions)
    own = [row for row in rows if row["street"] == name]
    units = [
        UnitSeed(
            UnitKind(row["kind"]), row["code"], row["name"], row["short_name"], row["department"]
        )
        for row in _rows("units.csv")
    ]
    communities = [
        UnitSeed(UnitKind.COMMUNITY, row["community_code"], row["community"]) for row in own
    ]
    letters = initials(name)[:2].upper()
    return StreetPlan(
        code=own[0]["street_code"] if own else "000000000",
        name=name,
        letters=letters,
        organ_code=f"龙{name[0]}督",
        district_name="龙湾区",
        room_name=f"{name}综合信息指挥室",
        units=[*units, *communities, *_grids(communities, grids)],
        items=item_seeds(),
        platforms=PLATFORM_NAMES,
        first_account=first_account,
        suggestions=suggestion_seeds(),
    )


def known_streets() -> list[tuple[str, str, str]]:
    """Return the bundled streets with pinyin initials and full pinyin."""
    names = dict.fromkeys(row["street"] for row in _rows("longwan_divisions.csv"))
    return [(name, initials(name), full(name)) for name in names]


def item_seeds() -> list[ItemSeed]:
    """Return the 61 items of the admission list with their units (domain.md §2.2)."""
    platforms = {name: code for code, name in PLATFORM_NAMES.items()}
    leads = {row["code"]: row for row in _rows("item_units.csv")}
    return [
        ItemSeed(
            code=row["code"],
            class_name=row["class"],
            name=row["item"],
            platform=platforms[row["platform"]],
            limit_hours=int(row["deadline_hours"]),
            urgency=int(_URGENCIES[row["level_hint"]]),
            initials=row["pinyin"],
            lead_code=leads[row["code"]]["lead"],
            assist_codes=leads[row["code"]]["assist"],
        )
        for row in _rows("items61.csv")
    ]


def suggestion_seeds() -> list[SuggestionSeed]:
    """Return the words that speak for each of the 61 items, one rule a word."""
    return [
        SuggestionSeed(row["code"], word)
        for row in _rows("item_words.csv")
        for word in dict.fromkeys(row["words"].split())
    ]


def grid_name(community: str, nth: int) -> str:
    """Return the name of a community's n-th grid: 永上居委会, 4 → 永上社区04网格."""
    return f"{short_community(community)}{nth:02d}网格"


def _grids(communities: list[UnitSeed], count: int) -> list[UnitSeed]:
    made: list[UnitSeed] = []
    for index in range(count if communities else 0):
        home = communities[index % len(communities)]
        nth = index // len(communities) + 1
        made.append(
            UnitSeed(
                UnitKind.GRID,
                f"{home.code}{nth:02d}",
                grid_name(home.name, nth),
                parent_code=home.code,
            )
        )
    return made


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("resources.seed") / name).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def _file_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    needed = {"street_code", "street", "community_code", "community"}
    if not rows or not needed <= rows[0].keys():
        raise ValueError(f"{path.name}: {', '.join(sorted(needed))}")
    return rows
