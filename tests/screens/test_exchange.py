"""Import and export in the window, with the street's real list."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.queries.page import EVERYTHING, case_count
from db.verify import verify
from desktop.exchange.sheets import read_tables
from tests.screens.conftest import Desk
from tests.story import Story

DATA = Path(__file__).parent.parent / "data"
REAL = DATA / "yongzhong_2026H1.xlsx"
EXPECTED = json.loads((DATA / "yongzhong_2026H1.expected.json").read_text(encoding="utf-8"))
SMALL = """事件编号,上报时间,事件名称,事件内容,事项
A1,2026-03-02 09:10,井盖松动,永上社区路口井盖松动。,邻里纠纷
A2,2026-03-03 10:00,夜间噪声,装修噪声扰民。,邻里纠纷
A3,昨天下午,无时间,写不出时间的一件。,邻里纠纷
A4,2026-03-04 10:00,外星来客,清单之外的一件。,外星来客
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "小表.csv"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def page(desk: Desk) -> Any:
    return desk.page("exchange")


def look(desk: Desk, page: Any, path: Path) -> None:
    """Type a path and press Enter."""
    page.coming.file.set_value(path)
    desk.press(page.coming.file.line, Qt.Key.Key_Return)
    desk.settled()


def test_the_real_list_comes_in_with_the_expected_counts(
    desk: Desk, page: Any, story: Story
) -> None:
    look(desk, page, REAL)
    found = page.coming.looked().found.figures()
    assert {key: found[key] for key in EXPECTED} == EXPECTED
    assert page.coming.result() == (
        "文件有 3,024 行：可以导入 2,951 件，其中办结 2,938 件、流转 435 件；不能导入 73 行。"
    )
    assert "事项不在清单 29 行；重复 24 行；内容为空 11 行；时间无效 9 行" in desk.words(page)
    assert story.ask(case_count, EVERYTHING, bound=None) == 0

    page.coming.import_button.click()
    desk.settled()
    assert page.coming.result().startswith("已导入 2,951 件：办结 2,938 件（99.56%），流转 435 件")
    assert story.ask(case_count, EVERYTHING, bound=None) == EXPECTED["imported"]
    assert page.going.counted() == EXPECTED["imported"]


def test_a_dry_run_leaves_nothing_and_shows_what_would_come(
    desk: Desk, page: Any, story: Story, small: Path
) -> None:
    look(desk, page, small)
    assert story.ask(case_count, EVERYTHING, bound=None) == 0
    looked = page.coming.looked()
    assert [row.cells["source_number"] for row in looked.first] == ["A1", "A2", "A3", "A4"]
    assert [(row.line, row.cells["source_number"]) for row in looked.refused] == [
        (4, "A3"),
        (5, "A4"),
    ]
    assert "不是有效的时间" in looked.refused[0].reason
    assert page.coming.import_button.words() == "导入 2 件"
    assert sorted(small.parent.glob("*.imports")) == []


def test_the_same_file_again_brings_in_nothing(desk: Desk, page: Any, small: Path) -> None:
    look(desk, page, small)
    page.coming.import_button.click()
    desk.settled()
    look(desk, page, small)
    assert page.coming.result() == "文件有 4 行，没有可以导入的新事件。"
    assert not page.coming.import_button.isVisible()


def test_the_refused_lines_are_saved_with_their_reasons(
    desk: Desk, page: Any, small: Path, tmp_path: Path
) -> None:
    look(desk, page, small)
    page.coming.save_button.click()
    dialog = page.coming.save_dialog()
    assert dialog.path.value() == small.with_name("小表_未导入.xlsx")
    path = tmp_path / "要改的.xlsx"
    dialog.path.set_value(path)
    dialog.button("yes").click()
    desk.settled()
    rows = read_tables(path)[0].rows
    assert rows[0][-2:] == ("行号", "原因")
    assert [row[0] for row in rows[1:]] == ["A3", "A4"]


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(
    desk: Desk, page: Any, small: Path, tmp_path: Path
) -> None:
    look(desk, page, small)
    page.coming.save_button.click()
    dialog = page.coming.save_dialog()
    dialog.path.set_value(tmp_path / "没有这个文件夹" / "a.xlsx")
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible()
    assert "无法写入" in desk.words(dialog) or "写" in dialog._error.text()
    dialog.reject()


