"""What stands on the printed list of the ledger; the page is Chinese in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.page import Tab
from db.rules.masking import mask_text
from desktop import texts
from desktop.paper_words import case_list_contents

if TYPE_CHECKING:
    from db.queries.printed import PrintedList
    from desktop.documents.contents import CaseListContents

_TABS = {
    Tab.WAITING_ACCEPTANCE: "待受理",
    Tab.TO_ASSIGN: "待交办",
    Tab.IN_PROGRESS: "处置中",
    Tab.TO_VERIFY: "待核查",
    Tab.TO_CALL_BACK: "待回访",
    Tab.OVERDUE: "超期",
    Tab.CLOSED_TODAY: "今日办结",
}


@texts.official
def ledger_list_contents(printed: PrintedList, given: str) -> CaseListContents:
    """Return the list with its scope and when it was read.

    :param given: what a list behind a figure is called; without it the filter is told.
    """
    as_of = f"数据截至{texts.moment(printed.now)}"
    subtitle = "    ".join(part for part in (given or _scope(printed), as_of) if part)
    return case_list_contents(
        "事件台账", printed.street, printed.rows, subtitle, has_more=printed.has_more
    )


def _scope(printed: PrintedList) -> str:
    wanted = printed.filter
    search = f"搜索“{mask_text(wanted.search)}”" if wanted.search else ""
    parts = (
        _TABS.get(wanted.tab, ""),
        *(texts.label(one) for one in wanted.urgencies),
        *printed.names,
        "重复件" if wanted.is_duplicate else "",
        search,
    )
    return "、".join(part for part in parts if part)
