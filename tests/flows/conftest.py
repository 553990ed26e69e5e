"""The street of the stories on both engines: founded once on each, copied for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import open_database
from tests.server.cluster import Cluster
from tests.story import MONDAY, Story, found_story


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the founded street, closed again."""
    path = tmp_path_factory.mktemp("street") / "street.db"
    story = found_story(path)
    with story.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    story.database.close()
    return path


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A running server with the founded street in the database ``founded``."""
    made = Cluster()
    made.start()
    made.run("CREATE DATABASE founded")
    found_story(made.url("founded")).database.close()
    yield made
    made.stop()


@pytest.fixture(params=["file", "server"])
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Story]:
    """A street of its own for one test, once in a file and once on a server."""
    if request.param == "file":
        path = tmp_path / "street.db"
        shutil.copyfile(request.getfixturevalue("founded_file"), path)
        address = str(path)
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        cluster.run("CREATE DATABASE street TEMPLATE founded STRATEGY FILE_COPY")
        address = cluster.url("street")
    database = open_database(address, clock=lambda: MONDAY)
    yield Story(database, address)
    database.close()
    if request.param == "server":
        cluster.run("DROP DATABASE street WITH (FORCE)")
