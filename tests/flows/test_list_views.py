"""Saved views: own ones and shared ones, who may change them, and what became of their parts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from db.commands.items import RetireItem
from db.commands.views import (
    DeleteView,
    KeepListLayout,
    OverwriteView,
    RenameView,
    SaveView,
)
from db.errors import NotAllowed, NotFound, RuleError
from db.model.desk import list_layout, saved_view
from db.model.organisation import unit
from db.queries.list_views import ListView, ViewRow, own_layout, plain_view, saved_views, view_of
from db.queries.page import EVERYTHING, Order, Tab
from db.rules.terms import CaseState, Urgency
from tests.story import MONDAY, Story

VIEW = ListView(
    filter=EVERYTHING.replace(
        tab=Tab.TO_ASSIGN,
        urgencies=(Urgency.URGENT, Urgency.MAJOR),
        states=(CaseState.RETURNED,),
        platforms=("sc",),
        registered_from=date(2026, 11, 1),
        is_duplicate=False,
        search="噪声",
    ),
    order=Order.UNIT,
    descending=True,
    group="unit",
    columns=("number", "title", "unit"),
    widths={"unit": 180},
    density="compact",
)


def save(story: Story, name: str, *, by: str = "operator", shared: bool = False) -> int:
    """Save the view under a name and return its id."""
    command = SaveView(name=name, content=plain_view(VIEW), is_shared=shared)
    return int(story.do(command, by=by)["view_id"])


def names(story: Story, by: str = "operator") -> list[tuple[str, bool, bool]]:
    """Return what a person is offered: name, shared, own."""
    rows: tuple[ViewRow, ...] = story.ask(saved_views, by=by)
    return [(row.name, row.is_shared, row.is_own) for row in rows]


def test_a_view_comes_back_as_it_was_saved(story: Story) -> None:
    save(story, "急件待交办")
    row = story.ask(saved_views)[0]
    assert (row.name, row.owner, row.retired) == ("急件待交办", "值班员甲", ())
    assert plain_view(row.view) == plain_view(VIEW)
    assert row.view.filter == VIEW.filter


def test_own_views_are_the_persons_own_and_shared_ones_the_streets(story: Story) -> None:
    save(story, "我的")
    save(story, "早会用", by="shift_lead", shared=True)
    assert names(story) == [("我的", False, True), ("早会用", True, False)]
    assert names(story, by="sfs") == [("早会用", True, False)]
    assert names(story, by="shift_lead") == [("早会用", True, True)]


def test_only_who_may_share_changes_a_shared_view(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        save(story, "大家的", shared=True)
    shared = save(story, "大家的", by="shift_lead", shared=True)
    for command in (
        OverwriteView(view_id=shared, content=plain_view(ListView())),
        RenameView(view_id=shared, name="别的", is_shared=True),
        DeleteView(view_id=shared),
    ):
        with pytest.raises(NotAllowed, match="permission_missing"):
            story.do(command)
    story.do(RenameView(view_id=shared, name="晨会", is_shared=True), by="director")
    assert names(story) == [("晨会", True, False)]
    own = save(story, "我的")
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(RenameView(view_id=own, name="我的", is_shared=True))
    with pytest.raises(NotFound, match="saved_view_unknown"):
        story.do(DeleteView(view_id=own), by="director")


def test_a_view_is_overwritten_renamed_and_deleted(story: Story) -> None:
    view = save(story, "旧名")
    story.do(OverwriteView(view_id=view, content=plain_view(ListView(order=Order.NEWEST))))
    story.do(RenameView(view_id=view, name="新名", is_shared=False))
    row = story.ask(saved_views)[0]
    assert (row.name, row.view.order, row.view.filter) == ("新名", Order.NEWEST, EVERYTHING)
    story.do(DeleteView(view_id=view))
    assert names(story) == []


def test_names_are_told_apart_and_a_view_is_sound(story: Story) -> None:
    save(story, "早会用", by="shift_lead", shared=True)
    with pytest.raises(RuleError, match="view_name_taken"):
        save(story, "早会用")
    with pytest.raises(RuleError, match="field_missing"):
        save(story, " ")
    sound = plain_view(VIEW)
    wrong: tuple[dict[str, Any], ...] = (
        {},
        {**sound, "order": "sideways"},
        {**sound, "filter": {"tab": "nowhere"}},
        {**sound, "filter": {"ids": [1]}},
        {**sound, "filter": {"unit_ids": [{}]}},
        {**sound, "widths": {"unit": 9_000}},
        {**sound, "density": "airy"},
        {**sound, "columns": [1]},
    )
    for content in wrong:
        with pytest.raises(RuleError, match="not_consistent"):
            story.do(SaveView(name="坏的", content=content))
    assert view_of(sound) == view_of(plain_view(view_of(sound)))


def test_a_view_of_something_retired_names_it(story: Story) -> None:
    item, station = story.item("MD02"), story.unit("SFS")
    narrowed = EVERYTHING.replace(item_ids=(item,), unit_ids=(station,))
    story.do(SaveView(name="纠纷", content=plain_view(ListView(filter=narrowed))))
    assert story.ask(saved_views)[0].retired == ()
    story.do(RetireItem(item_id=item), by="director")
    with story.by_hand() as connection:
        connection.execute(update(unit).where(unit.c.id == station).values(active=False))
    assert story.ask(saved_views)[0].retired == ("司法所", "邻里纠纷")


def test_the_ledger_is_found_as_it_was_left(story: Story) -> None:
    assert story.ask(own_layout) is None
    layout = ListView(columns=("title", "number"), widths={"number": 200}, density="single")
    for order in (Order.DEADLINE, Order.STATE):
        content = plain_view(ListView(**{**vars(layout), "order": order}))
        story.do(KeepListLayout(content=content))
    kept = story.ask(own_layout)
    assert (kept.columns, kept.density, kept.order) == (
        ("title", "number"), "single", Order.STATE,
    )  # fmt: skip
    assert story.ask(own_layout, by="director") is None
    with pytest.raises(RuleError, match="not_consistent"):
        story.do(KeepListLayout(content=plain_view(VIEW)))


def test_only_a_command_of_somebody_writes_views(story: Story) -> None:
    save(story, "我的")
    story.do(KeepListLayout(content=plain_view(ListView())))
    values = {"id": 1, "street_id": 1, "owner_id": 1, "name": "x", "content": {}}
    for statement in (
        insert(saved_view).values(**values, changed_at=MONDAY),
        update(saved_view).values(name="x"),
        delete(saved_view),
        update(list_layout).values(content={}),
    ):
        with pytest.raises(RuleError), story.database.writing(None) as connection:
            connection.execute(statement)
