"""Photos and files of the case beside the list: thumbnails, the viewer, opening and saving."""

from __future__ import annotations

import gc
import struct
import weakref
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage

from db.commands.attachments import AttachFile
from desktop.dialogs.photo_purpose import PhotoPurposeDialog
from desktop.dialogs.photo_viewer import PhotoViewer
from desktop.pages.case_files import THUMBNAILS_KEPT, VIEWED, CaseFiles
from desktop.pages.case_panel import CasePanel
from desktop.pages.case_pictures import decode
from desktop.pages.file_field import SaveDialog
from desktop.widgets.buttons import ActionButton, IconButton
from desktop.widgets.photo_strip import PhotoStrip
from tests.screens.conftest import Desk

PAPER = b"%PDF-1.4\n" + b"0" * 3000
CONTROL = Qt.KeyboardModifier.ControlModifier


def picture(width: int = 320, height: int = 200, colour: str = "#336699") -> bytes:
    """Return a picture as a JPEG file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")
    return bytes(buffer.data().data())


def claimed(width: int, height: int) -> bytes:
    """Return a PNG file that claims a size and holds a single line of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(3 * width + 1))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@pytest.fixture
def files(desk: Desk) -> CaseFiles:
    """The files of a case with three photos and a paper."""
    case_id = desk.story.signed("SFS", title="楼上装修噪声")
    for name, data, purpose in (
        ("路口.jpg", picture(), "scene"),
        ("施工前.jpg", picture(640, 400), "before"),
        ("恢复后.jpg", picture(400, 640, "#22aa55"), "after"),
        ("告知书.pdf", PAPER, "paper"),
    ):
        _attach(desk, case_id, name, data, purpose)
    return _shown(desk, case_id)


def _attach(desk: Desk, case_id: int, name: str, data: bytes, purpose: str = "scene") -> None:
    desk.story.do(AttachFile(case_id=case_id, name=name, data=data, purpose=purpose), by="sfs")


def _shown(desk: Desk, case_id: int) -> CaseFiles:
    page = desk.page("ledger")
    page.reload()
    desk.settled()
    page.show_case(case_id)
    desk.settled()
    return desk.find(CaseFiles)


def _strip(desk: Desk) -> PhotoStrip:
    return desk.find(PhotoStrip)


def _open(desk: Desk, files: CaseFiles, steps: int = 0) -> PhotoViewer:
    """Open the viewer by keys at the photo so many steps to the right."""
    for _ in range(steps):
        desk.press(_strip(desk), Qt.Key.Key_Right)
    desk.press(_strip(desk), Qt.Key.Key_Return)
    desk.settled()
    viewer = files.viewer()
    assert viewer is not None
    return viewer


def test_photos_stand_as_thumbnails_and_the_paper_by_name_and_size(
    desk: Desk, files: CaseFiles
) -> None:
    shown = files.strip.photos()
    assert [one.caption for one in shown] == ["路口.jpg", "施工前.jpg", "恢复后.jpg"]
    assert all(one.image is not None and not one.image.isNull() for one in shown)
    assert "2.938 KB" in desk.words(files)
    assert [one.words() for one in files.findChildren(ActionButton)] == ["告知书.pdf"]


def test_the_viewer_goes_by_keys_and_gives_the_keys_back(desk: Desk, files: CaseFiles) -> None:
    viewer = _open(desk, files)
    assert "第 1 张，共 3 张 · 路口.jpg · 现场" in viewer.told()
    (shown,) = viewer.view.shown()
    assert shown.image is not None and shown.image.width() == 320
    desk.press(None, Qt.Key.Key_Right)
    desk.settled()
    assert "施工前.jpg" in viewer.told()
    desk.press(None, Qt.Key.Key_Left)
    desk.press(None, Qt.Key.Key_Left)
    desk.settled()
    assert "第 3 张" in viewer.told()
    desk.press(None, Qt.Key.Key_Escape)
    desk.settled()
    assert files.viewer() is None
    assert desk.window.focusWidget() is _strip(desk)


def test_a_photo_is_enlarged_turned_and_fitted_again_by_keys(desk: Desk, files: CaseFiles) -> None:
    view = _open(desk, files).view
    desk.press(None, Qt.Key.Key_Plus)
    desk.press(None, Qt.Key.Key_Plus)
    enlarged = view.zoom()
    assert enlarged == 2.0
    desk.press(None, Qt.Key.Key_Minus)
    assert 0 < view.zoom() < enlarged
    desk.press(None, Qt.Key.Key_R)
    assert view.turned() == 90
    desk.press(None, Qt.Key.Key_0)
    assert view.zoom() == 0.0
    desk.press(None, Qt.Key.Key_Right)
    assert view.turned() == 0


def test_before_and_after_stand_beside_each_other(desk: Desk, files: CaseFiles) -> None:
    viewer = _open(desk, files)
    desk.press(None, Qt.Key.Key_B)
    desk.settled()
    assert viewer.compares()
    captions = [one.caption for one in viewer.view.shown()]
    assert [caption[:3] for caption in captions] == ["处置前", "处置后"]
    assert all(one.image is not None for one in viewer.view.shown())
    desk.press(None, Qt.Key.Key_B)
    desk.settled()
    assert len(viewer.view.shown()) == 1


def test_without_both_there_is_nothing_to_compare(desk: Desk) -> None:
    case_id = desk.story.signed("SFS", title="只有处置前")
    _attach(desk, case_id, "前.jpg", picture(), "before")
    viewer = _open(desk, _shown(desk, case_id))
    desk.press(None, Qt.Key.Key_B)
    assert not viewer.compares()
    assert not viewer.button("compare").isVisible()


