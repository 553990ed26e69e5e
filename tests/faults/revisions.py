"""A second revision of the tables that exists for tests only."""

from __future__ import annotations

from pathlib import Path

from db.migrations.runner import OURS, Revisions

HEADER = '''"""A revision of the tests."""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{before}"
branch_labels = None
depends_on = None
def upgrade() -> None:
'''
SECOND = """
    op.create_table("synthetic_note", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("cases") as batch:
        batch.add_column(sa.Column("synthetic", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE street SET district_name = district_name || ''")
    op.execute("INSERT INTO synthetic_note (id) VALUES (1)")
"""
FAILING = """
    op.create_table("synthetic_note", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE street SET name = 'half done'")
    op.execute("INSERT INTO no_such_table VALUES (1)")
"""


def second_revision(folder: Path, body: str) -> Revisions:
    """Return our revisions with one more, whose script is written to a folder."""
    scripts = folder / "versions"
    scripts.mkdir(exist_ok=True)
    text = HEADER.format(before=OURS.head) + body
    (scripts / "r9999_synthetic.py").write_text(text, encoding="utf-8")
    return Revisions((*OURS.order, "9999"), (*OURS.folders, scripts))
