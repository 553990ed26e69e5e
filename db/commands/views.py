"""A person keeps a list under a name, shares it with the street, and leaves the list in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, delete, func, or_, select

from db.commands.door import Command, Result, handles
from db.errors import NotAllowed, NotFound, RuleError
from db.model.desk import list_layout, saved_view
from db.queries.list_views import plain_view, view_of
from db.queries.page import EVERYTHING
from db.rules.checks import clean_name
from db.rules.permissions import Permission, may
from db.work import Work

LONGEST_NAME = 30
MOST_VIEWS = 50


@dataclass(frozen=True, kw_only=True)
class SaveView(Command):
    """Keep a list under a name; a shared one needs the right to share."""

    permission: ClassVar = Permission.CASE_SEE
    name: str
    content: Mapping[str, Any]
    is_shared: bool = False


@dataclass(frozen=True, kw_only=True)
class OverwriteView(Command):
    """Let a saved view stand for another list."""

    permission: ClassVar = Permission.CASE_SEE
    view_id: int
    content: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class RenameView(Command):
    """Give a saved view another name, and share it or keep it for oneself."""

    permission: ClassVar = Permission.CASE_SEE
    view_id: int
    name: str
    is_shared: bool


@dataclass(frozen=True, kw_only=True)
class DeleteView(Command):
    """Take a saved view away; the cases in it stay what they are."""

    permission: ClassVar = Permission.CASE_SEE
    view_id: int


@dataclass(frozen=True, kw_only=True)
class KeepListLayout(Command):
    """Remember how this person left the ledger: columns, widths, order, density."""

    permission: ClassVar = Permission.CASE_SEE
    content: Mapping[str, Any]


@handles(SaveView)
def save_view(work: Work, command: SaveView) -> Result:
    name = _name(command.name)
    content = plain_view(view_of(command.content))
    if command.is_shared:
        work.demand(Permission.VIEW_SHARE)
    own = saved_view.c.owner_id == work.actor.account_id
    count = select(func.count()).select_from(saved_view).where(own)
    if work.connection.execute(count).scalar_one() >= MOST_VIEWS:
        raise RuleError("too_many_views", most=MOST_VIEWS)
    _refuse_taken(work, name)
    view_id = work.insert(
        saved_view,
        street_id=work.actor.street_id,
        owner_id=work.actor.account_id,
        name=name,
        is_shared=command.is_shared,
        content=content,
        changed_at=work.now,
    )
    work.changed("view", view_id)
    return {"view_id": view_id, "name": name}


@handles(OverwriteView)
def overwrite_view(work: Work, command: OverwriteView) -> Result:
    row = _own_row(work, command.view_id)
    content = plain_view(view_of(command.content))
    work.update(saved_view, row, content=content, changed_at=work.now)
    work.changed("view", row["id"])
    return {"view_id": row["id"], "name": row["name"]}


@handles(RenameView)
def rename_view(work: Work, command: RenameView) -> Result:
    row = _own_row(work, command.view_id)
    name = _name(command.name)
    if (name, command.is_shared) == (row["name"], row["is_shared"]):
        raise RuleError("nothing_changed")
    if command.is_shared != row["is_shared"]:
        work.demand(Permission.VIEW_SHARE)
    _refuse_taken(work, name, row["id"])
    work.update(saved_view, row, name=name, is_shared=command.is_shared, changed_at=work.now)
    work.changed("view", row["id"])
    return {"view_id": row["id"], "name": name}


@handles(DeleteView)
def delete_view(work: Work, command: DeleteView) -> Result:
    row = _own_row(work, command.view_id)
    work.connection.execute(delete(saved_view).where(saved_view.c.id == row["id"]))
    told = ("name", "is_shared", "owner_id", "content")
    work.record("saved_view", row["id"], {name: (row[name], None) for name in told})
    work.changed("view", row["id"])
    return {"view_id": row["id"], "name": row["name"]}


@handles(KeepListLayout)
def keep_list_layout(work: Work, command: KeepListLayout) -> Result:
    view = view_of(command.content)
    if view.filter != EVERYTHING:
        raise RuleError("not_consistent", field="content")
    query = select(list_layout).where(list_layout.c.account_id == work.actor.account_id)
    before = work.connection.execute(query).mappings().one_or_none()
    content = plain_view(view)
    if before is not None:
        work.update(list_layout, dict(before), content=content)
    else:
        work.insert(
            list_layout,
            street_id=work.actor.street_id,
            account_id=work.actor.account_id,
            content=content,
        )
    return {"kept": True}


def _name(text: str) -> str:
    name = clean_name(text, field="name", limit=LONGEST_NAME)
    if not name:
        raise RuleError("field_missing", field="name")
    return name


def _own_row(work: Work, view_id: int) -> dict[str, Any]:
    """Return a view that the actor may change: an own one, or a shared one with the right.

    :raises NotFound: there is none, or it is somebody else's own.
    :raises NotAllowed: a shared view of somebody else without the right to share.
    """
    row = work.row(saved_view, view_id)
    if row["owner_id"] == work.actor.account_id:
        return row
    if not row["is_shared"]:
        raise NotFound("saved_view_unknown", id=view_id)
    if not may(work.actor.role, Permission.VIEW_SHARE):
        raise NotAllowed("permission_missing", permission=Permission.VIEW_SHARE.value)
    return row


def _refuse_taken(work: Work, name: str, but_for: int = 0) -> None:
    """Refuse a name that stands in the person's list already.

    :raises RuleError: ``view_name_taken``.
    """
    seen: ColumnElement[bool] = or_(
        saved_view.c.owner_id == work.actor.account_id,
        (saved_view.c.street_id == work.actor.street_id) & saved_view.c.is_shared,
    )
    query = select(saved_view.c.id).where(
        seen, saved_view.c.name == name, saved_view.c.id != but_for
    )
    if work.connection.execute(query).first() is not None:
        raise RuleError("view_name_taken", name=name)
