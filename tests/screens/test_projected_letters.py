"""Letters of the big screen: large enough from where people sit, and none of them cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.screen.board import Bar, Late, Tile
from desktop.screen.fitting import between, roominess
from desktop.screen.meeting_view import MeetingView
from desktop.screen.optics import LEAST_MINUTES, MOST_ENLARGED, SMALLEST, Optics, height_of
from desktop.screen.screen_settings import ScreenSettings
from desktop.screen.slides import (
    DONE,
    HERE,
    WAITS,
    BarsSlide,
    CaseSlide,
    Heading,
    ListSlide,
    Offered,
    OutlineSlide,
    Said,
    Shot,
    Slide,
    Step,
    TilesSlide,
)
from desktop.theme import Theme
from desktop.widgets.canvas import Canvas

SCREENS = [
    pytest.param(1920, 1080, 98, id="98-inches"),
    pytest.param(1920, 1080, 75, id="75-inches"),
    pytest.param(3840, 2160, 86, id="86-inches-sharp"),
    pytest.param(1024, 768, 100, id="projector-4-to-3"),
    pytest.param(1280, 800, 90, id="projector-16-to-10"),
]


def looked_at(width: int, height: int, inches: float, distance_m: float = 8.0) -> Optics:
    """Return a screen of a known diagonal, looked at from a distance."""
    return Optics(width, height, height_of(0.0, inches, width, height), distance_m)


# How large ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("inches", "pixels"), [(55, 59), (65, 50), (75, 43), (86, 38), (98, 33)])
def test_sixteen_minutes_of_arc_at_eight_metres(inches: float, pixels: int) -> None:
    optics = looked_at(1920, 1080, inches)
    assert optics.pixels(16) == pytest.approx(pixels, abs=0.6)
    assert optics.minutes_of(optics.pixels(16)) == pytest.approx(16)


def test_the_page_grows_as_the_seats_move_away_until_it_may_grow_no_more() -> None:
    near, far, too_far = (looked_at(1920, 1080, 86, metres) for metres in (4, 8, 12))
    assert near.factor == 1.0 and near.is_readable
    assert 1.0 < far.factor < MOST_ENLARGED and far.is_readable
    assert far.minutes == pytest.approx(LEAST_MINUTES)
    assert too_far.factor == MOST_ENLARGED and not too_far.is_readable
    assert 8 < too_far.farthest_m < 12


def test_the_same_page_on_a_sharper_screen_is_as_large_to_the_eye() -> None:
    plain, sharp = looked_at(1920, 1080, 86), looked_at(3840, 2160, 86)
    assert sharp.factor == pytest.approx(2 * plain.factor)
    assert sharp.minutes == pytest.approx(plain.minutes)


def test_a_diagonal_that_was_set_goes_before_what_the_screen_tells() -> None:
    assert height_of(300.0, 75, 1920, 1080) == pytest.approx(934, abs=1)
    assert height_of(300.0, 0, 1920, 1080) == 300.0
    assert height_of(9.0, 0, 1920, 1080) == 0.0, "a projector that tells 16 × 9 mm"


def test_a_screen_of_unknown_size_is_drawn_as_designed_and_called_unmeasured() -> None:
    unknown = Optics(1024, 768, 0.0, 8.0)
    assert not unknown.is_measured
    assert unknown.factor == pytest.approx(1024 / 1920)


def test_lengths_go_from_those_of_a_low_page_to_those_of_a_high_one(qapp: object) -> None:
    theme = Theme(qapp)  # type: ignore[arg-type]
    assert roominess(theme, 700) == 0.0
    assert 0.0 < roominess(theme, 940) < 1.0
    assert roominess(theme, 1080) == roominess(theme, 1440) == 1.0
    assert [between(80, 120, room) for room in (0.0, 0.5, 1.0)] == [80, 100, 120]
    theme.deleteLater()


# What is drawn ------------------------------------------------------------------------------


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, int]]]:
    """Every piece of writing that is drawn, with its size as designed."""
    found: list[tuple[str, int]] = []
    text = Canvas.text

    def told(self: Canvas, rect: object, words: str, size: int = 14, *more: str, **how: object):  # type: ignore[no-untyped-def]
        shown, _ = self.theme.fitted(words, size, bool(how.get("bold")), rect.width())  # type: ignore[attr-defined]
        found.append((shown, size))
        return text(self, rect, words, size, *more, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "text", told)
    yield found


def case_slide(chosen: int = 3) -> CaseSlide:
    """Return a case as full as they come."""
    names = ("继续办理", "改派", "督办", "延期", "办结")
    lines = ("综合行政执法中队", "11-27 周五 17:30 前")
    offered = tuple(
        Offered(
            str(place),
            name,
            place == chosen,
            "拟议" if place == chosen else "",
            lines if place == chosen else (),
        )
        for place, name in enumerate(names, start=1)
    )
    way = (DONE, DONE, HERE, *[WAITS] * 11)
    promise = Said(
        "上周承诺", "11-20 前清运完毕，路口装限高杆和摄像头", "第 46 周例会 · 11-20 前", "focus"
    )
    today = Said(
        "今日状态", "清运约六成；限高杆未装，偷倒车辆未查到", "11-22 16:20", "warn", "未兑现", "red"
    )
    return CaseSlide(
        heading=Heading("永中街道周例会", "第 47 周", "超期件", "red", 3, 14, way),
        title="度山村路旁空地建筑垃圾反复偷倒",
        facts="度山村 04 网格 · 12345 热线 11-09 · 市容环境",
        late="超期 3 个工作日",
        late_tone="bad",
        due="应于 11-17 周二 17:30 办结",
        due_short="应于 11-17 办结",
        urged="已催办 2 次",
        lead="综合行政执法中队",
        assist="度山村、环境保护所",
        said=(promise, today),
        offered=offered,
        case_id=1,
    )


@pytest.fixture
def page(qtbot: QtBot) -> MeetingView:
    """The projected page with a full case, its clock and both of its pictures."""
    view = MeetingView()
    qtbot.addWidget(view)
    view.show_slide(case_slide(), "数据截至 11-22 18:41")
    view.show_speech(102, 180, "01:42")
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    view.show_shots(1, (Shot("11-09 处置前", image), Shot("11-22 现状", image, is_now=True)))
    return view


def seen_on(view: MeetingView, width: int, height: int, inches: float) -> Optics:
    """Let a page fill a screen and draw it."""
    optics = looked_at(width, height, inches)
    view.resize(width, height)
    view.follow_optics(optics, ScreenSettings())
    view.grab()
    return optics


@pytest.mark.parametrize(("width", "height", "inches"), SCREENS)
@pytest.mark.parametrize("chosen", [0, 1, 3])
def test_no_word_of_a_full_case_is_cut_or_too_small(
    page: MeetingView,
    drawn: list[tuple[str, int]],
    width: int,
    height: int,
    inches: float,
    chosen: int,
) -> None:
    page.show_slide(case_slide(chosen), "数据截至 11-22 18:41")
    optics = seen_on(page, width, height, inches)
    assert len(drawn) > 25
    assert [words for words, _ in drawn if "…" in words] == []
    assert min(size for _, size in drawn) >= SMALLEST
    smallest = page.theme.font(SMALLEST).pixelSize()
    assert optics.minutes_of(smallest) >= LEAST_MINUTES - 0.3, "rounded to whole pixels"


def other_slides() -> list[Slide]:
    """Return a page of each of the other kinds, as full as they come."""
    heading = Heading("永中街道周例会", "第 47 周", "上次议定事项落实", "blue", 0, 0, ())
    names = (
        "录入数",
        "办结数",
        "办结率",
        "流转数",
        "按时办结率",
        "签收及时率",
        "满意率",
        "超期未办结数",
    )
    tiles = tuple(Tile(name, "92.56", "%", "比上周高 0.8 个点", "", "focus") for name in names)
    bars = tuple(Bar(str(n), "综合行政执法中队", "97.32%", 0.97, "ok") for n in range(1, 9))
    rows = tuple(
        Late(f"{n} 度山村建筑垃圾反复偷倒", "综合行政执法中队 · 度山村委会", "超期 12 个工作日")
        for n in range(1, 24)
    )
    steps = tuple(Step(one, "0 / 23 件", WAITS) for one in ("上次议定事项落实",) * 10)
    return [
        TilesSlide(heading, "本周概况", tiles),
        BarsSlide(heading, "排名与短板通报", "本周按时办结率", bars, ""),
        ListSlide(heading, "超期清单", "共 23 件", rows, ""),
        OutlineSlide(heading, "下周研判与重点", steps),
    ]


@pytest.mark.parametrize(("width", "height", "inches"), SCREENS)
@pytest.mark.parametrize("slide", other_slides(), ids=lambda one: type(one).__name__)
def test_no_word_of_another_page_is_cut_or_too_small(
    page: MeetingView,
    drawn: list[tuple[str, int]],
    slide: Slide,
    width: int,
    height: int,
    inches: float,
) -> None:
    page.show_slide(slide, "数据截至 11-22 18:41")
    seen_on(page, width, height, inches)
    assert len(drawn) > 10
    assert [words for words, _ in drawn if "…" in words] == []
    assert min(size for _, size in drawn) >= SMALLEST


def test_a_long_list_turns_its_pages_by_itself_and_shows_each_row_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, drawn: list[tuple[str, int]]
) -> None:
    monkeypatch.setattr("desktop.screen.list_page.PAGE_MILLISECONDS", 100)
    view = MeetingView()
    qtbot.addWidget(view)
    view.show_slide(other_slides()[2], "")
    view.show()
    seen_on(view, 1920, 1080, 75)
    pages = {words for words, _ in drawn if words.startswith("第 1 / ")}
    assert len(pages) == 1
    last = pages.pop().replace("第 1 /", "第 6 /")
    assert last == "第 6 / 6 页"
    qtbot.waitUntil(lambda: last in [words for words, _ in drawn], timeout=10_000)
    titles = {words for words, _ in drawn if words.endswith("反复偷倒")}
    assert len(titles) == 23


@pytest.mark.parametrize(("width", "height", "inches"), SCREENS)
def test_the_parts_of_a_case_stand_beside_each_other(
    page: MeetingView, width: int, height: int, inches: float
) -> None:
    seen_on(page, width, height, inches)
    case = page.case
    parts: list[QWidget] = [page.top, page.foot, case.title, case.banner, case.units]
    parts += [*case.said, case.photos, case.offers]
    boxes = [QRect(part.mapTo(page, part.rect().topLeft()), part.size()) for part in parts]
    assert all(page.rect().contains(box) and not box.isEmpty() for box in boxes)
    overlapping = [
        (type(parts[a]).__name__, type(parts[b]).__name__)
        for a in range(len(boxes))
        for b in range(a)
        if boxes[a].intersects(boxes[b])
    ]
    assert overlapping == []
    assert case.said[0].height() == case.said[1].height() >= page.theme.px(180)


def test_a_long_title_takes_two_lines_and_room_from_what_is_below(page: MeetingView) -> None:
    seen_on(page, 1920, 1080, 98)
    before = page.case.title.height()
    title = "永上社区中心街二十九号三楼夜间装修噪声扰民，邻居多次交涉没有结果，要求当晚上门制止"
    page.show_slide(replace(case_slide(), title=title), "")
    assert page.case.title.height() > before
    assert page.case.banner.y() >= page.case.title.geometry().bottom()


def test_without_pictures_the_words_have_the_whole_width(page: MeetingView) -> None:
    seen_on(page, 1920, 1080, 98)
    narrow = page.case.banner.width()
    page.show_shots(1, ())
    assert page.case.photos.isHidden()
    assert page.case.banner.width() == page.case.width() > narrow


def test_pictures_make_room_for_a_long_promise(
    page: MeetingView, drawn: list[tuple[str, int]]
) -> None:
    seen_on(page, 1920, 1080, 75)
    before = page.case.photos.width()
    promise, today = case_slide().said
    words = "由城市建设办公室牵头，11月20日17:30前办结“路面坑洼”，并书面反馈办理结果"
    long = replace(case_slide(), said=(replace(promise, text=words), today))
    page.show_slide(long, "数据截至 11-22 18:41")
    assert page.case.photos.width() < before
    drawn.clear()
    page.grab()
    assert [shown for shown, _ in drawn if "…" in shown] == []


def test_letters_follow_the_seats_at_once(page: MeetingView) -> None:
    def size() -> int:
        font: QFont = page.theme.font(SMALLEST)
        return font.pixelSize()

    page.resize(1920, 1080)
    page.follow_optics(looked_at(1920, 1080, 86, 4), ScreenSettings(4.0))
    near = size()
    page.follow_optics(looked_at(1920, 1080, 86, 8), ScreenSettings(8.0))
    assert near == SMALLEST < size()
