"""A server of the history's own, whose acknowledged commits outlive its processes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.history.running import founded_cluster
from tests.server.cluster import Cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A running server with a founded street to be copied."""
    with founded_cluster() as made:
        yield made
