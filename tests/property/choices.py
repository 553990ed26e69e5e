"""What hypothesis chooses from while it plays with cases: people, cases, when a rule may run."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis.stateful import precondition

from tests.property.case_model import ROLES

WHO = st.sampled_from(sorted(ROLES))
WHICH = st.integers(0, 5)
MOSTLY = st.sampled_from((True,) * 5 + (False,))


def some_case(*states: int) -> Any:
    """Let a rule run only while some case is in one of these states."""
    return precondition(lambda self: any(case.state in states for case in self.known))
