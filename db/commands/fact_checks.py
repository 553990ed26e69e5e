"""What is looked at in the facts of a case: its place, its numbers, a title from its content."""

from __future__ import annotations

from typing import Any

from db.case_record import CaseRecord
from db.errors import RuleError
from db.rules.checks import CONTENT_MOST, TITLE_LEAST, TITLE_MOST, clean_name
from db.rules.terms import UnitKind
from db.work import Work

RANGES: dict[str, tuple[int, int]] = {
    "longitude": (-180, 180),
    "latitude": (-90, 90),
    "people_count": (0, 1_000_000),
}


def title_from(content: str) -> str:
    """Return the first sentence of the content, cut to a title's length."""
    first = content
    for mark in "。！？；\n":
        first = first.split(mark)[0]
    # A cry such as 急！ is no title yet.
    title = first if len(first.strip()) >= TITLE_LEAST else content
    return clean_name(title, field="title", limit=CONTENT_MOST)[:TITLE_MOST]


def checked_place(work: Work, community_id: int | None, grid_id: int | None) -> dict[str, Any]:
    """Return community and grid of this street that belong together.

    :raises RuleError: ``place_unknown``.
    """
    if grid_id is None:
        if community_id is None or work.unit_row(community_id)["kind"] != UnitKind.COMMUNITY:
            raise RuleError("place_unknown", community=community_id)
        return {"community_id": community_id, "grid_id": None}
    grid = work.unit_row(grid_id)
    if grid["kind"] != UnitKind.GRID or community_id not in (None, grid["parent_id"]):
        raise RuleError("place_unknown", grid=grid_id)
    return {"community_id": grid["parent_id"], "grid_id": grid["id"]}


def amended_place(work: Work, case: CaseRecord, changes: dict[str, Any]) -> dict[str, Any]:
    """Return the place after an amendment; a new grid brings its community with it."""
    grid_id = changes.get("grid_id", case["grid_id"])
    community_id = changes.get("community_id")
    if community_id is None and grid_id is None and "community_id" not in changes:
        community_id = case["community_id"]
    return checked_place(work, community_id, grid_id)


def refuse_out_of_range(name: str, value: Any) -> None:
    """Refuse a number that no place and no crowd has.

    :raises RuleError: ``not_consistent``.
    """
    least, most = RANGES.get(name, (None, None))
    if value is not None and least is not None and not least <= value <= most:
        raise RuleError("not_consistent", field=name)
