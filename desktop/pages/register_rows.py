"""Where in the registration form an error of the record is told."""

from __future__ import annotations

from db.errors import NotAllowed, RuleError

FIELD_ROWS = {
    "content": "content",
    "title": "content",
    "item": "item",
    "item_id": "item",
    "community": "place",
    "community_id": "place",
    "grid_id": "grid",
    "address": "address",
    "phone": "phone",
    "reporter_phone": "phone",
    "reporter_name": "reporter",
    "result": "result",
    "lead_id": "lead",
}
"""Field of a command → row of the form in which its error is told."""
CODE_ROWS = {
    "not_on_list": "item",
    "item_retired": "item",
    "item_expired": "item",
    "item_not_yet": "item",
    "place_unknown": "grid",
    "place_not_yours": "grid",
    "unit_cannot_handle": "lead",
}


def row_of(error: Exception) -> str | None:
    """Return the row that an error belongs under; None where it belongs to no field."""
    if not isinstance(error, (RuleError, NotAllowed)):
        return None
    field = str(error.facts.get("field", ""))
    return FIELD_ROWS.get(field) or CODE_ROWS.get(error.code)
