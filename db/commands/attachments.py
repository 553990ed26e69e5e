"""Files are added to a case, in pieces inside the database."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy import insert

from db.commands.door import Result, handles
from db.commands.flow import OnCase
from db.commands.intake import answer
from db.errors import RuleError
from db.model.attachment import attachment, attachment_chunk
from db.rules.checks import clean_file_name
from db.rules.files import MAX_BYTES, media_type_of
from db.rules.steps import StepKind
from db.work import Work

CHUNK = 256 * 1024
PURPOSES = frozenset({"before", "after", "scene", "paper"})


@dataclass(frozen=True, kw_only=True)
class AttachFile(OnCase):
    """Add a file of at most 20 MB; ``purpose`` is ``before``, ``after``, ``scene`` or ``paper``."""

    permission: ClassVar = None
    name: str
    data: bytes = field(repr=False)
    purpose: str = "scene"


@handles(AttachFile)
def attach_file(work: Work, command: AttachFile) -> Result:
    case = work.case(command.case_id, command.version)
    case.refuse_unless(StepKind.ATTACH)
    if command.purpose not in PURPOSES:
        raise RuleError("not_consistent", field="purpose")
    if not command.data:
        raise RuleError("file_empty", name=command.name)
    if len(command.data) > MAX_BYTES:
        raise RuleError("file_too_large", name=command.name, limit=MAX_BYTES)
    name = clean_file_name(command.name)
    media_type = media_type_of(name, command.data)
    if media_type is None:
        raise RuleError("file_kind_refused", name=name)
    digest = hashlib.sha256(command.data).hexdigest()
    attachment_id = work.insert(
        attachment,
        case_id=case.id,
        name=name,
        media_type=media_type,
        size=len(command.data),
        sha256=digest,
        purpose=command.purpose,
        added_at=work.now,
        added_by=work.actor.account_id,
    )
    pieces = [
        {"attachment_id": attachment_id, "n": n, "bytes": command.data[start : start + CHUNK]}
        for n, start in enumerate(range(0, len(command.data), CHUNK))
    ]
    work.connection.execute(insert(attachment_chunk), pieces)
    case.take(StepKind.ATTACH, note=name)
    return {**answer(case), "attachment_id": attachment_id, "sha256": digest}
