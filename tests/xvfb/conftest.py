"""The desk of the screens' tests, here in a real window."""

from tests.screens.conftest import desk

__all__ = ["desk"]
