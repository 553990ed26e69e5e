"""A list of another system comes in: each case once, with the state told, and it lives on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from db.commands import execute
from db.commands.flow import ReportCase, VerifyCase
from db.commands.imports import MOST_ROWS, ImportCases, ImportRow
from db.commands.intake import AcceptCase
from db.errors import NotAllowed, RuleError
from db.model.audit import audit, change_log, command_done
from db.model.case import case_step, cases
from db.model.item import item
from db.model.organisation import unit
from db.rules.terms import CaseState, Level, Satisfaction, Source, Urgency
from db.verify import verify
from desktop.importing import import_file
from tests.story import MONDAY, Story

REAL_EXPORT = Path(__file__).parents[1] / "data" / "yongzhong_2026H1.xlsx"
ENTERED = datetime(2026, 11, 9, 9, 0)


def row(ref: int = 0, **changes: Any) -> ImportRow:
    """Return a line of a list: closed in its grid on the day of entry."""
    given: dict[str, Any] = {
        "ref": ref,
        "source_number": f"LW{ref:05d}",
        "title": "井盖缺失",
        "content": "永上社区中心街人行道井盖缺失。",
        "source": Source.GRID_REPORT,
        "item_code": "MD02",
        "state": CaseState.CLOSED,
        "registered_at": ENTERED,
        "community_name": "永上居委会",
        "grid_name": "永上社区01网格",
        "unit_name": "永上居委会",
        "closed_at": datetime(2026, 11, 9, 15, 0),
        "satisfaction": Satisfaction.SATISFIED,
    }
    return ImportRow(**{**given, **changes})


def bring_in(story: Story, *rows: ImportRow, by: str = "operator") -> dict[str, Any]:
    """Import these rows as one batch."""
    return story.do(ImportCases(rows=rows, file_name="列表.xlsx", file_digest="0" * 64), by=by)


def stored(story: Story, number: str = "LW00000") -> dict[str, Any]:
    """Return the case of a source number as it is stored."""
    with story.database.reading() as connection:
        found = connection.execute(select(cases).where(cases.c.source_number == number))
        return dict(found.mappings().one())


def counted(story: Story, query: Any) -> int:
    """Return the answer of a counting query."""
    with story.database.reading() as connection:
        return int(connection.execute(query).scalar_one())


def test_a_closed_line_becomes_a_closed_case_with_one_step(story: Story) -> None:
    answer = bring_in(story, row())
    assert (answer["imported"], answer["closed"], answer["refused"]) == (1, 1, [])
    case = stored(story)
    assert case["state"] == CaseState.CLOSED and case["version"] == 1
    assert case["registered_at"] == ENTERED and case["closed_at"] == datetime(2026, 11, 9, 15, 0)
    assert case["number"] == "YZW202611090001"
    assert case["self_handled"] and not case["is_transferred"]
    assert case["community_id"] == story.unit("330303001004")
    assert case["grid_id"] == story.unit("33030300100401")
    assert case["due_at"] == datetime(2026, 11, 12, 17, 30)
    assert case["id"] >> 20 == int(ENTERED.timestamp())


@pytest.mark.parametrize("source", [Source.GRID_REPORT, Source.HOTLINE_12345, Source.DEPARTMENT])
def test_what_never_left_its_grid_counts_as_settled_there(story: Story, source: Source) -> None:
    bring_in(story, row(source=source), row(1, source=source, transferred=True, unit_name="司法所"))
    assert stored(story)["self_handled"]
    assert not stored(story, "LW00001")["self_handled"]


def test_a_transferred_line_carries_its_unit_and_its_times(story: Story) -> None:
    signed = datetime(2026, 11, 9, 10, 30)
    bring_in(story, row(transferred=True, unit_name="永中司法所", signed_at=signed))
    case = stored(story)
    assert case["lead_id"] == case["holder_id"] == story.unit("SFS")
    assert (case["signed_at"], case["sign_due_at"]) == (signed, datetime(2026, 11, 10, 17, 30))
    assert case["level"] == Level.STREET and case["assign_count"] == 1
    assert case["assigned_at"] is None


@pytest.mark.parametrize(
    "name", ["永上居委会", "永上社区", "永上", "永上社区居民委员会", "永上 社区"]
)
def test_a_community_is_known_by_every_form_of_its_name(story: Story, name: str) -> None:
    bring_in(story, row(community_name=name, grid_name=""))
    assert stored(story)["community_id"] == story.unit("330303001004")


def test_an_unknown_grid_of_a_known_community_is_made_once(story: Story) -> None:
    answer = bring_in(
        story,
        row(0, community_name="沧河村", grid_name="沧河村66网格"),
        row(1, community_name="沧河村委会", grid_name="沧河村66网格"),
    )
    assert len(answer["grids"]) == 1
    with story.database.reading() as connection:
        made = connection.execute(select(unit).where(unit.c.name == "沧河村66网格")).one()
        told = connection.execute(select(audit.c.diff).order_by(audit.c.seq.desc())).scalars()
        assert "沧河村66网格" in next(iter(told))
    assert made.code == "33030300120166" and made.parent_id == story.unit("330303001201")
    assert stored(story, "LW00001")["grid_id"] == made.id


def test_a_line_whose_number_is_here_is_refused_as_a_double(story: Story) -> None:
    bring_in(story, row(7))
    answer = bring_in(story, row(7), row(8))
    assert (answer["imported"], answer["refused"]) == (1, [[7, "duplicate"]])


def test_a_line_without_number_is_known_by_time_place_and_content(story: Story) -> None:
    plain = row(0, source_number="", address="中心街1号")
    bring_in(story, plain)
    other = row(2, source_number="", address="中心街2号")
    answer = bring_in(story, row(1, source_number="", address="中心街1号"), other)
    assert (answer["imported"], answer["refused"]) == (1, [[1, "duplicate"]])


def test_lines_that_no_case_can_be_made_of_are_refused_alone(story: Story) -> None:
    answer = bring_in(
        story,
        row(0, item_code="ZZ99"),
        row(1, community_name="别处社区"),
        row(2),
    )
    assert answer["refused"] == [[0, "not_on_list"], [1, "place_unknown"]]
    assert answer["imported"] == 1


def test_an_item_that_was_not_valid_on_that_day_is_refused(story: Story) -> None:
    with story.by_hand() as connection:
        connection.execute(
            item.update().where(item.c.code == "MD02").values(valid_from=ENTERED.date())
        )
    before = datetime(2026, 11, 8, 9, 0)
    answer = bring_in(story, row(0), row(1, registered_at=before))
    assert answer["refused"] == [[1, "item_not_valid"]]


def test_an_open_line_waits_with_its_unit_and_lives_on(story: Story) -> None:
    bring_in(
        story,
        row(
            state=CaseState.IN_PROGRESS, transferred=True, unit_name="司法所", closed_at=None,
            urgency=Urgency.NORMAL, satisfaction=None,
        ),
    )  # fmt: skip
    case = stored(story)
    assert case["state"] == CaseState.IN_PROGRESS and case["closed_at"] is None
    story.do(ReportCase(case_id=case["id"], result="已调解"), by="sfs", at=MONDAY)
    story.do(VerifyCase(case_id=case["id"], opinion="属实"), at=MONDAY)
    assert stored(story)["closed_at"] == MONDAY
    assert verify(story.database) == []


def test_an_open_line_of_nobody_waits_in_the_room(story: Story) -> None:
    bring_in(
        story,
        row(state=CaseState.IN_PROGRESS, transferred=True, unit_name="外县某局", closed_at=None),
    )
    case = stored(story)
    assert case["state"] == CaseState.WAITING_ACCEPTANCE
    assert case["holder_id"] == story.unit("ZHS") and case["accept_due_at"] is not None
    story.do(AcceptCase(case_id=case["id"], version=None))
    assert stored(story)["state"] == CaseState.WAITING_ASSIGNMENT


def test_a_closed_line_without_a_time_closes_with_its_entry(story: Story) -> None:
    bring_in(story, row(closed_at=None))
    assert stored(story)["closed_at"] == ENTERED


def test_a_batch_leaves_one_audit_entry_and_a_change_for_every_case(story: Story) -> None:
    before = counted(story, select(func.count()).select_from(audit))
    logged = counted(story, select(func.count()).select_from(change_log))
    bring_in(story, *(row(n) for n in range(20)))
    assert counted(story, select(func.count()).select_from(audit)) == before + 1
    assert counted(story, select(func.count()).select_from(change_log)) == logged + 20
    assert counted(story, select(func.count()).select_from(case_step)) == 20
    assert verify(story.database) == []


def test_a_repeated_command_imports_nothing_and_gives_the_first_answer(story: Story) -> None:
    command = ImportCases(rows=(row(),), file_name="a.xlsx", file_digest="0")
    first = story.do(command)
    assert story.do(command) == first
    assert counted(story, select(func.count()).select_from(cases)) == 1


def test_a_batch_has_a_limit_and_needs_a_row(story: Story) -> None:
    with pytest.raises(RuleError, match="too_many_rows"):
        bring_in(story, *(row(n) for n in range(MOST_ROWS + 1)))
    with pytest.raises(RuleError, match="nothing_to_import"):
        bring_in(story)


def test_only_the_room_imports(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        bring_in(story, row(), by="sfs")


def test_the_real_export_leaves_a_clean_record(story: Story, tmp_path: Path) -> None:
    done = import_file(
        story.database, story.account("operator"), REAL_EXPORT, report=tmp_path / "r.xlsx"
    )
    assert (done.imported, done.closed, done.transferred) == (2951, 2938, 435)
    assert counted(story, select(func.count()).select_from(cases)) == 2951
    assert counted(story, select(func.count()).where(cases.c.grid_id.is_(None))) == 0
    assert verify(story.database) == []


def test_a_wish_to_stop_leaves_whole_batches(story: Story, tmp_path: Path) -> None:
    seen: list[int] = []

    def stop() -> bool:
        done = counted(story, select(func.count()).select_from(cases)) if seen else 0
        return done >= MOST_ROWS * 2

    done = import_file(
        story.database,
        story.account("operator"),
        REAL_EXPORT,
        report=tmp_path / "r.xlsx",
        progress=lambda part, total: seen.append(part),
        cancelled=stop,
    )
    assert done.cancelled and done.imported == MOST_ROWS * 2
    assert counted(story, select(func.count()).select_from(cases)) == MOST_ROWS * 2
    rest = import_file(
        story.database, story.account("operator"), REAL_EXPORT, report=tmp_path / "r2.xlsx"
    )
    assert rest.imported == 2951 - MOST_ROWS * 2


def test_a_dry_run_tells_the_same_and_writes_nothing(story: Story) -> None:
    tried = import_file(story.database, story.account("operator"), REAL_EXPORT, dry_run=True)
    assert tried.imported == 2951 and tried.report is None
    assert counted(story, select(func.count()).select_from(cases)) == 0
    assert counted(story, select(func.count()).select_from(command_done)) == 0


def test_a_number_of_the_day_goes_on_after_an_import(story: Story) -> None:
    bring_in(story, row(0, registered_at=MONDAY), row(1, registered_at=MONDAY))
    case_id = story.registered(source=Source.GRID_REPORT)
    assert story.column(case_id, "number") == "YZW202611160003"
    execute(story.database, AcceptCase(case_id=case_id, version=1), by=story.account("operator"))
