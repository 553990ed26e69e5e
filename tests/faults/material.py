"""What is registered and imported under faults."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from db.commands.imports import ImportRow
from db.commands.intake import CaseFacts
from db.engine import Database
from db.model.item import item
from db.model.organisation import unit
from db.rules.terms import CaseState, Satisfaction, Source


def facts(database: Database) -> CaseFacts:
    """Return complete facts of a case."""
    with database.reading() as connection:
        item_id = connection.execute(select(item.c.id).where(item.c.code == "MD02")).scalar_one()
        community_id = connection.execute(
            select(unit.c.id).where(unit.c.code == "330303001004")
        ).scalar_one()
    return CaseFacts(
        source=Source.HOTLINE_12345,
        title="邻居夜间装修噪声",
        content="永上社区中心街29号三楼夜间装修，邻居多次交涉无果。",
        item_id=item_id,
        community_id=community_id,
        address="永上社区中心街29号",
        reporter_name="林大明",
        reporter_phone="13805770001",
    )


def import_row(ref: int) -> ImportRow:
    """Return a line of a list: closed in its grid on the day of entry."""
    return ImportRow(
        ref=ref,
        source_number=f"LW{ref:05d}",
        title="井盖缺失",
        content="永上社区中心街人行道井盖缺失。",
        source=Source.GRID_REPORT,
        item_code="MD02",
        state=CaseState.CLOSED,
        registered_at=datetime(2026, 11, 9, 9, 0),
        community_name="永上居委会",
        grid_name="永上社区01网格",
        unit_name="永上居委会",
        closed_at=datetime(2026, 11, 9, 15, 0),
        satisfaction=Satisfaction.SATISFIED,
    )
