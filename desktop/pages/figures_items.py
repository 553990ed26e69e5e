"""The items with most cases, with their share and the share of all down to them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.queries.breakdowns import RankedItem
from db.queries.statistics import GroupBy, counter_filter
from desktop import texts
from desktop.pages import figures_words as words
from desktop.pages.figures_seen import ItemsSeen
from desktop.widgets.buttons import ActionButton
from desktop.widgets.card import Card, CardTitle
from desktop.widgets.charts.pareto_chart import ParetoChart, ParetoRow
from desktop.widgets.plain_label import PlainLabel

TOP = 10


class ItemsCard(Card):
    """The ranking of items; ``all_wanted`` asks for the whole table."""

    cases_wanted = Signal(object, str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margins=14, spacing=6)
        self._seen: ItemsSeen | None = None
        self._title = CardTitle(self.tr("事项排行 · 前 10"))
        more = ActionButton(self.tr("看全部事项"), kind="link")
        more.clicked.connect(self.all_wanted)
        self._title.add(more)
        self.bars = ParetoChart(name=self.tr("事项排行"))
        self.bars.chosen.connect(self._choose)
        self._none = PlainLabel(self.tr("这段时间没有录入，换一个时期看看"), tone="text2")
        self.body.addWidget(self._title)
        self.body.addWidget(self.bars)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_items(self, seen: ItemsSeen) -> None:
        """Show the ranking of a period."""
        self._seen = seen
        self._none.setVisible(not seen.items)
        self._title.set_note("")
        if seen.items:
            note = self.tr("共 {n} 项有件，前 {top} 项占 {share}")
            share = texts.rate(seen.items[-1].cumulative_share)
            self._title.set_note(note.format(n=seen.kinds, top=len(seen.items), share=share))
        self.bars.setVisible(bool(seen.items))
        self.bars.show_rows([self._bar(row) for row in seen.items])

    def _bar(self, row: RankedItem) -> ParetoRow:
        moved = words.rank_change(row.rank, row.previous_rank)
        return ParetoRow(
            id=row.item_id,
            rank=str(row.rank),
            moved=moved.words,
            moved_tone=moved.tone,
            name=row.name or self.tr("未填事项"),
            count=row.count,
            share=texts.rate(row.share),
            sum=float(row.cumulative_share),
            sum_words=texts.rate(row.cumulative_share),
        )

    @Slot(object)
    def _choose(self, item_id: int | None) -> None:
        seen = self._seen
        if seen is None:
            return
        names = {row.item_id: row.name for row in seen.items}
        wanted = counter_filter(seen.scope, "registered", GroupBy.ITEM, item_id)
        name = names.get(item_id) or self.tr("未填事项")
        self.cases_wanted.emit(wanted, self.tr("{item} · 录入").format(item=name))
