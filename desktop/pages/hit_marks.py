"""Mark in the labels of a part of the window what was searched for."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rules.grams import spans
from desktop.widgets.plain_label import PlainLabel

Spans = tuple[tuple[int, int], ...]


def mark_hits(root: QWidget, search: str) -> None:
    """Mark the hits of a search in every label under a widget; an empty one marks nothing."""
    find = partial(_found, search) if search.strip() else None
    # The stubs of Qt cannot tell a class of labels of our own from a generic one.
    labels: Any = root.findChildren(PlainLabel)
    for label in labels:
        label.set_marker(find)


@lru_cache(512)
def _found(search: str, text: str) -> Spans:
    # A label asks with every painting.
    return spans(text, search)
