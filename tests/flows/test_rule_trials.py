"""A rule of supervision is tried on today's cases before it holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.errors import NotAllowed
from db.queries.rule_trials import rule_trial
from db.rules.supervision import Measure
from tests.story import Story

KEY = "supervision.yellow_overdue_days"


def overdue_by_some_days(story: Story) -> None:
    """Let a case be some working days over its limit now."""
    due = story.column(story.signed(), "due_at")
    story.self_handled(at=due + timedelta(days=4))


def test_a_harder_rule_turns_an_ordinary_suggestion_into_a_yellow_one(story: Story) -> None:
    overdue_by_some_days(story)
    trial = story.ask(rule_trial, KEY, 2)
    assert trial.now == {Measure.ORDINARY: 1} and trial.then == {Measure.YELLOW: 1}
    same = story.ask(rule_trial, KEY, 9)
    assert same.now == same.then


def test_a_value_that_would_be_refused_is_not_tried(story: Story) -> None:
    for value in (0, 10, 61, "drei"):
        assert story.ask(rule_trial, KEY, value) is None


def test_only_who_drafts_supervision_tries_its_rules(story: Story) -> None:
    with pytest.raises(NotAllowed, match="permission_missing"):
        story.ask(rule_trial, KEY, 2, by="sfs")
