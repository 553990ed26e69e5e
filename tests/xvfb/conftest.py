"""The desk of the screens' tests, here in a real window, and a keyboard before it."""

import os
from collections.abc import Iterator

import pytest

from tests.founded import disk_not_waited_for, founded_file, story
from tests.screens.conftest import desk
from tests.xvfb.keyboard import Keyboard

__all__ = ["desk", "disk_not_waited_for", "founded_file", "story", "x_keyboard"]


@pytest.fixture
def x_keyboard() -> Iterator[Keyboard]:
    """A keyboard for tests whose window lives in this process."""
    keyboard = Keyboard(os.environ["DISPLAY"], lambda: None)
    yield keyboard
    keyboard.close()
