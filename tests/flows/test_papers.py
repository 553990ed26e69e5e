"""Papers that were issued: kept once, printed, checked (domain.md §3.4)."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from db.audit import verify_chain
from db.commands.papers import FilePaper, RecordPrint
from db.errors import NotAllowed, NotFound, RuleError
from db.model.audit import audit
from db.queries.notice_detail import notice_detail
from db.queries.papers import altered_papers, paper_file, papers
from db.rules.notice_states import (
    NoticeAction,
)
from db.verify import verify
from tests.flows.notice_steps import (
    RED,
    TEXTS,
    drafted,
    issued,
    struck_off,
)
from tests.story import Story

PDF = b"%PDF-1.7 notice"


# Papers -------------------------------------------------------------------------------------------


def test_a_paper_is_kept_once_and_each_print_is_counted(story: Story) -> None:
    notice = issued(story, story.signed("SFS"))
    command = FilePaper(
        kind="notice",
        number="龙永督〔2026〕1号",
        object_kind="notice",
        object_id=notice,
        contents={"subject": TEXTS.subject, "finish_by": datetime(2026, 11, 19, 17, 30)},
        data=PDF,
    )
    kept = story.do(command, by="clerk")
    again = story.do(FilePaper(**{**command.__dict__, "command_id": "another"}), by="clerk")
    assert again["paper_id"] == kept["paper_id"]
    for nth in (1, 2):
        done = story.do(RecordPrint(paper_id=kept["paper_id"], printer="HP", copies=3), by="clerk")
        assert done["nth"] == nth
    (row,) = story.ask(papers, "notice", notice, by="sfs")
    assert [(p.nth, p.copies, p.actor_name) for p in row.prints] == [
        (1, 3, "打印员甲"),
        (2, 3, "打印员甲"),
    ]
    file = story.ask(paper_file, kept["paper_id"], by="sfs")
    assert (file.data, file.is_intact, file.sha256) == (PDF, True, kept["sha256"])
    assert file.contents["subject"] == TEXTS.subject
    detail = story.ask(notice_detail, notice)
    assert detail.printed_at == story.now
    assert [s.note for s in detail.steps if s.kind is NoticeAction.PRINT] == ["1", "2"]


def test_an_altered_paper_is_found(story: Story) -> None:
    notice = issued(story, story.signed("SFS"))
    kept = story.do(
        FilePaper(
            kind="notice",
            number="龙永督〔2026〕1号",
            object_kind="notice",
            object_id=notice,
            contents={},
            data=PDF,
        )
    )["paper_id"]
    street = story.ask(lambda reader: reader.actor.street_id)
    with story.database.reading() as connection:
        assert list(altered_papers(connection, street)) == []
    # The rules of the database refuse this; somebody with the file takes them away first.
    with story.database.engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'paper'"
        ).scalars()
        for name in list(names):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("UPDATE paper SET file = x'00' WHERE id = ?", (kept,))
        connection.commit()
    with story.database.reading() as connection:
        assert list(altered_papers(connection, street)) == [kept]
    assert story.ask(paper_file, kept).is_intact is False
    found = [one for one in verify(story.database) if one.code == "paper_altered"]
    assert [(one.object_id, one.detail) for one in found] == [
        (kept, f"龙永督〔2026〕1号 notice (notice {notice})")
    ]


def test_a_unit_reads_the_papers_of_its_cases_and_of_meetings(story: Story) -> None:
    case = story.signed("SFS")
    for kind, id_ in (("case", case), ("meeting", 1)):
        story.do(FilePaper(kind="sheet", object_kind=kind, object_id=id_, contents={}, data=PDF))
        assert len(story.ask(papers, kind, id_, by="sfs")) == 1
    assert story.ask(papers, "case", case, by="pcs") == ()
    (row,) = story.ask(papers, "case", case)
    assert story.do(RecordPrint(paper_id=row.id))["nth"] == 1


def test_the_audit_chain_holds_through_the_life_of_a_notice(story: Story) -> None:
    struck_off(story, story.signed("SFS"), RED)
    street = story.ask(lambda reader: reader.actor.street_id)
    with story.database.reading() as connection:
        assert list(verify_chain(connection, street)) == []
        told = connection.execute(select(audit.c.command, audit.c.diff).order_by(audit.c.seq)).all()
    diff = next(row.diff for row in told if row.command == "IssueNotice")
    assert "龙永督〔2026〕1号" in diff
    assert "points_entry" in diff


def test_papers_of_another_unit_are_not_shown(story: Story) -> None:
    notice = issued(story, story.signed("SFS"))
    kept = story.do(
        FilePaper(kind="notice", object_kind="notice", object_id=notice, contents={}, data=PDF)
    )
    assert story.ask(papers, "notice", notice, by="pcs") == ()
    assert story.ask(papers, "notice", notice, by="auditor") == ()
    with pytest.raises(NotFound, match="paper_unknown"):
        story.ask(paper_file, kept["paper_id"], by="pcs")


def test_a_paper_that_cannot_be_right_is_not_kept(story: Story) -> None:
    notice = drafted(story, story.signed("SFS"))
    number = issued(story, story.signed("PCS"))

    def file(**changes: object) -> FilePaper:
        given = {
            "kind": "notice",
            "object_kind": "notice",
            "object_id": number,
            "contents": {},
            "data": PDF,
            **changes,
        }
        return FilePaper(**given)  # type: ignore[arg-type]

    with pytest.raises(RuleError, match="notice_not_numbered"):
        story.do(file(object_id=notice))
    with pytest.raises(RuleError, match="paper_number_wrong"):
        story.do(file(number="龙永督〔2026〕9号"))
    with pytest.raises(RuleError, match="file_empty"):
        story.do(file(data=b""))
    with pytest.raises(RuleError, match="file_too_large"):
        story.do(file(data=b"0" * (20 * 1024 * 1024 + 1)))
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(file(), by="sfs_head")
    kept = story.do(file())
    with pytest.raises(RuleError, match="copies_out_of_range"):
        story.do(RecordPrint(paper_id=kept["paper_id"], copies=0))
