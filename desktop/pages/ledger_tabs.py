"""The tabs of the ledger with their names."""

from __future__ import annotations

from typing import Any

from db.queries.page import Tab
from desktop.pages.stage_words import translate


def tab_words() -> list[tuple[Any, ...]]:
    """Return each tab with its name in the language of the window, and the tone of its count."""
    return [
        (Tab.ALL, translate("LedgerPage", "全部")),
        (Tab.WAITING_ACCEPTANCE, translate("LedgerPage", "待受理")),
        (Tab.TO_ASSIGN, translate("LedgerPage", "待交办")),
        (Tab.IN_PROGRESS, translate("LedgerPage", "处置中")),
        (Tab.TO_VERIFY, translate("LedgerPage", "待核查")),
        (Tab.TO_CALL_BACK, translate("LedgerPage", "待回访")),
        (Tab.OVERDUE, translate("LedgerPage", "超期"), "danger"),
        (Tab.CLOSED_TODAY, translate("LedgerPage", "今日办结")),
    ]
