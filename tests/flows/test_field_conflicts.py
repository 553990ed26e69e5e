"""Two people change one thing of the office: field by field, nothing is written over unseen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db.commands.items import ChangeItem, RetireItem
from db.commands.settings import ChangeSetting
from db.errors import Conflict
from db.model.item import item
from db.queries.lookup import ItemRow, items
from tests.story import MONDAY, Story

CODE = "MD02"
KEY = "limits.normal_sign_days"


def listed(story: Story) -> ItemRow:
    """Return the item as the list shows it."""
    return next(row for row in story.ask(items) if row.code == CODE)


def moved_of(caught: pytest.ExceptionInfo[Conflict]) -> list[tuple[str, Any, Any, str]]:
    """Return what a conflict tells of each field."""
    assert caught.value.code == "fields_moved_on"
    return [(one.name, one.was, one.now, one.who) for one in caught.value.facts["moved"]]


def test_a_field_that_somebody_else_changed_is_told_with_who_and_when(story: Story) -> None:
    seen = listed(story)
    story.do(ChangeItem(item_id=seen.id, limit_hours=48), by="director")
    mine = {"limit_hours": seen.limit_hours, "synonyms": seen.synonyms}
    with pytest.raises(Conflict) as caught:
        story.do(ChangeItem(item_id=seen.id, limit_hours=96, seen=mine), by="director")
    assert moved_of(caught) == [("limit_hours", seen.limit_hours, 48, "主任甲")]
    assert caught.value.facts["moved"][0].at == MONDAY
    assert listed(story).limit_hours == 48
    keep_mine = {**mine, "limit_hours": 48}
    story.do(ChangeItem(item_id=seen.id, limit_hours=96, seen=keep_mine), by="director")
    assert listed(story).limit_hours == 96


def test_different_fields_of_one_item_are_both_kept(story: Story) -> None:
    seen = listed(story)
    story.do(ChangeItem(item_id=seen.id, synonyms="吵架"), by="director")
    mine = {"limit_hours": seen.limit_hours, "synonyms": seen.synonyms}
    story.do(ChangeItem(item_id=seen.id, limit_hours=96, seen=mine), by="director")
    assert (listed(story).limit_hours, listed(story).synonyms) == (96, "吵架")


def test_an_item_that_somebody_else_ends_is_not_ended_otherwise(story: Story) -> None:
    seen = listed(story)
    story.do(RetireItem(item_id=seen.id, last_day=(MONDAY + timedelta(9)).date()), by="director")
    mine = RetireItem(
        item_id=seen.id, last_day=(MONDAY + timedelta(3)).date(), seen={"valid_to": None}
    )
    with pytest.raises(Conflict) as caught:
        story.do(mine, by="director")
    end = (MONDAY + timedelta(9)).date()
    assert moved_of(caught) == [("valid_to", None, end, "主任甲")]
    with story.database.reading() as connection:
        query = select(item.c.valid_to).where(item.c.id == seen.id)
        assert connection.execute(query).scalar_one() == end


@pytest.mark.parametrize("later", [0, 7])
def test_a_setting_is_not_written_over_unseen_now_or_on_a_later_day(
    story: Story, later: int
) -> None:
    day = (MONDAY + timedelta(later)).date()

    def change(days: int, seen: int) -> ChangeSetting:
        value = {"normal_sign_days": days}
        return ChangeSetting(name="limits", value=value, valid_from=day, seen={KEY: seen})

    story.do(change(3, 1), by="director")
    with pytest.raises(Conflict) as caught:
        story.do(change(5, 1), by="director")
    assert moved_of(caught) == [(KEY, 1, 3, "主任甲")]
    assert story.do(change(5, 3), by="director")["value"]["normal_sign_days"] == 5
