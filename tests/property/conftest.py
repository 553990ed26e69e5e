"""The street of the stories, for tests that try what nobody thought of."""

from tests.flows.conftest import founded_file, story

__all__ = ["founded_file", "story"]
