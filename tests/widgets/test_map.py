"""The map: where words stand, what a point hits, how dots are gathered, how zoom is kept."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.theme import active_theme
from desktop.widgets.map import MapDot, MapGroup, MapLook, MapShape, MapView
from desktop.widgets.map.dots import gathered
from desktop.widgets.map.shapes import label_point

HOLE = ((30.0, 30.0), (70.0, 30.0), (70.0, 70.0), (30.0, 70.0), (30.0, 30.0))


def box(left: float, top: float = 0.0, side: float = 100.0) -> Any:
    right, bottom = left + side, top + side
    return ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))


@pytest.fixture
def view(theme: Any, qtbot: Any) -> MapView:
    """Three areas in a row; the first has a hole, the last an island."""
    made = MapView(name="地图")
    qtbot.addWidget(made)
    made.resize(700, 400)
    shapes = [
        MapShape("one", "甲网格", "甲", ((box(0), HOLE),)),
        MapShape("two", "乙网格", "乙", ((box(100),),)),
        MapShape("three", "丙网格", "丙", ((box(200),), (box(320, 20, 30),))),
    ]
    made.show_shapes(shapes, [MapGroup("all", "村", (), at=(150, 50))])
    made.show_looks({s.id: MapLook("3", n, n, f"{s.name} 3 件") for n, s in enumerate(shapes)})
    made.show()
    return made


def test_a_point_tells_its_area_but_a_hole_tells_none(view: MapView) -> None:
    at = [(10, 10), (50, 50), (150, 50), (330, 30), (310, 50)]
    told = [view.shape_at(QPointF(x, y)) for x, y in at]
    assert told == ["one", None, "two", "three", None]


def test_words_stand_inside_their_area() -> None:
    bay = ((0, 0), (90, 0), (90, 90), (0, 90), (0, 80), (80, 80), (80, 10), (0, 10), (0, 0))
    spot = label_point(((bay,),))
    assert spot.x() > 80 or spot.y() < 10 or spot.y() > 80
    assert label_point(((box(0),),)) == QPointF(50, 50)


def test_dots_that_stand_together_become_one_with_the_worst_sign() -> None:
    dots = [MapDot(n, 0, 0, tone) for n, tone in enumerate(("ok", "bad", "warn", ""))]
    near = [(QPointF(31, 31), dots[0]), (QPointF(35, 33), dots[1]), (QPointF(200, 9), dots[2])]
    first, second = gathered(near)
    assert (first.ids, first.tone, first.at) == ((0, 1), "bad", QPointF(33, 32))
    assert (second.ids, second.tone) == ((2,), "warn")
    assert gathered([]) == []


def test_dots_are_drawn_from_a_nearer_zoom_and_open_by_click(view: MapView, qtbot: Any) -> None:
    view.show_dots([MapDot(7, 150, 50, "bad")])
    middle = view.mapFromScene(QPointF(150, 50))
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == ["two"]
    for _ in range(4):
        view.zoom_in()
    with qtbot.waitSignal(view.dots_chosen) as told:
        spot = view.mapFromScene(QPointF(150, 50))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [(7,)]


def test_a_drag_moves_the_map_and_chooses_nothing(view: MapView, qtbot: Any) -> None:
    view.zoom_in()
    view.zoom_in()
    before = view.mapToScene(350, 200)
    button, viewport = Qt.MouseButton.LeftButton, view.viewport()
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mousePress(viewport, button, pos=QPoint(350, 200))
        QTest.mouseMove(viewport, QPoint(320, 190))
        QTest.mouseMove(viewport, QPoint(250, 190))
        QTest.mouseRelease(viewport, button, pos=QPoint(250, 190))
    assert view.mapToScene(350, 200).x() > before.x()


def test_the_whole_follows_the_window_until_it_was_moved(view: MapView, qapp: Any) -> None:
    view.resize(1000, 600)
    qapp.processEvents()
    assert view.zoom() == pytest.approx(1.0)
    view.zoom_in()
    view.resize(700, 400)
    qapp.processEvents()
    assert view.zoom() == pytest.approx(1.25)
    for _ in range(9):
        view.zoom_out()
    assert view.zoom() == pytest.approx(1.0)


def test_the_tip_is_read_letter_by_letter(view: MapView, qapp: QApplication) -> None:
    view.show_looks({"two": MapLook("3", 2, 0, "<b>乙</b> 3 件")})
    at = view.mapFromScene(QPointF(150, 50))
    where = view.viewport().mapToGlobal(at)
    qapp.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert "&lt;b&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_shades_follow_the_step_and_the_theme(view: MapView) -> None:
    tokens = active_theme().tokens
    shades = {}
    for step in range(len(tokens.heat)):
        view.show_looks({"two": MapLook("", step)})
        image: QImage = view.viewport().grab().toImage()
        spot = view.mapFromScene(QPointF(110, 10))
        shades[step] = image.pixelColor(spot)
    assert shades == {step: QColor(value) for step, value in enumerate(tokens.heat)}


def test_a_border_is_drawn_at_every_zoom(theme: Any, qtbot: Any) -> None:
    """The middle of the map may be far outside the picture."""
    made = MapView(name="地图")
    qtbot.addWidget(made)
    made.resize(400, 400)
    parts = ((box(1000, 1000, 100),),)
    made.show_shapes([MapShape(1, "甲", "", parts)], [MapGroup(9, "村", parts)])
    made.show_layers(names=False, values=False, dots=False)
    made.show()
    for _ in range(6):
        made.zoom_in()
    made.centerOn(1000, 1050)
    image = made.viewport().grab().toImage()
    edge = made.mapFromScene(QPointF(1000, 1050))
    line = QColor(active_theme().tokens.text2)
    near = [image.pixelColor(edge.x() + step, edge.y()) for step in range(-3, 4)]
    assert min(abs(one.lightness() - line.lightness()) for one in near) < 30
