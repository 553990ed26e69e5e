"""The running server and a street of its own on it for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.engine import open_database
from tests.server.cluster import Cluster
from tests.server.office import office, street
from tests.server.proxy import Proxy
from tests.server.two_streets import TwoStreets, found_neighbour, live, settle_administrators
from tests.story import MONDAY, Story, found_story

__all__ = ["cluster", "office", "story", "street", "streets"]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running server with the founded street in the database ``founded``."""
    made = Cluster()
    made.start()
    made.run("CREATE DATABASE founded")
    found_story(made.url("founded")).database.close()
    yield made
    made.stop()


@pytest.fixture
def story(cluster: Cluster) -> Iterator[Story]:
    """A street of its own for one test."""
    cluster.run("CREATE DATABASE street TEMPLATE founded STRATEGY FILE_COPY")
    database = open_database(cluster.url("street"), clock=lambda: MONDAY)
    yield Story(database, cluster.url("street"))
    database.close()
    cluster.run("DROP DATABASE street WITH (FORCE)")


@pytest.fixture
def proxy(cluster: Cluster) -> Iterator[Proxy]:
    """A network of the test's own before the cluster."""
    made = Proxy(cluster.folder)
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def streets(cluster: Cluster) -> Iterator[TwoStreets]:
    """Two streets in one database that worked for a while; tests only look, or try in vain."""
    cluster.run("CREATE DATABASE streets TEMPLATE founded STRATEGY FILE_COPY")
    database = open_database(cluster.url("streets"), clock=lambda: MONDAY)
    first = Story(database, cluster.url("streets"))
    settle_administrators(first)
    neighbour = found_neighbour(first)
    yield TwoStreets(first, neighbour, live(first), live(neighbour))
    database.close()
    cluster.run("DROP DATABASE streets WITH (FORCE)")
