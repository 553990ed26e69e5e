"""Wrong input through commands: each is refused like a broken rule and leaves nothing changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from db.commands import (
    Command,
    exceptions,
    execute,
    flow,
    intake,
    items,
    known_commands,
    marks,
)
from db.commands.attachments import AttachFile
from db.errors import RecordError
from db.model.attachment import attachment
from db.model.audit import audit, change_log, command_done
from db.model.case import case_step, cases
from db.rules.terms import ReturnReason, Satisfaction, Source
from desktop import texts
from tests.story import MONDAY, Story

HUGE = 2**70
ALOFT = datetime(9999, 12, 31, 23, 59)
ZONED = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
MEGABYTE = "长" * (1024 * 1024 // 3)
SURROGATE = "\ud83d"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(99)

WRONG_FACTS: dict[str, dict[str, Any]] = {
    "no content": {"content": None},
    "content of bytes": {"content": b"abc"},
    "content of a megabyte": {"content": MEGABYTE},
    "NUL in the content": {"content": "路面\0塌陷"},
    "a lone surrogate in the title": {"title": f"路面{SURROGATE}塌陷"},
    "a lone surrogate in the source number": {"source_number": SURROGATE},
    "a megabyte of source number": {"source_number": MEGABYTE},
    "a title of direction marks only": {"title": "\u202e\u202d\u200f"},
    "a cry for a content": {"title": "", "content": "急"},
    "a source as a word": {"source": "manual"},
    "a source nobody knows": {"source": "飞鸽"},
    "an item beyond 64 bits": {"item_id": HUGE},
    "an item that is no number": {"item_id": "1 OR 1=1", "item_text": ""},
    "an item text that is none": {"item_id": None, "item_text": "\0"},
    "a negative community": {"community_id": -1},
    "a community beyond 64 bits": {"community_id": HUGE},
    "a true community": {"community_id": True},
    "an urgency nobody knows": {"urgency": 9},
    "a longitude that is no number": {"longitude": float("nan")},
    "a longitude off the globe": {"longitude": 120.0e6},
    "fewer people than none": {"people_count": -3},
    "more people than live": {"people_count": 10**12},
    "a time with a zone": {"happened_at": ZONED},
    "a time as a text": {"happened_at": "2026-11-16"},
    "a time far ahead": {"happened_at": ALOFT},
    "a time before telephones": {"happened_at": datetime(1, 1, 1)},
    "a phone with a surrogate": {"reporter_phone": SURROGATE},
    "a phone of emoji": {"reporter_phone": "📞📞"},
    "a name of a megabyte": {"reporter_name": MEGABYTE},
    "a wish that is a word": {"wants_call_back": "yes"},
}

Make = Callable[[Story, int], Command]
WRONG_COMMANDS: dict[str, Make] = {
    "no facts": lambda s, c: intake.RegisterCase(facts=None),  # type: ignore[arg-type]
    "a draft that is none": lambda s, c: intake.RegisterCase(facts=s.facts(), draft_id=c),
    "a draft beyond 64 bits": lambda s, c: intake.RegisterCase(facts=s.facts(), draft_id=HUGE),
    "no case": lambda s, c: flow.AssignCase(case_id=None, lead_id=1),  # type: ignore[arg-type]
    "a case beyond 64 bits": lambda s, c: flow.AssignCase(case_id=HUGE, lead_id=1),
    "a negative case": lambda s, c: flow.AssignCase(case_id=-c, lead_id=s.unit("SFS")),
    "a version as a word": lambda s, c: flow.AssignCase(
        case_id=c,
        version="1",
        lead_id=s.unit("SFS"),  # type: ignore[arg-type]
    ),
    "a lead nobody knows": lambda s, c: flow.AssignCase(case_id=c, lead_id=77),
    "assistants that are none": lambda s, c: flow.AssignCase(
        case_id=c,
        lead_id=s.unit("SFS"),
        assist_ids=None,  # type: ignore[arg-type]
    ),
    "an assistant nobody knows": lambda s, c: flow.AssignCase(
        case_id=c, lead_id=s.unit("SFS"), assist_ids=(77,)
    ),
    "the room as an assistant": lambda s, c: flow.AssignCase(
        case_id=c, lead_id=s.unit("SFS"), assist_ids=(s.unit("ZHS"),)
    ),
    "somebody informed nobody knows": lambda s, c: flow.AssignCase(
        case_id=c, lead_id=s.unit("SFS"), inform_ids=(-5,)
    ),
    "a deadline far ahead": lambda s, c: flow.AssignCase(
        case_id=c, lead_id=s.unit("SFS"), due_at=ALOFT
    ),
    "a deadline with a zone": lambda s, c: flow.AssignCase(
        case_id=c, lead_id=s.unit("SFS"), due_at=ZONED + timedelta(days=9)
    ),
    "a note of a megabyte": lambda s, c: flow.NoteProgress(case_id=c, text=MEGABYTE),
    "a note that is none": lambda s, c: flow.NoteProgress(
        case_id=c,
        text=None,  # type: ignore[arg-type]
    ),
    "a reason nobody knows": lambda s, c: exceptions.ReturnCase(
        case_id=c,
        reason="too_hard",  # type: ignore[arg-type]
    ),
    "days as a word": lambda s, c: exceptions.RequestExtension(
        case_id=c,
        days="3",
        reason="取证",
        progress="在办",  # type: ignore[arg-type]
    ),
    "a review far ahead": lambda s, c: exceptions.SuspendCase(
        case_id=c, reason="等鉴定", review_on=ALOFT
    ),
    "a satisfaction as a word": lambda s, c: flow.CallBackCase(
        case_id=c,
        satisfaction="happy",  # type: ignore[arg-type]
    ),
    "stars beyond counting": lambda s, c: flow.VerifyCase(case_id=c, stars=HUGE),
    "a main case that is itself": lambda s, c: marks.LinkDuplicate(case_id=c, main_id=c),
    "a main case nobody knows": lambda s, c: marks.LinkDuplicate(case_id=c, main_id=-1),
    "an amendment of nothing": lambda s, c: intake.AmendCase(
        case_id=c,
        version=None,
        changes=None,  # type: ignore[arg-type]
    ),
    "an urgency of 99": lambda s, c: intake.AmendCase(
        case_id=c, version=None, changes={"urgency": 99}
    ),
    "a station for a community": lambda s, c: intake.AmendCase(
        case_id=c, version=None, changes={"community_id": s.unit("SFS")}
    ),
    "a longitude as a word": lambda s, c: intake.AmendCase(
        case_id=c, version=None, changes={"longitude": "abc"}
    ),
    "an amended time ahead": lambda s, c: intake.AmendCase(
        case_id=c, version=None, changes={"happened_at": MONDAY + timedelta(days=99)}
    ),
    "an urgency taken away": lambda s, c: intake.AmendCase(
        case_id=c, version=None, changes={"urgency": None}
    ),
    "a file of text": lambda s, c: AttachFile(
        case_id=c,
        name="现场.png",
        data="abc",  # type: ignore[arg-type]
    ),
    "a file with a name of NUL": lambda s, c: AttachFile(case_id=c, name="\0.png", data=PICTURE),
    "a file for no purpose": lambda s, c: AttachFile(
        case_id=c, name="现场.png", data=PICTURE, purpose=MEGABYTE
    ),
}


def everything(story: Story) -> dict[str, Any]:
    """Return how much the record holds and how every case stands."""
    with story.database.reading() as connection:
        found: dict[str, Any] = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (case_step, audit, change_log, command_done, attachment)
        }
        found["cases"] = connection.execute(select(cases).order_by(cases.c.id)).all()
    return found


def refused(story: Story, command: Command, by: str = "director") -> None:
    before = everything(story)
    with pytest.raises(RecordError) as told:
        execute(story.database, command, by=story.account(by), at=story.now)
    assert told.value.code in texts.SENTENCES, told.value.code
    assert everything(story) == before


@pytest.mark.parametrize("name", WRONG_FACTS)
def test_wrong_facts_are_refused_and_leave_nothing(story: Story, name: str) -> None:
    facts = dataclasses.replace(story.facts(), **WRONG_FACTS[name])
    refused(story, intake.RegisterCase(facts=facts))
    if name != "a cry for a content":  # a draft may hold half a sentence
        settled = intake.SelfHandleCase(facts=facts, result="已办", spot_check=False)
        refused(story, settled)


@pytest.mark.parametrize("name", WRONG_COMMANDS)
def test_wrong_commands_are_refused_and_leave_nothing(story: Story, name: str) -> None:
    case = story.registered()
    story.accept(case)
    refused(story, WRONG_COMMANDS[name](story, case))


@pytest.mark.parametrize("name", sorted(known_commands()))
def test_the_door_looks_at_the_fields_of_every_command(story: Story, name: str) -> None:
    kind = known_commands()[name]
    own = [field.name for field in dataclasses.fields(kind) if field.name != "command_id"]
    refused(story, kind(**dict.fromkeys(own, object())))


def test_a_moment_is_no_day_and_a_day_is_no_moment(story: Story) -> None:
    item = items.AddItem(
        code="ZX99",
        name="临时事项",
        class_name="其他中心工作",
        platform="综治工作",
        limit_hours=24,
        valid_from=MONDAY,
    )
    refused(story, item)
    case = story.assigned()
    refused(story, flow.AssignCase(case_id=case, lead_id=1, due_at=MONDAY.date()))  # type: ignore[arg-type]


def test_a_unit_of_another_street_is_refused_everywhere(story: Story) -> None:
    case = story.assigned()
    far = 4_611_686_018_427_387_904
    refused(story, flow.AssignCase(case_id=case, lead_id=far))
    back = exceptions.ReturnCase(
        case_id=case, reason=ReturnReason.NOT_OUR_DUTY, suggested_unit_id=far
    )
    refused(story, back, by="sfs_head")
    refused(story, intake.RegisterCase(facts=story.facts(community_id=far)))


def test_emoji_and_joiners_are_kept_as_they_were_typed(story: Story) -> None:
    family = "居民微信留言：👨‍👩‍👧 楼道堆物😡"
    case = story.registered(content=family, source=Source.VISIT_OR_CALL)
    assert story.column(case, "content") == family
    story.accept(case)
    story.assign(case)
    story.sign(case)
    story.report(case)
    story.verify(case)
    story.call_back(case, Satisfaction.SATISFIED)
    assert story.column(case, "satisfaction") == "satisfied"


def test_direction_marks_do_not_reach_a_title(story: Story) -> None:
    case = story.registered(title="合同\u202egpj.exe")
    assert story.column(case, "title") == "合同gpj.exe"
    untitled = story.registered(title="", content="\u202e路面塌陷\t三处。请快来")
    assert story.column(untitled, "title") == "路面塌陷 三处"
