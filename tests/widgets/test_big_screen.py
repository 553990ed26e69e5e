"""The parts of the wall display: what they say and draw, and that days leave no trace in them."""

from __future__ import annotations

import gc
import os
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.screen.board import Bar, Board, Curve, Heat, HeatMap, Late, Tile
from desktop.screen.late_roll import ROW, LateRoll
from desktop.screen.optics import Optics
from desktop.screen.screen_settings import ScreenSettings
from desktop.screen.street_drawing import StreetDrawing
from desktop.screen.wall_view import WallView
from desktop.theme import Theme
from desktop.widgets.canvas import Canvas
from desktop.widgets.map import MapGroup, MapShape

FULL = Optics(1920, 1080, 0.0, 8.0)


def box(left: float, top: float, side: float = 10.0) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return a square as one polygon."""
    right, bottom = left + side, top + side
    ring = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return (ring,)


def late(count: int) -> tuple[Late, ...]:
    return tuple(Late(f"第 {nth} 件", "司法所", "超 3 工作日") for nth in range(count))


SHAPES = (
    MapShape(1, "01网格", "01", (box(0, 0),)),
    MapShape(2, "02网格", "02", (box(10, 0),)),
    MapShape(3, "03网格", "03", (box(20, 0),)),
)
GROUPS = (MapGroup(9, "永上", ((box(0, 0)[0],),)),)
BOARD = Board(
    room="永中街道综合信息指挥室",
    tiles=tuple(
        Tile(name, value, "件", "比昨日此时多 3 件", "较昨日此时 +3")
        for name, value in (
            ("今日录入", "20"),
            ("今日办结", "11"),
            ("办结率", "87.4"),
            ("流转率", "19.2"),
        )
    ),
    bars=tuple(Bar(str(nth), f"站所{nth}", "97.5", 0.97) for nth in range(1, 9)),
    days=tuple(f"11-{day:02}" for day in range(7, 21)),
    curves=(Curve("录入", tuple(range(14)), "focus"), Curve("办结", tuple(range(14)), "ok")),
    late=late(20),
    late_count=20,
    heat=(Heat(9, "永上", 24), Heat(8, "蓬莱", 3)),
    map=HeatMap(SHAPES, GROUPS, {1: 5, 2: 2}, is_real=True),
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[WallView]:
    """The wall on a screen of 1920 × 1080."""
    made = WallView()
    qtbot.addWidget(made)
    made.resize(FULL.width, FULL.height)
    made.follow_optics(FULL, ScreenSettings())
    made.show_board(BOARD)
    made.show()
    yield made


@pytest.fixture
def roll(qtbot: QtBot, qapp: QApplication) -> LateRoll:
    """A list with room for four rows."""
    theme = Theme(qapp)
    theme.wear("projection")
    made = LateRoll(theme)
    qtbot.addWidget(made)
    made.resize(600, 4 * ROW)
    made.show()
    return made


# What stands where -------------------------------------------------------------------------


def test_everything_stands_on_a_wide_screen_at_once(view: WallView) -> None:
    panels = (view.tiles, view.ranking, view.trend, view.heat, view.late)
    assert all(panel.isVisible() for panel in panels)
    rects = [panel.geometry() for panel in panels]
    assert all(view.rect().contains(rect) for rect in rects)
    assert not any(one.intersects(other) for nth, one in enumerate(rects) for other in rects[:nth])
    for words in (
        "今日录入 20件 比昨日此时多 3 件",
        "1 站所1 97.5",
        "录入 13",
        "永上 24",
        "共 20 件",
    ):
        assert words in view.words()


@pytest.mark.parametrize(
    "optics",
    [
        Optics(1366, 768, 0.0, 8.0),
        Optics(3840, 2160, 0.0, 8.0),
        Optics(3840, 1080, 0.0, 8.0),
        Optics(1080, 1920, 0.0, 8.0),
        Optics(1024, 768, 0.0, 8.0),
        Optics(1920, 1080, 600.0, 12.0),
    ],
)
def test_no_panel_lies_over_another_on_any_screen(view: WallView, optics: Optics) -> None:
    view.resize(optics.width, optics.height)
    view.follow_optics(optics, ScreenSettings())
    shown = [
        part.geometry()
        for part in (view.head, view.tiles, view.ranking, view.trend, view.heat, view.late)
        if part.isVisible()
    ]
    assert len(shown) >= 4
    assert all(view.rect().contains(rect) for rect in shown)
    assert not any(one.intersects(other) for nth, one in enumerate(shown) for other in shown[:nth])


def test_enlarged_letters_let_the_panels_take_turns(view: WallView) -> None:
    far = Optics(1920, 1080, 600.0, 12.0)
    view.follow_optics(far, ScreenSettings())
    seen = set()
    for _ in range(3):
        seen.add(tuple(panel.isVisible() for panel in (view.ranking, view.trend, view.heat)))
        view.take_turns()
    assert seen == {(True, False, False), (False, True, False), (False, False, True)}


def test_the_ranking_turns_pages_until_everybody_was_shown(view: WallView) -> None:
    bars = tuple(Bar(str(nth), f"站所{nth}", "80.0", 0.8) for nth in range(1, 15))
    view.show_board(replace(BOARD, bars=bars))
    firsts = []
    for _ in range(4):
        firsts.append(view.ranking.first())
        view.take_turns()
    assert firsts == [0, 6, 12, 0]
    view.show_board(replace(BOARD, bars=bars[:6]))
    assert view.ranking.first() == 0, "a page that is empty now is left"
    view.take_turns()
    assert view.ranking.first() == 0


def test_where_panels_take_turns_each_turn_of_the_ranking_is_another_page(view: WallView) -> None:
    view.follow_optics(Optics(1920, 1080, 600.0, 12.0), ScreenSettings())
    firsts = []
    for _ in range(9):
        if view.ranking.isVisible():
            firsts.append(view.ranking.first())
        view.take_turns()
    assert firsts == [0, 3, 6]


def test_old_figures_say_of_when_they_are(view: WallView) -> None:
    assert "实时" in view.words()
    view.show_age(BOARD.room, "18:41")
    assert "数据截至 18:41" in view.words() and "实时" not in view.words()
    assert "今日录入 20件" in view.words()
    view.show_board(BOARD)
    assert "实时" in view.words()


def test_a_practice_street_shows_its_own_time(view: WallView) -> None:
    view.keep_time(datetime(2026, 11, 20, 16, 34))
    assert "11 月 20 日 周五\n16:34" in view.words()
    view.keep_time(None)
    assert "16:34" not in view.words() or f"{datetime.now():%H:%M}" == "16:34"


# The shaded street -------------------------------------------------------------------------


def colours_of(drawing: StreetDrawing, theme: Theme) -> list[str]:
    """Return the colour in the middle of three squares side by side."""
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    spots = drawing.draw(Canvas(painter, theme), QRectF(0, 0, 300, 100))
    painter.end()
    assert {id_: (round(at.x()), round(at.y())) for id_, at in spots.items()} == {9: (50, 50)}
    return [image.pixelColor(QPoint(50 + 100 * nth, 50)).name().upper() for nth in range(3)]


def test_each_grid_is_shaded_by_its_step(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.wear("projection")
    heat = theme.tokens.heat
    drawing = StreetDrawing()
    drawing.show_map(BOARD.map)
    assert colours_of(drawing, theme) == [heat[5], heat[2], heat[0]]
    drawing.show_map(replace(BOARD.map, steps={3: 4}))
    assert colours_of(drawing, theme) == [heat[0], heat[0], heat[4]]


def test_a_plan_says_that_it_is_one(view: WallView) -> None:
    assert "示意边界" not in view.heat.words()
    view.show_board(replace(BOARD, map=replace(BOARD.map, is_real=False)))
    assert "示意边界" in view.heat.words()


def test_without_any_area_the_list_has_the_panel_to_itself(view: WallView) -> None:
    view.show_board(replace(BOARD, map=HeatMap()))
    assert "永上 24" in view.words() and "示意边界" not in view.words()
    assert not view.heat.grab().isNull()


# The list of overdue cases -----------------------------------------------------------------


def test_a_list_that_fits_stands_still(roll: LateRoll) -> None:
    roll.show_rows(late(4), "")
    assert not roll.is_moving()
    roll.show_rows(late(5), "")
    assert roll.is_moving()


def test_a_hidden_list_does_not_move(roll: LateRoll) -> None:
    roll.show_rows(late(9), "")
    roll.hide()
    assert not roll.is_moving()
    roll.show()
    assert roll.is_moving()


def test_the_same_cases_told_again_do_not_begin_anew(roll: LateRoll, qtbot: QtBot) -> None:
    roll.show_rows(late(9), "")
    qtbot.waitUntil(lambda: roll.offset() > 1)
    before = roll.offset()
    roll.show_rows(late(9), "")
    assert roll.offset() >= before


def test_an_empty_list_says_so(roll: LateRoll) -> None:
    roll.show_rows((), "没有超期未办结的事件")
    assert roll.words() == "没有超期未办结的事件"


# Days --------------------------------------------------------------------------------------


def resident_bytes() -> int:
    """Return how much memory the program has, also that of its pictures."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE")


