"""The desk of the screens' tests, here in a real window."""

from tests.screens.conftest import desk, founded_file, story

__all__ = ["desk", "founded_file", "story"]
