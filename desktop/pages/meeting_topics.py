"""The topics without a case: roll call, figures of the week, ranking, what was agreed so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.queries.agenda import AgendaRow
from db.queries.decisions import DecisionRow
from db.rules.agenda import Section
from db.rules.indicators import INDICATORS
from db.rules.rates import growth, points
from desktop import texts
from desktop.pages.meeting_facts import ConsoleSeen, is_valid
from desktop.pages.meeting_roll import RollCall
from desktop.pages.meeting_words import day_and_time, section_name
from desktop.widgets.card import Line
from desktop.widgets.charts import RankingBars, RankingRow
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.kpi_tile import KpiFigure, KpiTile
from desktop.widgets.plain_label import PlainLabel

SHOWN_FIGURES = (
    "registered", "closed", "close_rate", "transferred", "on_time_rate", "sign_on_time_rate",
    "satisfaction_rate", "overdue_open",
)  # fmt: skip
MOST_STATIONS = 12
_COLUMNS = 4


class TopicHead(QWidget):
    """What is shown of a topic above its note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roll = RollCall(self)
        self._title = PlainLabel("", self, kind="title")
        self._hint = PlainLabel("", self, tone="text2", wrap=True)
        self._tiles_holder = QWidget(self)
        self._tiles = {
            code: KpiTile(texts.indicator_name(code), compact=True) for code in SHOWN_FIGURES
        }
        grid = QGridLayout(self._tiles_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for place, tile in enumerate(self._tiles.values()):
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        self._ranking = RankingBars(name=self.tr("单位按时办结率"), strong=0)
        self._agreed = FactGrid(columns=1, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._title,
            self._hint,
            Line(),
            self.roll,
            self._tiles_holder,
            self._ranking,
            self._agreed,
        ):
            column.addWidget(widget)

    def show_topic(self, row: AgendaRow, seen: ConsoleSeen) -> None:
        """Show a topic."""
        section, detail = row.section, seen.detail
        self._title.setText(section_name(section))
        self._hint.setText(self._hint_of(section, detail.figures))
        self.roll.setVisible(section is Section.ATTENDANCE)
        self._tiles_holder.setVisible(section is Section.OVERVIEW and bool(detail.figures))
        self._ranking.setVisible(section is Section.RANKING)
        self._agreed.setVisible(section is Section.CONFIRMATION)
        if section is Section.ATTENDANCE:
            self.roll.show_roll(seen.units, detail.attendance)
        elif section is Section.OVERVIEW:
            self._show_figures(detail.figures)
        elif section is Section.RANKING:
            self._show_stations(detail.figures.get("stations", ()))
        elif section is Section.CONFIRMATION:
            self._show_agreed(detail.decisions)

    def _hint_of(self, section: Section, figures: Mapping[str, Any]) -> str:
        cutoff = str(figures.get("cutoff", ""))[:16]
        hints = {
            Section.ATTENDANCE: self.tr("逐个单位点名，通报请假和缺席。"),
            Section.OVERVIEW: self.tr("数据截至 {time}，环比为上一周。").format(time=cutoff or "—"),
            Section.RANKING: self.tr("各单位本周按时办结率；靠后的单位说明原因。"),
            Section.SUPERVISION: self.tr("通报督办单办理和销号情况。"),
            Section.OUTLOOK: self.tr("天气、节点、敏感日、专项行动；写进纪要的“下周工作重点”。"),
            Section.SPEECH: self.tr("写进纪要的“领导讲话”。"),
            Section.CONFIRMATION: self.tr("记录员逐项宣读，Ctrl+M 宣读确认并生成纪要。"),
        }
        return hints.get(section, "")

    def _show_figures(self, figures: Mapping[str, Any]) -> None:
        current, previous = figures.get("current", {}), figures.get("previous", {})
        for code, tile in self._tiles.items():
            value = current.get(code)
            is_rate = INDICATORS[code].denominator is not None
            change, tone = self._change(code, value, previous.get(code))
            tile.show_figure(
                KpiFigure(
                    value="—" if value is None else str(value),
                    unit="%" if is_rate and value is not None else "",
                    change=change,
                    change_tone=tone,
                )
            )

    def _change(self, code: str, value: str | None, before: str | None) -> tuple[str, str]:
        indicator = INDICATORS[code]
        if indicator.denominator is not None:
            change = points(value, before)
            words = self.tr("{arrow} {change} 点")
        else:
            change = growth(int(value or 0), int(before or 0))
            words = self.tr("{arrow} {change}%")
        if change is None:
            return "", "grey"
        falls = change.startswith("-")
        if (indicator.denominator is None and not indicator.lower_is_better) or float(change) == 0:
            tone = "grey"
        else:
            tone = "green" if falls == indicator.lower_is_better else "red"
        return words.format(arrow="↓" if falls else "↑", change=change.lstrip("-")), tone

    def _show_stations(self, stations: Sequence[Mapping[str, Any]]) -> None:
        rated = [one for one in stations if one.get("on_time_rate") is not None]
        last = len(rated) - 1
        rows = [
            RankingRow(
                id=place,
                name=one["name"],
                value=float(one["on_time_rate"]),
                shown=f"{one['on_time_rate']}%",
                note=self.tr("应办 {due} · 超期 {late}").format(
                    due=one["due"], late=one["overdue_open"]
                ),
                tone="danger" if place > last - 3 and float(one["on_time_rate"]) < 100 else "",
                rank=str(place + 1),
            )
            for place, one in enumerate(rated)
        ]
        if len(rows) > MOST_STATIONS:
            half = MOST_STATIONS // 2
            rows = rows[:half] + rows[-half:]
        self._ranking.show_rows(rows)

    def _show_agreed(self, decisions: Sequence[DecisionRow]) -> None:
        self._agreed.set_facts(
            [
                (
                    row.code,
                    self.tr("{text}（{unit} {person}，{due}）").format(
                        text=row.text,
                        unit=row.lead_name,
                        person=row.responsible,
                        due=day_and_time(row.due_at),
                    ),
                    True,
                )
                for row in decisions
                if is_valid(row)
            ]
        )
