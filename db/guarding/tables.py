"""Which tables are never changed, never deleted from, or written by commands alone."""

APPEND_ONLY = (
    "case_step",
    "audit",
    "change_log",
    "reminder",
    "notice_step",
    "suggestion_answer",
    "points_entry",
    "listed_report",
    "decision_progress",
    "paper",
    "paper_print",
    "command_done",
    "attachment",
    "attachment_chunk",
    "alarm_acknowledged",
)
"""Tables whose rows are never changed and never deleted (the change log may be pruned)."""

NEVER_DELETED = (
    "cases",
    "case_unit",
    "case_party",
    "extension_request",
    "notice",
    "listed_supervision",
    "meeting",
    "agenda_case",
    "decision",
    "attendance",
    "handover",
    "handover_item",
    "unit",
    "person",
    "account",
    "item",
    "suggestion_rule",
    "street",
    "chain_head",
    "counter",
)

COMMANDS_ONLY = (
    "case_unit",
    "case_party",
    "extension_request",
    "reminder",
    "notice",
    "notice_step",
    "points_entry",
    "listed_supervision",
    "listed_report",
    "meeting",
    "attendance",
    "agenda_case",
    "decision",
    "decision_progress",
    "paper",
    "paper_print",
    "attachment",
    "attachment_chunk",
    "unit_outline",
    "alarm_acknowledged",
    "alarm_volume",
    "handover",
    "handover_item",
    "saved_view",
    "list_layout",
)
"""Tables that only a command of a known person writes."""

SIGNED = {
    "reminder": "actor_id",
    "suggestion_answer": "actor_id",
    "notice_step": "actor_id",
    "listed_report": "actor_id",
    "decision_progress": "actor_id",
    "paper": "actor_id",
    "paper_print": "actor_id",
    "attachment": "added_by",
    "alarm_acknowledged": "account_id",
}
"""Tables whose rows tell who made them → the column: nobody writes another's name there."""

HANDOVER_FIXED = (
    "id",
    "street_id",
    "shift",
    "began_at",
    "giver_id",
    "taker_id",
    "at",
    "counts",
    "note",
)
HANDOVER_ITEM_FIXED = ("id", "handover_id", "case_id", "remark")
"""What a signature never changes."""

REMOVED_BY_COMMANDS = ("unit_outline", "saved_view")
"""Tables of which a command of a known person may also take rows away."""

FOUNDED = (
    "street",
    "unit",
    "person",
    "account",
    "item",
    "suggestion_rule",
    "platform",
    "setting",
    "calendar_day",
)
"""Tables that the founding fills without an actor; once its street has an account, only commands
may."""
