"""Twelve people work through faults of five kinds: nothing is lost, doubled or illegal.

The long run over all kinds is ``python -m tests.faults.history``.
"""

from __future__ import annotations

from tests.faults.history.entries import Outcome
from tests.faults.history.people import PEOPLE_AT_WORK
from tests.faults.history.running import run, street_on
from tests.server.cluster import Cluster

KINDS = (
    "network cut",
    "network silent",
    "answers swallowed",
    "backends terminated",
    "statements cancelled",
)


def test_a_short_history_has_nothing_lost_doubled_or_illegal(cluster: Cluster) -> None:
    with street_on(cluster, "history"):
        ran = run(
            cluster, "history", commands=120, seed=1, only=KINDS, pause=0.1,
            least_faults=len(KINDS), most_faults=len(KINDS),
        )  # fmt: skip
        print(ran.figures())
        wrong = ran.wrong()
    entries = ran.log.entries()
    assert wrong == []
    assert set(ran.done) == set(KINDS)
    assert {entry.login for entry in entries if entry.outcome is Outcome.OK} == PEOPLE_AT_WORK
    assert any(entry.outcome is Outcome.FAIL for entry in entries) and ran.log.looks()
