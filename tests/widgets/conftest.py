"""What the tests of widgets share: a dressed application, and one of every widget."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.columns import Column
from desktop.models.rows import RowsModel
from desktop.theme import Theme, apply
from desktop.widgets.basic_dialog import BasicDialog, QuestionDialog, ReasonDialog
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.card import Card, CardTitle, ScrollColumn
from desktop.widgets.charts import RankingBars, RankingRow
from desktop.widgets.charts.heat_calendar import HeatCalendar
from desktop.widgets.charts.line_chart import LineChart, Series
from desktop.widgets.charts.pareto_chart import ParetoChart, ParetoRow
from desktop.widgets.chips import Chip, state_chip
from desktop.widgets.choice_box import CheckField, ChoiceBox
from desktop.widgets.date_time_field import DateTimeField
from desktop.widgets.deadline import DeadlineBar, DeadlineCard, DeadlineLook
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.fact_grid import FactGrid
from desktop.widgets.field_row import FieldRow
from desktop.widgets.figure_box import FigureBox
from desktop.widgets.filter_pill import FilterPill
from desktop.widgets.key_hint import KeyHint, KeyHints
from desktop.widgets.kpi_tile import KpiFigure, KpiTile
from desktop.widgets.line_field import LineField
from desktop.widgets.map import (
    LegendMark,
    LegendRow,
    MapDot,
    MapGroup,
    MapLegend,
    MapLook,
    MapShape,
    MapView,
    MiniMap,
)
from desktop.widgets.navigation_rail import NavigationRail, NavItem, NavSection
from desktop.widgets.notices import Banner, ErrorBar, Toast
from desktop.widgets.paper_view import PaperView
from desktop.widgets.pdf_view import PdfView
from desktop.widgets.photo_strip import Photo, PhotoStrip
from desktop.widgets.picker import Picker
from desktop.widgets.picture_view import PictureView, Shown
from desktop.widgets.segmented_choice import SegmentedChoice
from desktop.widgets.skeleton import Skeleton
from desktop.widgets.status_bar import StatusBar, StatusItem
from desktop.widgets.status_tabs import StatusTabs
from desktop.widgets.step_line import StepLine
from desktop.widgets.text_area import TextArea
from desktop.widgets.timeline import Timeline, TimelineStep
from desktop.widgets.top_bar import TopBar
from desktop.widgets.virtual_table import VirtualTable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 11, 23, 10, 0)
LONG = "人民路与解放街交叉口井盖缺失，夜间存在跌落风险，请尽快派人围挡"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at the ordinary size, put back after the test."""
    yield apply(qapp, "light", 1.0)
    apply(qapp, "light", 1.0)


@pytest.fixture
def commit() -> Callable[[QWidget, str], None]:
    """Type through an input method: the composed text arrives at once."""

    def type_composed(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)

    return type_composed


def text_columns() -> list[Column]:
    """Return two plain columns over rows that are tuples."""
    return [
        Column("name", "名称", 200, lambda row: row[0], detail=lambda row: row[1], stretch=True),
        Column("state", "状态", 120, lambda row: "", chip=lambda row: state_chip(row[2], "blue")),
    ]


def _picture() -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0x8899AA)
    return image


