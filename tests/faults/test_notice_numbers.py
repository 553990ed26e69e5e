"""Two clerks take numbers for their notices at once, 1,000 times, over New Year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from db.commands.door import batch
from db.commands.intake import RegisterCase
from db.commands.notices import CheckNotice, DraftNotice, NoticeTexts
from db.engine import Database
from db.model.supervision import notice
from db.rules.numbering import parse_document_number
from db.verify import verify
from tests.faults import child
from tests.faults.material import facts
from tests.faults.programs import Programs
from tests.story import Story

NUMBERS = 1000
LAST_DAY = datetime(2026, 12, 31, 16, 59)
FIRST_DAY = datetime(2027, 1, 1, 0, 0)


def waiting(story: Story, count: int) -> list[int]:
    """Return the ids of notices that wait for their signature."""
    unit, operator, lead = story.unit("SFS"), story.account("operator"), story.account("shift_lead")
    texts = NoticeTexts(subject="装修噪声", demands=("限期整改。",))
    ids = []
    known = facts(story.database)
    with batch(story.database, by=operator) as several:
        for _ in range(count):
            done = several.execute(RegisterCase(facts=known), by=operator)
            case = int(done["case_id"])
            drafted = several.execute(
                DraftNotice(case_id=case, unit_id=unit, texts=texts), by=operator
            )
            ids.append(int(drafted["notice_id"]))
            several.execute(CheckNotice(notice_id=ids[-1]), by=lead)
    return ids


def test_a_thousand_numbers_of_two_programs_have_no_gap_and_none_twice(
    programs: Programs, story: Story, street: Path, opened: Callable[[Path], Database]
) -> None:
    ids = waiting(story, NUMBERS)
    start = programs.context.Event()
    for half, who in ((ids[::2], "shift_lead"), (ids[1::2], "director")):
        middle = len(half) // 2
        days = [(half[:middle], LAST_DAY), (half[middle:], FIRST_DAY)]
        programs.start(child.issue, str(street), who, days, start)
    start.set()
    told = [one["number"] for ended in programs.wait() for one in ended.acknowledged]
    assert len(told) == len(set(told)) == NUMBERS
    by_year: dict[int, list[int]] = {2026: [], 2027: []}
    for number in told:
        parsed = parse_document_number(number)
        assert parsed is not None
        by_year[parsed.year].append(parsed.serial)
    for serials in by_year.values():
        assert sorted(serials) == list(range(1, len(serials) + 1))
    assert min(len(serials) for serials in by_year.values()) >= NUMBERS // 4
    database = opened(street)
    with database.reading() as connection:
        stored = set(connection.execute(select(notice.c.number)).scalars())
    assert stored == set(told) and verify(database) == []
