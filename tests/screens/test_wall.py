"""The wall display: put up and taken back by keys, fresh by the change log, old when it must be."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from db.commands.outlines import ImportOutlines
from db.rules.outlines import OutlineFeature
from desktop.pages import wall_figures
from desktop.pages.screen_picture import ScreenPicture
from desktop.pages.wall import WallPage
from desktop.pages.wall_settings import WallSettings
from desktop.screen.stage_window import StageWindow
from desktop.screen.wall_view import WallView
from desktop.widgets.chips import Chip
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.line_field import LineField
from tests.screens.conftest import PATIENCE_MS, Desk
from tests.story import Story

WEST, SOUTH, SIDE = 120.80, 27.90, 0.01
GRIDS = ("33030300100401", "33030300100402")


@pytest.fixture
def page(story: Story, desk: Desk) -> Any:
    """The page of the wall on a morning with two cases."""
    story.registered()
    story.self_handled(community_id=None, grid_id=story.unit(GRIDS[0]))
    return desk.page("wall")


def picture(desk: Desk) -> str:
    """Return what the small picture shows."""
    return desk.find(ScreenPicture).accessibleDescription()


def state(desk: Desk) -> str:
    """Return what the chip says of the stage."""
    return desk.find(Chip, desk.find(WallSettings)).accessibleName()


def put_up(page: WallPage, desk: Desk) -> WallView:
    """Press F11 on the page and return the wall."""
    desk.press(page, Qt.Key.Key_F11)
    desk.settled()
    view = page.view()
    assert view is not None and view.isVisible()
    # Offscreen gives each new window the keyboard; a window manager leaves it where it was.
    desk.window.activateWindow()
    QTest.qWaitForWindowActive(desk.window)
    return view


def shown(desk: Desk, view: WallView, words: str) -> None:
    """Wait until the wall shows these words."""
    desk.qtbot.waitUntil(lambda: words in view.words(), timeout=PATIENCE_MS)


def window_of(view: WallView) -> StageWindow:
    window = view.window()
    assert isinstance(window, StageWindow)
    return window


# Putting up and taking back ----------------------------------------------------------------


def test_the_navigation_leads_to_a_small_picture_of_the_wall(story: Story, desk: Desk) -> None:
    story.registered()
    desk.press(None, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert "今日录入 1件 比昨日此时多 1 件" in picture(desk)
    assert "数据截至 08:30" in desk.words()
    assert "没有第二块屏幕：将在一个可以移动的窗口里显示。" in desk.words()
    assert "没有投放" in state(desk)


def test_f11_puts_the_wall_up_and_takes_it_back(page: Any, desk: Desk) -> None:
    view = put_up(page, desk)
    assert "今日录入 2件" in view.words() and "今日办结 1件" in view.words()
    assert window_of(view).isWindow() and not window_of(view).isFullScreen()
    assert state(desk) == "窗口投放中"
    assert page.settings.switch.text() == "收回大屏"
    desk.press(page, Qt.Key.Key_F11)
    desk.settled()
    assert page.view() is None
    assert page.settings.switch.text() == "投放大屏"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_a_key_on_the_wall_takes_it_back(page: Any, desk: Desk, key: Qt.Key) -> None:
    window = window_of(put_up(page, desk))
    desk.press(window, key)
    desk.settled()
    assert page.view() is None
    assert not desk.window.isHidden()


def test_the_wall_goes_with_the_window_of_the_operator(page: Any, desk: Desk) -> None:
    gone: list[bool] = []
    window_of(put_up(page, desk)).destroyed.connect(lambda: gone.append(True))
    desk.close()
    desk.qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE_MS)


def test_who_may_not_see_figures_is_told(story: Story, desk: Desk) -> None:
    desk.sign_on_as("auditor")
    page = desk.page("wall")
    assert page.isVisible()
    assert not page.findChildren(ScreenPicture)


# Settings ----------------------------------------------------------------------------------


def test_distance_and_diagonal_tell_whether_the_wall_can_be_read(page: Any, desk: Desk) -> None:
    assert "屏幕没有报告真实尺寸，无法核算字号。请填写对角线（英寸）。" in desk.words()
    inches = desk.find(LineField, name="对角线（英寸）")
    desk.type(inches, "７５")
    desk.press(inches, Qt.Key.Key_Return)
    desk.settled()
    assert "75 英寸 · 观看距离 8 米 · 清晰" in desk.words()
    assert "最小字 16′，看得清。" in desk.words()
    distance = desk.find(ChoiceBox, name="观看距离")
    desk.press(distance, Qt.Key.Key_Down)
    desk.press(distance, Qt.Key.Key_Down)
    desk.settled()
    assert "75 英寸 · 观看距离 12 米 · 看不清" in desk.words()
    assert "请坐近些或换大屏" in desk.words()


def test_what_was_set_is_there_at_the_next_start(page: Any, desk: Desk) -> None:
    inches = desk.find(LineField, name="对角线（英寸）")
    desk.type(inches, "98")
    desk.press(inches, Qt.Key.Key_Return)
    desk.press(desk.find(CheckField, name="减少动画：名单翻页，不滚动"), Qt.Key.Key_Space)
    desk.sign_on_as("operator")
    desk.page("wall")
    assert "98 英寸 · 观看距离 8 米 · 清晰" in desk.words()
    assert desk.find(CheckField, name="减少动画：名单翻页，不滚动").value() is True


@pytest.mark.parametrize("wrong", ["7", "601", "七十五"])
def test_a_diagonal_that_no_screen_has_is_refused_beside_its_field(
    page: Any, desk: Desk, wrong: str
) -> None:
    inches = desk.find(LineField, name="对角线（英寸）")
    desk.type(inches, wrong)
    desk.press(inches, Qt.Key.Key_Return)
    desk.settled()
    assert "请填 10 到 600 之间的数" in desk.words()
    assert inches.value() == wrong
    assert "屏幕没有报告真实尺寸" in desk.words()


def test_without_motion_the_list_turns_whole_pages(page: Any, desk: Desk, story: Story) -> None:
    for _ in range(12):
        story.assigned()
    story.later(days=20)
    story.registered()
    view = put_up(page, desk)
    shown(desk, view, "共 13 件")
    roll = view.late.roll
    assert roll.is_moving()
    desk.qtbot.waitUntil(lambda: roll.offset() > 0, timeout=PATIENCE_MS)
    desk.press(desk.find(CheckField, name="减少动画：名单翻页，不滚动"), Qt.Key.Key_Space)
    desk.settled()
    assert roll.is_moving() and roll.offset() == 0
    # It stands for ten seconds; a scrolling list would have moved by now.
    desk.qtbot.wait(300)
    assert roll.offset() == 0


# Fresh figures -----------------------------------------------------------------------------


def test_the_wall_follows_what_another_desk_does(page: Any, desk: Desk, story: Story) -> None:
    view = put_up(page, desk)
    assert "今日录入 2件" in view.words()
    desk.page("ledger")
    case = story.registered(at=story.later(minutes=20))
    shown(desk, view, "今日录入 3件")
    story.accept(case)
    story.assign(case, "SFS")
    story.later(days=30)
    story.registered()
    shown(desk, view, "共 2 件")
    assert "邻居夜间装修噪声 司法所 超" in view.words()


def test_nobody_looks_so_nothing_is_asked(page: Any, desk: Desk, story: Story) -> None:
    before = picture(desk)
    desk.page("ledger")
    story.registered()
    desk.settled()
    assert page.picture.accessibleDescription() == before
    desk.page("wall")
    assert "今日录入 3件" in picture(desk)


def test_a_steady_stream_of_changes_does_not_keep_the_wall_waiting(
    page: Any, desk: Desk, story: Story
) -> None:
    view = put_up(page, desk)
    assert "今日录入 2件" in view.words()
    for _ in range(50):
        story.registered()
        desk.qtbot.wait(60)
        if "今日录入 2件" not in view.words():
            return
    pytest.fail("no fresh figure while changes came in")


def test_the_shades_follow_outlines_that_are_imported(page: Any, desk: Desk, story: Story) -> None:
    view = put_up(page, desk)
    before = view.heat.grab().toImage()
    squares = tuple(
        OutlineFeature(code=code, geometry={"type": "Polygon", "coordinates": [square(nth)]})
        for nth, code in enumerate(GRIDS)
    )
    story.do(ImportOutlines(features=squares, source="网格图", is_invented=False), by="director")
    desk.qtbot.waitUntil(lambda: view.heat.grab().toImage() != before, timeout=PATIENCE_MS)
    assert "示意边界" not in view.heat.words()


def square(nth: int) -> list[list[float]]:
    """Return the ring of the n-th square from the west."""
    west, east, north = WEST + nth * SIDE, WEST + (nth + 1) * SIDE, SOUTH + SIDE
    return [[west, SOUTH], [east, SOUTH], [east, north], [west, north], [west, SOUTH]]


def test_the_wall_shows_no_name_number_or_door(page: Any, desk: Desk, story: Story) -> None:
    story.assigned(title="林大明家漏水，电话13805770001", reporter_name="林大明")
    story.later(days=20)
    story.registered()
    view = put_up(page, desk)
    shown(desk, view, "家漏水")
    for private in ("林大明", "13805770001", "中心街29号"):
        assert private not in view.words()
        assert private not in picture(desk)


# The database goes away --------------------------------------------------------------------


@pytest.fixture
def away(story: Story, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A street whose file can be taken away and brought back; the wall asks again quickly."""
    monkeypatch.setattr(wall_figures, "RETRY_MILLISECONDS", 100)
    return Away(story.database.path)