def every_widget(parent: QWidget) -> list[QWidget]:
    """Return one of each widget, with content, as children of `parent`."""
    rail = NavigationRail(parent)
    rail.set_title("指挥室", "平台")
    rail.set_sections([NavSection("事件", (NavItem("cases", "事件台账", "inbox"),))])
    rail.set_badge("cases", 12, alert=True)
    rail.set_person("值班甲", "白班", "值班员")
    top = TopBar("事件台账", "搜索编号", parent)
    top.add_action(ActionButton("新建登记", "plus", key="F2", kind="primary"))
    bell = IconButton("bell", "提醒", parent=parent)
    bell.set_count(3)
    status = StatusBar(parent)
    status.set_connection("ok", "已连接")
    status.set_item("sync", StatusItem("已同步", "refresh-cw"))
    banner = Banner(parent)
    banner.show_banner("warn", "未连接，3 条待同步", "重试")
    error = ErrorBar(parent)
    error.show_error("保存失败", "细节")
    toast = Toast(parent)
    toast.show_notice("已派遣", action="撤销")
    tabs = StatusTabs([("all", "全部"), ("late", "超时", "danger")], parent=parent)
    tabs.set_counts({"all": 138, "late": 9})
    deadline, card = DeadlineBar(parent), DeadlineCard(parent)
    deadline.show_deadline(DeadlineLook("剩 18 分", "warn", 0.8))
    card.show_deadline(DeadlineLook("已超时 35 分钟", "bad", 1.0), LONG)
    timeline = Timeline(parent)
    timeline.set_steps([TimelineStep("18:41", "催办", "值班甲", LONG, "danger", "11-22")])
    facts = FactGrid(parent=parent)
    facts.set_facts([("来源", "热线"), ("电话", "138****0000"), ("地点", LONG, True)])
    photos = PhotoStrip(parent=parent)
    photos.set_photos([Photo(1, "现场-1.jpg", _picture()), Photo(2, "录音", icon="play")])
    pair = PictureView(parent=parent)
    pair.show_pictures([Shown("处置前", _picture()), Shown("处置后", None, LONG)])
    tile = KpiTile("办结率", "circle-check", parent=parent)
    tile.show_figure(KpiFigure("99.50", "%", "2 / 3", "↑ 0.1", "green", line=(1, 2, 3)))
    lines = LineChart(parent=parent)
    lines.show_series(["1", "2", "3"], [Series("录入", [1, None, 3], filled=True)])
    bars = RankingBars(parent=parent)
    bars.show_rows([RankingRow(1, "邻里纠纷", 3, "3", "50%")])
    heat = HeatCalendar(parent=parent)
    heat.show_counts([[day * hour % 9 for hour in range(24)] for day in range(7)])
    square = (((0, 0), (90, 0), (90, 90), (0, 90), (0, 0)),)
    shapes = [MapShape(1, "永上社区01网格", "01网格", (square,))]
    plan, stamp = MapView(name="网格地图", parent=parent), MiniMap(parent)
    plan.show_shapes(shapes, [MapGroup(9, "永上社区", (square,))])
    plan.show_looks({1: MapLook("12", None, 3, "永上社区01网格")})
    plan.show_dots([MapDot(n, 40 + n, 40, tone) for n, tone in enumerate(("ok", "bad", "warn"))])
    plan.set_chosen(1)
    stamp.show_shapes(shapes)
    stamp.show_moment("第 47 周", "12 件", "11-16 至今", {1: 4})
    legend = MapLegend(name="图例", parent=parent)
    rows = [LegendRow(0, "没有", "0 件", 3), LegendRow(None, "没有可算的", "", 1)]
    legend.show_legend("未办结数", "网格数", rows, [LegendMark("alarm", "超期"),
                       LegendMark("warn", "临近")], "放大后显示")  # fmt: skip
    box = FigureBox("超期", parent)
    box.show_figure("12", "+3", alarm=True)
    pareto = ParetoChart(parent=parent)
    pareto.show_rows([ParetoRow(1, "1", "持平", "text2", "邻里纠纷", 3, "50%", 50.0, "50%")])
    pages = PdfView(parent=parent)
    pages.show_images([_picture()])
    paper = PaperView(name="文书", parent=parent)
    paper.show_pages([(595, 842)])
    paper.open_search()
    model = RowsModel(text_columns(), parent)
    table = VirtualTable(model, name="台账", parent=parent)
    generation = model.show_ids([1, 2])
    model.row(0)
    model.give_rows(generation, {1: ("甲", "一", "处置中")})
    fields: list[QWidget] = [
        FieldRow("来源", SegmentedChoice([(1, "热线"), (2, "巡查")]), parent=parent),
        FieldRow("类别", Picker("类别"), required=True, key="拼音首字母", parent=parent),
        FieldRow("电话", LineField(digits=True), note="近 30 天来电 3 次", parent=parent),
        FieldRow("描述", TextArea(), parent=parent),
        FieldRow("时限", DateTimeField(now=lambda: NOW), parent=parent),
        FieldRow("单位", ChoiceBox([(1, "派出所")]), parent=parent),
        CheckField("会后生成通知单", parent=parent),
    ]
    return [
        rail, top, bell, status, banner, error, toast, tabs, deadline, card, timeline, facts,
        photos, pair, tile, lines, bars, heat, pareto, pages, paper, table, *fields, plan, stamp,
        legend, box,
        FilterPill("类别", "tag", [(0, "全部"), (1, "市容")], parent=parent),
        FilterPill("黄牌 4", card="yellow", parent=parent),
        Chip(state_chip("处置中", "blue"), parent), KeyHint("Enter", "打开", parent),
        KeyHints((("F6", "派遣"), ("F7", "催办")), parent),
        EmptyState("inbox", "今天还没有登记", "新建登记", parent), Skeleton(3, parent=parent),
        StepLine(("拟稿", "审核", "签发"), parent), Card(parent), CardTitle("标题", "注", parent),
        ScrollColumn(parent),
    ]  # fmt: skip


@pytest.fixture
def every(theme: Theme, qtbot: Any) -> Iterator[list[QWidget]]:
    """One of each widget and the dialogs, shown."""
    parent = QWidget()
    parent.resize(900, 700)
    qtbot.addWidget(parent)
    widgets = every_widget(parent)
    dialogs = [
        BasicDialog("标题", "正文", icon="info", parent=parent),
        QuestionDialog("作废？", "不可撤销", "作废", danger=True, parent=parent),
        ReasonDialog("退回", "写明理由", "退回", suggestions=("信息不全",), parent=parent),
    ]
    parent.show()
    for widget in widgets:
        if not widget.isVisible() and not isinstance(widget, Toast):
            widget.show()
    for widget in widgets:
        widget.resize(max(widget.sizeHint().width(), 60), max(widget.sizeHint().height(), 40))
    yield [*widgets, *dialogs]