def test_a_file_that_is_no_list_is_refused_in_words(desk: Desk, page: Any, tmp_path: Path) -> None:
    path = tmp_path / "无关.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    look(desk, page, path)
    assert page.coming.looked() is None
    assert page.coming.result()
    assert not page.coming.import_button.isVisible()


def test_without_a_file_the_page_asks_for_one(desk: Desk, page: Any) -> None:
    page.coming.look_button.click()
    assert page.coming.result() == "请先选择平台导出的文件。"


def test_another_file_forgets_what_was_found_in_the_first(
    desk: Desk, page: Any, small: Path
) -> None:
    look(desk, page, small)
    page.coming.file.set_value(small.with_name("另一个.csv"))
    assert page.coming.looked() is None
    assert not page.coming.import_button.isVisible()


def test_an_import_that_is_stopped_while_reading_writes_nothing(
    desk: Desk, page: Any, story: Story
) -> None:
    look(desk, page, REAL)
    page.coming.import_button.click()
    page.coming.progress.button.click()
    desk.settled()
    assert page.coming.result() == "已停止，什么都没有写入。"
    assert story.ask(case_count, EVERYTHING, bound=None) == 0


def test_an_import_that_is_stopped_between_batches_keeps_them_and_goes_on_later(
    desk: Desk, page: Any, story: Story
) -> None:
    look(desk, page, REAL)
    page.coming.import_button.click()
    task = desk.services.tasks.running()[0]

    def stop_when_some_are_in() -> None:
        if task.kept and page.coming.progress.button.isEnabled():
            page.coming.progress.button.click()

    task.moved.connect(stop_when_some_are_in)
    desk.settled()
    kept = story.ask(case_count, EVERYTHING, bound=None)
    assert 0 < kept < EXPECTED["imported"]
    assert page.coming.result().startswith(f"已停止：停止前导入的 {kept:,} 件保留在台账里")
    assert page.coming.import_button.words() == "接着导入"
    assert verify(story.database) == []
    page.coming.import_button.click()
    desk.settled()
    assert story.ask(case_count, EVERYTHING, bound=None) == EXPECTED["imported"]


def test_the_exported_file_holds_the_counted_cases(
    desk: Desk, page: Any, story: Story, tmp_path: Path
) -> None:
    story.registered()
    story.registered(at=datetime(2026, 11, 17, 9, 0))
    desk.settled()
    page.going.count()
    desk.settled()
    assert page.going.counted() == 2
    page.going.start.set_value(datetime(2026, 11, 17))
    page.going.start.changed.emit(page.going.start.value())
    desk.settled()
    assert page.going.counted() == 1
    path = tmp_path / "台账.xlsx"
    page.going.path.set_value(path)
    page.going.button.click()
    desk.settled()
    rows = read_tables(path)[0].rows
    assert len(rows) == 2
    assert "林*" in str(rows[1])
    assert "13805770001" not in str(rows[1])
    assert page.going.result() == f"已导出 1 件到 {path}（姓名和电话已打码）"


def test_names_in_clear_need_a_purpose(desk: Desk, page: Any, story: Story, tmp_path: Path) -> None:
    story.registered()
    page.going.count()
    desk.settled()
    path = tmp_path / "明文.csv"
    page.going.path.set_value(path)
    page.going.clear.click()
    page.going.button.click()
    desk.settled()
    assert page.going.result() == "导出姓名和电话，请写明用途。"
    assert not path.exists()
    desk.type(page.going.purpose, "区里专项核查")
    page.going.button.click()
    desk.settled()
    assert "13805770001" in path.read_text(encoding="utf-8-sig")


def test_a_unit_narrows_the_export(desk: Desk, page: Any, story: Story) -> None:
    story.assigned("SFS")
    story.registered()
    page.going.unit.set_value(story.unit("SFS"))
    page.going.unit.chosen.emit(story.unit("SFS"))
    desk.settled()
    assert page.going.counted() == 1


def test_who_may_neither_import_nor_export_is_told_so(desk: Desk) -> None:
    desk.sign_on_as("sfs")
    page = desk.page("exchange")
    assert page.coming is None and page.going is None
    assert "您的岗位不能导入或导出事件。" in desk.words(page)


def test_the_leader_exports_masked_and_imports_nothing(desk: Desk) -> None:
    desk.sign_on_as("leader")
    page = desk.page("exchange")
    assert page.coming is None
    assert page.going.clear is None
    assert "您的岗位不能导入事件。" in desk.words(page)
