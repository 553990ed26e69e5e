"""How the program is doing is told whole; what leaves the machine holds nothing private."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.commands.flow import NoteProgress
from desktop.log_file import FORMAT, log_path
from desktop.support_package import harmless_lines, masked_path
from tests.faults.test_verify_finds import tampered
from tests.screens.conftest import Desk
from tests.story import Story

PRIVATE = {
    "reporter_name": "欧阳若水",
    "reporter_phone": "13805770123",
    "address": "永上社区桂花弄77号2单元",
    "title": "楼上漏水索赔纠纷",
    "content": "对方拒绝赔偿三千元并扬言报复",
}


@pytest.fixture
def window_log(desk: Desk) -> Iterator[logging.Logger]:
    """A log as the window writes it."""
    path = log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter(FORMAT))
    logger = logging.getLogger("desktop.trial")
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.INFO)
    yield logger
    logger.removeHandler(handler)
    logger.propagate = True
    handler.close()


def shown(desk: Desk) -> Any:
    """Go to the diagnostics as the tab does and return them."""
    page = desk.page("settings")
    page.tabs.changed.emit("diagnostics")
    desk.settled()
    return page.diagnostics


def written(desk: Desk, view: Any, path: Path) -> dict[str, str]:
    """Write a package through the dialog and return its files."""
    view.package.click()
    dialog = view.dialog()
    dialog.path.set_value(path)
    dialog.button("yes").click()
    desk.settled()
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def test_file_versions_speed_screens_and_fonts_are_shown(desk: Desk, story: Story) -> None:
    story.registered()
    facts = shown(desk).facts()
    assert facts["位置"] == str(story.database.path)
    assert facts["事件"] == "1" and facts["最近备份"] == "还没有自动备份"
    assert facts["数台账"].endswith("毫秒") and " x " in facts["屏幕 1"]
    assert facts["python"].startswith("3.") and facts["SQLite"].startswith("3.")
    assert any(name.startswith("打印 ") for name in facts)


def test_the_check_of_the_whole_file_says_that_it_is_sound(desk: Desk) -> None:
    view = shown(desk)
    view.check_button.click()
    desk.settled()
    assert "数据完整" in desk.words(view)


def test_a_damaged_record_is_counted_and_told_by_code(
    desk: Desk, story: Story, tmp_path: Path
) -> None:
    case_id = story.registered()
    edited = f"UPDATE audit SET actor_id = 7 WHERE object_id = {case_id}"
    tampered(story.database.path, edited)
    view = shown(desk)
    view.check_button.click()
    desk.settled()
    assert "处问题，请先备份" in desk.words(view)
    files = written(desk, view, tmp_path / "support.zip")
    assert "audit_row_altered: 1" in files["integrity.txt"]


def test_the_end_of_the_log_is_shown(desk: Desk, window_log: logging.Logger) -> None:
    window_log.warning("the printer is away")
    assert "the printer is away" in shown(desk).log.value()


def test_the_package_holds_nothing_private(
    desk: Desk, story: Story, window_log: logging.Logger, tmp_path: Path
) -> None:
    case_id = story.registered(**PRIVATE)
    story.accept(case_id)
    story.assign(case_id)
    story.sign(case_id)
    story.do(NoteProgress(case_id=case_id, version=None, text="已约双方周五调解"), by="sfs")
    number = story.column(case_id, "number")
    window_log.info("told: case_moved_on(number=%s, who=%s)", number, PRIVATE["reporter_name"])
    try:
        raise ValueError(f"{PRIVATE['content']} {PRIVATE['reporter_phone']}")
    except ValueError:
        window_log.exception("unexpected error with %s", PRIVATE["address"])
    files = written(desk, shown(desk), tmp_path / "support.zip")
    whole = "\n".join([*files, *files.values()])
    secrets = [*PRIVATE.values(), "已约双方周五调解", number, "司法员甲", "值班员甲", "operator"]
    secrets += [part for part in story.database.path.parent.parts if len(part) > 4]
    assert [one for one in secrets if one in whole] == []
    assert "cases: 1" in files["rows.txt"] and "case_moved_on" in files["log.txt"]
    assert "ValueError" in files["log.txt"] and "path: " in files["file.txt"]


def test_the_listing_is_shown_before_anything_is_written(desk: Desk, tmp_path: Path) -> None:
    view = shown(desk)
    view.package.click()
    dialog = view.dialog()
    names = [one.name for one in dialog.table.all_rows()]
    assert {"versions.txt", "file.txt", "rows.txt", "log.txt"} <= set(names)
    dialog.table.choose_place(names.index("file.txt"))
    desk.settled()
    assert "engine: 3." in dialog.content.value()
    desk.press(dialog, Qt.Key.Key_Escape)
    assert list(tmp_path.glob("*.zip")) == []


def test_a_place_that_cannot_be_written_is_said_and_the_dialog_stays(
    desk: Desk, tmp_path: Path
) -> None:
    view = shown(desk)
    view.package.click()
    dialog = view.dialog()
    dialog.path.set_value(tmp_path / "no such folder" / "support.zip")
    dialog.button("yes").click()
    desk.settled()
    assert dialog.isVisible() and dialog._error.text()
    dialog.reject()


def test_a_path_tells_only_what_is_the_same_everywhere() -> None:
    masked = masked_path(Path("/home/wangming/永中街道/data/street.db"))
    assert masked == "/home/***/***/data/*.db"


def test_only_known_shapes_of_a_log_go_in() -> None:
    lines = [
        "2026-11-16 09:00:00,123 ERROR desktop.app: 王明 13805770123",
        "Traceback (most recent call last):",
        '  File "/home/wangming/x/desktop/app.py", line 12, in build',
        "    raise ValueError(secret)",
        '  File "/home/wangming/private.py", line 3, in <module>',
        "ValueError: 王明",
        "free words of somebody",
    ]
    assert list(harmless_lines(lines)) == [
        "2026-11-16 09:00:00 ERROR desktop.app",
        "Traceback (most recent call last):",
        "  desktop/app.py:12 build",
        "  ***:3 <module>",
        "ValueError",
    ]
