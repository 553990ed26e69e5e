"""Times as tables write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.moments import MomentFault, read_moment

FULL = datetime(2026, 5, 25, 13, 16, 34)
MINUTE = datetime(2026, 5, 25, 13, 16)
DAY = datetime(2026, 5, 25)

SHAPES = [
    ("2026-05-25 13:16:34", FULL),
    ("2026-5-25 13:16:34", FULL),
    ("2026/05/25 13:16:34", FULL),
    ("2026/5/25 13:16", MINUTE),
    ("2026.5.25 13:16:34", FULL),
    ("2026-05-25T13:16:34", FULL),
    ("2026-05-25T13:16:34.000", FULL),
    ("2026-05-25 13:16:34.0", FULL),
    ("2026-05-25T05:16:34Z", FULL),
    ("2026-05-25T13:16:34+08:00", FULL),
    ("2026-05-25T13:16:34+0800", FULL),
    ("2026年5月25日 13:16:34", FULL),
    ("2026年05月25日13:16:34", FULL),
    ("2026年5月25日13时16分34秒", FULL),
    ("2026年5月25日 13时16分", MINUTE),
    ("2026年5月25日下午1时16分", MINUTE),
    ("2026年5月25日 下午 1:16", MINUTE),
    ("2026年5月25日13点16分", MINUTE),
    ("2026年5月25日 1:16 PM", MINUTE),
    ("2026-05-25 01:16:34 pm", FULL),
    ("2026年5月25日(星期一) 13:16", MINUTE),
    ("2026年5月25日 星期一 13:16", MINUTE),
    ("２０２６年５月２５日 １３：１６：３４", FULL),
    ("２０２６－０５－２５ １３：１６", MINUTE),
    ("2026-05-25　13：16：34", FULL),
    ("  2026-05-25 13:16:34 ", FULL),
    ("2026-05-25\n13:16:34", FULL),
    ("2026 - 5 - 25 13:16", MINUTE),
    ("20260525131634", FULL),
    ("202605251316", MINUTE),
    ("20260525 131634", FULL),
    ("20260525 13:16:34", FULL),
    ("20260525T131634", FULL),
    ("20260525", DAY),
    (20260525, DAY),
    (20260525.0, DAY),
    (20260525131634.0, FULL),
    ("2026-05-25", DAY),
    ("2026/5/25", DAY),
    ("2026.5.25", DAY),
    ("2026年5月25日", DAY),
    ("2026年5月25", DAY),
    ("2026年5月25号", DAY),
    (46167, DAY),
    (46167.0, DAY),
    ("46167", DAY),
    (46167.553171296, FULL),
    ("46167.553171296", FULL),
    (FULL, FULL),
    (FULL.replace(microsecond=400), FULL),
    (datetime(2026, 5, 25, 13, 16, 33, 999_600), FULL),
    (datetime(2026, 5, 25, 5, 16, 34, tzinfo=UTC), FULL),
    (date(2026, 5, 25), DAY),
    ("2026年3月19日 16:35:28", datetime(2026, 3, 19, 16, 35, 28)),
    ("2026年3月9日下午3时5分", datetime(2026, 3, 9, 15, 5)),
    ("2026年3月9日下午3点半", datetime(2026, 3, 9, 15, 30)),
    ("2026年3月9日上午9时", datetime(2026, 3, 9, 9)),
    ("2026年3月9日 9时整", datetime(2026, 3, 9, 9)),
    ("2026年3月9日凌晨2点", datetime(2026, 3, 9, 2)),
    ("2026年3月9日中午12点10分", datetime(2026, 3, 9, 12, 10)),
    ("2026年3月9日中午1点", datetime(2026, 3, 9, 13)),
    ("2026/3/9 上午 12:05", datetime(2026, 3, 9, 0, 5)),
    ("2026-05-25 24:00", datetime(2026, 5, 26)),
    ("2024-02-29", datetime(2024, 2, 29)),
]


@pytest.mark.parametrize(("written", "meant"), SHAPES, ids=lambda value: repr(value))
def test_a_written_time_is_understood(written, meant):
    moment = read_moment(written)
    assert moment == meant
    assert moment.tzinfo is None and moment.microsecond == 0


@pytest.mark.parametrize(
    "written",
    [
        "", " ", "待补", "昨天下午", "2026-02-30 10:00", "2026-02-29", "2026-13-01", "2026-00-10",
        "2026-05-25 25:00", "2026-05-25 24:01", "2026-05-25 13:60", "5/6/2026", "26.5.25",
        "2026-05", "2026", "2026年5月", "1989-12-31", "0026-05-25", "1900-01-01", 0, 0.5, 2026.5,
        -1, 1e300, float("nan"), True, None, "2026-05-25 abc", "2026-05-25 13", "13:16",
        "2026-05/25", "20261325", "99999999", "2026-05-25 13:16:34 和 14:00",
        "2026年3月9日晚上12点", "２０２６年２月３０日", b"2026-05-25",
    ],
    ids=repr,
)  # fmt: skip
def test_what_cannot_be_a_time_is_refused(written):
    with pytest.raises(MomentFault) as caught:
        read_moment(written)
    assert caught.value.code == "bad_time"


def test_a_time_after_the_limit_is_refused():
    assert read_moment("2026-05-25 13:16:34", not_after=FULL) == FULL
    with pytest.raises(MomentFault):
        read_moment("2026-05-25 13:16:35", not_after=FULL)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)))
def test_every_second_survives_each_way_of_writing(moment):
    moment = moment.replace(microsecond=0)
    for shape in ("%Y-%m-%d %H:%M:%S", "%Y年%m月%d日 %H时%M分%S秒", "%Y%m%d%H%M%S"):
        assert read_moment(moment.strftime(shape)) == moment
    serial = (moment - datetime(1899, 12, 30)).total_seconds() / 86_400
    assert read_moment(serial) == moment


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_nothing_but_a_time_or_a_refusal_comes_out(value):
    try:
        moment = read_moment(value)
    except MomentFault:
        return
    assert moment.year >= 1990
