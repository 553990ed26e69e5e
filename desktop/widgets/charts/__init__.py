"""Charts painted from the theme: they take plain numbers and tell what was chosen.

They are drawn with QPainter: a few hundred points need no plotting library, which costs
313 ms of import, numpy, and its own idea of colours.
"""

from desktop.widgets.charts.heat_calendar import HeatCalendar
from desktop.widgets.charts.line_chart import Band, LineChart, Series
from desktop.widgets.charts.ranking_bars import RankingBars, RankingRow

__all__ = ["Band", "HeatCalendar", "LineChart", "RankingBars", "RankingRow", "Series"]
