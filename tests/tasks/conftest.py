"""The street of the stories, for work in a process of its own."""

from tests.founded import disk_not_waited_for, founded_file, story

__all__ = ["disk_not_waited_for", "founded_file", "story"]
