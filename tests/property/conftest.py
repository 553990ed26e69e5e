"""The street of the stories, for tests that try what nobody thought of."""

from tests.founded import disk_not_waited_for, founded_file, story

__all__ = ["disk_not_waited_for", "founded_file", "story"]
