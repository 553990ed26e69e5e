"""The columns of the ledger: the usual ones, those that may be added, and the order of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from db.queries.page import Order
from desktop.models.columns import Column
from desktop.texts.marking import QT_TRANSLATE_NOOP
from desktop.widgets.ledger_delegate import LedgerCell, LedgerTitles, ledger_columns

USUAL = ("number", "title", "item", "state", "unit", "deadline")
"""The columns of a list that nobody arranged."""

_MORE: tuple[tuple[str, str, int], ...] = (
    ("platform", QT_TRANSLATE_NOOP("LedgerColumns", "平台"), 104),
    ("community", QT_TRANSLATE_NOOP("LedgerColumns", "村社"), 128),
    ("grid", QT_TRANSLATE_NOOP("LedgerColumns", "网格"), 128),
    ("source", QT_TRANSLATE_NOOP("LedgerColumns", "来源"), 112),
    ("registered", QT_TRANSLATE_NOOP("LedgerColumns", "登记时间"), 148),
    ("reporter", QT_TRANSLATE_NOOP("LedgerColumns", "反映人"), 96),
    ("phone", QT_TRANSLATE_NOOP("LedgerColumns", "电话"), 124),
)
_ORDERS: dict[str, Order] = {
    "deadline": Order.DEADLINE,
    "state": Order.STATE,
    "item": Order.ITEM,
    "unit": Order.UNIT,
    "community": Order.COMMUNITY,
    "grid": Order.GRID,
    "platform": Order.PLATFORM,
}
_BY_TIME = ("number", "registered")


def all_columns(adapt: Callable[[Any], LedgerCell]) -> list[Column]:
    """Return every column that the ledger can show."""
    translate = QCoreApplication.translate
    titles = LedgerTitles(
        number=translate("LedgerColumns", "编号 / 时间"),
        title=translate("LedgerColumns", "事项与地点"),
        item=translate("LedgerColumns", "类别"),
        state=translate("LedgerColumns", "状态"),
        unit=translate("LedgerColumns", "承办单位"),
        deadline=translate("LedgerColumns", "处置时限"),
    )
    return [
        *ledger_columns(adapt, titles),
        *(
            Column(
                key,
                translate("LedgerColumns", title),
                width,
                _MoreWords(adapt, key),
                sortable=key in _ORDERS or key in _BY_TIME,
            )
            for key, title, width in _MORE
        ),
    ]


def order_of(column: str, descending: bool) -> tuple[Order, bool]:
    """Return the order that a heading asks for."""
    if column in _BY_TIME:
        return (Order.NEWEST if descending else Order.OLDEST), False
    return _ORDERS[column], descending


def column_of(order: Order, descending: bool) -> tuple[str, bool]:
    """Return the heading that shows an order, and whether its arrow points down."""
    if order in (Order.NEWEST, Order.OLDEST):
        return "number", order is Order.NEWEST
    return next(key for key, known in _ORDERS.items() if known is order), descending


class _MoreWords:
    """Reads the words of one further column out of a row."""

    def __init__(self, adapt: Callable[[Any], LedgerCell], key: str) -> None:
        self._adapt = adapt
        self._key = key

    def __call__(self, row: Any) -> str:
        return self._adapt(row).more.get(self._key, "")