class Away:
    """Takes the file of the record away while programs have it open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._elsewhere = path.with_name("elsewhere.db")

    def take(self) -> None:
        self._path.rename(self._elsewhere)

    def bring_back(self) -> None:
        self._elsewhere.rename(self._path)


def test_the_last_good_figures_stay_with_their_time_until_there_are_others(
    away: Away, page: Any, desk: Desk, story: Story
) -> None:
    view = put_up(page, desk)
    assert "实时" in view.words()
    away.take()
    with desk.qtbot.waitSignal(page.told, timeout=PATIENCE_MS) as told:
        desk.press(None, Qt.Key.Key_F5)
    assert told.args == ["读不到数据，大屏保留着上一次的画面。", "warn"]
    assert "今日录入 2件" in view.words()
    assert "数据截至 08:30" in view.words() and "实时" not in view.words()
    assert "数据截至 08:30" in picture(desk)
    assert "读不到数据：大屏保留 08:30 的画面，并写明时间；读到后自动更新。" in page.banner.words()
    assert page.banner.isVisible()
    away.bring_back()
    shown(desk, view, "实时")
    story.registered(at=story.later(minutes=5))
    shown(desk, view, "今日录入 3件")
    assert not page.banner.isVisible()
    assert "数据截至" not in view.words()


def test_it_is_told_once_that_nothing_is_read_and_once_that_it_is_again(
    away: Away, page: Any, desk: Desk
) -> None:
    view = put_up(page, desk)
    desk.page("ledger")
    told: list[tuple[str, str]] = []
    page.told.connect(lambda words, tone: told.append((words, tone)))
    away.take()
    page.switch()
    page.switch()
    desk.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    desk.qtbot.wait(500)
    assert [tone for _, tone in told] == ["warn"]
    away.bring_back()
    desk.qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE_MS)
    assert told[1] == ("又读到数据了，大屏已更新。", "ok")
    assert view is not page.view()


def test_a_wall_put_up_while_nothing_is_read_says_so(away: Away, story: Story, desk: Desk) -> None:
    page = desk.window.page("wall")
    away.take()
    desk.window.show_page("wall")
    desk.press(page, Qt.Key.Key_F11)
    view = page.view()
    shown(desk, view, "数据截至 未读到")
    assert "读不到数据：大屏上还没有画面；读到后自动显示。" in page.banner.words()
    away.bring_back()
    story.registered()
    shown(desk, view, "今日录入 1件")


# Days --------------------------------------------------------------------------------------


def test_a_refresh_leaves_nothing_behind(page: Any, desk: Desk, story: Story) -> None:
    for _ in range(8):
        story.assigned()
    story.later(days=20)
    story.registered()
    view = put_up(page, desk)
    shown(desk, view, "共 9 件")

    def refresh(times: int) -> None:
        for _ in range(times):
            with desk.qtbot.waitSignal(page.figures.changed, timeout=PATIENCE_MS):
                page.arrive()

    def left() -> tuple[int, int]:
        gc.collect()
        return len(gc.get_objects()), len(desk.window.findChildren(QObject))

    refresh(40)
    objects, children = left()
    refresh(100)
    more_objects, more_children = left()
    assert more_children == children
    # Caches of the engine come and go by some hundred; one board alone has as many objects.
    assert more_objects - objects < 300, "objects stay of each refresh"
