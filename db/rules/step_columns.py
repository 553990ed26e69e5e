"""The columns of a case that each kind of step may carry; the step table names these groups."""

from __future__ import annotations

FACTS = [
    "title",
    "content",
    "urgency",
    "level",
    "item_id",
    "platform",
    "class_name",
    "community_id",
    "grid_id",
    "micro_grid",
    "address",
    "longitude",
    "latitude",
    "happened_at",
    "reporter_name",
    "reporter_phone",
    "wants_call_back",
    "people_count",
    "concerns_stability",
    "is_public",
    "search_text",
]
ENTRY = [*FACTS, "holder_id", "limit_hours", "accept_due_at", "is_urged"]
ASSIGNMENT = [
    "holder_id",
    "lead_id",
    "level",
    "is_transferred",
    "assign_count",
    "limit_hours",
    "assigned_at",
    "first_assigned_at",
    "sign_due_at",
    "first_sign_due_at",
    "signed_at",
    "feedback_due_at",
    "follow_up_due_at",
    "due_at",
    "original_due_at",
]
CLOSING = [
    "holder_id",
    "closed_at",
    "verified_at",
    "verified_first_time",
    "verification",
    "stars",
    "result",
]
EVERYTHING_OF_AN_IMPORT = [
    *ENTRY,
    *ASSIGNMENT,
    *CLOSING,
    *[
        "self_handled",
        "accepted_at",
        "first_signed_at",
        "feedback_at",
        "reported_at",
        "archived_at",
        "satisfaction",
        "called_back_at",
        "return_count",
        "rework_count",
        "extension_count",
        "district_number",
    ],
]