def test_a_damaged_and_a_huge_picture_are_told_in_words(desk: Desk) -> None:
    case_id = desk.story.signed("SFS", title="坏照片")
    _attach(desk, case_id, "坏.png", b"\x89PNG\r\n\x1a\n" + bytes(500))
    _attach(desk, case_id, "巨.png", claimed(30_000, 20_000))
    files = _shown(desk, case_id)
    assert [one.words for one in files.strip.photos()] == ["无法显示", "无法显示"]
    viewer = _open(desk, files)
    assert "已损坏" in viewer.view.shown()[0].words
    desk.press(None, Qt.Key.Key_Right)
    desk.settled()
    assert "30000×20000" in viewer.view.shown()[0].words


def test_a_large_photo_is_decoded_no_larger_than_it_is_looked_at() -> None:
    found = decode(picture(4000, 3000), VIEWED)
    assert isinstance(found, QImage)
    assert (found.width(), found.height()) == (VIEWED, VIEWED * 3 // 4)


def test_of_many_photos_only_so_many_thumbnails_are_kept(desk: Desk) -> None:
    case_id = desk.story.signed("SFS", title="照片很多")
    many = THUMBNAILS_KEPT + 6
    small = picture(40, 30)
    for nth in range(many):
        _attach(desk, case_id, f"{nth:02}.jpg", small)
    files = _shown(desk, case_id)
    assert sum(one.image is not None for one in files.strip.photos()) == THUMBNAILS_KEPT
    desk.press(_strip(desk), Qt.Key.Key_Left)
    desk.settled()
    shown = files.strip.photos()
    assert shown[-1].image is not None, "those the keys come to are read then"
    assert sum(one.image is not None for one in shown) == THUMBNAILS_KEPT


@pytest.mark.parametrize(("key", "purpose"), [(Qt.Key.Key_1, "scene"), (Qt.Key.Key_3, "after")])
def test_a_new_photo_is_asked_what_it_shows(
    desk: Desk, files: CaseFiles, tmp_path: Path, key: Qt.Key, purpose: str
) -> None:
    path = tmp_path / "新.jpg"
    path.write_bytes(picture())
    panel = desk.find(CasePanel)
    panel.attach(path)
    desk.settled()
    dialog = desk.find(PhotoPurposeDialog)
    desk.press(dialog.choice, key)
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    detail = panel.detail()
    assert detail is not None
    added = detail.attachments[-1]
    assert (added.name, added.purpose) == ("新.jpg", purpose)
    assert files.strip.photos()[-1].image is not None


def test_a_photo_that_is_not_wanted_after_all_is_not_added(
    desk: Desk, files: CaseFiles, tmp_path: Path
) -> None:
    path = tmp_path / "新.jpg"
    path.write_bytes(picture())
    panel = desk.find(CasePanel)
    panel.attach(path)
    desk.settled()
    desk.press(desk.find(PhotoPurposeDialog), Qt.Key.Key_Escape)
    desk.settled()
    detail = panel.detail()
    assert detail is not None and len(detail.attachments) == 4


def test_the_open_viewer_holds_no_connection(desk: Desk, files: CaseFiles) -> None:
    _open(desk, files)
    # The rhythm that looks for changes may just be reading; it lets go at once.
    pool: Any = desk.services.database.engine.pool
    desk.qtbot.waitUntil(lambda: pool.checkedout() == 0, timeout=5_000)
    assert files.viewer() is not None


def test_nothing_is_left_of_a_closed_viewer(desk: Desk, files: CaseFiles) -> None:
    kept = []
    for _ in range(5):
        viewer = _open(desk, files)
        kept += [weakref.ref(viewer), weakref.ref(viewer.view)]
        del viewer
        desk.press(None, Qt.Key.Key_Escape)
        desk.settled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [one() for one in kept if one() is not None] == []


def test_a_file_is_saved_byte_for_byte_and_never_over_another_unasked(
    desk: Desk, files: CaseFiles, tmp_path: Path
) -> None:
    target = tmp_path / "告知书.pdf"
    target.write_bytes(b"old")
    desk.press(desk.find(IconButton, files, name="另存 告知书.pdf"), Qt.Key.Key_Space)
    dialog = files.save_dialog()
    assert dialog is not None
    dialog.path.set_value(target)
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert target.read_bytes() == b"old"
    assert "已有同名文件" in desk.words(dialog)
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert target.read_bytes() == PAPER
    assert files.save_dialog() is None


def test_a_photo_is_saved_from_the_viewer(desk: Desk, files: CaseFiles, tmp_path: Path) -> None:
    _open(desk, files)
    desk.press(None, Qt.Key.Key_S, CONTROL)
    dialog = desk.find(SaveDialog)
    dialog.path.set_value(tmp_path / "missing" / "路口.jpg")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert dialog.isVisible(), "a folder that is not there is told, and the name stays"
    dialog.path.set_value(tmp_path / "路口.jpg")
    desk.press(dialog, Qt.Key.Key_Return, CONTROL)
    desk.settled()
    assert (tmp_path / "路口.jpg").read_bytes() == picture()


class _Viewer(QObject):
    """The program of the system that opens files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[bytes] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()).read_bytes())


@pytest.fixture
def outside() -> Iterator[_Viewer]:
    """What the system would open."""
    viewer = _Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "take")
    yield viewer
    QDesktopServices.unsetUrlHandler("file")


def test_a_paper_is_opened_by_the_program_of_the_system(
    desk: Desk, files: CaseFiles, outside: _Viewer
) -> None:
    desk.press(files.findChild(ActionButton), Qt.Key.Key_Space)
    desk.settled()
    assert outside.opened == [PAPER]
