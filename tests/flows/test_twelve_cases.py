"""The twelve cases of domain.md §1.8 and the clock vectors of §1.6, through commands."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from db.commands.items import AddItem
from db.queries.statistics import FigureScope, indicators
from db.rules.counters import Counters
from db.rules.indicators import INDICATORS
from db.rules.rates import rate
from db.rules.scores import jinniu_score
from db.rules.terms import Satisfaction, Urgency
from tests.story import Story

WEEK = FigureScope(
    date(2026, 11, 16), date(2026, 11, 22), cutoff=datetime(2026, 11, 22, 23, 59, 59)
)


@pytest.fixture
def week(story: Story) -> Story:
    """Play the twelve cases in ISO week 47 of 2026."""
    for hour in range(9, 16):
        story.self_handled(at=datetime(2026, 11, 16, hour), item_id=story.item("MS01"))
    monday = datetime(2026, 11, 16, 15, 30)
    called = {"wants_call_back": None}  # Nobody asked them: the hotline's callers are called.
    t1 = story.signed(at=monday, **called)
    t2 = story.signed(**called)
    t3 = story.signed(item_id=story.item("MD05"))
    t4 = story.assigned(item_id=story.item("MS01"))
    t5 = story.signed(**called)
    story.report(t1, at=datetime(2026, 11, 17, 10))
    story.verify(t1)
    story.call_back(t1, Satisfaction.SATISFIED)
    story.report(t5, at=datetime(2026, 11, 18, 9))
    story.send_back(t5)
    story.sign(t4, at=datetime(2026, 11, 18, 10))
    story.extend(t5, 1)
    story.report(t2, at=datetime(2026, 11, 20, 9))
    story.verify(t2)
    story.call_back(t2, Satisfaction.DISSATISFIED)
    story.report(t5, at=datetime(2026, 11, 20, 16))
    story.verify(t5)
    story.call_back(t5, Satisfaction.VERY_SATISFIED)
    assert story.column(t3, "due_at") > datetime(2026, 11, 23)
    return story


def _counted(story: Story) -> Counters:
    counters: Counters = story.ask(indicators, WEEK).total
    return counters


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("close_rate", "83.33"),
        ("transfer_rate", "41.67"),
        ("transferred_close_rate", "60.00"),
        ("transferred_on_time_rate", "50.00"),
        ("on_time_rate", "81.82"),
        ("transferred_overdue_open_rate", "25.00"),
        ("sign_on_time_rate", "80.00"),
        ("transferred_rework_rate", "25.00"),
        ("transferred_extension_rate", "25.00"),
        ("satisfaction_rate", "66.67"),
    ],
)
def test_the_twelve_cases_give_every_rate(week: Story, code: str, value: str) -> None:
    assert INDICATORS[code].value(_counted(week)) == value


def test_the_twelve_cases_give_every_count(week: Story) -> None:
    counters = _counted(week)
    found = (
        counters.registered,
        counters.closed,
        counters.transferred,
        counters.transferred_closed,
        counters.transferred_due,
        counters.due,
        counters.on_time,
    )
    assert found == (12, 10, 5, 3, 4, 11, 9)
    assert f"{jinniu_score(counters):.1f}" == "70.0"


def test_the_districts_half_year_prints_as_the_seed_says() -> None:
    registered, closed, transferred = 63284, 62966, 9830
    assert rate(closed, registered) == "99.50"
    assert rate(transferred, registered) == "15.53"
    assert registered - closed == 318
    assert registered - transferred == 53454


VECTORS = [
    ("2026-02-13 09:00", "MS01", "2026-02-14 17:30"),
    ("2026-02-13 09:00", "MS04", "2026-02-24 17:30"),
    ("2026-09-18 10:00", "MS01", "2026-09-20 17:30"),
    ("2026-09-24 15:00", "MS01", "2026-09-28 17:30"),
    ("2026-09-24 15:00", "MD02", "2026-09-30 17:30"),
    ("2026-09-24 15:00", "MS05", "2026-10-09 17:30"),
    ("2026-09-24 15:00", "LS06", "2026-10-10 17:30"),
    ("2026-09-25 23:00", "ZA17", "2026-09-26 23:00"),
    ("2026-11-20 16:00", "MS01", "2026-11-23 17:30"),
    ("2026-11-20 16:00", "MS05", "2026-11-27 17:30"),
]


@pytest.mark.parametrize(("assigned", "item", "due"), VECTORS)
def test_a_deadline_counts_working_days_and_make_up_days(
    story: Story, assigned: str, item: str, due: str
) -> None:
    story.now = datetime.fromisoformat(assigned)
    if item == "LS06":
        story.do(
            AddItem(
                code="LS06",
                class_name="其他中心工作",
                name="六个工作日的临时事项",
                platform="bm",
                limit_hours=144,
                urgency=Urgency.NORMAL,
                approval_number="练习",
            ),
            by="director",
        )
    case = story.assigned("SFS", item_id=story.item(item))
    assert story.column(case, "due_at") == datetime.fromisoformat(due)
