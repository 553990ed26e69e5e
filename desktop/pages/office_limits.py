"""How long each stage may take, as the street has set it; read only."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.queries.door import Reader
from db.rules.limits import Limit, Limits, LimitUnit, Stage
from db.rules.terms import Urgency
from desktop import texts
from desktop.models.columns import Column
from desktop.pages.whole_table import WholeTable
from desktop.services import Services
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.plain_label import PlainLabel

LimitRow = tuple[Stage, Limits]
MINUTES_AN_HOUR = 60


class LimitsView(Card):
    """The limits by stage and urgency."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=16, spacing=12)
        self._services = services
        self.table = WholeTable(
            (
                Column("stage", self.tr("环节"), 150, _stage, strong=_always),
                Column("normal", texts.label(Urgency.NORMAL), 220, self._normal, stretch=True),
                Column("urgent", texts.label(Urgency.URGENT), 220, self._urgent, stretch=True),
                Column("major", texts.label(Urgency.MAJOR), 220, self._major, stretch=True),
            ),
            name=self.tr("各环节时限"),
        )
        self.facts = FactGrid(columns=2)
        self.body.addWidget(CardTitle(self.tr("办理时限"), self.tr("各环节最长用时")))
        self.body.addWidget(self.table)
        self.body.addWidget(self.facts)
        note = self.tr(
            "工作日从交办次日起算，到下班时为止；紧急和重大事件按自然时间连续计算。"
            "处置时限由事项清单决定。本页只供查看。"
        )
        self.body.addWidget(PlainLabel(note, kind="second", tone="text2", wrap=True))
        self.body.addStretch(1)

    def reload(self) -> None:
        """Ask for the limits."""
        self._services.ask(_limits, parent=self, done=self._show, key="limits")

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    @Slot(object)
    def _show(self, seen: tuple[Limits, int]) -> None:
        limits, spot_check = seen
        rows = tuple((stage, limits) for stage in Stage)
        self.table.show_rows(rows)
        height = self.table.verticalHeader().defaultSectionSize() * len(rows)
        self.table.setFixedHeight(height + self.table.horizontalHeader().height() + 4)
        days, percent = self.tr("{n} 个工作日"), self.tr("剩余不足 {n}% 或 {days} 个工作日")
        hours = self.tr("最长 {n} 小时")
        self.facts.set_facts(
            [
                (self.tr("紧急事件处置"), hours.format(n=limits.urgent_max_hours)),
                (self.tr("重大事件处置"), hours.format(n=limits.major_max_hours)),
                (self.tr("延期合计最多"), days.format(n=limits.max_extension_days)),
                (
                    self.tr("黄灯提醒"),
                    percent.format(n=limits.yellow_percent, days=limits.yellow_workdays),
                ),
                (
                    self.tr("重大事件书面报区"),
                    self.tr("{n} 分钟内").format(n=limits.major_report_minutes),
                ),
                (
                    self.tr("重大事件续报"),
                    self.tr("每 {n} 分钟").format(n=limits.major_follow_up_minutes),
                ),
                (self.tr("自办件抽查核实"), self.tr("抽查 {n}%").format(n=spot_check)),
            ]
        )

    def _normal(self, row: LimitRow) -> str:
        return self._words(row, Urgency.NORMAL)

    def _urgent(self, row: LimitRow) -> str:
        return self._words(row, Urgency.URGENT)

    def _major(self, row: LimitRow) -> str:
        return self._words(row, Urgency.MAJOR)

    def _words(self, row: LimitRow, urgency: Urgency) -> str:
        stage, limits = row
        return self._limit(limits.of(stage, urgency))

    def _limit(self, limit: Limit) -> str:
        whole = limit.amount % MINUTES_AN_HOUR == 0 and limit.amount > MINUTES_AN_HOUR
        if limit.unit is LimitUnit.WORKDAYS:
            return self.tr("{n} 个工作日").format(n=limit.amount)
        if limit.unit is LimitUnit.WORKING_MINUTES:
            words = self.tr("{n} 个工作小时") if whole else self.tr("{n} 分钟（工作时间）")
        else:
            words = self.tr("{n} 小时") if whole else self.tr("{n} 分钟")
        return words.format(n=limit.amount // MINUTES_AN_HOUR if whole else limit.amount)


def _limits(reader: Reader) -> tuple[Limits, int]:
    """Return the limits of the reader's street and its share of spot checks."""
    return reader.office.limits, reader.office.spot_check_percent


def _stage(row: LimitRow) -> str:
    return texts.label(row[0])


def _always(_row: LimitRow) -> bool:
    return True
