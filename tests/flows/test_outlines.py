"""Outlines of grids and communities: what is taken, what is refused and why, what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from db.commands.outlines import ImportOutlines
from db.errors import NotAllowed, RuleError
from db.feed import read_on
from db.model.audit import audit
from db.model.outline import unit_outline
from db.queries.outlines import judged_outlines, located_cases, outlines
from db.queries.page import CaseFilter
from db.rules.coordinates import CoordinateSystem, shifted, unshifted
from db.rules.outlines import (
    MOST_FEATURES,
    MOST_POINTS,
    OutlineFault,
    OutlineFeature,
    OutlineNote,
    crosses_itself,
    judge,
)
from db.rules.terms import Light
from db.verify import verify
from desktop.exchange.faults import ExchangeError
from desktop.exchange.geojson import MAX_FILE_BYTES, read_geojson
from tests.story import Story

GRID = "33030300100401"
COMMUNITY = "330303001004"
WEST, SOUTH = 120.80, 27.90


def square(west: float = WEST, south: float = SOUTH, side: float = 0.01) -> list[list[float]]:
    """Return a closed ring."""
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings) or [square()]}


def feature(geometry: Any = None, code: str = GRID, name: str = "") -> OutlineFeature:
    return OutlineFeature(code=code, name=name, geometry=geometry or polygon())


def bring(story: Story, *features: OutlineFeature, **more: Any) -> dict[str, Any]:
    """Import outlines as the director."""
    given = {"source": "测试图", **more}
    return story.do(ImportOutlines(features=features, **given), by="director")


def refusal(story: Story, wrong: OutlineFeature) -> OutlineFault:
    """Return why a feature is refused; a good one beside it is taken."""
    judged = story.ask(
        judged_outlines, (wrong, feature(code=COMMUNITY)), CoordinateSystem.WGS84, by="director"
    )
    assert [one.unit.code for one in judged.taken] == [COMMUNITY]
    (refused,) = judged.refused
    return refused.fault


def test_outlines_are_found_by_code_and_by_any_form_of_the_name(story: Story) -> None:
    done = bring(
        story,
        feature(),
        feature(polygon(square(120.9)), code="", name="永上社区"),
        feature(polygon(square(121.0)), code="", name="永上社区02网格"),
    )
    assert (done["taken"], done["refused"]) == (3, [])
    seen = {row.unit_id: row for row in story.ask(outlines)}
    assert set(seen) == {story.unit(GRID), story.unit(COMMUNITY), story.unit("33030300100402")}
    row = seen[story.unit(GRID)]
    assert row.parts == (((*map(tuple, square()),),),)
    assert (row.points, row.source, row.imported_by) == (5, "测试图", "主任甲")
    assert not verify(story.database)


def test_an_island_and_a_hole_are_kept(story: Story) -> None:
    hole = square(120.802, 27.902, 0.002)
    geometry = {"type": "MultiPolygon", "coordinates": [[square(), hole], [square(120.9)]]}
    bring(story, feature(geometry))
    (row,) = story.ask(outlines)
    assert [len(part) for part in row.parts] == [2, 1] and row.points == 15


def test_a_second_file_replaces_only_what_it_names(story: Story) -> None:
    bring(story, feature(), feature(code=COMMUNITY))
    bring(story, feature(polygon(square(121.0))), source="新图")
    rows = {row.unit_id: row for row in story.ask(outlines)}
    assert rows[story.unit(GRID)].source == "新图"
    assert rows[story.unit(GRID)].parts[0][0][0][0] == 121.0
    assert rows[story.unit(COMMUNITY)].source == "测试图"


def test_a_whole_street_drawn_anew_leaves_nothing_of_the_old(story: Story) -> None:
    bring(story, feature(), feature(code=COMMUNITY), is_invented=True)
    done = bring(story, feature(), replaces_all=True)
    assert done["removed"] == 1
    (row,) = story.ask(outlines)
    assert row.unit_id == story.unit(GRID) and not row.is_invented


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (feature(code="", name=""), OutlineFault.UNIT_NOT_NAMED),
        (feature(code="", name="蓬莱网格"), OutlineFault.UNIT_UNKNOWN),
        (feature(code="", name="司法所"), OutlineFault.UNIT_NOT_A_PLACE),
        (feature(code=COMMUNITY), OutlineFault.UNIT_TWICE),
        (feature({"type": "Point", "coordinates": [120.8, 27.9]}), OutlineFault.NO_POLYGON),
        (feature({"type": "Polygon", "coordinates": []}), OutlineFault.NO_POLYGON),
        (feature("many words"), OutlineFault.NO_POLYGON),
        (feature(polygon([*square()[:-1], ["a", "b"]])), OutlineFault.NUMBERS_BAD),
        (feature(polygon([*square()[:-1], [float("nan"), 1]])), OutlineFault.NUMBERS_BAD),
        (feature(polygon([[10**400, 1]] * 5)), OutlineFault.NUMBERS_BAD),
        (feature(polygon(7)), OutlineFault.NUMBERS_BAD),
        (feature(polygon([*square()[:2], square()[0]])), OutlineFault.RING_SHORT),
        (feature(polygon(square()[:-1])), OutlineFault.RING_OPEN),
        (feature(polygon([[120.8, 27.9]] * 5)), OutlineFault.RING_FLAT),
        (feature(polygon([p[::-1] for p in square()])), OutlineFault.LATITUDE_FIRST),
        (feature(polygon(square(-74.0, 40.7))), OutlineFault.OUTSIDE_CHINA),
        (feature(polygon([[120.8, 27.9]] * (MOST_POINTS + 1))), OutlineFault.TOO_MANY_POINTS),
    ],
)  # fmt: skip
def test_a_feature_that_cannot_be_drawn_is_refused_with_its_reason(
    story: Story, wrong: OutlineFeature, fault: OutlineFault
) -> None:
    if fault is OutlineFault.UNIT_TWICE:
        judged = story.ask(judged_outlines, (wrong, wrong), CoordinateSystem.WGS84)
        assert [one.fault for one in judged.refused] == [fault]
    else:
        assert refusal(story, wrong) is fault
        done = bring(story, wrong, feature(code=COMMUNITY))
        assert done["taken"] == 1 and done["refused"][0]["fault"] == fault.value


def test_a_name_that_two_units_bear_needs_the_code(story: Story) -> None:
    from db.commands.organisation import ChangeUnit

    story.do(ChangeUnit(unit_id=story.unit("33030300100402"), short_name="东片"), by="director")
    story.do(ChangeUnit(unit_id=story.unit(GRID), short_name="东片"), by="director")
    assert refusal(story, feature(code="", name="东片")) is OutlineFault.UNIT_AMBIGUOUS


def test_an_outline_that_crosses_itself_is_taken_and_told(story: Story) -> None:
    bow = [[120.8, 27.9], [120.9, 28.0], [120.9, 27.9], [120.8, 28.02], [120.8, 27.9]]
    done = bring(story, feature(polygon(bow)))
    assert done["taken"] == 1 and done["crossing"] == ["永上社区01网格"]
    judged = story.ask(judged_outlines, (feature(polygon(bow)),), CoordinateSystem.WGS84)
    assert judged.taken[0].notes == (OutlineNote.CROSSES_ITSELF, OutlineNote.CHANGED)


@pytest.mark.parametrize(
    ("ring", "verdict"),
    [
        ([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], False),
        ([(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)], True),
        ([(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)], True),
        ([(0, 0), (4, 0), (2, 1), (4, 4), (0, 4), (0, 0)], False),
        ([(0, 0), (4, 0), (4, 4), (4, 4), (0, 4), (0, 0)], False),
        ([(0, 0), (6, 0), (6, 3), (2, 3), (2, -1), (1, -1), (0, 0)], True),
    ],
)
def test_the_search_for_crossings_knows_a_bow_from_a_bay(
    ring: list[tuple[float, float]], verdict: bool
) -> None:
    assert crosses_itself(tuple(ring)) is verdict
    assert crosses_itself(tuple(reversed(ring))) is verdict


def test_positions_of_shifted_maps_are_put_right_and_the_system_is_noted(story: Story) -> None:
    there = [list(shifted((x, y))) for x, y in square()]
    bring(story, feature(polygon(there)), system=CoordinateSystem.GCJ02)
    (row,) = story.ask(outlines)
    assert row.system is CoordinateSystem.GCJ02
    for (x, y), (wanted_x, wanted_y) in zip(row.parts[0][0], square(), strict=True):
        assert abs(x - wanted_x) < 2e-7 and abs(y - wanted_y) < 2e-7
    moved = shifted((120.8, 27.9))
    assert 300 < (abs(moved[0] - 120.8) * 98_000 + abs(moved[1] - 27.9) * 111_000) < 1000
    assert unshifted(moved) == pytest.approx((120.8, 27.9), abs=1e-9)


def test_only_who_keeps_the_settings_changes_the_map(story: Story) -> None:
    with pytest.raises(NotAllowed):
        story.do(ImportOutlines(features=(feature(),), source="x"), by="operator")
    assert story.ask(outlines) == ()


@pytest.mark.parametrize(
    ("features", "source", "code"),
    [
        ((feature(code="9"),), "图", "outlines_none_good"),
        ((), "图", "outlines_none_good"),
        ((feature(),) * (MOST_FEATURES + 1), "图", "outlines_too_many"),
        ((feature(),), "  ", "field_missing"),
        (("a word",), "图", "not_consistent"),
    ],
)
def test_a_file_without_a_good_outline_changes_nothing(
    story: Story, features: Any, source: str, code: str
) -> None:
    bring(story, feature(code=COMMUNITY))
    with pytest.raises(RuleError) as told:
        bring(story, *features, source=source)
    assert told.value.code == code
    assert [row.unit_id for row in story.ask(outlines)] == [story.unit(COMMUNITY)]


def test_the_audit_tells_who_drew_what_without_the_points(story: Story) -> None:
    before = read_on(story.database, story.street_id(), None).place
    bring(story, feature(), is_invented=True)
    bring(story, feature(code=COMMUNITY), replaces_all=True)
    with story.database.reading() as connection:
        entry = connection.execute(select(audit).order_by(audit.c.seq.desc())).first()
    assert entry is not None and entry.command == "ImportOutlines"
    told = {part["id"]: part["columns"] for part in json.loads(entry.diff)}
    assert told[story.unit(COMMUNITY)]["points"] == [None, 5]
    assert told[story.unit(GRID)]["points"] == [5, None]
    assert "parts" not in told[story.unit(COMMUNITY)]
    heard = read_on(story.database, story.street_id(), before)
    assert "outline" in {change.kind for change in heard.changes}


def test_nobody_draws_past_the_door(story: Story) -> None:
    bring(story, feature())
    values = {"unit_id": 1, "street_id": 1, "parts": [], "points": 1, "sha256": "", "system": "",
              "imported_at": story.now, "imported_by": 1}  # fmt: skip
    for statement in (
        insert(unit_outline).values(**values),
        update(unit_outline).values(source="x"),
        delete(unit_outline),
    ):
        with pytest.raises(RuleError), story.database.writing(None) as connection:
            connection.execute(statement)


def test_located_cases_are_the_open_ones_with_a_place(story: Story) -> None:
    here = {"longitude": 120.81, "latitude": 27.91}
    kept = story.assigned("SFS", **here)
    story.registered()
    done = story.signed("SFS", **here)
    story.report(done)
    story.verify(done)
    (row,) = story.ask(located_cases, CaseFilter())
    assert (row.id, row.position, row.light) == (kept, (120.81, 27.91), Light.GREEN)


# The file -----------------------------------------------------------------------------------


def written(tmp_path: Path, data: Any) -> Path:
    path = tmp_path / "map.geojson"
    raw = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    path.write_bytes(raw)
    return path


def test_a_map_file_is_read_whatever_its_fields_are_called(tmp_path: Path, story: Story) -> None:
    document = {
        "type": "FeatureCollection",
        "name": "永中网格_GCJ02",
        "features": [
            {"type": "Feature", "properties": {"网格编码": int(GRID)}, "geometry": polygon()},
            {"type": "Feature", "properties": {" Name ": "永上社区"}, "geometry": polygon()},
            {"type": "Feature", "properties": None, "id": "33030300100402", "geometry": polygon()},
            "no feature",
        ],
    }
    found = read_geojson(written(tmp_path, document))
    assert found.looks_shifted
    judged = judge(found.features, story.ask(_places), CoordinateSystem.WGS84)
    assert [one.unit.code for one in judged.taken] == [GRID, COMMUNITY, "33030300100402"]
    assert [(one.nth, one.fault) for one in judged.refused] == [(4, OutlineFault.UNIT_NOT_NAMED)]
    old = json.dumps(document, ensure_ascii=False).encode("gb18030")
    assert read_geojson(written(tmp_path, old)).features == found.features


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"  \n", "file_empty"),
        (b'{"type": "FeatureCollection", "features": [', "map_broken"),
        (b"PK\x03\x04 a workbook", "map_broken"),
        (b"\xff\xfe\x00\x81\x30", "map_encoding"),
        (b"[" * 200_000, "not_geojson"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not_geojson"),
        (b"[1, 2]", "not_geojson"),
        (b'{"type": "Topology"}', "not_geojson"),
        (b'{"type": "FeatureCollection", "features": {}}', "not_geojson"),
        (b'{"type": "FeatureCollection", "features": []}', "map_without_features"),
    ],
)
def test_a_file_that_is_no_map_is_refused_as_a_whole(
    tmp_path: Path, data: bytes, code: str
) -> None:
    with pytest.raises(ExchangeError) as told:
        read_geojson(written(tmp_path, data))
    assert told.value.code == code


def test_a_huge_file_is_not_read_at_all(tmp_path: Path) -> None:
    path = written(tmp_path, b"{")
    with path.open("r+b") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(ExchangeError) as told:
        read_geojson(path)
    assert told.value.code == "file_too_large"


def test_a_file_with_the_outlines_of_a_province_is_refused(tmp_path: Path) -> None:
    document = {"type": "FeatureCollection", "features": [{}] * (MOST_FEATURES + 1)}
    with pytest.raises(ExchangeError) as told:
        read_geojson(written(tmp_path, document))
    assert told.value.code == "map_too_many_features"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as told:
        read_geojson(tmp_path / "nothing.geojson")
    assert told.value.code == "file_missing"


def _places(reader: Any) -> Any:
    from db.queries.outlines import known_places

    return known_places(reader)
