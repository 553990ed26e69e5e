"""The street of the stories on both engines: founded once on each, copied for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import open_database
from tests.founded import disk_not_waited_for, founded_file
from tests.server.cluster import Cluster
from tests.server.conftest import cluster
from tests.story import MONDAY, Story

__all__ = ["cluster", "disk_not_waited_for", "founded_file", "story"]


@pytest.fixture(params=["file", "server"])
def story(
    request: pytest.FixtureRequest, tmp_path: Path, disk_not_waited_for: None
) -> Iterator[Story]:
    """A street of its own for one test, once in a file and once on a server."""
    if request.param == "file":
        path = tmp_path / "street.db"
        shutil.copyfile(request.getfixturevalue("founded_file"), path)
        address = str(path)
    else:
        running: Cluster = request.getfixturevalue("cluster")
        running.run("CREATE DATABASE street TEMPLATE founded STRATEGY FILE_COPY")
        address = running.url("street")
    database = open_database(address, clock=lambda: MONDAY)
    yield Story(database, address)
    database.close()
    if request.param == "server":
        running.run("DROP DATABASE street WITH (FORCE)")
