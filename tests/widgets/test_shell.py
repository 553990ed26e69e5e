"""Navigation, bars, notices, charts and pages: what they show and what they tell."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop.theme import THEMES, apply
from desktop.widgets.buttons import ActionButton
from desktop.widgets.charts import RankingBars, RankingRow
from desktop.widgets.charts.heat_calendar import WHOLE_DAY, HeatCalendar
from desktop.widgets.charts.line_chart import Band, LineChart, Series
from desktop.widgets.charts.pareto_chart import ParetoChart, ParetoRow
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.kpi_tile import KpiFigure, KpiTile
from desktop.widgets.navigation_rail import NavigationRail, NavItem, NavSection
from desktop.widgets.notices import ErrorBar, Toast
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.photo_strip import Photo, PhotoStrip
from desktop.widgets.search_box import SearchBox
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.status_bar import StatusBar, StatusItem
from desktop.widgets.timeline import Timeline, TimelineStep
from desktop.widgets.top_bar import TopBar


@pytest.fixture
def rail(theme, qtbot):
    rail = NavigationRail()
    rail.set_sections(
        [
            NavSection("事件", (NavItem("a", "台账", "inbox"), NavItem("b", "登记", "file-plus"))),
            NavSection("管理", (NavItem("c", "设置", "settings"),)),
        ]
    )
    qtbot.addWidget(rail)
    rail.show()
    return rail


def button_of(rail, name):
    found = [w for w in rail.findChildren(QWidget) if w.accessibleName().startswith(name)]
    return found[0]


def test_a_page_is_chosen_by_mouse_and_by_key(rail, qtbot):
    with qtbot.waitSignal(rail.page_chosen) as told:
        qtbot.mouseClick(button_of(rail, "登记"), Qt.MouseButton.LeftButton)
    assert told.args == ["b"]
    assert rail.current() == "b"
    button_of(rail, "登记").setFocus()
    qtbot.keyClick(button_of(rail, "登记"), Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.page_chosen) as told:
        qtbot.keyClick(rail.focusWidget(), Qt.Key.Key_Space)
    assert told.args == ["c"]


def test_the_navigation_becomes_a_rail_in_a_narrow_window(rail):
    rail.follow_width(1366)
    assert (rail.is_collapsed(), rail.width()) == (True, 68)
    rail.follow_width(1920)
    assert (rail.is_collapsed(), rail.width()) == (False, 216)


def test_the_top_bar_swaps_the_actions_of_pages(theme, qtbot, qapp):
    bar = TopBar("事件台账", "搜索编号")
    qtbot.addWidget(bar)
    bar.show()
    bar.add_action(ActionButton("导出", "download"))
    bar.clear_actions()
    bar.add_action(ActionButton("打印", "printer"))
    bar.set_title("督办")
    bar.set_search_hint("")
    qapp.processEvents()
    shown = [b.words() for b in bar.findChildren(ActionButton) if b.isVisible()]
    assert shown == ["打印"]
    assert not bar.search.isVisible()


def test_a_badge_is_spoken_with_its_page(rail):
    rail.set_badge("a", 138)
    assert button_of(rail, "台账").accessibleName() == "台账 138"
    rail.set_badge("a", 0)
    assert button_of(rail, "台账").accessibleName() == "台账"


def test_a_search_waits_for_a_pause_and_enter_does_not(theme, qtbot):
    box = SearchBox("搜索")
    qtbot.addWidget(box)
    box.show()
    told = []
    box.searched.connect(told.append)
    with qtbot.waitSignal(box.searched):
        qtbot.keyClicks(box, "rml")
    assert told == ["rml"]
    qtbot.keyClicks(box, "8")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == ["rml", "rml8"]


def test_the_status_bar_gives_way_instead_of_forcing_the_window_wide(theme, qtbot):
    bar = StatusBar()
    bar.set_connection("warn", "未连接，3 条待同步")
    for number in range(12):
        bar.set_item(str(number), StatusItem("很长的一条状态说明文字", "clock"), right=number > 6)
    qtbot.addWidget(bar)
    bar.resize(400, 32)
    bar.show()
    bar.grab()
    assert bar.minimumSizeHint().width() <= 200
    assert "未连接" in bar.accessibleName()
    bar.set_item("0", None)
    assert bar.words().count("很长") == 11


def test_a_toast_offers_the_way_back_and_goes_by_itself(theme, qtbot):
    window = QWidget()
    window.resize(900, 500)
    qtbot.addWidget(window)
    window.show()
    toast = Toast(window)
    toast.show_notice("已派遣至市政维修站", action="撤销 Ctrl Z")
    assert toast.words() == "已派遣至市政维修站"
    with qtbot.waitSignal(toast.action_chosen):
        toast.choose_action()
    assert not toast.isVisible()
    toast.show_notice("已保存", seconds=0.02)
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_an_error_can_be_copied_with_its_details(theme, qtbot):
    bar = ErrorBar()
    qtbot.addWidget(bar)
    bar.show_error("保存失败，已存为草稿", "Traceback: …")
    button_of(bar, "复制详情").click()
    assert QGuiApplication.clipboard().text() == "Traceback: …"
    with qtbot.waitSignal(bar.closed):
        button_of(bar, "关闭提示").click()


def test_an_empty_list_offers_the_next_step(theme, qtbot):
    state = EmptyState("inbox", "没有符合条件的事件", "清除筛选")
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.action_chosen):
        button_of(state, "清除筛选").click()
    state.show_state("inbox", "今天还没有登记，按 F2 开始")
    assert state.sentence() == "今天还没有登记，按 F2 开始"


def test_a_skeleton_stops_without_a_trace(theme, qtbot):
    skeleton = Skeleton(4)
    qtbot.addWidget(skeleton)
    skeleton.start()
    assert skeleton.isVisible()
    skeleton.stop()
    assert not skeleton.isVisible()


def test_a_timeline_grows_with_its_notes(theme, qtbot):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_steps([TimelineStep("09:00", "登记", "值班甲")])
    short = timeline.heightForWidth(300)
    timeline.set_steps([TimelineStep("09:00", "登记", "值班甲", "很长的说明。" * 30)])
    assert timeline.heightForWidth(300) > short * 3
    assert timeline.heightForWidth(600) < timeline.heightForWidth(300)
    assert timeline.words().startswith("09:00 登记 值班甲 很长")


def test_a_photo_is_opened_from_the_keyboard(theme, qtbot):
    strip = PhotoStrip()
    qtbot.addWidget(strip)
    strip.set_photos([Photo(f"p{i}", f"现场-{i}.jpg") for i in range(5)])
    strip.resize(360, 110)
    strip.show()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    strip.grab()
    with qtbot.waitSignal(strip.opened) as told:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert told.args == ["p4"]


def test_a_figure_opens_its_list_and_is_spoken(theme, qtbot):
    tile = KpiTile("办结率")
    qtbot.addWidget(tile)
    tile.show()
    tile.show_figure(KpiFigure("99.50", "%", "62,966 / 63,284 件"))
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert tile.accessibleName() == "办结率 99.50%"


def test_charts_tell_what_was_chosen(theme, qtbot):
    lines, bars, heat = LineChart(), RankingBars(), HeatCalendar()
    for chart in (lines, bars, heat):
        qtbot.addWidget(chart)
        chart.resize(600, 300)
        chart.show()
    lines.show_series(["一", "二", "三"], [Series("录入", [3, None, 5])])
    bars.show_rows([RankingRow("x", "甲", 9, "9"), RankingRow("y", "乙", 4, "4")])
    heat.show_counts([[day * 24 + hour for hour in range(24)] for day in range(7)])
    qtbot.keyClick(lines, Qt.Key.Key_Left)
    qtbot.keyClick(lines, Qt.Key.Key_Left)
    with qtbot.waitSignal(lines.chosen) as told:
        qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert told.args == [1]
    with qtbot.waitSignal(bars.chosen) as told:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(30, bars.line_height() + 5))
    assert told.args == ["y"]
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    with qtbot.waitSignal(heat.chosen) as told:
        qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert told.args == [(1, 1)]


def test_a_trend_is_read_by_key_and_by_pointer(theme, qtbot):
    lines = LineChart(unit="件")
    qtbot.addWidget(lines)
    lines.resize(600, 300)
    lines.show()
    lines.show_series(
        ["一", "二", "三"],
        [Series("录入", [3, None, 5], filled=True), Series("去年", [1, 2, 3], dashed=True)],
        bands=[Band(0, 1, "春节")],
        details=["第一天", "第二天", "第三天"],
    )
    qtbot.keyClick(lines, Qt.Key.Key_Home)
    assert lines.accessibleDescription() == "第一天 录入 3 件 去年 1 件"
    qtbot.keyClick(lines, Qt.Key.Key_Right)
    assert lines.accessibleDescription() == "第二天 录入 — 去年 2 件"
    last = lines.frame().topRight().toPoint() + QPoint(-1, 40)
    qtbot.mouseMove(lines.viewport(), last)
    assert lines.accessibleDescription() == "第三天 录入 5 件 去年 3 件"
    with qtbot.waitSignal(lines.chosen) as told:
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert told.args == [2]


def test_a_cell_and_the_sum_of_its_day_are_chosen_by_pointer(theme, qtbot):
    heat = HeatCalendar()
    qtbot.addWidget(heat)
    heat.resize(600, 260)
    heat.show()
    heat.show_counts([[day * 24 + hour for hour in range(24)] for day in range(7)])
    for spot, cell in (((10.5, 2.5), (2, 10)), ((24.5, 6.5), (6, WHOLE_DAY))):
        with qtbot.waitSignal(heat.chosen) as told:
            place = heat.pixel(*spot).toPoint()
            qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told.args == [cell]


def test_a_bar_of_the_pareto_chart_is_chosen_and_spoken(theme, qtbot):
    chart = ParetoChart(name="事项排行")
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show()
    chart.show_rows(
        [
            ParetoRow(7, "1", "↑ 升 1", "ok", "邻里纠纷", 6, "60.00%", 60.0, "60.00%"),
            ParetoRow(8, "2", "持平", "text2", "噪声扰民", 4, "40.00%", 100.0, "100.00%"),
        ]
    )
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "第 2 噪声扰民 4 件，占 40.00%，累计 100.00%"
    with qtbot.waitSignal(chart.chosen) as told:
        qtbot.mouseClick(
            chart.viewport(), Qt.MouseButton.LeftButton, pos=chart.pixel(1, 0.5).toPoint()
        )
    assert told.args == [7]


def test_a_chart_follows_the_theme_at_once(theme, qtbot, qapp):
    lines = LineChart()
    qtbot.addWidget(lines)
    lines.resize(300, 200)
    lines.show()
    lines.show_series(["一", "二"], [Series("录入", [3, 5])])
    for name in ("dark", "light"):
        apply(qapp, name)
        corner = lines.grab().toImage().pixelColor(2, 2).name()
        assert corner == THEMES[name].surface.lower()


@pytest.mark.parametrize("counts", [[[0] * 24] * 7, [[1] * 24] * 7])
def test_a_quiet_week_is_drawn_too(theme, qtbot, counts):
    heat = HeatCalendar()
    qtbot.addWidget(heat)
    heat.show_counts(counts)
    heat.resize(600, 260)
    assert not heat.grab().isNull()
    assert heat.limits() == sorted(set(heat.limits()))


def test_only_pages_in_view_are_drawn(theme, qtbot):
    drawn = []

    def render(page, dpi):
        drawn.append(page)
        image = QImage(round(595 / 72 * dpi), round(842 / 72 * dpi), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        return image

    view = PdfView()
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    told = []
    view.page_changed.connect(told.append)
    view.show_pages([(595, 842)] * 40, render)
    qtbot.waitUntil(lambda: bool(drawn), timeout=3000)
    assert set(drawn) <= {0, 1}
    view.go_to_page(20)
    qtbot.waitUntil(lambda: 20 in drawn, timeout=3000)
    assert view.current_page() == 20
    assert told[0] == (1, 40) and told[-1] == (21, 40)
    assert len(set(drawn)) <= 5


def test_zoom_steps_and_fits_the_width(theme, qtbot):
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(500, 500)
    view.show()
    wished = []
    view.picture_wanted.connect(wished.append)
    view.show_pages([(595, 842)], None)
    qtbot.waitUntil(lambda: bool(wished), timeout=3000)
    fitted = view.page_rects()[0].width()
    assert fitted == pytest.approx(view.viewport().width() - 32, abs=2)
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.page_rects()[0].width() > fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.page_rects()[0].width() == fitted
