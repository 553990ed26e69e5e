"""The step rules as data, filled from ``db/rules/steps.py`` by ``sync_rules``."""

from sqlalchemy import Column, Index, Integer, Table, Text

from db.model.base import METADATA, words

step_rule = Table(
    "step_rule",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("from_state", Integer, primary_key=True),
    Column("to_state", Integer, primary_key=True),
    Column("role", Text, primary_key=True),
    words("guards"),
    words("columns"),
    Index("ix_step_rule_from_state", "from_state", "kind"),
)
