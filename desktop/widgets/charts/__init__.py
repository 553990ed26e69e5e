"""Charts in the colours of the theme: they take plain numbers and tell what was chosen.

Trend, heat calendar and Pareto are drawn by pyqtgraph and stand each in a module of its own,
because the library costs a third of a second to import: only who shows one imports it. The
ranking bars are painted and light, so that pages without a plot do not pay for one.
"""

from desktop.widgets.charts.ranking_bars import RankingBars, RankingRow

__all__ = ["RankingBars", "RankingRow"]
