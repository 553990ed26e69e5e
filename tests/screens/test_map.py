"""The page of the map: by keys it is searched, zoomed, shaded, drilled and drawn anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from db.commands.outlines import ImportOutlines
from db.queries.outlines import outlines
from db.queries.page import CaseFilter, case_count
from db.rules.coordinates import CoordinateSystem
from db.rules.outlines import OutlineFeature
from db.rules.terms import UnitKind
from desktop.pages.map_scale import count_scale, rate_scale
from desktop.pages.map_schematic import HEIGHT, WIDTH, schematic
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.chips import Chip
from desktop.widgets.map import MapView
from desktop.widgets.picker import Picker
from tests.screens.conftest import Desk
from tests.story import Story

COMMUNITY = "330303001004"
GRIDS = ("33030300100401", "33030300100402", "33030300100403")
WEST, SOUTH, SIDE = 120.80, 27.90, 0.01


def square(nth: int) -> list[list[float]]:
    """Return the ring of the n-th square from the west."""
    west, east, north = WEST + nth * SIDE, WEST + (nth + 1) * SIDE, SOUTH + SIDE
    return [[west, SOUTH], [east, SOUTH], [east, north], [west, north], [west, SOUTH]]


def drawn(code: str, *rings: Any) -> OutlineFeature:
    return OutlineFeature(code=code, geometry={"type": "Polygon", "coordinates": list(rings)})


def inside(nth: int) -> dict[str, float]:
    return {"longitude": WEST + (nth + 0.5) * SIDE, "latitude": SOUTH + SIDE / 2}


@pytest.fixture
def mapped(story: Story) -> Story:
    """A community of three grids side by side, with cases in two of them."""
    whole = [[WEST, SOUTH], [WEST + 3 * SIDE, SOUTH], [WEST + 3 * SIDE, SOUTH + SIDE],
             [WEST, SOUTH + SIDE], [WEST, SOUTH]]  # fmt: skip
    features = [drawn(COMMUNITY, whole), *(drawn(c, square(n)) for n, c in enumerate(GRIDS))]
    story.do(
        ImportOutlines(features=tuple(features), source="网格图", is_invented=True), by="director"
    )
    for _ in range(3):
        story.assigned("SFS", grid_id=story.unit(GRIDS[0]), **inside(0))
    story.registered(grid_id=story.unit(GRIDS[1]), **inside(1))
    settled = story.signed("SFS", grid_id=story.unit(GRIDS[1]))
    story.report(settled)
    story.verify(settled)
    return story


@pytest.fixture
def page(mapped: Story, desk: Desk) -> Any:
    """The page of the map, and what it wishes to be shown."""
    shown = desk.page("map")
    shown.wishes = []
    shown.cases_wanted.disconnect()
    shown.cases_wanted.connect(lambda wanted, words: shown.wishes.append((wanted, words)))
    shown.case_wanted.disconnect()
    shown.case_wanted.connect(lambda case_id: shown.wishes.append(case_id))
    return shown


def view_of(page: Any) -> MapView:
    view = page.frame.view
    assert isinstance(view, MapView)
    return view


def count_of(story: Story, wanted: CaseFilter) -> int:
    return int(story.ask(case_count, wanted, bound=None))


def legend_of(page: Any) -> dict[str, tuple[str, int]]:
    return {row.name: (row.range, row.count) for row in page.frame.legend.rows()}


def test_the_navigation_leads_to_the_map(mapped: Story, desk: Desk) -> None:
    desk.press(None, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert desk.find(MapView, name="网格地图").hasFocus()
    assert desk.find(Chip).accessibleName() == "示意边界，非真实"
    assert "边界：网格图" in desk.words()


def test_the_shades_say_in_words_and_numbers_what_they_mean(page: Any, mapped: Story) -> None:
    legend = legend_of(page)
    assert legend["没有"] == ("0 件", 1)
    assert sum(count for _, count in legend.values()) == len(GRIDS)
    assert page.frame.legend.accessibleDescription().startswith("未办结数")
    figures = page.figures()
    assert figures.said(mapped.unit(GRIDS[0])) == "未办结数 3（偏多）"
    steps = [figures.places[mapped.unit(code)].step for code in GRIDS]
    assert steps[0] > steps[1] > steps[2] == 0


def test_page_down_goes_from_grid_to_grid_and_enter_opens_its_cases(
    page: Any, desk: Desk, mapped: Story
) -> None:
    view = view_of(page)
    desk.press(view, Qt.Key.Key_PageDown)
    desk.settled()
    assert view.chosen_id() == mapped.unit(GRIDS[0])
    assert "永上社区01网格" in desk.words(page.card)
    assert "现在未办结 3 件" in desk.words(page.card)
    assert view.accessibleDescription().startswith("永上社区01网格")
    desk.press(view, Qt.Key.Key_Return)
    (wanted, words) = page.wishes[0]
    assert count_of(mapped, wanted) == 3
    assert words.startswith("永上社区01网格 · 未办结数 · 2026-11-01")
    desk.press(view, Qt.Key.Key_PageUp)
    desk.settled()
    assert view.chosen_id() == mapped.unit(GRIDS[2])
    assert "现在没有未办结的事件" in desk.words(page.card)
    desk.press(view, Qt.Key.Key_Escape)
    desk.settled()
    assert view.chosen_id() is None and "永中街道" in desk.words(page.card)


@pytest.mark.parametrize("typed", ["永上社区02", "yssq02", "yongshangshequ02"])
def test_a_place_is_found_by_chinese_and_by_pinyin(
    page: Any, desk: Desk, mapped: Story, typed: str
) -> None:
    desk.press(view_of(page), Qt.Key.Key_Slash)
    search = desk.find(Picker, name="找网格或村社")
    assert search.hasFocus()
    desk.type(search, typed)
    desk.press(search, Qt.Key.Key_Return)
    desk.settled()
    assert view_of(page).chosen_id() == mapped.unit(GRIDS[1])
    assert view_of(page).hasFocus()


def test_a_community_that_is_found_is_shown_as_one_area(
    page: Any, desk: Desk, mapped: Story
) -> None:
    search = desk.find(Picker, name="找网格或村社")
    desk.type(search, "永上居委会")
    desk.press(search, Qt.Key.Key_Return)
    desk.settled()
    assert page.choices.kind() is UnitKind.COMMUNITY
    assert view_of(page).chosen_id() == mapped.unit(COMMUNITY)
    assert page.card.boxes["registered"].accessibleName() == "录入 5"
    page.card.all_button().click()
    (wanted, words) = page.wishes[-1]
    assert (count_of(mapped, wanted), words) == (4, "永上居委会 · 现在未办结")


def test_a_place_without_an_outline_is_told(page: Any, desk: Desk) -> None:
    search = desk.find(Picker, name="找网格或村社")
    desk.type(search, "青山村01")
    with desk.qtbot.waitSignal(page.told) as told:
        desk.press(search, Qt.Key.Key_Return)
    assert "还没有边界" in told.args[0]


def test_keys_zoom_move_and_show_the_whole(page: Any, desk: Desk) -> None:
    view = view_of(page)
    whole = view.mapToScene(view.viewport().rect().center())
    desk.keys("++", view)
    assert view.zoom() == pytest.approx(1.25**2)
    desk.press(view, Qt.Key.Key_Right)
    assert view.mapToScene(view.viewport().rect().center()).x() > whole.x()
    desk.press(view, Qt.Key.Key_Up)
    desk.keys("-", view)
    assert view.zoom() == pytest.approx(1.25)
    desk.keys("0", view)
    assert view.zoom() == pytest.approx(1.0)
    back = view.mapToScene(view.viewport().rect().center())
    assert (back - whole).manhattanLength() < 20
    desk.press(desk.find(IconButton, name="放大（+）"), Qt.Key.Key_Space)
    assert view.zoom() == pytest.approx(1.25)


def test_another_indicator_shades_the_map_and_orders_the_places(
    page: Any, desk: Desk, mapped: Story
) -> None:
    desk.press(page.choices.chief, Qt.Key.Key_4)
    desk.settled()
    assert page.choices.indicator() == "on_time_rate"
    legend = legend_of(page)
    assert legend["没有可算的"][1] == 2
    assert page.figures().look(mapped.unit(GRIDS[2])).step is None
    first = page.card.ranking.all_rows()[0]
    assert (first.row.name, first.words) == ("永上社区02网格", "100.00%")
    desk.press(page.card.ranking, Qt.Key.Key_Home)
    desk.press(page.card.ranking, Qt.Key.Key_Return)
    desk.settled()
    assert view_of(page).chosen_id() == mapped.unit(GRIDS[1])


def test_another_period_has_other_shades(page: Any, desk: Desk, mapped: Story) -> None:
    from datetime import date

    page.bar.look_at(date(2025, 1, 1), date(2025, 1, 31))
    desk.settled()
    assert {one.step for one in page.figures().places.values()} == {0}
    desk.press(view_of(page), Qt.Key.Key_PageDown)
    with desk.qtbot.waitSignal(page.told) as told:
        desk.press(view_of(page), Qt.Key.Key_Return)
    assert told.args[0] == "这个数字是零，没有清单。"


def test_a_week_of_the_strip_is_looked_at_closely(page: Any, desk: Desk, mapped: Story) -> None:
    last = page.weeks.maps[-1]
    assert last.isVisible() and last.accessibleName() == "第 47 周 4"
    assert page.weeks.maps[0].accessibleName() == "第 42 周 0"
    desk.press(last, Qt.Key.Key_Space)
    desk.settled()
    assert last.isChecked() and not page.weeks.maps[0].isChecked()
    assert page.bar.wanted().days(mapped.now.date())[0].isoformat() == "2026-11-16"


def test_the_figures_of_a_place_open_their_lists(page: Any, desk: Desk, mapped: Story) -> None:
    desk.press(view_of(page), Qt.Key.Key_PageDown)
    desk.settled()
    desk.press(page.card.boxes["registered"], Qt.Key.Key_Space)
    assert count_of(mapped, page.wishes[-1][0]) == 3
    assert not page.card.boxes["overdue_open"].isEnabled()
    desk.press(page.card.cases, Qt.Key.Key_Home)
    desk.press(page.card.cases, Qt.Key.Key_Return)
    assert mapped.column(page.wishes[-1], "grid_id") == mapped.unit(GRIDS[0])


def test_a_click_chooses_and_a_click_on_dots_lists_their_cases(
    page: Any, desk: Desk, mapped: Story
) -> None:
    view = view_of(page)
    middle = view.mapFromScene(view.sceneRect().center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    desk.settled()
    assert view.chosen_id() == mapped.unit(GRIDS[1])
    # Near enough that the dots are drawn: the one case of this grid stands in its middle.
    desk.keys("++++", view)
    at = view.mapFromScene(QPointF(0, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert mapped.column(page.wishes[-1], "grid_id") == mapped.unit(GRIDS[1])
    desk.press(view, Qt.Key.Key_PageUp)
    desk.settled()
    west = view.mapFromScene(QPointF(-SIDE * 98_380, 0))
    view.centerOn(QPointF(-SIDE * 98_380, 0))
    desk.press(view, Qt.Key.Key_Left)
    west = view.mapFromScene(QPointF(-SIDE * 98_380, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(west))
    wanted, words = page.wishes[-1]
    assert (count_of(mapped, wanted), words) == (3, "地图上此处 3 件")


def test_a_case_that_comes_in_is_seen_on_the_map(page: Any, desk: Desk, mapped: Story) -> None:
    assert page.figures().places[mapped.unit(GRIDS[2])].words == "0"
    mapped.registered(grid_id=mapped.unit(GRIDS[2]), **inside(2))
    desk.settled()
    assert page.figures().places[mapped.unit(GRIDS[2])].words == "1"


# A street without outlines --------------------------------------------------------------------


def test_a_street_without_outlines_has_a_plan_and_says_so(story: Story, desk: Desk) -> None:
    page = desk.page("map")
    assert page.frame.note().startswith("示意图：还没有边界")
    assert desk.find(Chip, page.frame).accessibleName() == page.frame.note()
    assert len(page.figures().places) == 60
    desk.press(view_of(page), Qt.Key.Key_PageDown)
    desk.settled()
    assert view_of(page).chosen_id() is not None


def test_the_plan_is_the_same_every_time_and_nothing_overlaps(story: Story) -> None:
    from db.queries.lookup import places

    known = story.ask(places)
    boxes = schematic(known)
    assert boxes == schematic(tuple(reversed(known)))
    grids = [boxes[grid.id] for place in known for grid in place.grids]
    area = sum(box.width * box.height for box in grids)
    assert 0.85 < area / (WIDTH * HEIGHT) <= 1.0
    for nth, one in enumerate(grids):
        for other in grids[:nth]:
            apart = (
                one.left + one.width <= other.left + 1e-6
                or other.left + other.width <= one.left + 1e-6
                or one.top + one.height <= other.top + 1e-6
                or other.top + other.height <= one.top + 1e-6
            )
            assert apart


def test_steps_of_counts_and_rates_cover_every_value() -> None:
    from decimal import Decimal

    counts = count_scale(map(Decimal, (0, 2, 13)))
    assert [counts.range(step) for step in range(6)] == [
        "0 件", "1–2 件", "3–4 件", "5–7 件", "8–11 件", "12 件以上",
    ]  # fmt: skip
    assert [counts.step(Decimal(n)) for n in (0, 2, 3, 7, 11, 13)] == [0, 1, 2, 3, 4, 5]
    rates = rate_scale(map(Decimal, ("50.5", "100")))
    assert [rates.step(Decimal(n)) for n in ("50.5", "59", "59.01", "100")] == [0, 0, 1, 5]
    assert rates.step(None) is None and rates.range(5) == "超过 95%"
    assert rate_scale(()).range(0) == "17% 以下"


# Drawing anew ---------------------------------------------------------------------------------


def geojson(tmp_path: Path, *features: dict[str, Any]) -> Path:
    path = tmp_path / "永中网格.geojson"
    document = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def described(name: str, ring: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"名称": name}, "geometry": geometry}


@pytest.fixture
def importing(story: Story, desk: Desk) -> Any:
    """The open dialog of the director."""
    desk.sign_on_as("director")
    page = desk.page("map")
    desk.press(desk.find(ActionButton, name="导入边界"), Qt.Key.Key_Space)
    desk.settled()
    dialog = page.import_dialog()
    assert dialog is not None and dialog.isVisible() and dialog.path.line.hasFocus()
    return dialog


def test_a_map_file_is_checked_before_it_is_kept(
    importing: Any, desk: Desk, story: Story, tmp_path: Path
) -> None:
    path = geojson(
        tmp_path,
        described("永上社区01网格", square(0)),
        described("永上社区02网格", square(1)[:-1]),
        described("蓬莱网格", square(2)),
    )
    desk.type(importing.path.line, str(path))
    desk.settled()
    assert "共 3 个面：能导入 1 个，不能导入 2 个。" in desk.words(importing)
    told = [(row.nth, row.unit, row.words) for row in importing.table.all_rows()]
    assert told == [
        (2, "永上社区02网格", "边界没有闭合，首尾两点不同"),
        (3, "蓬莱网格", "街道里没有这个网格或村社"),
        (1, "永上社区01网格", "5 个点"),
    ]
    assert story.ask(outlines) == ()
    page = desk.window.page("map")
    with desk.qtbot.waitSignal(page.told) as notice:
        desk.press(importing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert notice.args[0] == "已导入 1 个边界，2 个没有导入"
    (row,) = story.ask(outlines)
    assert (row.source, row.system) == ("永中网格", CoordinateSystem.WGS84)
    assert page.import_dialog() is None
    assert page.frame.note() == "另有 59 个网格没有边界"


def test_a_shifted_map_is_said_to_be_one(
    importing: Any, desk: Desk, story: Story, tmp_path: Path
) -> None:
    path = geojson(tmp_path, described("永上社区01网格", square(0)))
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**document, "name": "网格GCJ02"}), encoding="utf-8")
    desk.type(importing.path.line, str(path))
    desk.settled()
    assert importing.system.value() is CoordinateSystem.GCJ02
    desk.press(importing.invented, Qt.Key.Key_Space)
    desk.press(importing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    (row,) = story.ask(outlines)
    assert row.system is CoordinateSystem.GCJ02 and row.is_invented
    assert 0.002 < row.parts[0][0][0][0] - WEST + 0.01 < 0.01


def test_a_file_that_is_no_map_is_told_in_the_dialog(
    importing: Any, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"type": ', encoding="utf-8")
    desk.type(importing.path.line, str(path))
    desk.settled()
    assert "读不下去，没有导入" in desk.words(importing)
    assert not importing.button("yes").isEnabled()
    desk.press(importing, Qt.Key.Key_Escape)
    desk.settled()
    assert desk.window.page("map").import_dialog() is None


def test_who_may_not_change_the_office_has_no_import(page: Any) -> None:
    assert page.actions_for_bar() == []


def test_who_may_not_see_figures_is_told(story: Story, desk: Desk) -> None:
    desk.sign_on_as("auditor")
    desk.page("map")
    assert "您的岗位没有查看地图的权限。" in desk.words()
