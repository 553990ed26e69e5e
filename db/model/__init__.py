"""Tables, by subject; importing this package registers all of them."""

from db.model import (
    account,
    attachment,
    audit,
    case,
    desk,
    document,
    handover,
    item,
    meeting,
    organisation,
    outline,
    rule,
    setting,
    supervision,
)
from db.model.base import METADATA

__all__ = [
    "METADATA",
    "account",
    "attachment",
    "audit",
    "case",
    "desk",
    "document",
    "handover",
    "item",
    "meeting",
    "organisation",
    "outline",
    "rule",
    "setting",
    "supervision",
]