def test_hundreds_of_fresh_boards_leave_nothing_in_the_wall(view: WallView) -> None:
    def refresh(first: int, times: int) -> None:
        for nth in range(first, first + times):
            tiles = tuple(replace(one, value=f"{nth:,}") for one in BOARD.tiles)
            rows = (Late(f"新来的第 {nth} 件", "派出所", "超 1 小时"), *late(nth % 7 + 12))
            steps = {shape.id: (nth + shape.id) % 6 for shape in SHAPES}
            view.show_board(
                replace(BOARD, tiles=tiles, late=rows, map=replace(BOARD.map, steps=steps))
            )
            view.grab()
            QCoreApplication.processEvents()

    def left() -> tuple[int, int]:
        gc.collect()
        return len(gc.get_objects()), len(view.findChildren(QObject))

    small = Optics(960, 540, 0.0, 8.0)
    view.resize(small.width, small.height)
    view.follow_optics(small, ScreenSettings())
    tracemalloc.start()
    try:
        # So many that what is kept of measured words was full once.
        refresh(1000, 90)
        objects, children = left()
        before = tracemalloc.get_traced_memory()[0]
        resident = resident_bytes()
        refresh(3000, 200)
        more_objects, more_children = left()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert more_children == children
    assert more_objects - objects < 100
    # The painted list alone has a megabyte and a half.
    assert resident_bytes() - resident < 40_000_000, "pictures stay of each refresh"
    # A full store of words is 130 kB; the boards alone would be some megabytes.
    assert grown < 200_000, f"{grown} bytes stay of 200 refreshes"
