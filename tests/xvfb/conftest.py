"""The desk of the screens' tests, here in a real window."""

from tests.founded import disk_not_waited_for, founded_file, story
from tests.screens.conftest import desk

__all__ = ["desk", "disk_not_waited_for", "founded_file", "story"]
