"""The kinds of cases that occur on the demo street, with their seasons."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib.resources import files
from random import Random

IN_SEASON = 3
"""How many times likelier a case is in its months."""


@dataclass(frozen=True)
class Template:
    """A kind of case that occurs on the street."""

    item_code: str
    title: str
    content: str
    weight: int
    months: tuple[int, ...]


def load_templates() -> list[Template]:
    """Return the templates of the seed file."""
    text = (files("resources.seed") / "demo_cases.csv").read_text(encoding="utf-8")
    return [
        Template(
            row["item"],
            row["title"],
            row["content"],
            int(row["weight"]),
            tuple(int(month) for month in row["months"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    ]


def choose(templates: list[Template], month: int, random: Random) -> Template:
    """Choose what happens in a month."""
    weights = [one.weight * (IN_SEASON if month in one.months else 1) for one in templates]
    return random.choices(templates, weights)[0]
