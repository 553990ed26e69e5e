"""The words by which other systems tell where a case stands."""

from __future__ import annotations

from db.rules.terms import CaseState
from desktop.exchange.headers import loose

STATES: dict[str, CaseState] = {
    **dict.fromkeys(
        ("待受理", "未受理", "新增", "已上报", "待分流", "待交办", "待派遣", "待分派", "已登记"),
        CaseState.WAITING_ACCEPTANCE,
    ),
    **dict.fromkeys(
        ("待签收", "未签收", "已交办", "已派遣", "已分派"), CaseState.WAITING_SIGNATURE
    ),
    **dict.fromkeys(
        (
            "处置中",
            "办理中",
            "处理中",
            "已签收",
            "已受理",
            "进行中",
            "流转中",
            "未办结",
            "延期办理",
        ),
        CaseState.IN_PROGRESS,
    ),
    **dict.fromkeys(
        ("待核查", "待验证", "待核实", "待结案", "结案待验证", "待审核"),
        CaseState.WAITING_VERIFICATION,
    ),
}
"""States of cases that are open; closed ones are told by ``desktop/exchange/words.py``."""


def open_state(text: str) -> CaseState:
    """Return the state that an open case is in; an unknown word means that it is handled."""
    return STATES.get(loose(text), CaseState.IN_PROGRESS)
