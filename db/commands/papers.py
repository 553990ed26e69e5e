"""Papers that were issued: kept once, and each print of them counted (domain.md §3.4)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from sqlalchemy import func, insert, select

from db.audit import plain
from db.commands.door import Command, Result, handles
from db.commands.intake import needed
from db.commands.notice_record import NoticeRecord, OnNotice
from db.errors import NotAllowed, RuleError
from db.model.document import paper, paper_print
from db.model.supervision import notice
from db.rules.checks import clean_name
from db.rules.files import MAX_BYTES
from db.rules.notice_states import NoticeAction
from db.rules.numbering import FILED_NUMBERS, Numbered, counter_name, written_number
from db.rules.permissions import Permission, may
from db.work import Work

NOTICE = "notice"
"""The kind of object whose papers are a notice's."""

_OF_THE_NOTICE = ("notice", "receipt")
"""The papers whose print is a step of the notice; those that follow from it are counted alone."""

_FILERS = (Permission.SUPERVISION_PRINT, Permission.MEETING_HOLD)


@dataclass(frozen=True, kw_only=True)
class FilePaper(Command):
    """Keep a paper as it was made: what stands on it and its file.

    ``kind`` names the paper (notice, receipt, minutes …), ``object_kind`` and ``object_id`` what
    it is about. The same file of the same object is kept once.

    A paper that follows from supervision takes its number here, in one go with being kept: what
    stands on it is the number that is next, or it is refused and made again. Of each
    ``occasion`` (the how manyth reminder, the period of a bulletin) there is one such paper;
    who comes second is told the one that is kept.
    """

    permission: ClassVar = None
    kind: str
    number: str = ""
    object_kind: str
    object_id: int
    occasion: str = ""
    contents: Mapping[str, Any]
    data: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class RecordPrint(Command):
    """Note a print of a kept paper; every one after the first is a reprint (补打)."""

    permission: ClassVar = None
    paper_id: int
    printer: str = ""
    copies: int = 1


@handles(FilePaper)
def file_paper(work: Work, command: FilePaper) -> Result:
    _demand_any(work)
    if not command.data:
        raise RuleError("file_empty", name=command.kind)
    if len(command.data) > MAX_BYTES:
        raise RuleError("file_too_large", name=command.kind, limit=MAX_BYTES)
    takes_number = command.kind in FILED_NUMBERS
    if command.object_kind == NOTICE:
        _check_number(work, command, is_own=not takes_number)
    if takes_number:
        kind = Numbered(command.kind)
        _hold_counter(work, kind)
        kept = _kept_before(work, command)
        if kept is not None:
            return kept
        _take_number(work, kind, command.number)
    digest = hashlib.sha256(command.data).hexdigest()
    known = work.connection.execute(
        select(paper.c.id).where(
            paper.c.street_id == work.actor.street_id,
            paper.c.object_kind == command.object_kind,
            paper.c.object_id == command.object_id,
            paper.c.kind == command.kind,
            paper.c.sha256 == digest,
        )
    ).scalar()
    if known is not None:
        return {"paper_id": int(known), "sha256": digest, "number": command.number}
    told = {
        "kind": needed(command.kind, "kind"),
        "number": clean_name(command.number, field="number"),
        "object_kind": needed(command.object_kind, "object_kind"),
        "object_id": command.object_id,
        "occasion": clean_name(command.occasion, field="occasion"),
        "sha256": digest,
    }
    paper_id = work.new_id()
    work.connection.execute(
        insert(paper).values(
            id=paper_id,
            street_id=work.actor.street_id,
            contents=plain(command.contents),
            file=command.data,
            at=work.now,
            actor_id=work.actor.account_id,
            **told,
        )
    )
    # The audit holds the digest, which stands for the file and all that is on it.
    work.record("paper", paper_id, {name: (None, value) for name, value in told.items()})
    work.changed("paper", paper_id)
    return {"paper_id": paper_id, "sha256": digest, "number": told["number"]}


def _hold_counter(work: Work, kind: Numbered) -> None:
    """Let nobody else take a number of the kind before this transaction ends."""
    work.allocate(kind.value, _counter(work, kind), count=0)


def _counter(work: Work, kind: Numbered) -> str:
    return counter_name(kind, work.actor.street_id, work.now.year)


def _kept_before(work: Work, command: FilePaper) -> Result | None:
    """Return the paper of this occasion that is kept, which no other one replaces."""
    row = work.connection.execute(
        select(paper.c.id, paper.c.sha256, paper.c.number).where(
            paper.c.street_id == work.actor.street_id,
            paper.c.object_kind == command.object_kind,
            paper.c.object_id == command.object_id,
            paper.c.kind == command.kind,
            paper.c.occasion == command.occasion,
        )
    ).one_or_none()
    if row is None:
        return None
    return {"paper_id": int(row.id), "sha256": row.sha256, "number": row.number}


def _take_number(work: Work, kind: Numbered, on_paper: str) -> None:
    """Take the next number, which must be the one that stands on the paper."""
    year = work.now.year
    serial = work.allocate(kind.value, _counter(work, kind))
    number = written_number(kind, work.street_row["organ_code"], year, serial)
    if on_paper != number:
        raise RuleError("paper_number_taken", number=on_paper, right=number)


def _demand_any(work: Work) -> None:
    if not any(may(work.actor.role, permission) for permission in _FILERS):
        raise NotAllowed("permission_missing", permission=_FILERS[0].value)


def _check_number(work: Work, command: FilePaper, *, is_own: bool) -> None:
    """Keep no paper of a draft, and none with another number than the notice's."""
    row = work.row(notice, command.object_id)
    if row["number"] is None:
        raise RuleError("notice_not_numbered")
    if is_own and command.number and command.number != row["number"]:
        raise RuleError("paper_number_wrong", number=command.number, right=row["number"])


@handles(RecordPrint)
def record_print(work: Work, command: RecordPrint) -> Result:
    _demand_any(work)
    row = work.row(paper, command.paper_id)
    if not 1 <= command.copies <= 999:
        raise RuleError("copies_out_of_range", copies=command.copies)
    before = work.connection.execute(
        select(func.count()).select_from(paper_print).where(paper_print.c.paper_id == row["id"])
    ).scalar_one()
    nth = int(before) + 1
    work.insert(
        paper_print,
        paper_id=row["id"],
        at=work.now,
        actor_id=work.actor.account_id,
        printer=clean_name(command.printer, field="printer", limit=120),
        copies=command.copies,
        nth=nth,
    )
    if row["object_kind"] == NOTICE and row["kind"] in _OF_THE_NOTICE:
        _note_on_notice(work, row["object_id"], nth)
    work.changed("paper", row["id"])
    return {"paper_id": row["id"], "nth": nth}


def _note_on_notice(work: Work, notice_id: int, nth: int) -> None:
    record = NoticeRecord.of(work, OnNotice(notice_id=notice_id))
    record.take(NoticeAction.PRINT, note=str(nth), printed_at=record["printed_at"] or work.now)
