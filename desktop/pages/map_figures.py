"""One indicator over all places: its values, its steps and its legend."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from db.queries.outlines import OutlineRow
from db.rules.counters import Counters
from db.rules.indicators import INDICATORS, indicator_table
from db.rules.terms import UnitKind
from desktop import texts
from desktop.pages.figures_columns import FigureRow, shown
from desktop.pages.figures_words import translate
from desktop.pages.map_scale import STEPS, Scale, count_scale, rate_scale
from desktop.pages.map_seen import GROUPS, MapSeen
from desktop.widgets.map import LegendRow, MapLook, MapShape

CHIEF = ("open", "overdue_open", "registered", "on_time_rate", "close_rate", "transfer_rate")
"""The indicators that are one key away."""
_NOT_OF_CASES = 18
"""From this clause of domain.md §1.8 on an indicator counts other things than cases."""
_REPORTS = 22
OTHERS = tuple(
    code
    for code, row in INDICATORS.items()
    if code not in CHIEF and (row.clause < _NOT_OF_CASES or row.clause == _REPORTS)
)
_NONE = Counters()


@dataclass(frozen=True)
class PlaceFigure:
    """A place with its counters; ``step`` is None where there is nothing to divide by."""

    row: FigureRow
    code: str
    step: int | None
    step_name: str

    @property
    def unit_id(self) -> int:
        """The place."""
        assert isinstance(self.row.key, int)
        return self.row.key

    @property
    def words(self) -> str:
        """The value in words."""
        return shown(self.row, self.code)

    @property
    def value(self) -> Decimal | None:
        """The value, or None."""
        return value_of(self.row.counters, self.code, fair=self.row.fair)


@dataclass(frozen=True)
class MapFigures:
    """An indicator over the places of one kind."""

    code: str
    scale: Scale
    fair: bool
    places: dict[int, PlaceFigure]

    def look(self, unit_id: int) -> MapLook:
        """Return how a place looks."""
        one = self.places[unit_id]
        alarm = one.row.counters.overdue_open if self.code == "open" else 0
        words = one.words
        if self.scale.is_rate and one.value is not None:
            words = f"{one.value:.0f}%"
        return MapLook(words, one.step, alarm, self.tip(unit_id))

    def tip(self, unit_id: int) -> str:
        """Return a place with its chief figures in words."""
        one = self.places[unit_id]
        lines = [one.row.name, self.said(unit_id)]
        lines += [
            f"{texts.indicator_name(code)} {shown(one.row, code)}"
            for code in CHIEF[:4]
            if code != self.code
        ]
        return "\n".join(lines)

    def said(self, unit_id: int) -> str:
        """Return the indicator of a place with the name of its step."""
        one = self.places[unit_id]
        words = f"{texts.indicator_name(self.code)} {one.words}"
        if one.step is None:
            return words
        return translate("map", "{figure}（{step}）").format(
            figure=words, step=self.scale.name(one.step)
        )

    def legend(self) -> list[LegendRow]:
        """Return the rows of the legend; steps that no place can have are left out."""
        counts = [0] * STEPS
        without = 0
        for one in self.places.values():
            if one.step is None:
                without += 1
            else:
                counts[one.step] += 1
        rows = [
            LegendRow(step, self.scale.name(step), self.scale.range(step), counts[step])
            for step in range(STEPS)
        ]
        if without:
            rows.append(LegendRow(None, translate("map", "没有可算的"), "", without))
        return rows

    def ranked(self) -> list[PlaceFigure]:
        """Return the places, the highest value first; those without one come last."""
        return sorted(
            self.places.values(),
            key=lambda one: (one.value is None, -(one.value or 0), one.row.name),
        )


def map_figures(
    seen: MapSeen, shapes: tuple[MapShape, ...], kind: UnitKind, code: str
) -> MapFigures:
    """Return an indicator over the shapes of one kind."""
    by = GROUPS[kind]
    rows = [
        FigureRow(shape.name, seen.counters.get(shape.id, _NONE), by, shape.id, seen.fair)
        for shape in shapes
    ]
    values = [value_of(row.counters, code, fair=seen.fair) for row in rows]
    known = [value for value in values if value is not None]
    scale = scale_over(code, known)
    places = {
        shape.id: _place_figure(row, code, scale, value)
        for shape, row, value in zip(shapes, rows, values, strict=True)
    }
    return MapFigures(code, scale, seen.fair, places)


def short_name(code: str) -> str:
    """Return an indicator's name as it fits into a box or a segment."""
    names = {
        "open": translate("map", "未办结"),
        "overdue_open": translate("map", "超期"),
        "registered": translate("map", "录入"),
    }
    return names.get(code) or texts.indicator_name(code)


def scale_over(code: str, values: list[Decimal]) -> Scale:
    """Return the steps of an indicator over some values."""
    is_rate = indicator_table()[code].denominator is not None
    return rate_scale(values) if is_rate else count_scale(values)


def _place_figure(row: FigureRow, code: str, scale: Scale, value: Decimal | None) -> PlaceFigure:
    step = scale.step(value)
    return PlaceFigure(row, code, step, "" if step is None else scale.name(step))


def value_of(counters: Counters, code: str, *, fair: bool) -> Decimal | None:
    """Return an indicator as a number, or None where there is nothing to divide by."""
    value = indicator_table(fair_is_satisfied=fair)[code].value(counters)
    return None if value is None else Decimal(value)


def outline_words(outlines: tuple[OutlineRow, ...]) -> str:
    """Return where the outlines come from."""
    sources = "、".join(dict.fromkeys(row.source for row in outlines))
    newest = max(outlines, key=lambda row: row.imported_at)
    systems = "、".join(dict.fromkeys(texts.label(row.system) for row in outlines))
    return translate("map", "边界：{source} · 原坐标 {system} · {who} 于 {day} 导入").format(
        source=sources,
        system=systems,
        who=newest.imported_by,
        day=texts.day(newest.imported_at),
    )
