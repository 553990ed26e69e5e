"""The map of a large street: 500 outlines of 65 points, read, judged, drawn, shaded, pointed at."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from db.rules.coordinates import CoordinateSystem, metres
from db.rules.outlines import KnownPlace, OutlineFeature, judge
from db.rules.terms import UnitKind
from desktop.exchange.geojson import read_geojson
from tests.bench.measuring import Measured, timed, within
from tests.bench.street import BenchStreet

COLUMNS, ROWS, SIDE = 25, 20, 64
ORIGIN = (120.8, 27.9)
STEP = 0.004
SIZE = (1200, 900)


def ring(column: int, row: int) -> list[list[float]]:
    """Return a closed, wavy ring of 65 points."""
    x, y = ORIGIN[0] + column * STEP, ORIGIN[1] + row * STEP
    points = []
    for nth in range(SIDE):
        angle = math.tau * nth / SIDE
        far = STEP * (0.46 + 0.03 * math.sin(5 * angle + column))
        points.append([round(x + far * math.cos(angle), 6), round(y + far * math.sin(angle), 6)])
    return [*points, points[0]]


def document() -> bytes:
    """Return the file."""
    features = [
        {
            "type": "Feature",
            "properties": {"code": f"{column:02}{row:02}"},
            "geometry": {"type": "Polygon", "coordinates": [ring(column, row)]},
        }
        for column in range(COLUMNS)
        for row in range(ROWS)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def run(street: BenchStreet) -> Iterator[Measured]:
    """Measure the way from a file to a map that is used."""
    del street  # a map of this size needs no cases
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    assert application is not None
    data = document()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "street.geojson"
        path.write_bytes(data)
        floor = ("json.loads of the file", timed(lambda: json.loads(data))[0])
        yield within("map: file of 500 outlines read", lambda: read_geojson(path), floor, most=120)
        features = read_geojson(path).features
    places = [
        KnownPlace(nth, UnitKind.GRID, one.code, one.code, one.code)
        for nth, one in enumerate(features)
    ]
    yield within(
        "map: 500 outlines judged",
        lambda: judge(features, places, CoordinateSystem.WGS84),
        floor,
        most=1000,
        rounds=5,
    )
    yield from _drawn(features)


def _drawn(features: tuple[OutlineFeature, ...]) -> Iterator[Measured]:
    """Measure the view beside bare items of Qt with the same polygons."""
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF
    from PySide6.QtWidgets import QGraphicsPolygonItem, QGraphicsScene

    from desktop.widgets.map import MapLook, MapShape, MapView

    rings = [tuple(metres(map(tuple, f.geometry["coordinates"][0]), ORIGIN)) for f in features]
    pen, ground = QPen(Qt.GlobalColor.white, 1.2), QBrush(Qt.GlobalColor.blue)
    pen.setCosmetic(True)
    shapes = [MapShape(nth, str(nth), "", ((one,),)) for nth, one in enumerate(rings)]
    looks = [
        {nth: MapLook(str(nth % 60), (nth + turn) % 6, 0, "") for nth in range(len(shapes))}
        for turn in (0, 1)
    ]
    bare = QGraphicsScene()

    def fill() -> None:
        bare.clear()
        for one in rings:
            bare.addPolygon(QPolygonF([QPointF(x, y) for x, y in one]), pen, ground)

    def paint_bare() -> None:
        image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bare.render(painter, QRectF(0, 0, *SIZE))
        painter.end()

    view = MapView(name="bench")
    view.resize(*SIZE)
    fill_floor = ("500 bare polygon items", timed(fill)[0])
    yield within("map: scene of 500 shapes", lambda: view.show_shapes(shapes, ()), fill_floor,
                 most=120)  # fmt: skip
    colours = [QColor(Qt.GlobalColor.red), QColor(Qt.GlobalColor.blue)]
    items = [one for one in bare.items() if isinstance(one, QGraphicsPolygonItem)]

    def shade() -> None:
        colours.reverse()
        for item in items:
            item.setBrush(colours[0])

    def shade_view() -> None:
        looks.reverse()
        view.show_looks(looks[0])

    yield within("map: 500 shapes shaded anew", shade_view,
                 ("500 brushes set", timed(shade)[0]), most=60)  # fmt: skip
    paint_floor = ("500 bare items painted", timed(paint_bare)[0])
    yield within("map: painted with values, 1200 × 900", _grab(view), paint_floor, most=120)
    view.show_layers(names=False, values=False, dots=False)
    yield within("map: painted without words", _grab(view), paint_floor, most=100)
    spots = [QPointF(*one[0]) for one in rings[:: len(rings) // 20]]
    hit_floor = ("20 × items at a point", timed(lambda: [bare.items(at) for at in spots])[0])
    yield within("map: 20 points told their shape", lambda: [view.shape_at(at) for at in spots],
                 hit_floor, most=20)  # fmt: skip
    yield within("map: one step of zoom, painted", _zoomed(view), paint_floor, most=120)
    view.deleteLater()


def _grab(view: Any) -> Callable[[], Any]:
    return lambda: view.viewport().grab()


def _zoomed(view: Any) -> Callable[[], Any]:
    def zoom() -> None:
        view.zoom_in()
        view.viewport().grab()
        if view.zoom() > 8:
            view.show_whole()

    return zoom
