"""Papers that were kept: their prints, their files, and whether they are as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from db.errors import NotFound
from db.model.account import account, person
from db.model.case import cases
from db.model.document import paper, paper_print
from db.model.supervision import listed_supervision, notice
from db.queries.door import Reader
from db.queries.scope import WHOLE_STREET, visible, within_reach
from db.rules.permissions import Permission, may
from db.rules.terms import UNIT_ROLES


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One print; from the second on it is a reprint."""

    at: datetime
    actor_name: str
    printer: str
    copies: int
    nth: int


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A kept paper without its file."""

    id: int
    kind: str
    number: str
    object_kind: str
    object_id: int
    occasion: str
    sha256: str
    at: datetime
    actor_name: str
    prints: tuple[PrintRow, ...]


@dataclass(frozen=True, slots=True)
class PaperFile:
    """The file of a paper and what stands on it; ``is_intact`` tells that it was not altered."""

    id: int
    kind: str
    number: str
    contents: Mapping[str, Any]
    data: bytes
    sha256: str
    is_intact: bool


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A kept paper with its file, and how often it was printed."""

    file: PaperFile
    prints: int


def papers(reader: Reader, object_kind: str, object_id: int) -> tuple[PaperRow, ...]:
    """Return the papers of an object that the reader may see, the newest first."""
    rows = reader.connection.execute(
        select(
            paper.c.id,
            paper.c.kind,
            paper.c.number,
            paper.c.object_kind,
            paper.c.object_id,
            paper.c.occasion,
            paper.c.sha256,
            paper.c.at,
            person.c.name.label("actor_name"),
        )
        .join(account, account.c.id == paper.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .where(
            seen_papers(reader), paper.c.object_kind == object_kind, paper.c.object_id == object_id
        )
        .order_by(paper.c.id.desc())
    ).all()
    prints = _prints(reader, [row.id for row in rows])
    return tuple(
        PaperRow(
            row.id,
            row.kind,
            row.number,
            row.object_kind,
            row.object_id,
            row.occasion,
            row.sha256,
            row.at,
            row.actor_name,
            tuple(prints.get(row.id, ())),
        )
        for row in rows
    )


def _prints(reader: Reader, paper_ids: list[int]) -> dict[int, list[PrintRow]]:
    rows = reader.connection.execute(
        select(
            paper_print.c.paper_id,
            paper_print.c.at,
            person.c.name,
            paper_print.c.printer,
            paper_print.c.copies,
            paper_print.c.nth,
        )
        .join(account, account.c.id == paper_print.c.actor_id)
        .join(person, person.c.id == account.c.person_id)
        .where(paper_print.c.paper_id.in_(paper_ids))
        .order_by(paper_print.c.nth)
    )
    found: dict[int, list[PrintRow]] = {}
    for row in rows:
        found.setdefault(row.paper_id, []).append(
            PrintRow(row.at, row.name, row.printer, row.copies, row.nth)
        )
    return found


def kept_paper(
    reader: Reader, kind: str, object_kind: str, object_id: int, occasion: str
) -> KeptPaper | None:
    """Return the paper of an occasion that is kept; one that was altered is not used again."""
    rows = papers(reader, object_kind, object_id)
    for row in rows:
        if row.kind == kind and row.occasion == occasion:
            file = paper_file(reader, row.id)
            if file.is_intact:
                return KeptPaper(file, len(row.prints))
    return None


def paper_file(reader: Reader, paper_id: int) -> PaperFile:
    """Return the file of a paper.

    :raises NotFound: there is none, or the reader may not see it.
    """
    row = reader.connection.execute(
        select(
            paper.c.id,
            paper.c.kind,
            paper.c.number,
            paper.c.contents,
            paper.c.file,
            paper.c.sha256,
        ).where(seen_papers(reader), paper.c.id == paper_id)
    ).one_or_none()
    if row is None:
        raise NotFound("paper_unknown", id=paper_id)
    data = bytes(row.file)
    return PaperFile(
        row.id,
        row.kind,
        row.number,
        row.contents,
        data,
        row.sha256,
        _digest(data) == row.sha256,
    )


def altered_papers(connection: Connection, street_id: int) -> Iterator[int]:
    """Yield the id of every kept paper of a street whose file is not the one that was filed."""
    ids = connection.execute(
        select(paper.c.id).where(paper.c.street_id == street_id).order_by(paper.c.id)
    ).scalars()
    for id_ in list(ids):
        row = connection.execute(
            select(paper.c.file, paper.c.sha256).where(paper.c.id == id_)
        ).one()
        if _digest(bytes(row.file)) != row.sha256:
            yield int(id_)


def paper_name(connection: Connection, paper_id: int) -> str:
    """Return by what a kept paper is known: its number, its kind and what it is about."""
    row = connection.execute(
        select(paper.c.number, paper.c.kind, paper.c.object_kind, paper.c.object_id).where(
            paper.c.id == paper_id
        )
    ).one()
    return f"{row.number} {row.kind} ({row.object_kind} {row.object_id})".strip()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def seen_papers(reader: Reader) -> ColumnElement[bool]:
    """Return the condition for the papers that the reader may see.

    Units see those of their own notices, of cases they see, and of meetings.
    """
    street = within_reach(reader, paper.c.street_id)
    if reader.actor.role in WHOLE_STREET:
        return street
    if reader.actor.role not in UNIT_ROLES:
        return and_(street, paper.c.id == 0)
    own = select(notice.c.id).where(notice.c.unit_id == reader.actor.unit_id)
    seen = select(cases.c.id).where(visible(reader))
    ways = [
        and_(paper.c.object_kind == "notice", paper.c.object_id.in_(own)),
        and_(paper.c.object_kind == "case", paper.c.object_id.in_(seen)),
    ]
    listed = select(listed_supervision.c.id).where(
        listed_supervision.c.unit_id == reader.actor.unit_id
    )
    ways.append(and_(paper.c.object_kind == "listed", paper.c.object_id.in_(listed)))
    if may(reader.actor.role, Permission.MEETING_REPORT):
        ways.append(paper.c.object_kind == "meeting")
    return and_(street, or_(*ways))
