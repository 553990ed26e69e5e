"""A map without tiles: shapes in metres, shaded, named and chosen; it knows no places."""

from desktop.widgets.map.legend import LegendMark, LegendRow, MapLegend
from desktop.widgets.map.map_view import MapView
from desktop.widgets.map.mini_map import MiniMap
from desktop.widgets.map.shapes import MapDot, MapGroup, MapLook, MapShape

__all__ = [
    "LegendMark",
    "LegendRow",
    "MapDot",
    "MapGroup",
    "MapLegend",
    "MapLook",
    "MapShape",
    "MapView",
    "MiniMap",
]
