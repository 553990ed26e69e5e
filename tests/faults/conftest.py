"""A founded street to be mistreated, and processes that die."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from db.engine import Database, open_database
from tests.faults.programs import PATIENCE_S, Programs
from tests.story import MONDAY, Story, found_story


@pytest.fixture(scope="session")
def _context() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.child", "alembic.command", "alembic.context"])
    return context


@pytest.fixture
def programs(_context: ForkServerContext, tmp_path: Path) -> Iterator[Programs]:
    """Processes of the program."""
    folder = tmp_path / "answers"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    found = Programs(_context, folder)
    yield found
    found.end()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the founded street and one case, closed again."""
    path = tmp_path_factory.mktemp("founded") / "street.db"
    story = found_story(path)
    story.registered()
    story.database.close()
    return path


@pytest.fixture
def street(founded: Path, tmp_path: Path) -> Path:
    """A copy of the founded street."""
    return Path(shutil.copyfile(founded, tmp_path / "street.db"))


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Database]]:
    """Open a file that is closed at the end of the test."""
    found: list[Database] = []

    def open_now(path: Path) -> Database:
        found.append(open_database(str(path), clock=lambda: MONDAY))
        return found[-1]

    yield open_now
    for database in found:
        database.close()


@pytest.fixture
def story(street: Path, opened: Callable[[Path], Database]) -> Story:
    """The story of the founded street."""
    return Story(opened(street))


@pytest.fixture
def run_program() -> Callable[..., int]:
    """Run the real program as a person would and return how it ended."""

    def run(words: list[str], **environment: str) -> int:
        done = subprocess.run(
            [sys.executable, *words],
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.returncode

    return run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount disks of a few megabytes; this needs root and fails loudly without it."""
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        call("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place))
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        call("umount", "--lazy", str(place))


def call(*words: str) -> None:
    """Run a program of the system; what it complains about fails the test."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stderr} ({sys.platform})"
