"""The page of figures: what it shows is what the record counts, and each number opens its list."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QModelIndex, Qt

from db.queries.breakdowns import item_ranking, station_ranking, weekday_hours
from db.queries.page import CaseFilter, case_count
from db.queries.statistics import FigureScope, GroupBy, compared, indicators
from db.rules.counters import Basis
from db.rules.indicators import INDICATORS
from db.rules.terms import Satisfaction
from desktop.documents.preview import page_texts
from desktop.exchange.sheets import read_tables
from desktop.pages.figures_columns import CODES, count_behind, moved
from desktop.pages.figures_export import Sheet
from desktop.pages.figures_seen import Span, Wanted
from desktop.pages.figures_stations import RATES
from desktop.pages.whole_table import WholeTable
from tests.printers import queue_on
from tests.screens.conftest import Desk
from tests.story import Story

WEEK = FigureScope(date(2026, 11, 16), date(2026, 11, 22))


@pytest.fixture
def busy_week(story: Story) -> Story:
    """A week with closed, open, transferred, late and called-back cases."""
    for _ in range(3):
        story.self_handled(at=story.later(minutes=20))
    settled = story.signed(at=story.later(minutes=10))
    story.report(settled, at=story.later(hours=2))
    story.verify(settled, at=story.later(minutes=30))
    story.call_back(settled, Satisfaction.SATISFIED, at=story.later(minutes=5))
    story.assigned("PCS", item_id=story.item("MD01"))
    story.registered(at=datetime(2026, 11, 17, 22, 5))
    story.later(days=3)
    story.registered()
    return story


@pytest.fixture
def figures(busy_week: Story, desk: Desk) -> Any:
    """The page on the week of the story, and what it wishes to be listed."""
    page = desk.page("figures")
    page.bar.look_at(WEEK.start, WEEK.end)
    desk.settled()
    page.wishes = []
    page.cases_wanted.disconnect()
    page.cases_wanted.connect(lambda wanted, words: page.wishes.append((wanted, words)))
    return page


def count_of(story: Story, wanted: CaseFilter) -> int:
    return int(story.ask(case_count, wanted, bound=None))


def test_the_tiles_show_what_the_record_counts(figures: Any, busy_week: Story) -> None:
    now = busy_week.ask(compared, WEEK).current
    assert now.registered == 7
    tiles = figures.tiles.tiles
    assert tiles["registered"].accessibleName() == "录入数 7件"
    assert tiles["close_rate"].accessibleName() == "办结率 57.14%"
    assert tiles["close_rate"].part().words() == str(now.closed)
    assert tiles["close_rate"].whole().words() == f"{now.registered} 件"
    assert tiles["transfer_rate"].accessibleName() == "流转率 28.57%"
    assert tiles["satisfaction_rate"].accessibleName() == "满意率 100.00%"


def test_nothing_to_divide_by_shows_a_dash(figures: Any, desk: Desk) -> None:
    figures.bar.look_at(date(2025, 1, 1), date(2025, 1, 31))
    desk.settled()
    assert figures.tiles.tiles["registered"].accessibleName() == "录入数 0件"
    assert figures.tiles.tiles["close_rate"].accessibleName() == "办结率 —"
    assert "环比 —" in figures.tiles.tiles["close_rate"].accessibleDescription()


def test_both_numbers_of_a_rate_open_lists_of_their_length(
    figures: Any, desk: Desk, busy_week: Story
) -> None:
    now = busy_week.ask(compared, WEEK).current
    tile = figures.tiles.tiles["close_rate"]
    tile.click()
    tile.whole().click()
    figures.tiles.tiles["registered"].part().click()
    counts = [count_of(busy_week, wanted) for wanted, _ in figures.wishes]
    assert counts == [now.closed, now.registered, now.open]
    assert figures.wishes[0][1] == "办结 · 2026-11-16 至 2026-11-22"


def test_a_tile_opens_by_key(figures: Any, desk: Desk, busy_week: Story) -> None:
    desk.press(figures.tiles.tiles["transfer_rate"], Qt.Key.Key_Space)
    (wanted, _) = figures.wishes[0]
    assert count_of(busy_week, wanted) == busy_week.ask(compared, WEEK).current.transferred


def test_a_zero_opens_nothing_and_says_so(figures: Any, desk: Desk) -> None:
    figures.bar.look_at(date(2025, 1, 1), date(2025, 1, 31))
    desk.settled()
    with desk.qtbot.waitSignal(figures.told) as told:
        figures.tiles.tiles["close_rate"].click()
    assert told.args[0] == "这个数字是零，没有清单。"
    assert figures.wishes == []


def test_a_day_of_the_trend_opens_what_came_in_and_what_went_out(
    figures: Any, desk: Desk, busy_week: Story
) -> None:
    desk.press(figures.trend.chart, Qt.Key.Key_Left)
    for _ in range(7):
        desk.press(figures.trend.chart, Qt.Key.Key_Left)
    desk.press(figures.trend.chart, Qt.Key.Key_Return)
    figures.trend.closed_link().click()
    (came, words), (went, _) = figures.wishes
    assert words.startswith("11月16日（周一） 录入")
    assert count_of(busy_week, came) == 5
    assert figures.trend.registered_link().words() == "录入 5 件"
    assert figures.trend.closed_link().words() == f"办结 {count_of(busy_week, went)} 件"


def test_the_busiest_hour_opens_its_cases(figures: Any, desk: Desk, busy_week: Story) -> None:
    hours = busy_week.ask(weekday_hours, WEEK)
    figures.hours.busiest_link().click()
    desk.settled()
    (wanted, _) = figures.wishes[0]
    assert count_of(busy_week, wanted) == max(max(row) for row in hours)


def test_the_night_counts_what_came_outside_the_day(
    figures: Any, desk: Desk, busy_week: Story
) -> None:
    assert "夜间（18—08 时）2 件" in figures.hours._night.words()
    figures.hours._night.click()
    desk.settled()
    assert count_of(busy_week, figures.wishes[0][0]) == 2


def test_the_sum_of_a_weekday_opens_its_cases(figures: Any, desk: Desk, busy_week: Story) -> None:
    hours = busy_week.ask(weekday_hours, WEEK)
    desk.press(figures.hours.heat, Qt.Key.Key_Down)
    for _ in range(24):
        desk.press(figures.hours.heat, Qt.Key.Key_Right)
    assert figures.hours.heat.accessibleDescription() == f"周二 全天 {sum(hours[1])} 件"
    desk.press(figures.hours.heat, Qt.Key.Key_Return)
    desk.settled()
    (wanted, words) = figures.wishes[0]
    assert words.startswith("周二录入")
    assert count_of(busy_week, wanted) == sum(hours[1]) > 0


def test_an_item_of_the_ranking_opens_its_cases(figures: Any, desk: Desk, busy_week: Story) -> None:
    first = busy_week.ask(item_ranking, WEEK)[0]
    desk.press(figures.items.bars, Qt.Key.Key_Return)
    (wanted, words) = figures.wishes[0]
    assert count_of(busy_week, wanted) == first.count
    assert words.startswith(first.name)


def test_a_station_tells_why_it_has_its_score(figures: Any, desk: Desk, busy_week: Story) -> None:
    first = busy_week.ask(station_ranking, WEEK)[0]
    table = figures.stations.table
    choose_cell(table, 0, "why")
    desk.settled()
    said = figures.stations.reasons()
    assert f"{first.name}得 {first.score.total} 分，第 1 名" in said
    assert "权重" in said
    figures.stations._open.click()
    assert count_of(busy_week, figures.wishes[0][0]) == first.counters.registered


def test_every_number_of_the_ranking_opens_a_list_of_its_length(
    figures: Any, desk: Desk, busy_week: Story
) -> None:
    table = figures.stations.table
    checked = 0
    for place, station in enumerate(table.all_rows()):
        numbers = {code: INDICATORS[code].numerator(station.counters) for code in RATES}
        numbers["registered"] = station.counters.registered
        for key, number in numbers.items():
            figures.wishes.clear()
            choose_cell(table, place, key)
            listed = [count_of(busy_week, wanted) for wanted, _ in figures.wishes]
            assert listed == ([number] if number else [])
            checked += bool(number)
    assert checked >= 5


@pytest.mark.parametrize("by", list(GroupBy))
def test_every_number_of_the_table_opens_a_list_of_its_length(
    figures: Any, desk: Desk, busy_week: Story, by: GroupBy
) -> None:
    figures.table.set_by(by)
    figures.show_table()
    desk.settled()
    rows = figures.table.table.all_rows()
    result = busy_week.ask(indicators, WEEK, by)
    assert [row.counters for row in rows] == [
        result.total,
        *(group.counters for group in result.groups),
    ]
    checked = 0
    for place, row in enumerate(rows):
        for code in CODES:
            if code == "return_rate" or not count_behind(row, code):
                continue
            figures.wishes.clear()
            choose_cell(figures.table.table, place, code)
            assert count_of(busy_week, figures.wishes[0][0]) == count_behind(row, code)
            checked += 1
    assert checked >= 10


def test_the_table_tells_how_each_group_moved(figures: Any, desk: Desk, busy_week: Story) -> None:
    figures.bar.look_at(date(2026, 11, 17), date(2026, 11, 17))
    figures.table.set_by(GroupBy.PLATFORM)
    figures.show_table()
    desk.settled()
    total = figures.table.table.all_rows()[0]
    assert (moved(total, "registered"), moved(total, "close_rate")) == ("−80.00%", "−80.00 点")
    assert "增减为环比" in desk.words(figures)
    desk.press(figures.bar._compare, Qt.Key.Key_2)
    desk.settled()
    total = figures.table.table.all_rows()[0]
    assert (moved(total, "registered"), moved(total, "close_rate")) == ("—", "—")
    assert "增减为同比" in desk.words(figures)
    figures.wishes.clear()
    choose_cell(figures.table.table, 0, "registered_change")
    assert figures.wishes == []


def test_the_closing_basis_counts_by_closing_and_deadline(
    figures: Any, desk: Desk, busy_week: Story
) -> None:
    figures.bar._basis.set_value(Basis.CLOSED)
    figures.bar._basis.changed.emit(Basis.CLOSED)
    desk.settled()
    scope = FigureScope(WEEK.start, WEEK.end, Basis.CLOSED)
    expected = busy_week.ask(compared, scope).current
    assert figures.seen().compared.current == expected
    assert "口径：办结口径" in desk.words(figures)
    assert "截至 2026-11-20" in desk.words(figures)


def test_a_week_is_chosen_by_its_number(figures: Any, desk: Desk) -> None:
    figures.bar._week.set_value("2026-W45")
    desk.press(figures.bar._week, Qt.Key.Key_Return)
    desk.settled()
    scope = figures.seen().scope
    assert (scope.start, scope.end) == (date(2026, 11, 2), date(2026, 11, 8))


def test_the_arrows_step_by_whole_months(figures: Any, desk: Desk) -> None:
    desk.press(figures.bar._span, Qt.Key.Key_4)
    desk.settled()
    figures.bar._back.click()
    desk.settled()
    scope = figures.seen().scope
    assert (scope.start, scope.end) == (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("place", "start", "end", "name"),
    [
        (Qt.Key.Key_1, date(2026, 11, 20), date(2026, 11, 20), "11月20日（周五）"),
        (Qt.Key.Key_2, date(2026, 11, 16), date(2026, 11, 22), "2026 年第 47 周"),
        (Qt.Key.Key_3, date(2026, 11, 9), date(2026, 11, 15), "2026 年第 46 周"),
        (Qt.Key.Key_4, date(2026, 11, 1), date(2026, 11, 30), "2026 年 11 月"),
        (Qt.Key.Key_5, date(2026, 10, 1), date(2026, 10, 31), "2026 年 10 月"),
        (Qt.Key.Key_6, date(2026, 10, 1), date(2026, 12, 31), "2026 年第 4 季度"),
        (Qt.Key.Key_7, date(2026, 7, 1), date(2026, 12, 31), "2026 年下半年"),
        (Qt.Key.Key_8, date(2026, 1, 1), date(2026, 12, 31), "2026 年"),
    ],
)
def test_each_preset_is_the_period_that_it_says(
    figures: Any, desk: Desk, place: Qt.Key, start: date, end: date, name: str
) -> None:
    desk.press(figures.bar._span, place)
    desk.settled()
    scope = figures.seen().scope
    assert (scope.start, scope.end) == (start, end)
    assert name in desk.words(figures.bar)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (Span.QUARTER, date(2025, 10, 1), date(2025, 12, 31)),
        (Span.HALF, date(2025, 7, 1), date(2025, 12, 31)),
        (Span.MONTH, date(2025, 12, 1), date(2025, 12, 31)),
        (Span.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_one_period_back_crosses_the_turn_of_the_year(span: Span, start: date, end: date) -> None:
    assert Wanted(span, steps=-1).days(date(2026, 1, 10)) == (start, end)


def test_a_period_that_ends_before_it_begins_is_not_asked_for(figures: Any, desk: Desk) -> None:
    before = figures.seen().scope
    figures.bar._start.setFocus()
    figures.bar._start.selectAll()
    desk.keys("2026-12-24")
    desk.settled()
    assert "结束早于开始" in desk.words(figures)
    assert figures.seen().scope == before


def test_the_workbook_holds_the_numbers_of_the_page_as_numbers(
    figures: Any, desk: Desk, busy_week: Story, tmp_path: Path
) -> None:
    path = tmp_path / "统计.xlsx"
    figures.open_export()
    dialog = figures.export_dialog()
    dialog.path.set_value(path)
    dialog.button("yes").click()
    desk.settled()
    sheets = {table.name: table.rows for table in read_tables(path)}
    assert list(sheets) == ["指标对比", "统计明细表", "站所排名", "事项排行", "趋势", "星期与小时"]
    assert sheets["统计明细表"][1][:5] == ("合计", 7.0, 4.0, 3.0, pytest.approx(4 / 7, abs=1e-4))
    assert sheets["指标对比"][1] == ("录入数", 7.0, 0.0, "—", 0.0, "—")
    assert sheets["事项排行"][1][-1] <= 1.0
    assert sheets["星期与小时"][8][-1] == 7.0
    for rows in sheets.values():
        assert any("口径：录入口径" in str(row[0]) and "截至" in str(row[0]) for row in rows)


def test_each_sheet_prints_on_a4_landscape_under_heads_that_stay(
    figures: Any, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "统计.xlsx"
    figures.open_export()
    dialog = figures.export_dialog()
    dialog.path.set_value(path)
    dialog.button("yes").click()
    desk.settled()
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        pages = [archive.read(name).decode() for name in names]
        styles = archive.read("xl/styles.xml").decode()
    assert len(pages) == 6
    for page in pages:
        assert '<pane ySplit="1"' in page
        assert 'paperSize="9"' in page
        assert 'orientation="landscape"' in page
    assert 'formatCode="0.00%"' in styles


def test_one_table_goes_into_a_text_file_with_its_rates_in_words(
    figures: Any, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "统计.csv"
    figures.open_export()
    dialog = figures.export_dialog()
    desk.press(dialog._sheet, Qt.Key.Key_2)
    dialog.path.set_value(path)
    dialog.button("yes").click()
    desk.settled()
    rows = read_tables(path)[0].rows
    assert rows[1][:5] == ("合计", "7", "4", "3", "57.14%")
    assert any("口径：录入口径" in str(row[0]) for row in rows if row)


def test_the_figures_are_seen_as_they_print(
    figures: Any, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = queue_on(monkeypatch, tmp_path, "一楼激光")
    figures.open_paper()
    desk.settled()
    paper, dialog = figures.preview.paper(), figures.preview.dialog()
    assert dialog.isVisible()
    texts = ["".join(text.split()) for text in page_texts(paper.data)]
    assert len(texts) == paper.pages >= 5
    assert "数据截至2026-11-20" in texts[0]
    assert "57.14%" in texts[0]
    for name in ("指标对比", "统计明细表", "站所排名", "事项排行"):
        assert any(name in text for text in texts[1:])
    assert sum("口径：录入口径" in text for text in texts) == 4
    figures.preview.save(str(tmp_path / "统计.pdf"))
    desk.settled()
    assert (tmp_path / "统计.pdf").read_bytes() == paper.data
    assert "已保存到" in desk.words(dialog)
    desk.press(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.settled()
    assert [job.data for job in queue.jobs()] == [paper.data]
    assert paper.filing is None, "a look at the figures is not a paper of the office"


def test_an_ending_that_is_no_table_is_refused_in_the_dialog(
    figures: Any, desk: Desk, tmp_path: Path
) -> None:
    figures.open_export()
    dialog = figures.export_dialog()
    dialog._sheet.set_value(Sheet.ITEMS)
    dialog.path.set_value(tmp_path / "统计.pdf")
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible()
    assert "统计.pdf" in desk.words(dialog)
    assert not (tmp_path / "统计.pdf").exists()
    dialog.reject()


def choose_cell(table: WholeTable, place: int, key: str) -> None:
    """Go to a cell and press Enter on it, as a person would by keys."""
    columns = [column.key for column in table.rows().columns]
    index: QModelIndex = table.rows().index(place, columns.index(key))
    table.setCurrentIndex(index)
    table.clicked.emit(index)
