"""The register of notices and its book; what the rule table says (domain.md §3.2, §3.3 F)."""

from __future__ import annotations

from datetime import datetime
from itertools import product

import pytest

from db.commands.notices import (
    WithdrawNotice,
)
from db.commands.supervision import RemindCase
from db.queries.notice_detail import notice_detail
from db.queries.notices import (
    NoticeFilter,
    notice_counts,
    notices,
)
from db.rules.notice_states import (
    ENDED_STATES,
    LEVELS,
    NoticeAction,
    NoticeState,
    NoticeTab,
    find_notice_rule,
    notice_refusal,
    notice_rules,
    possible_actions,
)
from db.rules.terms import CaseState, Role, SupervisionLevel
from tests.flows.notice_steps import (
    ORDINARY,
    RED,
    YELLOW,
    asked,
    book,
    delivered,
    drafted,
    issued,
    row_of,
    struck_off,
)
from tests.story import Story

# The register -------------------------------------------------------------------------------------


def test_the_register_has_tabs_that_count_every_notice_once(story: Story) -> None:
    drafted(story, story.signed("SFS"))
    running = delivered(story, story.signed("SFS"))
    struck_off(story, story.signed("SFS"))
    waiting = asked(story, story.signed("SFS"))
    withdrawn = issued(story, story.signed("PCS"))
    story.do(WithdrawNotice(notice_id=withdrawn, reason="误发"), by="director")
    counts = story.ask(notice_counts).tabs
    assert counts == {
        NoticeTab.ALL: 5,
        NoticeTab.TO_ISSUE: 1,
        NoticeTab.RUNNING: 1,
        NoticeTab.LATE: 0,
        NoticeTab.TO_STRIKE_OFF: 1,
        NoticeTab.STRUCK_OFF: 1,
        NoticeTab.WITHDRAWN: 1,
    }
    story.do(RemindCase(case_id=story.signed("SFS")), at=datetime(2026, 11, 20, 8, 0))
    late = story.ask(notices, NoticeFilter(tab=NoticeTab.LATE))
    assert [row.id for row in late] == [running]
    assert (late[0].is_late, late[0].is_reply_late) == (True, True)
    for tab in NoticeTab:
        found = story.ask(notices, NoticeFilter(tab=tab))
        assert len(found) == story.ask(notice_counts).tabs[tab]
    assert row_of(story, waiting).is_late is False
    first = story.ask(notices)[:3]
    assert all(row.state not in ENDED_STATES for row in first)


def test_the_register_is_narrowed_by_level_unit_year_case_and_words(story: Story) -> None:
    case, other = story.signed("SFS"), story.signed("PCS")
    ours = issued(story, case, YELLOW, trigger="overdue")
    theirs = issued(story, other)

    def found(**narrow: object) -> list[int]:
        return [row.id for row in story.ask(notices, NoticeFilter(**narrow))]

    assert found(levels=(YELLOW,)) == [ours]
    assert found(unit_ids=(story.unit("PCS"),)) == [theirs]
    assert found(triggers=("overdue",)) == [ours]
    assert found(case_id=other) == [theirs]
    assert found(decision_id=1) == []
    assert found(year=2026) == [theirs, ours]
    assert found(year=2025) == []
    assert found(text="〔2026〕1号") == [ours]
    assert found(text="pcs") == [theirs]
    assert found(text=f"司法 {story.column(case, 'number').lower()}") == [ours]
    assert found(text="100%") == []
    counts = story.ask(notice_counts)
    assert (counts.levels, counts.points) == ({YELLOW: 1, ORDINARY: 1}, -5.0)


def test_the_register_book_has_the_columns_of_the_form(story: Story) -> None:
    case = story.signed("SFS")
    struck_off(story, case, YELLOW)
    (line,) = book(story)
    assert (line.position, line.number, line.level) == (1, "龙永督〔2026〕1号", YELLOW)
    assert (line.unit_name, line.issuer) == ("司法所", "主任甲")
    assert line.case_number == story.column(case, "number")
    assert (line.reply_outcome, line.in_time, line.points) == ("closed", True, -5.0)


# The table ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_the_table_answers_for_every_action_state_and_role(level: SupervisionLevel) -> None:
    allowed = 0
    for action, state, role in product(NoticeAction, (None, *NoticeState), Role):
        rule = find_notice_rule(action, state, level, role)
        codes = {
            own: notice_refusal(action, state, level, role, is_own_unit=own)
            for own in (True, False)
        }
        if rule is None:
            assert codes[True] == codes[False] != None  # noqa: E711
            assert codes[True] in ("notice_step_illegal", "notice_not_for_role")
            continue
        allowed += 1
        assert codes[True] is None
        is_unit = role in (Role.HANDLER, Role.STATION_HEAD, Role.GRID)
        assert codes[False] == ("notice_of_another_unit" if is_unit else None)
        assert rule.level is level
    assert allowed == sum(rule.level is level for rule in notice_rules())


def test_no_rule_stands_twice_and_nothing_leaves_the_end() -> None:
    rules = notice_rules()
    assert len({(r.action, r.from_state, r.level, r.role) for r in rules}) == len(rules)
    leaving = {r.action for r in rules if r.from_state in ENDED_STATES}
    assert leaving == {NoticeAction.PRINT}
    assert not {r.role for r in rules} & {Role.AUDITOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN}


def test_the_detail_names_the_actions_of_each_person(story: Story) -> None:
    notice = delivered(story, story.signed("SFS"), YELLOW)
    assert story.ask(notice_detail, notice, by="sfs").actions == (NoticeAction.REPLY,)
    assert NoticeAction.EXTEND not in story.ask(notice_detail, notice, by="shift_lead").actions
    assert NoticeAction.WITHDRAW in story.ask(notice_detail, notice, by="director").actions
    assert possible_actions(NoticeState.WITHDRAWN, RED, Role.LEADER, is_own_unit=False) == ()


def test_a_supervised_case_is_still_closed_in_the_usual_way(story: Story) -> None:
    case = story.signed("SFS")
    issued(story, case)
    story.report(case)
    story.verify(case)
    assert story.state_of(case) is CaseState.CLOSED
    assert story.column(case, "supervision_level") == ORDINARY
