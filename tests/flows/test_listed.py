"""Listed supervision received from the district until it is delisted (domain.md §3.3 E)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from db.commands.listed import (
    DelistSupervision,
    ListSupervision,
    RectifyListed,
    RejectRectification,
    ReportListed,
)
from db.errors import NotAllowed, NotFound, RuleError
from db.queries.listed import ListedRow, ListedState, listed, listed_detail
from tests.story import MONDAY, Story

LIMIT = datetime(2026, 11, 30, 17, 30)


def received(story: Story, **changes: Any) -> int:
    """Register a listed supervision for the police station and return its id."""
    given: dict[str, Any] = {
        "number": "龙委督〔2026〕7号",
        "authority": "区综合指挥中心",
        "listed_on": MONDAY,
        "subject": "废弃仓库违规存放油漆",
        "reason": "红牌督办逾期未整改",
        "goal": "清空仓库并复查合格",
        "unit_id": story.unit("PCS"),
        "leader_name": "领导甲",
        "finish_by": LIMIT,
        "report_days": "每周五",
        **changes,
    }
    return int(story.do(ListSupervision(**given))["listed_id"])


def detail(story: Story, listed_id: int, by: str = "operator") -> ListedRow:
    """Return a listed supervision as the register shows it."""
    return story.ask(listed_detail, listed_id, by=by)


def test_a_listed_supervision_is_reported_on_rectified_and_delisted(story: Story) -> None:
    case = story.signed("PCS")
    id_ = received(story, case_id=case)
    story.do(ReportListed(listed_id=id_, text="已清运半数。"), by="pcs")
    story.do(ReportListed(listed_id=id_, text="区已约谈。"), at=MONDAY + timedelta(days=4))
    story.do(RectifyListed(listed_id=id_, measures="全部清运，仓库封存。"))
    assert detail(story, id_).state is ListedState.RECTIFIED
    done = MONDAY + timedelta(days=8)
    story.do(
        DelistSupervision(
            listed_id=id_,
            delisted_on=done,
            delisting_number="龙委督销〔2026〕2号",
            check_result="复查合格",
        ),
        at=done,
    )
    row = detail(story, id_)
    assert (row.state, row.in_time, row.is_late) == (ListedState.DELISTED, True, False)
    assert (row.unit_name, row.case_number) == ("派出所", story.column(case, "number"))
    assert [(r.actor_name, r.text) for r in row.reports] == [
        ("民警甲", "已清运半数。"),
        ("值班员甲", "区已约谈。"),
    ]
    assert (row.delisting_number, row.check_result) == ("龙委督销〔2026〕2号", "复查合格")


def test_a_rectification_that_the_district_rejects_goes_on(story: Story) -> None:
    id_ = received(story)
    story.do(RectifyListed(listed_id=id_, measures="已清运。"))
    story.do(RejectRectification(listed_id=id_, check_result="仍有残留"))
    row = detail(story, id_)
    assert (row.state, row.check_result) == (ListedState.LISTED, "仍有残留")
    assert row.in_time is None
    story.do(RectifyListed(listed_id=id_, measures="再次清运。"), at=LIMIT + timedelta(days=1))
    assert (detail(story, id_).in_time, detail(story, id_).is_late) == (False, True)


def test_only_what_was_rectified_is_delisted(story: Story) -> None:
    id_ = received(story)

    def delist(day: datetime = MONDAY) -> None:
        story.do(
            DelistSupervision(
                listed_id=id_, delisted_on=day, delisting_number="销1号", check_result="合格"
            )
        )

    with pytest.raises(RuleError, match="listed_step_illegal"):
        delist()
    with pytest.raises(RuleError, match="listed_step_illegal"):
        story.do(RejectRectification(listed_id=id_, check_result="仍有残留"))
    story.do(RectifyListed(listed_id=id_, measures="已清运。"))
    for day in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)):
        with pytest.raises(RuleError, match="delisting_day_wrong"):
            delist(day)
    delist()
    with pytest.raises(RuleError, match="listed_step_illegal"):
        story.do(ReportListed(listed_id=id_, text="补报"))


def test_a_number_is_registered_once_and_the_form_is_complete(story: Story) -> None:
    received(story)
    with pytest.raises(RuleError, match="listed_number_taken"):
        received(story)
    with pytest.raises(RuleError, match="limit_before_start"):
        received(story, number="另号", finish_by=MONDAY)
    for field in ("number", "authority", "subject", "reason"):
        with pytest.raises(RuleError, match="field_missing"):
            received(story, **{"number": "另号", field: " "})
    assert len(story.ask(listed)) == 1


def test_a_unit_sees_and_reports_only_its_own(story: Story) -> None:
    id_ = received(story)
    other = received(story, number="龙委督〔2026〕8号", unit_id=story.unit("SFS"))
    assert [row.id for row in story.ask(listed, by="pcs")] == [id_]
    assert [row.id for row in story.ask(listed)] == [other, id_]
    assert story.ask(listed, by="auditor") == ()
    with pytest.raises(NotFound, match="listed_supervision_unknown"):
        detail(story, other, by="pcs")
    with pytest.raises(NotFound, match="listed_supervision_unknown"):
        story.do(ReportListed(listed_id=other, text="已清运"), by="pcs")


@pytest.mark.parametrize("login", ["pcs_head", "clerk", "leader", "district"])
def test_only_the_room_registers_and_delists(story: Story, login: str) -> None:
    id_ = received(story)
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.do(RectifyListed(listed_id=id_, measures="已清运"), by=login)
