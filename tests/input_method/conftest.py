"""The desk of the screens' tests in a real window, with a Chinese input method beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from desktop.startup import prepare
from tests.screens.conftest import desk, founded_file, story

__all__ = ["desk", "founded_file", "story"]


@pytest.fixture(scope="session", autouse=True)
def prepared() -> Iterator[None]:
    """Find the way to the input method as the program does, before Qt looks at the variables."""
    before = dict(os.environ)
    prepare(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)
